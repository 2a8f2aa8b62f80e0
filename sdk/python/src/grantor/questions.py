"""How a question is put."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import grpc

from grantor import v1
from grantor.errors import GrantorError

BATCH = 1000
"""The most questions that one call takes."""


class Question(NamedTuple):
    """Whether this user may do this on that."""

    subject: str
    """Who: "users/alice"."""
    right: str
    """What: "manage", "kdrive/manage" or, on an organization, "manage_users"."""
    resource: str
    """On what: "organizations/acme/products/drive-1" or "organizations/acme"."""


def consistency(at_least_as_fresh: str | Iterable[str], fully_consistent: bool) -> v1.Consistency | None:
    """How fresh an answer must be; None: the server's default.

    Raises:
        ValueError: both are asked for.
    """
    tokens = [at_least_as_fresh] if isinstance(at_least_as_fresh, str) else list(at_least_as_fresh)
    if fully_consistent:
        if tokens:
            raise ValueError("at_least_as_fresh and fully_consistent exclude each other; fully_consistent is fresher")
        asked = v1.Consistency()
        asked.fully_consistent.SetInParent()
        return asked
    return v1.Consistency(at_least_as_fresh=v1.AtLeastAsFresh(tokens=tokens)) if tokens else None


def batches(
    questions: Iterable[tuple[str, str, str]], fresh: v1.Consistency | None
) -> Iterator[v1.BatchCheckAccessRequest]:
    """The questions in as few calls as they need."""
    remaining = iter(questions)
    while batch := list(islice(remaining, BATCH)):
        asked = [v1.AccessQuestion(subject=who, right=what, resource=on) for who, what, on in batch]
        yield v1.BatchCheckAccessRequest(questions=asked, consistency=fresh)


def require_all(request: v1.BatchCheckAccessRequest, page: v1.BatchCheckAccessResponse, request_id: str) -> None:
    """Refuses answers that can't be told to whom they belong."""
    if len(page.results) != len(request.questions):
        raise GrantorError(
            grpc.StatusCode.INTERNAL,
            f"{len(request.questions)} questions got {len(page.results)} answers; do not allow any of them",
            request_id=request_id,
        )
