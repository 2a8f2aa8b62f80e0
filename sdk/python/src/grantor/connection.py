"""How the connection is: kept alive, with retries, large answers and one socket of its own."""

import json
from threading import Lock
from typing import Protocol
from weakref import WeakSet

import grpc

from grantor.configuration import Configuration
from grantor.errors import closed

Options = list[tuple[str, int | str]]

LARGEST_ANSWER = 16 * 1024 * 1024
"""In bytes; a larger one is RESOURCE_EXHAUSTED."""

RETRY_BUFFER = 4 * 1024 * 1024
"""In bytes; a call that has sent more is not tried again. gRPC's own is 256 KiB, which a batch may have."""

RETRIES = json.dumps(
    {
        "methodConfig": [
            # A watch resumes by itself, and knows from where. Questions of a stream are not asked again.
            {
                "name": [
                    {"service": "grantor.v1.AccessService", "method": "WatchChanges"},
                    {"service": "grantor.v1.AccessService", "method": "WatchAccess"},
                    {"service": "grantor.v1.AccessService", "method": "StreamCheckAccess"},
                ]
            },
            {
                "name": [{}],
                "retryPolicy": {
                    "maxAttempts": 4,
                    "initialBackoff": "0.1s",
                    "maxBackoff": "1s",
                    "backoffMultiplier": 2,
                    "retryableStatusCodes": ["UNAVAILABLE"],
                },
            },
        ]
    }
)
"""The service config: which calls are tried again, when and how often."""


def options(configuration: Configuration) -> Options:
    """The arguments of the gRPC channel."""
    return [
        ("grpc.service_config", RETRIES),
        ("grpc.max_receive_message_length", LARGEST_ANSWER),
        ("grpc.per_rpc_retry_buffer_size", RETRY_BUFFER),
        ("grpc.keepalive_time_ms", 30_000),
        ("grpc.keepalive_timeout_ms", 10_000),
        ("grpc.keepalive_permit_without_calls", 1),
        ("grpc.http2.max_pings_without_data", 0),
        # With gRPC's own 1 s to 2 min all attempts of a call could fall between two tries to connect.
        ("grpc.initial_reconnect_backoff_ms", 100),
        ("grpc.max_reconnect_backoff_ms", 1_000),
        # A connection for each client. Else a watch could not leave one that has fallen silent.
        ("grpc.use_local_subchannel_pool", 1),
        # What is meant for this machine goes to no proxy of the environment, the key least of all.
        ("grpc.enable_http_proxy", 0 if configuration.local else 1),
    ]


def credentials(configuration: Configuration) -> grpc.ChannelCredentials:
    """TLS with the authorities that are trusted."""
    return grpc.ssl_channel_credentials(configuration.authorities)


def connect(configuration: Configuration) -> grpc.Channel:
    """A connection, which is opened when the first call needs it."""
    if configuration.secure:
        return grpc.secure_channel(configuration.target, credentials(configuration), options(configuration))
    return grpc.insecure_channel(configuration.target, options(configuration))


class Follower(Protocol):
    """What goes on over more than one connection, until the client is closed."""

    def end_with_client(self) -> None:
        """The client is closed."""


class Connection:
    """One connection for a client and all that were made from it.

    It is made when it is first needed, so that a client may be made before a process forks: gRPC's
    threads do not survive that.
    """

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self._lock = Lock()
        self._channel: grpc.Channel | None = None
        self.closed = False
        self._followers: WeakSet[Follower] = WeakSet()

    def follow(self, follower: Follower) -> None:
        """Tells this one when the client is closed."""
        with self._lock:
            self._followers.add(follower)

    def channel(self) -> grpc.Channel:
        """The gRPC channel itself.

        Raises:
            GrantorError: the client is closed.
        """
        with self._lock:
            if self.closed:
                raise closed()
            if self._channel is None:
                self._channel = connect(self.configuration)
            return self._channel

    def require_open(self, request_id: str, cause: ValueError) -> None:
        """Says that the client is closed, where it is, in place of gRPC's ValueError.

        Raises:
            GrantorError: the client is closed.
        """
        if self.closed:
            raise closed(request_id) from cause

    def close(self) -> None:
        """Ends it, with all calls that are under way."""
        with self._lock:
            self.closed = True
            if self._channel is not None:
                self._channel.close()
            followers = list(self._followers)
        # Without the lock: a watch has its own around ours.
        for follower in followers:
            follower.end_with_client()
