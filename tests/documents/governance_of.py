# SPDX-License-Identifier: Apache-2.0
"""Governance, skills and actors' commitments with all that they can say; every word is an example.

The workspace does not hold bodies, skills and actors yet: their pages are proved with these.
"""

from __future__ import annotations

from missiondesk.domain.governance_content import ActorsContent, GovernanceContent, SkillsContent
from missiondesk.domain.report_content import MethodNote, ReportHead, Rows

_CREATED = "2026-10-31"
_METHOD = {
    "da": MethodNote(("Alt på siderne er opdigtet som eksempel.",)),
    "en": MethodNote(("Everything on these pages is invented as an example.",)),
}


def _head(language: str, title: tuple[str, str]) -> ReportHead:
    danish = language == "da"
    return ReportHead(
        language=language,
        title=title[0] if danish else title[1],
        subtitle="Intern udgave · eksempel" if danish else "Internal version · example",
        created=_CREATED,
        sender="Statsministeriet" if danish else "Prime Minister's Office",
        data_date="31. oktober 2026" if danish else "31 October 2026",
        reference="Eksempel 1" if danish else "Example 1",
        classification="Internt arbejdsdokument" if danish else "Internal working document",
        mark="EKSEMPEL" if danish else "EXAMPLE",
    )


def _rows(
    language: str,
    title: tuple[str, str],
    head: tuple[tuple[str, str], ...],
    rows: tuple[tuple[object, ...], ...],
    numbers: frozenset[int] = frozenset(),
    note: tuple[str, str] = ("", ""),
) -> Rows:
    """A table in one of two languages; a cell is one text, or a pair of Danish and English."""
    at = 0 if language == "da" else 1

    def said(cell: object) -> str:
        return str(cell[at]) if isinstance(cell, tuple) else str(cell)

    return Rows(
        title=title[at],
        head=tuple(word[at] for word in head),
        rows=tuple(tuple(map(said, row)) for row in rows),
        numbers=numbers,
        note=note[at],
    )


def a_governance(language: str = "da") -> GovernanceContent:
    """A mission with boards, a steering group and a gap."""
    da = language == "da"
    matrix = _rows(
        language, ("Hvem svarer, udfører, deler, orienteres", "Who answers, leads, shares"),
        (("Emne", "Item"), ("BM", "BM"), ("SUM", "SUM"), ("BUVM", "BUVM"), ("FM", "FM")),
        (
            (("Missionen", "The mission"), "A", "S", "S", "I"),
            (("M1.1 Ét forløb", "M1.1 One path"), "A R", "·", "S", "I"),
            (("M1.2 Fast kontaktperson", "M1.2 Contact person"), "A", "R", "·", "I"),
            (("Tilsagn M1.4: lov om data", "Commitment M1.4: bill on data"), "I", "I", "A R", "S"),
        ),
        note=("A svarer, R udfører, S deler, I orienteres.",
              "A answers, R leads, S shares, I is informed."),
    )  # fmt: skip
    chain = _rows(
        language, ("Fra initiativ til minister", "From initiative to minister"),
        (("Initiativ", "Initiative"), ("Styregruppe", "Steering group"),
         ("Departementschef", "Permanent secretary"), ("Minister", "Minister"),
         ("Uden hul?", "Without a gap?")),
        (
            ("M1.1", ("Styregruppe for unge", "Steering group"), "BM",
             ("Beskæftigelsesminister", "Minister for Employment"), ("✓ ja", "✓ yes")),
            ("M1.2", ("ikke registreret", "not recorded"), "SUM",
             ("Beskæftigelsesminister", "Minister for Employment"), ("▲ nej", "▲ no")),
        ),
    )  # fmt: skip
    bodies = _rows(
        language, ("Organer", "Bodies"),
        (("Organ", "Body"), ("Formand", "Chair"), ("Medlemmer", "Members"),
         ("Møder", "Meets"), ("Beslutter", "Decides")),
        (
            (("Missionsråd", "Mission board"), ("Beskæftigelsesminister", "Minister"),
             ("BM, SUM, BUVM, FM", "BM, SUM, BUVM, FM"), ("hvert kvartal", "every quarter"),
             ("om initiativer opskaleres eller lukkes", "what is scaled or closed")),
            (("Styregruppe for unge", "Steering group"),
             ("Departementschef", "Permanent secretary"),
             ("BM, SUM, BUVM", "BM, SUM, BUVM"), ("hver måned", "every month"),
             ("inden for rammen", "within the frame")),
            (("Praksispanel", "Practice panel"), ("på skift", "in turn"),
             ("14 frontmedarbejdere", "14 front-line staff"), ("hver anden måned", "bimonthly"),
             ("rådgiver", "advises")),
        ),
    )  # fmt: skip
    cadence = _rows(
        language, ("Sådan følges der op", "How it is followed up"),
        (("Hvad", "What"), ("Hvor tit", "How often"), ("Senest", "Last"), ("Næste", "Next")),
        ((("Statusmøde", "Stocktake"), ("hvert kvartal", "every quarter"),
          ("20. august 2026", "20 August 2026"), ("20. november 2026", "20 November 2026")),),
    )  # fmt: skip
    gap = (
        "Initiativ M1.2 har ingen styregruppe (G2)."
        if da
        else "Initiative M1.2 has no steering group (G2)."
    )
    return GovernanceContent(
        head=_head(language, ("Styring og RACI (eksempel)", "Governance and RACI (example)")),
        finding=(
            "4 ministerier bærer missionen; 1 ting er ikke på plads."
            if da
            else "4 ministries carry the mission; 1 thing is not settled."
        ),
        matrix=matrix, chain=chain, bodies=bodies, cadence=cadence, gaps=(gap,),
        method=_METHOD[language],
    )  # fmt: skip


def a_skills_plan(language: str = "da") -> SkillsContent:
    """Needs, a table of levels by unit, sourcing, experts and gaps."""
    da = language == "da"
    needed = _rows(
        language, ("Hvad der er brug for", "What is needed"),
        (("Kompetence", "Skill"), ("Niveau", "Level"), ("Årsværk", "Work years"),
         ("Hvornår", "When"), ("Vigtighed", "How critical"), ("Hvorfor", "Why")),
        (
            (("Effektmåling", "Outcome measurement"), 3, "2,0" if da else "2.0", "2026–2030",
             ("■ kritisk", "■ critical"), ("nøgletallet", "the key metric")),
            (("Data og statistik", "Data and statistics"), 3, "1,5" if da else "1.5", "2026–2028",
             ("■ kritisk", "■ critical"), ("deling af oplysninger", "sharing information")),
            (("Partnerskaber", "Partnership brokering"), 2, "1,0" if da else "1.0", "2027",
             ("▲ vigtig", "▲ important"), ("30 kommuner", "30 municipalities")),
        ),
        frozenset({1, 2}),
    )  # fmt: skip
    held = _rows(
        language, ("Hvad enhederne kan", "What the units hold"),
        (("Kompetence", "Skill"), ("Behov", "Needed"), ("BM", "BM"), ("SUM", "SUM"),
         ("BUVM", "BUVM"), ("Gab", "Gap")),
        (
            (("Effektmåling", "Outcome measurement"), 3, 2, 1, "–", "2,0" if da else "2.0"),
            (("Data og statistik", "Data and statistics"), 3, 3, 2, 1, "0,0" if da else "0.0"),
            (("Partnerskaber", "Partnership brokering"), 2, 1, 2, 2, "0,0" if da else "0.0"),
        ),
        frozenset({1, 2, 3, 4, 5}),
        ("– er ikke vurderet. Data og statistik bæres af færre end to (K3).",
         "– is not assessed. Data and statistics is held by fewer than two (K3)."),
    )  # fmt: skip
    sourcing = _rows(
        language, ("Hvordan det skaffes", "How it is found"),
        (("Handling", "Action"), ("Fra", "From"), ("Pris", "Cost"), ("Tid", "Time"),
         ("Vidensoverdragelse", "Knowledge transfer"), ("Status", "State")),
        (
            (("Udlån på tværs", "Borrow across ministries"), "FM", "–", "2026-Q4",
             ("ja", "yes"), ("✓ aftalt", "✓ agreed")),
            (("Efteruddannelse", "Training"), ("et universitet", "a university"),
             ("0,4 mio. kr.", "DKK 0.4 million"), "2027-Q1", ("–", "–"),
             ("○ foreslået", "○ proposed")),
        ),
    )  # fmt: skip
    experts = _rows(
        language, ("Eksterne eksperter", "External experts"),
        (("Felt", "Field"), ("Sted", "Affiliation"), ("Kontrakt", "Contract"),
         ("Habilitet", "Conflict of interest")),
        ((("Effektmåling", "Outcome measurement"), ("et universitet", "a university"), "2026–2027",
          ("✓ erklæring foreligger", "✓ statement on file")),),
    )  # fmt: skip
    return SkillsContent(
        head=_head(language, ("Kompetenceplan: M1 (eksempel)", "Skills plan: M1 (example)")),
        finding=(
            "1 af 2 kritiske kompetencer er ikke dækket."
            if da
            else "1 of 2 critical skills is not covered."
        ),
        needed=needed, held=held, sourcing=sourcing, experts=experts,
        gaps=(
            "Effektmåling mangler 2,0 årsværk og har ingen aftale (K2)."
            if da
            else "Outcome measurement lacks 2.0 work years and has no agreement (K2).",
        ),
        method=_METHOD[language],
    )  # fmt: skip


def a_contract(language: str = "da") -> ActorsContent:
    """Promises of five actors, what the government gives, and eight lines to sign."""
    da = language == "da"
    promised = _rows(
        language, ("Hvad aktørerne lover", "What the actors commit to"),
        (("Aktør", "Actor"), ("Tilsagn", "Commitment"), ("Slags", "Kind"), ("Mængde", "Quantity"),
         ("Tid", "Time"), ("Betingelse", "Condition"), ("Status", "State")),
        (
            (("En fond", "A foundation"), ("betaler mentorer", "pays for mentors"),
             ("penge", "money"), ("20 mio. kr.", "DKK 20 million"), "2027–2029",
             ("årlig evaluering", "yearly evaluation"), ("✓ underskrevet", "✓ signed")),
            (("En arbejdsgiverforening", "An employers' association"),
             ("finder praktikpladser", "finds placements"), ("pladser", "places"), "2.000", "2028",
             ("–", "–"), ("◑ leverer", "◑ delivering")),
            (("En fagforening", "A trade union"), ("uddanner tillidsfolk", "trains stewards"),
             ("mennesker", "people"), "150", "2027", ("–", "–"), ("○ tilbudt", "○ offered")),
            (("En forening", "A civil society body"), ("åbner caféer", "opens cafés"),
             ("steder", "places"), "12", "2027", ("lokaler", "premises"), ("✓ aftalt", "✓ agreed")),
            (("30 kommuner", "30 municipalities"), ("følger ét forløb", "follow one path"),
             ("praksis", "practice"), "30", "2026", ("–", "–"), ("◑ leverer", "◑ delivering")),
        ),
        note=("Sum: 20 mio. kr.; 2.162 pladser og steder; 150 mennesker." if da else "",
              "Sums: DKK 20 million; 2,162 places; 150 people."),
    )  # fmt: skip
    in_return = _rows(
        language, ("Hvad regeringen lover", "What the government commits to"),
        (("Nr.", "No."), ("Tilsagn", "Commitment"), ("Ansvarlig", "Led by"), ("Frist", "Due")),
        (("M1.1", ("Aftale med 30 kommuner om ét forløb", "Agreement with 30 municipalities"),
          ("Beskæftigelsesminister", "Minister for Employment"), "2026"),),
    )  # fmt: skip
    parties = _rows(
        language, ("Slags aktører", "Kinds of actors"),
        (),
        ((("Fonde", "Foundations"), ("✓ deltager", "✓ takes part")),
         (("Erhvervsliv", "Business"), ("○ ikke endnu", "○ not yet"))),
    )  # fmt: skip
    at = 0 if da else 1
    people = (
        ("Beskæftigelsesministeren, dato", "The Minister for Employment, date"),
        ("For fonden: navn, dato", "For the foundation: name, date"),
        ("For arbejdsgiverne: navn, dato", "For the employers: name, date"),
        ("For fagforeningen: navn, dato", "For the trade union: name, date"),
        ("For foreningen: navn, dato", "For the civil society body: name, date"),
    )
    return ActorsContent(
        head=_head(language, ("Aktørernes tilsagn (eksempel)", "Actors' commitments (example)")),
        finding="5 aktører af 5 slags deltager." if da else "5 actors of 5 kinds take part.",
        sentence=(
            "Færre unge skal stå uden job og uddannelse (eksempel)."
            if da
            else "Fewer young people are without work or education (example)."
        ),
        narrative=(
            "Staten kan ikke løse det alene. Her står, hvem der gør hvad."
            if da
            else "The state cannot do it alone. Here it says who does what."
        ),
        promised=promised, in_return=in_return, parties=parties,
        terms=(
            ("Der følges op hvert kvartal.", "It is followed up every quarter.")[at],
            ("Den, der ikke kan holde sit løfte, siger det straks.",
             "Who cannot keep a promise says so at once.")[at],
        ),
        signatories=tuple(one[at] for one in people),
        method=_METHOD[language],
    )  # fmt: skip
