# SPDX-License-Identifier: Apache-2.0
"""Reads a PDF as a screen reader does: by its structure tree, not by where things stand."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pypdfium2.raw as raw


def _marked_texts(data: bytes) -> dict[tuple[int, int], str]:
    """Text of each run of marked content, by page (from 0) and number."""
    found: dict[tuple[int, int], list[str]] = {}
    pdf = pypdfium2.PdfDocument(data)
    for number, one in enumerate(pdf):
        textpage = one.get_textpage()
        for item in one.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            mark = raw.FPDFPageObj_GetMarkedContentID(item.raw)
            if mark < 0:
                continue
            length = raw.FPDFTextObj_GetText(item.raw, textpage.raw, None, 0)
            buffer = (raw.FPDF_WCHAR * (length // 2 + 1))()
            raw.FPDFTextObj_GetText(item.raw, textpage.raw, buffer, length)
            text = bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace")
            found.setdefault((number, mark), []).append(text)
    return {key: "".join(parts) for key, parts in found.items()}


def _elements(data: bytes) -> Iterator[tuple[str, str]]:
    """Role and own text of each element, in reading order."""
    texts = _marked_texts(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {one.objgen: at for at, one in enumerate(pdf.pages)}

        def walk(element: pikepdf.Object, page: int) -> Iterator[tuple[str, str]]:
            if "/Pg" in element:
                page = numbers[element.Pg.objgen]
            own: list[str] = []
            below: list[tuple[str, str]] = []
            for child in element.get("/K", []):
                if isinstance(child, int):
                    own.append(texts.get((page, child), ""))
                elif child.get("/Type") == "/MCR":
                    own.append(texts.get((numbers[child.Pg.objgen], int(child.MCID)), ""))
                elif "/S" in child:
                    below += list(walk(child, page))
            yield str(element.S)[1:], " ".join("".join(own).split())
            yield from below

        root = pdf.Root.StructTreeRoot.K
        yield from walk(root, 0)


def spoken(data: bytes) -> str:
    """All that is read aloud, in order, with single spaces."""
    return " ".join(text for _, text in _elements(data) if text)


def structure_roles(data: bytes) -> list[str]:
    """The structure types in reading order."""
    return [role for role, _ in _elements(data)]


def headings(data: bytes) -> list[tuple[str, str]]:
    """Level and text of each heading."""
    return [(role, text) for role, text in _elements(data) if role in ("H1", "H2", "H3")]
