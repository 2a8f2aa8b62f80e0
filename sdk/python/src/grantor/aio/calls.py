"""An asyncio channel whose calls carry key, request id and deadline, and fail with GrantorError."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Generator, Iterator, Sequence
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, cast

import grpc.aio

from grantor.aio.connection import Connection
from grantor.errors import GrantorError, from_rpc, stream_ended
from grantor.headers import Headers, with_request_id

if TYPE_CHECKING:
    from grpc.aio import (
        StreamStreamCall,
        StreamStreamMultiCallable,
        UnaryStreamCall,
        UnaryStreamMultiCallable,
        UnaryUnaryCall,
        UnaryUnaryMultiCallable,
    )
else:
    from grpc.aio import UnaryStreamMultiCallable, UnaryUnaryMultiCallable

Request = TypeVar("Request")
Response = TypeVar("Response")
Value = TypeVar("Value")
Metadata = grpc.aio.Metadata | Sequence[tuple[str, str | bytes]]

STATUS_WITHIN = 1.0
"""Seconds in which a stream that has ended must say why."""

if not TYPE_CHECKING:
    # Generic for type checkers only, up to grpcio 1.80.
    class StreamStreamMultiCallable(grpc.aio.StreamStreamMultiCallable, Generic[Request, Response]):
        """As gRPC's."""


class UnaryCall(UnaryUnaryMultiCallable[Request, Response]):
    """A method with one answer."""

    def __init__(
        self,
        find: Callable[[], UnaryUnaryMultiCallable[Request, Response]],
        connection: Connection,
        headers: Headers,
    ) -> None:
        self._find = find
        self._connection = connection
        self._method: UnaryUnaryMultiCallable[Request, Response] | None = None
        self._headers = headers

    def __call__(
        self,
        request: Request,
        *,
        timeout: float | None = None,
        metadata: Metadata | None = None,
        credentials: grpc.CallCredentials | None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> UnaryUnaryCall[Request, Response]:
        """Calls; await what it gives. Awaited, it raises GrantorError if the call failed."""
        request_id, sent = self._headers.of_a_call(metadata)
        timeout = self._headers.deadline(timeout)
        # Finds it again where the client is closed, to be told so.
        if self._method is None or self._connection.closed:
            self._method = self._find()
        call = self._method(
            with_request_id(request, request_id),
            timeout=timeout,
            metadata=sent,
            credentials=credentials,
            wait_for_ready=wait_for_ready,
            compression=compression,
        )
        return Pending(call, request_id, self._headers.address, timeout)  # type: ignore[return-value]  # it is one, by delegation


class Pending(Generic[Request, Response]):
    """A call under way. All else of the gRPC call is there too."""

    __slots__ = ("_call", "_of")

    def __init__(self, call: UnaryUnaryCall[Request, Response], request_id: str, address: str, timeout: float) -> None:
        self._call = call
        self._of = (request_id, address, timeout)

    def __await__(self) -> Generator[None, None, Response]:
        try:
            return (yield from self._call.__await__())
        except grpc.RpcError as error:
            raise from_rpc(error, *self._of) from error

    def __getattr__(self, name: str) -> Any:
        return getattr(self._call, name)


class StreamCall(UnaryStreamMultiCallable[Request, Response]):
    """A method with a stream of answers. It has no deadline unless the call has one."""

    def __init__(self, find: Callable[[], UnaryStreamMultiCallable[Request, Response]], headers: Headers) -> None:
        self._find = find
        self._headers = headers

    def __call__(
        self,
        request: Request,
        *,
        timeout: float | None = None,
        metadata: Metadata | None = None,
        credentials: grpc.CallCredentials | None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> UnaryStreamCall[Request, Response]:
        """Calls; iterate over what it gives."""
        request_id, sent = self._headers.of_a_call(metadata)
        timeout = None if timeout is None else self._headers.deadline(timeout)
        call = self._find()(
            request,
            timeout=timeout,
            metadata=sent,
            credentials=credentials,
            wait_for_ready=wait_for_ready,
            compression=compression,
        )
        return Stream(call, request_id, self._headers.address, timeout)  # type: ignore[return-value]  # it is one, by delegation


class Stream(Generic[Request, Response]):
    """The answers of a stream, as they come. All else of the gRPC call is there too."""

    __slots__ = ("_call", "_of")

    def __init__(
        self,
        call: UnaryStreamCall[Request, Response] | StreamStreamCall[Request, Response],
        request_id: str,
        address: str,
        timeout: float | None,
    ) -> None:
        self._call = call
        self._of = (request_id, address, timeout)

    async def read(self) -> object | Response:
        """The next answer, or `grpc.aio.EOF` after the last."""
        try:
            return await self._call.read()
        except grpc.RpcError as error:
            raise from_rpc(error, *self._of) from error

    async def __aiter__(self) -> AsyncIterator[Response]:
        try:
            async for answer in self._call:
                yield answer
        except grpc.RpcError as error:
            raise from_rpc(error, *self._of) from error

    def __getattr__(self, name: str) -> Any:
        return getattr(self._call, name)


class TwoWayCall(StreamStreamMultiCallable[Request, Response]):
    """A method that takes a stream and answers with one. It has no deadline unless the call has one."""

    def __init__(self, find: Callable[[], StreamStreamMultiCallable[Request, Response]], headers: Headers) -> None:
        self._find = find
        self._headers = headers

    def __call__(
        self,
        request_iterator: AsyncIterator[Request] | Iterator[Request] | None = None,
        timeout: float | None = None,
        metadata: Metadata | None = None,
        credentials: grpc.CallCredentials | None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> StreamStreamCall[Request, Response]:
        """Calls; iterate over what it gives. Without an iterator the requests are its `write`."""
        request_id, sent = self._headers.of_a_call(metadata)
        timeout = None if timeout is None else self._headers.deadline(timeout)
        call = self._find()(
            request_iterator,
            timeout=timeout,
            metadata=sent,
            credentials=credentials,
            wait_for_ready=wait_for_ready,
            compression=compression,
        )
        return TwoWayStream(call, request_id, self._headers.address, timeout)  # type: ignore[return-value]  # it is one, by delegation


class TwoWayStream(Stream[Request, Response]):
    """Requests and answers, both as they come.

    Where a stream ends while a request is being sent, gRPC puts an INTERNAL of its own over what the
    server said (grpc/grpc#36066). So that is noted when it comes.
    """

    __slots__ = ("_status", "_told")

    _call: StreamStreamCall[Request, Response]

    def __init__(
        self, call: StreamStreamCall[Request, Response], request_id: str, address: str, timeout: float | None
    ) -> None:
        super().__init__(call, request_id, address, timeout)
        self._status: grpc.RpcError | None = None
        self._told = asyncio.Event()
        call.add_done_callback(lambda _: self._note())

    async def read(self) -> object | Response:
        """The next answer, or `grpc.aio.EOF` after the last."""
        try:
            return await self._call.read()
        except grpc.RpcError as error:
            raise await self._failure(error) from error

    async def __aiter__(self) -> AsyncIterator[Response]:
        try:
            async for answer in self._call:
                yield answer
        except grpc.RpcError as error:
            raise await self._failure(error) from error

    async def write(self, request: Request) -> None:
        """Sends the next request."""
        try:
            await self._call.write(request)
        except grpc.RpcError as error:
            raise await self._failure(error) from error

    async def done_writing(self) -> None:
        """Says that there are no more requests."""
        try:
            await self._call.done_writing()
        except grpc.RpcError as error:
            raise await self._failure(error) from error

    def _note(self) -> None:
        """Keeps the first status that is not of gRPC's own making. A call that is done has it at once."""
        code = at_once(self._call.code())
        details = at_once(self._call.details())
        trailers = at_once(self._call.trailing_metadata())
        if code is None or trailers is None or not_of_the_server(code, details) or self._told.is_set():
            return
        self._status = grpc.aio.AioRpcError(code, grpc.aio.Metadata(), trailers, details)
        self._told.set()

    async def _failure(self, error: grpc.RpcError) -> GrantorError:
        """What the server said, where gRPC says only that it could not send."""
        if not_of_the_server(error.code(), error.details()):
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._told.wait(), STATUS_WITHIN)
            if self._status is None or self._status.code() is grpc.StatusCode.OK:
                return stream_ended(self._of[1], self._of[0])
            error = self._status
        return from_rpc(error, *self._of)


def not_of_the_server(code: grpc.StatusCode, details: str | None) -> bool:
    """Whether gRPC made it up, as a request could not be sent."""
    return code is grpc.StatusCode.INTERNAL and details == "Internal error from Core"


def at_once(waiting: Coroutine[Any, Any, Value]) -> Value | None:
    """What this gives without waiting; None if it waits."""
    try:
        waiting.send(None)
    except StopIteration as done:
        return cast(Value, done.value)
    waiting.close()
    return None


class Channel(grpc.aio.Channel):
    """The channel of a client: any stub over it calls as the client does."""

    def __init__(self, connection: Connection, headers: Headers) -> None:
        self._connection = connection
        self._headers = headers

    def unary_unary(
        self,
        method: str,
        request_serializer: Callable[[Request], bytes] | None = None,
        response_deserializer: Callable[[bytes], Response] | None = None,
        _registered_method: bool | None = False,
    ) -> UnaryUnaryMultiCallable[Request, Response]:
        """A method with one answer."""

        def find() -> UnaryUnaryMultiCallable[Request, Response]:
            return self._connection.channel().unary_unary(method, request_serializer, response_deserializer)

        return UnaryCall(find, self._connection, self._headers)

    def unary_stream(
        self,
        method: str,
        request_serializer: Callable[[Request], bytes] | None = None,
        response_deserializer: Callable[[bytes], Response] | None = None,
        _registered_method: bool | None = False,
    ) -> UnaryStreamMultiCallable[Request, Response]:
        """A method with a stream of answers."""

        def find() -> UnaryStreamMultiCallable[Request, Response]:
            return self._connection.channel().unary_stream(method, request_serializer, response_deserializer)

        return StreamCall(find, self._headers)

    def stream_unary(self, method: str, *_: object, **__: object) -> NoReturn:
        """Grantor has no such method; over `Client.connection` one can be called."""
        raise NotImplementedError(f"{method} takes a stream; call it over client.connection")

    def stream_stream(
        self,
        method: str,
        request_serializer: Callable[[Request], bytes] | None = None,
        response_deserializer: Callable[[bytes], Response] | None = None,
        _registered_method: bool | None = False,
    ) -> StreamStreamMultiCallable[Request, Response]:
        """A method that takes a stream and answers with one."""

        def find() -> StreamStreamMultiCallable[Request, Response]:
            return self._connection.channel().stream_stream(method, request_serializer, response_deserializer)

        return TwoWayCall(find, self._headers)

    def get_state(self, try_to_connect: bool = False) -> grpc.ChannelConnectivity:
        """The state of the connection."""
        return self._connection.channel().get_state(try_to_connect)

    async def wait_for_state_change(self, last_observed_state: grpc.ChannelConnectivity) -> None:
        """Waits until the connection is in another state."""
        await self._connection.channel().wait_for_state_change(last_observed_state)

    async def channel_ready(self) -> None:
        """Waits until the connection stands."""
        await self._connection.channel().channel_ready()

    async def close(self, grace: float | None = None) -> None:  # noqa: ARG002  (gRPC's signature)
        """Closes the connection."""
        await self._connection.close()

    async def __aenter__(self) -> Channel:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
