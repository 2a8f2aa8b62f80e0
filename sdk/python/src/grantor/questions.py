"""How a question is put."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

import grpc
from google.protobuf.timestamp_pb2 import Timestamp

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


def when(
    at_least_as_fresh: str | Iterable[str],
    fully_consistent: bool,
    at_time: datetime | None,
    at_revision: int | None,
) -> dict[str, Any]:
    """The fields of a request that say of when its answer is. What excludes each other is for the server to refuse.

    Raises:
        ValueError: a time without a time zone, revision 0, which in a message says nothing, or what `consistency` says.
    """
    asked: dict[str, Any] = {"consistency": consistency(at_least_as_fresh, fully_consistent)}
    # Only what is given: code that is generated from an older release does not have these fields.
    if at_time is not None:
        asked["at_time"] = timestamp("at_time", at_time)
    if at_revision is not None:
        if at_revision == 0:
            raise ValueError("at_revision is 0, and the first revision is 1; leave it out to ask about now")
        asked["at_revision"] = at_revision
    return asked


def timestamp(name: str, time: datetime) -> Timestamp:
    """The time that an argument says.

    Raises:
        ValueError: it has no time zone.
    """
    if time.tzinfo is None:
        raise ValueError(f"{name} has no time zone; give one, such as datetime.timezone.utc")
    said = Timestamp()
    said.FromDatetime(time)
    return said


def batches(
    questions: Iterable[tuple[str, str, str]], asked_of: dict[str, Any]
) -> Iterator[v1.BatchCheckAccessRequest]:
    """The questions in as few calls as they need."""
    remaining = iter(questions)
    while batch := list(islice(remaining, BATCH)):
        asked = [v1.AccessQuestion(subject=who, right=what, resource=on) for who, what, on in batch]
        yield v1.BatchCheckAccessRequest(questions=asked, **asked_of)


def require_all(request: v1.BatchCheckAccessRequest, page: v1.BatchCheckAccessResponse, request_id: str) -> None:
    """Refuses answers that can't be told to whom they belong."""
    if len(page.results) != len(request.questions):
        raise GrantorError(
            grpc.StatusCode.INTERNAL,
            f"{len(request.questions)} questions got {len(page.results)} answers; do not allow any of them",
            request_id=request_id,
        )
