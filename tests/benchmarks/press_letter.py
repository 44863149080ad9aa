# SPDX-License-Identifier: Apache-2.0
"""The two-page letter that the desk and its peers make: the same words, figures and tables."""

from __future__ import annotations

from dataclasses import dataclass

from missiondesk.charts.plots import PlotMark, PlotPoint, TrajectoryPlot
from missiondesk.domain.letter import BlockKind
from missiondesk.domain.letter_content import (
    CommitmentRow,
    LetterContent,
    Signatory,
    TextBlock,
    TimelineRow,
)

_TOWNS = (
    "Aabenraa", "Bornholm", "Egedal", "Faaborg", "Gribskov", "Hjørring", "Ikast", "Jammerbugt",
    "Kalundborg", "Lejre", "Mariagerfjord", "Norddjurs", "Odsherred", "Randers", "Syddjurs",
    "Tårnby", "Vejen", "Ærø",
)  # fmt: skip
_OFFICES = ("Socialministeren", "Børneministeren", "Erhvervsministeren", "Sundhedsministeren")
_COMMITMENTS = (
    ("Indføre ungeguider i alle kommuner", "98 af 98 kommuner"),
    ("Fremsætte lovforslag om én fælles plan for unge", "Lovforslag fremsat"),
    ("Halvere ventetiden fra skoleophør til tilbud", "Fra 60 til 30 dage"),
    ("Åbne virksomhedspladser med mentor", "Antal pladser"),
    ("Offentliggøre nøgletallet for hver kommune", "Tal i statistikbanken"),
    ("Give alle skoler en kontaktperson i jobcentret", "Andel af skoler"),
    ("Udvide den tidlige psykologhjælp", "Antal forløb"),
    ("Samle datagrundlaget for jobcentre og skoler", "Fælles register"),
    ("Evaluere indsatsen med en lodtrækning", "Rapport"),
)
_MILESTONES = (
    "Køreplan fremlagt", "Aftale med kommunerne", "Lovforslag fremsat", "Første ungeguider ansat",
    "Halvvejs: status til Folketinget", "Virksomhedspladser åbnet", "Register i drift",
    "Første evaluering", "Beslutning om opskalering", "Anden evaluering", "Mål opgjort",
)  # fmt: skip
_POINTS = (
    "fremdrift mod målet, opgjort på det ene nøgletal",
    "hvad der er sat i gang, hvad der er lukket, og hvorfor",
    "risici for leveringen og hvad der gøres ved dem",
    "hvad I har brug for fra de andre ministerier",
    "hvad der er lært, som andre kan bruge",
)


@dataclass(frozen=True, slots=True)
class PressLetter:
    """One letter as plain values; every peer sets all of it."""

    number: str
    sender: str
    sender_lines: tuple[str, ...]
    contact: str
    meta: tuple[tuple[str, str], ...]
    addressee: tuple[str, ...]
    subject: str
    salutation: str
    opening: tuple[str, ...]
    mission: str
    goal: str
    commitments_lead: str
    commitments_head: tuple[str, ...]
    commitments: tuple[tuple[str, ...], ...]
    milestones_lead: str
    milestones_head: tuple[str, ...]
    milestones: tuple[tuple[str, ...], ...]
    follow_up: str
    points: tuple[str, ...]
    closing: str
    place_and_date: str
    signatory: tuple[str, str]
    plot: TrajectoryPlot


def a_letter(number: int, *, alike: bool = False) -> PressLetter:
    """Letter ``number``: every paragraph and row has words that no other letter has.

    Args:
        alike: Only addressee, mission and figures differ, as between the letters of one press.
    """
    town = _TOWNS[number % len(_TOWNS)]
    own = "" if alike else f" (sag {number} i {town})"
    return PressLetter(
        number=f"2026-{number:03d}",
        sender="Statsministeriet",
        sender_lines=("Eksempelgade 11", "1000 København K"),
        contact="Statsministeriet · Eksempelgade 11 · 1000 København K · +45 00 00 00 00",
        meta=(("Dato", "2. november 2026"), ("Enhed", "Missionssekretariatet"),
              ("Sagsnr.", f"2026-{1000 + number}"), ("Brevnr.", f"2026-{number:03d}")),
        addressee=(f"Ministeren for {town}", "Eksempel Eksempelsen", f"Ministeriet for {town}",
                   f"Eksempelgade {number}", "1000 København K"),
        subject=f"Missionsbrev: Færre unge uden job og uddannelse i {town}",
        salutation="Kære Eksempel",
        opening=(
            (f"Regeringen har sat seks missioner. De er få, de er målbare, og de går på tværs af "
            f"ministerierne. Dette brev giver dig ansvaret for én af dem{own}."),
            (f"Unge uden fodfæste mister år, som de ikke får igen. Kommuner, skoler og firmaer "
            f"har hver deres del af svaret; ingen af dem kan løse opgaven alene{own}."),
        ),
        mission=f"I 2030 er andelen af 15–24-årige uden job og uddannelse i {town} halveret, fra "
        f"7,1 procent i 2016 til 3,5 procent{own}.",
        goal=f"Målet måles hvert år på andelen af 15–24-årige uden job og uddannelse{own}.",
        commitments_lead=f"Du har ansvaret for de forpligtelser, der er nævnt her. De er aftalt "
        f"med dem, der deler dem{own}.",
        commitments_head=("Nr.", "Forpligtelse", "Mål", "Frist", "Sammen med"),
        commitments=tuple(
            (str(at), f"{text}{own and f' {number}-{at}'}", measure, f"{at}. kvartal 2027",
             _OFFICES[(number + at) % 4])
            for at, (text, measure) in enumerate(_COMMITMENTS, start=1)
        ),
        milestones_lead=f"Vejen derhen er lagt. Milepælene flyttes kun ved en beslutning{own}.",
        milestones_head=("Dato", "Milepæle", "Ansvarlig"),
        milestones=tuple(
            (f"{at % 4 + 1}. kvartal {2027 + at // 4}", f"{title}{own and f' {number}-{at}'}",
             _OFFICES[(number + at) % 4])
            for at, title in enumerate(_MILESTONES)
        ),
        follow_up=f"Vi følger op hvert kvartal. Til mødet fortæller du på højst to sider{own}:",
        points=tuple(f"{point}{own and f', {town} {number}'}" for point in _POINTS),
        closing=f"Jeg ser frem til at følge arbejdet og til vores første møde{own}.",
        place_and_date="København, 2. november 2026",
        signatory=("Eksempel Æbelø", "Statsminister"),
        plot=_plot(number, town),
    )  # fmt: skip


def _plot(number: int, town: str) -> TrajectoryPlot:
    drop = 0.02 * (number % 13)
    return TrajectoryPlot(
        title="Tallet falder, men for langsomt til målet i 2030",
        subtitle=f"15–24-årige uden job og uddannelse, pct., {town}, 2016–2030",
        unit="%",
        decimals=1,
        points=tuple(
            PlotPoint(2016.0 + at, round(7.1 - (0.08 + drop) * at, 2), str(2016 + at))
            for at in range(10)
        ),
        baseline=PlotMark(2016.0, 7.1, "2016"),
        target=PlotMark(2030.0, 3.5, "2030"),
        path=((2016.0, 7.1), (2030.0, 3.5)),
        today=2026.9,
        higher_is_better=False,
    )


def content_of(one: PressLetter) -> LetterContent:
    """The same letter as the desk's press takes it."""
    block = TextBlock
    return LetterContent(
        language="da",
        title=f"{one.subject} {one.number}",
        number=one.number,
        created="2026-11-02",
        sender=one.sender,
        sender_lines=one.sender_lines,
        contact=one.contact,
        window_left_mm=25,
        window_top_mm=47,
        meta=one.meta,
        handling="",
        mark="",
        addressee=one.addressee,
        subject=one.subject,
        salutation=one.salutation,
        mission_code="M1",
        mission_title="Færre unge uden job og uddannelse",
        mission_sentence=one.mission,
        blocks=(
            block(BlockKind.CONTEXT, "", one.opening),
            block(BlockKind.MISSION, "Missionen", (one.mission,)),
            block(BlockKind.GOAL, "Målet", (one.goal,)),
            block(BlockKind.ACCOUNTABLE, "Dit ansvar", (one.commitments_lead,)),
            block(BlockKind.TIMELINE, "Tidsplan", (one.milestones_lead,)),
            block(BlockKind.FOLLOW_UP, "Opfølgning", (one.follow_up,), one.points),
            block(BlockKind.SIGNATURE, "", (one.closing,)),
        ),
        commitments=tuple(CommitmentRow(*row) for row in one.commitments),
        timeline=tuple(TimelineRow(due, title, owner=who) for due, title, who in one.milestones),
        place_and_date=one.place_and_date,
        signatories=(Signatory(*one.signatory),),
    )
