"""How far a watch is: where it began, where it would go on, and what it has given already."""

import math
import random
from datetime import datetime
from typing import NamedTuple

import grpc

from grantor import v1
from grantor.errors import GrantorError
from grantor.questions import timestamp

HEARTBEAT = 10.0
"""How long the server is silent at most unless it is told otherwise, in seconds."""

LEAST_HEARTBEAT = 1.0
MOST_HEARTBEAT = 60.0
"""What the server takes, in seconds."""

LOST_AFTER = 3
"""Heartbeats that may be missing before the connection is taken for lost."""

ATTEMPTS = 4
"""Streams that are tried until one has an answer: as often as a call."""

FIRST_WAIT = 0.1
LONGEST_WAIT = 10.0
"""Between two streams, in seconds."""


class Event(NamedTuple):
    """A change, and where to go on after it."""

    change: v1.Change
    """What happened."""
    position: str
    """Where another watch of the same parent would go on: `watch(parent, position=…)`."""


class Progress:
    """What a watch knows across all of its streams."""

    method = "WatchChanges"

    def __init__(
        self,
        parent: str,
        after_revision: int | None,
        start_time: datetime | None,
        position: str | None,
        heartbeat: float | None,
        timeout: float,
    ) -> None:
        if sum(start is not None for start in (after_revision, start_time, position)) > 1:
            raise ValueError("after_revision, start_time and position exclude each other; give one of them, or none")
        if position == "":
            raise ValueError(
                "position is empty; a watch that goes on needs that of its last event, and one that begins now has none"
            )
        self._first = v1.WatchChangesRequest(parent=parent)
        if after_revision is not None:
            self._first.after_revision = after_revision
        if start_time is not None:
            self._first.start_time.CopyFrom(timestamp("start_time", start_time))
        if heartbeat is not None:
            if not LEAST_HEARTBEAT <= heartbeat <= MOST_HEARTBEAT:
                raise ValueError(f"heartbeat is {heartbeat}; it must be 1 to 60 seconds")
            self._first.heartbeat_interval.FromMilliseconds(round(heartbeat * 1000))
        self._opening = timeout
        self._silence = LOST_AFTER * (HEARTBEAT if heartbeat is None else heartbeat)
        self.position = position or ""
        self.begun = False
        self._tries = Tries(ATTEMPTS)
        self._seen: dict[str, int] = {}

    @property
    def patience(self) -> float:
        """How long a stream may be silent, in seconds: the first answer comes at once, or nobody is there."""
        return self._silence if self.begun else self._opening

    @property
    def least_patience(self) -> float:
        """The lesser of both, in seconds."""
        return min(self._silence, self._opening)

    def request(self) -> v1.WatchChangesRequest:
        """What the next stream asks for."""
        request = v1.WatchChangesRequest()
        request.CopyFrom(self._first)
        if self.position:
            request.position = self.position
        return request

    def opened(self) -> None:
        """Another stream begins."""
        self._tries.opened()

    def answered(self, answer: v1.WatchChangesResponse) -> None:
        """Something came."""
        self._tries.answered(news=answer.WhichOneof("event") == "change")

    def wait_after(self, failure: GrantorError) -> float:
        """Seconds until another stream.

        Raises:
            GrantorError: the failure, where it ends the watch.
        """
        if failure.code is not grpc.StatusCode.UNAVAILABLE:
            raise failure
        return self._tries.wait_after(failure)

    def take(self, answer: v1.WatchChangesResponse) -> Event | None:
        """Notes what came; None for what is no change, or no news."""
        self.begun = True
        self.position = answer.position or self.position
        # Kinds of a newer server are none of the oneof's.
        if answer.WhichOneof("event") != "change":
            return None
        home = answer.change.name.rpartition("/")[0]
        if answer.change.revision <= self._seen.get(home, 0):
            return None
        self._seen[home] = answer.change.revision
        return Event(answer.change, self.position)


class Tries:
    """How often a stream is tried, and how long to wait in between.

    Until the first answer so many times: who has a wrong address must be told. After that without
    end. About 0.1 s apart, then twice as long each time, at most 10 s.
    """

    def __init__(self, attempts: float) -> None:
        self._left = attempts
        self._next = FIRST_WAIT
        self._answers = 0

    def opened(self) -> None:
        """Another stream begins."""
        self._answers = 0

    def answered(self, *, news: bool) -> None:
        """Something came. The waits begin anew, but not with the heartbeat that opens every stream.

        Else a server that opens and fails would be asked ten times a second.
        """
        self._left = math.inf
        self._answers += 1
        if self._answers > 1 or news:
            self._next = FIRST_WAIT

    def wait_after(self, failure: GrantorError) -> float:
        """Seconds to wait now.

        Raises:
            GrantorError: the failure, where it was the last try.
        """
        self._left -= 1
        if self._left <= 0:
            raise failure
        now = self._next
        self._next = min(now * 2, LONGEST_WAIT)
        return apart(now)


def apart(wait: float) -> float:
    """Not quite the same for all who have lost the same server."""
    return wait * random.uniform(0.8, 1.2)  # noqa: S311  (no secret)
