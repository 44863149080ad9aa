# SPDX-License-Identifier: Apache-2.0
"""Invented roadmaps for the tests of how they are printed; every text is an example."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from missiondesk.domain.roadmap import Roadmap, RoadmapBar, RoadmapLane, RoadmapMilestone

STAGE_WORDS = {
    "idea": "Idé", "pilot": "Pilot", "scale": "Opskalering", "embed": "Forankring",
    "closed": "Afsluttet",
}  # fmt: skip


def a_bar(code: str, title: str, stage: str, start: date, end: date, owner: str) -> RoadmapBar:
    return RoadmapBar(code, title, stage, STAGE_WORDS[stage], start, end, owner, "", code)


def a_milestone(title: str, first: date, last: date, due: str, **fields: Any) -> RoadmapMilestone:
    made = RoadmapMilestone(title, first, last, due, "◇", "Planlagt", "Lovgivning", title)
    return replace(made, **fields)


def a_roadmap(**fields: Any) -> Roadmap:
    """Six missions as a government would print them."""
    young = RoadmapLane(
        "M1", "Flere unge i uddannelse eller job", "Beskæftigelsesministeren", "●",
        "Skal accelerere",
        "Andel 15-24-årige uden uddannelse eller job: mål 5,0 % (2030); senest 7,2 % (2025)",
        (
            a_bar("I1", "Ungeguider i alle kommuner", "scale", date(2026, 2, 1), date(2027, 5, 31),
                  "Styrelsen for Arbejdsmarked"),
            a_bar("I2", "Praktik med mentor i små og mellemstore virksomheder", "pilot",
                  date(2026, 7, 1), date(2026, 12, 31), "Beskæftigelsesministeriet"),
            a_bar("I3", "Fælles datagrundlag", "embed", date(2027, 3, 15), date(2029, 3, 14),
                  "Digitaliseringsstyrelsen"),
        ),
        (
            a_milestone("Beslutning: opskalere eller stoppe praktik med mentor", date(2026, 12, 1),
                        date(2026, 12, 31), "december 2026", kind_word="Beslutning"),
            a_milestone("Lovforslag om én fælles plan for unge", date(2026, 10, 6),
                        date(2026, 10, 6), "6. oktober 2026", status_symbol="✓",
                        status_word="Nået"),
            a_milestone("Halvvejs: 5,9 %", date(2028, 4, 1), date(2028, 6, 30),
                        "2. kvartal 2028", kind_word="Nye tal"),
        ),
        "m1",
    )  # fmt: skip
    lonely = RoadmapLane(
        "M2", "Færre ensomme", "Social- og boligministeren", "►", "På sporet",
        "Andel, der ofte er uønsket alene: mål 8,0 % (2030); senest 11,4 % (2025)",
        (
            a_bar("I4", "Partnerskabspulje", "pilot", date(2026, 4, 1), date(2027, 9, 30),
                  "Social- og Boligstyrelsen"),
            a_bar("I5", "Fællesskaber i boligområder", "scale", date(2026, 11, 1),
                  date(2028, 7, 31), "Social- og boligministeriet"),
            a_bar("I6", "Besøgstjenester", "closed", date(2026, 1, 1), date(2026, 8, 31), ""),
        ),
        (
            a_milestone("Ny måling", date(2027, 7, 1), date(2027, 7, 1), "juli 2027",
                        kind_word="Nye tal"),
        ),
        "m2",
    )  # fmt: skip
    climate = RoadmapLane(
        "M3", "70 pct. lavere udledning i 2030", "Klima-, energi- og forsyningsministeren", "■",
        "Begrænset",
        "Udledning af drivhusgasser i forhold til 1990: mål −70 % (2030); senest −46 % (2024)",
        (
            a_bar("I7", "CO₂-fangst", "scale", date(2026, 1, 1), date(2028, 3, 14),
                  "Energistyrelsen"),
            a_bar("I8", "Elnet 2030", "embed", date(2025, 6, 1), date(2031, 8, 1),
                  "Energinet"),
        ),
        (
            a_milestone("Klimafremskrivning", date(2027, 4, 30), date(2027, 4, 30),
                        "30. april 2027", kind_word="Nye tal"),
            a_milestone("Klimafremskrivning", date(2028, 4, 30), date(2028, 4, 30),
                        "30. april 2028", kind_word="Nye tal"),
            a_milestone("Aftale om finansiering", date(2029, 1, 1), date(2029, 12, 31), "2029",
                        kind_word="Politisk", status_symbol="▲", status_word="I fare"),
        ),
        "m3",
    )  # fmt: skip
    mind = RoadmapLane(
        "M4", "Hurtig hjælp til børn og unge, der mistrives", "Indenrigs- og sundhedsministeren",
        "▼", "Går den forkerte vej",
        "Ventetid på udredning i børne- og ungdomspsykiatrien: mål 30 dage (2028); senest 62 dage",
        (
            a_bar("I9", "Åben rådgivning", "pilot", date(2026, 8, 10), date(2027, 12, 31), ""),
            a_bar("I10", "Lettilgængelige tilbud i kommunerne", "scale", date(2027, 1, 1),
                  date(2029, 10, 31), "Sundhedsstyrelsen"),
        ),
        (
            a_milestone("Lov i kraft", date(2027, 1, 1), date(2027, 1, 1), "1. januar 2027"),
        ),
        "m4",
    )  # fmt: skip
    reading = RoadmapLane(
        "M5", "Alle børn læser godt", "Børne- og undervisningsministeren", "○", "Kan ikke vurderes",
        "",
        (
            a_bar("I11", "Læsevejledere", "scale", date(2026, 3, 15), date(2027, 8, 10), ""),
            a_bar("I12", "Sprogindsats 0-6 år", "idea", date(2027, 8, 15), date(2028, 12, 31), ""),
            RoadmapBar("I13", "Bogstart i hele landet", "idea", "Idé", None, None,
                       "Børne- og Undervisningsministeriet", "ingen datoer endnu", "i13"),
        ),
        (
            a_milestone("Måling i 4. klasse", date(2028, 9, 1), date(2028, 9, 30),
                        "september 2028", kind_word="Nye tal"),
        ),
        "m5",
    )  # fmt: skip
    permits = RoadmapLane(
        "M6", "Tilladelser på den halve tid", "Erhvervsministeren", "✓", "Mål nået",
        "Sagsbehandlingstid: mål 90 dage (2027); senest 88 dage (2026)",
        (a_bar("I14", "Én indgang", "pilot", date(2026, 10, 20), date(2027, 11, 25), ""),),
        (
            a_milestone("Lovforslag", date(2027, 5, 20), date(2027, 5, 20), "20. maj 2027"),
        ),
        "m6",
    )  # fmt: skip
    made = Roadmap(
        title="Regeringens køreplan",
        subtitle="6 missioner · 14 initiativer · intern version · data pr. 31. oktober 2026",
        narrative=(
            "Vi vil løse seks store opgaver sammen med kommuner, virksomheder og foreninger. "
            "Køreplanen viser, hvad der sker hvornår, hvem der svarer for det, og hvordan det går."
        ),
        language="da",
        lanes=(young, lonely, climate, mind, reading, permits),
        start=date(2026, 1, 1),
        end=date(2029, 12, 31),
        today=date(2026, 10, 31),
        created="2026-10-31",
        data_date="31. oktober 2026",
        method_note="Fremdriften er beregnet som forholdet mellem faktisk og nødvendig vækst.",
        sources=("M1: Danmarks Statistik (eksempel)", "M2: Statens Institut for Folkesundhed"),
        sample=True,
        mark="EKSEMPEL",
        classification="Til tjenestebrug",
        sender="Statsministeriet",
        reference="Missionssekretariatet",
    )
    return replace(made, **fields)
