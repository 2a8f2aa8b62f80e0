"""Which world do the cases speak of? The demo data of `grantor dev`, and 1200 products more.

It is made once, by reflection, so that no client under test has a part in it; each language gets a copy.
"""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import grpc
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase

ROOT = pathlib.Path(__file__).resolve().parents[3]
PRODUCTS = 1200


@dataclass(frozen=True)
class Server:
    """A running server."""

    target: str
    key: str


@contextlib.contextmanager
def server(directory: pathlib.Path) -> Iterator[Server]:
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
            yield greeting(process)
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


def greeting(process: subprocess.Popen[str]) -> Server:
    """Address and key, as the server prints them."""
    assert process.stdout
    target = key = None
    for line in process.stdout:
        if found := re.search(r"listens on (\S+)", line):
            target = found[1]
        if found := re.search(r"Key: (grk_\S+)", line):
            key = found[1]
        if target and key and "Stop with" in line:
            return Server(target, key)
    raise RuntimeError("grantor dev ended before it printed address and key")


@contextlib.contextmanager
def world() -> Iterator[pathlib.Path]:
    """A directory with the world, to be copied."""
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory, "world")
        with server(path) as running:
            fill(running)
        yield path


def copy(source: pathlib.Path, target: pathlib.Path) -> pathlib.Path:
    """The same world once more."""
    return pathlib.Path(shutil.copytree(source, target))


def fill(running: Server) -> None:
    """Makes the products, the names of which are not in order of their making."""
    metadata = [("authorization", f"Bearer {running.key}")]
    with grpc.insecure_channel(running.target) as channel:
        reflected = grpc.intercept_channel(channel, WithMetadata(metadata))
        pool = DescriptorPool(ProtoReflectionDescriptorDatabase(reflected))
        service = pool.FindServiceByName("grantor.v1.ProductService")
        method = service.FindMethodByName("CreateProduct")
        request = GetMessageClass(method.input_type)
        call = channel.unary_unary(f"/{service.full_name}/{method.name}", request.SerializeToString)

        def create(number: int) -> None:
            product = {"display_name": f"Drive {number}", "product_type": "productTypes/kdrive"}
            call(
                request(parent="organizations/globex", product_id=f"bulk-{number:04}", product=product),
                metadata=metadata,
                timeout=30,
            )

        with ThreadPoolExecutor(4) as pool_of_threads:
            list(pool_of_threads.map(create, range(PRODUCTS, 0, -1)))


class WithMetadata(grpc.StreamStreamClientInterceptor):
    """Reflection needs a key, too."""

    def __init__(self, metadata: list[tuple[str, str]]) -> None:
        self.metadata = metadata

    def intercept_stream_stream(self, continuation, details, requests):  # type: ignore[no-untyped-def]
        class Details(grpc.ClientCallDetails):
            method, timeout, credentials = details.method, details.timeout, details.credentials
            metadata = self.metadata

        return continuation(Details(), requests)
