# SPDX-License-Identifier: Apache-2.0
"""Signatures that a validator accepts, over the whole file; and what cannot be signed."""

from __future__ import annotations

import io
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pyhanko", reason="the optional library for signatures is not installed")

from missiondesk.documents.letter import print_letter
from missiondesk.domain.refused import Refused
from missiondesk.exchange.signing import can_sign, sign_pdf
from missiondesk.language import translator
from tests.certificates import PASSPHRASE, SIGNER, a_certificate
from tests.documents.letters_of import a_letter

CERTIFICATE = a_certificate()


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return print_letter(a_letter(), None).data


@pytest.fixture(scope="module")
def signed(pdf: bytes) -> bytes:
    return sign_pdf(pdf, CERTIFICATE, PASSPHRASE, "Missionsbrev", "København").data


def judged(data: bytes, at: int = 0) -> Any:
    """What the library's validator says, trusting our certificate and fetching nothing."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    signature = PdfFileReader(io.BytesIO(data)).embedded_signatures[at]
    roots = [signature.signer_cert]
    trusted = ValidationContext(trust_roots=roots, allow_fetching=False)
    return validate_pdf_signature(signature, trusted)


def test_the_signature_is_valid_and_covers_the_whole_file(pdf: bytes, signed: bytes) -> None:
    from pyhanko.pdf_utils.reader import PdfFileReader

    assert signed.startswith(pdf)
    status = judged(signed)
    assert status.intact
    assert status.valid
    assert status.trusted
    assert status.coverage.name == "ENTIRE_FILE"
    assert status.bottom_line
    told = PdfFileReader(io.BytesIO(signed)).embedded_signatures[0].sig_object
    assert told["/SubFilter"] == "/ETSI.CAdES.detached"
    assert (told["/Reason"], told["/Location"]) == ("Missionsbrev", "København")
    found = sign_pdf(pdf, CERTIFICATE, PASSPHRASE)
    assert found.signer == SIGNER


def test_it_is_invisible_and_the_letter_reads_as_before(pdf: bytes, signed: bytes) -> None:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as before, pikepdf.open(io.BytesIO(signed)) as after:
        assert len(before.pages) == len(after.pages)
        field = after.Root.AcroForm.Fields[0]
        assert [float(side) for side in field.Rect] == [0, 0, 0, 0]
        assert after.Root.MarkInfo.Marked
        assert str(after.Root.Lang) == "da-DK"


def test_a_changed_byte_breaks_it(signed: bytes) -> None:
    at = signed.index(b"/Producer") if b"/Producer" in signed else 2000
    broken = bytearray(signed)
    broken[at + 2] ^= 1
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.validation.errors import SignatureValidationError

    try:
        status = judged(bytes(broken))
    except (PdfError, SignatureValidationError, KeyError, ValueError):
        return
    assert not status.bottom_line


def test_a_second_signature_leaves_the_first_valid(signed: bytes) -> None:
    twice = sign_pdf(signed, a_certificate("x"), "x").data
    assert twice.startswith(signed)
    assert judged(twice, 0).valid
    assert judged(twice, 1).valid
    assert judged(twice, 1).coverage.name == "ENTIRE_FILE"


@pytest.mark.parametrize(
    ("certificate", "passphrase", "field", "words"),
    [
        (CERTIFICATE, "forkert", "passphrase", "passphrase"),
        (CERTIFICATE[:-40], PASSPHRASE, "passphrase", "damaged"),
        (b"not at all", PASSPHRASE, "certificate", "no certificate file"),
        (b"", "", "certificate", "no certificate file"),
        (a_certificate(days=(-30, -1)), PASSPHRASE, "certificate", "expired on"),
        (a_certificate(days=(1, 30)), PASSPHRASE, "certificate", "only from"),
        (a_certificate(with_key=False), PASSPHRASE, "certificate", "no key"),
        (a_certificate(uses=("key_encipherment",)), PASSPHRASE, "certificate", "other purposes"),
    ],
)
def test_what_cannot_sign_is_refused_with_a_sentence(
    pdf: bytes, certificate: bytes, passphrase: str, field: str, words: str
) -> None:
    with pytest.raises(Refused, match=words) as refused:
        sign_pdf(pdf, certificate, passphrase)
    assert refused.value.field == field


@pytest.mark.parametrize("uses", [("digital_signature",), ("content_commitment",), None])
def test_one_of_the_purposes_of_signing_is_enough(pdf: bytes, uses: tuple[str, ...] | None) -> None:
    assert sign_pdf(pdf, a_certificate(uses=uses), PASSPHRASE).signer == SIGNER


@pytest.mark.parametrize(
    "data", [b"", b"Brev", b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"]
)
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="no PDF"):
        sign_pdf(data, CERTIFICATE, PASSPHRASE)


def test_a_pdf_with_a_password_is_refused(pdf: bytes) -> None:
    import pikepdf

    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(stream, encryption=pikepdf.Encryption(owner="x", user="y"))
    with pytest.raises(Refused):
        sign_pdf(stream.getvalue(), CERTIFICATE, PASSPHRASE)


@given(st.data())
@settings(max_examples=8, deadline=None)
def test_a_damaged_pdf_is_signed_or_refused(pdf: bytes, data: st.DataObject) -> None:
    broken = bytearray(pdf)
    for _ in range(data.draw(st.integers(1, 20))):
        # The end is where readers begin.
        broken[-data.draw(st.integers(1, 2000))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, 400))
    try:
        found = sign_pdf(bytes(broken[: len(broken) - cut]), CERTIFICATE, PASSPHRASE)
    except Refused:
        return
    assert found.data.startswith(bytes(broken[:100]))


def test_without_the_library_a_sentence_says_how_to_install_it(
    pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert can_sign()
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    assert not can_sign()
    with pytest.raises(Refused) as refused:
        sign_pdf(pdf, CERTIFICATE, PASSPHRASE)
    assert "missiondesk[signing]" in translator("da").tell(refused.value.message)
