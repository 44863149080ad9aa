# SPDX-License-Identifier: Apache-2.0
"""Composes the letter to a partner: what was agreed with an actor, to be signed by both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain import coalition
from missiondesk.domain.actor import Actor, ActorCommitment, Consent, Engagement
from missiondesk.domain.letter import BlockKind, Classification
from missiondesk.domain.letter_content import (
    CommitmentRow,
    LetterContent,
    Signatory,
    TextBlock,
)
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import in_sentence
from missiondesk.language import Translator, sort_key
from missiondesk.services.coalition_words import amount, time_said
from missiondesk.services.document_kinds import Order
from missiondesk.services.engagements import newest_first
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.report_facts import mark_of

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


def partner_letter_job(order: Order) -> PrintJob:
    """The letter to the actor that the order names."""
    actor = order.now.get(Actor, order.subject)
    assert actor is not None
    content = partner_letter(order.now, actor, order.tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.letter import print_letter

        return print_letter(content, None)

    name = order.named(order.tr.say_in("file name", "partner-letter"), actor.name)
    return PrintJob(name, content.title, make)


def has_promised(now: Situation, actor: Actor) -> bool:
    """Whether there is anything to put into a letter: a commitment that is live."""
    return any(one.state.live for one in coalition.promises_by(now, actor.id))


def partner_letter(now: Situation, actor: Actor, tr: Translator) -> LetterContent:
    """The letter in one language, on the secretariat's paper."""
    secretariat = now.secretariat
    promises = _promises(now, actor)
    missions = _missions(now, promises)
    about = missions[0].title.in_language(tr.lang) if len(missions) == 1 else ""
    subject = (
        tr.say(N_("Your contribution to the mission “{mission}”"), mission=about)
        if about
        else tr.say(N_("Your contribution to the government's missions"))
    )
    address = (line.strip() for line in actor.address.splitlines())
    return LetterContent(
        language=tr.lang,
        title=tr.say(N_("{subject}: {actor}"), subject=subject, actor=actor.name),
        number="",
        created=now.today.isoformat(),
        sender=secretariat.sender.in_language(tr.lang),
        sender_lines=tuple(line.strip() for line in secretariat.address.splitlines() if line),
        contact=secretariat.contact,
        window_left_mm=secretariat.window_left_mm,
        window_top_mm=secretariat.window_top_mm,
        meta=((tr.say_in("letter", "Date"), tr.date(now.today)),),
        handling=_handling(now, tr),
        classification=_handling(now, tr),
        mark=mark_of(now, tr),
        addressee=tuple(filter(None, (actor.name, actor.contact_role, *address))),
        subject=subject,
        salutation=tr.say(N_("Dear partner")),
        mission_code="",
        mission_title=about,
        mission_sentence=missions[0].sentence.in_language(tr.lang) if about else "",
        blocks=tuple(_blocks(now, actor, promises, tr, bool(about))),
        commitments=tuple(
            _row(now, one, number, tr, several=not about)
            for number, one in enumerate(promises, start=1)
        ),
        place_and_date=tr.date(now.today),
        signatories=tuple(_signatories(now, actor, missions, tr)),
    )


def _handling(now: Situation, tr: Translator) -> str:
    """The handling mark where it is a stricter one: what goes to a partner is not internal."""
    kept = now.secretariat.classification
    usual = (Classification.PUBLISHABLE, Classification.INTERNAL)
    return "" if kept in usual else tr.show(kept)


def _promises(now: Situation, actor: Actor) -> list[ActorCommitment]:
    live = [one for one in coalition.promises_by(now, actor.id) if one.state.live]
    return sorted(live, key=lambda it: (sort_key(_code(now, it), "da"), it.id))


def _code(now: Situation, promise: ActorCommitment) -> str:
    mission = now.get(Mission, coalition.mission_of(now, promise))
    return mission.code if mission is not None else ""


def _missions(now: Situation, promises: list[ActorCommitment]) -> list[Mission]:
    keys = dict.fromkeys(coalition.mission_of(now, one) for one in promises)
    return [one for one in (now.get(Mission, key) for key in keys) if one is not None]


def _row(
    now: Situation, one: ActorCommitment, number: int, tr: Translator, *, several: bool
) -> CommitmentRow:
    text = [one.text.in_language(tr.lang)]
    mission = now.get(Mission, coalition.mission_of(now, one))
    if several and mission is not None:
        text.append(tr.say(N_("Mission: {title}"), title=mission.title))
    if one.conditions.strip():
        text.append(tr.say(N_("Condition: {condition}"), condition=one.conditions))
    return CommitmentRow(
        number=str(number),
        text="\n".join(text),
        measure=amount(one.quantity, one.unit, tr) or tr.show(one.kind),
        due=time_said(one, tr),
    )


def _blocks(
    now: Situation, actor: Actor, promises: list[ActorCommitment], tr: Translator, single: bool
) -> list[TextBlock]:
    thanks = tr.say(
        N_("Thank you for taking part. This letter says what we have agreed, so that both sides "
           "know what is promised, by when, and how we follow it up.")
    )  # fmt: skip
    mission = [TextBlock(BlockKind.MISSION, tr.say(N_("The mission")))] if single else []
    agreed = tr.say(N_("What you contribute"))
    change = tr.say(
        N_("Whoever sees that something cannot be kept says so at once, and why. Either side may "
           "leave with three months' notice, in writing. The letter binds politically, not in law.")
    )  # fmt: skip
    closing = tr.say(N_("With kind regards"))
    return [
        TextBlock(BlockKind.CONTEXT, "", (thanks,)),
        *mission,
        TextBlock(BlockKind.ACCOUNTABLE, agreed),
        TextBlock(
            BlockKind.FOLLOW_UP,
            tr.say(N_("Follow-up")),
            (_follow_up(now, actor, promises, tr),),
        ),
        TextBlock(BlockKind.ADJUSTMENT, tr.say(N_("Changes")), (change,)),
        TextBlock(BlockKind.PRINCIPLES, tr.say(N_("Publication")), (_consent(actor, tr),)),
        TextBlock(BlockKind.SIGNATURE, "", (closing,)),
    ]


def _follow_up(
    now: Situation, actor: Actor, promises: list[ActorCommitment], tr: Translator
) -> str:
    """When each is looked at again, and who does it."""
    checks = [
        tr.say(N_("no. {number} ({date})"), number=str(number), date=one.next_check)
        for number, one in enumerate(promises, start=1)
        if one.next_check is not None and not one.state.over
    ]
    said = []
    if checks:
        said.append(tr.say(N_("We look at it together again: {checks}."), checks=tr.list(checks)))
    else:
        said.append(tr.say(N_("We agree on when we look at it together again.")))
    office = _who(now, actor, promises, tr)
    if office:
        said.append(tr.say(N_("The {office} follows up on our side."), office=office))
    return " ".join(said)


def _who(now: Situation, actor: Actor, promises: list[ActorCommitment], tr: Translator) -> str:
    """The office of the newest contact that names one, else the accountable minister's."""
    contacts = newest_first(now.referring(Engagement, "actor", actor.id))
    offices: list[str | None] = [one.office for one in contacts if one.office]
    offices += [one.accountable_office for one in _missions(now, promises)]
    found = [one for one in (now.get(Office, key) for key in offices) if one is not None]
    return in_sentence(found[0].title.in_language(tr.lang), tr.lang) if found else ""


def _consent(actor: Actor, tr: Translator) -> str:
    if actor.consent is Consent.GIVEN:
        return tr.say(N_("You have agreed that your name and your contribution may be published."))
    if actor.consent is Consent.REFUSED:
        return tr.say(N_("We do not publish your name; this letter is between us."))
    return tr.say(N_("Please say whether your name and your contribution may be published. Until "
                     "then we do not name you."))  # fmt: skip


def _signatories(
    now: Situation, actor: Actor, missions: list[Mission], tr: Translator
) -> list[Signatory]:
    """The accountable ministers of all missions in the letter, and the actor."""
    offices = dict.fromkeys(one.accountable_office for one in missions)
    found = []
    for key in offices:
        office = now.get(Office, key)
        if office is not None:
            holder = now.holder(office.id, now.today)
            title = office.title.in_language(tr.lang)
            found.append(Signatory(holder.name if holder else "", title))
    return [*found, Signatory(tr.say(N_("For {actor}"), actor=actor.name), actor.contact_role)]
