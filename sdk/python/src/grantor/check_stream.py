"""Questions one after the other over one call, many of them under way at once."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from copy import copy
from queue import SimpleQueue
from threading import TIMEOUT_MAX, Condition, Lock, Thread, current_thread
from types import TracebackType
from typing import NoReturn
from uuid import uuid4

from grantor import v1
from grantor.answers import Answer, Result
from grantor.calls import Channel, Stream
from grantor.connection import Connection
from grantor.errors import GrantorError, closed, late, out_of_order, stream_closed, stream_ended
from grantor.headers import REQUEST_ID, Headers
from grantor.questions import consistency
from grantor.reading import WINDOW, Reading
from grantor.v1.access_pb2_grpc import AccessServiceStub


class Asked:
    """A question of a stream, under way. In a condition it raises: it is not the answer."""

    __slots__ = ("_address", "_done", "_request_id", "_result", "_timeout", "_until")

    def __init__(self, address: str, timeout: float, request_id: str) -> None:
        self._address = address
        self._timeout = timeout
        self._until = time.monotonic() + timeout
        self._request_id = request_id
        self._result: Result | None = None
        # Held until there is a result; lighter than an Event.
        self._done = Lock()
        self._done.acquire()

    def answer(self) -> Answer:
        """Waits for the answer, until the timeout of the question is over.

        Raises:
            GrantorError: there is no answer. Never an allow.
        """
        if self._result is None and self._done.acquire(timeout=max(0.0, self._until - time.monotonic())):
            self._done.release()
        result = self._result
        if result is None:
            raise late(self._address, self._timeout, self._request_id)
        if result.answer is None:
            # A copy: many questions may have the error of their stream, and each raise writes into it.
            error = result.error or out_of_order(self._request_id)
            raise copy(error) from error.__cause__
        return result.answer

    def __bool__(self) -> NoReturn:
        """Refused.

        Raises:
            TypeError: always.
        """
        raise TypeError("this is not the answer yet; say answer()")

    def settle(self, result: Result) -> None:
        """Says what became of it. Called once, by its stream."""
        self._result = result
        self._done.release()


class CheckStream:
    """Asks over one call, answered in the order asked. Threads may share it; close it, or use it in a `with`.

        with client.stream_checks() as stream:
            asked = [stream.ask(*question) for question in questions]
            answers = [one.answer() for one in asked]

    Answers are taken in as they come, whether anybody waits for them or not. Of the questions 256 are
    under way at once; one more waits in `ask` for a place as long as answers come. Where the stream ends,
    each question without an answer fails with the error that ended it, and so does each asked later:
    open another stream. Nothing is asked again by itself.
    """

    def __init__(self, channel: Channel, connection: Connection, headers: Headers) -> None:
        self._channel = channel
        self._connection = connection
        self._headers = headers
        self._request_id = str(uuid4())
        self._reading = Reading(self._request_id)
        self._changed = Condition()
        self._questions: SimpleQueue[v1.StreamCheckAccessRequest | None] = SimpleQueue()
        self._unanswered: deque[Asked] = deque()
        self._error: GrantorError | None = None
        self._call: Stream[v1.StreamCheckAccessResponse] | None = None
        self._reader: Thread | None = None
        connection.follow(self)

    def ask(
        self,
        subject: str,
        right: str,
        resource: str,
        *,
        at_least_as_fresh: str | Iterable[str] = (),
        fully_consistent: bool = False,
        timeout: float | None = None,
    ) -> Asked:
        """Asks as `Client.check` does, and does not wait for the answer: that is `answer()` of what it gives.

        Whatever fails, that says so. It waits only where 256 questions have no answer yet. The timeout is
        from when it has a place to its answer, in seconds; the client's if it is not given.
        """
        fresh = consistency(at_least_as_fresh, fully_consistent)
        request = v1.StreamCheckAccessRequest(subject=subject, right=right, resource=resource, consistency=fresh)
        timeout = min(self._headers.deadline(timeout), TIMEOUT_MAX)
        with self._changed:
            has_place = self._place(timeout)
            asked = Asked(self._headers.address, timeout, self._request_id)
            if not has_place:
                asked.settle(Result(None, late(self._headers.address, timeout, self._request_id)))
            elif self._error is not None or not self._open():
                asked.settle(Result(None, self._error))
            else:
                self._unanswered.append(asked)
                self._questions.put(request)
        return asked

    @property
    def error(self) -> GrantorError | None:
        """Why the stream ended; None while it goes on."""
        return self._error

    def close(self) -> None:
        """Ends the stream; questions that have no answer yet fail with CANCELLED. Closing again does nothing."""
        self._end(stream_closed(self._request_id))
        if self._call is not None:
            self._call.cancel()
        if self._reader is not None and self._reader is not current_thread():
            self._reader.join()

    def end_with_client(self) -> None:
        """Ends the stream, as its client is closed."""
        self._end(closed(self._request_id))
        self.close()

    def __enter__(self) -> CheckStream:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _place(self, timeout: float) -> bool:
        """Waits until one more question may be under way, as long as answers come. Else False."""
        came = -1
        while not self._may_ask() and came != self._reading.came:
            came = self._reading.came
            self._changed.wait_for(self._may_ask, timeout)
        return self._may_ask()

    def _may_ask(self) -> bool:
        return self._error is not None or len(self._unanswered) < WINDOW

    def _open(self) -> bool:
        """Begins the call, at the first question. False: it can't, for the client is closed."""
        if self._call is not None:
            return True
        try:
            method = AccessServiceStub(self._channel).StreamCheckAccess
            call: Stream[v1.StreamCheckAccessResponse] = method(  # type: ignore[assignment]  # what our channel gives
                self._sent(), metadata=((REQUEST_ID, self._request_id),)
            )
        except GrantorError as error:
            self._error = error
            return False
        self._call = call
        self._reader = Thread(target=self._read, args=(call,), name="grantor-stream", daemon=True)
        self._reader.start()
        return True

    def _sent(self) -> Iterator[v1.StreamCheckAccessRequest]:
        """The questions as they are asked, for gRPC's thread."""
        while (question := self._questions.get()) is not None:
            yield question

    def _read(self, call: Stream[v1.StreamCheckAccessResponse]) -> None:
        """Takes the answers in until there are no more, on a thread of its own."""
        error = stream_ended(self._headers.address, self._request_id)
        try:
            for response in call:
                result = self._reading.take(response)
                self._next().settle(result)
        except GrantorError as failed:
            error = failed
            call.cancel()
        self._end(closed(self._request_id) if self._connection.closed else error)

    def _next(self) -> Asked:
        """The question whose turn it is; its place is free for another one."""
        with self._changed:
            if not self._unanswered:
                raise out_of_order(self._request_id)
            self._changed.notify()
            return self._unanswered.popleft()

    def _end(self, error: GrantorError) -> None:
        with self._changed:
            # What ended it first counts.
            self._error = self._error or error
            left, self._unanswered = self._unanswered, deque()
            self._changed.notify_all()
        self._questions.put(None)
        for asked in left:
            asked.settle(Result(None, self._error))
