"""What a client can be made of, and what it is told where it can't."""

from pathlib import Path

import pytest

from grantor import Client, ConfigurationError
from grantor.configuration import Configuration, configure

CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"


def made(
    address: str | None = None,
    key: str | None = "grk_x",
    *,
    plaintext: bool = False,
    timeout: float = 5,
    acting_user: str | None = None,
    ca_certificate: str | None = None,
    environment: dict[str, str] | None = None,
) -> Configuration:
    return configure(
        address,
        key,
        ca_certificate=ca_certificate,
        plaintext=plaintext,
        timeout=timeout,
        acting_user=acting_user,
        environment=environment or {},
    )


@pytest.mark.parametrize(
    ("address", "plaintext", "target", "secure"),
    [
        ("https://grantor.example:50051", False, "grantor.example:50051", True),
        ("https://grantor.example:50051/", False, "grantor.example:50051", True),
        ("https://127.0.0.1:50051", False, "127.0.0.1:50051", True),
        ("grantor.example:50051", False, "grantor.example:50051", True),
        ("localhost:50051", False, "localhost:50051", True),
        ("grantor.example:50051", True, "grantor.example:50051", False),
        ("localhost:50051", True, "localhost:50051", False),
        ("http://grantor.example:50051", True, "grantor.example:50051", False),
        ("http://localhost:50051", False, "localhost:50051", False),
        ("http://127.0.0.1:50051", False, "127.0.0.1:50051", False),
        ("http://127.9.9.9:50051", False, "127.9.9.9:50051", False),
        ("http://[::1]:50051", False, "[::1]:50051", False),
        ("HTTP://localhost:50051/", False, "localhost:50051", False),
        ("Https://unix:50051", False, "unix:50051", True),
    ],
)
def test_plaintext_is_said_and_else_it_is_tls(address: str, plaintext: bool, target: str, secure: bool) -> None:
    configuration = made(address, plaintext=plaintext)
    assert (configuration.target, configuration.secure) == (f"dns:///{target}", secure)


@pytest.mark.parametrize(
    ("address", "plaintext", "says"),
    [
        ("http://grantor.example:50051", False, "plaintext=True"),
        ("http://10.0.0.1:50051", False, "plaintext=True"),
        ("http://localhost.example:50051", False, "plaintext=True"),
        ("http://[2001:db8::1]:50051", False, "plaintext=True"),
        ("https://grantor.example:50051", True, "leave plaintext out"),
        ("", False, "https://HOST:PORT"),
        ("grantor.example", False, "https://HOST:PORT"),
        ("https://grantor.example", False, "https://HOST:PORT"),
        ("grpc://grantor.example:50051", False, "https://HOST:PORT"),
        ("https://grantor.example:0", False, "https://HOST:PORT"),
        ("https://grantor.example:65536", False, "https://HOST:PORT"),
        ("https://grantor.example:50051/v1", False, "https://HOST:PORT"),
        ("https://ann@grantor.example:50051", False, "https://HOST:PORT"),
        ("https://grantor example:50051", False, "https://HOST:PORT"),
        ("http://localhost:50051\n", False, "https://HOST:PORT"),
        ("http://[::1::]:50051", False, "no IPv6 address"),
    ],
)
def test_an_address_that_can_not_be_used_says_what_to_do(address: str, plaintext: bool, says: str) -> None:
    with pytest.raises(ConfigurationError, match=says.replace("[", r"\[")):
        made(address, plaintext=plaintext)


def test_what_is_missing_comes_from_the_environment() -> None:
    environment = {"GRANTOR_ADDRESS": "http://localhost:1", "GRANTOR_KEY": "grk_e"}
    assert made(key=None, environment=environment).key == "grk_e"
    assert made("http://localhost:2", environment=environment).target == "dns:///localhost:2"
    assert made("http://localhost:2", "grk_g", environment=environment).key == "grk_g"


def test_nothing_at_all_names_the_variables() -> None:
    with pytest.raises(ConfigurationError, match="GRANTOR_ADDRESS"):
        made(environment={"GRANTOR_ADDRESS": ""})
    with pytest.raises(ConfigurationError, match="GRANTOR_KEY"):
        made("http://localhost:1", None)


@pytest.mark.parametrize("key", ["", "grk_x\n", "grk x", "grk_ü"])
def test_a_key_that_is_no_header_is_refused_without_being_shown(key: str) -> None:
    with pytest.raises(ConfigurationError, match="the key") as refused:
        made("http://localhost:1", key)
    assert key == "" or key not in str(refused.value)


def test_the_key_is_not_shown() -> None:
    assert "grk_x" not in repr(made("http://localhost:1"))


@pytest.mark.parametrize("timeout", [0, -1, float("inf"), float("nan")])
def test_a_timeout_is_a_time(timeout: float) -> None:
    with pytest.raises(ConfigurationError, match="timeout"):
        made("http://localhost:1", timeout=timeout)


@pytest.mark.parametrize("user", ["", "ann", "users/", "users/ann\n", "users/a/b", "users/\u00fc", "members/ann"])
def test_an_acting_user_is_a_user(user: str) -> None:
    with pytest.raises(ConfigurationError, match="acting_user"):
        made("http://localhost:1", acting_user=user)
    with pytest.raises(ConfigurationError, match="acting_user"):
        Client("http://localhost:1", "grk_x").acting_for(user)


def test_no_acting_user_at_all_is_not_the_service_account() -> None:
    with pytest.raises(ConfigurationError, match="acting_user is None"):
        Client("http://localhost:1", "grk_x").acting_for(None)  # type: ignore[arg-type]


def test_what_looks_like_a_key_is_never_shown() -> None:
    with pytest.raises(ConfigurationError, match="address and key may be swapped") as swapped:
        made("grk_secret", "https://grantor.example:50051")
    with pytest.raises(ConfigurationError, match="acting_user is a text that looks like a key") as user:
        made("http://localhost:1", acting_user="grk_secret")
    with pytest.raises(ConfigurationError, match="CA certificate") as certificate:
        made("https://localhost:1", ca_certificate="grk_secret")
    with pytest.raises(TypeError, match="timeout") as timeout:
        made("http://localhost:1", timeout="grk_secret")  # type: ignore[arg-type]
    assert all("secret" not in str(error.value) for error in (swapped, user, certificate, timeout))


def test_a_ca_certificate_is_a_pem_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="name a PEM file"):
        made("https://localhost:1", ca_certificate=str(tmp_path / "none.pem"))
    empty = tmp_path / "empty.pem"
    empty.write_text("nothing")
    with pytest.raises(ConfigurationError, match=r"empty\.pem"):
        made("https://localhost:1", environment={"GRANTOR_CA_CERTIFICATE": str(empty)})


def test_a_ca_certificate_has_no_place_in_plaintext() -> None:
    with pytest.raises(ConfigurationError, match=r"http://localhost:1 is plaintext.*'none\.pem'"):
        made("http://localhost:1", ca_certificate="none.pem")
    with pytest.raises(ConfigurationError, match="ca_certificate"):
        made("grantor.example:1", plaintext=True, ca_certificate="none.pem")
    assert not made("http://localhost:1", environment={"GRANTOR_CA_CERTIFICATE": "none.pem"}).secure


@pytest.mark.skipif(not Path(CERTIFICATES).exists(), reason="the certificates of this system are elsewhere")
def test_without_a_ca_certificate_those_of_the_system_are_trusted() -> None:
    trusted = made("https://localhost:1").authorities
    assert trusted is not None
    assert trusted.count(b"BEGIN CERTIFICATE") == Path(CERTIFICATES).read_bytes().count(b"BEGIN CERTIFICATE")
