"""Grantor's client for asyncio.

    from grantor.aio import Client

    async with Client("https://grantor.example:50051", key) as client:
        if await client.check("users/alice", "manage", "organizations/acme/products/drive-1"):
            ...

All but `CachedAccess`, `CheckStream`, `Client` and `Watch` is that of `grantor`.
"""

from grantor.aio.cached import CachedAccess
from grantor.aio.check_stream import CheckStream
from grantor.aio.client import Client
from grantor.aio.watch import Watch

__all__ = ["CachedAccess", "CheckStream", "Client", "Watch"]
