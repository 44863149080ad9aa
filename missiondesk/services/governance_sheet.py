# SPDX-License-Identifier: Apache-2.0
"""Composes a mission's governance and RACI sheet from what offices and commitments tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from missiondesk.domain.body import Body
from missiondesk.domain.chain import Chain, ChainLevel, Link
from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.governance_content import GovernanceContent
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Ministry, Office
from missiondesk.domain.raci import Cell, Party, Thing, letters, sorted_parts
from missiondesk.domain.readiness.responsible import item_findings, judged_items
from missiondesk.domain.report_content import MethodNote, Rows
from missiondesk.domain.responsibility import Raci
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.body_rows import body_rows
from missiondesk.services.chain_plots import gaps_of, running_chains
from missiondesk.services.document_heads import document_head
from missiondesk.services.governance_cadence import follow_up
from missiondesk.services.governing import chained, governing_bodies
from missiondesk.services.initiatives import by_code
from missiondesk.services.report_facts import MissionFacts

_NO_BODY: Final = N_("No board or group is recorded for the mission yet.")


def governance_sheet(
    now: Situation, mission: Mission, tr: Translator, public: bool = False
) -> GovernanceContent:
    """The sheet in one language.

    Args:
        now: The situation; for a public sheet the published one, in which no official is named:
            chain and gaps are then left out.
    """
    return _Sheet(now, mission, tr, public).content()


class _Sheet:
    """One sheet on its way."""

    def __init__(self, now: Situation, mission: Mission, tr: Translator, public: bool) -> None:
        self._now = now
        self._mission = mission
        self._tr = tr
        self._public = public
        self._facts = MissionFacts(now, mission, tr)
        self._initiatives = [
            one for one in by_code(now.initiatives_of(mission.id)) if one.stage is not Stage.CLOSED
        ]
        self._commitments = [
            one
            for one in now.commitments_of(mission.id)
            if one.status is not CommitmentStatus.NOT_PURSUED
        ]
        items: list[Thing] = [mission, *self._initiatives, *self._commitments]
        self._cells = {one.id: letters(now, one, now.today) for one in items}
        self._chains = running_chains(now, mission, now.today)
        self._ministries = self._involved()

    def content(self) -> GovernanceContent:
        tr, public = self._tr, self._public
        gaps = () if public else tuple(self._gaps())
        return GovernanceContent(
            head=document_head(
                self._now, tr,
                tr.say(N_("Governance and RACI: {name}"), name=self._facts.name),
                (tr.show(self._mission.state),), public=public, code=self._mission.code,
            ),
            finding=self._finding(gaps),
            matrix=self._matrix(),
            chain=Rows() if public else self._chain(),
            bodies=body_rows(self._now, self._boards(), tr, public, _NO_BODY),
            cadence=follow_up(self._facts, self._initiatives, self._own()),
            gaps=gaps,
            method=_method(tr, public),
        )  # fmt: skip

    # -- who -----------------------------------------------------------------------------
    def _involved(self) -> list[Ministry]:
        """Ministries in the order in which they come in: the accountable one first."""
        mission = self._mission
        offices = [mission.accountable_office, *mission.co_offices]
        offices += [one.office for one in self._initiatives]
        for promise in self._commitments:
            offices += [promise.lead_office, *promise.co_offices]
        for cells in self._cells.values():
            offices += [party.id for party in cells if party.field == "office"]
        found = (self._now.ministry_of(office) for office in offices)
        return list({one.id: one for one in found if one is not None}.values())

    def _bodies(self) -> list[Body]:
        """Bodies that hold a letter."""
        keys = {it.id: it for cells in self._cells.values() for it in cells if it.field == "body"}
        found = (self._now.get(Body, key) for key in keys)
        return [one for one in found if one is not None]

    def _own(self) -> list[Body]:
        """The mission's own bodies, and those of its chain of command."""
        linked = chained(self._chains)
        return [
            one for one in self._boards() if one.mission == self._mission.id or one.id in linked
        ]

    def _boards(self) -> list[Body]:
        """The bodies that govern the mission, and those to which they report."""
        return governing_bodies(self._now, self._mission, self._now.today)

    def _title(self, office: Office | None) -> str:
        return office.title.in_language(self._tr.lang) if office else ""

    # -- RACI ----------------------------------------------------------------------------
    def _matrix(self) -> Rows:
        tr, bodies = self._tr, self._bodies()
        codes = [one.code or one.name.in_language(tr.lang) for one in self._ministries]
        codes += [one.code or one.name.in_language(tr.lang) for one in bodies]
        items: list[Thing] = [self._mission, *self._initiatives, *self._commitments]
        return Rows(
            title=tr.say(N_("Who answers, carries out, is consulted and informed")),
            head=(tr.say(N_("Item")), *codes),
            rows=tuple((self._item(one), *self._letters(one, bodies)) for one in items),
            note=self._legend(bodies),
        )

    def _item(self, item: Thing) -> str:
        tr = self._tr
        if isinstance(item, Initiative):
            return f"{item.code} {item.title.in_language(tr.lang)}".strip()
        if not isinstance(item, Commitment):
            return self._facts.name
        number = f"{self._mission.code}.{item.number}" if self._mission.code else str(item.number)
        text = item.text.in_language(tr.lang)
        return tr.say(N_("Commitment {number}: {text}"), number=number, text=text)

    def _letters(self, item: Thing, bodies: list[Body]) -> Iterator[str]:
        """One cell a ministry, with the letters of its offices together, and one a body."""
        home: dict[str, set[Raci]] = {}
        for party, cell in self._cells[item.id].items():
            ministry = self._now.ministry_of(party.id) if party.field == "office" else None
            key = party.id if party.field == "body" else ministry.id if ministry else ""
            home.setdefault(key, set()).update(cell.parts)
        for key in (*(it.id for it in self._ministries), *(it.id for it in bodies)):
            parts = sorted_parts(home.get(key, ()))
            yield " ".join(part.letter for part in parts) or "·"

    def _legend(self, bodies: list[Body]) -> str:
        """What the letters mean, and the codes of ministries and bodies."""
        tr = self._tr
        said = tr.say(
            N_("A answers for it, R carries it out, C is consulted, I is informed. One A in each "
               "row; a ministry's cell holds the letters of all its offices.")
        )  # fmt: skip
        coded = [(one.code, one.name) for one in self._ministries]
        coded += [(one.code, one.name) for one in bodies]
        codes = "; ".join(
            tr.say(N_("{code}: {name}"), code=code, name=name) for code, name in coded if code
        )
        return f"{said} {codes}".strip()

    # -- the chain -----------------------------------------------------------------------
    def _chain(self) -> Rows:
        tr, ideas = self._tr, _ideas(self._initiatives, self._tr)
        levels = [tr.say(level.word) for level in ChainLevel]
        return Rows(
            title=tr.say(N_("From initiative to board")),
            head=(levels[0], tr.say(N_("Led by")), *levels[1:], tr.say(N_("Without a gap?"))),
            rows=tuple(map(self._links, self._chains)),
            empty=" ".join(
                filter(None, (tr.say(N_("The mission has no initiative that runs.")), ideas))
            ),
            note=ideas,
        )

    def _links(self, chain: Chain) -> tuple[str, ...]:
        tr, none = self._tr, self._tr.say(N_("not recorded"))
        names = [self._short(link) for link in chain.links[1:]]
        one = chain.initiative
        return (
            f"{one.code} {one.title.in_language(tr.lang)}".strip(),
            self._title(chain.leads) or none,
            *(name or none for name in names),
            tr.say(N_("▲ no")) if chain.gaps else tr.say(N_("✓ yes")),
        )

    def _short(self, link: Link) -> str:
        """Body or permanent secretary by the code, a minister by the title, "" for nobody."""
        record = link.record
        if isinstance(record, Body):
            return record.code or record.name.in_language(self._tr.lang)
        if not isinstance(record, Office):
            return ""
        ministry = self._now.ministry_of(record.id)
        below = link.level is ChainLevel.PERMANENT_SECRETARY
        return (ministry.code if below and ministry is not None else "") or self._title(record)

    def _gaps(self) -> Iterator[str]:
        """What hinders one answer and an unbroken chain (G1, G2), or is not recorded."""
        tr, now = self._tr, self._now
        if now.get(Office, self._mission.accountable_office) is None:
            yield tr.say(N_("No minister is accountable for the mission (G1)."))
        for promise in self._commitments:
            if promise.lead_office is None:
                yield tr.say(N_("Nobody leads commitment {number} (G1)."), number=promise.number)
        for item in judged_items(now, self._mission):
            for found in item_findings(now, item):
                yield f"{found.label}: {tr.tell(found.message)} (G1)"
        for gap in gaps_of(self._chains):
            if not isinstance(gap.record, Initiative):
                yield f"{tr.tell(gap.said)} (G2)"
        if len(self._ministries) < 2:
            yield tr.say(N_("Fewer than two ministries take part (G3)."))

    def _finding(self, gaps: tuple[str, ...]) -> str:
        tr = self._tr
        ministries = tr.plural(
            "{count} ministry", "{count} ministries", _carrying(self._now, self._cells.values())
        )
        if self._public:
            return tr.say(
                N_("Accountable for the mission: {title}. {ministries} carry it."),
                title=self._facts.responsible or tr.say(N_("nobody yet")),
                ministries=ministries,
            )
        if not gaps:
            return tr.say(
                N_("{ministries} carry the mission; each item has one who answers for it."),
                ministries=ministries,
            )
        return tr.plural(
            "{ministries} carry the mission; {count} thing is not settled.",
            "{ministries} carry the mission; {count} things are not settled.",
            len(gaps),
            ministries=ministries,
        )


def _method(tr: Translator, public: bool) -> MethodNote:
    if public:
        return MethodNote((tr.say(N_("Derived from offices, initiatives and commitments.")),))
    told = tr.say(
        N_(
            "Letters that nobody has set follow from the records: the accountable minister answers "
            "for the mission, whoever leads a commitment for that, the permanent secretary of the "
            "ministry that leads an initiative answers for it; who leads or shares carries out."
        )
    )
    return MethodNote((told,))


def _ideas(initiatives: Iterable[Initiative], tr: Translator) -> str:
    """Which initiatives have no chain of command yet, or ""."""
    names = [
        one.code or one.title.in_language(tr.lang) for one in initiatives if one.stage is Stage.IDEA
    ]
    if not names:
        return ""
    return tr.plural(
        "{names} is an idea and has no chain of command yet.",
        "{names} are ideas and have no chain of command yet.",
        len(names),
        names=tr.list(names),
    )


def _carrying(now: Situation, rows: Iterable[Mapping[Party, Cell]]) -> int:
    """How many ministries answer for something or carry it out; being heard is no carrying."""
    carrying = {Raci.ACCOUNTABLE, Raci.RESPONSIBLE}
    found = {
        ministry.id
        for cells in rows
        for party, cell in cells.items()
        if party.field == "office" and not carrying.isdisjoint(cell.parts)
        if (ministry := now.ministry_of(party.id)) is not None
    }
    return len(found)
