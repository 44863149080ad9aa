# SPDX-License-Identifier: Apache-2.0
"""How the coalition is said: what an actor promises, and how it all stands in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from missiondesk.domain.actor import ActorCommitment, Consent
from missiondesk.domain.coalition import CheckTiming, Kept, NeedSum, Standing, unit_key
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.language import Translator
from missiondesk.services.coalition_rows import ActorRow, ContactRow, PromiseRow

_OERE_A_MILLION: Final = 100_000_000


def amount(quantity: Decimal | None, unit: str, tr: Translator) -> str:
    """A quantity with its unit, kept together; "" for what is not counted.

    Millions of kroner are written as the language writes money.
    """
    if quantity is None:
        return ""
    if unit_key(unit) == "miokr":
        return tr.money(int(quantity * _OERE_A_MILLION), _decimals(quantity))
    return f"{tr.number(quantity)}\u00a0{unit}".strip()


def _decimals(quantity: Decimal) -> int:
    exponent = quantity.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def promised_amount(promise: ActorCommitment, tr: Translator) -> str:
    """How much is promised, or that it is not counted."""
    return amount(promise.quantity, promise.unit, tr) or tr.say(N_("not counted"))


def time_said(promise: ActorCommitment, tr: Translator) -> str:
    """From when to when; "" while nobody has said."""
    start, end = promise.start, promise.end
    if start is not None and end is not None:
        return tr.say(N_("{start} to {end}"), start=start, end=end)
    if start is not None:
        return tr.say(N_("from {start}"), start=start)
    return tr.say(N_("until {end}"), end=end) if end is not None else ""


def state_said(promise: ActorCommitment, tr: Translator) -> str:
    """The state, with its date."""
    word = tr.show(promise.state)
    if promise.only_offered:
        word = tr.say(N_("{state} while it was an offer"), state=word)
    if promise.state_date is None:
        return word
    return tr.say(N_("{state}, {date}"), state=word, date=promise.state_date)


# -- how it stands -----------------------------------------------------------------------
def actors_said(rows: Sequence[ActorRow], kept: Kept, tr: Translator) -> tuple[str, str]:
    """How the coalition stands, in a sentence and a line of counts."""
    if not rows:
        return tr.say(N_("No actor has joined the missions yet")), ""
    active = sum(one.standing is Standing.ACTIVE for one in rows)
    sentence = tr.plural(
        "{count} of {all} actors stands by a commitment that something shows",
        "{count} of {all} actors stand by a commitment that something shows",
        active,
        all=len(rows),
    )
    return sentence, " · ".join(_counts(rows, kept, tr))


def promises_said(rows: Sequence[PromiseRow], tr: Translator) -> str:
    """How promises stand, in a sentence."""
    if not rows:
        return tr.say(N_("No actor has committed to anything yet"))
    late = sum(one.timing is CheckTiming.OVERDUE for one in rows)
    quiet = sum(one.quiet for one in rows)
    if late:
        return tr.plural(
            "{count} of {all} commitments should have been checked by now",
            "{count} of {all} commitments should have been checked by now",
            late,
            all=len(rows),
        )
    if quiet:
        return tr.plural(
            "{count} of {all} commitments has had no evidence for six months",
            "{count} of {all} commitments have had no evidence for six months",
            quiet,
            all=len(rows),
        )
    live = sum(one.promise.state.live for one in rows)
    return tr.plural(
        "{count} of {all} commitments is live",
        "{count} of {all} commitments are live",
        live,
        all=len(rows),
    )


def needs_said(mission: Mission | None, sums: Sequence[NeedSum], tr: Translator) -> str:
    """How much of what a mission needs is promised, in a sentence."""
    if mission is None:
        return tr.say(N_("No mission is chosen"))
    asked = [one for one in sums if one.needs and one.needed]
    if not asked:
        return tr.say(N_("{mission}: nobody has said what the coalition is to bring"),
                      mission=mission.code)  # fmt: skip
    lacking = [one for one in asked if one.lacking]
    if not lacking:
        return tr.say(N_("{mission}: all that is needed is promised"), mission=mission.code)
    parts = [amount(one.lacking, one.unit, tr) for one in lacking]
    return tr.say(N_("{mission} lacks {amounts}"), mission=mission.code, amounts=tr.list(parts))


def contacts_said(rows: Sequence[ContactRow], tr: Translator) -> str:
    """How many follow-ups are late, in a sentence."""
    if not rows:
        return tr.say(N_("No contact with an actor has been noted yet"))
    late = sum(one.late for one in rows)
    if late:
        return tr.plural(
            "{count} follow-up with an actor is late",
            "{count} follow-ups with actors are late",
            late,
        )
    return tr.say(N_("No follow-up with an actor is late"))


def _counts(rows: Sequence[ActorRow], kept: Kept, tr: Translator) -> list[str]:
    standing = Counter(one.standing for one in rows)
    parts = [
        tr.plural("{count} is inactive", "{count} are inactive", standing[Standing.RESTING])
        if standing[Standing.RESTING]
        else "",
        tr.plural(
            "{count} has no live commitment", "{count} have no live commitment",
            standing[Standing.NONE],
        )
        if standing[Standing.NONE]
        else "",
    ]  # fmt: skip
    unasked = sum(one.actor.consent is Consent.NOT_ASKED for one in rows)
    if unasked:
        parts.append(
            tr.plural(
                "{count} has not been asked about publication",
                "{count} have not been asked about publication",
                unasked,
            )
        )
    parts.append(kept_said(kept, tr))
    return [one for one in parts if one]


def kept_said(kept: Kept, tr: Translator) -> str:
    """The rate of promises kept with its count, or that there are too few to say; "" for none."""
    if not kept.over:
        return ""
    if kept.rate is None:
        return tr.say(
            N_("{kept} of {all} finished commitments were delivered, too few to say a rate"),
            kept=kept.delivered,
            all=kept.over,
        )
    return tr.say(
        N_("{share} of the finished commitments were delivered ({kept} of {all})"),
        share=tr.percent(kept.rate * 100, 0),
        kept=kept.delivered,
        all=kept.over,
    )
