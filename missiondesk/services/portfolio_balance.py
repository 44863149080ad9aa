# SPDX-License-Identifier: Apache-2.0
"""The balance of a portfolio in tables and sentences: by stage, instrument and ministry (P6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from missiondesk.domain.initiative import Initiative, Instrument, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.organisation import Ministry
from missiondesk.domain.portfolio import (
    LARGEST_SHARE,
    Share,
    balance,
    dominant,
    recently_closed,
)
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator

_STAGES = {one.value: one for one in Stage}
_INSTRUMENTS = {one.value: one for one in Instrument}

Side = tuple[str, Sequence[Share], Callable[[str], str]]


class Balance:
    """How number and money of the live initiatives are spread."""

    def __init__(self, now: Situation, live: Sequence[Initiative], tr: Translator) -> None:
        self._now = now
        self._live = live
        self._tr = tr

    def rows(self) -> list[Rows]:
        """A table for each side."""
        return [self._rows(*side) for side in self._sides()]

    def warnings(self, known: Sequence[Initiative]) -> list[str]:
        """What is out of balance, a sentence each.

        Args:
            known: All initiatives, the closed ones too.
        """
        tr, found = self._tr, []
        if not known:
            return []
        if not any(one.stage in (Stage.IDEA, Stage.PILOT) for one in self._live):
            found.append(tr.say(N_("Nothing is being tried: no initiative is an idea or a pilot.")))
        if not recently_closed(known, self._now.today):
            found.append(tr.say(N_("Nothing has been closed within twelve months.")))
        for _, shares, word in self._sides():
            most = dominant(shares)
            if most is not None:
                text = N_("More than {share} of the money lies in one place: {place}.")
                share = tr.percent(LARGEST_SHARE)
                found.append(tr.say(text, share=share, place=word(most.key)))
        return found

    def _sides(self) -> tuple[Side, ...]:
        order, tr = list(Stage), self._tr
        by_stage = sorted(self._live, key=lambda one: order.index(one.stage))
        return (
            (
                tr.say(N_("By stage")),
                balance(by_stage, lambda one: one.stage.value),
                lambda key: tr.show(_STAGES[key]),
            ),
            (
                tr.say(N_("By instrument")),
                balance(self._live, lambda one: one.instrument.value if one.instrument else ""),
                lambda key: tr.show(_INSTRUMENTS[key]) if key else tr.say(N_("not said")),
            ),
            (tr.say(N_("By ministry")), balance(self._live, self._ministry), self._ministry_word),
        )

    def _ministry(self, one: Initiative) -> str:
        found = self._now.ministry_of(one.office)
        return found.id if found else ""

    def _ministry_word(self, key: str) -> str:
        found = self._now.get(Ministry, key)
        return found.name.in_language(self._tr.lang) if found else self._tr.say(N_("not said"))

    def _rows(self, title: str, shares: Sequence[Share], word: Callable[[str], str]) -> Rows:
        tr = self._tr
        whole = sum(one.oere for one in shares)
        rows = tuple(
            (
                word(one.key),
                tr.number(one.count),
                tr.millions(one.oere),
                tr.percent(round(100 * one.oere / whole)) if whole else "–",
            )
            for one in shares
        )
        head = (
            title,
            tr.say(N_("Initiatives")),
            tr.say(N_("Frame, DKK m")),
            tr.say(N_("Share")),
        )
        return Rows(title, head, rows, frozenset({1, 2, 3}))
