# SPDX-License-Identifier: Apache-2.0
"""Seats, verdicts and what adds up, in words."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.message import N_
from missiondesk.domain.party import Election, Party
from missiondesk.domain.seats import Count, House, Verdict
from missiondesk.language import Translator
from missiondesk.services.seats import Standing


def verdict_word(count: Count, tr: Translator) -> str:
    """Sign and word: "✓ Majority"."""
    return f"{count.verdict.symbol}\u00a0{tr.show(count.verdict)}"


def verdict_said(count: Count, tr: Translator) -> str:
    """The verdict with the figures it rests on (N1)."""
    verdict = count.verdict
    if verdict is Verdict.MAJORITY:
        return tr.say(
            N_("✓ majority: {seats} seats are for it, {needed} are needed"),
            seats=count.in_favour,
            needed=count.needed,
        )
    if verdict is Verdict.VIABLE and count.hangs_on_unknown:
        return tr.say(
            N_("✓ viable as yet: {seats} against, but {unknown} more are not known and {margin} of "
               "them would block it"),
            seats=count.against,
            unknown=count.undecided,
            margin=count.margin,
        )  # fmt: skip
    if verdict is Verdict.VIABLE:
        return tr.say(
            N_("✓ viable: {seats} against, {margin} short of a majority against it"),
            seats=count.against,
            margin=count.margin,
        )
    if verdict is Verdict.OPEN:
        return tr.say(
            N_("○ undecided: {seats} for it, {lacking} short of a majority; {unknown} are not "
               "known"),
            seats=count.in_favour,
            lacking=count.needed - count.in_favour,
            unknown=count.undecided,
        )  # fmt: skip
    if count.against >= count.needed:
        return tr.say(
            N_("■ blocked: {seats} against, {needed} decide"),
            seats=count.against,
            needed=count.needed,
        )
    return tr.say(
        N_("■ blocked: {seats} for it, and {needed} are needed"),
        seats=count.in_favour,
        needed=count.needed,
    )


def standings_said(standings: Sequence[Standing], tr: Translator) -> str:
    """How many constellations have a majority, and how many are viable, in a sentence."""
    if not standings:
        return tr.say(N_("No constellation is entered yet"))
    counts = [one.whole.verdict for one in standings]
    strong, viable = counts.count(Verdict.MAJORITY), counts.count(Verdict.VIABLE)
    return tr.plural(
        "{majority} of {count} constellation has a majority, {viable} more is viable without one",
        "{majority} of {count} constellations have a majority, {viable} more are viable without "
        "one",
        len(standings),
        majority=strong,
        viable=viable,
    )


def house_said(there: House, without: House, tr: Translator) -> str:
    """How many seats there are, how many decide, and how it is without the North Atlantic."""
    said = tr.say(N_("{size} seats, {needed} decide"), size=there.size, needed=there.needed)
    if without.size != there.size:
        less = tr.say(
            N_("without the North Atlantic seats {size}, and {needed} decide"),
            size=without.size,
            needed=without.needed,
        )
        said = f"{said} · {less}"
    missing = there.size - there.filled
    if missing > 0:
        lacks = tr.plural("{count} seat is not entered", "{count} seats are not entered", missing)
        said = f"{said} · {lacks}"
    return said


def parties_said(parties: Sequence[Party]) -> str:
    """Parties by letter: "A+F+V+M"."""
    return "+".join(one.code for one in parties)


def election_name(election: Election, tr: Translator) -> str:
    """The election's name in the language."""
    return election.name.in_language(tr.lang)


def seats_word(tr: Translator) -> str:
    """Heading of seats in a parliament; seats in a body are another word in Danish."""
    return tr.say_in("parliament", "Seats")


def party_letter(tr: Translator) -> str:
    """Heading of parties' letters; a letter that is sent is another word in Danish."""
    return tr.say_in("of a party", "Letter")
