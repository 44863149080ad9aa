# SPDX-License-Identifier: Apache-2.0
"""A font that remembers the subsets it has made: letters of one press need the same characters."""

from __future__ import annotations

import threading
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfbase.ttfonts import TTFont

from missiondesk.documents.tagged.bounded_cache import BoundedCache


class _Subset(NamedTuple):
    """The objects of a subset as they are written, but for the numbers of other objects."""

    name: str
    unicode_map: bytes
    file: bytes
    descriptor: bytes
    font: bytes


# A subset takes 10 to 40 KB; its key says all that it is made of.
_made: BoundedCache[_Subset] = BoundedCache(64)
# A font file is read from one place after the other, which is noted on the font.
_reading = threading.Lock()


class SubsetFont(TTFont):
    """ReportLab's font, which makes, compresses and formats each subset once for the process."""

    def addObjects(self, doc: Any) -> None:
        """Enter the subsets that ``doc`` uses, as ReportLab would."""
        state = self._assignState(doc)
        state.frozen = 1
        for number, characters in enumerate(state.subsets):
            self._enter(doc, number, tuple(characters))

    def _enter(self, doc: Any, number: int, characters: tuple[int, ...]) -> None:
        internal = self.getSubsetInternalName(number, doc)[1:]
        key = (self.fontName, self.face.filename, number, characters)
        subset = _made.get(key)
        if subset is None:
            with _reading:
                subset = self._make(number, characters)
            _made.put(key, subset)
        unicode_map = _number_of(doc, subset.unicode_map, f"toUnicodeCMap:{subset.name}")
        file = _number_of(doc, subset.file, f"fontFile:{subset.name}")
        descriptor = subset.descriptor % file
        descriptor_number = _number_of(doc, descriptor, f"fontDescriptor:{subset.name}")
        font = subset.font % (descriptor_number, internal.encode("ascii"), unicode_map)
        doc.idToObject[pdfdoc.BasicFonts].dict[internal] = doc.Reference(font, internal)

    def _make(self, number: int, characters: tuple[int, ...]) -> _Subset:
        face = self.face
        name = (ttfonts.SUBSETN(number) + b"+" + face.name + face.subfontNameX).decode("ascii")
        unicode_map = ttfonts.makeToUnicodeCMap(name, characters)
        file = face.makeSubset(list(characters))
        descriptor = {
            "Type": "/FontDescriptor",
            "Ascent": face.ascent,
            "CapHeight": face.capHeight,
            "Descent": face.descent,
            "Flags": (face.flags & ~ttfonts.FF_NONSYMBOLIC) | ttfonts.FF_SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(face.bbox),
            "FontName": pdfdoc.PDFName(name),
            "ItalicAngle": face.italicAngle,
            "StemV": face.stemV,
            "FontFile2": "%d 0 R",
            "MissingWidth": face.defaultWidth,
        }
        font = {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": pdfdoc.PDFName(name),
            "FirstChar": 0,
            "LastChar": len(characters) - 1,
            "Widths": pdfdoc.PDFArray(map(face.getCharWidth, characters)),
            "FontDescriptor": "%d 0 R",
            "Name": "/%b",
            "ToUnicode": "%d 0 R",
        }
        return _Subset(
            name,
            _stream({}, unicode_map),
            _stream({"Length1": len(file)}, file),
            _formatted(descriptor),
            _formatted(font),
        )


def _formatted(entries: dict[str, Any]) -> bytes:
    written: bytes = pdfdoc.PDFDictionary(entries).format(pdfdoc.DummyDoc())
    return written


def _stream(entries: dict[str, Any], content: str | bytes) -> bytes:
    head = pdfdoc.PDFDictionary(entries)
    stream = pdfdoc.PDFStream(head, content, [pdfdoc.PDFZCompress])
    written: bytes = stream.format(pdfdoc.DummyDoc())
    return written


def _number_of(doc: Any, written: bytes, name: str) -> int:
    doc.Reference(written, name)
    number: int = doc.idToObjectNumberAndVersion[name][0]
    return number
