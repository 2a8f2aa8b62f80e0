"""Lists what a user can see: visible.py ORGANIZATION USER, such as visible.py acme alice.

One line for each product: its name, what it is called, the user's rights on it. GRANTOR_ADDRESS and
GRANTOR_KEY say where and who.
"""

import argparse
import sys

from grantor import Client, GrantorError, v1


def main() -> None:
    """Prints the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("organization", help="its id, such as acme")
    parser.add_argument("user", help="their id, such as alice")
    arguments = parser.parse_args()
    parent, subject = f"organizations/{arguments.organization}", f"users/{arguments.user}"
    with Client() as client:
        for product in client.each(v1.ListAccessibleProductsRequest(parent=parent, subject=subject)):
            print(product.product, repr(product.display_name), ", ".join(product.rights))


if __name__ == "__main__":
    try:
        main()
    except GrantorError as error:
        sys.exit(f"visible.py: {error}")
