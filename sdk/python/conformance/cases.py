"""The cases and outcomes of the conformance suite, as JSON."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from grantor import ConfigurationError, GrantorError

Client = TypeVar("Client")
Json = dict[str, Any]


def make(kind: Callable[..., Client], given: Mapping[str, Any]) -> Client:
    """A client of what the case names; what it does not name is not given."""
    options = {
        name: given[name] for name in ("address", "key", "acting_user", "ca_certificate", "plaintext") if name in given
    }
    if "timeout_ms" in given:
        options["timeout"] = given["timeout_ms"] / 1000
    return kind(**options)


def resolve(value: Any, outcomes: list[Json]) -> Any:
    """The value with what it takes from earlier steps."""
    if isinstance(value, list):
        return [resolve(item, outcomes) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"from"}:
        step, field = value["from"]
        return outcomes[step]["ok"][field]
    return {name: resolve(item, outcomes) for name, item in value.items()}


def failure(error: Exception) -> Json:
    """What a step that failed prints."""
    if isinstance(error, ConfigurationError):
        return {"error": {"code": "CONFIGURATION", "message": str(error)}}
    if not isinstance(error, GrantorError):
        return {"error": {"code": "RUNNER", "message": f"{type(error).__name__}: {error}"}}
    return {
        "error": {
            "code": error.code.name,
            "reason": error.reason,
            "message": error.message,
            "metadata": error.metadata,
            "request_id": error.request_id,
            "violations": [{"field": wrong.field, "description": wrong.description} for wrong in error.violations],
        }
    }


def report(name: str, outcomes: list[Json]) -> None:
    """Prints the line of a case."""
    print(json.dumps({"case": name, "outcomes": outcomes}), flush=True)
