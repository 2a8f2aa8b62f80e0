"""Changes as they happen, over as many streams as it takes, for asyncio."""

from __future__ import annotations

from types import TracebackType

from grantor import v1
from grantor.aio.connection import Connection
from grantor.aio.resuming import Resuming
from grantor.headers import Headers
from grantor.progress import Event, Progress


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
        self._progress = progress
        self._streams: Resuming[v1.WatchChangesResponse] = Resuming(connection, headers, progress)
        connection.follow(self)
        self._ready: Event | None = None

    @property
    def position(self) -> str:
        """Where another watch would go on, with what was passed over since the last event; at first empty."""
        return self._progress.position

    async def __aenter__(self) -> Watch:
        try:
            if not self._progress.begun and (answer := await self._streams.receive()) is not None:
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
            answer = await self._streams.receive()
            if answer is None:
                raise StopAsyncIteration
            event = self._progress.take(answer)
        return event

    async def close(self) -> None:
        """Ends the watch; nothing stays behind."""
        await self._streams.close()

    async def end_with_client(self) -> None:
        """Ends the watch, as its client is closed."""
        await self._streams.end_with_client()
