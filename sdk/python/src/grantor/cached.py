"""Answers about an organization, kept for as long as they may be relied on."""

from __future__ import annotations

from threading import Thread, current_thread
from types import TracebackType
from typing import Protocol

from grantor import v1
from grantor.answers import Answer
from grantor.connection import Connection
from grantor.errors import GrantorError, closed
from grantor.headers import Headers
from grantor.kept import Kept
from grantor.proving import Cache, Proving
from grantor.resuming import Resuming


class Ask(Protocol):
    """As `Client.check`."""

    def __call__(
        self, subject: str, right: str, resource: str, *, at_least_as_fresh: tuple[str, ...], timeout: float | None
    ) -> Answer:
        """Asks."""


class CachedAccess(Cache):
    """Keeps the answers of `check` about one organization. Threads may share it; close it, or use it in a `with`.

        with client.cached_access("organizations/acme") as access:
            if access.check("users/alice", "manage", "organizations/acme/products/drive-1"):
                ...

    The server tells over a stream which answers may have changed. What is kept is at most 5 s old, as
    answers of `check` are, and once an invalidation was read nothing older is given. Where that can't be
    proved each question is asked, so without the stream it costs what `check` costs. It is not for who
    needs full consistency: ask `client.check` for that.
    """

    def __init__(self, ask: Ask, connection: Connection, headers: Headers, kept: Kept) -> None:
        super().__init__(kept)
        self._ask = ask
        self._streams: Resuming[v1.WatchAccessResponse] = Resuming(connection, headers, Proving(kept))
        connection.follow(self)
        # It knows the streams only, so that a cache that nobody has any more ends.
        self._thread = Thread(target=follow, args=(self._streams, kept), name="grantor-cache", daemon=True)
        self._thread.start()

    def check(self, subject: str, right: str, resource: str, *, timeout: float | None = None) -> Answer:
        """Whether the user may do that on this resource. `from_cache` of the answer says whether it was kept.

        What is below another organization is asked each time. The timeout is of the call, in seconds.

        Raises:
            GrantorError: there is no answer. Never an allow, and never kept.
        """
        if (kept := self._kept.find(subject, right, resource)) is not None:
            return kept
        question = self._kept.ask(subject, right, resource)
        try:
            answer = self._ask(subject, right, resource, at_least_as_fresh=question.tokens, timeout=timeout)
            self._kept.answered(question, answer)
        finally:
            self._kept.over(question)
        return answer

    def close(self) -> None:
        """Ends the stream. Questions are asked from then on."""
        self._kept.close()
        self._streams.close()
        if self._thread is not current_thread():
            self._thread.join()

    def end_with_client(self) -> None:
        """Ends the stream, as its client is closed."""
        self._kept.close(closed())
        self._streams.end_with_client()

    def __enter__(self) -> CachedAccess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        self._streams.end()


def follow(streams: Resuming[v1.WatchAccessResponse], kept: Kept) -> None:
    """Reads until the cache or its client is closed."""
    try:
        while streams.receive() is not None:
            pass
    except GrantorError as error:
        kept.close(error)
