"""A question under way, which can't be taken for its answer."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator
from functools import wraps
from types import TracebackType
from typing import Any, NoReturn, ParamSpec, TypeVar

Answer = TypeVar("Answer")
Parameters = ParamSpec("Parameters")


class Asked(Coroutine[Any, Any, Answer]):
    """Await it, or make a task of it. In a condition it raises: a coroutine would be true, an allow to everybody."""

    __slots__ = ("_question",)

    def __init__(self, question: Coroutine[Any, Any, Answer]) -> None:
        self._question = question

    def __bool__(self) -> NoReturn:
        """Refused.

        Raises:
            TypeError: always.
        """
        self.close()
        raise TypeError("this is not the answer yet; await it")

    def __await__(self) -> Generator[Any, Any, Answer]:
        return self._question.__await__()

    def send(self, value: Any) -> Any:
        """As a coroutine's."""
        return self._question.send(value)

    def throw(
        self,
        kind: type[BaseException] | BaseException,
        value: BaseException | object = None,
        trace: TracebackType | None = None,
    ) -> Any:
        """As a coroutine's."""
        if value is None and trace is None:
            return self._question.throw(kind)
        return self._question.throw(kind, value, trace)  # type: ignore[arg-type]

    def close(self) -> None:
        """As a coroutine's."""
        self._question.close()


def asked(method: Callable[Parameters, Coroutine[Any, Any, Answer]]) -> Callable[Parameters, Asked[Answer]]:
    """The method, whose calls can't be conditions before they are awaited."""

    @wraps(method)
    def ask(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Asked[Answer]:
        return Asked(method(*args, **kwargs))

    return ask
