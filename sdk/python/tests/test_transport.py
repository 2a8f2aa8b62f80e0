"""Who has a wrong address is told which, and what to do."""

import asyncio
import threading
from collections.abc import Callable

import grpc
import pytest
from server import Access, Context, serving

import grantor.aio
from grantor import Client, GrantorError, v1
from grantor.transport import LONGEST, words

QUESTION = ("users/alice", "manage", "organizations/acme/products/drive-1")
UNAVAILABLE = grpc.StatusCode.UNAVAILABLE


def ask(address: str, timeout: float) -> None:
    with Client(address, "grk_x", timeout=timeout) as client:
        client.check(*QUESTION)


def ask_aio(address: str, timeout: float) -> None:
    async def run() -> None:
        async with grantor.aio.Client(address, "grk_x", timeout=timeout) as client:
            await client.check(*QUESTION)

    asyncio.run(run())


both = pytest.mark.parametrize("asks", [ask, ask_aio])
Ask = Callable[[str, float], None]


def failure(asks: Ask, address: str, timeout: float = 5) -> tuple[grpc.StatusCode, str]:
    with pytest.raises(GrantorError) as failed:
        asks(address, timeout)
    assert failed.value.request_id in str(failed.value)
    return failed.value.code, failed.value.message


@both
def test_where_nobody_listens(asks: Ask) -> None:
    code, message = failure(asks, "http://127.0.0.1:1")
    assert code is UNAVAILABLE
    assert message.startswith("no answer from http://127.0.0.1:1: Failed to connect to remote host")


@both
def test_where_the_server_speaks_plaintext(asks: Ask) -> None:
    with serving(Access()) as address:
        secure = address.replace("http://", "https://")
        code, message = failure(asks, secure)
    assert code is UNAVAILABLE
    assert message.startswith(f"no answer from {secure}: ")
    assert message.endswith(" (does the server speak TLS? if not, use http://)")


class Late(Access):
    """Answers when the caller has gone."""

    def check(self, _request: v1.CheckAccessRequest, context: Context) -> v1.CheckAccessResponse:
        gone = threading.Event()
        context.add_callback(gone.set)
        gone.wait()
        return self.answer


class Refusing(Access):
    """Fails with these words of its own."""

    def __init__(self, code: grpc.StatusCode) -> None:
        super().__init__()
        self.code = code

    def check(self, _request: v1.CheckAccessRequest, context: Context) -> v1.CheckAccessResponse:
        context.abort(self.code, "in my own words")


@both
def test_a_deadline_that_passes_here(asks: Ask) -> None:
    with serving(Late()) as address:
        expected = (grpc.StatusCode.DEADLINE_EXCEEDED, f"no answer from {address} within 0.3 s")
        assert failure(asks, address, 0.3) == expected


@both
@pytest.mark.parametrize("code", [UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED])
def test_what_the_server_says_stays_as_it_is(asks: Ask, code: grpc.StatusCode) -> None:
    with serving(Refusing(code)) as address:
        assert failure(asks, address) == (code, "in my own words")


def test_the_cause_is_one_short_line() -> None:
    long = words(UNAVAILABLE, "Socket closed" + "!" * 999 + "\nand more", "http://here:1", 5)
    assert long == "no answer from http://here:1: " + ("Socket closed" + "!" * 999)[:LONGEST]
    assert words(UNAVAILABLE, "GOAWAY received\nmore", "here:1", None) == "no answer from here:1: GOAWAY received"
