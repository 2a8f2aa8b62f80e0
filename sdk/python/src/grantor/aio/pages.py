"""Lists as asynchronous iterators over all of their pages."""

from collections.abc import AsyncIterator
from typing import Any

import grpc.aio
from google.protobuf.message import Message

from grantor.pages import List, copy_of, list_of


class Pages:
    """Gives the items of lists, asking for the next page when it is needed."""

    __slots__ = ("_channel",)

    def __init__(self, channel: grpc.aio.Channel) -> None:
        self._channel = channel

    def __call__(self, request: Message, *, timeout: float | None = None) -> AsyncIterator[Any]:
        """Each item once; the timeout is for each page, in seconds.

        Raises:
            GrantorError: a page could not be had. It comes where it happens, after the items before.
            TypeError: the request is not one of a list.
        """
        return self._turn(list_of(type(request)), copy_of(request), timeout)

    async def _turn(self, listed: List, request: Any, timeout: float | None) -> AsyncIterator[Any]:
        serialize, parse = type(request).SerializeToString, listed.page.FromString
        ask = self._channel.unary_unary(listed.path, request_serializer=serialize, response_deserializer=parse)
        while True:
            page: Any = await ask(request, timeout=timeout)
            for item in getattr(page, listed.items):
                yield item
            if not page.next_page_token:
                return
            request.page_token = page.next_page_token
