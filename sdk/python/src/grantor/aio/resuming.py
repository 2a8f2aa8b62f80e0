"""One method's answers over as many streams as it takes, for asyncio."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import grpc.aio

from grantor.aio.calls import Channel
from grantor.aio.connection import Connection
from grantor.errors import GrantorError, closed, silent, watch_ended
from grantor.headers import Headers
from grantor.resuming import Course
from grantor.v1.access_pb2_grpc import AccessServiceStub

Answer = TypeVar("Answer")

if TYPE_CHECKING:
    Stream = grpc.aio.UnaryStreamCall[Any, Answer]


class Resuming(Generic[Answer]):
    """The answers of one method, resumed where a connection breaks or falls silent. Any task may end it."""

    def __init__(self, connection: Connection, headers: Headers, course: Course[Answer]) -> None:
        self._headers = headers
        self._course = course
        self._closed = asyncio.Event()
        self._with_client = False
        self._connection = connection
        self._own: Connection | None = None
        self._silent = False
        self._stream: Stream[Answer] | None = None
        self._reading: asyncio.Future[Any] | None = None
        self._since = 0.0
        self._not_before = 0.0

    async def close(self) -> None:
        """Ends it; nothing stays behind."""
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
        """Ends it, as its client is closed."""
        self._with_client = True
        await self.close()

    async def receive(self) -> Answer | None:
        """The next answer, whatever breaks in between; None if it is closed."""
        try:
            while stream := self._stream or await self._open():
                try:
                    answer = await self._read(stream)
                    failure = watch_ended(self._headers.address, self._course.begun)
                except GrantorError as error:
                    answer, failure = None, error
                if answer is not None:
                    self._course.answered(answer)
                    return answer
                self._stream = None
                self._not_before = asyncio.get_running_loop().time() + self._wait_after(failure)
        except GrantorError:
            await self.close()
            raise
        return None

    async def _read(self, stream: Stream[Answer]) -> Answer | None:
        """The next answer of this stream; None if it is over, silent or cancelled.

        In a task, so that a stream that `close` cancelled is told from a cancelled reader. Such a
        reader leaves the task to the next one: with it an answer would be lost.
        """
        now = asyncio.get_running_loop().time()
        if self._reading is None:
            self._reading, self._since = asyncio.ensure_future(stream.read()), now
        reading = self._reading
        done, _ = await asyncio.wait({reading}, timeout=max(0.0, self._since + self._course.patience - now))
        if not done:
            self._silent = True
            stream.cancel()
            reading.cancel()
            await asyncio.wait({reading})
        self._reading = None
        if reading.cancelled():
            return None
        answer = reading.result()
        return None if answer is grpc.aio.EOF else answer

    async def _open(self) -> Stream[Answer] | None:
        """Another stream, from where the last one was; None if it is closed."""
        await self._pause()
        if self._closed.is_set() and not self._with_client:
            return None
        if self._connection.closed:
            if not self._course.begun:
                raise closed()
            return None
        if self._silent:
            await self._leave_connection()
        self._course.opened()
        stub = AccessServiceStub(Channel(self._own or self._connection, self._headers))
        self._stream = getattr(stub, self._course.method)(self._course.request())
        return self._stream

    async def _leave_connection(self) -> None:
        """On a connection that has fallen silent another stream would be silent too."""
        left, self._own = self._own, Connection(self._connection.configuration)
        self._silent = False
        if left is not None:
            await left.close()

    def _wait_after(self, failure: GrantorError) -> float:
        """Seconds until another stream; raises what ends it all."""
        if self._closed.is_set() or self._connection.closed:
            return 0
        if self._silent:
            failure = silent(self._headers.address, self._course.patience)
        return self._course.wait_after(failure)

    async def _pause(self) -> None:
        """Waits before the next try, or until it is closed. A cancelled reader leaves the rest to the next."""
        remaining = self._not_before - asyncio.get_running_loop().time()
        if remaining <= 0:
            return
        closing = asyncio.ensure_future(self._closed.wait())
        try:
            await asyncio.wait({closing}, timeout=remaining)
        finally:
            closing.cancel()
