"""Lists as iterators over all of their pages."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import grpc
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

from grantor import v1


class List(NamedTuple):
    """The method that lists."""

    path: str
    """What gRPC calls it, such as "/grantor.v1.MemberService/ListMembers"."""
    page: type[Message]
    """Its answer."""
    items: str
    """The field of the answer with the items."""


_LISTS: dict[type[Message], List] = {}


def list_of(request: type[Message]) -> List:
    """The list that this type of request asks for.

    Raises:
        TypeError: it is not the request of a list with pages.
    """
    if request not in _LISTS:
        _LISTS[request] = _find(request.DESCRIPTOR)
    return _LISTS[request]


def _find(request: Any) -> List:
    for service in _services():
        for method in service.methods:
            if method.input_type.full_name == request.full_name and "page_token" in request.fields_by_name:
                page = method.output_type
                items = next(field.name for field in page.fields if _is_list(field))
                return List(f"/{service.full_name}/{method.name}", GetMessageClass(page), items)
    raise TypeError(f"{request.name} does not ask for a list with pages; call the stub's method")


def _services() -> Iterator[Any]:
    """Every service. A message can be in another file than the method that takes it."""
    messages = (kind.DESCRIPTOR for kind in vars(v1).values() if isinstance(kind, type) and issubclass(kind, Message))
    files = {message.file.name: message.file for message in messages}
    for file in files.values():
        yield from file.services_by_name.values()


def _is_list(field: FieldDescriptor) -> bool:
    return field.is_repeated and field.type == FieldDescriptor.TYPE_MESSAGE


def copy_of(request: Message) -> Any:
    """A request of our own to turn pages with; the caller's stays as it is."""
    copy = type(request)()
    copy.CopyFrom(request)
    return copy


class Pages:
    """Gives the items of lists, asking for the next page when it is needed."""

    __slots__ = ("_channel",)

    def __init__(self, channel: grpc.Channel) -> None:
        self._channel = channel

    def __call__(self, request: Message, *, timeout: float | None = None) -> Iterator[Any]:
        """Each item once; the timeout is for each page, in seconds.

        Raises:
            GrantorError: a page could not be had. It comes where it happens, after the items before.
            TypeError: the request is not one of a list.
        """
        return self._turn(list_of(type(request)), copy_of(request), timeout)

    def _turn(self, listed: List, request: Any, timeout: float | None) -> Iterator[Any]:
        ask = self._channel.unary_unary(
            listed.path,
            request_serializer=type(request).SerializeToString,
            response_deserializer=listed.page.FromString,
        )
        while True:
            page: Any = ask(request, timeout=timeout)
            yield from getattr(page, listed.items)
            if not page.next_page_token:
                return
            request.page_token = page.next_page_token
