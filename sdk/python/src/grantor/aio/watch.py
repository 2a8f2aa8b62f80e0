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
    breaks or falls silent. It may be closed by another task; the iteration then ends.
    """

    def __init__(self, connection: Connection, headers: Headers, progress: Progress) -> None:
        self._headers = headers
        self._progress = progress
        self._tries = Tries()
        self._closed = asyncio.Event()
        self._connection = connection
        self._own: Connection | None = None
        self._silent = False
        self._stream: Stream | None = None
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
        if self._own is not None:
            await self._own.close()

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
                    self._tries.answered()
                    return answer
                self._stream = None
                await self._pause(failure)
        except GrantorError:
            await self.close()
            raise
        return None

    async def _read(self, stream: Stream) -> v1.WatchChangesResponse | None:
        """The next answer of this stream; None if it is over, silent or cancelled.

        In a task, so that a stream that `close` cancelled is told from a cancelled reader.
        """
        reading = asyncio.ensure_future(stream.read())
        try:
            done, _ = await asyncio.wait({reading}, timeout=self._progress.patience)
            if not done:
                self._silent = True
                stream.cancel()
                reading.cancel()
                await asyncio.wait({reading})
            elif not reading.cancelled():
                answer = reading.result()
                return answer if isinstance(answer, v1.WatchChangesResponse) else None
        finally:
            reading.cancel()
        return None

    async def _open(self) -> Stream | None:
        """Another stream, from where the last one was; None if the watch is closed."""
        if self._closed.is_set():
            return None
        if self._connection.closed:
            if not self._progress.begun:
                raise closed()
            return None
        if self._silent:
            await self._leave_connection()
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

    async def _pause(self, failure: GrantorError) -> None:
        """Waits before the next try, or until the watch is closed; raises what ends the watch."""
        if self._closed.is_set() or self._connection.closed:
            return
        if self._silent:
            failure = silent(self._headers.address, self._progress.patience)
        elif failure.code is not grpc.StatusCode.UNAVAILABLE:
            raise failure
        closing = asyncio.ensure_future(self._closed.wait())
        try:
            await asyncio.wait({closing}, timeout=self._tries.wait_after(failure))
        finally:
            closing.cancel()
