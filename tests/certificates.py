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
_USES = (
    "digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
    "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
)  # fmt: skip


def a_certificate(
    passphrase: str = PASSPHRASE,
    *,
    days: tuple[int, int] = (-1, 30),
    with_key: bool = True,
    uses: tuple[str, ...] | None = ("digital_signature", "content_commitment"),
) -> bytes:
    """A .p12 file with a certificate that vouches for itself.

    Args:
        passphrase: Of the file.
        days: From when to when it is valid, in days from now.
        with_key: Whether it can sign.
        uses: What its key is for; None leaves the extension out.
    """
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SIGNER)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    )
    if uses is not None:
        told = {name: name in uses for name in _USES}
        made = made.add_extension(x509.KeyUsage(**told), critical=True)
    signed = made.sign(key, hashes.SHA256())
    sealed = BestAvailableEncryption(passphrase.encode())
    if with_key:
        return pkcs12.serialize_key_and_certificates(b"x", key, signed, None, sealed)
    return pkcs12.serialize_key_and_certificates(None, None, None, [signed], sealed)
