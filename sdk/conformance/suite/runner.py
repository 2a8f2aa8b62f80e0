"""How does a language go through the cases? By its runner, once, and once more for each case about the environment."""

import asyncio
import contextlib
import datetime
import json
import os
import pathlib
import tempfile
from dataclasses import dataclass

import grpc

from .case import Case, Json
from .certificates import Certificates
from .compare import differences
from .instances import First, behind
from .line import Line
from .proxy import LIMITS, Servers
from .way import HOST
from .world import ROOT, Server

PATIENCE = 300
"""Seconds for all cases together."""
RUNNERS = {
    "python": ["sdk/python/conformance/run"],
    "python-aio": ["sdk/python/conformance/run", "--aio"],
    "python-released": ["sdk/python/conformance/run", "--released"],
    "go": ["sdk/go/conformance/run"],
    "typescript": ["sdk/typescript/conformance/run"],
    "java": ["sdk/java/conformance/run"],
    "rust": ["sdk/rust/conformance/run"],
}


@dataclass(frozen=True)
class Verdict:
    """What came of a case: nothing to complain about, or what."""

    case: str
    complaints: list[str]


@dataclass(frozen=True)
class Place:
    """Where a language goes through the cases."""

    server: Server
    first: First | None
    """Of two instances the one that is ahead, where there is a case that needs them."""
    directory: pathlib.Path

    def server_of(self, case: Case) -> Server:
        if case.behind is None:
            return self.server
        assert self.first
        return self.first.server


async def judge(language: str, cases: list[Case], place: Place) -> list[Verdict]:
    """Runs all cases and says what is not as it should be."""
    certificates = Certificates(place.directory)
    lines = {case.name: Line(case, certificates, place.server_of(case)) for case in cases}
    async with contextlib.AsyncExitStack() as stack:
        channels: dict[str, grpc.aio.Channel] = {}
        for case in cases:
            line = lines[case.name]
            if line.server.target not in channels:
                channel = grpc.aio.insecure_channel(line.server.target, options=LIMITS)
                channels[line.server.target] = await stack.enter_async_context(channel)
            of_case = await servers(case, place, channels[line.server.target], stack)
            stack.push_async_callback(line.close)
            await line.open(of_case)
        together = [case for case in cases if case.environment is None]
        found = await run(language, [described(case, lines[case.name]) for case in together], {})
        for case in cases:
            if case.environment is not None:
                found |= await alone(language, case, lines[case.name])
        return [verdict(case, lines[case.name], found) for case in cases]


async def servers(
    case: Case, place: Place, channel: grpc.aio.Channel, stack: contextlib.AsyncExitStack
) -> Servers:
    """Where the calls of a case go."""
    if case.behind is None:
        return Servers(channel)
    assert place.first
    return await stack.enter_async_context(behind(place.first, channel, case.behind))


async def alone(language: str, case: Case, line: Line) -> dict[str, list[Json]]:
    """A case about the environment: in a process of its own, which has it."""
    values = filled(case.environment, line)
    return await run(language, [filled(case.for_runner(case.client), line)], values)


def described(case: Case, line: Line) -> Json:
    client = {"address": "http://$TARGET", "key": "$KEY"} | case.client
    return filled(case.for_runner(client), line)


def filled(value: Json, line: Line) -> Json:
    """What stands for what is known only now; what is `null` is left out."""
    if isinstance(value, dict):
        return {key: filled(inner, line) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [filled(inner, line) for inner in value]
    if isinstance(value, str):
        value = value.replace("$TARGET", f"{HOST}:{line.port}").replace("$KEY", line.server.key)
        value = value.replace("$AUTHORITY", str(line.certificates.authority_file))
        return value.replace("$RECENTLY", recently()).replace("$SETTLED", line.server.settled)
    return value


def recently() -> str:
    """An hour ago: before the world was made."""
    hour_ago = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=1)
    return hour_ago.isoformat(timespec="seconds").replace("+00:00", "Z")


async def run(language: str, cases: list[Json], environment: dict[str, str]) -> dict[str, list[Json]]:
    """The outcomes of each case, by its name."""
    if not cases:
        return {}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GRANTOR_") or "_CI_" in name}
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump({"cases": cases}, file, ensure_ascii=False)
        file.flush()
        program, *arguments = RUNNERS[language]
        process = await asyncio.create_subprocess_exec(
            ROOT / program,
            *arguments,
            file.name,
            stdout=asyncio.subprocess.PIPE,
            env=clean | environment,
            limit=1 << 26,
        )
        try:
            output, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
        except TimeoutError:
            process.kill()
            output, _ = await process.communicate()
            print(f"{language}: the runner did not end within {PATIENCE} s", flush=True)
    if process.returncode != 0:
        # What it said before may be right, but whoever ends badly has not passed the case it is at.
        print(f"{language}: the runner ended with exit code {process.returncode}", flush=True)
    answers: dict[str, list[Json]] = {}
    for text in output.decode().splitlines():
        answer = json.loads(text)
        answers[answer["case"]] = answer["outcomes"]
    return answers


def verdict(case: Case, line: Line, found: dict[str, list[Json]]) -> Verdict:
    if case.name not in found:
        return Verdict(case.name, ["the runner said nothing of it"])
    expected = [step["expect"] for step in case.steps]
    complaints = differences(expected, found[case.name])
    for method, wanted in case.attempts.items():
        seen = line.faults.seen.get(method, 0)
        if seen != wanted:
            complaints.append(f"the server was asked {seen} times for {method}, not {wanted}")
    faults = line.faults
    if case.same_request_id and (len(set(faults.request_ids)) != 1 or "" in faults.request_ids):
        complaints.append(f"the attempts had the ids {faults.request_ids}, empty where the message had another")
    if case.resumes_within_s is not None and (faults.resumed_after or 1e9) > case.resumes_within_s:
        complaints.append(f"it resumed after {faults.resumed_after} s, not within {case.resumes_within_s} s")
    return Verdict(case.name, complaints)
