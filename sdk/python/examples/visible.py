"""Lists what a user can see: visible.py ORGANIZATION USER, such as visible.py acme alice.

One line for each product: its name, what it is called, the user's rights on it. GRANTOR_ADDRESS and
GRANTOR_KEY say where and who.
"""

import sys

from grantor import Client, GrantorError, v1


def main(organization: str, user: str) -> None:
    """Prints the list."""
    request = v1.ListAccessibleProductsRequest(parent=f"organizations/{organization}", subject=f"users/{user}")
    with Client() as client:
        for product in client.each(request):
            print(product.product, repr(product.display_name), ", ".join(product.rights))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except TypeError:
        sys.exit("usage: visible.py ORGANIZATION USER")
    except GrantorError as error:
        sys.exit(f"visible.py: {error}")
