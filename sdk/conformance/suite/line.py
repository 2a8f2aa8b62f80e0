"""Where does a client connect? One port for each case: TCP, perhaps TLS, then the proxy."""

import asyncio
import contextlib
import socket
import ssl

import grpc

from .case import Case
from .certificates import Certificates
from .faults import Faults
from .proxy import LIMITS, Proxy

HOST = "127.0.0.1"


class Line:
    """The way of one case to the server."""

    def __init__(self, case: Case, certificates: Certificates) -> None:
        self.faults = Faults(case.line)
        self.certificates = certificates
        self.port = 0
        self.inner_port = 0
        self.connections: set[asyncio.StreamWriter] = set()
        self.muted: set[asyncio.StreamWriter] = set()
        self.stack = contextlib.AsyncExitStack()

    async def open(self, server: grpc.aio.Channel) -> None:
        """Listens, as the case says."""
        match self.faults.line.get("port"):
            case "closed":
                # Bound and not listening: refused, and no other case is given the port meanwhile.
                bound = self.stack.enter_context(socket.socket())
                bound.bind((HOST, 0))
                self.port = bound.getsockname()[1]
                return
            case "mute":
                listener = await asyncio.start_server(mute, HOST, 0)
            case _:
                await self.open_proxy(server)
                listener = await asyncio.start_server(self.forward, HOST, 0, ssl=self.tls())
        self.stack.callback(listener.close)
        self.port = listener.sockets[0].getsockname()[1]

    async def open_proxy(self, server: grpc.aio.Channel) -> None:
        proxy = grpc.aio.server(options=LIMITS)
        proxy.add_generic_rpc_handlers([Proxy(server, self.faults, self.cut, self.mute)])
        self.inner_port = proxy.add_insecure_port(f"{HOST}:0")
        await proxy.start()
        self.stack.push_async_callback(proxy.stop, None)

    def tls(self) -> ssl.SSLContext | None:
        kind = self.faults.line.get("tls")
        return self.certificates.server(kind) if kind else None

    def cut(self) -> None:
        """Breaks every connection, as a machine that goes away does: without a word."""
        for writer in list(self.connections):
            writer.transport.abort()

    def mute(self) -> None:
        """Lets every connection that there is now hang, as a broken router does; new ones work."""
        self.muted |= self.connections

    async def forward(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        """Carries bytes both ways until one side is done."""
        server, to_server = await asyncio.open_connection(HOST, self.inner_port)
        self.connections |= {to_client}
        try:
            ways = [
                self.carry(client, to_server, to_client),
                self.carry(server, to_client, to_client),
            ]
            tasks = [asyncio.ensure_future(way) for way in ways]
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                task.cancel()
        finally:
            self.connections -= {to_client}
            to_client.close()
            to_server.close()

    async def carry(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, connection: asyncio.StreamWriter
    ) -> None:
        """Carries bytes one way; what a muted connection says is lost."""
        with contextlib.suppress(ConnectionError, ssl.SSLError):
            while content := await source.read(1 << 16):
                if connection not in self.muted:
                    target.write(content)
                    await target.drain()

    async def close(self) -> None:
        """Ends everything of this case."""
        self.cut()
        await self.stack.aclose()


async def mute(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Takes everything, says nothing."""
    with contextlib.suppress(ConnectionError):
        while await reader.read(1 << 16):
            pass
    writer.close()
