# SPDX-License-Identifier: Apache-2.0
"""The structure tree of a tagged PDF: what each piece of content is, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc

# Keys of the parent tree: pages from 0, annotations from here; more pages than any document has.
FIRST_ANNOTATION_KEY = 1_000_000
# Parts that mean something empty: a table keeps its shape without text in every cell.
_KEPT_EMPTY = frozenset({"TD", "TH"})
_HEADINGS = {f"H{level}": level for level in range(1, 7)}


class StructureFault(Exception):
    """The document's structure breaks a rule of PDF/UA: a mistake in the program."""


class MarkedContent(NamedTuple):
    """A run of content: its page (from 1) and its number on that page."""

    page: int
    number: int


class AnnotationPlace(NamedTuple):
    """A link's clickable area: its page (from 1) and ReportLab's name for it."""

    page: int
    name: str


class StructureElement:
    """A node of the tree: a standard structure type with its children in reading order.

    Args:
        role: Standard structure type: "P", "H1", "Table", "Figure" …
        parent: Element that it becomes the last child of; None for a root.
        alt: Text that stands for content that cannot be read.
        language: BCP 47 tag, where it differs from the document's.
        attributes: Attribute object in PDF syntax; see `table_summary` and its neighbours.
        title: Name of the element for people.
    """

    __slots__ = (
        "alt", "attributes", "children", "language", "object_number", "page", "parent", "role",
        "title",
    )  # fmt: skip

    def __init__(
        self,
        role: str,
        parent: StructureElement | None = None,
        *,
        alt: str = "",
        language: str = "",
        attributes: bytes = b"",
        title: str = "",
    ) -> None:
        self.role = role
        self.parent = parent
        self.alt = alt
        self.language = language
        self.attributes = attributes
        self.title = title
        self.children: list[StructureElement | MarkedContent | AnnotationPlace] = []
        self.page = 0
        self.object_number = 0
        if parent is not None:
            parent.children.append(self)

    def add_content(self, content: MarkedContent | AnnotationPlace) -> None:
        """Make ``content`` the last child."""
        self.children.append(content)
        self.page = self.page or content.page

    def descendants(self) -> Iterator[StructureElement]:
        """The element and all elements below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [
                child for child in reversed(element.children) if isinstance(child, StructureElement)
            ]


class StructureTree:
    """The whole tree with what each page and each annotation belongs to."""

    def __init__(self) -> None:
        self.root = StructureElement("Document")
        self._pages: list[list[StructureElement]] = []
        self._annotations: list[StructureElement] = []

    def close_page(self, contents: list[StructureElement]) -> None:
        """Note the elements of a page's runs of content, by their number."""
        self._pages.append(contents)

    def own_annotation(self, element: StructureElement, place: AnnotationPlace) -> int:
        """Give ``element`` the annotation at ``place``; returns the annotation's key."""
        element.add_content(place)
        self._annotations.append(element)
        return FIRST_ANNOTATION_KEY + len(self._annotations) - 1

    def check(self) -> None:
        """See that the tree can be read aloud.

        Raises:
            StructureFault: A figure has no alternative text, or a heading skips a level.
        """
        level = 0
        for element in self.root.descendants():
            if element.role == "Figure" and not element.alt.strip():
                raise StructureFault("a figure has no alternative text")
            deeper = _HEADINGS.get(element.role)
            if deeper is not None:
                if deeper > level + 1:
                    raise StructureFault(f"{element.role} follows a heading of level {level}")
                level = deeper

    def write_into(self, document: Any) -> Any:
        """Register the tree's objects with a `PDFDocument` whose pages are all there.

        The elements themselves are registered, and the document gets a ``structure_writer`` for
        them: of a long table they are too many to be held as they are and as they are written.

        Returns:
            The StructTreeRoot, for the catalogue.
        """
        elements: list[StructureElement] = []
        _keep_drawn(self.root, elements)
        tree = _Tree(b"")
        tree_number = _register(document, tree, "StructureTree")
        _number(document, elements)
        document.structure_writer = ElementWriter(document, tree_number)
        parents = _register(document, self._parent_tree(), "StructureParents")
        keys = FIRST_ANNOTATION_KEY + len(self._annotations)
        tree.content = b"<</Type/StructTreeRoot/K %d 0 R" % self.root.object_number
        tree.content += b"/ParentTree %d 0 R/ParentTreeNextKey %d>>" % (parents, keys)
        return tree

    def release(self) -> None:
        """Let go of the elements, once they are written: each refers to its parent and back."""
        self._pages.clear()
        self._annotations.clear()
        for element in list(self.root.descendants()):
            element.children.clear()

    def _parent_tree(self) -> bytes:
        entries = [
            b"%d[%s]" % (page, b" ".join(b"%d 0 R" % each.object_number for each in contents))
            for page, contents in enumerate(self._pages)
        ]
        entries += [
            b"%d %d 0 R" % (FIRST_ANNOTATION_KEY + key, element.object_number)
            for key, element in enumerate(self._annotations)
        ]
        return b"<</Nums[" + b"\n".join(entries) + b"]>>"


def table_summary(summary: str) -> bytes:
    """Attributes of a table: what it shows, in a sentence."""
    return b"<</O/Table/Summary %s>>" % pdf_text(summary)


@cache
def header_scope(scope: str) -> bytes:
    """Attributes of a header cell; ``scope`` is "Column", "Row" or "Both"."""
    return b"<</O/Table/Scope/%s>>" % scope.encode("ascii")


def list_numbering(numbering: str) -> bytes:
    """Attributes of a list; ``numbering`` as in ISO 32000-1 table 347: "Disc", "Decimal" …"""
    return b"<</O/List/ListNumbering/%s>>" % numbering.encode("ascii")


def figure_box(left: float, bottom: float, right: float, top: float) -> bytes:
    """Attributes of a figure: the rectangle it fills on its page, in points."""
    box = (left, bottom, right, top)
    return b"<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>" % box


def pdf_text(text: str) -> bytes:
    """``text`` as a PDF text string."""
    written: bytes = pdfdoc.PDFString(text).format(pdfdoc.DummyDoc())
    return written


def _keep_drawn(element: StructureElement, kept: list[StructureElement]) -> bool:
    """Add ``element`` and what is below it to ``kept``, in reading order, and drop what was never
    drawn; whether ``element`` itself is worth keeping.
    """
    before = len(kept)
    kept.append(element)
    element.children = [
        child
        for child in element.children
        if not isinstance(child, StructureElement) or _keep_drawn(child, kept)
    ]
    if element.children or element.role in _KEPT_EMPTY:
        return True
    del kept[before:]
    return False


def _number(document: Any, elements: Sequence[StructureElement]) -> None:
    """Give each of ``elements`` the number of an object, as `_register` would one by one."""
    names, numbers = document.numberToId, document.idToObjectNumberAndVersion
    objects = document.idToObject
    number: int = document.objectcounter
    for element in elements:
        number += 1
        name = f"Structure{number}"
        element.object_number = number
        names[number], numbers[name], objects[name] = name, (number, 0), element
    document.objectcounter = number


def _register(document: Any, written: object, name: str) -> int:
    document.Reference(written, name)
    number: int = document.idToObjectNumberAndVersion[name][0]
    return number


class _Tree(pdfdoc.PDFObject):
    """The StructTreeRoot, which the catalogue refers to."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, document: Any) -> bytes:
        return self.content


@lru_cache(maxsize=256)
def _encoded(role: str) -> bytes:
    return role.encode("ascii")


class ElementWriter:
    """Writes elements of one document, whose objects have their numbers."""

    def __init__(self, document: Any, tree_number: int) -> None:
        self._numbers = document.idToObjectNumberAndVersion
        pages = (document.Reference(page).name for page in document.Pages.pages)
        self._pages = [0, *(self._numbers[name][0] for name in pages)]  # from 1
        self._tree_number = tree_number

    def element(self, element: StructureElement) -> bytes:
        """``element`` as an object."""
        parent = element.parent.object_number if element.parent else self._tree_number
        parts = [b"<</Type/StructElem/S/%b/P %d 0 R" % (_encoded(element.role), parent)]
        page = element.page
        if page:
            parts.append(b"/Pg %d 0 R" % self._pages[page])
        if element.alt:
            parts.append(b"/Alt " + pdf_text(element.alt))
        if element.title:
            parts.append(b"/T " + pdf_text(element.title))
        if element.language:
            parts.append(b"/Lang " + pdf_text(element.language))
        if element.attributes:
            parts.append(b"/A " + element.attributes)
        children = element.children
        if len(children) == 1 and type(children[0]) is MarkedContent and children[0].page == page:
            parts.append(b"/K[%d]>>" % children[0].number)  # as most are
        else:
            written = [self._child(child, page) for child in children]
            parts.append(b"/K[%b]>>" % b" ".join(written))
        return b"".join(parts)

    def _child(self, child: StructureElement | MarkedContent | AnnotationPlace, page: int) -> bytes:
        if isinstance(child, MarkedContent):
            if child.page == page:
                return b"%d" % child.number
            return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._pages[child.page], child.number)
        if isinstance(child, StructureElement):
            return b"%d 0 R" % child.object_number
        number = self._numbers[f"Annot.{child.name}"][0]
        return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (self._pages[child.page], number)
