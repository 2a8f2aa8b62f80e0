"""A mail server for tests (aiosmtpd), which takes mails, or fails in one of the ways that mail servers fail.

Usage: server.py DIRECTORY PLAN [CERTIFICATE KEY]

PLAN says what becomes of each mail that is tried, such as "die,refuse,take"; the last goes on for
ever. Each mail that is taken becomes a file in DIRECTORY. With a certificate, STARTTLS and the
login user/secret are required. Prints the port, and ends when its standard input does.
"""

import asyncio
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Plan:
    def __init__(self, directory, plan):
        self.directory = pathlib.Path(directory)
        self.plan = plan.split(",")
        self.taken = 0

    def next(self):
        return self.plan.pop(0) if len(self.plan) > 1 else self.plan[0]

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.now = self.next()
        if self.now == "refuse":
            return f"550 5.1.1 <{address}> is not known here"
        if self.now == "busy":
            return f"451 4.7.1 <{address}> come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.now == "hang":
            await asyncio.Event().wait()
        self.taken += 1
        head = f"{envelope.mail_from} {' '.join(envelope.rcpt_tos)}\r\n".encode()
        (self.directory / f"{self.taken}.taken").write_bytes(head + envelope.content)
        return "250 OK"


class Server(SMTP):
    async def smtp_DATA(self, arg):
        if self.event_handler.now == "die":
            # The client is told to go on, and in the middle of the mail nobody is there any more.
            await self.push("354 End data with <CR><LF>.<CR><LF>")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def authenticate(server, session, envelope, mechanism, data):
    good = data.login == b"user" and data.password == b"secret"
    return AuthResult(success=good, handled=good)


async def main():
    directory, plan, *certificate = sys.argv[1:]
    options = {}
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*certificate)
        options = {
            "tls_context": context,
            "require_starttls": True,
            "auth_required": True,
            "authenticator": authenticate,
        }
    handler = Plan(directory, plan)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Server(handler, **options), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
