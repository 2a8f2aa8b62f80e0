"""Why a call failed."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

import grpc
from google.protobuf.message import DecodeError
from google.rpc.error_details_pb2 import BadRequest, ErrorInfo
from google.rpc.status_pb2 import Status

from grantor import v1
from grantor.transport import expired, words

DETAILS = "grpc-status-details-bin"
DOMAIN = "grantor"
PREFIX = "ERROR_REASON_"

_CODES: dict[int, grpc.StatusCode] = {code.value[0]: code for code in grpc.StatusCode}


@dataclass(frozen=True, slots=True)
class Violation:
    """One wrong field of a request."""

    field: str
    """Its path, such as `grant.rights.names[0]`."""
    description: str
    """What is wrong with it."""


class GrantorError(Exception):
    """A call failed. Decide by `code` and `reason`, never by the message.

    Attributes:
        code: the gRPC code.
        message: what to do next, in words.
        reason: why, as in docs/errors.md, such as "RIGHT_UNKNOWN"; empty where the error is not
            Grantor's. A newer server may give others.
        metadata: names and values of the reason; empty for one question of `check_many` or of a stream.
        violations: each wrong field.
        request_id: the `x-request-id` of the call, which the server's log shows.
    """

    def __init__(
        self,
        code: grpc.StatusCode,
        message: str,
        reason: str = "",
        metadata: Mapping[str, str] | None = None,
        violations: Iterable[Violation] = (),
        request_id: str = "",
    ) -> None:
        self.code = code
        self.message = message
        self.reason = reason
        self.metadata = dict(metadata or {})
        self.violations = list(violations)
        self.request_id = request_id
        # All of them, so that the error can be pickled.
        super().__init__(code, message, reason, self.metadata, self.violations, request_id)

    def __str__(self) -> str:
        reason = f" ({self.reason})" if self.reason else ""
        of = f" (request id {self.request_id})" if self.request_id else ""
        return f"{self.code.name}{reason}: {self.message}{of}"


def from_rpc(error: grpc.RpcError, request_id: str, address: str, timeout: float | None) -> GrantorError:
    """What gRPC raised for a call to this address with this timeout, as one type."""
    status, info, violations = Status(), ErrorInfo(), list[Violation]()
    # What can't be read is as if it were not there: the code says enough.
    with suppress(DecodeError):
        status = _status(error)
        for detail in status.details:
            found, bad = ErrorInfo(), BadRequest()
            # Unpack says whether it is of this type.
            if detail.Unpack(found) and found.domain == DOMAIN:
                info = found
            elif detail.Unpack(bad):
                violations += [Violation(wrong.field, wrong.description) for wrong in bad.field_violations]
    message = error.details() or ""
    if not status.details:
        message = words(error.code(), message, address, timeout)
    return GrantorError(error.code(), message, info.reason, info.metadata, violations, request_id)


def from_batch(error: v1.AccessError, request_id: str) -> GrantorError:
    """The error of one question of many. It has no metadata: the server sends none for it."""
    code = _CODES.get(error.code, grpc.StatusCode.UNKNOWN)
    return GrantorError(code, error.message, _reason(error.reason), request_id=request_id)


def closed(request_id: str = "") -> GrantorError:
    """A call after the client was closed."""
    message = "the client is closed; make another"
    return GrantorError(grpc.StatusCode.CANCELLED, message, request_id=request_id)


def stream_closed(request_id: str) -> GrantorError:
    """A question to a stream that its caller has closed."""
    message = "the stream is closed; open another"
    return GrantorError(grpc.StatusCode.CANCELLED, message, request_id=request_id)


def stream_ended(address: str, request_id: str) -> GrantorError:
    """A question that the server has not answered before it ended the stream."""
    message = f"{address} ended the stream; open another"
    return GrantorError(grpc.StatusCode.UNAVAILABLE, message, request_id=request_id)


def late(address: str, timeout: float, request_id: str) -> GrantorError:
    """A question of a stream that was not answered in time."""
    return GrantorError(grpc.StatusCode.DEADLINE_EXCEEDED, expired(address, timeout), request_id=request_id)


def out_of_order(request_id: str) -> GrantorError:
    """Answers that can't be told to whom they belong."""
    message = "the answers of the stream are not in the order of its questions; do not allow any of them"
    return GrantorError(grpc.StatusCode.INTERNAL, message, request_id=request_id)


def no_user(header: str, request_id: str) -> GrantorError:
    """A call that would act for nobody, with all that the key may. What was given may be a secret: it is not shown."""
    message = f"{header} names no user; it must be users/ID in printable ASCII, such as users/ann"
    return GrantorError(grpc.StatusCode.INVALID_ARGUMENT, message, request_id=request_id)


def watch_ended(address: str, begun: bool) -> GrantorError:
    """A watch whose stream the server ended without a reason."""
    when = "" if begun else " before it began"
    return GrantorError(grpc.StatusCode.UNAVAILABLE, f"{address} ended the watch{when}")


def cache_closed() -> GrantorError:
    """Why the stream of a cache that its owner closed does not stand."""
    return GrantorError(grpc.StatusCode.CANCELLED, "the cache is closed; make another")


def silent(address: str, timeout: float) -> GrantorError:
    """A watch whose stream nobody has answered."""
    return GrantorError(grpc.StatusCode.UNAVAILABLE, expired(address, timeout))


def undecided(request_id: str) -> GrantorError:
    """The answer is neither yes nor no: as if there were none."""
    return GrantorError(
        grpc.StatusCode.INTERNAL,
        "the decision is neither ALLOWED nor DENIED; do not allow, and see whether there is a newer client",
        request_id=request_id,
    )


def _status(error: grpc.RpcError) -> Status:
    """The error with its details; none of these if the server sent none."""
    metadata: Iterable[tuple[str, str | bytes]] = error.trailing_metadata() or ()  # type: ignore[assignment]
    for name, value in metadata:
        if name == DETAILS and isinstance(value, bytes):
            return Status.FromString(value)
    return Status()


def _reason(reason: int) -> str:
    """The reason without its prefix; the number of one that is newer than this client, as text."""
    try:
        return v1.ErrorReason.Name(reason).removeprefix(PREFIX)  # type: ignore[arg-type]
    except ValueError:
        return str(reason)
