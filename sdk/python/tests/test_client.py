"""What each call carries, and what comes of what the server says."""

import asyncio
import pickle
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import grpc
import pytest
from google.protobuf.message import Message
from server import Access, Grants, serving

import grantor.aio.services
from grantor import Client, GrantorError, Results, Violation, v1
from grantor.pages import list_of
from grantor.services import Services

QUESTION = ("users/alice", "manage", "organizations/acme/products/drive-1")


@pytest.mark.parametrize(("kind", "names"), [(Client, Services), (grantor.aio.Client, grantor.aio.services.Services)])
def test_every_service_is_there(kind: type[Client | grantor.aio.Client], names: type[object]) -> None:
    client = kind("http://localhost:1", "grk_x")
    stubs = {type(getattr(client, name)).__name__ for name in vars(names) if not name.startswith("_")}
    files = {message.DESCRIPTOR.file for name, message in vars(v1).items() if name.endswith("Request")}
    assert stubs == {f"{service}Stub" for file in files for service in file.services_by_name}


def test_a_change_that_is_tried_again_has_one_id_which_the_callers_message_does_not_get() -> None:
    grants = Grants()
    grants.failures = 3
    request = v1.DeleteGrantRequest(name="organizations/acme/grants/g1")
    with serving(grants) as address, Client(address, "grk_x") as client:
        client.grants.DeleteGrant(request)
        client.grants.DeleteGrant(request)
    assert request.request_id == ""
    first, *again, second = grants.ids
    assert again == [first] * 3
    assert first[0] == first[1] != ""
    assert second[0] == second[1] != first[0]


def test_metadata_of_a_call_replaces_that_of_the_client() -> None:
    headers = Client("http://localhost:1", "grk_x", acting_user="users/ann")._headers
    request_id, sent = headers.of_a_call([("X-Grantor-Acting-User", "users/bob"), ("x-request-id", "mine")])
    assert request_id == "mine"
    assert sorted(sent) == [
        ("authorization", "Bearer grk_x"),
        ("x-grantor-acting-user", "users/bob"),
        ("x-request-id", "mine"),
    ]


def test_a_request_id_is_sent_once() -> None:
    headers = Client("http://localhost:1", "grk_x")._headers
    request_id, sent = headers.of_a_call([("X-Request-Id", ""), ("x-request-id", b"mine"), ("x-request-id", "other")])
    assert [value for name, value in sent if name == "x-request-id"] == [request_id] == ["mine"]


@pytest.mark.parametrize("user", ["", "ann", "users/ann\n", b"", "grk_secret"])
def test_a_call_for_nobody_is_not_made(user: str | bytes) -> None:
    client = Client("http://localhost:1", "grk_x", acting_user="users/ann")
    with pytest.raises(GrantorError, match="x-grantor-acting-user names no user") as failed:
        client.access.CheckAccess(v1.CheckAccessRequest(), metadata=(("x-grantor-acting-user", user),))
    assert failed.value.code is grpc.StatusCode.INVALID_ARGUMENT
    assert "grk_" not in str(failed.value)


def test_a_large_request_is_tried_again_too() -> None:
    grants = Grants()
    grants.failures = 3
    with serving(grants) as address, Client(address, "grk_x") as client:
        client.grants.DeleteGrant(v1.DeleteGrantRequest(name="x" * 1_000_000))
    assert len(grants.ids) == 4


def test_what_is_no_single_answer_is_no_condition() -> None:
    async def ask() -> None:
        client = grantor.aio.Client("http://localhost:1", "grk_x")
        with pytest.raises(TypeError, match="await it"):
            bool(client.check(*QUESTION))
        with pytest.raises(TypeError, match="await it"):
            bool(client.check_many([QUESTION]))

    with pytest.raises(TypeError, match="all"):
        bool(Results())
    asyncio.run(ask())


def test_a_question_can_be_a_task() -> None:
    async def ask(address: str) -> None:
        async with grantor.aio.Client(address, "grk_x") as client:
            assert await asyncio.create_task(client.check(*QUESTION))
            assert all(await asyncio.gather(client.check(*QUESTION), asyncio.wait_for(client.check(*QUESTION), 5)))

    with serving(Access()) as address:
        asyncio.run(ask(address))


def test_a_result_that_is_none_of_the_known_fails_alone() -> None:
    page = v1.BatchCheckAccessResponse(
        results=[
            v1.AccessResult(),
            v1.AccessResult(answer=v1.AccessAnswer()),
            v1.AccessResult(answer=v1.AccessAnswer(decision=v1.DECISION_ALLOWED)),
        ]
    )
    results = Results()
    results.add(page, "id")
    assert [result.allowed for result in results] == [False, False, True]
    assert [result.error and result.error.code for result in results] == [grpc.StatusCode.INTERNAL] * 2 + [None]


def test_four_attempts_are_the_most() -> None:
    grants = Grants()
    grants.failures = 9
    with (
        serving(grants) as address,
        Client(address, "grk_x") as client,
        pytest.raises(GrantorError) as failed,
    ):
        client.grants.DeleteGrant(v1.DeleteGrantRequest(request_id="mine"))
    assert failed.value.code is grpc.StatusCode.UNAVAILABLE
    assert [given for given, _ in grants.ids] == ["mine"] * 4
    assert failed.value.request_id == grants.ids[0][1]


@pytest.mark.parametrize("decision", [v1.DECISION_UNSPECIFIED, 7])
def test_a_decision_that_is_not_known_is_never_an_allow(decision: v1.Decision.ValueType) -> None:
    access = Access()
    access.answer = v1.CheckAccessResponse(decision=decision)

    async def ask(address: str) -> None:
        async with grantor.aio.Client(address, "grk_x") as client:
            await client.check(*QUESTION)

    with serving(access) as address, Client(address, "grk_x") as client:
        with pytest.raises(GrantorError) as failed:
            client.check(*QUESTION)
        with pytest.raises(GrantorError, match="INTERNAL"):
            asyncio.run(ask(address))
    assert failed.value.code is grpc.StatusCode.INTERNAL
    assert failed.value.request_id


def test_an_answer_is_true_only_if_it_allows() -> None:
    access = Access()
    with serving(access) as address, Client(address, "grk_x") as client:
        assert client.check(*QUESTION)
        access.answer = v1.CheckAccessResponse(decision=v1.DECISION_DENIED, reason=99)  # type: ignore[arg-type]
        answer = client.check(*QUESTION)
    assert not answer
    assert (answer.reason, answer.reason_name) == (99, "99")


@pytest.mark.parametrize(
    ("then", "says"),
    [
        ({"at_time": datetime(2026, 1, 1)}, "at_time has no time zone"),
        ({"at_revision": 0}, "at_revision is 0"),
    ],
)
def test_what_would_be_no_past_is_not_asked_as_of_now(then: dict[str, Any], says: str) -> None:
    with Client("http://localhost:1", "grk_x") as client:
        for ask in (client.check, client.explain):
            with pytest.raises(ValueError, match=says):
                ask(*QUESTION, **then)
        with pytest.raises(ValueError, match=says):
            client.check_many([QUESTION], **then)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(GrantorError) as failed:
        call()
    assert failed.value.code is grpc.StatusCode.CANCELLED
    return failed.value.message


def test_a_closed_client_says_so() -> None:
    says = "the client is closed; make another"
    with serving(Access()) as address:
        client, fresh = Client(address, "grk_x"), Client(address, "grk_x")
        client.check(*QUESTION)
        client.close()
        fresh.close()
    assert refused(lambda: client.check(*QUESTION)) == says
    assert refused(lambda: client.access.CheckAccess.future(v1.CheckAccessRequest())) == says
    assert refused(lambda: client.access.WatchChanges(v1.WatchChangesRequest())) == says
    assert refused(lambda: fresh.check(*QUESTION)) == says
    assert refused(lambda: list(client.each(v1.ListMembersRequest()))) == says
    assert refused(lambda: next(client.watch("platform"))) == says


def test_a_closed_asyncio_client_says_so() -> None:
    async def run(address: str) -> None:
        client = grantor.aio.Client(address, "grk_x")
        await client.check(*QUESTION)
        await client.close()
        for call in (client.check(*QUESTION), anext(client.watch("platform"))):
            with pytest.raises(GrantorError, match="CANCELLED: the client is closed; make another"):
                await call

    with serving(Access()) as address:
        asyncio.run(run(address))


@pytest.mark.parametrize("timeout", [timedelta(seconds=1), "1"])
def test_a_timeout_that_is_no_number_says_what_it_must_be(timeout: Any) -> None:
    with pytest.raises(TypeError, match=r"timeout is .*; it must be a number of seconds"):
        Client("http://localhost:1", "grk_x", timeout=timeout)
    with (
        Client("http://localhost:1", "grk_x") as client,
        pytest.raises(TypeError, match=r"timeout is .*; it must be a number of seconds"),
    ):
        client.check(*QUESTION, timeout=timeout)


def test_what_is_no_list_is_no_list() -> None:
    with pytest.raises(TypeError, match="GetGrantRequest"):
        list_of(v1.GetGrantRequest)


def test_every_list_is_found() -> None:
    requests: list[type[Message]] = [
        kind
        for name, kind in vars(v1).items()
        if name.endswith("Request") and "page_token" in kind.DESCRIPTOR.fields_by_name
    ]
    assert len(requests) > 15
    assert all(list_of(request).items for request in requests)


def test_an_error_can_be_sent_to_another_process() -> None:
    error = GrantorError(
        grpc.StatusCode.ABORTED, "read again", "ETAG_MISMATCH", {"etag": "r1"}, [Violation("etag", "is old")], "id"
    )
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  (our own)
    assert vars(again) == vars(error)
    assert str(again) == "ABORTED (ETAG_MISMATCH): read again (request id id)"
