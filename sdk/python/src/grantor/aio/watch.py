"""Changes as they happen, over as many streams as it takes, for asyncio."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import TYPE_CHECKING

import grpc.aio

from grantor import v1
from grantor.aio.calls import Channel
from grantor.aio.connection import Connection
from grantor.errors import GrantorError, closed, never_opened, silent
from grantor.headers import Headers
from grantor.progress import Event, Progress, Tries
from grantor.v1.access_pb2_grpc import AccessServiceStub

if TYPE_CHECKING:
    Stream = grpc.aio.UnaryStreamCall[v1.WatchChangesRequest, v1.WatchChangesResponse]


class Watch:
    """The changes of a parent, as an asynchronous iterator that waits for the next one.

        async with client.watch("organizations/acme") as watch:
            async for change, position in watch:
                ...

    Entered, it waits until the server says that it watches: whatever changes from then on is given.
    If nobody answers it fails as a call does. Once it watches it resumes by itself where the connection
    breaks or falls silent. It may be closed by another task; the iteration then ends. A reader that
    is cancelled (`asyncio.wait_for(anext(watch), 1)`) loses nothing: the next one goes on.
    """

    def __init__(self, connection: Connection, headers: Headers, progress: Progress) -> None:
        self._headers = headers
        self._progress = progress
        self._tries = Tries()
        self._closed = asyncio.Event()
        self._with_client = False
        self._connection = connection
        connection.follow(self)
        self._own: Connection | None = None
        self._silent = False
        self._stream: Stream | None = None
        self._reading: asyncio.Future[object] | None = None
        self._since = 0.0
        self._not_before = 0.0
        self._ready: Event | None = None

    @property
    def position(self) -> str:
        """Where another watch would go on, with what was passed over since the last event; at first empty."""
        return self._progress.position

    async def __aenter__(self) -> Watch:
        try:
            if not self._progress.begun and (answer := await self._receive()) is not None:
                self._ready = self._progress.take(answer)
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def __aiter__(self) -> Watch:
        return self

    async def __anext__(self) -> Event:
        """Waits for the next change.

        Raises:
            StopAsyncIteration: the watch is closed.
            GrantorError: the server does not let it go on.
        """
        event, self._ready = self._ready, None
        while event is None:
            answer = await self._receive()
            if answer is None:
                raise StopAsyncIteration
            event = self._progress.take(answer)
        return event

    async def close(self) -> None:
        """Ends the watch; nothing stays behind."""
        self._closed.set()
        if self._stream is not None:
            self._stream.cancel()
        if self._reading is not None:
            self._reading.cancel()
            # Its failure too, which nobody else may look at.
            await asyncio.gather(self._reading, return_exceptions=True)
        if self._own is not None:
            await self._own.close()

    async def end_with_client(self) -> None:
        """Ends the watch, as its client is closed."""
        self._with_client = True
        await self.close()

    async def _receive(self) -> v1.WatchChangesResponse | None:
        """The next answer, whatever breaks in between; None if the watch is closed."""
        try:
            while stream := self._stream or await self._open():
                try:
                    answer = await self._read(stream)
                    failure = never_opened(self._headers.address)
                except GrantorError as error:
                    answer, failure = None, error
                if answer is not None:
                    self._tries.answered(answer)
                    return answer
                self._stream = None
                self._not_before = asyncio.get_running_loop().time() + self._wait_after(failure)
        except GrantorError:
            await self.close()
            raise
        return None

    async def _read(self, stream: Stream) -> v1.WatchChangesResponse | None:
        """The next answer of this stream; None if it is over, silent or cancelled.

        In a task, so that a stream that `close` cancelled is told from a cancelled reader. Such a
        reader leaves the task to the next one: with it an answer would be lost.
        """
        now = asyncio.get_running_loop().time()
        if self._reading is None:
            self._reading, self._since = asyncio.ensure_future(stream.read()), now
        reading = self._reading
        done, _ = await asyncio.wait({reading}, timeout=max(0.0, self._since + self._progress.patience - now))
        if not done:
            self._silent = True
            stream.cancel()
            reading.cancel()
            await asyncio.wait({reading})
        self._reading = None
        if reading.cancelled():
            return None
        answer = reading.result()
        return answer if isinstance(answer, v1.WatchChangesResponse) else None

    async def _open(self) -> Stream | None:
        """Another stream, from where the last one was; None if the watch is closed."""
        await self._pause()
        if self._closed.is_set() and not self._with_client:
            return None
        if self._connection.closed:
            if not self._progress.begun:
                raise closed()
            return None
        if self._silent:
            await self._leave_connection()
        self._tries.opened()
        channel = Channel(self._own or self._connection, self._headers)
        stub = AccessServiceStub(channel)
        self._stream = stub.WatchChanges(self._progress.request())
        return self._stream

    async def _leave_connection(self) -> None:
        """On a connection that has fallen silent another stream would be silent too."""
        left, self._own = self._own, Connection(self._connection.configuration)
        self._silent = False
        if left is not None:
            await left.close()

    def _wait_after(self, failure: GrantorError) -> float:
        """Seconds until another stream; raises what ends the watch."""
        if self._closed.is_set() or self._connection.closed:
            return 0
        if self._silent:
            failure = silent(self._headers.address, self._progress.patience)
        elif failure.code is not grpc.StatusCode.UNAVAILABLE:
            raise failure
        return self._tries.wait_after(failure)

    async def _pause(self) -> None:
        """Waits before the next try, or until the watch is closed. A cancelled reader leaves the rest to the next."""
        remaining = self._not_before - asyncio.get_running_loop().time()
        if remaining <= 0:
            return
        closing = asyncio.ensure_future(self._closed.wait())
        try:
            await asyncio.wait({closing}, timeout=remaining)
        finally:
            closing.cancel()
