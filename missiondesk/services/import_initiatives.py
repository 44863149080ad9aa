# SPDX-License-Identifier: Apache-2.0
"""Brings rows of initiatives in, by the rules that the form follows too."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from missiondesk.domain import identity, lifecycle
from missiondesk.domain.initiative import Initiative, Money, Stage
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.metric import OutcomeMetric
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.exchange.tables.initiatives import InitiativeRow
from missiondesk.services.import_changes import Brought, said_change
from missiondesk.services.import_draft import Draft
from missiondesk.services.initiatives import sound_initiative
from missiondesk.services.naming import next_number

_FIELDS: Final = (
    ("title", "title", N_("title")),
    ("hypothesis", "hypothesis", N_("hypothesis")),
    ("riskiest_assumption", "riskiest_assumption", N_("riskiest assumption")),
    ("delivery_body", "delivery_body", N_("who carries it out")),
    ("stage", "stage", N_("stage")),
    ("stage_since", "stage_since", N_("in this stage since")),
    ("start", "start", N_("start")),
    ("end", "end", N_("end")),
    ("instrument", "instrument", N_("instrument")),
    ("contribution", "contribution", N_("expected contribution to the key metric")),
    ("contribution_period", "contribution_period", N_("date of the contribution")),
    ("kill_criteria", "kill_criteria", N_("what would make us stop")),
    ("scale_criteria", "scale_criteria", N_("what would make us scale")),
    ("gate_due", "gate_due", N_("next decision")),
    ("note", "note", N_("note")),
)


def bring_initiative(draft: Draft, row: InitiativeRow) -> Brought:
    """Bring one row into the draft.

    Raises:
        Refused: Mission or office are not known, the stage does not follow, or a date is wrong.
    """
    mission, office = draft.mission(row.mission), draft.office(row.office)
    _require_unit(draft, row, mission)
    known = _known(draft, row, mission)
    brought = Brought(new=known is None)
    if known is None:
        initiative = _made(draft, row, mission)
        _say_new(brought, initiative, mission)
    else:
        initiative = brought.revised(known, row, _FIELDS)
        lifecycle.require(known.stage, initiative.stage, "stage")
        if initiative.stage is not known.stage and initiative.stage_since == known.stage_since:
            initiative = replace(initiative, stage_since=day(draft.today))
    initiative = _belonging(draft, brought, initiative, mission, office)
    initiative = _funded(brought, initiative, row.frame)
    sound_initiative(initiative)
    if initiative != known:
        draft.put(initiative)
    draft.claim(initiative, row.line, "title")
    draft.called(initiative, row.code)
    brought.code, brought.title = initiative.code, initiative.title
    return brought


def _require_unit(draft: Draft, row: InitiativeRow, mission: Mission | None) -> None:
    """A contribution shown as per cent is one to a metric in per cent."""
    if not row.contribution_percent or mission is None:
        return
    metrics = draft.where(OutcomeMetric, "mission", mission.id)
    if any(one.key and one.unit and str(one.unit) != "%" for one in metrics):
        raise Refused(
            N_("The cell is shown as per cent, but the unit is another."), field="contribution"
        )


def _known(draft: Draft, row: InitiativeRow, mission: Mission | None) -> Initiative | None:
    """The initiative of the same title, or of the same code under the same mission."""
    same = draft.where(Initiative, "title", row.title)
    if mission is not None:
        same = [one for one in same if one.mission in (mission.id, None)]
    if len(same) > 1:
        raise Refused(N_("“{text}” may be any of several."), field="title", text=row.title)
    if same:
        return same[0]
    if not row.code or mission is None:
        return None
    coded = draft.where(Initiative, "code", row.code)
    return next((one for one in coded if one.mission == mission.id), None)


def _made(draft: Draft, row: InitiativeRow, mission: Mission | None) -> Initiative:
    values: dict[str, Any] = {of: getattr(row, of_row) for of_row, of, _ in _FIELDS}
    values["stage"] = row.stage or Stage.IDEA
    values["stage_since"] = row.stage_since or day(draft.today)
    return Initiative(
        identity.new_id(),
        code=_free_code(draft, row.code, mission),
        mission=mission.id if mission else None,
        **values,
    )


def _free_code(draft: Draft, wanted: str, mission: Mission | None) -> str:
    """The file's own code, or the next free one of the mission when it has none or it is taken."""
    prefix = f"{mission.code}." if mission else "I"
    code = f"{prefix}{wanted}" if wanted.isascii() and wanted.isdigit() else wanted
    if code and not draft.where(Initiative, "code", code):
        return code
    codes = tuple(one.code for one in draft.all(Initiative))
    return f"{prefix}{next_number(codes, prefix)}"


def _say_new(brought: Brought, made: Initiative, mission: Mission | None) -> None:
    where = mission.title if mission else Message(N_("no mission"))
    said = message(N_("{field}: {value}"), field=Message(N_("mission")), value=where)
    brought.details.append(said)
    stage = message(N_("{field}: {value}"), field=Message(N_("stage")), value=made.stage)
    brought.details.append(stage)


def _belonging(
    draft: Draft,
    brought: Brought,
    initiative: Initiative,
    mission: Mission | None,
    office: Office | None,
) -> Initiative:
    """The initiative with its mission and office, said where they change."""
    if mission is not None and initiative.mission != mission.id:
        brought.note(said_change(N_("mission"), None, mission.title))
        initiative = replace(initiative, mission=mission.id)
    if office is not None and initiative.office != office.id:
        before = draft.get(Office, initiative.office)
        brought.note(
            said_change(N_("office that leads it"), before.title if before else None, office.title)
        )
        initiative = replace(initiative, office=office.id)
    return initiative


def _funded(brought: Brought, initiative: Initiative, frame: tuple[Money, ...]) -> Initiative:
    """The frame of the years that the file gives; other years stay."""
    years = {money.year: money for money in initiative.frame}
    for money in frame:
        before = years.get(money.year)
        if before == money:
            continue
        years[money.year] = money
        amount = Decimal(money.oere) / 100
        brought.note(message(N_("frame {year}: {amount} kr."), year=str(money.year), amount=amount))
    ordered = tuple(years[year] for year in sorted(years))
    return replace(initiative, frame=ordered)
