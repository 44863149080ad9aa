# SPDX-License-Identifier: Apache-2.0
"""Signs issued letters and other PDF files with a certificate file; the original stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import translator
from missiondesk.services.atomic_files import write_file
from missiondesk.services.printing import Printing

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument
    from missiondesk.services.session import Session


@dataclass(frozen=True, slots=True)
class SignedFile:
    """A signed PDF that was written.

    Attributes:
        signer: Name in the certificate.
        valid_to: Last day on which the certificate may be used.
    """

    path: Path
    signer: str
    valid_to: date


def can_sign() -> bool:
    """Whether the optional library for signatures is installed."""
    from missiondesk.exchange import signing

    return signing.can_sign()


def require_library() -> None:
    """Refuse to sign without the optional library.

    Raises:
        Refused: It is not installed; the sentence says how to install it.
    """
    from missiondesk.exchange import signing

    signing.require_library()


def sign_file(
    pdf: Path, certificate: Path, passphrase: str, language: str = "da", reason: str = ""
) -> SignedFile:
    """Sign a PDF file; the signed one is written beside it as "…-signeret.pdf".

    Args:
        pdf: The document; it is not touched.
        certificate: A .p12 or .pfx file.
        passphrase: Opens the certificate file; it is kept nowhere.
        language: "da" or "en", of the new file's name.
        reason: Why it is signed, as readers show it.

    Raises:
        Refused: See `missiondesk.exchange.signing.sign_pdf`; a file cannot be read, or there is
            a signed one already.
        OSError: The signed file cannot be written.
    """
    from missiondesk.exchange import signing
    from missiondesk.exchange.received import received

    signing.require_library()
    held = _certificate(certificate, passphrase)
    target = signed_name(pdf, language)
    data = received(pdf, signing.LARGEST_PDF)
    return _sign(data, target, held, passphrase, reason)


def signed_name(pdf: Path, language: str) -> Path:
    """The path of the signed copy: beside the original, told by its name.

    Raises:
        Refused: There is a file of this name.
    """
    word = translator(language).say_in("file name", "signed")
    target = pdf.with_name(f"{pdf.stem}-{word}.pdf")
    require_free(target)
    return target


def require_free(target: Path) -> None:
    """Refuse to write over a file.

    Raises:
        Refused: There is a file of this name.
    """
    if target.exists():
        raise Refused(N_("The file “{name}” is there already."), field="path", name=target.name)


def _certificate(path: Path, passphrase: str) -> bytes:
    """The certificate file, once the passphrase opens it and it may sign.

    That is looked at before anything else: whether a signed file is there is of no concern to
    somebody who cannot sign.
    """
    from missiondesk.exchange import signing
    from missiondesk.exchange.received import received

    try:
        held = received(path, signing.LARGEST_CERTIFICATE)
    except Refused as refused:
        refused.field = "certificate"
        raise
    signing.require_certificate(held, passphrase)
    return held


def _sign(data: bytes, target: Path, held: bytes, passphrase: str, reason: str) -> SignedFile:
    from missiondesk.exchange import signing

    signed = signing.sign_pdf(data, held, passphrase, reason)
    return SignedFile(write_file(target, signed.data), signed.signer, signed.valid_to)


@dataclass(frozen=True, slots=True)
class SigningJob:
    """An issued letter ready to be signed; it holds values only.

    Attributes:
        name: Name for the signed file.
        title: What the letter is called.
        make: Gives the letter's very bytes.
    """

    name: str
    title: str
    make: Callable[[], PrintedDocument]

    def sign(self, target: Path, certificate: Path, passphrase: str) -> SignedFile:
        """Sign the letter into a new file; it takes a second or so, on any thread.

        Args:
            target: The file to write; it must not be there.
            certificate: A .p12 or .pfx file.
            passphrase: Opens the certificate file; it is kept nowhere.

        Raises:
            Refused: The file is there already, or see `missiondesk.exchange.signing.sign_pdf`.
            OSError: The file cannot be written.
        """
        from missiondesk.exchange import signing

        signing.require_library()
        held = _certificate(certificate, passphrase)
        require_free(target)
        return _sign(self.make().data, target, held, passphrase, self.title)


class Signing:
    """Signs letters of the workspace, which itself stays as it is."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._printing = Printing(session)

    def prepare(self, letter: str) -> SigningJob:
        """The issued letter, to be signed.

        Raises:
            Refused: There is no such letter, it was not issued, or what was kept is damaged.
        """
        found = self._session.the(Letter, letter)
        if not found.kept_pdf and found.state in (LetterState.ISSUED, LetterState.ACKNOWLEDGED):
            raise Refused(
                N_("The letter was issued without its pages, so there are none to sign. A revision "
                   "that is issued from here can be signed.")
            )  # fmt: skip
        if not found.kept_pdf:
            raise Refused(N_("Only an issued letter is signed digitally; issue it first."))
        printed = self._printing.prepare_letter(letter)
        word = translator(found.language).say_in("file name", "signed")
        name = f"{printed.name.removesuffix('.pdf')}-{word}.pdf"
        return SigningJob(name, printed.title, printed.make)
