"""What is a case? Read from the files of `cases/`, and written for a runner."""

import gzip
import json
import pathlib
import sys
from dataclasses import dataclass
from typing import Any

Json = Any
RELEASES = pathlib.Path(__file__).resolve().parents[3] / "proto/released"

KEYS = {"name", "about", "client", "environment", "line", "steps", "attempts", "same_request_id", "resumes_within_s"}
KEYS |= {"needs", "behind"}
STEP_KEYS = {"call", "with", "timeout_ms", "expect"}
CLIENT_KEYS = {"address", "key", "acting_user", "timeout_ms", "ca_certificate", "plaintext"}
LINE_KEYS = {"fail", "swallow", "delay_ms", "pad_mib", "append", "replace", "stream", "port", "tls"}


@dataclass(frozen=True)
class Case:
    """One case: what a client does, how the line to the server behaves, and what must come out."""

    name: str
    about: str
    client: dict[str, Json]
    environment: dict[str, str] | None
    line: dict[str, Json]
    steps: list[dict[str, Json]]
    attempts: dict[str, int]
    """How many calls of a method the line must have seen."""
    same_request_id: bool
    """Whether each call must have had one id, in its metadata and in its message, with all its attempts."""
    resumes_within_s: int | None
    """How long at most from the break of a connection to the next call. Wide: it tells a hang from a pause."""
    needs: str
    """The method or field without which there is nothing to do: what the last release did not have, no client made of it has."""
    behind: dict[str, Json] | None
    """Where some calls go to an instance that is behind: see `instances.py`."""

    def for_runner(self, client: dict[str, Json]) -> dict[str, Json]:
        steps = [{key: step[key] for key in step if key != "expect"} for step in self.steps]
        return {"name": self.name, "client": client, "steps": steps}


def possible(language: str, cases: list[Case]) -> list[Case]:
    """Those that a client of this language can do: one of the last release, what that release has."""
    if not language.endswith("-released"):
        return cases
    last = max(RELEASES.glob("*.binpb.gz"), key=lambda path: [int(part) for part in path.name.split(".")[:3]])
    released = gzip.decompress(last.read_bytes())
    return [case for case in cases if case.needs.encode() in released]


def load(directory: pathlib.Path) -> list[Case]:
    """All cases, in the order of the files and in them."""
    cases: list[Case] = []
    for path in sorted(directory.glob("*.json")):
        for entry in json.loads(path.read_text(encoding="utf-8")):
            cases.append(read(path, entry))
    names = [case.name for case in cases]
    for name in names:
        if names.count(name) > 1:
            sys.exit(f"two cases are called {name}")
    return cases


def read(path: pathlib.Path, entry: dict[str, Json]) -> Case:
    """One case; a key that nobody knows is a mistake."""
    name = entry.get("name", "a case without a name")
    unknown = set(entry) - KEYS
    unknown |= set(entry.get("client", {})) - CLIENT_KEYS
    unknown |= set(entry.get("line", {})) - LINE_KEYS
    for step in entry["steps"]:
        unknown |= set(step) - STEP_KEYS
        if "expect" not in step:
            sys.exit(f"{path}: {name} has a step that expects nothing")
    if unknown:
        sys.exit(f"{path}: {name} has unknown keys {sorted(unknown)}")
    return Case(
        name=entry["name"],
        about=entry["about"],
        client=entry.get("client", {}),
        environment=entry.get("environment"),
        line=entry.get("line", {}),
        steps=entry["steps"],
        attempts=entry.get("attempts", {}),
        same_request_id=entry.get("same_request_id", False),
        resumes_within_s=entry.get("resumes_within_s"),
        needs=entry.get("needs", ""),
        behind=entry.get("behind"),
    )
