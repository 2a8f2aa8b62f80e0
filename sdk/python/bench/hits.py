"""What an answer costs that is kept: hits.py [--aio] ROUNDS.

It needs no server: one of this process tells once a second that nothing has changed, as a real one would.
"""

import argparse
import asyncio
import json
import random
import threading
import time
from collections.abc import Awaitable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from statistics import median

import grpc
from google.protobuf.timestamp_pb2 import Timestamp

from grantor import Answer, CachedAccess, Client, aio, v1
from grantor.kept import Kept

HOME = "organizations/acme"
KEPT = 100_000
THREADS = 8
Question = tuple[str, str, str]


class Heard(Kept):
    """Says when it has heard something."""

    heard = threading.Event()

    def take(self, message: v1.WatchAccessResponse) -> None:
        """As it does, and says so."""
        super().take(message)
        self.heard.set()


def moment() -> Timestamp:
    """The database's time."""
    now = Timestamp()
    now.GetCurrentTime()
    return now


@contextmanager
def telling() -> Iterator[str]:
    """A server of WatchAccess; gives its address."""
    over = threading.Event()

    def watch(_: v1.WatchAccessRequest, __: grpc.ServicerContext) -> Iterator[v1.WatchAccessResponse]:
        invalidation: v1.Invalidation | None = v1.Invalidation(all_subjects=True)
        while not over.is_set():
            yield v1.WatchAccessResponse(invalidation=invalidation, consistency_token="t", proved_time=moment())  # noqa: S106
            invalidation = None
            over.wait(1)

    handler = grpc.unary_stream_rpc_method_handler(
        watch, v1.WatchAccessRequest.FromString, v1.WatchAccessResponse.SerializeToString
    )
    server = grpc.server(ThreadPoolExecutor(2))
    service = grpc.method_handlers_generic_handler("grantor.v1.AccessService", {"WatchAccess": handler})
    server.add_generic_rpc_handlers([service])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        over.set()
        server.stop(None).wait()


def fill(kept: Kept) -> list[Question]:
    """Keeps as many answers as it may hold in its young generation; gives their questions, shuffled."""
    questions = [
        (f"users/{user}", "manage", f"{HOME}/products/drive-{product}")
        for user in range(KEPT // 100)
        for product in range(99)
    ]
    random.shuffle(questions)
    for question in questions:
        asked = kept.ask(*question)
        message = v1.CheckAccessResponse(decision=v1.DECISION_ALLOWED, evaluate_time=moment())
        kept.answered(asked, Answer(message, ""))
        kept.over(asked)
    return questions


def require_hit(answer: Answer) -> None:
    """An answer that is not looked at would be no use to anybody."""
    if not (answer.allowed and answer.from_cache):
        raise SystemExit("that was no hit")


def nanoseconds(started: float, questions: list[Question]) -> float:
    """What each took, of this process's time: whatever else the machine does costs no hit."""
    return (time.process_time() - started) / len(questions) * 1e9


def report(kind: str, alone: list[float], together: list[float]) -> None:
    """Prints the line."""
    numbers = {"hit_ns": round(median(alone)), "hit_ns_of_8_at_once": round(median(together))}
    print(json.dumps({"language": "python", "client": kind, "kept": KEPT, **numbers}))


def blocking(rounds: int) -> None:
    """Measures the client that blocks: one thread, then eight at once."""
    kept = Heard(HOME, 2 * KEPT)
    with (
        telling() as address,
        Client(address, "grk_x") as client,
        CachedAccess(client.check, client._connection, client._headers, kept) as access,
    ):
        wait(kept)
        questions = fill(kept)
        wait(kept)
        alone: list[float] = []
        together: list[float] = []

        def ask(part: list[Question]) -> None:
            for question in part:
                require_hit(access.check(*question))

        for _ in range(rounds):
            started = time.process_time()
            ask(questions)
            alone.append(nanoseconds(started, questions))
            started = time.process_time()
            with ThreadPoolExecutor(THREADS) as threads:
                list(threads.map(ask, [questions[part::THREADS] for part in range(THREADS)]))
            together.append(nanoseconds(started, questions))
    report("blocking", alone, together)


async def asynchronous(rounds: int) -> None:
    """Measures the client for asyncio: one task, then eight at once."""
    kept = Heard(HOME, 2 * KEPT)
    with telling() as address:
        async with (
            aio.Client(address, "grk_x") as client,
            aio.CachedAccess(client.check, client._connection, client._headers, kept) as access,
        ):
            await wait_in_loop(kept)
            questions = fill(kept)
            await wait_in_loop(kept)
            alone: list[float] = []
            together: list[float] = []

            async def ask(part: list[Question]) -> None:
                for question in part:
                    require_hit(await access.check(*question))

            for _ in range(rounds):
                started = time.process_time()
                await ask(questions)
                alone.append(nanoseconds(started, questions))
                started = time.process_time()
                parts: list[Awaitable[None]] = [ask(questions[part::THREADS]) for part in range(THREADS)]
                await asyncio.gather(*parts)
                together.append(nanoseconds(started, questions))
                # What a busy loop has not read could be an invalidation.
                await wait_in_loop(kept)
    report("asyncio", alone, together)


def wait(kept: Heard) -> None:
    """Until something has just been heard, so that there are 5 s until it is asked again."""
    kept.heard.clear()
    kept.heard.wait()


async def wait_in_loop(kept: Heard) -> None:
    """The same, while the loop reads what came when it was busy."""
    await asyncio.sleep(0.02)
    kept.heard.clear()
    while not kept.heard.is_set():  # noqa: ASYNC110  (the other client waits in threads)
        await asyncio.sleep(0.01)


def main() -> None:
    """Measures what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aio", action="store_true", help="the client for asyncio")
    parser.add_argument("rounds", type=int, help="how often all is measured")
    arguments = parser.parse_args()
    if arguments.aio:
        asyncio.run(asynchronous(arguments.rounds))
    else:
        blocking(arguments.rounds)


if __name__ == "__main__":
    main()
