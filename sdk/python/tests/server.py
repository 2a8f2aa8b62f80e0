"""A gRPC server that says what a test wants, over a real connection."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Any

import grpc

from grantor import v1

Context = grpc.ServicerContext
Stream = Callable[[v1.WatchChangesRequest, Context], Iterator[v1.WatchChangesResponse]]
Questions = Callable[[Iterator[v1.StreamCheckAccessRequest], Context], Iterator[v1.StreamCheckAccessResponse]]


class Told:
    """A stream of WatchAccess: what is put into it is sent, until it ends with a code or with OK."""

    def __init__(self) -> None:
        self._messages: SimpleQueue[v1.WatchAccessResponse | grpc.StatusCode | None] = SimpleQueue()

    def tell(self, message: v1.WatchAccessResponse) -> None:
        self._messages.put(message)

    def end(self, code: grpc.StatusCode = grpc.StatusCode.OK) -> None:
        self._messages.put(code)

    def run(self, context: Context) -> Iterator[v1.WatchAccessResponse]:
        # Where the client has gone nobody tells any more.
        context.add_callback(lambda: self._messages.put(None))
        while isinstance(message := self._messages.get(), v1.WatchAccessResponse):
            yield message
        if message is not None and message is not grpc.StatusCode.OK:
            context.abort(message, "as the test says")


class Access:
    """Answers with `answer`; the streams are `streams` and `told`, one after the other."""

    def __init__(self) -> None:
        self.answer = v1.CheckAccessResponse(decision=v1.DECISION_ALLOWED)
        self.told: list[Told] = []
        self.streams: list[Stream] = []
        self.watches: list[v1.WatchChangesRequest] = []
        self.peers: list[str] = []
        self.questions: Questions = lambda *_: iter(())

    def check(self, _request: v1.CheckAccessRequest, _context: Context) -> v1.CheckAccessResponse:
        return self.answer

    def watch(self, request: v1.WatchChangesRequest, context: Context) -> Iterator[v1.WatchChangesResponse]:
        self.watches.append(request)
        self.peers.append(context.peer())
        return self.streams.pop(0)(request, context)

    def tell(self, _request: v1.WatchAccessRequest, context: Context) -> Iterator[v1.WatchAccessResponse]:
        self.peers.append(context.peer())
        return (self.told.pop(0) if self.told else Told()).run(context)

    def stream(
        self, requests: Iterator[v1.StreamCheckAccessRequest], context: Context
    ) -> Iterator[v1.StreamCheckAccessResponse]:
        return self.questions(requests, context)

    def handler(self) -> grpc.GenericRpcHandler:
        check = grpc.unary_unary_rpc_method_handler(
            self.check, v1.CheckAccessRequest.FromString, v1.CheckAccessResponse.SerializeToString
        )
        watch = grpc.unary_stream_rpc_method_handler(
            self.watch, v1.WatchChangesRequest.FromString, v1.WatchChangesResponse.SerializeToString
        )
        tell = grpc.unary_stream_rpc_method_handler(
            self.tell, v1.WatchAccessRequest.FromString, v1.WatchAccessResponse.SerializeToString
        )
        stream = grpc.stream_stream_rpc_method_handler(
            self.stream,
            v1.StreamCheckAccessRequest.FromString,
            v1.StreamCheckAccessResponse.SerializeToString,
        )
        methods: dict[str, grpc.RpcMethodHandler[Any, Any]] = {
            "CheckAccess": check,
            "WatchChanges": watch,
            "WatchAccess": tell,
            "StreamCheckAccess": stream,
        }
        return grpc.method_handlers_generic_handler("grantor.v1.AccessService", methods)


class Grants:
    """Is UNAVAILABLE `failures` times, and notes the request ids: of the message and of the call."""

    def __init__(self) -> None:
        self.failures = 0
        self.ids: list[tuple[str, str]] = []

    def delete(self, request: v1.DeleteGrantRequest, context: Context) -> v1.DeleteGrantResponse:
        headers = {name: str(value) for name, value in context.invocation_metadata()}
        self.ids.append((request.request_id, headers["x-request-id"]))
        if len(self.ids) <= self.failures:
            context.abort(grpc.StatusCode.UNAVAILABLE, "not now")
        return v1.DeleteGrantResponse()

    def handler(self) -> grpc.GenericRpcHandler:
        delete = grpc.unary_unary_rpc_method_handler(
            self.delete, v1.DeleteGrantRequest.FromString, v1.DeleteGrantResponse.SerializeToString
        )
        return grpc.method_handlers_generic_handler("grantor.v1.GrantService", {"DeleteGrant": delete})


@contextmanager
def serving(*services: Access | Grants) -> Iterator[str]:
    """Serves while entered; gives the address."""
    server = grpc.server(ThreadPoolExecutor(8))
    server.add_generic_rpc_handlers([service.handler() for service in services])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.stop(None).wait()
