"""A watch goes on whatever breaks, gives nothing twice, and leaves nothing behind."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import grpc
import pytest
from server import Access, Context, Stream, serving

import grantor.aio
from grantor import Client, Event, GrantorError, v1
from grantor.progress import ATTEMPTS, Tries

BEAT = 1.0
Follow = Callable[[str, int], list[Event]]


def change(revision: int, home: str = "organizations/acme") -> v1.WatchChangesResponse:
    name = f"{home}/changes/{revision}"
    return v1.WatchChangesResponse(change=v1.Change(name=name, revision=revision), position=f"p{revision}")


def heartbeat(position: str) -> v1.WatchChangesResponse:
    return v1.WatchChangesResponse(heartbeat=v1.Heartbeat(), position=position)


def stream(*answers: v1.WatchChangesResponse, end: grpc.StatusCode | None = None, hold: bool = False) -> Stream:
    """A stream with these answers, which then ends, fails, or says nothing any more."""

    def run(_request: v1.WatchChangesRequest, context: Context) -> Iterator[v1.WatchChangesResponse]:
        yield from answers
        if hold:
            over = threading.Event()
            context.add_callback(over.set)
            over.wait()
        elif end is not None:
            context.abort(end, "as the test says")

    return run


def follow(address: str, count: int) -> list[Event]:
    with Client(address, "grk_x") as client, client.watch("organizations/acme", heartbeat=BEAT) as watch:
        return [next(watch) for _ in range(count)]


def follow_aio(address: str, count: int) -> list[Event]:
    async def run() -> list[Event]:
        async with (
            grantor.aio.Client(address, "grk_x") as client,
            client.watch("organizations/acme", heartbeat=BEAT) as watch,
        ):
            events = [await anext(watch) for _ in range(count)]
        # What gRPC has started ends by itself; nothing else is there.
        if others := asyncio.all_tasks() - {asyncio.current_task()}:
            assert not (await asyncio.wait(others, timeout=10))[1]
        return events

    return asyncio.run(run())


both = pytest.mark.parametrize("follows", [follow, follow_aio])


@both
def test_it_resumes_after_what_breaks_and_gives_nothing_twice(follows: Follow) -> None:
    access = Access()
    access.streams = [
        stream(end=grpc.StatusCode.UNAVAILABLE),
        stream(heartbeat("p0"), change(1), end=grpc.StatusCode.UNAVAILABLE),
        stream(change(1), change(2), change(1, "organizations/globex")),
        stream(heartbeat("p9"), change(3), hold=True),
    ]
    with serving(access) as address:
        events = follows(address, 4)
    assert [event.change.name.removeprefix("organizations/") for event in events] == [
        "acme/changes/1",
        "acme/changes/2",
        "globex/changes/1",
        "acme/changes/3",
    ]
    assert [event.position for event in events] == ["p1", "p2", "p1", "p3"]
    starts = [(watch.WhichOneof("start"), watch.position) for watch in access.watches]
    assert starts == [(None, ""), (None, ""), ("position", "p1"), ("position", "p1")]


@both
def test_a_silent_connection_is_left_for_another(follows: Follow) -> None:
    access = Access()
    access.streams = [stream(heartbeat("p0"), hold=True), stream(change(1), hold=True)]
    with serving(access) as address:
        assert [event.change.revision for event in follows(address, 1)] == [1]
    assert access.watches[1].position == "p0"
    assert access.peers[0] != access.peers[1]


@both
def test_kinds_of_a_newer_server_move_the_position_only(follows: Follow) -> None:
    newer = v1.WatchChangesResponse.FromString(
        b"\xa2\x06\x00" + v1.WatchChangesResponse(position="p7").SerializeToString()
    )
    access = Access()
    access.streams = [stream(newer), stream(change(8), hold=True)]
    with serving(access) as address:
        assert [event.change.revision for event in follows(address, 1)] == [8]
    assert access.watches[1].position == "p7"


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address that takes connections and says nothing on them."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


@both
def test_until_it_watches_it_is_tried_as_often_as_a_call(follows: Follow) -> None:
    access = Access()
    access.streams = [stream(end=grpc.StatusCode.UNAVAILABLE)] * 5
    with serving(access) as address, pytest.raises(GrantorError) as failed:
        follows(address, 1)
    assert (failed.value.code, failed.value.message) == (grpc.StatusCode.UNAVAILABLE, "as the test says")
    assert len(access.watches) == 4


@both
def test_a_stream_that_ends_before_it_began_counts_too(follows: Follow) -> None:
    access = Access()
    access.streams = [stream()] * 5
    with serving(access) as address, pytest.raises(GrantorError, match="ended the watch before it began"):
        follows(address, 1)
    assert len(access.watches) == 4


@both
def test_once_it_watches_it_is_tried_without_end(follows: Follow) -> None:
    access = Access()
    access.streams = [
        stream(heartbeat("p0")),
        *[stream(end=grpc.StatusCode.UNAVAILABLE)] * 4,
        stream(change(1), hold=True),
    ]
    with serving(access) as address:
        assert [event.change.revision for event in follows(address, 1)] == [1]


def test_where_nobody_answers_the_timeout_counts(nobody: str) -> None:
    async def watch() -> None:
        async with grantor.aio.Client(nobody, "grk_x", timeout=0.2) as client, client.watch("platform"):
            pass

    with (
        pytest.raises(GrantorError) as failed,
        Client(nobody, "grk_x", timeout=0.2) as client,
        client.watch("platform"),
    ):
        pass
    assert failed.value.code is grpc.StatusCode.UNAVAILABLE
    assert failed.value.message == f"no answer from {nobody} within 0.2 s"
    with pytest.raises(GrantorError, match=r"UNAVAILABLE: no answer from .* within 0\.2 s"):
        asyncio.run(watch())


@both
def test_other_errors_end_it(follows: Follow) -> None:
    access = Access()
    access.streams = [stream(heartbeat("p0"), change(1), end=grpc.StatusCode.PERMISSION_DENIED)]
    with serving(access) as address, pytest.raises(GrantorError) as failed:
        follows(address, 2)
    assert failed.value.code is grpc.StatusCode.PERMISSION_DENIED


def test_closed_by_another_thread_it_ends_and_its_thread_too() -> None:
    access = Access()
    access.streams = [stream(heartbeat("p0"), hold=True)]
    with serving(access) as address, Client(address, "grk_x") as client, client.watch("platform") as watch:
        closer = threading.Thread(target=watch.close)
        closer.start()
        assert list(watch) == []
        closer.join()
        assert not [thread for thread in threading.enumerate() if thread.name == "grantor-watch"]


def test_a_closed_client_ends_its_watches() -> None:
    access = Access()
    access.streams = [stream(heartbeat("p0"), hold=True)]
    with serving(access) as address, Client(address, "grk_x") as client, client.watch("platform") as watch:
        client.close()
        assert list(watch) == []


def test_a_reader_that_gives_up_waiting_can_go_on() -> None:
    async def run(address: str) -> int:
        async with grantor.aio.Client(address, "grk_x") as client, client.watch("platform") as watch:
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(anext(watch), 0.05)
            return (await anext(watch)).change.revision

    access = Access()
    access.streams = [stream(heartbeat("p0"), hold=True), stream(change(1), hold=True)]
    with serving(access) as address:
        assert asyncio.run(run(address)) == 1


def test_one_start_is_enough() -> None:
    client = Client("http://localhost:1", "grk_x")
    with pytest.raises(ValueError, match="give one of them"):
        client.watch("platform", after_revision=0, position="p1")


@pytest.mark.parametrize("heartbeat", [0, 0.5, 61, float("nan"), -1])
def test_a_heartbeat_has_the_bounds_of_the_server(heartbeat: float) -> None:
    with pytest.raises(ValueError, match="1 to 60"):
        Client("http://localhost:1", "grk_x").watch("platform", heartbeat=heartbeat)


def test_a_lost_position_is_not_now() -> None:
    with pytest.raises(ValueError, match="position is empty"):
        Client("http://localhost:1", "grk_x").watch("platform", position="")


def test_the_heartbeat_that_opens_a_stream_does_not_shorten_the_wait() -> None:
    tries, failure = Tries(ATTEMPTS), GrantorError(grpc.StatusCode.UNAVAILABLE, "gone")
    waits = []
    for _ in range(5):
        tries.opened()
        tries.answered(news=False)
        waits.append(tries.wait_after(failure))
    assert waits[-1] > 1
    tries.answered(news=False)
    assert tries.wait_after(failure) < 0.2
    tries.opened()
    tries.answered(news=True)
    assert tries.wait_after(failure) < 0.2


def test_readers_that_give_up_lose_no_change() -> None:
    async def run(address: str) -> list[int]:
        revisions: list[int] = []
        async with grantor.aio.Client(address, "grk_x") as client, client.watch("platform") as watch:
            while len(revisions) < 300:
                with suppress(asyncio.TimeoutError):
                    revisions.append((await asyncio.wait_for(anext(watch), 0.0005)).change.revision)
        return revisions

    access = Access()
    access.streams = [stream(heartbeat("p0"), *map(change, range(1, 301)), hold=True)]
    with serving(access) as address:
        assert asyncio.run(asyncio.wait_for(run(address), 30)) == list(range(1, 301))


@both
def test_a_closed_client_ends_a_watch_on_a_connection_of_its_own(follows: Follow) -> None:
    access = Access()
    access.streams = [stream(heartbeat("p0"), hold=True), stream(change(1), hold=True)]

    def blocking(address: str) -> None:
        client = Client(address, "grk_x")
        watch = client.watch("platform", heartbeat=BEAT)
        next(watch)
        client.close()
        assert list(watch) == []

    async def asynchronous(address: str) -> None:
        client = grantor.aio.Client(address, "grk_x")
        watch = client.watch("platform", heartbeat=BEAT)
        await anext(watch)
        await client.close()
        assert [event async for event in watch] == []

    with serving(access) as address:
        if follows is follow:
            blocking(address)
        else:
            asyncio.run(asynchronous(address))
    assert access.peers[0] != access.peers[1]
