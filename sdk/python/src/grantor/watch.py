"""Changes as they happen, over as many streams as it takes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event as Flag
from threading import Lock, Thread, current_thread
from types import TracebackType

import grpc

from grantor import v1
from grantor.calls import Channel, Stream
from grantor.connection import Connection
from grantor.errors import GrantorError, closed, never_opened, silent
from grantor.headers import Headers
from grantor.progress import Event, Progress, Tries
from grantor.v1.access_pb2_grpc import AccessServiceStub


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
        self._headers = headers
        self._progress = progress
        self._tries = Tries()
        self._silence = Silence(progress.least_patience)
        self._lock = Lock()
        self._closed = Flag()
        self._with_client = False
        self._connection = connection
        connection.follow(self)
        self._own: Connection | None = None
        self._stream: Stream[v1.WatchChangesResponse] | None = None
        self._ready: Event | None = None

    @property
    def position(self) -> str:
        """Where another watch would go on, with what was passed over since the last event; at first empty."""
        return self._progress.position

    def __enter__(self) -> Watch:
        try:
            if not self._progress.begun and (answer := self._receive()) is not None:
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
            answer = self._receive()
            if answer is None:
                raise StopIteration
            event = self._progress.take(answer)
        return event

    def close(self) -> None:
        """Ends the watch; nothing stays behind."""
        self._end()
        self._silence.join()

    def end_with_client(self) -> None:
        """Ends the watch, as its client is closed."""
        self._with_client = True
        self._end()

    def __del__(self) -> None:
        # Without waiting for the thread: where the interpreter ends, that never comes back.
        self._end()

    def _end(self) -> None:
        with self._lock:
            self._closed.set()
            if self._stream is not None:
                self._stream.cancel()
            if self._own is not None:
                self._own.close()
        self._silence.stop()

    def _receive(self) -> v1.WatchChangesResponse | None:
        """The next answer, whatever breaks in between; None if the watch is closed."""
        try:
            while stream := self._stream or self._open():
                try:
                    with self._silence.of(stream, self._progress.patience):
                        answer = next(stream)
                except StopIteration:
                    failure = never_opened(self._headers.address)
                except GrantorError as error:
                    failure = error
                else:
                    self._tries.answered(answer)
                    return answer
                self._stream = None
                self._closed.wait(self._wait_after(failure))
        except GrantorError:
            self.close()
            raise
        return None

    def _wait_after(self, failure: GrantorError) -> float:
        """Seconds until another stream; raises what ends the watch."""
        if self._closed.is_set() or self._connection.closed:
            return 0
        if self._silence.broken:
            failure = silent(self._headers.address, self._progress.patience)
        elif failure.code is not grpc.StatusCode.UNAVAILABLE:
            raise failure
        return self._tries.wait_after(failure)

    def _open(self) -> Stream[v1.WatchChangesResponse] | None:
        """Another stream, from where the last one was; None if the watch is closed."""
        with self._lock:
            if self._closed.is_set() and not self._with_client:
                return None
            if self._connection.closed:
                if not self._progress.begun:
                    raise closed()
                return None
            if self._silence.broken:
                self._leave_connection()
            self._tries.opened()
            channel = Channel(self._own or self._connection, self._headers)
            call = AccessServiceStub(channel).WatchChanges
            self._stream = call(self._progress.request())  # type: ignore[assignment]
            return self._stream

    def _leave_connection(self) -> None:
        """On a connection that has fallen silent another stream would be silent too."""
        if self._own is not None:
            self._own.close()
        self._own = Connection(self._connection.configuration)
        self._silence.broken = False


class Silence:
    """Cancels a stream that waits too long. A stream alone can't: it waits without end.

    Only waiting counts, not what the reader does between two events.
    """

    def __init__(self, step: float) -> None:
        self.broken = False
        self._limit = 0.0
        self._stream: Stream[v1.WatchChangesResponse] | None = None
        self._since = 0.0
        self._step = step
        self._stopped = Flag()
        self._thread: Thread | None = None

    @contextmanager
    def of(self, stream: Stream[v1.WatchChangesResponse], limit: float) -> Iterator[None]:
        """While entered, this stream waits, at most so many seconds."""
        self._limit = limit
        if self._thread is None:
            self._thread = Thread(target=self._run, name="grantor-watch", daemon=True)
            self._thread.start()
        # The time first: the thread must not see this stream with the time of the one before.
        self._since = time.monotonic()
        self._stream = stream
        try:
            yield
        finally:
            self._stream = None

    def stop(self) -> None:
        """Tells the thread to end."""
        self._stopped.set()

    def join(self) -> None:
        """Waits until the thread has ended."""
        if self._thread is not None and self._thread is not current_thread():
            self._thread.join()

    def _run(self) -> None:
        # Never longer than the shortest limit: while it sleeps a shorter one may begin.
        remaining = self._step
        while not self._stopped.wait(min(remaining, self._step)):
            stream, silent = self._stream, time.monotonic() - self._since
            if stream is not None and silent >= self._limit:
                self.broken = True
                stream.cancel()
            remaining = self._limit - silent if stream is not None and silent < self._limit else self._limit
