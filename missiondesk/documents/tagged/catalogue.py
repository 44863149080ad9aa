# SPDX-License-Identifier: Apache-2.0
"""The entries that PDF/A and PDF/UA want in the catalogue and that ReportLab does not know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary

from missiondesk.documents.tagged.metadata import (
    Attachment,
    DocumentInfo,
    embedded_files,
    metadata_stream,
    output_intent,
)
from missiondesk.documents.tagged.structure import StructureTree


def fill_catalogue(
    document: Any, structure: StructureTree, info: DocumentInfo, attachments: Sequence[Attachment]
) -> None:
    """Enter structure, metadata, colour profile and attachments of a document that is drawn."""
    catalogue = document.Catalog
    catalogue.StructTreeRoot = structure.write_into(document)
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    catalogue.OutputIntents = output_intent(document)
    catalogue.Metadata = metadata_stream(info)
    for name, value in embedded_files(document, attachments).items():
        setattr(catalogue, name, value)


def allow_entries(thing: Any, kind: Any, *names: str) -> None:
    """Let ``thing`` carry dictionary entries that ReportLab's ``kind`` does not list."""
    thing.__NoDefault__ = [*kind.__NoDefault__, *names]
    # The catalogue would make objects of their own even of the smallest entries.
    thing.__Refs__ = [
        name for name in kind.__Refs__ if name not in ("MarkInfo", "ViewerPreferences")
    ]
