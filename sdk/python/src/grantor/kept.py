"""Which answers are kept, and how long they may be relied on.

Three clocks meet here: this process's, that of the database, in which answers and messages speak, and the
order in which messages of the stream are read. An answer is served only where all three allow it.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

from google.protobuf.timestamp_pb2 import Timestamp

from grantor import v1
from grantor.answers import Answer
from grantor.configuration import shown
from grantor.errors import GrantorError, cache_closed
from grantor.generations import Generations

RELIED_ON = 5.0
"""How far what was proved, and the last message, may lie back, in seconds."""

MEASURED_FOR = 60.0
"""How long this clock may stand for the database's, in seconds: they drift apart."""

MOST = 100_000
LEAST = 2
"""Answers that are kept, unless it is said otherwise, and the fewest that may be said."""

ORGANIZATION = re.compile(r"organizations/[^/]+")

NO_END = math.inf
NEVER = -math.inf


_CLOCK = getattr(time, "CLOCK_BOOTTIME", None) or getattr(time, "CLOCK_MONOTONIC", None)


def clock() -> float:
    """Seconds since some moment. It never goes back, and goes on while the machine is suspended.

    On Linux and macOS the usual one stands still then, and what was heard long ago would seem to be of just now.
    """
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)


class CacheStats(NamedTuple):
    """How a cache does."""

    hits: int
    """Questions that were answered from what is kept."""
    asked: int
    """Questions that were asked."""
    keeping: bool
    """Whether the stream stands now, so that answers are kept."""


class _Entry(NamedTuple):
    answer: Answer
    end: float
    """When it can change by itself, as the database's clock shows it."""


class _Measured(NamedTuple):
    """At `sent` of this clock the database's showed at most `time`."""

    time: float
    sent: float


class UnderWay:
    """A question that is asked now."""

    __slots__ = ("place", "sent", "subject", "tokens", "void")

    def __init__(self, subject: str, right: str, resource: str, token: str, sent: float) -> None:
        self.subject = subject
        self.place = (resource, right)
        self.tokens = (token,) if token else ()
        """What its answer must have seen; none: it is not kept."""
        self.sent = sent
        self.void = False
        """Whether its answer may be older than what has been told since."""


class Kept:
    """The answers about one organization, and what is known of them. It knows no network and does not wait.

    All of it is under one lock, hits too: it is held for less than it takes to ask whether it is free, and
    a hit in the old generation moves the answer.
    """

    def __init__(self, organization: str, max_answers: int, now: Callable[[], float] = clock) -> None:
        if not ORGANIZATION.fullmatch(organization):
            raise ValueError(f"organization is {shown(organization)}; it must be organizations/ID")
        if max_answers < LEAST:
            raise ValueError(f"max_answers is {max_answers}; it must be at least {LEAST}")
        self.organization = organization
        self._below = f"{organization}/products/"
        self._now = now
        self._lock = Lock()
        self._answers: Generations[_Entry] = Generations(max_answers)
        self._under_way: dict[str, set[UnderWay]] = {}
        self._token = ""
        self._proved = 0.0
        self._heard = 0.0
        self._measured: _Measured | None = None
        self._ahead = 0.0
        """By how much the database's clock is ahead of this one, at most."""
        self._until = NEVER
        """How long what is kept may be relied on."""
        self._hits = 0
        self._asked = 0
        self._closed = False
        self.failure: GrantorError | None = None
        """Why the stream does not stand."""

    @property
    def stats(self) -> CacheStats:
        """How it does."""
        with self._lock:
            return CacheStats(self._hits, self._asked, self._stands(self._now()))

    def find(self, subject: str, right: str, resource: str) -> Answer | None:
        """The answer that is kept, if it may be relied on now."""
        with self._lock:
            now = self._now()
            if now >= self._until:
                return None
            entry = self._answers.find(subject, (resource, right))
            if entry is None or now + self._ahead >= entry.end:
                return None
            self._hits += 1
            return entry.answer

    def ask(self, subject: str, right: str, resource: str) -> UnderWay:
        """A question that is asked from now on. Its token, and that it is under way, are of one moment."""
        with self._lock:
            self._asked += 1
            token = self._token if resource == self.organization or resource.startswith(self._below) else ""
            question = UnderWay(subject, right, resource, token, self._now())
            if token:
                self._under_way.setdefault(subject, set()).add(question)
            return question

    def answered(self, question: UnderWay, answer: Answer) -> None:
        """Keeps the answer, unless something was told since the question was asked."""
        message = answer.message
        if not isinstance(message, v1.CheckAccessResponse) or not message.HasField("evaluate_time"):
            return
        end = seconds(message.valid_until) if message.HasField("valid_until") else NO_END
        entry = _Entry(Answer(message, "", from_cache=True), end)
        with self._lock:
            if self._measured is None or question.sent > self._measured.sent:
                self._measured = _Measured(seconds(message.evaluate_time), question.sent)
                self._reckon()
            if question.tokens and not question.void:
                self._answers.put(question.subject, question.place, entry)

    def over(self, question: UnderWay) -> None:
        """The question is no longer under way, whatever became of it."""
        with self._lock:
            others = self._under_way.get(question.subject)
            if others is not None:
                others.discard(question)
                if not others:
                    del self._under_way[question.subject]

    def take(self, message: v1.WatchAccessResponse) -> None:
        """Forgets what the message says, and only then takes it for heard."""
        told = message.HasField("invalidation")
        invalidation = message.invalidation
        # What says neither is of a newer server: it can be anybody's.
        everybody = told and (invalidation.all_subjects or not invalidation.subjects)
        with self._lock:
            if self._closed:
                return
            if everybody:
                self._forget_all()
            elif told:
                for subject in invalidation.subjects:
                    self._answers.forget(subject)
                    self._void(self._under_way.pop(subject, set()))
            self._token = message.consistency_token
            self._proved = seconds(message.proved_time)
            self._heard = self._now()
            self._reckon()
            self.failure = None

    def lose(self, failure: GrantorError | None = None) -> None:
        """No stream stands any more, or another begins: what comes in between is not told."""
        with self._lock:
            self._lose()
            self.failure = self.failure if failure is None or self._closed else failure

    def close(self, failure: GrantorError | None = None) -> None:
        """Keeps nothing from now on. What closed it first counts."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._lose()
                self.failure = failure or cache_closed()

    def _stands(self, now: float) -> bool:
        """Whether the present stream has told something of late."""
        return self._token != "" and now - self._heard < RELIED_ON

    def _reckon(self) -> None:
        """How long all is proved by what was heard, as far as this clock can tell the database's."""
        if self._token == "" or self._measured is None:
            self._until = NEVER
            return
        self._ahead = self._measured.time - self._measured.sent
        proved = self._proved - self._ahead
        self._until = min(self._heard + RELIED_ON, self._measured.sent + MEASURED_FOR, proved + RELIED_ON)

    def _lose(self) -> None:
        """There is no stream that would tell."""
        self._token = ""
        self._reckon()
        self._forget_all()

    def _forget_all(self) -> None:
        self._answers.clear()
        under_way, self._under_way = self._under_way, {}
        for questions in under_way.values():
            self._void(questions)

    @staticmethod
    def _void(questions: set[UnderWay]) -> None:
        for question in questions:
            question.void = True


def seconds(time: Timestamp) -> float:
    """A time of the database in seconds, to less than a microsecond."""
    return time.seconds + time.nanos / 1e9
