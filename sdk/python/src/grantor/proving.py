"""The stream that proves what a cache keeps."""

from __future__ import annotations

import math

import grpc

from grantor import v1
from grantor.errors import GrantorError
from grantor.kept import RELIED_ON, CacheStats, Kept
from grantor.progress import LONGEST_WAIT, Tries, apart


class Proving:
    """What is known across all of its streams."""

    method = "WatchAccess"
    patience = RELIED_ON
    least_patience = RELIED_ON

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._tries = Tries(math.inf)
        self.begun = False

    def request(self) -> v1.WatchAccessRequest:
        """What each stream asks for."""
        return v1.WatchAccessRequest(organization=self._kept.organization)

    def opened(self) -> None:
        """Another stream begins."""
        self._tries.opened()
        self._kept.lose()

    def answered(self, message: v1.WatchAccessResponse) -> None:
        """Something came."""
        self.begun = True
        self._tries.answered(news=True)
        self._kept.take(message)

    def wait_after(self, failure: GrantorError) -> float:
        """Seconds until another stream. No failure is the last one: rights can come back."""
        self._kept.lose(failure)
        if failure.code is grpc.StatusCode.UNAVAILABLE:
            return self._tries.wait_after(failure)
        return apart(LONGEST_WAIT)


class Cache:
    """What a cache says of itself, however it is asked."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    @property
    def stats(self) -> CacheStats:
        """How many questions were answered from what is kept, how many asked, and whether answers are kept now."""
        return self._kept.stats

    @property
    def failure(self) -> GrantorError | None:
        """Why the stream does not stand, so that each question is asked; None while it stands or begins."""
        return self._kept.failure
