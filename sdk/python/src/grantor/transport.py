"""What became of a call that the server never answered, in words."""

import re

import grpc

LONGEST = 200
"""Characters of gRPC's own words that are of use; certificates can make them very long."""

OF_THE_CONNECTION = re.compile(
    r"failed to connect|errors? resolving|dns |name resolution|empty address list|no address"
    r"|socket closed|connection (reset|closed|refused|aborted|dropped)|recvmsg|sendmsg|broken pipe|end of tcp"
    r"|goaway|stream removed|transport closed|(keepalive|ping).*timeout|too many pings|http2|channel is",
    re.IGNORECASE,
)
"""How gRPC's own reasons begin. Nothing else tells them from those that a server or a proxy sends."""

PREAMBLE = re.compile(r"failed to connect to all addresses; last error: [A-Z_]+: (?:ipv[46]:\S+: )?")
"""What comes before the cause."""

NO_TLS = re.compile(r"WRONG_VERSION_NUMBER|HTTP_REQUEST|not an? (SSL|TLS)", re.IGNORECASE)
"""What a TLS handshake ends with where the server speaks plaintext."""

EXPIRED = "Deadline Exceeded"
"""What gRPC says where it has ended the call itself."""


def words(code: grpc.StatusCode, said: str, address: str, timeout: float | None) -> str:
    """The message of an error without details: what a server said as it is, what gRPC said with the address."""
    if code is grpc.StatusCode.DEADLINE_EXCEEDED and said == EXPIRED and timeout is not None:
        return expired(address, timeout)
    if code is not grpc.StatusCode.UNAVAILABLE or not OF_THE_CONNECTION.match(said):
        return said
    cause = PREAMBLE.sub("", said).partition("\n")[0][:LONGEST]
    hint = " (does the server speak TLS? if not, use http://)" if NO_TLS.search(said) else ""
    return f"no answer from {address}: {cause}{hint}"


def expired(address: str, timeout: float) -> str:
    """Nothing came in time."""
    return f"no answer from {address} within {timeout:g} s"
