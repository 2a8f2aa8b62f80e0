"""How does one instance fall behind another? Two on one PostgreSQL, one of them reaching it by a way that can fall silent.

What a case says (`behind`): `{"methods": [NAMES], "since": NAME}`: calls of these methods go to an instance that hears nothing
of its database once a call of the other one has come; all other calls go to the first. That is there for all languages; each
case has another one of its own.
"""

import asyncio
import contextlib
import os
import pathlib
import re
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import grpc

from .case import Json
from .proxy import LIMITS, Servers
from .way import HOST, Way
from .world import ROOT, Server, grantor, method

STARTS = 3
"""How often an instance is started before that is a failure."""
PATIENCE = 60
"""Seconds for an instance to serve."""
ACCOUNT = "serviceAccounts/platform"
SCOPES = ("operator", "users.write", "act.for.users", "access.ask")
SERVING = re.compile(r'"address":"([^"]*)".*"serving"|"serving".*"address":"([^"]*)"')


class NoPostgres(Exception):
    """There is none on this machine; the text says what to install."""


@dataclass(frozen=True)
class First:
    """The instance that is ahead."""

    server: Server
    database: str
    directory: pathlib.Path


@contextlib.contextmanager
def first() -> Iterator[First]:
    """PostgreSQL, an instance, and in it of the demo data what the cases speak of."""
    with postgres() as database, tempfile.TemporaryDirectory() as scratch:
        directory = pathlib.Path(scratch)
        run(directory, database, "keys", "init", directory / "keys.json")
        run(directory, database, "migrate", "up")
        scopes = [part for scope in SCOPES for part in ("--scope", scope)]
        key = run(directory, database, "keys", "create", ACCOUNT, *scopes).strip()
        run(directory, database, "operators", "add", ACCOUNT)
        with instance(directory, database, "first") as target:
            server = Server(target, key, "")
            fill(server, directory, database)
            yield First(server, database, directory)


class Behind(Servers):
    """The first instance, and for some calls one that hears nothing of its database from a certain call on."""

    def __init__(self, ahead: grpc.aio.Channel, behind: grpc.aio.Channel, way: Way, says: dict[str, Json]) -> None:
        super().__init__(ahead)
        self.behind = behind
        self.way = way
        self.methods = says["methods"]
        self.since = says["since"]

    def of(self, method: str) -> grpc.aio.Channel:
        name = method.rsplit("/", 1)[-1]
        if name == self.since:
            self.way.fall_silent()
        return self.behind if name in self.methods else self.server


@contextlib.asynccontextmanager
async def behind(ahead: First, channel: grpc.aio.Channel, says: dict[str, Json]) -> AsyncIterator[Behind]:
    """One more instance on the database of the first, as a case says it (`behind`)."""
    url = urlsplit(ahead.database)
    way = Way(url.hostname or HOST, url.port or 5432)
    async with await asyncio.start_server(way.forward, HOST, 0) as listener, contextlib.AsyncExitStack() as stack:
        port = listener.sockets[0].getsockname()[1]
        database = ahead.database.replace(url.netloc, f"{url.username}@{HOST}:{port}")
        serving = instance(ahead.directory, database, f"behind-{port}")
        target = await asyncio.to_thread(serving.__enter__)
        stack.push(serving)
        stack.push_async_callback(way.close)
        other = await stack.enter_async_context(grpc.aio.insecure_channel(target, options=LIMITS))
        yield Behind(channel, other, way, says)


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """The address of a database that is gone afterwards."""
    program = [str(ROOT / ".ci/with-postgres"), "sh", "-c", 'echo "$GRANTOR_TEST_POSTGRES"; cat']
    process = subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdin and process.stdout and process.stderr
    try:
        database = process.stdout.readline().strip()
        if not database:
            raise NoPostgres(process.stderr.read().strip())
        yield database
    finally:
        process.stdin.close()
        process.wait()


@contextlib.contextmanager
def instance(directory: pathlib.Path, database: str, name: str) -> Iterator[str]:
    """`grantor serve`, where it listens."""
    process, target = started(directory, database, directory / f"{name}.log")
    try:
        yield target
    finally:
        # Not asked to stop: one whose database is silent could not.
        process.kill()
        process.wait()


def started(directory: pathlib.Path, database: str, log: pathlib.Path) -> tuple[subprocess.Popen[bytes], str]:
    """Starts it again where the database was too slow for a moment, as whatever runs services does."""
    for left in reversed(range(STARTS)):
        with log.open("w") as output:
            process = subprocess.Popen(
                [grantor(), "serve", "--listen", f"{HOST}:0", "--log-format", "json"],
                stdout=output,
                stderr=output,
                env=environment(directory, database),
            )
        try:
            return process, serving(process, log)
        except BaseException as error:
            process.kill()
            process.wait()
            if not left or not isinstance(error, RuntimeError):
                raise
    raise AssertionError("it starts once at least")


def serving(process: subprocess.Popen[bytes], log: pathlib.Path) -> str:
    """Waits until it serves."""
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        if found := SERVING.search(log.read_text()):
            return found[1] or found[2]
        time.sleep(0.05)
    raise RuntimeError(f"grantor serve does not serve:\n{log.read_text()}")


def run(directory: pathlib.Path, database: str, *arguments: str | pathlib.Path) -> str:
    """A command beside the database, and what it prints."""
    command = [grantor(), *arguments]
    done = subprocess.run(command, env=environment(directory, database), stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def environment(directory: pathlib.Path, database: str) -> dict[str, str]:
    """The settings, and no others."""
    settings = {
        "GRANTOR_DATABASE_URL": database,
        "GRANTOR_KEY_FILE": str(directory / "keys.json"),
        "GRANTOR_MAIL_DIRECTORY": str(directory / "mail"),
    }
    return {name: value for name, value in os.environ.items() if not name.startswith("GRANTOR_")} | settings


def fill(server: Server, directory: pathlib.Path, database: str) -> None:
    """Ann's Acme with drive-1, and Eve in it, who may do nothing yet."""
    catalog = ROOT / "examples/infomaniak/grantor.toml"
    to_server = ("--address", f"http://{server.target}", "--key", server.key)
    run(directory, database, "catalog", "apply", "--yes", *to_server, catalog)
    with method(server, "UserService", "RegisterUser") as (request, call):
        ann = {"given_name": "Ann", "email": "ann@acme.example"}
        acme = {"organization_id": "acme", "organization_display_name": "Acme"}
        call(request(user_id="ann", user=ann, email_confirmed=True, **acme))
    with method(server, "ProductService", "CreateProduct") as (request, call):
        drive = {"display_name": "Drive of the office", "product_type": "productTypes/kdrive"}
        call(request(parent="organizations/acme", product_id="drive-1", product=drive))
    with method(server, "MemberService", "BatchCreateMembers") as (request, call):
        eve = {"given_name": "Eve", "email": "eve@acme.example", "role": "ROLE_EXTERNAL"}
        person = {"user_id": "eve", "member": eve, "email_confirmed": True}
        call(request(parent="organizations/acme", requests=[person]))
