# SPDX-License-Identifier: Apache-2.0
"""Composes the sheet on who owns what, and makes it a job for any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.ownership_content import OwnershipContent
from missiondesk.domain.readiness.owned import bearable_load
from missiondesk.domain.report_content import ReportHead, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import Order
from missiondesk.services.ownership_matrix import (
    Owner,
    OwnershipMatrix,
    matrix_counts,
    matrix_finding,
    ownership_matrix,
)
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.registers import register_method

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument

MOST_WARNINGS: Final = 5
MOST_COLUMNS: Final = 9  # missions beside each other on a page


def ownership_job(order: Order) -> PrintJob:
    """Who owns what, as it stands in the order's situation."""
    content = ownership_sheet(order.now, order.tr, public=order.public)

    def make() -> PrintedDocument:
        from missiondesk.documents.ownership import print_ownership

        return print_ownership(content)

    name = order.named(order.tr.say_in("file name", "who-owns-what"))
    return PrintJob(name, content.head.title, make)


def ownership_sheet(now: Situation, tr: Translator, *, public: bool = False) -> OwnershipContent:
    """The sheet in one language.

    Args:
        now: The situation; for a public sheet the published one.
        public: Leave out warnings on load, which are for the house alone.
    """
    findings = () if public else tuple(bearable_load(now))
    matrix = ownership_matrix(now, findings)
    loads = [tr.tell(one.message) for owner in matrix.owners for one in owner.findings]
    warnings = loads[:MOST_WARNINGS]
    if len(loads) > MOST_WARNINGS:
        warnings.append(
            tr.say(N_("{count} more are marked below."), count=len(loads) - MOST_WARNINGS)
        )
    warnings += [
        tr.say(N_("Nobody answers for {mission}."), mission=_name(one, tr))
        for one in matrix.ownerless
    ]
    return OwnershipContent(
        head=_head(now, matrix, tr, public),
        finding=f"{matrix_finding(matrix, tr)}.",
        load=_load(matrix, tr),
        warnings=tuple(warnings),
        legend=tr.say(
            N_(
                "A: answers for the mission. R: takes part in it. In “A 3+1” the minister leads"
                " three commitments of the mission and shares one that another leads."
            )
        ),
        matrix=tuple(_tables(matrix, tr)),
        missions=_missions(now, matrix, tr),
        method=register_method(now, tr),
    )


def _head(now: Situation, matrix: OwnershipMatrix, tr: Translator, public: bool) -> ReportHead:
    title, counts = tr.say(N_("Who owns what")), matrix_counts(matrix, tr)
    return document_head(now, tr, title, (counts,), public=public)


def _tables(matrix: OwnershipMatrix, tr: Translator) -> list[Rows]:
    """The matrix in as many parts as it takes; a part leaves out who has no share in it."""
    missions, tables = matrix.missions, []
    for start in range(0, len(missions), MOST_COLUMNS):
        end = min(start + MOST_COLUMNS, len(missions))
        codes = tuple(one.code or "–" for one in missions[start:end])
        rows = tuple(
            (_title(owner.office, tr), *(one.text or "–" for one in owner.shares[start:end]))
            for owner in matrix.owners
            if any(one.text for one in owner.shares[start:end])
        )
        title = tr.say(N_("Ministers and missions"))
        if len(missions) > MOST_COLUMNS:
            title = tr.say(
                N_("{title}: {first} to {last}"), title=title, first=codes[0], last=codes[-1]
            )
        tables.append(
            Rows(
                title,
                (tr.say(N_("Minister")), *codes),
                rows,
                empty=tr.say(N_("No minister has a share in these missions.")),
            )
        )
    return tables


def _load(matrix: OwnershipMatrix, tr: Translator) -> Rows:
    head = (
        tr.say(N_("Minister")),
        tr.say(N_("Holder")),
        tr.say(N_("Answers for")),
        tr.say(N_("Takes part")),
        tr.say(N_("Leads")),
        tr.say(N_("Shares")),
        tr.say(N_("Load")),
    )
    rows = tuple(
        (
            _title(owner.office, tr),
            _holder(owner, tr),
            *map(str, (owner.total.accountable, owner.total.responsible)),
            *map(str, (owner.total.leads, owner.total.shares)),
            tr.say(N_("▲ too much")) if owner.findings else "",
        )
        for owner in matrix.owners
    )
    return Rows(
        tr.say(N_("The load of each minister")),
        head,
        rows,
        numbers=frozenset({2, 3, 4, 5}),
        note=tr.say(N_("Missions and commitments that are over or not pursued are not counted.")),
        empty=tr.say(N_("There is no minister yet.")),
    )


def _missions(now: Situation, matrix: OwnershipMatrix, tr: Translator) -> Rows:
    def answers(mission: Mission) -> str:
        office = now.get(Office, mission.accountable_office)
        return _title(office, tr) if office else tr.say(N_("nobody"))

    rows = tuple(
        (one.code, one.title.in_language(tr.lang), answers(one), tr.show(one.state))
        for one in matrix.missions
    )
    head = (
        tr.say(N_("Code")),
        tr.say(N_("Mission")),
        tr.say(N_("Answers for it")),
        tr.say(N_("State")),
    )
    return Rows(tr.say(N_("The missions")), head, rows)


def _holder(owner: Owner, tr: Translator) -> str:
    return owner.person.name if owner.person else tr.say(N_("nobody in office"))


def _title(office: Office, tr: Translator) -> str:
    return office.title.in_language(tr.lang)


def _name(mission: Mission, tr: Translator) -> str:
    return f"{mission.code} {mission.title.in_language(tr.lang)}".strip()
