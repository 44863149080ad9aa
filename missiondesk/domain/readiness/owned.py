# SPDX-License-Identifier: Apache-2.0
"""L1 to L10: a mission is owned; commitments have one lead and letters the right reader."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.finding import Finding, Severity
from missiondesk.domain.letter import BlockKind, LetterKind, LetterState
from missiondesk.domain.letter_reissue import Reissue, to_reissue
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.mission import Mission, MissionState
from missiondesk.domain.organisation import Office, OfficeLevel, Person
from missiondesk.domain.readiness.splitting import find_split
from missiondesk.domain.readiness.subjects import finding, judged, label_of, weight
from missiondesk.domain.situation import Situation

MOST_COMMITMENTS: Final = 12
MOST_MISSIONS: Final = 5


def accountable_minister(situation: Situation) -> Iterator[Finding]:
    """L1: every active mission has exactly one accountable minister in office on the day."""
    for mission in situation.missions:
        if not judged(mission):
            continue
        said = _ownership_fault(situation, mission)
        if said is None:
            continue
        mend = message(N_("Assign the mission to a minister in office."))
        severity = Severity.ERROR if mission.state is MissionState.ACTIVE else weight(mission)
        yield finding(situation, "L1", severity, mission, said, mend, "accountable_office")


def _ownership_fault(situation: Situation, mission: Mission) -> Message | None:
    office = situation.get(Office, mission.accountable_office)
    if office is None:
        return message(N_("No minister is accountable for the mission."))
    if office.level is not OfficeLevel.MINISTER:
        return message(N_("{title} is not a minister."), title=office.title)
    start = office.valid_from
    if start is not None and start.first > situation.today:
        text = N_("The office {title} does not begin until {date}.")
        return message(text, title=office.title.in_sentence(), date=start)
    if situation.office_in_force(office.id, situation.today) is None:
        return message(N_("The office {title} no longer exists."), title=office.title.in_sentence())
    holders = len(situation.holders(office.id, situation.today))
    if holders == 0:
        return message(
            N_("Nobody holds the office {title} today."), title=office.title.in_sentence()
        )
    if holders > 1:
        text = N_("{count} people hold the office {title} today.")
        return message(text, title=office.title.in_sentence(), count=holders)
    return None


def _open(situation: Situation) -> Iterator[Commitment]:
    for commitment in situation.commitments:
        if commitment.status is not CommitmentStatus.NOT_PURSUED:
            yield commitment


def one_lead(situation: Situation) -> Iterator[Finding]:
    """L2: every commitment has exactly one lead; the others share it."""
    for commitment in _open(situation):
        if commitment.lead_office is None:
            said = message(N_("The commitment has no lead minister."))
            field = "lead_office"
        elif commitment.lead_office in commitment.co_offices:
            said = message(N_("The lead minister is also named as co-lead."))
            field = "co_offices"
        else:
            continue
        mend = message(N_("Choose exactly one lead; the others share the commitment."))
        yield finding(situation, "L2", Severity.ERROR, commitment, said, mend, field)


def one_action(situation: Situation) -> Iterator[Finding]:
    """L3: one action a number."""
    for commitment in _open(situation):
        for language in ("da", "en"):
            split = find_split(commitment.text.only(language), language)
            if split is None:
                continue
            said = message(
                N_("“{first}” and “{second}” are two actions."),
                first=split.first_verb,
                second=split.second_verb,
            )
            yield finding(
                situation,
                "L3",
                Severity.WARNING,
                commitment,
                said,
                message(N_("Split it in two, each with its own measure and date.")),
                "text",
            )
            break


def dated(situation: Situation) -> Iterator[Finding]:
    """L4: no commitment without a date or a cadence."""
    for commitment in _open(situation):
        if commitment.due is not None or commitment.cadence is not None:
            continue
        yield finding(
            situation,
            "L4",
            Severity.ERROR,
            commitment,
            message(N_("The commitment has neither a date nor a cadence.")),
            message(N_("Say by when it is done, or how often it is followed up.")),
            "due",
        )


def bearable_load(situation: Situation) -> Iterator[Finding]:
    """L5: at most 12 commitments and 5 missions a minister."""
    leads = Counter(one.lead_office for one in _open(situation) if one.lead_office)
    owns = Counter(
        one.accountable_office
        for one in situation.missions
        if judged(one) and one.accountable_office
    )
    for office in situation.all(Office):
        if leads[office.id] > MOST_COMMITMENTS:
            yield finding(
                situation,
                "L5",
                Severity.WARNING,
                office,
                message(
                    N_("{title} leads {count} commitments; more than {most} is too much to steer."),
                    title=office.title,
                    count=leads[office.id],
                    most=MOST_COMMITMENTS,
                ),
                message(N_("Move or drop commitments until the priorities are clear.")),
            )
        if owns[office.id] > MOST_MISSIONS:
            yield finding(
                situation,
                "L5",
                Severity.WARNING,
                office,
                message(
                    N_("{title} owns {count} missions; more than {most} is too much to steer."),
                    title=office.title,
                    count=owns[office.id],
                    most=MOST_MISSIONS,
                ),
                message(N_("Assign missions to other ministers.")),
            )


def right_reader(situation: Situation) -> Iterator[Finding]:
    """L6: the letter's addressee still holds the office; otherwise it is to be issued anew."""
    for one in to_reissue(situation):
        yield finding(
            situation, "L6", Severity.ERROR, one.letter, one.why, _anew(one), "addressee_office"
        )
    for letter in situation.letters:
        recall = letter.kind is LetterKind.RECALL
        if letter.state.final or recall or letter.addressee_office is None:
            continue
        former = situation.get(Person, letter.addressee_person)
        holder = situation.holder(letter.addressee_office, situation.today)
        if letter.addressee_person is None or (former is not None and former == holder):
            continue
        office = situation.get(Office, letter.addressee_office)
        said = message(
            N_("The draft is addressed to {name}, who no longer holds the office {title}."),
            name=former.name if former else "?",
            title=office.title.in_sentence() if office else "?",
        )
        mend = (
            message(N_("Appoint somebody to the office, or choose another addressee."))
            if holder is None
            else message(N_("Address the draft to {name}."), name=holder.name)
        )
        yield finding(situation, "L6", Severity.WARNING, letter, said, mend, "addressee_office")


def _anew(one: Reissue) -> Message:
    """What is to be done with a letter in force whose reader is another one now."""
    if one.holder_now is None:
        return message(N_("Appoint somebody to the office; then draft a revision of the letter."))
    name = one.holder_now.name
    if one.letter.state is LetterState.SIGNED:
        return message(N_("Do not issue it as it is: draft a revision to {name}."), name=name)
    return message(N_("Draft a revision to {name}, and issue that."), name=name)


def followed_up(situation: Situation) -> Iterator[Finding]:
    """L9: every signed letter but a recall has a date of follow-up; a draft is told in time."""
    for letter in situation.letters:
        over = letter.state.final and not letter.state.in_force
        if letter.follow_up is not None or over or letter.kind is LetterKind.RECALL:
            continue
        yield finding(
            situation,
            "L9",
            Severity.ERROR if letter.state.in_force else Severity.WARNING,
            letter,
            message(N_("The letter has no date of follow-up.")),
            message(N_("Set the date of the first follow-up.")),
            "follow_up",
        )


def same_in_every_letter(situation: Situation) -> Iterator[Finding]:
    """L10: a shared commitment stands alike in every co-lead's letter.

    A recall has no commitments. Letters print commitments from the data, so they differ only when
    a letter leaves the block out, or when two records promise the same under different leads.
    """
    for letter in situation.letters:
        over = letter.state.final and not letter.state.in_force
        if over or letter.kind is LetterKind.RECALL:
            continue
        hidden = [
            block
            for block in situation.blocks_of(letter.id)
            if not block.shown and block.kind in (BlockKind.ACCOUNTABLE, BlockKind.SHARED)
        ]
        owed = [
            one
            for one in situation.commitments_of(letter.mission or "")
            if one.co_offices
            and letter.addressee_office in (one.lead_office, *one.co_offices)
            and one.status is not CommitmentStatus.NOT_PURSUED
        ]
        if not hidden or not owed:
            continue
        labels = ", ".join(label_of(situation, one) for one in owed)
        yield finding(
            situation,
            "L10",
            Severity.ERROR,
            letter,
            message(N_("The letter leaves out the shared commitments {labels}."), labels=labels),
            message(N_("Show the block of commitments in the letter.")),
            "shown",
        )
    yield from _promised_twice(situation)


def _promised_twice(situation: Situation) -> Iterator[Finding]:
    same: defaultdict[str, list[Commitment]] = defaultdict(list)
    for commitment in _open(situation):
        text = " ".join((commitment.text.da or commitment.text.en).lower().split()).rstrip(".")
        if text:
            same[text].append(commitment)
    for twins in same.values():
        if len({twin.lead_office for twin in twins}) < 2:
            continue
        first = label_of(situation, twins[0])
        for twin in twins[1:]:
            yield finding(
                situation,
                "L10",
                Severity.WARNING,
                twin,
                message(
                    N_("The same commitment stands under another lead as {label}."), label=first
                ),
                message(N_("Keep one commitment and name the other minister as co-lead.")),
                "text",
            )


RULES = (
    accountable_minister,
    one_lead,
    one_action,
    dated,
    bearable_load,
    right_reader,
    followed_up,
    same_in_every_letter,
)
