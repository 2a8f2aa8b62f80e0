"""Runs the cases in each language, says what is wrong, and keeps the table."""

import argparse
import asyncio
import contextlib
import pathlib
import subprocess
import sys
import tempfile

from . import case, instances, table, world
from .runner import RUNNERS, Place, Verdict, judge

CASES = pathlib.Path(__file__).resolve().parents[1] / "cases"


def main() -> int:
    arguments = parser().parse_args()
    languages = list(RUNNERS)
    if arguments.languages:
        languages = [one for one in RUNNERS if one.split("-")[0] in arguments.languages or one in arguments.languages]
    every = case.load(CASES)
    cases = [one for one in every if arguments.case in one.name]
    build(languages)
    verdicts: dict[str, list[Verdict]] = {}
    with contextlib.ExitStack() as stack:
        made = stack.enter_context(world.world())
        scratch = stack.enter_context(tempfile.TemporaryDirectory())
        first = None
        if any(one.behind for one in cases):
            first = ahead(stack, arguments.check or arguments.table)
        if first is None:
            cases = [one for one in cases if one.behind is None]
        for language in languages:
            directory = pathlib.Path(scratch, language)
            with world.server(world.copy(made, directory), made.settled) as server:
                place = Place(server, first, directory)
                verdicts[language] = asyncio.run(judge(language, case.possible(language, cases), place))
            report(language, verdicts[language])
    failed = any(one.complaints for found in verdicts.values() for one in found)
    return 1 if failed or not keep(arguments, every, verdicts) else 0


def ahead(stack: contextlib.ExitStack, is_needed: bool) -> instances.First | None:
    """The first of two instances. Without PostgreSQL there are none, which is said, and whoever needs them fails."""
    try:
        return stack.enter_context(instances.first())
    except instances.NoPostgres as missing:
        if is_needed:
            raise SystemExit(str(missing)) from missing
        print(f"cases with two instances are left out: {missing}", flush=True)
        return None


def parser() -> argparse.ArgumentParser:
    described = argparse.ArgumentParser(prog="sdk/conformance/run", description=__doc__)
    described.add_argument("languages", nargs="*", metavar="LANGUAGE", help=", ".join(RUNNERS))
    described.add_argument("--case", default="", metavar="TEXT", help="only cases whose name has this text")
    described.add_argument("--table", action="store_true", help="write table.md")
    described.add_argument("--check", action="store_true", help="fail if table.md is not what came out")
    return described


def build(languages: list[str]) -> None:
    """What the runners need, language by language."""
    for language in dict.fromkeys(one.split("-")[0] for one in languages):
        print(f"{language}: building its runner", flush=True)
        subprocess.run([world.ROOT / "sdk" / language / "conformance/build"], check=True, stdout=sys.stderr)


def report(language: str, verdicts: list[Verdict]) -> None:
    bad = [one for one in verdicts if one.complaints]
    print(f"{language}: {len(verdicts) - len(bad)} of {len(verdicts)} cases pass", flush=True)
    for one in bad:
        print(f"  FAILED {one.case}")
        for complaint in one.complaints:
            print(f"    {complaint}")


def keep(arguments: argparse.Namespace, cases: list[case.Case], verdicts: dict[str, list[Verdict]]) -> bool:
    """Writes or compares the table."""
    page = table.page(cases, verdicts)
    if arguments.table:
        table.PAGE.write_text(page, encoding="utf-8")
    elif arguments.check and table.PAGE.read_text(encoding="utf-8") != page:
        print("sdk/conformance/table.md is not what came out: run sdk/conformance/run --table", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
