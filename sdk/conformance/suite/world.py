"""Which world do the cases speak of? The demo data of `grantor dev`, and 1200 products more.

It is made once, by reflection, so that no client under test has a part in it; each language gets a copy.
"""

import contextlib
import datetime
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import grpc
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase

from .case import Json

ROOT = pathlib.Path(__file__).resolve().parents[3]
PRODUCTS = 1200


@dataclass(frozen=True)
class Server:
    """A running server."""

    target: str
    key: str
    settled: str
    """The time of its world; empty where that is still being made."""


@dataclass(frozen=True)
class World:
    """What every server begins with."""

    directory: pathlib.Path
    settled: str
    """A time that can be asked about: the demo data was there, and no case had changed anything (RFC 3339)."""


@contextlib.contextmanager
def server(directory: pathlib.Path, settled: str = "") -> Iterator[Server]:
    """`grantor dev` on what is in this directory, until the end of the block."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [grantor(), "dev", "--port", "0", "--directory", directory],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={name: value for name, value in os.environ.items() if not name.startswith("GRANTOR_")},
        )
        try:
            yield greeting(process, settled)
        finally:
            process.terminate()
            if process.wait(timeout=30) != 0:
                errors.seek(0)
                raise RuntimeError(f"grantor dev ended badly:\n{errors.read().decode()}")


def grantor() -> pathlib.Path:
    """The server as built."""
    binary = ROOT / "target/debug/grantor"
    if not binary.exists():
        raise SystemExit(f"{binary} is missing: cargo build")
    return binary


def greeting(process: subprocess.Popen[str], settled: str) -> Server:
    """Address and key, as the server prints them."""
    assert process.stdout
    target = key = None
    for line in process.stdout:
        if found := re.search(r"listens on (\S+)", line):
            target = found[1]
        if found := re.search(r"Key: (grk_\S+)", line):
            key = found[1]
        if target and key and "Stop with" in line:
            return Server(target, key, settled)
    raise RuntimeError("grantor dev ended before it printed address and key")


@contextlib.contextmanager
def world() -> Iterator[World]:
    """The world, to be copied."""
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory, "world")
        with server(path) as running:
            now = datetime.datetime.now(datetime.UTC)
            fill(running)
            wait_until_settled(running, now)
        yield World(path, now.isoformat().replace("+00:00", "Z"))


def copy(source: World, target: pathlib.Path) -> pathlib.Path:
    """The same world once more."""
    return pathlib.Path(shutil.copytree(source.directory, target))


def fill(running: Server) -> None:
    """Makes the products, the names of which are not in order of their making."""
    with method(running, "ProductService", "CreateProduct") as (request, call):

        def create(number: int) -> None:
            product = {"display_name": f"Drive {number}", "product_type": "productTypes/kdrive"}
            call(request(parent="organizations/globex", product_id=f"bulk-{number:04}", product=product))

        with ThreadPoolExecutor(4) as pool_of_threads:
            list(pool_of_threads.map(create, range(PRODUCTS, 0, -1)))


def wait_until_settled(running: Server, moment: datetime.datetime) -> None:
    """Returns when this time can be asked about: some ten seconds after it, which making the products takes anyway."""
    until = time.monotonic() + 60
    with method(running, "AccessService", "CheckAccess") as (request, call):
        question = request(subject="users/alice", right="use", resource="organizations/acme/products/drive-1")
        question.at_time.FromDatetime(moment)
        while True:
            try:
                call(question)
                return
            except grpc.RpcError as error:
                if error.code() is not grpc.StatusCode.FAILED_PRECONDITION or time.monotonic() > until:
                    raise
            time.sleep(0.2)


@contextlib.contextmanager
def method(running: Server, service_name: str, name: str) -> Iterator[tuple[type[Json], Callable[[Json], object]]]:
    """The type of a method's request, and how to call it."""
    metadata = [("authorization", f"Bearer {running.key}")]
    with grpc.insecure_channel(running.target) as channel:
        reflected = grpc.intercept_channel(channel, WithMetadata(metadata))
        pool = DescriptorPool(ProtoReflectionDescriptorDatabase(reflected))
        service = pool.FindServiceByName(f"grantor.v1.{service_name}")
        request = GetMessageClass(service.FindMethodByName(name).input_type)
        stub = channel.unary_unary(f"/{service.full_name}/{name}", request.SerializeToString)
        yield request, lambda message: stub(message, metadata=metadata, timeout=30)


class WithMetadata(grpc.StreamStreamClientInterceptor):
    """Reflection needs a key, too."""

    def __init__(self, metadata: list[tuple[str, str]]) -> None:
        self.metadata = metadata

    def intercept_stream_stream(self, continuation, details, requests):  # type: ignore[no-untyped-def]
        class Details(grpc.ClientCallDetails):
            method, timeout, credentials = details.method, details.timeout, details.credentials
            metadata = self.metadata

        return continuation(Details(), requests)
