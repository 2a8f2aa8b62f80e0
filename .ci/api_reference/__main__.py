"""Writes docs/api, or says what is not current there."""

import pathlib
import sys

from . import api, calls
from .page import Pages

OUTPUT = api.ROOT / "docs/api"


def main() -> int:
    files = api.read()
    planned = calls.read()
    if missing := without_call(files, planned):
        print(f"without a call in {calls.CALLS.name}: {', '.join(missing)}", file=sys.stderr)
        return 1
    pages = Pages(files, calls.made(planned))
    written = {OUTPUT / f"{file.name}.md": pages.page(file) for file in files} | {
        OUTPUT / "README.md": pages.index()
    }
    if "--check" not in sys.argv:
        write(written)
        return 0
    stale = [path for path, text in written.items() if not path.exists() or path.read_text("utf-8") != text]
    stale += sorted(set(OUTPUT.glob("*.md")) - set(written))
    for path in stale:
        print(f"{path.relative_to(api.ROOT)} is not current: run .ci/with-dev .ci/api-reference", file=sys.stderr)
    print(f"{len(planned)} calls succeeded, {len(written) - len(stale)} pages are current")
    return 1 if stale else 0


def without_call(files: list[api.File], planned: list[calls.Call]) -> list[str]:
    """The methods that nobody calls."""
    called = {call.method for call in planned if call.is_shown}
    methods = [f"{service.name}/{one.name}" for file in files for service in file.services for one in service.methods]
    return [method for method in methods if method not in called]


def write(written: dict[pathlib.Path, str]) -> None:
    OUTPUT.mkdir(exist_ok=True)
    for path in set(OUTPUT.glob("*.md")) - set(written):
        path.unlink()
    for path, text in written.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
