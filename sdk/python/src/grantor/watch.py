"""Changes as they happen, over as many streams as it takes."""

from __future__ import annotations

from types import TracebackType

from grantor import v1
from grantor.connection import Connection
from grantor.headers import Headers
from grantor.progress import Event, Progress
from grantor.resuming import Resuming


class Watch:
    """The changes of a parent, as an iterator that waits for the next one.

        with client.watch("organizations/acme") as watch:
            for change, position in watch:
                ...

    Entered, it waits until the server says that it watches: whatever changes from then on is given.
    If nobody answers it fails as a call does. Once it watches it resumes by itself where the connection
    breaks or falls silent. It may be closed by any thread;
    the iteration then ends.
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

    def __enter__(self) -> Watch:
        try:
            if not self._progress.begun and (answer := self._streams.receive()) is not None:
                self._ready = self._progress.take(answer)
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __iter__(self) -> Watch:
        return self

    def __next__(self) -> Event:
        """Waits for the next change.

        Raises:
            StopIteration: the watch is closed.
            GrantorError: the server does not let it go on.
        """
        event, self._ready = self._ready, None
        while event is None:
            answer = self._streams.receive()
            if answer is None:
                raise StopIteration
            event = self._progress.take(answer)
        return event

    def close(self) -> None:
        """Ends the watch; nothing stays behind."""
        self._streams.close()

    def end_with_client(self) -> None:
        """Ends the watch, as its client is closed."""
        self._streams.end_with_client()

    def __del__(self) -> None:
        self._streams.end()
