"""A bounded table of two generations: what is no longer asked for leaves it without being searched for."""

from typing import Generic, TypeVar

Entry = TypeVar("Entry")
Place = tuple[str, str]
"""What is asked of a subject: the resource and the right."""


class Generations(Generic[Entry]):
    """Entries by subject, at most so many. New ones go into the young generation.

    Once that holds half of them the old one is dropped, and it becomes the old one. All entries of a
    subject are removed at once.
    """

    __slots__ = ("_count", "_half", "_old", "_young")

    def __init__(self, most: int) -> None:
        self._half = most // 2
        self._young: dict[str, dict[Place, Entry]] = {}
        self._old: dict[str, dict[Place, Entry]] = {}
        self._count = 0

    def find(self, subject: str, place: Place) -> Entry | None:
        """The entry, if there is one. One that was old is young again."""
        places = self._young.get(subject)
        if places is not None and (entry := places.get(place)) is not None:
            return entry
        places = self._old.get(subject)
        if places is None or (entry := places.get(place)) is None:
            return None
        self.put(subject, place, entry)
        return entry

    def put(self, subject: str, place: Place, entry: Entry) -> None:
        """Adds an entry, or replaces it."""
        places = self._young.setdefault(subject, {})
        self._count += place not in places
        places[place] = entry
        if self._count >= self._half:
            self._young, self._old, self._count = {}, self._young, 0

    def forget(self, subject: str) -> None:
        """Removes all of this subject, from both."""
        self._count -= len(self._young.pop(subject, ()))
        self._old.pop(subject, None)

    def clear(self) -> None:
        """Removes all."""
        self._young, self._old, self._count = {}, {}, 0
