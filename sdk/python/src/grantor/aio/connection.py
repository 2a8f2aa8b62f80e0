"""The connection of an asyncio client."""

from typing import Protocol
from weakref import WeakSet

import grpc.aio

from grantor.configuration import Configuration
from grantor.connection import credentials, options
from grantor.errors import closed


def connect(configuration: Configuration) -> grpc.aio.Channel:
    """A connection of the running loop, which is opened when the first call needs it."""
    if configuration.secure:
        return grpc.aio.secure_channel(configuration.target, credentials(configuration), options(configuration))
    return grpc.aio.insecure_channel(configuration.target, options(configuration))


class Follower(Protocol):
    """What goes on over more than one connection, until the client is closed."""

    async def end_with_client(self) -> None:
        """The client is closed."""


class Connection:
    """One connection for a client and all that were made from it.

    It is made when it is first needed: gRPC ties it to the loop that runs then, and a client may well
    be made before there is one.
    """

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self.closed = False
        self._channel: grpc.aio.Channel | None = None
        self._followers: WeakSet[Follower] = WeakSet()

    def follow(self, follower: Follower) -> None:
        """Tells this one when the client is closed."""
        self._followers.add(follower)

    def channel(self) -> grpc.aio.Channel:
        """The gRPC channel itself.

        Raises:
            GrantorError: the client is closed.
        """
        if self.closed:
            raise closed()
        if self._channel is None:
            self._channel = connect(self.configuration)
        return self._channel

    async def close(self) -> None:
        """Ends it, with all calls that are under way."""
        self.closed = True
        for follower in list(self._followers):
            await follower.end_with_client()
        if self._channel is not None:
            await self._channel.close()
