"""What goes with each call: key, acting user, request id."""

from collections.abc import Iterable
from typing import TypeVar
from uuid import uuid4

from google.protobuf.message import Message

from grantor.configuration import Configuration, is_user, seconds
from grantor.errors import no_user

REQUEST_ID = "x-request-id"
ACTING_USER = "x-grantor-acting-user"

Metadata = tuple[tuple[str, str | bytes], ...]
Request = TypeVar("Request")


class Headers:
    """The metadata of the calls of one client."""

    __slots__ = ("_same", "address", "timeout")

    def __init__(self, configuration: Configuration) -> None:
        same = [("authorization", f"Bearer {configuration.key}")]
        if configuration.acting_user is not None:
            same.append((ACTING_USER, configuration.acting_user))
        self._same: Metadata = tuple(same)
        self.address = configuration.address
        self.timeout = configuration.timeout

    def deadline(self, timeout: float | None) -> float:
        """How long a call may take, in seconds: what it says, else as the client's others."""
        return self.timeout if timeout is None else seconds(timeout)

    def of_a_call(self, own: Iterable[tuple[str, str | bytes]] | None) -> tuple[str, Metadata]:
        """The request id of a new call, and its metadata. What the caller gives replaces ours.

        Raises:
            GrantorError: the caller names an acting user who can't be one.
        """
        if not own:
            request_id = str(uuid4())
            return request_id, (*self._same, (REQUEST_ID, request_id))
        given = [(name.lower(), value) for name, value in own]
        ids = [text(value) for name, value in given if name == REQUEST_ID]
        request_id = next(filter(None, ids), "") or str(uuid4())
        if any(name == ACTING_USER and not is_user(text(value)) for name, value in given):
            raise no_user(ACTING_USER, request_id)
        names = {name for name, _ in given}
        kept = [pair for pair in self._same if pair[0] not in names]
        return request_id, (*kept, *(pair for pair in given if pair[0] != REQUEST_ID), (REQUEST_ID, request_id))


def text(value: str | bytes) -> str:
    """The value of a header, which gRPC takes as bytes too."""
    return value.decode("latin-1") if isinstance(value, bytes) else value


_TAKES_REQUEST_ID: dict[type[object], bool] = {}


def _takes_request_id(kind: type[object]) -> bool:
    known = _TAKES_REQUEST_ID.get(kind)
    if known is None:
        known = issubclass(kind, Message) and "request_id" in kind.DESCRIPTOR.fields_by_name
        _TAKES_REQUEST_ID[kind] = known
    return known


def with_request_id(request: Request, request_id: str) -> Request:
    """The request, with this id where it takes one and has none.

    The caller's message stays as it is: sent a second time on purpose, it must not be taken for the
    same request.
    """
    if not _takes_request_id(type(request)) or request.request_id:  # type: ignore[attr-defined]
        return request
    copy = type(request)()
    copy.CopyFrom(request)  # type: ignore[attr-defined]
    copy.request_id = request_id  # type: ignore[attr-defined]
    return copy
