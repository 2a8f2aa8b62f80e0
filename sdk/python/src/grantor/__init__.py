"""Grantor's client: who may do what on which product, and why.

    from grantor import Client

    with Client("https://grantor.example:50051", key) as client:
        if client.check("users/alice", "manage", "organizations/acme/products/drive-1"):
            ...

`grantor.aio` has the same for asyncio, `grantor.v1` the messages.
"""

from grantor.answers import Answer, Explanation, Result, Results
from grantor.cached import CachedAccess
from grantor.check_stream import Asked, CheckStream
from grantor.client import Client
from grantor.configuration import ConfigurationError
from grantor.errors import GrantorError, Violation
from grantor.kept import CacheStats
from grantor.progress import Event
from grantor.questions import Question
from grantor.watch import Watch

__all__ = [
    "Answer",
    "Asked",
    "CacheStats",
    "CachedAccess",
    "CheckStream",
    "Client",
    "ConfigurationError",
    "Event",
    "Explanation",
    "GrantorError",
    "Question",
    "Result",
    "Results",
    "Violation",
    "Watch",
]
