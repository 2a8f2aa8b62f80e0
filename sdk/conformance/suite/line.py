"""Where does a client connect? One port for each case: TCP, perhaps TLS, then the proxy."""

import asyncio
import contextlib
import socket
import ssl

import grpc

from .case import Case
from .certificates import Certificates
from .faults import Faults
from .proxy import LIMITS, Proxy, Servers
from .way import HOST, Way
from .world import Server


class Line:
    """The way of one case to its server."""

    def __init__(self, case: Case, certificates: Certificates, server: Server) -> None:
        self.faults = Faults(case.line)
        self.certificates = certificates
        self.server = server
        self.port = 0
        self.way: Way | None = None
        self.stack = contextlib.AsyncExitStack()

    async def open(self, servers: Servers) -> None:
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
                self.way = Way(HOST, await self.open_proxy(servers))
                listener = await asyncio.start_server(self.way.forward, HOST, 0, ssl=self.tls())
        self.stack.callback(listener.close)
        self.port = listener.sockets[0].getsockname()[1]

    async def open_proxy(self, servers: Servers) -> int:
        proxy = grpc.aio.server(options=LIMITS)
        proxy.add_generic_rpc_handlers([Proxy(servers, self.faults, self.cut, self.mute)])
        port = proxy.add_insecure_port(f"{HOST}:0")
        await proxy.start()
        self.stack.push_async_callback(proxy.stop, None)
        return port

    def tls(self) -> ssl.SSLContext | None:
        kind = self.faults.line.get("tls")
        return self.certificates.server(kind) if kind else None

    def cut(self) -> None:
        if self.way:
            self.way.cut()

    def mute(self) -> None:
        if self.way:
            self.way.mute()

    async def close(self) -> None:
        """Ends everything of this case."""
        if self.way:
            await self.way.close()
        await self.stack.aclose()


async def mute(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Takes everything, says nothing."""
    with contextlib.suppress(ConnectionError):
        while await reader.read(1 << 16):
            pass
    writer.close()
