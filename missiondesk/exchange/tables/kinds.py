# SPDX-License-Identifier: Apache-2.0
"""The kinds of tables and the headings by which each of their fields is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from missiondesk.domain.message import N_, Message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.tables.columns import MARKER, Kind, Layout, field, fits, recognise

_MARKER = field(MARKER, N_("kind of row"), "row type, row", "rækketype, række")
_NOTE = field("note", N_("note"), "note, notes, comment, remark", "note, noter, bemærkning")

MISSIONS: Final = Kind(
    "missions",
    N_("missions"),
    (
        _MARKER,
        field(
            "code", N_("code of the mission"), "no, number, code, mission no", "nr, nummer, kode"
        ),
        field(
            "title",
            N_("title of the mission"),
            "target, title, mission, mission title, goal",
            "titel, mission, missionens titel, målsætning",
            wording=True,
        ),
        field(
            "sentence",
            N_("the mission in one sentence"),
            "sentence, mission statement",
            "sætning",
            wording=True,
        ),
        field(
            "metric",
            N_("name of the key metric"),
            "metric, key metric, indicator, key figure, measure",
            "nøgletal, indikator, effektmål",
            wording=True,
        ),
        field("direction", N_("which way is better"), "direction, better when", "retning"),
        field("target_value", N_("value of the target"), "target value", "målværdi, måltal"),
        field(
            "unit", N_("unit and shape of the target"), "unit, target unit", "enhed", wording=True
        ),
        field(
            "target_period",
            N_("date of the target"),
            "target year, target date, target period, by",
            "målår, måldato",
        ),
        field(
            "baseline_value",
            N_("value of the baseline"),
            "baseline, baseline value",
            "udgangspunkt",
        ),
        field(
            "baseline_period",
            N_("date of the baseline"),
            "baseline year, baseline period, baseline date",
            "udgangsår, udgangsperiode",
        ),
        field(
            "observed",
            N_("latest observation"),
            "latest value, observed, observation, latest, observed value",
            "seneste tal, observeret, seneste, observation",
        ),
        field(
            "observed_period",
            N_("period of the observation"),
            "latest period, observed period, period, observation period",
            "seneste periode, periode",
        ),
        field("source", N_("source"), "source, data source", "kilde, datakilde", wording=True),
        field("publisher", N_("publisher of the data"), "publisher", "udgiver", wording=True),
        field(
            "geography",
            N_("geography"),
            "geography, country, area",
            "geografi, land, område",
            wording=True,
        ),
        field(
            "office",
            N_("office that answers for it"),
            "accountable office, accountable minister, accountable",
            "ansvarlig minister, ansvarligt embede, ansvarlig",
        ),
        field(
            "co_offices",
            N_("offices that share it"),
            "shared with, co lead offices, other ministers",
            "delt med, øvrige ministre, medansvarlige",
        ),
        _NOTE,
    ),
    needed=frozenset({"title"}),
    statuses=True,
)

INITIATIVES: Final = Kind(
    "initiatives",
    N_("initiatives"),
    (
        _MARKER,
        field(
            "code",
            N_("code of the initiative"),
            "no, number, code, initiative no, initiative code",
            "nr, nummer, kode, initiativnr",
        ),
        field(
            "title",
            N_("title of the initiative"),
            "initiative, title, initiative title, project",
            "initiativ, titel, initiativets titel, indsats, projekt",
            wording=True,
        ),
        field(
            "mission",
            N_("mission it belongs to"),
            "mission, mission code, mission no, mission title",
            "mission, missionskode, missionsnr, missionens titel",
        ),
        field(
            "hypothesis",
            N_("what we believe will happen"),
            "hypothesis",
            "hypotese, antagelse",
            wording=True,
        ),
        field(
            "riskiest_assumption",
            N_("riskiest assumption"),
            "riskiest assumption",
            "mest usikre antagelse, kritisk antagelse",
            wording=True,
        ),
        field(
            "office",
            N_("office that leads it"),
            "office, minister, lead, lead office",
            "embede, minister, ansvarlig, ansvarlig minister",
        ),
        field(
            "delivery_body",
            N_("who carries it out"),
            "delivery body, carried out by",
            "udførende, udføres af, myndighed",
        ),
        field("stage", N_("stage"), "stage, phase", "fase, trin"),
        field("stage_since", N_("in this stage since"), "stage since", "fase siden, i fasen siden"),
        field("start", N_("start"), "start, from, start date", "start, startdato, fra"),
        field("end", N_("end"), "end, to, end date", "slut, slutdato, til"),
        field("instrument", N_("instrument"), "instrument, means", "virkemiddel, instrument"),
        field(
            "contribution",
            N_("expected contribution to the key metric"),
            "contribution, expected contribution, expected effect",
            "bidrag, forventet bidrag, forventet effekt",
        ),
        field(
            "contribution_period",
            N_("date of the contribution"),
            "contribution year, contribution date, effect year",
            "bidragsår, bidrag i år, effektår",
        ),
        field(
            "kill_criteria",
            N_("what would make us stop"),
            "kill criteria, stop criteria",
            "stopkriterier, stopkriterium",
            wording=True,
        ),
        field(
            "scale_criteria",
            N_("what would make us scale"),
            "scale criteria",
            "skaleringskriterier, skaleringskriterium",
            wording=True,
        ),
        field(
            "gate_due",
            N_("next decision"),
            "next decision, gate, decision date",
            "næste beslutning, beslutningsdato",
        ),
        _NOTE,
    ),
    needed=frozenset({"title"}),
    own=frozenset(
        {"initiative", "initiative title", "project", "initiativ", "initiativets titel", "indsats"}
        | {"projekt", "initiative da", "initiative en", "initiativ da", "initiativ en"}
    ),
    telling=frozenset(
        {"stage", "hypothesis", "instrument", "kill_criteria", "scale_criteria", "gate_due"}
        | {"contribution"}
    ),
    frames=True,
)

MILESTONES: Final = Kind(
    "milestones",
    N_("milestones"),
    (
        _MARKER,
        field(
            "title",
            N_("title of the milestone"),
            "milestone, title, milestone title, event",
            "milepæl, titel, milepælens titel, begivenhed",
            wording=True,
        ),
        field(
            "mission",
            N_("mission it belongs to"),
            "mission, mission code, mission no, mission title",
            "mission, missionskode, missionsnr, missionens titel",
        ),
        field(
            "initiative",
            N_("initiative it belongs to"),
            "initiative, initiative code, initiative no",
            "initiativ, initiativkode, initiativnr",
        ),
        field("due", N_("date"), "due, date, due date, deadline", "frist, dato, termin, tidspunkt"),
        field("kind", N_("kind of milestone"), "kind, type, milestone type", "art, type"),
        field(
            "office",
            N_("office that leads it"),
            "office, minister, lead, lead office",
            "embede, minister, ansvarlig, ansvarlig minister",
        ),
        field("status", N_("status"), "status", "status"),
        field("evidence", N_("evidence"), "evidence", "dokumentation, bevis"),
    ),
    needed=frozenset({"title", "due"}),
    own=frozenset(
        {"milestone", "milestone title", "milepæl", "milepælens titel", "milestone da"}
        | {"milestone en", "milepæl da", "milepæl en"}
    ),
    telling=frozenset({"mission", "initiative"}),
)

PEOPLE: Final = Kind(
    "people",
    N_("people and offices"),
    (
        _MARKER,
        field("name", N_("name"), "name, person, full name", "navn, person, fulde navn"),
        field("first_name", N_("first name"), "first name", "fornavn"),
        field(
            "office",
            N_("title of the office"),
            "office, title, office title, position, minister",
            "embede, titel, stilling, post, minister",
            wording=True,
        ),
        field("level", N_("level of the office"), "level", "niveau"),
        field(
            "ministry",
            N_("ministry"),
            "ministry, department",
            "ministerium, departement",
            wording=True,
        ),
        field(
            "ministry_code",
            N_("short code of the ministry"),
            "ministry code",
            "ministerikode, ministeriets kode",
        ),
        field("from", N_("from"), "from, since, appointed", "fra, siden, udnævnt"),
        field("to", N_("to"), "to, until", "til, indtil"),
    ),
    needed=frozenset({"name", "office"}),
)

# In the order in which they are brought in: what is referred to comes first.
KINDS: Final = (PEOPLE, MISSIONS, INITIATIVES, MILESTONES)


def kind_of(headings: Sequence[str]) -> tuple[Kind, Layout] | None:
    """The kind of table with these headings, and its columns; None when it is none.

    The kind that knows most of the headings is taken.

    Raises:
        Refused: Two kinds know equally many, or the only kind that fits has two headings that mean
            the same.
    """
    found: list[tuple[int, Kind, Layout]] = []
    refused: Refused | None = None
    for kind in KINDS:
        try:
            layout = recognise(headings, kind)
        except Refused as error:
            if kind is MISSIONS:
                refused = error
            continue
        if fits(layout, kind):
            found.append((layout.known, kind, layout))
    if not found:
        if refused is not None:
            raise refused
        return None
    best = max(known for known, _, _ in found)
    chosen = [(kind, layout) for known, kind, layout in found if known == best]
    if len(chosen) > 1:
        first, second = (Message(kind.title) for kind, _ in chosen[:2])
        raise Refused(
            N_("The headings may be those of {first} or of {second}."),
            field="columns",
            first=first,
            second=second,
        )
    return chosen[0]
