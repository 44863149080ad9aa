# SPDX-License-Identifier: Apache-2.0
"""Letters for the tests, with the house's own standard texts; persons and figures are invented."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from missiondesk.charts.plots import PlotMark, PlotPoint, TrajectoryPlot
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import (
    BudgetTable,
    CommitmentRow,
    GoalFacts,
    InitiativeRow,
    LetterContent,
    Signatory,
    TextBlock,
    TimelineRow,
)
from missiondesk.language import standard_blocks, translator

_VALUES = {
    "da": {
        "sender.name": "Statsministeriet",
        "addressee.first_name": "Eksempel",
        "mission.title": "Færre unge uden job og uddannelse",
        "mission.narrative": "Unge uden fodfæste mister år, som de ikke får igen. Kommuner, skoler "
        "og virksomheder har hver deres del af svaret; ingen af dem kan løse opgaven alene.",
        "mission.platform_reference": "regeringsgrundlagets kapitel 3 (eksempel)",
        "mission.sentence": "I 2030 er andelen af 15–24-årige uden job og uddannelse halveret, "
        "fra 7,1 procent i 2016 til 3,5 procent.",
        "metric.name": "andelen af 15–24-årige uden job og uddannelse",
        "metric.baseline": "7,1 %",
        "metric.baseline_period": "2016",
        "metric.target": "3,5 %",
        "metric.target_period": "2030",
        "letter.first_100_days": "9. januar 2027",
        "letter.follow_up": "1. februar 2027",
        "letter.cadence": "hvert kvartal",
        "resources.years": "2026–2029",
        "resources.total": "412,0 mio. kr.",
    },
    "en": {
        "sender.name": "Prime Minister’s Office",
        "addressee.first_name": "Eksempel",
        "mission.title": "Fewer young people without work or education",
        "mission.narrative": "Young people without a foothold lose years they never get back. "
        "Municipalities, schools and businesses each hold part of it; none can do it alone.",
        "mission.platform_reference": "chapter 3 of the government platform (example)",
        "mission.sentence": "By 2030 the share of 15–24-year-olds without work or education is "
        "halved, from 7.1 per cent in 2016 to 3.5 per cent.",
        "metric.name": "the share of 15–24-year-olds without work or education",
        "metric.baseline": "7.1%",
        "metric.baseline_period": "2016",
        "metric.target": "3.5%",
        "metric.target_period": "2030",
        "letter.first_100_days": "9 January 2027",
        "letter.follow_up": "1 February 2027",
        "letter.cadence": "every quarter",
        "resources.years": "2026–2029",
        "resources.total": "DKK 412.0 million",
    },
}
_SIGNED = (
    Signatory("Eksempel Æbelø", "Statsminister"),
    Signatory("Eksempel Åsen", "Økonomiminister"),
    Signatory("Eksempel Ærø", "Udenrigsminister"),
)


def blocks_in(language: str) -> tuple[TextBlock, ...]:
    """The standard blocks with their placeholders filled."""
    values = _VALUES[language]
    made = []
    for kind, heading, text in standard_blocks(language):
        filled = re.sub(r"\{\{([\w.]+)\}\}", lambda found: values.get(found[1], "…"), text)
        parts = [part for part in filled.split("\n\n") if part.strip()]
        lines = [line for part in parts for line in part.splitlines()]
        bullets = tuple(line[2:] for line in lines if line.startswith("- "))
        paragraphs = tuple(" ".join(part.split()) for part in parts if not part.startswith("- "))
        made.append(TextBlock(BlockKind(kind), heading, paragraphs, bullets))
    return tuple(made)


def annex_titles(language: str) -> tuple[str, ...]:
    """The annexes that the data makes, as a letter lists them."""
    tr = translator(language)
    return (tr.say("Metric sheet"), tr.say("Initiatives"), tr.say("Budget frame"))


def a_letter(language: str = "da", **fields: Any) -> LetterContent:
    """The usual letter: five commitments, two signatories, all blocks."""
    danish = language == "da"
    return replace(_danish() if danish else _english(), **fields)


def a_draft(**fields: Any) -> LetterContent:
    """The usual letter while it is a draft."""
    return a_letter(mark="UDKAST", **fields)


def _danish() -> LetterContent:
    return LetterContent(
        language="da",
        title="Missionsbrev: Færre unge uden job og uddannelse 2026-001",
        number="2026-001",
        created="2026-11-02",
        sender="Statsministeriet",
        sender_lines=("Eksempelgade 11", "1000 København K"),
        contact="Statsministeriet · Eksempelgade 11 · 1000 København K · +45 00 00 00 00",
        window_left_mm=25,
        window_top_mm=47,
        meta=(
            ("Dato", "2. november 2026"),
            ("Enhed", "Missionssekretariatet"),
            ("Sagsbehandler", "E. Eksempel"),
            ("Sagsnr.", "2026-1234"),
            ("Dok.nr.", "56789"),
            ("Brevnr.", "2026-001"),
        ),
        handling="Version 1 · Må offentliggøres",
        mark="",
        addressee=(
            "Beskæftigelsesministeren",
            "Eksempel Eksempelsen",
            "Beskæftigelsesministeriet",
            "Eksempelgade 2",
            "1000 København K",
        ),
        subject="Missionsbrev: Færre unge uden job og uddannelse",
        salutation="Kære Eksempel",
        mission_code="M1",
        mission_title="Færre unge uden job og uddannelse",
        mission_sentence=_VALUES["da"]["mission.sentence"],
        blocks=blocks_in("da"),
        goal=GoalFacts(
            facts=(
                ("Nøgletal", "15–24-årige uden job og uddannelse"),
                ("Udgangspunkt", "7,1 % (2016)"),
                ("Mål", "3,5 % (2030)"),
                ("Seneste tal", "6,6 % (2022)"),
                ("Tallets status", "Endeligt"),
                ("Retning", "Lavere er bedre"),
                ("Geografi", "Danmark"),
                ("Offentliggøres", "Årligt"),
                ("Næste tal", "november 2026"),
                (
                    "Definition",
                    "Personer mellem 15 og 24 år, der hverken er i job eller under uddannelse.",
                ),
            ),
            rating_symbol="■",
            rating_word="Begrænset fremgang",
            rating_sentence="Retningen er rigtig, men tempoet er langt fra nok til målet. Tempoet "
            "er hidtil 37 % af det nødvendige.",
            method="Vurderet ved vækstforholdet af Eurostats type, version 1: observeret mod "
            "nødvendig årlig vækst siden udgangspunktet.",
            source="Arbejdskraftundersøgelsen, Danmarks Statistik (eksempel)",
            data_date="31. oktober 2026",
        ),
        commitments=(
            CommitmentRow(
                "1",
                "Indføre ungeguider i alle kommuner",
                "98 af 98 kommuner",
                "31. marts 2027",
                "Social- og boligministeren",
            ),
            CommitmentRow(
                "2",
                "Fremsætte lovforslag om én fælles plan for unge",
                "Lovforslag fremsat",
                "1. februar 2027",
                "Børne- og undervisningsministeren",
            ),
            CommitmentRow(
                "3",
                "Halvere ventetiden fra skoleophør til tilbud",
                "Fra 60 til 30 dage",
                "31. december 2028",
                "",
            ),
            CommitmentRow(
                "4",
                "Åbne 5.000 virksomhedspladser med mentor",
                "Antal pladser",
                "2028",
                "Erhvervsministeren",
            ),
            CommitmentRow(
                "5",
                "Offentliggøre nøgletallet for hver kommune",
                "Tal i statistikbanken",
                "hvert kvartal",
                "",
            ),
        ),
        shared=(
            ("Social- og boligministeren", "deler nr. 1"),
            ("Børne- og undervisningsministeren", "leder nr. 2; deler nr. 4"),
        ),
        timeline=(
            TimelineRow("1. december 2026", "Køreplan fremlagt", first_100_days=True),
            TimelineRow("9. januar 2027", "Aftale med kommunerne", first_100_days=True),
            TimelineRow("1. februar 2027", "Lovforslag fremsat", "Lov", "Beskæftigelsesministeren"),
            TimelineRow("2. kvartal 2027", "Første ungeguider ansat"),
            TimelineRow("2028", "Beslutning om opskalering"),
        ),
        initiatives=tuple(
            InitiativeRow(
                f"I{number}",
                title,
                stage,
                "Beskæftigelsesministeren",
                "2026–2029",
                "1. kvartal 2028",
                amount,
            )
            for number, (title, stage, amount) in enumerate(
                (
                    ("Ungeguider i alle kommuner", "Opskalering", "−0,6\u00a0procentpoint i 2030"),
                    ("Virksomhedspraktik med mentor", "Pilot", "−0,4\u00a0procentpoint i 2030"),
                    ("Tidlig psykologhjælp", "Pilot", ""),
                    ("Fælles datagrundlag for jobcentre og skoler", "Forankring", ""),
                ),
                start=1,
            )
        ),
        actors=("kommuner", "virksomheder", "fonde", "arbejdsmarkedets parter"),
        budget=BudgetTable(
            ("2026", "2027", "2028", "2029"),
            (
                ("I1 Ungeguider i alle kommuner", ("14,0", "88,0", "92,0", "92,0")),
                ("I2 Virksomhedspraktik med mentor", ("6,5", "30,0", "30,0", "–")),
                ("I3 Tidlig psykologhjælp", ("9,5", "25,0", "25,0", "–")),
            ),
            ("30,0", "143,0", "147,0", "92,0"),
            "mio. kr.",
            rounded=True,
        ),
        place_and_date="København, 2. november 2026",
        signatories=_SIGNED[:2],
        copies=("Finansministeren", "Departementschefen i Beskæftigelsesministeriet"),
        annexes=annex_titles("da"),
        attachment_name="m1-metric.json",
        attachment=json.dumps({"metric": "eksempel", "values": [7.1, 6.6]}).encode(),
    )


def _english() -> LetterContent:
    danish = _danish()
    assert danish.goal is not None
    return replace(
        danish,
        language="en",
        title="Mission letter: Fewer young people without work or education 2026-001",
        sender="Prime Minister’s Office",
        meta=(("Date", "2 November 2026"), ("Unit", "Mission Secretariat"), ("Case no.", "2026-1")),
        handling="Version 1 · May be published",
        addressee=(
            "Minister for Employment",
            "Eksempel Eksempelsen",
            "Ministry of Employment",
            "Eksempelgade 2",
            "1000 Copenhagen K",
        ),
        subject="Mission letter: Fewer young people without work or education",
        salutation="Dear Eksempel",
        mission_title="Fewer young people without work or education",
        mission_sentence=_VALUES["en"]["mission.sentence"],
        blocks=blocks_in("en"),
        goal=replace(
            danish.goal,
            facts=(
                ("Key metric", "15–24-year-olds without work or education"),
                ("Baseline", "7.1% (2016)"),
                ("Target", "3.5% (2030)"),
                ("Latest figure", "6.6% (2022)"),
                ("Direction", "Lower is better"),
                ("Next figure", "November 2026"),
            ),
            rating_word="Limited progress",
            rating_sentence="The direction is right, but the pace is far too slow for the target.",
            method="Rated by the growth ratio of Eurostat’s type, version 1.",
            source="Labour Force Survey, Statistics Denmark (example)",
            data_date="31 October 2026",
        ),
        commitments=(
            CommitmentRow("1", "Introduce youth guides in every municipality", "98 of 98",
                          "31 March 2027", "Minister for Social Affairs"),
            CommitmentRow("2", "Introduce a bill on one joint plan for young people",
                          "Bill introduced", "1 February 2027", ""),
        ),
        shared=(("Minister for Social Affairs", "shares no. 1"),),
        timeline=(
            TimelineRow("1 December 2026", "Roadmap presented", first_100_days=True),
            TimelineRow("1 February 2027", "Bill introduced"),
        ),
        initiatives=(InitiativeRow("I1", "Youth guides", "Scale", gate="Q1 2028"),),
        actors=("municipalities", "businesses"),
        budget=replace(danish.budget, unit="DKK million") if danish.budget else None,
        place_and_date="Copenhagen, 2 November 2026",
        signatories=(Signatory("Eksempel Æbelø", "Prime Minister"),),
        copies=("Minister for Finance",),
        annexes=annex_titles("en"),
    )  # fmt: skip


def a_trajectory(language: str = "da") -> TrajectoryPlot:
    """The letter's chart."""
    danish = language == "da"
    values = (7.1, 6.9, 6.8, 6.7, 6.6, 6.7, 6.6)
    return TrajectoryPlot(
        title="Tallet falder, men alt for langsomt til målet i 2030"
        if danish
        else "The figure falls, but far too slowly for the target in 2030",
        subtitle="15–24-årige uden job og uddannelse, pct., Danmark, 2016–2030"
        if danish
        else "15–24-year-olds without work or education, per cent, Denmark, 2016–2030",
        unit="%",
        decimals=1,
        points=tuple(
            PlotPoint(2016.0 + at, value, str(2016 + at), "preliminary" if at == 6 else "final")
            for at, value in enumerate(values)
        ),
        baseline=PlotMark(2016.0, 7.1, "2016"),
        target=PlotMark(2030.0, 3.5, "2030"),
        path=((2016.0, 7.1), (2030.0, 3.5)),
        today=2026.4,
        source="Kilde: eksempel",
        higher_is_better=False,
    )


SIGNATORIES = _SIGNED


def bare_letter() -> LetterContent:
    """A letter with standard texts only: no metric, no rows, no copies, no annexes."""
    kept = tuple(
        block
        for block in blocks_in("da")
        if block.kind not in (BlockKind.GOAL, BlockKind.COPIES, BlockKind.ANNEXES)
    )
    return a_letter(
        blocks=kept,
        goal=None,
        commitments=(),
        shared=(),
        timeline=(),
        initiatives=(),
        actors=(),
        budget=None,
        signatories=_SIGNED[:1],
        copies=(),
        annexes=(),
        attachment=b"",
        meta=(),
        handling="",
        sender_lines=(),
        contact="",
        number="",
    )


def long_letter() -> LetterContent:
    """Twelve commitments with long compounds, many milestones, three signatories."""
    usual = a_letter()
    rows = tuple(
        replace(
            row,
            number=str(at),
            text=f"{row.text} med Arbejdsmarkedsuddannelsesrådgivningskoordinatorfunktionen",
        )
        for at, row in enumerate((usual.commitments * 3)[:12], start=1)
    )
    return replace(
        usual,
        commitments=rows,
        timeline=usual.timeline * 5,
        initiatives=usual.initiatives * 8,
        signatories=_SIGNED,
        mark="EKSEMPEL",
        copies=usual.copies * 3,
    )
