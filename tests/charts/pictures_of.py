# SPDX-License-Identifier: Apache-2.0
"""The other pictures for the tests: one of each kind; every figure in them is an example."""

from __future__ import annotations

from dataclasses import replace

from missiondesk.charts.chain_plot import ChainCell, ChainPlot
from missiondesk.charts.governance_plots import (
    BodyBox,
    OrganisationPlot,
    RiskFieldPlot,
    RiskSpot,
)
from missiondesk.charts.plots import (
    AmbitionPlot,
    AmbitionRow,
    BulletPlot,
    BulletRow,
    Contribution,
    MissionPanel,
    MultiplesPlot,
    Plot,
    PlotMark,
    PlotStatus,
    StatusCell,
    StatusHistoryPlot,
    StatusRow,
    WaterfallPlot,
)
from missiondesk.charts.portfolio_plots import BarRow, BarsPlot, Bubble, BubblePlot
from missiondesk.charts.supply_plot import SupplyPlot, SupplyRow
from tests.charts.coalition_of import a_map, a_need_plot
from tests.charts.plots_of import FORECASTS, KINDS, a_plot

REACHED = PlotStatus("✓", "Mål nået", "good")
ON_TRACK = PlotStatus("►", "På sporet", "good")
ACCELERATE = PlotStatus("●", "Skal øges", "wait")
LIMITED = PlotStatus("■", "Begrænset", "bad")
AWAY = PlotStatus("▼", "Tilbagegang", "bad")
UNRATED = PlotStatus("○", "Kan ikke vurderes", "unknown")
RATINGS = (REACHED, ON_TRACK, ACCELERATE, LIMITED, AWAY, UNRATED)
LIKELY = PlotStatus("◉", "Meget sandsynlig", "ink")
PROBABLE = PlotStatus("◕", "Sandsynlig", "ink")
FEASIBLE = PlotStatus("◑", "Mulig", "ink")
DOUBTFUL = PlotStatus("◔", "Tvivlsom", "ink")
HOPELESS = PlotStatus("✗", "Uopnåelig", "ink")
CONFIDENCES = (LIKELY, PROBABLE, FEASIBLE, DOUBTFUL, HOPELESS)
_SOURCE = "Kilde: Missionssekretariatet (eksempel). Data pr. 31. oktober 2026."

MISSIONS = (
    ("M1", "Færre unge uden job og uddannelse"),
    ("M2", "Ensomheden halveres"),
    ("M3", "70 % lavere udledninger"),
    ("M4", "Kortere vej til hjælp i psykiatrien"),
    ("M5", "Flere læser godt ved skolestart"),
    ("M6", "Hurtigere grønne tilladelser"),
)


def a_bullet_plot() -> BulletPlot:
    """Six missions: one of each case that a row may have."""
    return BulletPlot(
        "Én af seks missioner følger målstien",
        "Andel af vejen fra udgangspunkt til mål, nøgletal for hver mission",
        (
            BulletRow(
                "M1 Færre unge uden job og uddannelse",
                "%",
                1,
                7.1,
                3.5,
                6.6,
                5.6,
                "2022",
                "2030",
                LIMITED,
            ),
            BulletRow(
                "M2 Ensomheden halveres", "%", 1, 12.4, 6.2, 13.6, 10.9, "2025", "2040", AWAY
            ),
            BulletRow(
                "M3 70 % lavere udledninger",
                "%",
                0,
                0.0,
                70.0,
                48.0,
                46.0,
                "2025",
                "2030",
                ON_TRACK,
            ),
            BulletRow(
                "M4 Kortere vej til hjælp i psykiatrien",
                "%",
                1,
                52.0,
                80.0,
                60.0,
                66.5,
                "2025",
                "2030",
                ACCELERATE,
                settled=False,
            ),
            BulletRow(
                "M5 Flere læser godt ved skolestart",
                "%",
                1,
                67.4,
                75.0,
                76.9,
                71.0,
                "2026",
                "2028",
                REACHED,
            ),
            BulletRow(
                "M6 Hurtigere grønne tilladelser",
                "måneder",
                0,
                None,
                24.0,
                31.0,
                None,
                "2026",
                "2029",
                UNRATED,
            ),
        ),
        _SOURCE,
    )


def a_multiples_plot(count: int = 6) -> MultiplesPlot:
    """``count`` missions with trajectories of every kind, fans among them."""
    kinds = [
        a_plot(),
        FORECASTS["fan meets target"],
        KINDS["cumulative"],
        FORECASTS["negative fan"],
        FORECASTS["band"],
        a_plot((), None),
        FORECASTS["stepped"],
        KINDS["large"],
        KINDS["preliminary"],
        KINDS["nothing"],
        FORECASTS["curved"],
    ]
    panels = tuple(
        MissionPanel(
            f"M{at + 1}",
            MISSIONS[at % 6][1],
            kinds[at % len(kinds)],
            None if at == 9 else RATINGS[(at * 5 + 3) % 6],
        )
        for at in range(count)
    )
    return MultiplesPlot(
        "Én af seks missioner er på sporet" if count == 6 else f"Sådan står de {count} missioner",
        "Nøgletal for hver mission, hver med sin egen skala; stiplet linje er målstien",
        panels,
        2026.83,
        _SOURCE,
    )


def a_status_history(dates: int = 8, rows: int = 6) -> StatusHistoryPlot:
    """Quarterly assessments, gaps and changes in them."""
    words = tuple(f"{at % 4 + 1}. kv. {2022 + at // 4}" for at in range(dates))
    made = []
    for row in range(rows):
        cells: list[StatusCell | None] = []
        for at in range(dates):
            if (row, at) in ((5, 0), (5, 1), (2, 3)):
                cells.append(None)
                continue
            rating = RATINGS[(row + at // (2 + row % 3)) % 6]
            confidence = None if at % 5 == 4 else CONFIDENCES[(row + at // 3) % 5]
            cells.append(StatusCell(rating, confidence))
        code, title = MISSIONS[row % 6]
        made.append(StatusRow(f"{code} {title}", tuple(cells)))
    return StatusHistoryPlot(
        "To missioner er rykket frem siden første kvartal",
        "Øverst den beregnede udvikling, nederst sekretariatets vurdering af leveringssikkerhed",
        words,
        tuple(made),
        _SOURCE,
    )


def a_waterfall(
    *steps: Contribution, target: float | None = 3.5, up: bool = False, latest: float = 6.6
) -> WaterfallPlot:
    """From 6.6 to 3.5 per cent with four initiatives, unless told otherwise."""
    return WaterfallPlot(
        "Initiativerne dækker halvdelen af afstanden til målet",
        "15–24-årige uden job og uddannelse, pct., Danmark, forventet bidrag i 2030",
        "%",
        1,
        PlotMark(2022.0, latest, "2022"),
        None if target is None else PlotMark(2030.0, target, "2030"),
        steps
        or (
            Contribution("Ungeguider i alle kommuner", -0.6, -0.9, -0.3),
            Contribution("Virksomhedspraktik med mentor", -0.4, -0.7, 0.1),
            Contribution("Højere frafald på erhvervsuddannelserne", 0.2),
            Contribution("Tidlig psykologhjælp", -0.3, -0.4, -0.2),
            Contribution("Fælles datagrundlag for jobcentre og skoler"),
        ),
        _SOURCE,
        up,
    )


WATERFALLS: dict[str, WaterfallPlot] = {
    "waterfall": a_waterfall(),
    "waterfall surplus": a_waterfall(Contribution("A", -2.0, -3.0, -1.0), Contribution("B", -1.6)),
    "waterfall met": a_waterfall(Contribution("A", -2.0), Contribution("B", -1.1)),
    "waterfall up": replace(
        a_waterfall(
            Contribution("Læsevejleder på hver skole", 2.4, 1.0, 3.8),
            Contribution("Bøger til alle", 0.0),
            Contribution("Forældrekurser", 1.1, 0.2, 2.0),
            latest=68.3,
            target=75.0,
            up=True,
        ),
        subtitle="Elever der læser godt ved skolestart, pct., Danmark",
    ),
    "waterfall no target": a_waterfall(target=None),
    "waterfall none": a_waterfall(Contribution("Fælles datagrundlag"), Contribution("Mentorer")),
    "waterfall large": replace(
        a_waterfall(
            Contribution("Flere praktikpladser", -12_400.0, -18_000.0, -6_000.0),
            Contribution("Opsøgende indsats", -9_850.0),
            latest=214_737.0,
            target=165_000.0,
        ),
        unit="personer",
        decimals=0,
    ),
    "waterfall empty": WaterfallPlot("Ingen tal", "", "%", 1),
}


def an_ambition_plot() -> AmbitionPlot:
    """Six missions in all three zones, one off the scale and one without a ratio."""
    rows = (
        AmbitionRow("M1 Færre unge uden job og uddannelse", 4.7, "−0,39", "−0,08"),
        AmbitionRow(
            "M2 Ensomheden halveres", None, "−0,5", "+0,2", "Udviklingen går den forkerte vej"
        ),
        AmbitionRow("M3 70 % lavere udledninger", 0.86, "4,4", "5,1"),
        AmbitionRow("M4 Kortere vej til hjælp i psykiatrien", 2.4, "4,0", "1,7"),
        AmbitionRow("M5 Flere læser godt ved skolestart", 34.0, "3,4", "0,1"),
        AmbitionRow("M6 Hurtigere grønne tilladelser", None, "", "", "Der er under tre tal"),
    )
    return AmbitionPlot(
        "To mål kræver mere end tre gange det hidtidige tempo",
        "Nødvendig ændring om året fra nu, i forhold til de seneste fem års",
        rows,
        _SOURCE,
    )


def a_bars_plot() -> BarsPlot:
    """Frames by ministry, one holding most of the money, one without any."""
    rows = (
        BarRow(
            "Klima-, Energi- og Forsyningsministeriet",
            5.4,
            "5,4 mia. kr.",
            "3 initiativer, 76 %",
            strong=True,
        ),
        BarRow("Beskæftigelsesministeriet", 0.895, "895,0 mio. kr.", "4 initiativer, 13 %"),
        BarRow("Sundhedsministeriet", 0.0, "–", "1 initiativ, 0 %"),
        BarRow("ikke angivet", None, "–"),
    )
    return BarsPlot(
        "De fleste penge ligger ét sted: Klima-, Energi- og Forsyningsministeriet",
        "Rammer over alle år efter ministerium",
        rows,
        _SOURCE,
        "Ministerium",
        "Ramme",
        "Antal og andel",
    )


def a_chain_plot(count: int = 3) -> ChainPlot:
    """Chains of several ministries under one group and board, one without a seat, one cut off."""
    board = ChainCell("board", "MB1 Missionsstyregruppen for unge (eksempel)")
    chains = []
    for place in range(count):
        minister = ChainCell(f"m{place}", "Uddannelses- og forskningsminister", "Jakob Eksempel")
        secretary = ChainCell(f"s{place}", f"Departementschef {place}", "Lars Eksempel")
        if place == 1:
            secretary = ChainCell("missing", "", "", "mangler")
        group = ChainCell(
            "group", "SG1 Styregruppen", "", "intet sæde til UFM" if place == 2 else ""
        )
        leads = ChainCell("", f"M1.{place}, M1.{place + 20}", "Ledes af: Sundhedsminister")
        chains.append((board, minister, secretary, group, leads))
    return ChainPlot(
        "M1: Der mangler 2 led i kommandovejen",
        "Pr. 31. oktober 2026",
        ("Råd eller udvalg", "Minister", "Departementschef", "Styregruppe", "Initiativ"),
        tuple(chains),
        ("Beskæftigelsesministeriet har ingen departementschef.",),
        "En stiplet streg eller boks er et led, der mangler.",
    )


def a_bubble_plot(count: int = 22) -> BubblePlot:
    """Initiatives spread over the grid, some places crowded, some sizes unknown."""
    bubbles = tuple(
        Bubble(
            f"M{1 + place % 7}.{1 + place // 7}",
            f"Initiativ {place}",
            1 + (place * place) % 5,
            1 + (place * 3) % 5,
            None if place % 5 == 4 else float(place % 9) * 40,
            "ingen ramme" if place % 5 == 4 else f"{place % 9 * 40} mio. kr.",
            place % 4,
        )
        for place in range(count)
    )
    return BubblePlot(
        "40 % af pengene ligger i det, der er stort og gennemførligt",
        f"{count} af {count} aktive initiativer er vurderet",
        "Gennemførlighed",
        "Effekt",
        ("1 svær", "5 let"),
        ("1 lille", "5 stor"),
        bubbles,
        ("Idé", "Pilot", "Opskalering", "Forankring"),
        "Ramme",
        "Fase",
        _SOURCE,
    )


def a_supply_plot() -> SupplyPlot:
    """Four quarters: covered, below the level, missing, and one in which nothing is needed."""
    rows = (
        SupplyRow("4. kvartal 2026", 5.5, 5.5, 0.0, 0.5),
        SupplyRow("1. kvartal 2027", 9.0, 7.5, 0.5, 1.0),
        SupplyRow("2. kvartal 2027", 9.5, 7.5, 0.0, 1.0),
        SupplyRow("3. kvartal 2027", 0.0, 0.0, 0.0, 0.0),
    )
    return SupplyPlot(
        "Der mangler 1,5 årsværk fra 1. kvartal 2027",
        "Årsværk, der er brug for, og årsværk på det krævede niveau",
        rows,
        _SOURCE,
    )


def an_organisation_plot(count: int = 7) -> OrganisationPlot:
    """Bodies that report over three levels, one of them asleep; the last two in a circle."""
    boxes = [
        BodyBox(
            f"b{place}",
            f"b{(place - 1) // 2}" if place else "",
            f"MB{place} Missionsstyregruppen for unge og gamle (eksempel)",
            ("Missionsstyregruppe", "Formand: Beskæftigelsesminister", "Mødes hvert kvartal"),
            "▲ har ikke holdt møde, som det skal" if place % 4 == 3 else "",
        )
        for place in range(count)
    ]
    if count > 2:
        boxes[-2:] = [
            replace(boxes[-2], above=boxes[-1].key),
            replace(boxes[-1], above=boxes[-2].key),
        ]
    return OrganisationPlot(
        f"{count} organer styrer på tværs", "En pil fører til det organ, der refereres til.",
        tuple(boxes), _SOURCE,
    )  # fmt: skip


def a_risk_field(count: int = 9) -> RiskFieldPlot:
    """Risks over the field, some places crowded, some not judged."""
    risks = tuple(
        RiskSpot(
            f"R{place}",
            f"Risiko nummer {place} indtræffer",
            None if place % 7 == 6 else 1 + place * place % 5,
            1 + place * 3 % 5,
        )
        for place in range(1, count + 1)
    )
    return RiskFieldPlot(f"{count} åbne risici", "Hvert nummer er en risiko.", risks, _SOURCE)


PICTURES: dict[str, Plot] = {
    "actor map": a_map(17),
    "actor map crowded": a_map(64),
    "needs": a_need_plot(),
    "bullet": a_bullet_plot(),
    "bullet one": replace(a_bullet_plot(), rows=a_bullet_plot().rows[:1]),
    "bullet empty": BulletPlot("Ingen tal", ""),
    **{f"multiples {count}": a_multiples_plot(count) for count in (1, 3, 6, 12, 24)},
    "multiples empty": a_multiples_plot(0),
    "status": a_status_history(),
    "status many": a_status_history(26),
    "status few": a_status_history(2, 3),
    "status empty": a_status_history(0),
    **WATERFALLS,
    "ambition": an_ambition_plot(),
    "ambition one": replace(an_ambition_plot(), rows=an_ambition_plot().rows[3:4]),
    "ambition empty": AmbitionPlot("Ingen missioner", ""),
    "bars": a_bars_plot(),
    "bars empty": BarsPlot("Ingen tal", ""),
    "chain": a_chain_plot(),
    "chain many": a_chain_plot(9),
    "chain empty": ChainPlot("M1 har intet initiativ i gang", ""),
    "bubbles": a_bubble_plot(),
    "bubbles many": a_bubble_plot(400),
    "supply": a_supply_plot(),
    "supply empty": SupplyPlot("Ingen behov", ""),
    "organisation": an_organisation_plot(),
    "organisation many": an_organisation_plot(30),
    "organisation empty": an_organisation_plot(0),
    "risks": a_risk_field(),
    "risks many": a_risk_field(60),
    "risks empty": a_risk_field(0),
    "bubbles empty": replace(a_bubble_plot(0), groups=()),
}
