# SPDX-License-Identifier: Apache-2.0
"""Composes the form for the report-back to a letter: what was asked for, as it stands now."""

from __future__ import annotations

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter
from missiondesk.domain.lifecycle import may_follow
from missiondesk.domain.message import N_
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import Period
from missiondesk.domain.reply_content import ReplyForm, ReplyRow
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, sort_key
from missiondesk.services import metric_words
from missiondesk.services.letter_drafting import Draft
from missiondesk.services.letter_facts import LetterFacts
from missiondesk.services.naming import name_of


def reply_form(now: Situation, spoken: Situation, written: Draft, period: Period) -> ReplyForm:
    """The form to a letter about a half-year.

    Args:
        now: The data as they are: status, evidence and the key metric's figures.
        spoken: The data of which the letter speaks: the words of its commitments.
        written: The letter.
        period: The half-year.
    """
    letter, facts = written.letter, LetterFacts(now, written)
    tr, mission = facts.tr, facts.mission
    number = letter.number or letter.case_number
    return ReplyForm(
        letter=letter.id,
        version=letter.version,
        period=period,
        language=tr.lang,
        title=tr.say(
            N_("Reply to mission letter {number}, {period}"), number=number, period=period
        ),
        created=now.today.isoformat(),
        number=number,
        authority=facts.sender,
        addressee=_addressee(facts),
        mission=name_of(mission, tr.lang),
        mark=facts.mark,
        facts=_facts(facts),
        rows=tuple(
            _row(now, one, letter, tr)
            for one in entrusted(spoken, letter)
            if now.get(Commitment, one.commitment.id) is not None
        ),
    )


@dataclass(frozen=True, slots=True)
class Entrusted:
    """A commitment of a letter, and its number there: of another mission it names that, "M2.4"."""

    commitment: Commitment
    number: str


def entrusted(spoken: Situation, letter: Letter) -> tuple[Entrusted, ...]:
    """The commitments of a letter: those that its addressees lead or share.

    Those of the letter's own mission come first, then those of other live missions;
    what had been given up when the letter was signed is not among them.
    """
    offices = offices_of(letter)
    missions = sorted(spoken.missions, key=lambda one: sort_key(one.code, letter.language))
    own = [one for one in missions if one.id == letter.mission]
    others = [one for one in missions if one.id != letter.mission and one.state.live and offices]
    return tuple(
        Entrusted(one, str(one.number) if mission in own else f"{mission.code}.{one.number}")
        for mission in (*own, *others)
        for one in spoken.commitments_of(mission.id)
        if one.status is not CommitmentStatus.NOT_PURSUED
        and (not offices or offices & {one.lead_office, *one.co_offices})
    )


def offices_of(letter: Letter) -> set[str | None]:
    """Ids of the offices to which the letter goes."""
    return {one for one in (letter.addressee_office, *letter.co_addressees) if one is not None}


def may_report(letter: Letter, commitment: Commitment) -> bool:
    """Whether the letter's addressees report the status: only who leads does (L2)."""
    offices = offices_of(letter)
    return not offices or commitment.lead_office in offices


def _row(now: Situation, one: Entrusted, letter: Letter, tr: Translator) -> ReplyRow:
    """A commitment in the letter's words, with its status and evidence of today."""
    told = one.commitment
    present = now.get(Commitment, told.id) or told
    parts = (told.due, told.cadence)
    return ReplyRow(
        key=told.id,
        number=one.number,
        text=told.text.in_language(tr.lang),
        measure=told.measure.in_language(tr.lang),
        due=", ".join(tr.show(part) for part in parts if part is not None),
        lead=_title(now, present.lead_office, tr),
        status=present.status,
        evidence=present.evidence,
        leads=may_report(letter, present),
        choices=choices_of(present.status),
    )


def choices_of(now: CommitmentStatus) -> tuple[CommitmentStatus, ...]:
    """The statuses that a form offers for a commitment: the present one and what may follow it."""
    return tuple(one for one in CommitmentStatus if one is now or may_follow(now, one))


def _title(now: Situation, office: str | None, tr: Translator) -> str:
    found = now.get(Office, office)
    return found.title.in_language(tr.lang) if found else ""


def _addressee(facts: LetterFacts) -> str:
    parts = (
        facts.title_of(facts.letter.addressee_office),
        facts.ministry_of(facts.letter.addressee_office),
    )
    return ", ".join(part for part in parts if part)


def _facts(facts: LetterFacts) -> tuple[tuple[str, str], ...]:
    metric, tr, seen = facts.metric, facts.tr, facts.latest
    if metric is None:
        return ()
    judged = facts.judgement
    rows = (
        (tr.say("Metric"), metric.name.in_language(tr.lang)),
        (tr.say("Baseline"), _dated(metric_words.baseline(metric, tr), metric.baseline_period, tr)),
        (tr.say("Target"), _dated(metric_words.target(metric, tr), metric.target_period, tr)),
        (
            tr.say("Latest figure"),
            _dated(metric_words.latest(metric, seen, tr), seen.period if seen else None, tr),
        ),
        (tr.say("Progress"), f"{judged.rating.symbol} {tr.show(judged.rating)}".strip()),
        (tr.say("Next figure"), metric_words.awaited_figure(metric, seen, facts.now.today, tr)),
        (tr.say("Source"), metric_words.source(metric, tr)),
    )
    return tuple(row for row in rows if row[1])


def _dated(value: str, period: Period | None, tr: Translator) -> str:
    return f"{value} ({tr.period(period)})" if value and period is not None else value
