"""One method's answers over as many streams as it takes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event as Flag
from threading import Lock, Thread, current_thread
from typing import Any, Generic, Protocol, TypeVar

from google.protobuf.message import Message

from grantor.calls import Channel, Stream
from grantor.connection import Connection
from grantor.errors import GrantorError, closed, silent, watch_ended
from grantor.headers import Headers
from grantor.v1.access_pb2_grpc import AccessServiceStub

Answer = TypeVar("Answer")
Taken_contra = TypeVar("Taken_contra", contravariant=True)


class Course(Protocol[Taken_contra]):
    """What the streams are of, and what is known across all of them."""

    @property
    def method(self) -> str:
        """The name of the method."""

    @property
    def begun(self) -> bool:
        """Whether anything came yet."""

    @property
    def patience(self) -> float:
        """How long a stream may be silent, in seconds."""

    @property
    def least_patience(self) -> float:
        """The least that this will ever be."""

    def request(self) -> Message:
        """What the next stream asks for."""

    def opened(self) -> None:
        """Another stream begins."""

    def answered(self, answer: Taken_contra) -> None:
        """Something came."""

    def wait_after(self, failure: GrantorError) -> float:
        """Seconds until another stream; raises what ends it all."""


class Resuming(Generic[Answer]):
    """The answers of one method, resumed where a connection breaks or falls silent. Any thread may end it."""

    def __init__(self, connection: Connection, headers: Headers, course: Course[Answer]) -> None:
        self._headers = headers
        self._course = course
        self._silence = Silence(course.least_patience)
        self._lock = Lock()
        self._closed = Flag()
        self._with_client = False
        self._connection = connection
        self._own: Connection | None = None
        self._stream: Stream[Answer] | None = None

    def close(self) -> None:
        """Ends it; nothing stays behind."""
        self.end()
        self._silence.join()

    def end_with_client(self) -> None:
        """Ends it, as its client is closed."""
        self._with_client = True
        self.end()

    def end(self) -> None:
        """Ends it without waiting for its thread: where the interpreter ends, that never comes back."""
        with self._lock:
            self._closed.set()
            if self._stream is not None:
                self._stream.cancel()
            if self._own is not None:
                self._own.close()
        self._silence.stop()

    def receive(self) -> Answer | None:
        """The next answer, whatever breaks in between; None if it is closed."""
        try:
            while stream := self._stream or self._open():
                try:
                    with self._silence.of(stream, self._course.patience):
                        answer = next(stream)
                except StopIteration:
                    failure = watch_ended(self._headers.address, self._course.begun)
                except GrantorError as error:
                    failure = error
                else:
                    self._course.answered(answer)
                    return answer
                self._stream = None
                self._closed.wait(self._wait_after(failure))
        except GrantorError:
            self.close()
            raise
        return None

    def _wait_after(self, failure: GrantorError) -> float:
        """Seconds until another stream; raises what ends it all."""
        if self._closed.is_set() or self._connection.closed:
            return 0
        if self._silence.broken:
            failure = silent(self._headers.address, self._course.patience)
        return self._course.wait_after(failure)

    def _open(self) -> Stream[Answer] | None:
        """Another stream, from where the last one was; None if it is closed."""
        with self._lock:
            if self._closed.is_set() and not self._with_client:
                return None
            if self._connection.closed:
                if not self._course.begun:
                    raise closed()
                return None
            if self._silence.broken:
                self._leave_connection()
            self._course.opened()
            stub = AccessServiceStub(Channel(self._own or self._connection, self._headers))
            self._stream = getattr(stub, self._course.method)(self._course.request())
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
        self._stream: Stream[Any] | None = None
        self._since = 0.0
        self._step = step
        self._stopped = Flag()
        self._thread: Thread | None = None

    @contextmanager
    def of(self, stream: Stream[Any], limit: float) -> Iterator[None]:
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
