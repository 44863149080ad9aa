# SPDX-License-Identifier: Apache-2.0
"""What a document says about itself, and what it must not say."""

from __future__ import annotations

import getpass
import json
import socket
from datetime import UTC, date, datetime

import pikepdf
import pytest

from missiondesk.documents.tagged.metadata import Attachment, DocumentInfo
from tests.documents.inspection import failures, opened
from tests.documents.tagged.documents_of import printed

ALLOWED = {"Title", "Author", "Subject", "Creator", "Producer", "CreationDate", "ModDate"}


@pytest.mark.parametrize(("title", "language"), [("", "da-DK"), (" \u200b", "da-DK"), ("T", " ")])
def test_title_and_language_are_never_empty(title: str, language: str) -> None:
    with pytest.raises(ValueError, match="a document needs"):
        DocumentInfo(title, language, date(2026, 1, 1))


def test_the_document_says_title_language_authority_and_date() -> None:
    data = printed([], title="Brev <1> & æ")
    with opened(data) as pdf:
        info = {key[1:]: str(value) for key, value in pdf.docinfo.items()}
        assert set(info) == ALLOWED
        assert info["Title"] == "Brev <1> & æ"
        assert info["Author"] == "Statsministeriet"
        assert info["CreationDate"] == "D:20261031120000+00'00'"
        assert str(pdf.Root.Lang) == "da-DK"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        metadata = pdf.open_metadata()
        assert metadata["dc:title"] == "Brev <1> & æ"
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["pdfaid:part"] + metadata["pdfaid:conformance"] == "3A"
        assert metadata["xmp:CreateDate"] == "2026-10-31T12:00:00+00:00"


def test_a_moment_is_told_in_utc() -> None:
    moment = datetime.fromisoformat("2026-10-31T23:30:00-05:00")
    assert DocumentInfo("T", "da", moment).moment == datetime(2026, 11, 1, 4, 30, tzinfo=UTC)


def test_nothing_tells_of_the_user_or_the_machine() -> None:
    data = printed([])
    with opened(data) as pdf:
        plain = b"".join(
            each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)
        )
    for secret in (getpass.getuser(), socket.gethostname()):
        if len(secret) > 5:
            assert secret.encode() not in data + plain
    for sign in (b"/home/", b"/tmp/", b"site-packages", b".ttf", b"anonymous"):
        assert sign not in data + plain


def test_attachments_are_associated_files() -> None:
    content = json.dumps({"år": [1, 2]}).encode()
    attachments = [
        Attachment("tal.json", "application/json", content, "Tallene bag kurven"),
        Attachment("bilag.csv", "text/csv", b"a;b\n", "Bilag", "Supplement"),
    ]
    data = printed([], attachments=attachments)
    assert failures(data) == []
    with opened(data) as pdf:
        assert sorted(pdf.attachments) == ["bilag.csv", "tal.json"]
        assert pdf.attachments["tal.json"].get_file().read_bytes() == content
        first, second = pdf.Root.AF
        assert str(first.AFRelationship) == "/Supplement"
        assert str(second.EF.F.Subtype) == "/application/json"
        assert str(second.Desc) == "Tallene bag kurven"


@pytest.mark.parametrize(
    ("attachments", "fault"),
    [
        ([Attachment("a", "text/csv", b"", ""), Attachment("a", "text/csv", b"", "")], "same name"),
        ([Attachment("a", "text/csv", b"", "", "Friend")], "relationship"),
        ([Attachment("a", "not a type", b"", "")], "media type"),
    ],
)
def test_faulty_attachments_are_refused(attachments: list[Attachment], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        printed([], attachments=attachments)


def test_other_content_makes_another_fingerprint() -> None:
    fingerprints = set()
    for title in ("A", "B"):
        with opened(printed([], title=title)) as pdf:
            fingerprints.add(bytes(pdf.trailer.ID[0]))
    assert len(fingerprints) == 2
