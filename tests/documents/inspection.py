# SPDX-License-Identifier: Apache-2.0
"""Looks into finished PDFs: what validators say, what is read aloud, what is in the file."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import page as page_validation
import pikepdf
import pypdfium2


@dataclass
class Node:
    """An element of the structure tree with the text drawn within it, its children's included."""

    role: str
    alt: str = ""
    language: str = ""
    attributes: str = ""
    text: str = ""
    children: list[Node] = field(default_factory=list)

    def all(self, role: str) -> list[Node]:
        found = [self] if self.role == role else []
        return found + [node for child in self.children for node in child.all(role)]

    def only(self, role: str) -> Node:
        (node,) = self.all(role)
        return node

    def outline(self) -> str:
        inner = " ".join(child.outline() for child in self.children)
        return f"{self.role}({inner})" if inner else self.role


def failures(data: bytes) -> list[str]:
    """What PDF/UA-1 and PDF/A-3a have against the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.pdf"
        path.write_bytes(data)
        limits = page_validation.SafetyLimits.unlimited()
        return [
            f"{profile}: {failure}"
            for profile in ("ua1", "3a")
            for failure in page_validation.validate_pdf(
                str(path), profile=profile, limits=limits
            ).failures
        ]


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def structure(data: bytes) -> Node:
    """The structure tree, from its Document element."""
    with opened(data) as pdf:
        texts = {page.obj.objgen: dict(_marked_texts(page)) for page in pdf.pages}
        root = pdf.Root.StructTreeRoot.K
        return _node(root, texts)


def page_texts(data: bytes) -> list[str]:
    """The text of each page as a reader would copy it."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [one.get_textpage().get_text_range() for one in document]
    finally:
        document.close()


def page_text(data: bytes) -> str:
    """The text of all pages."""
    return "\n".join(page_texts(data))


def squeezed(text: str) -> str:
    """``text`` without white space, to compare what was wrapped."""
    return "".join(text.split())


def font_names(data: bytes) -> set[str]:
    with opened(data) as pdf:
        return {
            str(one.BaseFont).split("+")[-1]
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
        }


def has_images(data: bytes) -> bool:
    with opened(data) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        inline = any(
            str(step.operator) == "INLINE IMAGE"
            for page in pdf.pages
            for step in pikepdf.parse_content_stream(page)
        )
        return inline or any(one.get("/Subtype") == "/Image" for one in streams)


def link_targets(data: bytes) -> list[str]:
    with opened(data) as pdf:
        return [
            str(annotation.A.URI)
            for page in pdf.pages
            for annotation in page.obj.get("/Annots", [])
            if "/A" in annotation
        ]


def _node(element: pikepdf.Object, texts: dict[tuple[int, int], dict[int, str]]) -> Node:
    node = Node(
        str(element.S)[1:],
        str(element.get("/Alt", "")),
        str(element.get("/Lang", "")),
        repr(element.get("/A", "")),
    )
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, int):
            node.text += texts[element.Pg.objgen].get(child, "")
        elif "/MCID" in child:
            node.text += texts[child.Pg.objgen].get(int(child.MCID), "")
        elif "/S" in child:
            inner = _node(child, texts)
            node.children.append(inner)
            node.text += inner.text
    return node


def _marked_texts(page: pikepdf.Page) -> Iterator[tuple[int, str]]:
    maps = {name: _unicode_map(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    stack: list[int | None] = []
    current: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator in ("BDC", "BMC"):
            properties = step.operands[1] if operator == "BDC" else {}
            stack.append(int(properties.MCID) if "/MCID" in properties else None)
        elif operator == "EMC":
            stack.pop()
        elif operator == "Tf":
            current = maps[str(step.operands[0])]
        elif operator == "Tj" and stack and stack[-1] is not None:
            text = "".join(current.get(code, "") for code in bytes(step.operands[0]))
            found[stack[-1]] = found.get(stack[-1], "") + text
    assert not stack
    yield from found.items()


def _unicode_map(font: pikepdf.Object) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    written = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,8})>", written)
    }
