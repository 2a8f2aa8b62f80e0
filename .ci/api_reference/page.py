"""How does a file of the API read as a page of Markdown?"""

import re

from .api import Enum, Field, File, Message, Method, Service
from .calls import Call

REASON = re.compile(r"\b[A-Z]+(?:_[A-Z]+)+\b")
GENERATED = "<!-- Written by .ci/api-reference from proto/ and from real calls: change it there. -->"


class Pages:
    """All pages; links lead from one to the other."""

    def __init__(self, files: list[File], calls: list[Call]) -> None:
        self.files = files
        self.calls = calls
        self.home = {
            f".grantor.v1.{one.name}": file.name for file in files for one in [*file.messages, *file.enums]
        }
        self.messages = {f".grantor.v1.{one.name}": one for file in files for one in file.messages}
        errors = next(one for file in files for one in file.enums if one.name == "ErrorReason")
        self.reasons = {value.name.removeprefix("ERROR_REASON_") for value in errors.values}
        self.inline = {
            name
            for file in files
            for service in file.services
            for method in service.methods
            for name in (method.request, method.response)
        }

    def page(self, file: File) -> str:
        """One file."""
        parts = [f"# {file.name}.proto", GENERATED, self.prose(file.comment)]
        for service in file.services:
            parts += self.service(file, service)
        messages = [one for one in file.messages if f".grantor.v1.{one.name}" not in self.inline]
        if messages:
            parts.append("## Messages")
        for message in messages:
            parts += [f"### {message.name}", self.prose(message.comment), self.fields(file, message)]
        if file.enums:
            parts.append("## Enums")
        for enum in file.enums:
            parts += [f"### {enum.name}", self.prose(enum.comment), self.values(enum)]
        return "\n\n".join(part for part in parts if part) + "\n"

    def service(self, file: File, service: Service) -> list[str]:
        listed = " · ".join(f"[{one.name}](#{one.name.lower()})" for one in service.methods)
        parts = [f"## {service.name}", self.prose(service.comment), listed]
        for method in service.methods:
            parts += self.method(file, service, method)
        return parts

    def method(self, file: File, service: Service, method: Method) -> list[str]:
        request, response = self.messages[method.request], self.messages[method.response]
        parts = [f"### {method.name}", self.prose(method.comment)]
        for call in self.calls:
            if call.is_shown and call.method == f"{service.name}/{method.name}":
                parts.append(f"```sh\n{call.line()}\n```")
                parts.append(f"```json\n{call.answer}\n```")
        head = f"**{request.name}**: {self.prose(request.comment)}"
        parts += [head, self.fields(file, request)]
        stream = "a stream of " if method.streams else ""
        head = f"Answers {stream}**{response.name}**: {self.prose(response.comment)}"
        return [*parts, head, self.fields(file, response)]

    def fields(self, file: File, message: Message) -> str:
        if not message.fields:
            return "No fields."
        rows = ["| field | type | | meaning |", "| --- | --- | --- | --- |"]
        for field in message.fields:
            rows.append(f"| `{field.name}` | {self.kind(file, field)} | {field.behavior} | {self.cell(field, message)} |")
        return "\n".join(rows)

    def kind(self, file: File, field: Field) -> str:
        name = field.kind.rsplit(".", 1)[-1]
        if field.kind in self.home:
            home = self.home[field.kind]
            page = "" if home == file.name else f"{home}.md"
            name = f"[{name}]({page}#{name.lower()})"
        return f"list of {name}" if field.repeated else name

    def cell(self, field: Field, message: Message) -> str:
        text = self.prose(field.comment)
        if field.choice:
            text = f"*One of `{field.choice}`.* {text}"
            first = next(one for one in message.fields if one.choice == field.choice)
            if first is field and message.choices[field.choice]:
                text += f" Of `{field.choice}`: {self.prose(message.choices[field.choice])}"
        return text.replace("\n\n", "<br>").replace("\n", " ").replace("|", "\\|")

    def values(self, enum: Enum) -> str:
        rows = ["| value | meaning |", "| --- | --- |"]
        for value in enum.values:
            text = self.prose(value.comment).replace("\n", " ").replace("|", "\\|")
            rows.append(f"| `{value.name}` | {text} |")
        return "\n".join(rows)

    def prose(self, comment: str) -> str:
        """A comment; the reasons of errors lead to their table."""
        joined = "\n\n".join(" ".join(part.splitlines()) for part in comment.split("\n\n"))
        parts = joined.split("`")
        # Every second part stands between backticks, where Markdown leaves all as it is.
        parts[::2] = [self.linked(part).replace("<", "&lt;") for part in parts[::2]]
        return "`".join(parts)

    def linked(self, text: str) -> str:
        return REASON.sub(
            lambda found: f"[{found[0]}](../errors.md)" if found[0] in self.reasons else found[0], text
        )

    def index(self) -> str:
        """The page that leads to the others."""
        parts = [
            "# API reference",
            GENERATED,
            INTRODUCTION,
            "| service | methods |\n| --- | --- |\n"
            + "\n".join(
                f"| [{service.name}]({file.name}.md) | "
                + ", ".join(f"[{one.name}]({file.name}.md#{one.name.lower()})" for one in service.methods)
                + " |"
                for file in self.files
                for service in file.services
            ),
            "Messages and enums that several services use: "
            + ", ".join(f"[{file.name}]({file.name}.md)" for file in self.files if not file.services)
            + ".",
        ]
        return "\n\n".join(parts) + "\n"


INTRODUCTION = """\
Every service, method, message and enum of `grantor.v1`, as the comments in
[proto/grantor/v1](../../proto/grantor/v1) describe them; reflection tells the same to grpcurl. What
the words mean stands in [concepts](../concepts.md), what an error can be in [errors](../errors.md).

The calls were made with grpcurl, in one go beside a fresh `grantor dev`, whose demo data they speak
of; `KEY` is the key that it prints. In the answers … stands for times, tokens and secrets, which are others at each
run, and for what follows after 39 lines. A token of a link is the last part of the link in a mail, after the `#`.

Clients in Python, Go, TypeScript, Java and Rust stand in [sdk](../../sdk)."""
