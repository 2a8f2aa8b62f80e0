"""The client: one connection, all services, and the questions most asked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from uuid import uuid4

import grpc

from grantor import v1
from grantor.answers import Answer, Explanation, Results
from grantor.cached import CachedAccess
from grantor.calls import Channel
from grantor.check_stream import CheckStream
from grantor.configuration import Configuration, configure, require_user
from grantor.connection import Connection
from grantor.headers import REQUEST_ID, Headers
from grantor.kept import MOST, Kept
from grantor.pages import Pages
from grantor.progress import Progress
from grantor.questions import batches, require_all, when
from grantor.services import Services
from grantor.v1.lists import Lists
from grantor.watch import Watch


class Client(Services):
    """Asks and changes Grantor. Threads may share it; close it, or use it in a `with`.

        with Client() as client:  # GRANTOR_ADDRESS and GRANTOR_KEY say where and who
            client.check("users/alice", "manage", "organizations/acme/products/drive-1")

    It connects when it is first used; until then its process may fork.
    """

    def __init__(
        self,
        address: str | None = None,
        key: str | None = None,
        *,
        ca_certificate: str | os.PathLike[str] | None = None,
        plaintext: bool = False,
        timeout: float = 5.0,
        acting_user: str | None = None,
    ) -> None:
        """Makes a client; nothing is sent yet.

        Args:
            address: `https://HOST:PORT` or `HOST:PORT` for TLS, `http://HOST:PORT` without it. Else
                from GRANTOR_ADDRESS.
            key: the key of a service account, `grk_…`. Else from GRANTOR_KEY.
            ca_certificate: a PEM file with the authorities to trust instead of the system's. Else
                from GRANTOR_CA_CERTIFICATE.
            plaintext: says that the key may go without TLS to another machine.
            timeout: how long a call may take with all its attempts, in seconds.
            acting_user: calls for this user, `users/ann`.

        Raises:
            ConfigurationError: no client can be made of this; it says what to set.
            TypeError: the timeout is no number.
        """
        configuration = configure(
            address,
            key,
            ca_certificate=ca_certificate,
            plaintext=plaintext,
            timeout=timeout,
            acting_user=acting_user,
        )
        self._set_up(configuration, Connection(configuration), owner=True)

    def _set_up(self, configuration: Configuration, connection: Connection, owner: bool) -> None:
        self._configuration = configuration
        self._connection = connection
        self._owner = owner
        self._headers = Headers(configuration)
        super().__init__(Channel(connection, self._headers))

    def acting_for(self, user: str) -> Client:
        """The same client, on the same connection, calling for this user (`users/ann`).

        Cheap enough to be made for each request of a web service. Closing it does nothing.

        Raises:
            ConfigurationError: that is no user's name.
        """
        require_user(user)
        client = Client.__new__(Client)
        client._set_up(replace(self._configuration, acting_user=user), self._connection, owner=False)
        return client

    def check(
        self,
        subject: str,
        right: str,
        resource: str,
        *,
        at_least_as_fresh: str | Iterable[str] = (),
        fully_consistent: bool = False,
        at_time: datetime | None = None,
        at_revision: int | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """Whether the user may do that on this resource, now or then. The answer is true if they may.

        Args:
            subject: who: "users/alice".
            right: what: "manage", "kdrive/manage" or, on an organization, "manage_users".
            resource: on what: "organizations/acme/products/drive-1" or "organizations/acme".
            at_least_as_fresh: tokens of answers or changes that this one must have seen.
            fully_consistent: see everything that was acknowledged before.
            at_time: answer as things stood at this time, which has a time zone and is at least some ten
                seconds ago; without a token, and not beside how fresh the answer must be.
            at_revision: the same as of this revision of the organization, in place of a time.
            timeout: of this call, in seconds.

        Raises:
            GrantorError: there is no answer. Never an allow.
            ValueError: tokens beside `fully_consistent`, a time without a time zone, or revision 0.
        """
        asked_of = when(at_least_as_fresh, fully_consistent, at_time, at_revision)
        request = v1.CheckAccessRequest(subject=subject, right=right, resource=resource, **asked_of)
        request_id = str(uuid4())
        answer = self.access.CheckAccess(request, timeout=timeout, metadata=((REQUEST_ID, request_id),))
        return Answer(answer, request_id)

    def check_many(
        self,
        questions: Iterable[tuple[str, str, str]],
        *,
        at_least_as_fresh: str | Iterable[str] = (),
        fully_consistent: bool = False,
        at_time: datetime | None = None,
        at_revision: int | None = None,
        timeout: float | None = None,
    ) -> Results:
        """Any number of questions, each (subject, right, resource), 1000 a call.

        The results are in the order of the questions; each is an answer or an error of its own, and
        true if, and only if, the user may. The timeout is of each call, in seconds; all else is said
        as for `check`. With `at_revision` all are about one organization.

        Raises:
            GrantorError: a whole call failed, so that there are not all answers.
        """
        results = Results()
        asked_of = when(at_least_as_fresh, fully_consistent, at_time, at_revision)
        for request in batches(questions, asked_of):
            request_id = str(uuid4())
            page = self.access.BatchCheckAccess(request, timeout=timeout, metadata=((REQUEST_ID, request_id),))
            require_all(request, page, request_id)
            results.add(page, request_id)
        return results

    def stream_checks(self) -> CheckStream:
        """Questions one after the other over one call, which costs less than a call for each.

            with client.stream_checks() as stream:
                asked = [stream.ask(*question) for question in questions]
                answers = [one.answer() for one in asked]

        See `CheckStream`. It begins with its first question; close it, or use it in a `with`.
        """
        return CheckStream(Channel(self._connection, self._headers), self._connection, self._headers)

    def explain(
        self,
        subject: str,
        right: str,
        resource: str,
        *,
        at_least_as_fresh: str | Iterable[str] = (),
        fully_consistent: bool = False,
        at_time: datetime | None = None,
        at_revision: int | None = None,
        timeout: float | None = None,
    ) -> Explanation:
        """Answers as `check` does, of now or then, and says why: every way that allows it, or what is missing.

        Raises:
            GrantorError: there is no answer. Never an allow.
        """
        asked_of = when(at_least_as_fresh, fully_consistent, at_time, at_revision)
        request = v1.ExplainAccessRequest(subject=subject, right=right, resource=resource, **asked_of)
        request_id = str(uuid4())
        answer = self.access.ExplainAccess(request, timeout=timeout, metadata=((REQUEST_ID, request_id),))
        return Explanation(answer, request_id)

    @property
    def each(self) -> Lists:
        """All items of a list, over all of its pages, each page asked for when it is needed.

            for member in client.each(v1.ListMembersRequest(parent="organizations/acme")):
                ...

        Which list, the type of the request says. `timeout` is of each page, in seconds. An error
        (GrantorError) comes where it happens, after the items before it.
        """
        return Pages(self.channel)

    def watch(
        self,
        parent: str,
        *,
        after_revision: int | None = None,
        start_time: datetime | None = None,
        position: str | None = None,
        heartbeat: float | None = None,
    ) -> Watch:
        """The changes of "organizations/acme", "organizations/-" (all), "platform" or "people".

        Args:
            parent: what to watch.
            after_revision: begin after this revision; 0 begins with the first.
            start_time: begin with the changes of this time, which has a time zone, or later.
            position: begin after the event that had this position. Without any of the three it
                begins now.
            heartbeat: how long the server may be silent, 1 to 60 s; 10 s if not given. After three
                times as long the watch takes the connection for lost, and resumes on another.

        Raises:
            ValueError: more than one start is given, a time without a time zone, an empty position, or a
                heartbeat out of its bounds.
        """
        progress = Progress(parent, after_revision, start_time, position, heartbeat, self._configuration.timeout)
        return Watch(self._connection, self._headers, progress)

    def cached_access(self, organization: str, *, max_answers: int = MOST) -> CachedAccess:
        """Answers about "organizations/acme" that are kept for as long as they may be relied on.

            with client.cached_access("organizations/acme") as access:
                access.check("users/alice", "manage", "organizations/acme/products/drive-1")

        See `CachedAccess`. It watches from now on; make one for an organization and keep it.

        Args:
            organization: whose answers.
            max_answers: how many are kept at most, 2 or more.

        Raises:
            ValueError: that is no organization's name, or fewer than 2 answers.
        """
        return CachedAccess(self.check, self._connection, self._headers, Kept(organization, max_answers))

    @property
    def connection(self) -> grpc.Channel:
        """The bare connection, without key, deadline and request id. `channel` is it with them."""
        return self._connection.channel()

    def close(self) -> None:
        """Ends the connection, with all calls and watches that are under way."""
        if self._owner:
            self._connection.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
