"""Requests made of what a step says, and the parts of answers that a step prints."""

from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any

import grpc
from google.protobuf.timestamp_pb2 import Timestamp

from grantor import Answer, Event, Explanation, GrantorError, Question, Results, v1

Json = dict[str, Any]

LONGEST = 10.0
"""How long a step of a cache waits, in seconds."""

AGAIN = 0.02
"""Seconds after which it looks again."""


def question(given: Json) -> Question:
    """Who, what, on what."""
    return Question(given["subject"], given["right"], given["resource"])


def questions(given: Json) -> list[Question]:
    """All that are named, or one many times."""
    if "repeat" in given:
        return [question(given["question"])] * given["repeat"]
    return [question(one) for one in given["questions"]]


def freshness(given: Json) -> Json:
    """The options that say how fresh the answer must be."""
    asked = given.get("consistency")
    if asked is None:
        return {}
    return {"fully_consistent": True} if asked == "full" else {"at_least_as_fresh": asked}


def when(given: Json) -> Json:
    """The options that say of when the answer must be."""
    options = freshness(given)
    if "at_time" in given:
        options["at_time"] = moment(given["at_time"])
    if "at_revision" in given:
        options["at_revision"] = given["at_revision"]
    return options


def listed(given: Json) -> Json:
    """The fields of the request of a list."""
    return given | {"at_time": timestamp(given["at_time"])} if "at_time" in given else given


def create_grant(given: Json) -> v1.CreateGrantRequest:
    """A grant on the one product."""
    product = v1.ScopeEntry(product=given["product"])
    return v1.CreateGrantRequest(
        parent=given["parent"],
        grant_id=given.get("grant_id", ""),
        request_id=given.get("request_id", ""),
        grant=v1.Grant(
            subject=given["subject"],
            rights=v1.Rights(names=given["rights"]),
            scope=v1.Scope(listed=v1.ScopeList(entries=[product])),
            note=given.get("note", ""),
        ),
    )


def watch(given: Json) -> Json:
    """The options of a watch."""
    options: Json = {name: given[name] for name in ("after_revision", "position") if name in given}
    if "after_revision" in options:
        options["after_revision"] = int(options["after_revision"])
    if "start_time" in given:
        options["start_time"] = moment(given["start_time"])
    if "heartbeat_ms" in given:
        options["heartbeat"] = given["heartbeat_ms"] / 1000
    return options


def moment(text: str) -> datetime:
    """A time of RFC 3339, which before 3.11 Python's own parser does not read."""
    return timestamp(text).ToDatetime(tzinfo=timezone.utc)


def timestamp(text: str) -> Timestamp:
    """The same as a message has it."""
    time = Timestamp()
    time.FromJsonString(text)
    return time


def answered(answer: Answer) -> Json:
    """What `check` prints."""
    known = answer.reason in v1.AccessReason.values()
    return {
        "allowed": answer.allowed,
        "reason": answer.reason_name if known else answer.reason,
        "token": answer.token,
    }


def cache(given: Json) -> Json:
    """The options of a cache."""
    return {"max_answers": given["max_answers"]} if "max_answers" in given else {}


def not_open(failure: GrantorError | None) -> GrantorError:
    """What `cached_open` fails with."""
    return failure or GrantorError(grpc.StatusCode.DEADLINE_EXCEEDED, "the stream of the cache has told nothing")


def is_as_wanted(answer: Answer, given: Json) -> bool:
    """Whether the answer is the one that a step waits for."""
    wanted = given.get("until", {})
    return all(kept(answer)[name] == value for name, value in wanted.items())


def kept(answer: Answer) -> Json:
    """What `cached_check` prints."""
    printed = answered(answer)
    return {"allowed": printed["allowed"], "reason": printed["reason"], "from_cache": answer.from_cache}


def explained(explanation: Explanation) -> Json:
    """What `explain` prints."""
    return {"allowed": explanation.allowed, "sentence": explanation.sentence}


def counted(results: Results, repeated: bool) -> Json:
    """What `check_many` prints."""
    if repeated:
        errors = sum(result.error is not None for result in results)
        return {"count": len(results), "allowed": sum(result.allowed for result in results), "errors": errors}
    return {
        "results": [
            {"allowed": result.allowed}
            if result.error is None
            else {"error": {"code": result.error.code.name, "reason": result.error.reason}}
            for result in results
        ]
    }


def streamed(outcomes: Sequence[Answer | BaseException], repeated: bool) -> Json:
    """What `stream_checks` prints."""
    if repeated:
        answers = [one for one in outcomes if isinstance(one, Answer)]
        allowed = sum(answer.allowed for answer in answers)
        return {"count": len(outcomes), "allowed": allowed, "errors": len(outcomes) - len(answers)}
    return {"results": [answered(one) if isinstance(one, Answer) else {"error": short(one)} for one in outcomes]}


def short(error: BaseException) -> Json:
    """What is printed of the error of one question."""
    if not isinstance(error, GrantorError):
        raise error
    return {"code": error.code.name, "reason": error.reason}


def extent(names: list[str]) -> Json:
    """What `list_products` prints."""
    first, last = (names[0], names[-1]) if names else ("", "")
    return {"count": len(names), "first": first, "last": last, "distinct": len(set(names))}


def granted(grant: v1.Grant) -> Json:
    """What is printed of a grant."""
    return {"name": grant.name, "note": grant.note}


def followed(events: list[Event]) -> Json:
    """What `watch` prints."""
    return {
        "changes": [event.change.name for event in events],
        "methods": [event.change.method for event in events],
        "position": events[-1].position if events else "",
    }
