# SPDX-License-Identifier: Apache-2.0
"""A package for the authority's case system (ESDH): the documents as they are, what each of them is
as XML and CSV, the hash of every file, and a page that says what the fields mean.
"""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.exchange.formulas import harmless
from missiondesk.exchange.office_package import UNWRITABLE
from missiondesk.language.clean_text import clean_text

METADATA_XML: Final = "metadata.xml"
METADATA_CSV: Final = "metadata.csv"
MANIFEST: Final = "manifest-sha256.txt"
NAMESPACE: Final = "urn:missiondesk:case-package:1"
_FIXED: Final = (1980, 1, 1, 0, 0, 0)
FORMAT: Final = "PDF/A-3a; PDF/UA-1"
# In the order in which they stand in both files; the values are of `CaseDocument`.
FIELDS: Final = (
    "file", "title", "kind", "reference", "date", "language", "classification", "sender",
    "recipient", "case_number", "document_number", "journalised", "journalised_by", "format",
    "bytes", "sha256",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """One document of the package; what is not known is "" or None.

    Attributes:
        file: Its name in the package.
        data: The PDF.
        reference: Its own number.
        date: The document's date.
        language: "da" or "en".
        journalised: When it was put into the case system before.
    """

    file: str
    data: bytes
    title: str
    kind: str
    reference: str
    date: datetime.date | None
    language: str
    classification: str
    sender: str
    recipient: str
    case_number: str = ""
    document_number: str = ""
    journalised: datetime.date | None = None
    journalised_by: str = ""

    def told(self) -> dict[str, str]:
        """Its metadata by field."""
        values: dict[str, object] = {name: getattr(self, name, "") for name in FIELDS}
        values["format"], values["bytes"] = FORMAT, len(self.data)
        values["sha256"] = hashlib.sha256(self.data).hexdigest()
        return {name: _said(value) for name, value in values.items()}


def package(
    documents: Sequence[CaseDocument], language: str, help_name: str, help_text: str
) -> dict[str, bytes]:
    """All files of the package by name; equal documents give equal bytes.

    Args:
        documents: Their file names are told apart already.
        language: "da" or "en": of how the CSV parts its cells.
        help_name: Name of the page that explains the fields.
        help_text: What it says.
    """
    files = {one.file: one.data for one in documents}
    told = [one.told() for one in documents]
    files[METADATA_XML] = _xml(told)
    files[METADATA_CSV] = _csv(told, language)
    files[help_name] = help_text.replace("\n", "\r\n").encode("utf-8-sig")
    files[MANIFEST] = _manifest(files)
    return files


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The package as one file, with no moment of writing in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return stream.getvalue()


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return UNWRITABLE.sub("", clean_text(str(value)))


def _xml(told: Sequence[Mapping[str, str]]) -> bytes:
    root = Element("casePackage", {"xmlns": NAMESPACE, "version": "1"})
    for document in told:
        entry = SubElement(root, "document")
        for name, value in document.items():
            SubElement(entry, name).text = value
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _csv(told: Sequence[Mapping[str, str]], language: str) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";" if language == "da" else ",", lineterminator="\r\n")
    writer.writerow(FIELDS)
    for document in told:
        writer.writerow([harmless(document[name]) for name in FIELDS])
    return stream.getvalue().encode("utf-8-sig")


def _manifest(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return "".join(lines).encode("utf-8")
