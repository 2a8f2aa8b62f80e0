"""A gRPC channel whose calls carry key, request id and deadline, and fail with GrantorError.

It wraps each method once, when a stub is made, rather than each call by interceptors, which in
Python cost more than all that is done here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, cast

import grpc

from grantor.connection import Connection
from grantor.errors import from_rpc
from grantor.headers import Headers, Metadata, with_request_id

Request = TypeVar("Request")
Response = TypeVar("Response")
Result = TypeVar("Result")

if TYPE_CHECKING:
    from grpc import StreamStreamMultiCallable, UnaryStreamMultiCallable, UnaryUnaryMultiCallable
else:
    # These are generic for type checkers only.
    class UnaryUnaryMultiCallable(grpc.UnaryUnaryMultiCallable, Generic[Request, Response]):
        """As gRPC's."""

    class UnaryStreamMultiCallable(grpc.UnaryStreamMultiCallable, Generic[Request, Response]):
        """As gRPC's."""

    class StreamStreamMultiCallable(grpc.StreamStreamMultiCallable, Generic[Request, Response]):
        """As gRPC's."""


class UnaryCall(UnaryUnaryMultiCallable[Request, Response]):
    """A method with one answer."""

    def __init__(
        self, method: UnaryUnaryMultiCallable[Request, Response], connection: Connection, headers: Headers
    ) -> None:
        self._method = method
        self._connection = connection
        self._headers = headers

    def __call__(
        self,
        request: Request,
        timeout: float | None = None,
        metadata: Metadata | None = None,
        credentials: grpc.CallCredentials | None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> Response:
        """Calls and waits for the answer.

        Raises:
            GrantorError: the call failed.
        """
        return self._wait(self._method, request, timeout, metadata, credentials, wait_for_ready, compression)

    def with_call(
        self,
        request: Request,
        timeout: float | None = None,
        metadata: Metadata | None = None,
        credentials: grpc.CallCredentials | None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> tuple[Response, grpc.Call]:
        """Calls, waits, and gives the call beside the answer.

        Raises:
            GrantorError: the call failed.
        """
        return self._wait(self._method.with_call, request, timeout, metadata, credentials, wait_for_ready, compression)

    def _wait(
        self,
        call: Callable[..., Result],
        request: Request,
        timeout: float | None,
        metadata: Metadata | None,
        *further: object,
    ) -> Result:
        request_id, sent = self._headers.of_a_call(metadata)
        timeout = self._headers.deadline(timeout)
        try:
            return call(with_request_id(request, request_id), timeout, sent, *further)
        except grpc.RpcError as error:
            raise from_rpc(error, request_id, self._headers.address, timeout) from error
        except ValueError as error:
            self._connection.require_open(request_id, error)
            raise

    def future(  # type: ignore[no-untyped-def]  # the type of gRPC's future has no public name
        self,
        request: Request,
        timeout: float | None = None,
        metadata: Metadata | None = None,
        credentials: grpc.CallCredentials | None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ):
        """Calls and does not wait; `result()` and `exception()` of what it gives have a GrantorError."""
        request_id, sent = self._headers.of_a_call(metadata)
        request = with_request_id(request, request_id)
        timeout = self._headers.deadline(timeout)
        try:
            future = self._method.future(request, timeout, sent, credentials, wait_for_ready, compression)
        except ValueError as error:
            self._connection.require_open(request_id, error)
            raise
        return FutureCall(future, request_id, self._headers.address, timeout)


class FutureCall(Generic[Response]):
    """A call under way."""

    def __init__(self, future: grpc.Future[Response], request_id: str, address: str, timeout: float) -> None:
        self._future = future
        self._of = (request_id, address, timeout)

    def result(self, timeout: float | None = None) -> Response:
        """Waits for the answer."""
        try:
            return self._future.result(timeout)
        except grpc.RpcError as error:
            raise from_rpc(error, *self._of) from error

    def exception(self, timeout: float | None = None) -> Exception | None:
        """Waits, and gives the error if the call failed."""
        error = self._future.exception(timeout)
        return from_rpc(error, *self._of) if isinstance(error, grpc.RpcError) else error

    def add_done_callback(self, fn: Callable[[FutureCall[Response]], None]) -> None:
        """Calls this with this future when the call is over."""
        self._future.add_done_callback(lambda _: fn(self))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._future, name)


class StreamCall(UnaryStreamMultiCallable[Request, Response]):
    """A method with a stream of answers. It has no deadline unless the call has one."""

    def __init__(
        self, method: UnaryStreamMultiCallable[Request, Response], connection: Connection, headers: Headers
    ) -> None:
        self._method = method
        self._connection = connection
        self._headers = headers

    def __call__(  # type: ignore[override]  # the type of gRPC's iterator has no public name
        self,
        request: Request,
        timeout: float | None = None,
        metadata: Metadata | None = None,
        credentials: grpc.CallCredentials | None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> Stream[Response]:
        """Calls; iterate over what it gives."""
        request_id, sent = self._headers.of_a_call(metadata)
        timeout = None if timeout is None else self._headers.deadline(timeout)
        try:
            call = self._method(request, timeout, sent, credentials, wait_for_ready, compression)
        except ValueError as error:
            self._connection.require_open(request_id, error)
            raise
        return Stream(call, request_id, self._headers.address, timeout)


class TwoWayCall(StreamStreamMultiCallable[Request, Response]):
    """A method that takes a stream and answers with one. It has no deadline unless the call has one."""

    def __init__(
        self, method: StreamStreamMultiCallable[Request, Response], connection: Connection, headers: Headers
    ) -> None:
        self._method = method
        self._connection = connection
        self._headers = headers

    def __call__(  # type: ignore[override]  # the type of gRPC's iterator has no public name
        self,
        request_iterator: Iterator[Request],
        timeout: float | None = None,
        metadata: Metadata | None = None,
        credentials: grpc.CallCredentials | None = None,
        wait_for_ready: bool | None = None,
        compression: grpc.Compression | None = None,
    ) -> Stream[Response]:
        """Calls; a thread of gRPC's goes over the requests, and what this gives has the answers."""
        request_id, sent = self._headers.of_a_call(metadata)
        timeout = None if timeout is None else self._headers.deadline(timeout)
        try:
            call = self._method(request_iterator, timeout, sent, credentials, wait_for_ready, compression)
        except ValueError as error:
            self._connection.require_open(request_id, error)
            raise
        return Stream(call, request_id, self._headers.address, timeout)


class Stream(Generic[Response]):
    """The answers of a stream, as they come. `cancel()` and all else of the gRPC call is there too."""

    def __init__(self, call: Iterator[Response], request_id: str, address: str, timeout: float | None) -> None:
        self._call = call
        self._of = (request_id, address, timeout)

    def __iter__(self) -> Stream[Response]:
        return self

    def __next__(self) -> Response:
        try:
            return next(self._call)
        except grpc.RpcError as error:
            raise from_rpc(error, *self._of) from error

    def cancel(self) -> bool:
        """Ends the call."""
        return cast(grpc.RpcContext, self._call).cancel()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._call, name)


class Channel(grpc.Channel):
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
        bare = self._connection.channel().unary_unary(method, request_serializer, response_deserializer)
        return UnaryCall(bare, self._connection, self._headers)

    def unary_stream(
        self,
        method: str,
        request_serializer: Callable[[Request], bytes] | None = None,
        response_deserializer: Callable[[bytes], Response] | None = None,
        _registered_method: bool | None = False,
    ) -> UnaryStreamMultiCallable[Request, Response]:
        """A method with a stream of answers."""
        bare = self._connection.channel().unary_stream(method, request_serializer, response_deserializer)
        return StreamCall(bare, self._connection, self._headers)

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
        bare = self._connection.channel().stream_stream(method, request_serializer, response_deserializer)
        return TwoWayCall(bare, self._connection, self._headers)

    def subscribe(self, callback: Callable[[grpc.ChannelConnectivity], None], try_to_connect: bool = False) -> None:
        """Calls this with each state of the connection."""
        self._connection.channel().subscribe(callback, try_to_connect)

    def unsubscribe(self, callback: Callable[[grpc.ChannelConnectivity], None]) -> None:
        """Undoes subscribe."""
        self._connection.channel().unsubscribe(callback)

    def close(self) -> None:
        """Closes the connection."""
        self._connection.close()
