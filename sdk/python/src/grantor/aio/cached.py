"""Answers about an organization, kept for as long as they may be relied on, for asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from types import TracebackType
from typing import Protocol

from grantor import v1
from grantor.aio.asked import asked
from grantor.aio.connection import Connection
from grantor.aio.resuming import Resuming
from grantor.answers import Answer
from grantor.errors import GrantorError, closed
from grantor.headers import Headers
from grantor.kept import Kept
from grantor.proving import Cache, Proving


class Ask(Protocol):
    """As `Client.check`."""

    def __call__(
        self, subject: str, right: str, resource: str, *, at_least_as_fresh: tuple[str, ...], timeout: float | None
    ) -> Awaitable[Answer]:
        """Asks."""


class CachedAccess(Cache):
    """Keeps the answers of `check` about one organization. Tasks may share it; use it in an `async with`, or close it.

        async with client.cached_access("organizations/acme") as access:
            if await access.check("users/alice", "manage", "organizations/acme/products/drive-1"):
                ...

    The server tells over a stream which answers may have changed. What is kept is at most 5 s old, as
    answers of `check` are, and once an invalidation was read nothing older is given. Where that can't be
    proved each question is asked, so without the stream it costs what `check` costs. It is not for who
    needs full consistency: ask `client.check` for that. Made before the loop runs it begins to watch with
    its first question.
    """

    def __init__(self, ask: Ask, connection: Connection, headers: Headers, kept: Kept) -> None:
        super().__init__(kept)
        self._ask = ask
        self._streams: Resuming[v1.WatchAccessResponse] = Resuming(connection, headers, Proving(kept))
        self._task: asyncio.Task[None] | None = None
        connection.follow(self)
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return
        self._begin()

    @asked
    async def check(self, subject: str, right: str, resource: str, *, timeout: float | None = None) -> Answer:
        """Whether the user may do that on this resource. `from_cache` of the answer says whether it was kept.

        What is below another organization is asked each time. The timeout is of the call, in seconds.

        Raises:
            GrantorError: there is no answer. Never an allow, and never kept.
        """
        if (kept := self._kept.find(subject, right, resource)) is not None:
            return kept
        self._begin()
        question = self._kept.ask(subject, right, resource)
        try:
            answer = await self._ask(subject, right, resource, at_least_as_fresh=question.tokens, timeout=timeout)
            self._kept.answered(question, answer)
        finally:
            self._kept.over(question)
        return answer

    async def close(self) -> None:
        """Ends the stream. Questions are asked from then on."""
        self._kept.close()
        await self._streams.close()
        await self._end()

    async def end_with_client(self) -> None:
        """Ends the stream, as its client is closed."""
        self._kept.close(closed())
        await self._streams.end_with_client()
        await self._end()

    async def __aenter__(self) -> CachedAccess:
        self._begin()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def _begin(self) -> None:
        if self._task is None:
            self._task = asyncio.create_task(self._follow())

    async def _end(self) -> None:
        if self._task is not None:
            await asyncio.wait({self._task})

    async def _follow(self) -> None:
        """Reads until the cache or its client is closed."""
        try:
            while await self._streams.receive() is not None:
                pass
        except GrantorError as error:
            self._kept.close(error)
