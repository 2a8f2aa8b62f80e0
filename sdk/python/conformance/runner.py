"""The conformance runner of the Python clients: runner.py [--aio] FILE."""

import argparse
import asyncio
import json
import pathlib

import asynchronous
import blocking


def main() -> None:
    """Reads the cases and goes through them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aio", action="store_true", help="with the client for asyncio")
    parser.add_argument("file", type=pathlib.Path, help="the cases, as JSON")
    arguments = parser.parse_args()
    cases = json.loads(arguments.file.read_text(encoding="utf-8"))["cases"]
    if arguments.aio:
        asyncio.run(asynchronous.run(cases))
    else:
        blocking.run(cases)


if __name__ == "__main__":
    main()
