# SPDX-License-Identifier: Apache-2.0
"""All that the review shows of a comparison, in words and in the order in which people count."""

from __future__ import annotations

from collections.abc import Container, Mapping

from missiondesk.domain.merging import Conflict, Key, Side
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.merge_words import in_order, in_words, incoming_words, mission_of
from missiondesk.services.merging import Comparison
from missiondesk.ui.merging.lines import Line


class ReviewLines:
    """Made once for a comparison; the choices come to it with each question."""

    def __init__(self, found: Comparison, desk: Desk, tr: Translator) -> None:
        finder = desk.merging.finder(found)
        self._words = {one.id: in_words(one, finder, tr) for one in found.conflicts}
        self._coming = {
            (one.kind, one.key): incoming_words(one, finder, tr) for one in found.incoming
        }
        self._remarked = {one.id: incoming_words(one, finder, tr) for one in found.remarks}
        self._remarks = in_order(found.remarks, self._remarked, tr)
        by_id = {one.id: self._coming[one.kind, one.key] for one in found.incoming}
        self._conflicts = in_order(found.conflicts, self._words, tr)
        self._incoming = in_order(found.incoming, by_id, tr)
        self._missions: dict[Key, str | None] = {
            (one.kind, one.key): mission_of(one, finder)
            for one in (*self._conflicts, *self._incoming, *self._remarks)
        }

    def conflicts(self, choices: Mapping[str, Side]) -> list[Line]:
        """The conflicts with what is chosen."""
        return [
            Line(one, self._words[one.id], choices.get(one.id), self._mission(one))
            for one in self._conflicts
        ]

    def incoming(self, left_out: Container[Key]) -> list[Line]:
        """What comes in by itself, and what of it is left out."""
        return [
            Line(
                one,
                self._coming[one.kind, one.key],
                Side.MINE if (one.kind, one.key) in left_out else Side.THEIRS,
                self._mission(one),
            )
            for one in self._incoming
        ]

    def remarks(self) -> list[Line]:
        """What a party changed of what is not its own; there is nothing to choose."""
        return [
            Line(one, self._remarked[one.id], None, self._mission(one)) for one in self._remarks
        ]

    def _mission(self, one: Conflict) -> str | None:
        return self._missions.get((one.kind, one.key))
