"""How do bytes get from one port to another, and how do they get lost? TCP that breaks or hangs when that is wanted."""

import asyncio
import contextlib
import ssl

HOST = "127.0.0.1"


class Way:
    """Connections to one port, which can all break or hang at once."""

    def __init__(self, host: str, port: int) -> None:
        self.host = host
        self.port = port
        self.connections: set[asyncio.StreamWriter] = set()
        self.muted: set[asyncio.StreamWriter] = set()
        self.is_silent = False
        self.under_way: set[asyncio.Task[None]] = set()

    def cut(self) -> None:
        """Breaks every connection, as a machine that goes away does: without a word."""
        for writer in list(self.connections):
            writer.transport.abort()

    def mute(self) -> None:
        """Lets every connection that there is now hang, as a broken router does; new ones work."""
        self.muted |= self.connections

    def fall_silent(self) -> None:
        """Lets every connection hang, new ones too."""
        self.is_silent = True

    async def close(self) -> None:
        """Breaks every connection, and waits until nothing of them is left."""
        self.cut()
        await asyncio.gather(*self.under_way, return_exceptions=True)

    async def forward(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        """Carries bytes both ways until one side is done."""
        task = asyncio.create_task(self.both(client, to_client))
        self.under_way.add(task)
        task.add_done_callback(self.under_way.discard)

    async def both(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        try:
            server, to_server = await asyncio.open_connection(self.host, self.port)
        except OSError:
            # As where nobody listens.
            to_client.transport.abort()
            return
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
        """Carries bytes one way; what a connection that hangs says is lost."""
        with contextlib.suppress(ConnectionError, ssl.SSLError):
            while content := await source.read(1 << 16):
                if not self.is_silent and connection not in self.muted:
                    target.write(content)
                    await target.drain()
