"""How is each method called? The calls of calls.toml, made one after the other with real grpcurl."""

import dataclasses
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import tomllib
from typing import Any

CALLS = pathlib.Path(__file__).with_name("calls.toml")
ADDRESS = "127.0.0.1:50051"
VOLATILE = re.compile(
    r'"(?P<name>\w*[tT]ime|validUntil|\w*[tT]okens?|position|secret)": (?P<value>"[^"]*"|\[[^\]]*\])'
)
"""What is another one at each run: times, tokens and secrets."""
DRAWN = re.compile(r"\b[a-z0-9]{26}\b|\ba[0-9a-f]{16}\b")
"""An id that the server drew, or a digest of such ids."""
TOKEN = re.compile(r"^([a-z0-9-]+\.[a-z0-9.]{30,})$", re.MULTILINE)
"""The code of a mail, which stands on a line of its own."""
LONG = 40
"""Lines of an answer that are shown; of a longer one the first, and …"""


@dataclasses.dataclass(frozen=True)
class Call:
    """One call, and what came back."""

    method: str
    user: str
    message: dict[str, Any]
    seconds: int
    """How long a stream is read; 0 where there is one answer."""
    is_shown: bool
    """Whether the page shows it, or it only prepares another."""
    wait: int = 0
    """Seconds until what was done before is settled, which a call about the past asks for."""
    answer: str = ""

    def line(self) -> str:
        """As somebody types it."""
        lines = ["grpcurl -plaintext -H \"authorization: Bearer $KEY\""]
        if self.user:
            lines[0] += f' -H "x-grantor-acting-user: users/{self.user}"'
        if self.seconds:
            lines[0] += f" -max-time {self.seconds}"
        text = json.dumps(self.message, ensure_ascii=False)
        # A single quote can't stand in a text in single quotes.
        data = f"-d '{text.replace(chr(39), chr(39) + chr(92) + chr(39) * 2)}' " if self.message else ""
        lines.append(f"  {data}{ADDRESS} grantor.v1.{self.method}")
        return " \\\n".join(lines)


def read() -> list[Call]:
    """All calls, in the order in which they can be made."""
    calls = tomllib.loads(CALLS.read_text(encoding="utf-8"))["call"]
    return [
        Call(one["method"], one.get("as", ""), json.loads(one.get("message", "{}")), one.get("seconds", 0), one.get("shown", True), one.get("wait", 0))
        for one in calls
    ]


def made(calls: list[Call]) -> list[Call]:
    """The same calls with their answers. Ends the program where one fails."""
    answered: list[Call] = []
    kept: dict[str, str] = {}
    for call in calls:
        time.sleep(call.wait)
        output = run(call, kept)
        kept |= keys(output)
        # A link's token stands in a mail alone; the reader has another one.
        message = {name: "…" if str(value).startswith("$") else value for name, value in call.message.items()}
        answered.append(dataclasses.replace(call, message=message, answer=shortened(output)))
    return answered


def keys(output: str) -> dict[str, str]:
    """The last key that was made, for the call that revokes it."""
    found = re.search(r'"name": "(serviceAccounts/[^"]*/keys/[^"]*)"', output)
    return {"$KEY_NAME": found[1]} if found else {}


def run(call: Call, kept: dict[str, str]) -> str:
    text = json.dumps({name: filled(value, kept) for name, value in call.message.items()}, ensure_ascii=False)
    arguments = ["-plaintext", "-H", f"authorization: Bearer {os.environ['GRANTOR_KEY']}"]
    if call.user:
        arguments += ["-H", f"x-grantor-acting-user: users/{call.user}"]
    arguments += ["-max-time", str(call.seconds or 20), "-d", text]
    address = os.environ["GRANTOR_ADDRESS"].removeprefix("http://")
    done = subprocess.run(
        ["grpcurl", *arguments, address, f"grantor.v1.{call.method}"], capture_output=True, text=True
    )
    ended = call.seconds and "DeadlineExceeded" in done.stderr
    if done.returncode != 0 and not ended:
        sys.exit(f"FAILED: {call.line()}\n{text}\n{done.stdout}{done.stderr}")
    return done.stdout


def filled(value: Any, kept: dict[str, str]) -> Any:
    """`$MAIL:ADDRESS` is the token in the mail to this address, `$MAIL:ADDRESS#2` the one in the second mail."""
    if isinstance(value, str) and value.startswith("$MAIL:"):
        address, _, number = value.removeprefix("$MAIL:").partition("#")
        return token(address, int(number or 1))
    return kept.get(value, value) if isinstance(value, str) else value


def token(address: str, number: int) -> str:
    """Waits until the mail is there; it is written beside the call."""
    mails = pathlib.Path(os.environ["GRANTOR_WELCOME"]).parent / ".grantor/mail"
    for _ in range(300):
        written = sorted(mails.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)
        texts = [path.read_text(encoding="utf-8").replace("=\n", "") for path in written]
        tokens = [found[1] for text in texts if f"To: {address}\n" in text and (found := TOKEN.search(text))]
        if len(tokens) >= number:
            return tokens[number - 1]
        time.sleep(0.1)
    sys.exit(f"no mail number {number} with a code to {address} within 30 s")


def shortened(output: str) -> str:
    """What does not change, as far as a reader wants to see it."""
    text = VOLATILE.sub(lambda found: f'"{found["name"]}": "…"', output)
    text = DRAWN.sub("…", text)
    lines = text.strip().splitlines()
    return "\n".join(lines if len(lines) <= LONG else [*lines[: LONG - 1], "…"])
