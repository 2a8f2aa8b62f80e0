"""The calls of the suite by the client that blocks."""

import time
from collections.abc import Callable
from itertools import islice
from typing import Any

import shapes
from cases import failure, make, report, resolve

from grantor import Answer, Asked, CachedAccess, Client, GrantorError, v1

Json = dict[str, Any]


class Calls:
    """Each call of the suite as a method of its name, with `with` and the deadline."""

    cache: CachedAccess

    def __init__(self, client: Client) -> None:
        self.client = client

    def check(self, given: Json, timeout: float | None) -> Json:
        return shapes.answered(self.client.check(*shapes.question(given), timeout=timeout, **shapes.when(given)))

    def check_many(self, given: Json, timeout: float | None) -> Json:
        results = self.client.check_many(shapes.questions(given), timeout=timeout, **shapes.when(given))
        return shapes.counted(results, "repeat" in given)

    def stream_checks(self, given: Json, timeout: float | None) -> Json:
        with self.client.stream_checks() as stream:
            asked = [stream.ask(*one, timeout=timeout, **shapes.freshness(given)) for one in shapes.questions(given)]
            outcomes = [outcome(one) for one in asked]
        return shapes.streamed(outcomes, "repeat" in given)

    def explain(self, given: Json, timeout: float | None) -> Json:
        return shapes.explained(self.client.explain(*shapes.question(given), timeout=timeout, **shapes.when(given)))

    def list_products(self, given: Json, timeout: float | None) -> Json:
        products = self.client.each(v1.ListProductsRequest(**given), timeout=timeout)
        return shapes.extent([product.name for product in products])

    def list_accessible_products(self, given: Json, timeout: float | None) -> Json:
        products = self.client.each(v1.ListAccessibleProductsRequest(**shapes.listed(given)), timeout=timeout)
        return {"products": [accessible.product for accessible in products]}

    def list_members(self, given: Json, timeout: float | None) -> Json:
        members = self.client.each(v1.ListMembersRequest(**given), timeout=timeout)
        return {"members": [member.name for member in members]}

    def create_grant(self, given: Json, timeout: float | None) -> Json:
        created = self.client.grants.CreateGrant(shapes.create_grant(given), timeout=timeout)
        return shapes.granted(created.grant)

    def get_grant(self, given: Json, timeout: float | None) -> Json:
        return shapes.granted(self.client.grants.GetGrant(v1.GetGrantRequest(**given), timeout=timeout).grant)

    def delete_grant(self, given: Json, timeout: float | None) -> Json:
        self.client.grants.DeleteGrant(v1.DeleteGrantRequest(**given), timeout=timeout)
        return {}

    def watch(self, given: Json, _timeout: float | None) -> Json:
        with self.client.watch(given["parent"], **shapes.watch(given)) as watch:
            return shapes.followed(list(islice(watch, given["count"])))

    def cached_open(self, given: Json, _timeout: float | None) -> Json:
        self.cache = self.client.cached_access(given["organization"], **shapes.cache(given))
        until = time.monotonic() + shapes.LONGEST
        while not self.cache.stats.keeping:
            if time.monotonic() > until:
                raise shapes.not_open(self.cache.failure)
            time.sleep(shapes.AGAIN)
        return {}

    def cached_check(self, given: Json, timeout: float | None) -> Json:
        until = time.monotonic() + shapes.LONGEST
        while True:
            answer = self.cache.check(*shapes.question(given), timeout=timeout)
            if shapes.is_as_wanted(answer, given) or time.monotonic() > until:
                return shapes.kept(answer)
            time.sleep(shapes.AGAIN)

    def cached_close(self, _given: Json, _timeout: float | None) -> Json:
        self.cache.close()
        return {}


def outcome(asked: Asked) -> Answer | GrantorError:
    """What became of a question of a stream."""
    try:
        return asked.answer()
    except GrantorError as error:
        return error


def run(cases: list[Json]) -> None:
    """Goes through all cases."""
    for case in cases:
        try:
            client = make(Client, case["client"])
        except Exception as error:
            report(case["name"], [failure(error)] * len(case["steps"]))
            continue
        with client:
            report(case["name"], through(Calls(client), case["steps"]))


def through(calls: Calls, steps: list[Json]) -> list[Json]:
    """Does one step after the other."""
    outcomes: list[Json] = []
    for step in steps:
        try:
            call: Callable[[Json, float | None], Json] = getattr(calls, step["call"])
            timeout = step["timeout_ms"] / 1000 if "timeout_ms" in step else None
            outcomes.append({"ok": call(resolve(step.get("with", {}), outcomes), timeout)})
        except Exception as error:
            outcomes.append(failure(error))
    return outcomes
