"""Case × language, as a page."""

import pathlib

from .case import Case
from .runner import RUNNERS, Verdict

PAGE = pathlib.Path(__file__).resolve().parents[1] / "table.md"

HEAD = """\
# Conformance of the clients

<!-- Written by sdk/conformance/run --table from what the clients did; --check compares. -->

Each case was run by each client against the real server; ✓ means that all came out as the case says,
– that the last release does not have what it needs.

"""


def page(cases: list[Case], verdicts: dict[str, list[Verdict]]) -> str:
    """The whole page."""
    marks = {
        language: {verdict.case: "✗" if verdict.complaints else "✓" for verdict in found}
        for language, found in verdicts.items()
    }
    languages = [language for language in RUNNERS if language in verdicts]
    rows = [
        f"| {case.about} (`{case.name}`) | "
        + " | ".join(marks[language].get(case.name, "–") for language in languages)
        + " |\n"
        for case in cases
    ]
    head = f"| case | {' | '.join(languages)} |\n| --- |{' --- |' * len(languages)}\n"
    return HEAD + head + "".join(rows)
