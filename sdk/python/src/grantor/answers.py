"""What a question is answered with.

An answer is true in a condition if, and only if, it allows.
"""

from datetime import datetime, timezone
from typing import Generic, TypeVar

from grantor import v1
from grantor.errors import GrantorError, from_batch, undecided

Message = TypeVar("Message", bound=v1.CheckAccessResponse | v1.AccessAnswer | v1.ExplainAccessResponse)


class _Answered(Generic[Message]):
    """A decision and why. It reads the message when it is asked, so that an answer costs nothing."""

    __slots__ = ("allowed", "message")

    def __init__(self, message: Message, request_id: str) -> None:
        if message.decision not in (v1.DECISION_ALLOWED, v1.DECISION_DENIED):
            raise undecided(request_id)
        self.allowed: bool = message.decision == v1.DECISION_ALLOWED
        """Whether the user may."""
        self.message: Message = message
        """The message as it came."""

    def __bool__(self) -> bool:
        return self.allowed

    @property
    def reason(self) -> v1.AccessReason.ValueType:
        """Why, such as `v1.ACCESS_REASON_NOT_GRANTED`. A newer server may give others."""
        return self.message.reason

    @property
    def reason_name(self) -> str:
        """The name of the reason, or its number as text where this client does not know it."""
        try:
            return v1.AccessReason.Name(self.message.reason)
        except ValueError:
            return str(self.message.reason)

    @property
    def valid_until(self) -> datetime | None:
        """When the answer can change by itself: cache it no longer. None: it does not."""
        if not self.message.HasField("valid_until"):
            return None
        return self.message.valid_until.ToDatetime(tzinfo=timezone.utc)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(allowed={self.allowed}, reason={self.reason_name})"


class Answer(_Answered[v1.CheckAccessResponse | v1.AccessAnswer]):
    """Whether a user may."""

    __slots__ = ("_token", "from_cache")

    def __init__(
        self,
        message: v1.CheckAccessResponse | v1.AccessAnswer,
        request_id: str,
        token: str = "",
        *,
        from_cache: bool = False,
    ) -> None:
        super().__init__(message, request_id)
        self._token = token
        self.from_cache = from_cache
        """Whether a `CachedAccess` had it already; it then gives the same to others."""

    @property
    def path(self) -> v1.AccessPath | None:
        """If allowed, one way that allows it."""
        return self.message.path if self.message.HasField("path") else None

    @property
    def token(self) -> str:
        """What was read: pass it as `at_least_as_fresh` not to go back before it.

        Empty for one of `check_many`: their tokens stand in `Results.tokens`. Empty also in an answer about the
        past, which does not change.
        """
        return self.message.consistency_token if isinstance(self.message, v1.CheckAccessResponse) else self._token


class Explanation(_Answered[v1.ExplainAccessResponse]):
    """Whether a user may, and why."""

    __slots__ = ()

    @property
    def sentence(self) -> str:
        """The answer in words, for people."""
        return self.message.sentence

    @property
    def paths(self) -> list[v1.ExplainedPath]:
        """If allowed, every way that allows it, the longest lasting first."""
        return list(self.message.paths)

    @property
    def missing(self) -> v1.MissingPiece | None:
        """If denied, the nearest that is missing. None where nothing could help."""
        return self.message.missing if self.message.HasField("missing") else None

    @property
    def token(self) -> str:
        """What was read: pass it as `at_least_as_fresh` not to go back before it."""
        return self.message.consistency_token


class Result:
    """What became of one question of many: an answer or an error of its own.

    It is true in a condition if, and only if, there is an answer that allows.
    """

    __slots__ = ("answer", "error")

    def __init__(self, answer: Answer | None, error: GrantorError | None) -> None:
        self.answer = answer
        """The answer; None if there is an error."""
        self.error = error
        """Why there is no answer; None if there is one."""

    @property
    def allowed(self) -> bool:
        """Whether the user may; False where there is no answer."""
        return self.answer is not None and self.answer.allowed

    def __bool__(self) -> bool:
        return self.allowed

    def __repr__(self) -> str:
        return f"Result({self.answer if self.error is None else self.error!r})"


class Results(list[Result]):
    """What became of each question, in the order of the questions."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[str] = []
        """What was read, for `at_least_as_fresh`: one token for each organization of each batch."""

    def __bool__(self) -> bool:
        """Refused: a list that is not empty would be true, whatever is in it.

        Raises:
            TypeError: always.
        """
        raise TypeError("results have no truth of their own; say all(results), any(results) or len(results) > 0")

    def add(self, page: v1.BatchCheckAccessResponse, request_id: str) -> None:
        """Takes the answers to one batch."""
        self.extend(result_of(result, request_id) for result in page.results)
        self.tokens += [token for token in page.consistency_tokens if token not in self.tokens]


def result_of(result: v1.AccessResult, request_id: str, token: str = "") -> Result:
    """What became of one question, with the token that stands beside it."""
    if result.WhichOneof("result") == "error":
        return Result(None, from_batch(result.error, request_id))
    try:
        return Result(Answer(result.answer, request_id, token), None)
    except GrantorError as error:
        return Result(None, error)
