"""The calls of the suite by the client for asyncio."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import shapes
from cases import failure, make, report, resolve

from grantor import Event, v1
from grantor.aio import CachedAccess, Client

Json = dict[str, Any]


class Calls:
    """Each call of the suite as a method of its name, with `with` and the deadline."""

    cache: CachedAccess

    def __init__(self, client: Client) -> None:
        self.client = client

    async def check(self, given: Json, timeout: float | None) -> Json:
        return shapes.answered(await self.client.check(*shapes.question(given), timeout=timeout, **shapes.when(given)))

    async def check_many(self, given: Json, timeout: float | None) -> Json:
        results = await self.client.check_many(shapes.questions(given), timeout=timeout, **shapes.when(given))
        return shapes.counted(results, "repeat" in given)

    async def stream_checks(self, given: Json, timeout: float | None) -> Json:
        async with self.client.stream_checks() as stream:
            asked = [stream.ask(*one, timeout=timeout, **shapes.freshness(given)) for one in shapes.questions(given)]
            outcomes = await asyncio.gather(*asked, return_exceptions=True)
        return shapes.streamed(outcomes, "repeat" in given)

    async def explain(self, given: Json, timeout: float | None) -> Json:
        return shapes.explained(
            await self.client.explain(*shapes.question(given), timeout=timeout, **shapes.when(given))
        )

    async def list_products(self, given: Json, timeout: float | None) -> Json:
        products = self.client.each(v1.ListProductsRequest(**given), timeout=timeout)
        return shapes.extent([product.name async for product in products])

    async def list_accessible_products(self, given: Json, timeout: float | None) -> Json:
        products = self.client.each(v1.ListAccessibleProductsRequest(**shapes.listed(given)), timeout=timeout)
        return {"products": [accessible.product async for accessible in products]}

    async def list_members(self, given: Json, timeout: float | None) -> Json:
        members = self.client.each(v1.ListMembersRequest(**given), timeout=timeout)
        return {"members": [member.name async for member in members]}

    async def create_grant(self, given: Json, timeout: float | None) -> Json:
        created = await self.client.grants.CreateGrant(shapes.create_grant(given), timeout=timeout)
        return shapes.granted(created.grant)

    async def get_grant(self, given: Json, timeout: float | None) -> Json:
        answer = await self.client.grants.GetGrant(v1.GetGrantRequest(**given), timeout=timeout)
        return shapes.granted(answer.grant)

    async def delete_grant(self, given: Json, timeout: float | None) -> Json:
        await self.client.grants.DeleteGrant(v1.DeleteGrantRequest(**given), timeout=timeout)
        return {}

    async def watch(self, given: Json, _timeout: float | None) -> Json:
        events: list[Event] = []
        async with self.client.watch(given["parent"], **shapes.watch(given)) as watch:
            while len(events) < given["count"]:
                events.append(await anext(watch))
        return shapes.followed(events)

    async def cached_open(self, given: Json, _timeout: float | None) -> Json:
        self.cache = self.client.cached_access(given["organization"], **shapes.cache(given))
        until = time.monotonic() + shapes.LONGEST
        while not self.cache.stats.keeping:
            if time.monotonic() > until:
                raise shapes.not_open(self.cache.failure)
            await asyncio.sleep(shapes.AGAIN)
        return {}

    async def cached_check(self, given: Json, timeout: float | None) -> Json:
        until = time.monotonic() + shapes.LONGEST
        while True:
            answer = await self.cache.check(*shapes.question(given), timeout=timeout)
            if shapes.is_as_wanted(answer, given) or time.monotonic() > until:
                return shapes.kept(answer)
            await asyncio.sleep(shapes.AGAIN)

    async def cached_close(self, _given: Json, _timeout: float | None) -> Json:
        await self.cache.close()
        return {}


async def run(cases: list[Json]) -> None:
    """Goes through all cases."""
    for case in cases:
        try:
            client = make(Client, case["client"])
        except Exception as error:
            report(case["name"], [failure(error)] * len(case["steps"]))
            continue
        async with client:
            report(case["name"], await through(Calls(client), case["steps"]))


async def through(calls: Calls, steps: list[Json]) -> list[Json]:
    """Does one step after the other."""
    outcomes: list[Json] = []
    for step in steps:
        try:
            call: Callable[[Json, float | None], Awaitable[Json]] = getattr(calls, step["call"])
            timeout = step["timeout_ms"] / 1000 if "timeout_ms" in step else None
            outcomes.append({"ok": await call(resolve(step.get("with", {}), outcomes), timeout)})
        except Exception as error:
            outcomes.append(failure(error))
    return outcomes
