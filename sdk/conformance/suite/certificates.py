"""Which certificates do the lines show? Some that are to be trusted, and some that are not."""

import datetime
import ipaddress
import pathlib
import ssl

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = datetime.timedelta(days=1)


class Authority:
    """Somebody who signs certificates."""

    def __init__(self, name: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        builder = validity(x509.CertificateBuilder(), expired=False).subject_name(self.name)
        self.certificate = (
            builder.issuer_name(self.name)
            .public_key(self.key.public_key())
            .serial_number(x509.random_serial_number())
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(key_usage(signs=True), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(self.key.public_key()), critical=False)
            .sign(self.key, hashes.SHA256())
        )

    def issue(self, directory: pathlib.Path, kind: str) -> pathlib.Path:
        """A certificate with its key in one PEM file."""
        key = ec.generate_private_key(ec.SECP256R1())
        host: x509.GeneralName = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
        if kind == "other_host":
            host = x509.DNSName("grantor.example")
        certificate = (
            validity(x509.CertificateBuilder(), expired=kind == "expired")
            .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, kind)]))
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .add_extension(x509.SubjectAlternativeName([host]), critical=False)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(key_usage(signs=False), critical=True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False
            )
            .sign(self.key, hashes.SHA256())
        )
        file = directory / f"{kind}.pem"
        private = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + private)
        return file


class Certificates:
    """One authority that clients trust, another that they do not."""

    def __init__(self, directory: pathlib.Path) -> None:
        trusted = Authority("Conformance")
        self.authority_file = directory / "authority.pem"
        self.authority_file.write_bytes(trusted.certificate.public_bytes(serialization.Encoding.PEM))
        self.files = {kind: trusted.issue(directory, kind) for kind in ("valid", "expired", "other_host")}
        self.files["other_authority"] = Authority("Somebody else").issue(directory, "other_authority")

    def server(self, kind: str) -> ssl.SSLContext:
        """What a line of this kind shows."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.files[kind])
        context.set_alpn_protocols(["h2"])
        return context


def validity(builder: x509.CertificateBuilder, *, expired: bool) -> x509.CertificateBuilder:
    now = datetime.datetime.now(datetime.UTC)
    end = now - DAY if expired else now + DAY
    return builder.not_valid_before(now - 30 * DAY).not_valid_after(end)


def key_usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs,
        crl_sign=signs,
        encipher_only=False,
        decipher_only=False,
    )
