"""A cache over a real connection: the stream tells, and each question has an answer whatever becomes of it."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

import grpc
import pytest
from google.protobuf.timestamp_pb2 import Timestamp
from server import Access, Context, Told, serving

import grantor.aio
from grantor import Answer, CachedAccess, Client, GrantorError, v1
from grantor.kept import Kept
from grantor.proving import Cache, Proving

HOME = "organizations/acme"
QUESTION = ("users/a", "use", f"{HOME}/products/drive-1")
NOW = Timestamp(seconds=1_900_000_000)
EVERYBODY = v1.Invalidation(all_subjects=True)


class Heard(Kept):
    """Says when it heard something and when it lost the stream; its clock stands still."""

    def __init__(self) -> None:
        super().__init__(HOME, 100, lambda: 7.0)
        self.heard = threading.Semaphore(0)
        self.lost = threading.Semaphore(0)

    def take(self, message: v1.WatchAccessResponse) -> None:
        super().take(message)
        self.heard.release()

    def lose(self, failure: GrantorError | None = None) -> None:
        super().lose(failure)
        if failure is not None:
            self.lost.release()


class Server(Access):
    """Allows who asks, and notes with which token, but not who flies; a question waits while `free` is not set."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[list[str]] = []
        self.free = threading.Event()
        self.free.set()
        self.came = threading.Semaphore(0)

    def check(self, request: v1.CheckAccessRequest, context: Context) -> v1.CheckAccessResponse:
        if request.right == "fly":
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, "no such right")
        self.tokens.append(list(request.consistency.at_least_as_fresh.tokens))
        self.came.release()
        self.free.wait(10)
        return v1.CheckAccessResponse(decision=v1.DECISION_ALLOWED, evaluate_time=NOW)

    def open(self, token: str | None = None) -> Told:
        """The next stream, with its first message if it has a token."""
        told = Told()
        self.told.append(told)
        if token is not None:
            tell(told, token, EVERYBODY)
        return told


def tell(told: Told, token: str, invalidation: v1.Invalidation | None = None) -> None:
    told.tell(v1.WatchAccessResponse(invalidation=invalidation, consistency_token=token, proved_time=NOW))


class Used(NamedTuple):
    """A cache of either client, used by a thread."""

    cache: Cache
    check: Callable[[str, str, str], Answer]
    close: Callable[[], object]
    close_client: Callable[[], object]

    def asks(self) -> bool:
        """Whether the question is asked; it is allowed in any case."""
        answer = self.check(*QUESTION)
        assert answer.allowed
        return not answer.from_cache


Use = Callable[[str, Kept], AbstractContextManager[Used]]


@contextmanager
def blocking(address: str, kept: Kept) -> Iterator[Used]:
    with Client(address, "grk_x") as client:
        with CachedAccess(client.check, client._connection, client._headers, kept) as cache:
            yield Used(cache, cache.check, cache.close, client.close)
        assert not [thread for thread in threading.enumerate() if thread.name in ("grantor-cache", "grantor-watch")]


@contextmanager
def asynchronous(address: str, kept: Kept) -> Iterator[Used]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def run(waiting: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(waiting, loop).result(10)

    async def make() -> tuple[grantor.aio.Client, grantor.aio.CachedAccess]:
        client = grantor.aio.Client(address, "grk_x")
        return client, grantor.aio.CachedAccess(client.check, client._connection, client._headers, kept)

    async def left() -> None:
        # What gRPC has started ends by itself; nothing else is there.
        if others := asyncio.all_tasks() - {asyncio.current_task()}:
            assert not (await asyncio.wait(others, timeout=10))[1]

    client, cache = run(make())
    try:
        yield Used(
            cache, lambda *asked: run(cache.check(*asked)), lambda: run(cache.close()), lambda: run(client.close())
        )
    finally:
        run(cache.close())
        run(client.close())
        run(left())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


both = pytest.mark.parametrize("use", [blocking, asynchronous])


@both
def test_what_is_kept_is_given_until_the_stream_says_otherwise(use: Use) -> None:
    server, kept = Server(), Heard()
    told = server.open("t0")
    with serving(server) as address, use(address, kept) as used:
        assert kept.heard.acquire(timeout=10)
        assert [used.asks() for _ in range(3)] == [True, False, False]
        tell(told, "t1", v1.Invalidation(subjects=["users/a"]))
        assert kept.heard.acquire(timeout=10)
        assert [used.asks(), used.asks()] == [True, False]
        assert used.cache.stats == (3, 2, True)
        assert used.cache.failure is None
    assert server.tokens == [["t0"], ["t1"]]


@both
@pytest.mark.parametrize("invalidation", [v1.Invalidation(subjects=["users/a"]), EVERYBODY])
def test_an_answer_under_way_is_given_and_not_kept(use: Use, invalidation: v1.Invalidation) -> None:
    server, kept = Server(), Heard()
    told = server.open("t0")
    with serving(server) as address, use(address, kept) as used, ThreadPoolExecutor(1) as threads:
        assert kept.heard.acquire(timeout=10)
        server.free.clear()
        asking = threads.submit(used.asks)
        assert server.came.acquire(timeout=10)
        tell(told, "t1", invalidation)
        assert kept.heard.acquire(timeout=10)
        server.free.set()
        assert asking.result(10)
        assert [used.asks(), used.asks()] == [True, False]


@both
def test_a_stream_that_ends_is_opened_again_and_all_is_forgotten(use: Use) -> None:
    server, kept = Server(), Heard()
    first, second = server.open("t0"), server.open()
    with serving(server) as address, use(address, kept) as used, ThreadPoolExecutor(1) as threads:
        assert kept.heard.acquire(timeout=10)
        assert [used.asks(), used.asks()] == [True, False]
        server.free.clear()
        asking = threads.submit(used.check, "users/b", *QUESTION[1:])
        assert [server.came.acquire(timeout=10) for _ in range(2)] == [True, True]
        first.end(grpc.StatusCode.UNAVAILABLE)
        assert kept.lost.acquire(timeout=10)
        assert used.cache.failure is not None
        assert used.cache.failure.message == "as the test says"
        tell(second, "t9", EVERYBODY)
        assert kept.heard.acquire(timeout=10)
        server.free.set()
        assert asking.result(10).allowed
        assert [used.cache.failure] == [None]
        assert not used.check("users/b", *QUESTION[1:]).from_cache
        assert [used.asks(), used.asks()] == [True, False]
    assert server.tokens == [["t0"], ["t0"], ["t9"], ["t9"]]


@both
def test_while_no_stream_stands_each_question_is_asked(use: Use) -> None:
    server, kept = Server(), Heard()
    server.open("t0").end()
    with serving(server) as address, use(address, kept) as used:
        assert kept.lost.acquire(timeout=10)
        assert [used.asks(), used.asks()] == [True, True]
        assert used.cache.failure is not None
        assert used.cache.failure.message == f"{address} ended the watch"
        assert not used.cache.stats.keeping
    assert server.tokens == [[], []]


@both
def test_whoever_may_not_watch_is_told_so_and_answered(use: Use) -> None:
    server, kept = Server(), Heard()
    server.open().end(grpc.StatusCode.PERMISSION_DENIED)
    with serving(server) as address, use(address, kept) as used:
        assert kept.lost.acquire(timeout=10)
        assert used.cache.failure is not None
        assert used.cache.failure.code is grpc.StatusCode.PERMISSION_DENIED
        assert [used.asks(), used.asks()] == [True, True]


@both
def test_a_silent_stream_is_left_for_another_connection(use: Use, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Proving, "patience", 0.2)
    monkeypatch.setattr(Proving, "least_patience", 0.2)
    server, kept = Server(), Heard()
    server.open()
    server.open("t1")
    with serving(server) as address, use(address, kept) as used:
        assert kept.lost.acquire(timeout=10)
        assert kept.heard.acquire(timeout=10)
        assert [used.asks(), used.asks()] == [True, False]
    assert server.peers[0] != server.peers[1]


@both
def test_closed_it_asks(use: Use) -> None:
    server, kept = Server(), Heard()
    server.open("t0")
    with serving(server) as address, use(address, kept) as used:
        assert kept.heard.acquire(timeout=10)
        assert [used.asks(), used.asks()] == [True, False]
        used.close()
        assert [used.asks(), used.asks()] == [True, True]
        assert used.cache.failure is not None
        assert used.cache.failure.message == "the cache is closed; make another"
        used.close()


@both
def test_a_closed_client_ends_it(use: Use) -> None:
    server, kept = Server(), Heard()
    server.open("t0")
    with serving(server) as address, use(address, kept) as used:
        assert kept.heard.acquire(timeout=10)
        assert used.asks()
        used.close_client()
        with pytest.raises(GrantorError) as failed:
            used.check(*QUESTION)
        assert failed.value.code is grpc.StatusCode.CANCELLED
        assert used.cache.failure is not None
        assert used.cache.failure.message == "the client is closed; make another"


@both
def test_an_error_is_never_kept(use: Use) -> None:
    server, kept = Server(), Heard()
    server.open("t0")
    with serving(server) as address, use(address, kept) as used:
        assert kept.heard.acquire(timeout=10)
        for _ in range(2):
            with pytest.raises(GrantorError, match="no such right"):
                used.check("users/a", "fly", HOME)
        assert used.cache.stats == (0, 2, True)
        assert kept._under_way == {}


def test_a_cache_that_nobody_has_any_more_ends() -> None:
    server = Server()
    server.open("t0")
    with serving(server) as address, Client(address, "grk_x") as client:
        access = client.cached_access(HOME, max_answers=2)
        thread = access._thread
        del access
        thread.join(10)
        assert not thread.is_alive()


def test_one_that_is_made_before_the_loop_watches_from_its_first_question() -> None:
    async def run(address: str) -> Answer:
        async with grantor.aio.Client(address, "grk_x") as client, made(client) as cache:
            answer = await cache.check(*QUESTION)
            assert cache._task is not None
            return answer

    def made(client: grantor.aio.Client) -> grantor.aio.CachedAccess:
        with ThreadPoolExecutor(1) as other:
            return other.submit(client.cached_access, HOME).result()

    server = Server()
    server.open("t0")
    with serving(server) as address:
        assert asyncio.run(run(address)).allowed
