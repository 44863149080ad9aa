# SPDX-License-Identifier: Apache-2.0
"""Certificate files for the tests of signing, made on the spot; they vouch for nobody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

PASSPHRASE = "hemmelig æøå"
SIGNER = "Eksempel Underskriver"


def a_certificate(
    passphrase: str = PASSPHRASE, *, days: tuple[int, int] = (-1, 30), with_key: bool = True
) -> bytes:
    """A .p12 file with a certificate that vouches for itself.

    Args:
        passphrase: Of the file.
        days: From when to when it is valid, in days from now.
        with_key: Whether it can sign.
    """
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SIGNER)])
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    sealed = BestAvailableEncryption(passphrase.encode())
    if with_key:
        return pkcs12.serialize_key_and_certificates(b"x", key, made, None, sealed)
    return pkcs12.serialize_key_and_certificates(None, None, None, [made], sealed)
