"""How can a line behave badly? What the `line` of a case may say.

Mostly one fault at a time:

- `{"fail": {"code": CODE, "times": N, "after": M, "reason": R}}`: N calls, after the first M, fail with this
  code, and with a reason where one is given;
- `{"swallow": {"times": N, "by": "status" | "cut"}}`: the server does N calls, but the client gets
  UNAVAILABLE, or its connection is cut;
- `{"delay_ms": MS}`: before each call;
- `{"pad_mib": N}`: each answer is N MiB larger, by a field that nobody knows;
- `{"append": [{"field": F, "varint": V} | {"field": F, "message": [...]}, …]}`: each answer ends with these fields;
  of a field that it has already, the last counts;
- `{"replace": [...]}`: each answer is these fields and nothing else;
- `{"stream": {"after": N, "then": "cut" | "end" | "silence" | "mute" | "pause" | "unknown_event" | "unknown_invalidation" | "again"}}`:
  N messages into the first stream the connection is cut; the stream ends; it falls silent; the whole connection does, while new ones
  work; nothing comes for a while; an event of a kind that nobody knows comes; a message says in a way that nobody knows whose answers
  may have changed; or the connection is cut, and the next stream sends its first change twice.

And of the port itself: `{"port": "closed" | "mute"}`, `{"tls": "valid" | "expired" | "other_authority" | "other_host"}`.
"""

import time
from dataclasses import dataclass, field

from .case import Json


@dataclass
class Faults:
    """The faults of one case, and what has happened so far."""

    line: dict[str, Json]
    seen: dict[str, int] = field(default_factory=dict)
    """Calls by method, as they came."""
    failed: int = 0
    swallowed: int = 0
    streams: int = 0
    request_ids: list[str] = field(default_factory=list)
    """The `x-request-id` of each call; empty where its message did not have the same."""
    broke_at: float | None = None
    resumed_after: float | None = None

    def saw(self, method: str) -> None:
        """Counts a call."""
        name = method.rsplit("/", 1)[-1]
        self.seen[name] = self.seen.get(name, 0) + 1
        if self.broke_at is not None and self.resumed_after is None:
            self.resumed_after = time.monotonic() - self.broke_at

    def heard(self, message: bytes, request_id: str) -> None:
        """Notes the id of a call that changes something."""
        self.request_ids.append(request_id if request_id.encode() in message else "")

    def failure(self) -> dict[str, Json] | None:
        """The failure that this call has, if it has one."""
        fail = self.line.get("fail")
        if fail is None:
            return None
        number = sum(self.seen.values())
        if number <= fail.get("after", 0) or self.failed >= fail["times"]:
            return None
        self.failed += 1
        return fail

    def swallow(self) -> str | None:
        """How the answer of this call gets lost, if it does."""
        swallow = self.line.get("swallow")
        if swallow is None or self.swallowed >= swallow["times"]:
            return None
        self.swallowed += 1
        return swallow["by"]

    def changed(self, answer: bytes) -> bytes:
        """The answer as it reaches the client."""
        if "replace" in self.line:
            return fields(self.line["replace"])
        if "pad_mib" in self.line:
            answer += length_delimited(15_000, bytes(self.line["pad_mib"] << 20))
        return answer + fields(self.line.get("append", []))


def fields(entries: list[dict[str, Json]]) -> bytes:
    """Fields in the wire format of Protocol Buffers."""
    encoded = b""
    for entry in entries:
        if "varint" in entry:
            encoded += varint(entry["field"] << 3) + varint(entry["varint"])
        else:
            encoded += length_delimited(entry["field"], fields(entry["message"]))
    return encoded


def varint(number: int) -> bytes:
    """Base 128, the lowest first."""
    encoded = b""
    while number > 127:
        encoded += bytes([number & 127 | 128])
        number >>= 7
    return encoded + bytes([number])


def length_delimited(number: int, content: bytes) -> bytes:
    """A field of bytes."""
    return varint(number << 3 | 2) + varint(len(content)) + content
