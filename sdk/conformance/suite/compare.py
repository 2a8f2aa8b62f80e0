"""Is what came out what must come out?

An object must have what is expected, and may have more; a list must be equal item by item; anything
else must be the same. In place of a value may stand `{"$matches": REGEX}` (somewhere in the text),
`{"$any": true}` (a value that is not empty), `{"$one_of": [VALUES]}`.
"""

import re

from .case import Json


def differences(expected: Json, found: Json, where: str = "") -> list[str]:
    """What is not as expected, each with its place; empty if all is."""
    here = where or "the outcome"
    if isinstance(expected, dict) and len(expected) == 1:
        [(key, value)] = expected.items()
        match key:
            case "$matches":
                fits = isinstance(found, str) and re.search(value, found) is not None
                return [] if fits else [f"{here} is {found!r}, which does not match {value!r}"]
            case "$any":
                return [] if found else [f"{here} is {found!r}, and must not be empty"]
            case "$one_of":
                fits = any(not differences(one, found, where) for one in value)
                return [] if fits else [f"{here} is {found!r}, and none of {value!r}"]
    if isinstance(expected, dict):
        if isinstance(found, dict) and "ok" in expected and "error" in found:
            return [f"{here} is the error {found['error']!r}, not {expected['ok']!r}"]
        if not isinstance(found, dict):
            return [f"{here} is {found!r}, not {expected!r}"]
        return [
            difference
            for key, value in expected.items()
            for difference in differences(value, found.get(key), f"{where}.{key}".strip("."))
        ]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [
            difference
            for index, (one, other) in enumerate(zip(expected, found, strict=True))
            for difference in differences(one, other, f"{where}[{index}]")
        ]
    return [] if expected == found and type(expected) is type(found) else [f"{here} is {found!r}, not {expected!r}"]
