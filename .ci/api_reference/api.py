"""What does the API have? Services, messages and enums with their comments, read from descriptors."""

import pathlib
import subprocess
from dataclasses import dataclass

from google.protobuf import descriptor_pb2
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = "grantor.v1"
Descriptors = descriptor_pb2.FileDescriptorProto
BEHAVIORS = {1: "optional", 2: "required", 3: "output only", 4: "input only", 5: "immutable", 8: "identifier"}
"""Of google.api.FieldBehavior, as a reader says them."""
KINDS = {
    descriptor_pb2.FieldDescriptorProto.TYPE_STRING: "string",
    descriptor_pb2.FieldDescriptorProto.TYPE_BOOL: "bool",
    descriptor_pb2.FieldDescriptorProto.TYPE_INT32: "int32",
    descriptor_pb2.FieldDescriptorProto.TYPE_INT64: "int64",
    descriptor_pb2.FieldDescriptorProto.TYPE_BYTES: "bytes",
}


@dataclass(frozen=True)
class Value:
    """A value of an enum."""

    name: str
    comment: str


@dataclass(frozen=True)
class Enum:
    """An enum."""

    name: str
    comment: str
    values: list[Value]


@dataclass(frozen=True)
class Field:
    """A field of a message."""

    name: str
    kind: str
    """`string`, or the full name of a message or enum."""
    repeated: bool
    behavior: str
    choice: str
    """The oneof that it belongs to."""
    comment: str


@dataclass(frozen=True)
class Message:
    """A message."""

    name: str
    comment: str
    fields: list[Field]
    choices: dict[str, str]
    """The oneofs with their comments."""


@dataclass(frozen=True)
class Method:
    """An RPC."""

    name: str
    comment: str
    request: str
    response: str
    streams: bool


@dataclass(frozen=True)
class Service:
    """A service."""

    name: str
    comment: str
    methods: list[Method]


@dataclass(frozen=True)
class File:
    """One proto file, which is one page."""

    name: str
    comment: str
    services: list[Service]
    messages: list[Message]
    enums: list[Enum]


def read() -> list[File]:
    """All files of the API, by name."""
    built = subprocess.run(["buf", "build", "-o", "-"], cwd=ROOT, check=True, stdout=subprocess.PIPE)
    descriptors = descriptor_pb2.FileDescriptorSet.FromString(built.stdout)
    behaviors = Behaviors(descriptors)
    files = [file for file in descriptors.file if file.package == PACKAGE]
    return [Reading(file, behaviors).file() for file in sorted(files, key=lambda file: file.name)]


class Behaviors:
    """The option `google.api.field_behavior`, which descriptors hold as bytes that only its own file explains."""

    def __init__(self, descriptors: descriptor_pb2.FileDescriptorSet) -> None:
        pool = DescriptorPool()
        for file in descriptors.file:
            pool.Add(file)
        self.extension = pool.FindExtensionByName("google.api.field_behavior")
        self.options = GetMessageClass(pool.FindMessageTypeByName("google.protobuf.FieldOptions"))

    def of(self, field: descriptor_pb2.FieldDescriptorProto) -> str:
        options = self.options.FromString(field.options.SerializeToString())
        return ", ".join(BEHAVIORS[one] for one in options.Extensions[self.extension])


class Reading:
    """One file, and the comments at their places in it."""

    def __init__(self, file: Descriptors, behaviors: Behaviors) -> None:
        self.source = file
        self.behaviors = behaviors
        self.comments = {
            tuple(place.path): place.leading_comments or "" for place in file.source_code_info.location
        }
        # The comment that opens a file stands before its `syntax`, and is not attached to it.
        opening = [place for place in file.source_code_info.location if list(place.path) == [12]]
        detached = [text for place in opening for text in place.leading_detached_comments]
        self.opening = text_of("\n\n".join([*detached, self.comments.get((12,), "")]))

    def comment(self, *place: int) -> str:
        return text_of(self.comments.get(place, ""))

    def file(self) -> File:
        return File(
            name=pathlib.PurePath(self.source.name).stem,
            comment=self.opening,
            services=[self.service(*one) for one in enumerate(self.source.service)],
            messages=[self.message(*one) for one in enumerate(self.source.message_type)],
            enums=[self.enum(*one) for one in enumerate(self.source.enum_type)],
        )

    def service(self, at: int, service: descriptor_pb2.ServiceDescriptorProto) -> Service:
        methods = [
            Method(
                name=method.name,
                comment=self.comment(6, at, 2, index),
                request=method.input_type,
                response=method.output_type,
                streams=method.server_streaming,
            )
            for index, method in enumerate(service.method)
        ]
        return Service(service.name, self.comment(6, at), methods)

    def message(self, at: int, message: descriptor_pb2.DescriptorProto) -> Message:
        fields = [
            Field(
                name=field.name,
                kind=field.type_name or KINDS[field.type],
                repeated=field.label == field.LABEL_REPEATED,
                behavior=self.behaviors.of(field),
                choice=message.oneof_decl[field.oneof_index].name if field.HasField("oneof_index") else "",
                comment=self.comment(4, at, 2, index),
            )
            for index, field in enumerate(message.field)
        ]
        choices = {one.name: self.comment(4, at, 8, index) for index, one in enumerate(message.oneof_decl)}
        return Message(message.name, self.comment(4, at), fields, choices)

    def enum(self, at: int, enum: descriptor_pb2.EnumDescriptorProto) -> Enum:
        values = [Value(value.name, self.comment(5, at, 2, index)) for index, value in enumerate(enum.value)]
        return Enum(enum.name, self.comment(5, at), values)


def text_of(comment: str) -> str:
    """A comment as it was written, without the space after the slashes."""
    return "\n".join(line.removeprefix(" ").rstrip() for line in comment.strip("\n").splitlines()).strip()
