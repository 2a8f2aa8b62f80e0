"""How the answers of a stream are read."""

from __future__ import annotations

from grantor import v1
from grantor.answers import Result, result_of
from grantor.errors import out_of_order

WINDOW = 256
"""The most questions of a stream that wait for their answers at once."""


class Reading:
    """Reads the answers of one stream: whose turn it is, and which token was sent last."""

    __slots__ = ("_request_id", "_token", "came")

    def __init__(self, request_id: str) -> None:
        self._request_id = request_id
        self.came = 0
        """How many answers."""
        self._token = ""

    def take(self, response: v1.StreamCheckAccessResponse) -> Result:
        """What became of the next question. A token that is not said again is the last one.

        Raises:
            GrantorError: it is of another question: none that comes after it can be trusted.
        """
        if response.index != self.came:
            raise out_of_order(self._request_id)
        self.came += 1
        self._token = response.consistency_token or self._token
        return result_of(response.result, self._request_id, self._token)
