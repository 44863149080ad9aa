# SPDX-License-Identifier: Apache-2.0
"""Signed copies: beside the original, which stays as it is; of letters only once issued."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pyhanko", reason="the optional library for signatures is not installed")

from missiondesk.domain.letter import LetterState
from missiondesk.domain.refused import Refused
from missiondesk.services.desk import Desk
from missiondesk.services.signing import sign_file
from tests.certificates import PASSPHRASE, SIGNER, a_certificate


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("nøgle") / "underskriver.p12"
    path.write_bytes(a_certificate())
    return path


def test_only_an_issued_letter_is_signed_and_it_is_the_issued_one(
    sample: Desk, tmp_path: Path, certificate: Path
) -> None:
    letter = next(one for one in sample.letters.all() if one.state is LetterState.SIGNED)
    with pytest.raises(Refused, match="issued"):
        sample.signing.prepare(letter.id)
    sample.letters.advance(letter.id, LetterState.ISSUED)
    job = sample.signing.prepare(letter.id)
    steps = sample.history.steps(1)
    target = tmp_path / job.name
    assert job.name.endswith("-signeret.pdf")
    signed = job.sign(target, certificate, PASSPHRASE)
    assert (signed.path, signed.signer) == (target, SIGNER)
    issued = sample.printing.letter(letter.id).data
    assert target.read_bytes().startswith(issued)
    assert len(target.read_bytes()) > len(issued)
    assert sample.history.steps(1) == steps
    with pytest.raises(Refused, match="already"):
        job.sign(target, certificate, PASSPHRASE)


def test_a_letter_that_was_issued_without_its_pages_is_told_apart(sample: Desk) -> None:
    """It was said that only an issued letter is signed, of a letter that is issued."""
    letter = next(one for one in sample.letters.all() if one.state is LetterState.ISSUED)
    with pytest.raises(Refused, match="without its pages"):
        sample.signing.prepare(letter.id)


def test_a_file_is_signed_beside_itself_or_nothing_is_written(
    sample: Desk, tmp_path: Path, certificate: Path
) -> None:
    mission = sample.missions.all()[0]
    original = tmp_path / "Ark.pdf"
    data = sample.printing.prepare_metric_sheet(mission.id, "da").make().data
    original.write_bytes(data)
    with pytest.raises(Refused):
        sign_file(original, certificate, "forkert")
    with pytest.raises(Refused):
        sign_file(original, tmp_path / "ingen.p12", PASSPHRASE)
    assert [one.name for one in tmp_path.iterdir()] == ["Ark.pdf"]
    signed = sign_file(original, certificate, PASSPHRASE, "en")
    assert signed.path.name == "Ark-signed.pdf"
    assert original.read_bytes() == data
    with pytest.raises(Refused, match="already"):
        sign_file(original, certificate, PASSPHRASE, "en")


def test_who_cannot_sign_is_told_so_before_a_file_in_the_way(
    tmp_path: Path, certificate: Path
) -> None:
    original = tmp_path / "Ark.pdf"
    original.write_bytes(b"%PDF-1.7\n")
    (tmp_path / "Ark-signeret.pdf").write_bytes(b"")
    with pytest.raises(Refused, match="passphrase"):
        sign_file(original, certificate, "forkert")
    other = tmp_path / "andet.p12"
    other.write_bytes(a_certificate(uses=("key_encipherment",)))
    with pytest.raises(Refused, match="other purposes"):
        sign_file(original, other, PASSPHRASE)
    with pytest.raises(Refused, match="already"):
        sign_file(original, certificate, PASSPHRASE)
