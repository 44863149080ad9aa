# SPDX-License-Identifier: Apache-2.0
"""Composes the overview of bodies with its diagram, and the list of issues and escalations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from missiondesk.domain import governance
from missiondesk.domain.body import Body, MemberRole
from missiondesk.domain.issue import IssueState
from missiondesk.domain.meeting_content import BodiesContent
from missiondesk.domain.message import N_
from missiondesk.domain.register_content import RegisterContent
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.board_matters import board_matters, matters_counts, matters_sentence
from missiondesk.services.body_rows import bodies_today, body_rows, holder_of
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.governance_plots import organisation_plot
from missiondesk.services.issues import ClockedIssue, clocked
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.registers import register_job, register_method
from missiondesk.services.report_facts import said

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


_LATE = N_("A body is late when its rhythm and 14 days have passed since it met (G4).")


# -- bodies ----------------------------------------------------------------------------------
def bodies_job(order: Order) -> PrintJob:
    """The overview of bodies."""
    content = bodies_overview(order.now, order.tr, order.public)
    plot = organisation_plot(order.now, order.tr, public=order.public)

    def make() -> PrintedDocument:
        from missiondesk.documents.governance import print_bodies

        return print_bodies(content, plot)

    name = order.named(order.tr.say_in("file name", "bodies"))
    return PrintJob(name, content.head.title, make)


def bodies_overview(now: Situation, tr: Translator, public: bool) -> BodiesContent:
    """Bodies that exist today, and who sits in them.

    Args:
        now: The situation; for a public document the published one, which names only ministers,
            permanent secretaries and actors that consented.
    """
    bodies = bodies_today(now)
    stale = [] if public else [one for one in bodies if governance.is_stale(now, one)]
    finding = tr.plural(
        "{count} body governs across ministries.", "{count} bodies govern across ministries.",
        len(bodies),
    )  # fmt: skip
    if stale:
        names = [one.code or one.name.in_language(tr.lang) for one in stale]
        late = tr.say(N_("Not met as they should: {names}."), names=tr.list(names))
        finding = f"{finding} {late}"
    return BodiesContent(
        head=document_head(now, tr, tr.say(N_("Bodies across ministries")), public=public),
        finding=finding if bodies else "",
        bodies=body_rows(
            now, bodies, tr, public, N_("No board or group across ministries is recorded yet.")
        ),
        seats=_seats(now, bodies, tr),
        method=register_method(now, tr, *([] if public else [tr.say(_LATE)])),
    )  # fmt: skip


def _seats(now: Situation, bodies: Sequence[Body], tr: Translator) -> Rows:
    """Who sits where, one row a body; the chairs stand in the table of bodies."""
    words = (N_("Body"), N_("Members"), N_("Observers"), N_("Secretary"))
    roles = (MemberRole.MEMBER, MemberRole.OBSERVER, MemberRole.SECRETARY)
    rows = []
    for one in bodies:
        seats = governance.seats_of(now, one.id, now.today)
        named = [
            "; ".join(holder_of(now, seat, tr) for seat in seats if seat.role is role)
            for role in roles
        ]
        if any(named):
            rows.append((one.code or one.name.in_language(tr.lang), *named))
    return Rows(title=tr.say(N_("Members")), head=tuple(map(tr.say, words)), rows=tuple(rows))


# -- issues ----------------------------------------------------------------------------------
def escalations_job(order: Order) -> PrintJob:
    """The list of what boards must see, and of issues."""
    return register_job(order, escalations, order.tr.say_in("file name", "escalations"))


def escalations(now: Situation, tr: Translator, public: bool) -> RegisterContent:
    """What boards must see, then every unresolved issue with its clock."""
    matters = board_matters(now)
    open_issues = [one for one in clocked(now) if one.issue.state is IssueState.OPEN]
    settings = now.secretariat
    sentence = f"{matters_sentence(matters, tr)}."
    counts = matters_counts(matters, tr)
    return RegisterContent(
        head=document_head(now, tr, tr.say(N_("Escalations")), public=public),
        finding=f"{sentence} {counts}".strip(),
        counts=Rows(
            title=tr.say(N_("What boards must see")),
            head=tuple(map(tr.say, (N_("Why"), N_("What"), N_("Mission"), N_("Since or by"),
                                    N_("On the agenda")))),
            rows=tuple(
                (
                    tr.show(one.matter),
                    "\n".join((tr.tell(one.name), tr.tell(one.why))),
                    one.mission.code if one.mission else "–",
                    said(one.when, tr),
                    said(one.agenda, tr) or tr.say(N_("not yet")),
                )
                for one in matters
            ),
            empty=tr.say(N_("Nothing waits for a board.")),
        ),
        rows=Rows(
            title=tr.say(N_("Unresolved issues")),
            head=tuple(map(tr.say, (N_("No."), N_("Issue"), N_("Lies with"), N_("Clock"),
                                    N_("Who has to settle it"), N_("Answer needed by")))),
            rows=tuple(_issue_row(one, tr) for one in open_issues),
            empty=tr.say(N_("No issue is unresolved.")),
        ),
        method=register_method(
            now, tr,
            tr.say(
                N_("Moved up after {official} working days with officials, {committee} with a "
                   "minister. Mondays to Fridays count; public holidays are not known to the "
                   "desk."),
                official=settings.official_days, committee=settings.committee_days,
            ),
        ),
    )  # fmt: skip


def _issue_row(one: ClockedIssue, tr: Translator) -> tuple[str, ...]:
    issue, clock = one.issue, one.clock
    code = one.initiative.code if one.initiative else one.mission.code if one.mission else ""
    days = "–"
    if clock is not None and clock.limit is not None:
        days = tr.say(N_("{days} of {limit} working days"), days=clock.days, limit=clock.limit)
        days = f"■ {days}" if clock.over else days
    elif clock is not None:
        days = tr.plural("{count} working day", "{count} working days", clock.days)
    return (
        issue.number,
        "\n".join(filter(None, (issue.title, code))),
        tr.show(issue.level),
        days,
        one.owner.title.in_language(tr.lang) if one.owner else "–",
        said(issue.needed_by, tr),
    )
