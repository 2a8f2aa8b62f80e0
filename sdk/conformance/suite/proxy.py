"""What stands between a client and the server? A gRPC proxy that passes on what it does not understand, or not."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable

import grpc
from google.rpc import error_details_pb2, status_pb2

from .faults import Faults, length_delimited

MIB_64 = 64 << 20
LIMITS = [("grpc.max_receive_message_length", MIB_64), ("grpc.max_send_message_length", MIB_64)]
STREAMS = ("/WatchChanges", "/WatchAccess")
OWN = ("user-agent",)
"""Metadata that each hop writes itself."""


class Servers:
    """Which server is a call for? The one that there is, or of two instances the one that the case says."""

    def __init__(self, server: grpc.aio.Channel) -> None:
        self.server = server

    def of(self, method: str) -> grpc.aio.Channel:
        """Where this call goes, which has just come."""
        return self.server


class Proxy(grpc.GenericRpcHandler):
    """Passes every call on to the server, with the faults of its case."""

    def __init__(
        self, servers: Servers, faults: Faults, cut: Callable[[], None], mute: Callable[[], None]
    ) -> None:
        self.servers = servers
        self.faults = faults
        self.cut = cut
        self.mute = mute

    def service(self, details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler:
        method = details.method
        if method.endswith("/StreamCheckAccess"):
            return self.two_way(method)

        async def handle(request: bytes, context: grpc.aio.ServicerContext) -> AsyncIterator[bytes]:
            self.faults.saw(method)
            await self.before(context)
            self.listen(request, context)
            # No call has more than one request. Written to a stream it could come after the refusal of a call that needs
            # no look at it, and a write that fails hides the refusal behind an INTERNAL of the library.
            call = self.servers.of(method).unary_stream(method)(
                request,
                metadata=[pair for pair in context.invocation_metadata() if pair[0] not in OWN],
                timeout=context.time_remaining(),
            )
            try:
                is_stream = method.endswith(STREAMS)
                if is_stream:
                    await context.send_initial_metadata(await call.initial_metadata())
                async for answer in self.stream(call) if is_stream else self.unary(call, context):
                    yield answer
            except grpc.aio.AioRpcError as error:
                await context.abort(error.code(), error.details() or "", tuple(error.trailing_metadata()))
            finally:
                call.cancel()

        return grpc.unary_stream_rpc_method_handler(handle)

    def two_way(self, method: str) -> grpc.RpcMethodHandler:
        """A method with a stream of requests, which go on as they come."""

        async def handle(
            requests: AsyncIterator[bytes], context: grpc.aio.ServicerContext
        ) -> AsyncIterator[bytes]:
            self.faults.saw(method)
            await self.before(context)
            metadata = [pair for pair in context.invocation_metadata() if pair[0] not in OWN]
            call = self.servers.of(method).stream_stream(method)(
                requests, metadata=metadata, timeout=context.time_remaining()
            )
            try:
                await context.send_initial_metadata(await call.initial_metadata())
                async for answer in self.stream(call):
                    yield answer
            except grpc.aio.AioRpcError as error:
                await context.abort(error.code(), error.details() or "", tuple(error.trailing_metadata()))
            finally:
                call.cancel()

        return grpc.stream_stream_rpc_method_handler(handle)

    def listen(self, request: bytes, context: grpc.aio.ServicerContext) -> None:
        """Notes the id of a request."""
        ids = [value for name, value in context.invocation_metadata() if name == "x-request-id"]
        self.faults.heard(request, ids[0] if len(ids) == 1 else "not one id")

    async def before(self, context: grpc.aio.ServicerContext) -> None:
        """What happens before the server hears of it."""
        if "delay_ms" in self.faults.line:
            await asyncio.sleep(self.faults.line["delay_ms"] / 1000)
        if fail := self.faults.failure():
            code = grpc.StatusCode[fail["code"]]
            await context.abort(code, "said by the line", details(code, fail.get("reason")))

    async def unary(self, call: grpc.aio.UnaryStreamCall, context: grpc.aio.ServicerContext) -> AsyncIterator[bytes]:
        """The answer, unless it gets lost on the way."""
        answers = [answer async for answer in call]
        match self.faults.swallow():
            case "cut":
                self.cut()
                await asyncio.Event().wait()
            case "status":
                await context.abort(grpc.StatusCode.UNAVAILABLE, "the answer was lost")
        # Not before: a client does not try again what has begun to be answered.
        await context.send_initial_metadata(await call.initial_metadata())
        for answer in answers:
            yield self.faults.changed(answer)

    async def stream(self, call: grpc.aio.UnaryStreamCall | grpc.aio.StreamStreamCall) -> AsyncIterator[bytes]:
        """The messages of a stream; the first stream ends, or worse, where the case says so."""
        faults = self.faults
        faults.streams += 1
        fault = faults.line.get("stream")
        number = 0
        async for answer in call:
            if fault and faults.streams == 1 and number == fault["after"]:
                match fault["then"]:
                    case "cut" | "again":
                        self.cut()
                        await asyncio.Event().wait()
                    case "end":
                        return
                    case "silence":
                        await asyncio.Event().wait()
                    case "mute":
                        faults.broke_at = time.monotonic()
                        self.mute()
                        await asyncio.Event().wait()
                    case "pause":
                        await asyncio.sleep(1.5)
                    case "unknown_event":
                        # Field 15 is no event of today; the position is the next one's.
                        yield length_delimited(15, b"") + position(answer)
                    case "unknown_invalidation":
                        # Field 1 of a message about access says whose; nothing that it says is of today.
                        answer += length_delimited(1, length_delimited(15, b""))
            yield faults.changed(answer)
            # Its first message is no change. What the stream before sent last may be lost, and then it is no repetition.
            if fault and fault["then"] == "again" and faults.streams == 2 and number == 1:
                yield answer
            number += 1


def position(event: bytes) -> bytes:
    """Field 3 of a message, which is short and stands last."""
    at = event.rindex(b"\x1a")
    while event[at + 1] != len(event) - at - 2:
        at = event.rindex(b"\x1a", 0, at)
    return event[at:]


def details(code: grpc.StatusCode, reason: str | None) -> tuple[tuple[str, bytes], ...]:
    """The trailing metadata of a status with a reason."""
    if reason is None:
        return ()
    status = status_pb2.Status(code=code.value[0], message="said by the line")
    status.details.add().Pack(error_details_pb2.ErrorInfo(reason=reason, domain="grantor"))
    # A detail of a type that no client has.
    unknown = status.details.add()
    unknown.type_url = "type.googleapis.com/grantor.v9.NotKnownYet"
    unknown.value = b"\x08\x01"
    return (("grpc-status-details-bin", status.SerializeToString()),)
