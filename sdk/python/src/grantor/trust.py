"""Which authorities are trusted to vouch for a server."""

import os
import ssl
from pathlib import Path


def authorities(file: str | os.PathLike[str] | None) -> bytes | None:
    """The certificates of a PEM file, or without one those of the system; None where it has none.

    gRPC for Python brings a list of its own and does not look at the system's, where a company's own
    authority stands.

    Raises:
        OSError: the file can't be read, or has no certificate.
    """
    if file is not None:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cafile=file)
        return Path(file).read_bytes()
    known = ssl.create_default_context().get_ca_certs(binary_form=True)
    if known:
        return "".join(map(ssl.DER_cert_to_PEM_cert, known)).encode()
    # OpenSSL reads a directory only when it meets a certificate, so it has not loaded these.
    directory = ssl.get_default_verify_paths().capath
    hashed = sorted(Path(directory).glob("*.[0-9]")) if directory else []
    return b"\n".join(certificate.read_bytes() for certificate in hashed) or None
