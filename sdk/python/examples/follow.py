"""Prints the changes of an organization as they come: follow.py ORGANIZATION [COUNT].

Ends after COUNT changes, or when it is interrupted. GRANTOR_ADDRESS and GRANTOR_KEY say where and
who.
"""

import argparse
import contextlib
import sys
from itertools import islice

from grantor import Client, GrantorError, v1


def main() -> None:
    """Follows what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("organization", help="its id, such as acme")
    parser.add_argument("count", type=int, nargs="?", help="end after so many changes")
    arguments = parser.parse_args()
    with Client() as client, client.watch(f"organizations/{arguments.organization}") as watch:
        # Entered, so from here on nothing is missed.
        print(f"watching organizations/{arguments.organization}", flush=True)
        for change, _position in islice(watch, arguments.count):
            for part in change.resource_changes:
                kind = v1.ChangeKind.Name(part.kind).removeprefix("CHANGE_KIND_")
                print(
                    change.revision,
                    change.method,
                    change.actor or change.service_account,
                    kind,
                    part.resource,
                    flush=True,
                )


def kind_of(part: v1.ResourceChange) -> str:
    """What became of a thing: CREATED, UPDATED, DELETED, or the number of what is newer than this."""
    known = part.kind in v1.ChangeKind.values()
    return v1.ChangeKind.Name(part.kind).removeprefix("CHANGE_KIND_") if known else str(part.kind)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        try:
            main()
        except GrantorError as error:
            sys.exit(f"follow.py: {error}")
