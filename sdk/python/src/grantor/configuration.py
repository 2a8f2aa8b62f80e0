"""Where Grantor is, who calls it and how: from what the caller gives, else from the environment."""

import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address

from grantor.trust import authorities

ADDRESS = re.compile(r"(?:((?i:https?))://)?([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):([0-9]{1,5})/?", re.ASCII)
"""Scheme, host and port of an address."""

VISIBLE = re.compile(r"[\x21-\x7e]+")
"""What a header of ours may hold."""

USER = re.compile(r"users/[\x21-\x2e\x30-\x7e]+")
"""The name of a user, as a header may hold it."""

KEY = "grk_"
"""How a key begins: what has it is shown to nobody."""

LAST_PORT = 65535


class ConfigurationError(ValueError):
    """The client can't be made; the message says what to set."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """All that a client needs to know."""

    address: str
    """What was said, for messages."""
    target: str
    """Whom gRPC calls. It begins with `dns:///`: a host may be named like a scheme of gRPC's, such as `unix`."""
    secure: bool
    """Whether by TLS."""
    local: bool
    """Whether that is this machine."""
    authorities: bytes | None
    """The certificates to trust, as PEM; None: those that gRPC brings."""
    key: str = field(repr=False)
    """The key of a service account."""
    timeout: float
    """How long a call may take with all its attempts, in seconds."""
    acting_user: str | None
    """For whom the calls are made."""


def configure(
    address: str | None,
    key: str | None,
    *,
    ca_certificate: str | os.PathLike[str] | None,
    plaintext: bool,
    timeout: float,
    acting_user: str | None,
    environment: Mapping[str, str] = os.environ,
) -> Configuration:
    """Puts both sources together.

    Raises:
        ConfigurationError: something is missing, wrong, or would send the key in the open.
        TypeError: the timeout is no number.
    """
    address = address if address is not None else environment.get("GRANTOR_ADDRESS") or None
    key = key if key is not None else environment.get("GRANTOR_KEY") or None
    if address is None:
        raise ConfigurationError(
            "there is no address: give one as Client(address) or set GRANTOR_ADDRESS, such as https://HOST:PORT"
        )
    if key is None:
        raise ConfigurationError("there is no key: give one as Client(address, key) or set GRANTOR_KEY to grk_…")
    if not VISIBLE.fullmatch(key):
        raise ConfigurationError("the key has characters that no key has, or none; it begins with grk_")
    if acting_user is not None:
        require_user(acting_user)
    if not (0 < seconds(timeout) < math.inf):
        raise ConfigurationError(f"timeout is {shown(timeout)}; it must be a number of seconds above 0")
    target, secure, local = parse(address, plaintext)
    trusted = None
    if ca_certificate and not secure:
        raise ConfigurationError(
            f"{address} is plaintext, where ca_certificate={shown(os.fspath(ca_certificate))} vouches for nobody; "
            "use https://, or leave ca_certificate out"
        )
    if secure:
        trusted = read_authorities(ca_certificate or environment.get("GRANTOR_CA_CERTIFICATE") or None)
    return Configuration(address, target, secure, local, trusted, key, timeout, acting_user)


def seconds(timeout: object) -> float:
    """A timeout, which is a number and nothing else that measures time."""
    if not isinstance(timeout, int | float):
        raise TypeError(f"timeout is {shown(timeout)}; it must be a number of seconds, such as 2.5")
    return timeout


def shown(value: object) -> str:
    """How a message shows what was given: not at all where that looks like a key."""
    text = repr(value)
    return "a text that looks like a key" if KEY in text else text


def is_user(value: object) -> bool:
    """Whether this is the name of a user, which a header may hold."""
    return isinstance(value, str) and USER.fullmatch(value) is not None


def require_user(user: object) -> None:
    """Refuses whom nobody can act for; that would be a call for nobody, with all that the key may."""
    if not is_user(user):
        raise ConfigurationError(
            f"acting_user is {shown(user)}; it must be users/ID in printable ASCII, such as users/ann"
        )


def parse(address: str, plaintext: bool) -> tuple[str, bool, bool]:
    """Target, whether by TLS, and whether it is this machine."""
    if KEY in address:
        raise ConfigurationError("the address looks like a key; address and key may be swapped")
    match = ADDRESS.fullmatch(address)
    if match is None or not 0 < int(match[3]) <= LAST_PORT:
        raise ConfigurationError(f"{address!r} is no address; it is like https://HOST:PORT")
    scheme, host, port = (match[1] or "").lower(), match[2], match[3]
    local = is_this_machine(host)
    if scheme == "https" and plaintext:
        raise ConfigurationError(f"{address} is TLS and plaintext is set; leave plaintext out, or say http://")
    if scheme == "http" and not (plaintext or local):
        raise ConfigurationError(
            f"{address} is another machine, and without TLS everybody on the way could read the key; "
            "use https://, or set plaintext=True"
        )
    return f"dns:///{host}:{port}", scheme != "http" and not plaintext, local


def is_this_machine(host: str) -> bool:
    """Whether what is sent to this host stays on this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        if host.startswith("["):
            raise ConfigurationError(f"{host} is no IPv6 address") from None
        return False


def read_authorities(file: str | os.PathLike[str] | None) -> bytes | None:
    """The certificates of this file, else those of the system."""
    try:
        return authorities(file)
    except (OSError, ValueError) as cause:
        if file and KEY in os.fspath(file):
            # The cause names the file.
            raise ConfigurationError("the CA certificate looks like a key; name a PEM file") from None
        raise ConfigurationError(
            f"the CA certificate {os.fspath(file) if file else ''} can't be used ({cause}); name a PEM file"
        ) from cause
