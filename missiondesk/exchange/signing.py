# SPDX-License-Identifier: Apache-2.0
"""Signs a PDF with a certificate file: PAdES B-B, invisible, without asking anybody on a network.

The library behind it is optional; nothing else of the desk needs it.
"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

LARGEST_PDF: Final = 200_000_000
LARGEST_CERTIFICATE: Final = 1_000_000
# The object identifier "pkcs7-data", with which the content of every .p12 and .pfx begins.
_CONTENT: Final = bytes.fromhex("06092a864886f70d010701")
_FIELD: Final = "Signature{number}"


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """A PDF with its new signature.

    Attributes:
        signer: Name in the certificate.
        valid_to: Last day on which the certificate may be used.
    """

    data: bytes
    signer: str
    valid_to: date


def can_sign() -> bool:
    """Whether the optional library is installed."""
    return find_spec("pyhanko") is not None


def sign_pdf(
    pdf: bytes, certificate: bytes, passphrase: str, reason: str = "", place: str = ""
) -> SignedPdf:
    """The PDF with a signature after its last byte; nothing that was there is changed.

    Args:
        pdf: The document.
        certificate: Bytes of a .p12 or .pfx file with key and certificate.
        passphrase: Opens the certificate file; it is not kept.
        reason: Why it is signed, as readers show it.
        place: Where it is signed.

    Raises:
        Refused: The library is missing, the file is no PDF or protected, the passphrase does not
            fit, or the certificate may not sign: see `require_certificate`.
    """
    require_library()
    if len(pdf) > LARGEST_PDF or b"%PDF-" not in pdf[:1024]:
        raise _no_pdf()
    held = _opened(certificate, passphrase)
    _require_valid(held)
    _require_purpose(held)
    data = _signed(pdf, certificate, passphrase, reason, place)
    return SignedPdf(data, _name(held), held.not_valid_after_utc.date())


def require_certificate(certificate: bytes, passphrase: str) -> None:
    """Refuse a certificate file with which nothing can be signed.

    Raises:
        Refused: It is none, the passphrase does not fit, or the certificate has no key, is not
            valid yet, has expired or is meant for other purposes than to sign.
    """
    held = _opened(certificate, passphrase)
    _require_valid(held)
    _require_purpose(held)


def require_library() -> None:
    """Refuse to sign without the library.

    Raises:
        Refused: It is not installed; the sentence says how to install it.
    """
    if not can_sign():
        raise Refused(
            N_("Signing needs the library pyHanko. Install it with: {command}"),
            command='python -m pip install "missiondesk[signing]"',
        )


def _no_pdf() -> Refused:
    return Refused(N_("The file is no PDF that can be signed."), field="source")


def _opened(certificate: bytes, passphrase: str) -> Certificate:
    """The certificate in the file."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import pkcs12

    if len(certificate) > LARGEST_CERTIFICATE or _CONTENT not in certificate[:64]:
        raise Refused(N_("The file is no certificate file (.p12 or .pfx)."), field="certificate")
    try:
        key, held, _ = pkcs12.load_key_and_certificates(certificate, passphrase.encode())
    except UnsupportedAlgorithm:
        raise Refused(
            N_("The certificate file is protected in a way that cannot be opened here."),
            field="certificate",
        ) from None
    except (ValueError, TypeError):
        raise Refused(
            N_("The passphrase does not open the certificate file, or the file is damaged."),
            field="passphrase",
        ) from None
    if key is None or held is None:
        raise Refused(N_("The certificate file has no key to sign with."), field="certificate")
    return held


def _require_valid(held: Certificate) -> None:
    now = datetime.now(UTC)
    if held.not_valid_after_utc < now:
        raise Refused(
            N_("The certificate expired on {date}."),
            field="certificate",
            date=held.not_valid_after_utc.date(),
        )
    if held.not_valid_before_utc > now:
        raise Refused(
            N_("The certificate is valid only from {date}."),
            field="certificate",
            date=held.not_valid_before_utc.date(),
        )


def _require_purpose(held: Certificate) -> None:
    """Where a certificate says what its key is for, signing must be among it (RFC 5280, 4.2.1.3);
    the profiles of qualified signatures ask for nonRepudiation, others for digitalSignature.
    """
    from cryptography.x509 import DuplicateExtension, ExtensionNotFound, KeyUsage

    try:
        usage = held.extensions.get_extension_for_class(KeyUsage).value
    except ExtensionNotFound:
        return
    except (ValueError, DuplicateExtension):
        usage = None  # what cannot be read allows nothing
    if usage is None or not (usage.digital_signature or usage.content_commitment):
        raise Refused(
            N_("The certificate may not be used to sign: it is issued for other purposes."),
            field="certificate",
        )


def _name(held: Certificate) -> str:
    from cryptography.x509.oid import NameOID

    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        for one in held.subject.get_attributes_for_oid(kind):
            return str(one.value)
    return held.subject.rfc4514_string()


def _signed(pdf: bytes, certificate: bytes, passphrase: str, reason: str, place: str) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.general import SigningError

    signer = signers.SimpleSigner.load_pkcs12_data(
        certificate, other_certs=(), passphrase=passphrase.encode()
    )
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        if writer.prev.encrypted:
            raise Refused(N_("The PDF is protected with a password and cannot be signed."))
        told = signers.PdfSignatureMetadata(
            field_name=_FIELD.format(number=1 + _signatures(writer)),
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            reason=reason or None,
            location=place or None,
            # B-B: no time stamp, nothing fetched about the certificate.
            embed_validation_info=False,
        )
        signed = signers.PdfSigner(told, signer=signer).sign_pdf(writer)
    except (PdfError, SigningError, ValueError, KeyError, IndexError, TypeError):
        # The library meets a damaged document with any of these.
        raise _no_pdf() from None
    return bytes(signed.getvalue())


def _signatures(writer: Any) -> int:
    return len(writer.prev.embedded_signatures)
