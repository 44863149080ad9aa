# SPDX-License-Identifier: Apache-2.0
"""Positions of parties in letters for a grid, and in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from missiondesk.domain.message import N_
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition, PartyStance
from missiondesk.domain.positions import Climate, TopicRow
from missiondesk.language import Translator
from missiondesk.services.report_facts import said

RED_LINE: Final = "!"
SILENT: Final = "…"


def stance_letters(tr: Translator) -> dict[PartyStance, str]:
    """The letter by which a stance is typed and printed."""
    return {
        PartyStance.FOR: tr.say_in("letter of a stance", "F"),
        PartyStance.CONDITIONAL: tr.say_in("letter of a stance", "C"),
        PartyStance.NEUTRAL: tr.say_in("letter of a stance", "N"),
        PartyStance.AGAINST: tr.say_in("letter of a stance", "A"),
        PartyStance.UNKNOWN: "?",
    }


def held_letters(one: PartyPosition | None, silent: bool, tr: Translator) -> str:
    """A position as letters: stance, how much it matters, and "!" for a red line."""
    if one is None:
        return SILENT if silent else ""
    weight = str(one.intensity) if one.intensity is not None else ""
    red = RED_LINE if one.red_line else ""
    return f"{stance_letters(tr)[one.stance]}{weight}{red}"


def held_words(one: PartyPosition | None, silent: bool, tr: Translator) -> str:
    """The same in words."""
    if one is None:
        return tr.say(N_("has not answered in time")) if silent else tr.say(N_("has said nothing"))
    parts = [tr.show(one.stance).lower()]
    if one.intensity is not None:
        parts.append(tr.say(N_("matters {level} of 5"), level=one.intensity))
    if one.red_line:
        parts.append(tr.say(N_("a red line")))
    return ", ".join(parts)


def legend(tr: Translator) -> str:
    """What the letters mean."""
    told = ", ".join(
        f"{letter} = {tr.show(one).lower()}" for one, letter in stance_letters(tr).items()
    )
    return tr.say(
        N_("{letters}; the figure says how much it matters from 1 to 5, {red} marks a red line, "
           "{silent} a party that has not answered in time."),
        letters=told,
        red=RED_LINE,
        silent=SILENT,
    )  # fmt: skip


def source_said(one: PartyPosition, tr: Translator) -> str:
    """Where and when the party said so."""
    page = tr.say(N_("p. {page}"), page=one.source_page) if one.source_page.strip() else ""
    date = said(one.date, tr).replace(" ", "\u00a0")  # never "30." at the end of a line
    return ", ".join(filter(None, (one.source.strip(), page, date)))


def climate_word(climate: Climate, tr: Translator) -> str:
    """Sign and word of how a topic stands."""
    return f"{climate.symbol}\u00a0{tr.show(climate)}"


def matrix_said(rows: Sequence[TopicRow], tr: Translator) -> str:
    """On how many topics the parties agree, and on how many they are apart, in a sentence."""
    if not rows:
        return tr.say(N_("There are no topics yet"))
    states = [one.climate for one in rows]
    agreed = states.count(Climate.AGREED) + states.count(Climate.CONDITIONS)
    return tr.plural(
        "The parties go along on {agreed} of {count} topic and are apart on {apart}",
        "The parties go along on {agreed} of {count} topics and are apart on {apart}",
        len(rows),
        agreed=agreed,
        apart=states.count(Climate.APART),
    )


def party_name(one: Party) -> str:
    """Name with the letter in brackets."""
    return f"{one.name} ({one.code})" if one.name else one.code
