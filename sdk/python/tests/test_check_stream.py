"""A stream of questions: each its own answer, none an allow by mistake, and nobody hangs."""

import asyncio
import math
import threading
from collections.abc import Callable, Iterator

import grpc
import pytest
from server import Access, Context, Questions, serving

import grantor.aio
from grantor import Answer, Client, GrantorError, v1
from grantor.reading import WINDOW

Outcome = Answer | GrantorError
Ask = Callable[[str, list[str]], list[Outcome]]


def said(index: int, right: str) -> v1.StreamCheckAccessResponse:
    """Allows "use", denies "no", fails "fly", says what nobody knows to the rest; one token, said once."""
    if right == "fly":
        error = v1.AccessError(code=3, reason=v1.ERROR_REASON_RIGHT_UNKNOWN, message="no such right")
        return v1.StreamCheckAccessResponse(index=index, result=v1.AccessResult(error=error))
    decision = {"use": v1.DECISION_ALLOWED, "no": v1.DECISION_DENIED}.get(right, v1.DECISION_UNSPECIFIED)
    result = v1.AccessResult() if right == "empty" else v1.AccessResult(answer=v1.AccessAnswer(decision=decision))
    token = "t0" if index == 0 else "t7" if index == 7 else ""
    return v1.StreamCheckAccessResponse(index=index, result=result, consistency_token=token)


def each(requests: Iterator[v1.StreamCheckAccessRequest], _context: Context) -> Iterator[v1.StreamCheckAccessResponse]:
    for index, request in enumerate(requests):
        yield said(index, request.right)


def first(count: int, end: grpc.StatusCode | None) -> Questions:
    """Answers so many, then ends."""

    def run(
        requests: Iterator[v1.StreamCheckAccessRequest], context: Context
    ) -> Iterator[v1.StreamCheckAccessResponse]:
        for index in range(count):
            yield said(index, next(requests).right)
        if end is not None:
            context.abort(end, "as the test says")

    return run


def ask(address: str, rights: list[str]) -> list[Outcome]:
    """Asks all before it reads an answer."""
    with Client(address, "grk_x") as client, client.stream_checks() as stream:
        asked = [stream.ask("users/a", right, "organizations/b") for right in rights]
        outcomes: list[Outcome] = []
        for one in asked:
            try:
                outcomes.append(one.answer())
            except GrantorError as error:
                outcomes.append(error)
        return outcomes


def ask_aio(address: str, rights: list[str]) -> list[Outcome]:
    async def run() -> list[Outcome]:
        async with grantor.aio.Client(address, "grk_x") as client, client.stream_checks() as stream:
            asked = [stream.ask("users/a", right, "organizations/b") for right in rights]
            outcomes = await asyncio.gather(*asked, return_exceptions=True)
        if others := asyncio.all_tasks() - {asyncio.current_task()}:
            assert not (await asyncio.wait(others, timeout=10))[1]
        return [one for one in outcomes if isinstance(one, Answer | GrantorError)]

    return asyncio.run(run())


both = pytest.mark.parametrize("ask", [ask, ask_aio])


def code(outcome: Outcome) -> str:
    return outcome.code.name if isinstance(outcome, GrantorError) else str(outcome.allowed)


@both
def test_each_question_has_its_own_answer_or_error_and_the_last_token(ask: Ask) -> None:
    access = Access()
    access.questions = each
    with serving(access) as address:
        outcomes = ask(address, ["use", "no", "fly", "odd", "empty", "use", "use", "use", "no"])
    assert [code(one) for one in outcomes] == [
        *("True", "False", "INVALID_ARGUMENT", "INTERNAL", "INTERNAL", "True", "True", "True", "False")
    ]
    assert isinstance(outcomes[2], GrantorError)
    assert outcomes[2].reason == "RIGHT_UNKNOWN"
    assert outcomes[2].request_id != ""
    tokens = [one.token for one in outcomes if isinstance(one, Answer)]
    assert tokens == ["t0", "t0", "t0", "t0", "t7", "t7"]


@both
def test_whoever_asks_more_than_the_window_before_reading_does_not_hang(ask: Ask) -> None:
    access = Access()
    access.questions = each
    with serving(access) as address:
        outcomes = ask(address, ["use", "no"] * WINDOW)
    assert [code(one) for one in outcomes] == ["True", "False"] * WINDOW


@both
def test_no_more_than_the_window_wait_for_answers(ask: Ask) -> None:
    access = Access()
    late = threading.Event()
    most = 0

    def hold(
        requests: Iterator[v1.StreamCheckAccessRequest], _context: Context
    ) -> Iterator[v1.StreamCheckAccessResponse]:
        nonlocal most
        came = [next(requests) for _ in range(WINDOW)]

        def listen() -> None:
            next(requests)
            late.set()

        further = threading.Thread(target=listen)
        further.start()
        # Time for one more question to come, if the client sent one.
        assert not late.wait(0.2)
        most = len(came)
        for index, request in enumerate(came):
            yield said(index, request.right)
        further.join()
        yield said(WINDOW, "use")

    access.questions = hold
    with serving(access) as address:
        assert [code(one) for one in ask(address, ["use"] * (WINDOW + 1))] == ["True"] * (WINDOW + 1)
    assert most == WINDOW


@both
@pytest.mark.parametrize(
    ("end", "comes"),
    [(None, "UNAVAILABLE"), (grpc.StatusCode.UNAVAILABLE, "UNAVAILABLE"), (grpc.StatusCode.UNAUTHENTICATED,) * 2],
)
def test_what_is_not_answered_when_the_stream_ends_fails_and_is_not_asked_again(
    ask: Ask, end: grpc.StatusCode | None, comes: str | grpc.StatusCode
) -> None:
    access = Access()
    access.questions = first(2, end)
    wanted = comes if isinstance(comes, str) else comes.name
    with serving(access) as address:
        outcomes = ask(address, ["use"] * (2 * WINDOW))
    assert [code(one) for one in outcomes] == ["True", "True"] + [wanted] * (2 * WINDOW - 2)


@both
def test_answers_out_of_order_allow_nothing(ask: Ask) -> None:
    access = Access()
    access.questions = lambda requests, _: (said(1 - index, request.right) for index, request in enumerate(requests))
    with serving(access) as address:
        assert [code(one) for one in ask(address, ["use", "use"])] == ["INTERNAL"] * 2


def silent(
    requests: Iterator[v1.StreamCheckAccessRequest], _context: Context
) -> Iterator[v1.StreamCheckAccessResponse]:
    yield from (said(0, "use") for _ in requests if False)


def test_a_server_that_says_nothing_holds_up_nobody_for_ever() -> None:
    access = Access()
    access.questions = silent
    with serving(access) as address, Client(address, "grk_x", timeout=0.2) as client:
        with client.stream_checks() as stream:
            asked = [stream.ask("users/a", "use", "organizations/b", timeout=0.05) for _ in range(WINDOW + 1)]
            for one in asked:
                with pytest.raises(GrantorError, match=r"within 0\.05 s") as failed:
                    one.answer()
                assert failed.value.code is grpc.StatusCode.DEADLINE_EXCEEDED
            assert stream.error is None
        assert stream.error is not None


def test_a_server_that_says_nothing_holds_up_no_task_for_ever() -> None:
    async def run(address: str) -> set[str]:
        async with grantor.aio.Client(address, "grk_x", timeout=0.2) as client, client.stream_checks() as stream:
            asked = [stream.ask("users/a", "use", "organizations/b") for _ in range(WINDOW + 1)]
            outcomes = await asyncio.gather(*asked, return_exceptions=True)
        return {one.code.name if isinstance(one, GrantorError) else repr(one) for one in outcomes}

    access = Access()
    access.questions = silent
    with serving(access) as address:
        assert asyncio.run(run(address)) == {"DEADLINE_EXCEEDED"}


@pytest.mark.parametrize(("whole", "why"), [(False, "the stream is closed"), (True, "the client is closed")])
def test_closing_ends_what_is_not_answered(whole: bool, why: str) -> None:
    access = Access()
    began, over = threading.Event(), threading.Event()

    def hold(
        requests: Iterator[v1.StreamCheckAccessRequest], context: Context
    ) -> Iterator[v1.StreamCheckAccessResponse]:
        context.add_callback(over.set)
        began.set()
        return silent(requests, context)

    access.questions = hold
    with serving(access) as address, Client(address, "grk_x") as client:
        stream = client.stream_checks()
        asked = stream.ask("users/a", "use", "organizations/b")
        assert began.wait(10)
        (client if whole else stream).close()
        for one in (asked, stream.ask("users/a", "use", "organizations/b")):
            with pytest.raises(GrantorError, match=why) as failed:
                one.answer()
            assert failed.value.code is grpc.StatusCode.CANCELLED
        assert over.wait(10)
        assert "grantor-stream" not in [thread.name for thread in threading.enumerate()]


@pytest.mark.parametrize("whole", [False, True])
def test_closing_ends_what_tasks_wait_for(whole: bool) -> None:
    async def run(address: str) -> list[str]:
        async with grantor.aio.Client(address, "grk_x") as client:
            stream = client.stream_checks()
            asked = asyncio.ensure_future(stream.ask("users/a", "use", "organizations/b"))
            await asyncio.wait({asked}, timeout=0.05)
            await (client if whole else stream).close()
            later = stream.ask("users/a", "use", "organizations/b")
            failed = await asyncio.gather(asked, later, return_exceptions=True)
        return [one.message if isinstance(one, GrantorError) else repr(one) for one in failed]

    access = Access()
    access.questions = silent
    with serving(access) as address:
        said = "the client is closed; make another" if whole else "the stream is closed; open another"
        assert asyncio.run(run(address)) == [said] * 2


def test_a_task_that_gives_up_holds_up_nobody() -> None:
    async def run(address: str) -> bool:
        async with grantor.aio.Client(address, "grk_x") as client, client.stream_checks() as stream:
            given_up = asyncio.ensure_future(stream.ask("users/a", "no", "organizations/b"))
            other = asyncio.ensure_future(stream.ask("users/a", "use", "organizations/b"))
            await asyncio.wait({given_up}, timeout=0)
            given_up.cancel()
            return (await other).allowed

    access = Access()
    access.questions = each
    with serving(access) as address:
        assert asyncio.run(run(address))


def test_a_question_under_way_is_no_condition() -> None:
    access = Access()
    access.questions = each
    with serving(access) as address, Client(address, "grk_x") as client, client.stream_checks() as stream:
        asked = stream.ask("users/a", "no", "organizations/b", timeout=math.inf)
        with pytest.raises(TypeError, match="not the answer yet"):
            bool(asked)
        assert not asked.answer()
        assert not asked.answer()


def test_the_generated_stub_streams_and_fails_with_the_one_error() -> None:
    access = Access()
    access.questions = first(1, grpc.StatusCode.UNAUTHENTICATED)
    with serving(access) as address, Client(address, "grk_x") as client:
        answers = client.access.StreamCheckAccess(iter([v1.StreamCheckAccessRequest(right="use")]))
        assert next(answers).index == 0
        with pytest.raises(GrantorError) as failed:
            next(answers)
        assert failed.value.code is grpc.StatusCode.UNAUTHENTICATED


def test_the_generated_stub_streams_with_asyncio_too() -> None:
    async def run(address: str) -> int:
        async with grantor.aio.Client(address, "grk_x") as client:
            call = client.access.StreamCheckAccess()
            await call.write(v1.StreamCheckAccessRequest(right="use"))
            await call.done_writing()
            return len([answer async for answer in call])

    access = Access()
    access.questions = each
    with serving(access) as address:
        assert asyncio.run(run(address)) == 1
