"""Questions one after the other over one call, many of them under way at once, for asyncio."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterable
from copy import copy
from types import TracebackType
from typing import TYPE_CHECKING
from uuid import uuid4

import grpc.aio

from grantor import v1
from grantor.aio.asked import asked
from grantor.aio.calls import Channel
from grantor.aio.connection import Connection
from grantor.answers import Answer, Result
from grantor.errors import GrantorError, closed, late, out_of_order, stream_closed, stream_ended
from grantor.headers import REQUEST_ID, Headers
from grantor.questions import consistency
from grantor.reading import WINDOW, Reading
from grantor.v1.access_pb2_grpc import AccessServiceStub

if TYPE_CHECKING:
    Call = grpc.aio.StreamStreamCall[v1.StreamCheckAccessRequest, v1.StreamCheckAccessResponse]


class CheckStream:
    """Asks over one call, answered in the order asked. Tasks may share it; use it in an `async with`, or close it.

        async with client.stream_checks() as stream:
            answers = await asyncio.gather(*(stream.ask(*question) for question in questions))

    Of the questions 256 are under way at once; one more waits for a place as long as answers come. A task
    that no longer waits for its answer holds up nobody. Where the stream ends, each question without an
    answer fails with the error that ended it, and so does each asked later: open another stream.
    Nothing is asked again by itself.
    """

    def __init__(self, channel: Channel, connection: Connection, headers: Headers) -> None:
        self._channel = channel
        self._connection = connection
        self._headers = headers
        self._request_id = str(uuid4())
        self._reading = Reading(self._request_id)
        self._turns: deque[asyncio.Future[None]] = deque()
        self._questions: asyncio.Queue[v1.StreamCheckAccessRequest | None] = asyncio.Queue()
        self._unanswered: deque[asyncio.Future[Result]] = deque()
        self._error: GrantorError | None = None
        self._call: Call | None = None
        self._reader: asyncio.Task[None] | None = None
        connection.follow(self)

    @asked
    async def ask(
        self,
        subject: str,
        right: str,
        resource: str,
        *,
        at_least_as_fresh: str | Iterable[str] = (),
        fully_consistent: bool = False,
        timeout: float | None = None,
    ) -> Answer:
        """Asks as `Client.check` does. To have many under way, gather them, or ask from many tasks.

        The timeout is from when it has a place to its answer, in seconds; the client's if it is not given.

        Raises:
            GrantorError: there is no answer. Never an allow.
        """
        fresh = consistency(at_least_as_fresh, fully_consistent)
        request = v1.StreamCheckAccessRequest(subject=subject, right=right, resource=resource, consistency=fresh)
        timeout = self._headers.deadline(timeout)
        await self._place(timeout)
        result = await self._result(request, timeout)
        if result.answer is None:
            # A copy: many questions may have the error of their stream, and each raise writes into it.
            error = result.error or out_of_order(self._request_id)
            raise copy(error) from error.__cause__
        return result.answer

    @property
    def error(self) -> GrantorError | None:
        """Why the stream ended; None while it goes on."""
        return self._error

    async def close(self) -> None:
        """Ends the stream; questions that have no answer yet fail with CANCELLED. Closing again does nothing."""
        self._end(stream_closed(self._request_id))
        if self._call is not None:
            self._call.cancel()
        if self._reader is not None:
            await asyncio.wait({self._reader})

    async def end_with_client(self) -> None:
        """Ends the stream, as its client is closed."""
        self._end(closed(self._request_id))
        await self.close()

    async def __aenter__(self) -> CheckStream:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _place(self, timeout: float) -> None:
        """Waits until one more question may be under way, as long as answers come."""
        while self._error is None and len(self._unanswered) >= WINDOW:
            came = self._reading.came
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._turns.append(turn)
            try:
                await asyncio.wait({turn}, timeout=timeout)
            except asyncio.CancelledError:
                # Whoever gives up must not have taken the place with it.
                if turn.done():
                    self._call_next()
                raise
            finally:
                turn.cancel()
            if self._reading.came == came and self._error is None:
                raise late(self._headers.address, timeout, self._request_id)

    async def _result(self, request: v1.StreamCheckAccessRequest, timeout: float) -> Result:
        """What becomes of a question that has a place."""
        if self._error is None:
            self._open()
        if self._error is not None:
            return Result(None, self._error)
        result: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._unanswered.append(result)
        self._questions.put_nowait(request)
        done, _ = await asyncio.wait({result}, timeout=timeout)
        if not done:
            raise late(self._headers.address, timeout, self._request_id)
        return result.result()

    def _open(self) -> None:
        """Begins the call, at the first question."""
        if self._call is not None:
            return
        try:
            method = AccessServiceStub(self._channel).StreamCheckAccess
            self._call = method(self._sent(), metadata=((REQUEST_ID, self._request_id),))
        except GrantorError as error:
            self._error = error
            return
        self._reader = asyncio.ensure_future(self._read(self._call))

    async def _sent(self) -> AsyncIterator[v1.StreamCheckAccessRequest]:
        """The questions as they are asked, for gRPC's task."""
        while (question := await self._questions.get()) is not None:
            yield question

    async def _read(self, call: Call) -> None:
        """Takes the answers in until there are no more."""
        error = stream_ended(self._headers.address, self._request_id)
        try:
            async for response in call:
                self._settle(self._reading.take(response))
        except GrantorError as failed:
            error = failed
        except asyncio.CancelledError:
            # So ends a call that `close` has cancelled; it has said why.
            error = stream_closed(self._request_id)
        finally:
            call.cancel()
            self._end(closed(self._request_id) if self._connection.closed else error)

    def _settle(self, result: Result) -> None:
        """Gives the question its result whose turn it is; its place is free for another one."""
        if not self._unanswered:
            raise out_of_order(self._request_id)
        self._unanswered.popleft().set_result(result)
        self._call_next()

    def _call_next(self) -> None:
        """Wakes one that waits for a place."""
        while self._turns:
            turn = self._turns.popleft()
            if not turn.done():
                turn.set_result(None)
                return

    def _end(self, error: GrantorError) -> None:
        # What ended it first counts.
        self._error = self._error or error
        self._questions.put_nowait(None)
        while self._unanswered:
            self._unanswered.popleft().set_result(Result(None, self._error))
        while self._turns:
            self._call_next()
