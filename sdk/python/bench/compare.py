"""Checks a second through the client and through the bare stub, in turn: compare.py [--aio] ROUNDS."""

import argparse
import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from statistics import median

import grpc.aio

from grantor import Client, aio, v1
from grantor.configuration import Configuration, configure
from grantor.connection import Options, options
from grantor.v1.access_pb2_grpc import AccessServiceStub

CONCURRENCY = 8
SECONDS = 1.0
"""Of each of the two in a round."""

WHO, WHAT, WHERE = "users/alice", "manage", "organizations/acme/products/drive-1"


def rate_of_threads(ask: Callable[[], object]) -> float:
    """Calls a second by all threads."""
    end = time.perf_counter() + SECONDS

    def work(_: int) -> int:
        done = 0
        while time.perf_counter() < end:
            ask()
            done += 1
        return done

    started = time.perf_counter()
    with ThreadPoolExecutor(CONCURRENCY) as threads:
        return sum(threads.map(work, range(CONCURRENCY))) / (time.perf_counter() - started)


async def rate_of_tasks(ask: Callable[[], Awaitable[object]]) -> float:
    """Calls a second by all tasks."""
    end = time.perf_counter() + SECONDS

    async def work() -> int:
        done = 0
        while time.perf_counter() < end:
            await ask()
            done += 1
        return done

    started = time.perf_counter()
    return sum(await asyncio.gather(*(work() for _ in range(CONCURRENCY)))) / (time.perf_counter() - started)


def require_allowed(decision: v1.Decision.ValueType) -> None:
    """An answer that is not looked at would be no use to anybody."""
    if decision != v1.DECISION_ALLOWED:
        raise SystemExit(f"{WHO} may not {WHAT} {WHERE}; is this the demo data?")


def bare_connection() -> tuple[str, Options, tuple[tuple[str, str], ...]]:
    """Target, options and metadata of the bare stub: as the client's, without retries."""
    configuration: Configuration = configure(
        None, None, ca_certificate=None, plaintext=False, timeout=5.0, acting_user=None
    )
    kept = [(name, value) for name, value in options(configuration) if name != "grpc.service_config"]
    return configuration.target, kept, (("authorization", f"Bearer {configuration.key}"),)


def report(sdk: list[float], raw: list[float]) -> None:
    """Prints the line."""
    ratio = median(one / other for one, other in zip(sdk, raw, strict=True))
    numbers = {"sdk": round(median(sdk)), "raw": round(median(raw)), "ratio": round(ratio, 3)}
    print(json.dumps({"language": "python", **numbers}))


def blocking(rounds: int) -> None:
    """Measures the client that blocks."""
    target, bare_options, metadata = bare_connection()
    with Client() as client, grpc.insecure_channel(target, bare_options) as channel:
        stub = AccessServiceStub(channel)

        def through_client() -> None:
            require_allowed(v1.DECISION_ALLOWED if client.check(WHO, WHAT, WHERE) else v1.DECISION_DENIED)

        def bare() -> None:
            request = v1.CheckAccessRequest(subject=WHO, right=WHAT, resource=WHERE)
            require_allowed(stub.CheckAccess(request, metadata=metadata).decision)

        sdk: list[float] = []
        raw: list[float] = []
        # Not counted: connections are made, and what Python compiles is compiled.
        rate_of_threads(through_client)
        rate_of_threads(bare)
        for number in range(rounds):
            # Whoever is second finds a warmer machine, so they take turns.
            for asked_bare in (number % 2 == 0, number % 2 == 1):
                (raw if asked_bare else sdk).append(rate_of_threads(bare if asked_bare else through_client))
    report(sdk, raw)


async def asynchronous(rounds: int) -> None:
    """Measures the client for asyncio."""
    target, bare_options, metadata = bare_connection()
    async with aio.Client() as client, grpc.aio.insecure_channel(target, bare_options) as channel:
        stub = AccessServiceStub(channel)

        async def through_client() -> None:
            require_allowed(v1.DECISION_ALLOWED if await client.check(WHO, WHAT, WHERE) else v1.DECISION_DENIED)

        async def bare() -> None:
            request = v1.CheckAccessRequest(subject=WHO, right=WHAT, resource=WHERE)
            require_allowed((await stub.CheckAccess(request, metadata=metadata)).decision)

        sdk: list[float] = []
        raw: list[float] = []
        await rate_of_tasks(through_client)
        await rate_of_tasks(bare)
        for number in range(rounds):
            for asked_bare in (number % 2 == 0, number % 2 == 1):
                (raw if asked_bare else sdk).append(await rate_of_tasks(bare if asked_bare else through_client))
    report(sdk, raw)


def main() -> None:
    """Measures what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aio", action="store_true", help="the client for asyncio")
    parser.add_argument("rounds", type=int, help="how often both are measured")
    arguments = parser.parse_args()
    if arguments.aio:
        asyncio.run(asynchronous(arguments.rounds))
    else:
        blocking(arguments.rounds)


if __name__ == "__main__":
    main()
