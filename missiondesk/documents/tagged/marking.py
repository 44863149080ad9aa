# SPDX-License-Identifier: Apache-2.0
"""Marks a page's content with the structure elements it belongs to; what is left is an artifact."""

from __future__ import annotations

import re

from missiondesk.documents.tagged.structure import MarkedContent, StructureElement

_END = "EMC"
_ARTIFACT = "/Artifact BMC"
# Operators that only change the state of drawing, or draw nothing, need not be marked.
_STATE_ONLY = re.compile(
    r"^(?:\s*(?:q|Q|BT|ET|[-+.\d\s]+ (?:cm|w|J|j|M|d|rg|RG|g|G|i)"
    r"|\[[-\d.\s]*\] [-\d.]+ d|/\w+ gs))*\s*$"
)


class ContentMarker:
    """Opens and closes runs of marked content in the operators of one page after the other.

    Elements nest; only the innermost is open in the page's content, and its parent's run is
    reopened when it closes. A run in which nothing was drawn is withdrawn.
    """

    def __init__(self) -> None:
        self.page = 1
        self.contents: list[StructureElement] = []
        self._open: list[StructureElement | None] = []
        self._run: tuple[int, StructureElement | None] | None = None
        self._marked: list[tuple[int, int]] = []

    @property
    def innermost(self) -> StructureElement | None:
        """The element being drawn, or None outside any and within an artifact."""
        return self._open[-1] if self._open else None

    @property
    def in_artifact(self) -> bool:
        """Whether what is drawn now is no part of the text."""
        return bool(self._open) and self._open[-1] is None

    def begin(self, operators: list[str], element: StructureElement | None) -> None:
        """Draw ``element`` from here on; None begins an artifact."""
        self._close_run(operators)
        self._open.append(element)
        self._open_run(operators)

    def end(self, operators: list[str]) -> None:
        """Go on with what surrounds the innermost element."""
        self._close_run(operators)
        self._open.pop()
        self._open_run(operators)

    def put(self, operators: list[str], element: StructureElement | None, drawn: str) -> None:
        """`begin`, the operators ``drawn`` and `end`, which go on with what surrounds them."""
        self._close_run(operators)
        start = len(operators)
        mark = _ARTIFACT if element is None else self.start_mark(element)
        operators += (mark, drawn, _END)
        self._marked.append((start, start + 3))
        self._open_run(operators)

    def start_mark(self, element: StructureElement) -> str:
        """The operator that begins a run of ``element``, which is counted as drawn."""
        content = MarkedContent(self.page, len(self.contents))
        self.contents.append(element)
        element.add_content(content)
        return f"/{element.role} <</MCID {content.number}>> BDC"

    def close_page(self, operators: list[str]) -> list[StructureElement]:
        """Make artifacts of all that is unmarked on the page, in place, and begin the next page.

        Returns:
            The elements of the page's runs, by their number.
        """
        self._close_run(operators)
        operators[:] = self._with_artifacts(operators)
        contents, self.contents, self._marked = self.contents, [], []
        self.page += 1
        return contents

    def _open_run(self, operators: list[str]) -> None:
        if self._open:
            element = self._open[-1]
            self._run = len(operators), element
            operators.append(_ARTIFACT if element is None else self.start_mark(element))

    def _close_run(self, operators: list[str]) -> None:
        if self._run is None:
            return
        start, element = self._run
        self._run = None
        if len(operators) > start + 1:
            operators.append(_END)
            self._marked.append((start, len(operators)))
            return
        operators.pop()
        if element is not None:
            # Not the last child where an element was made within the run.
            element.children.remove(MarkedContent(self.page, len(self.contents) - 1))
            self.contents.pop()

    def _with_artifacts(self, operators: list[str]) -> list[str]:
        written: list[str] = []
        position = 0
        for start, end in [*self._marked, (len(operators), len(operators))]:
            written += _as_artifact(operators[position:start])
            written += operators[start:end]
            position = end
        return written


def _as_artifact(gap: list[str]) -> list[str]:
    """``gap`` with everything from its first to its last painting operator made an artifact."""
    first, last = 0, len(gap)
    while first < last and _STATE_ONLY.match(gap[first]):
        first += 1
    while last > first and _STATE_ONLY.match(gap[last - 1]):
        last -= 1
    if first == last:
        return gap
    return [*gap[:first], _ARTIFACT, *gap[first:last], _END, *gap[last:]]
