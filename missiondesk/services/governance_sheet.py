# SPDX-License-Identifier: Apache-2.0
"""Composes a mission's governance and RACI sheet from what offices and commitments tell."""

from __future__ import annotations

from collections.abc import Iterator

from missiondesk.domain.commitment import Commitment, CommitmentStatus
from missiondesk.domain.governance_content import GovernanceContent
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Ministry, Office, OfficeLevel
from missiondesk.domain.report_content import MethodNote, Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.governance_cadence import follow_up
from missiondesk.services.initiatives import by_code
from missiondesk.services.report_facts import MissionFacts

_ORDER = "ARSI"


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
            bodies=Rows(
                title=tr.say(N_("Bodies")),
                empty=tr.say(N_("No board or group is recorded in the workspace yet.")),
            ),
            cadence=follow_up(self._facts, self._initiatives),
            gaps=gaps,
            method=_method(tr),
        )  # fmt: skip

    # -- who -----------------------------------------------------------------------------
    def _involved(self) -> list[Ministry]:
        """Ministries in the order in which they come in: the accountable one first."""
        mission = self._mission
        offices = [mission.accountable_office, *mission.co_offices]
        offices += [one.office for one in self._initiatives]
        for promise in self._commitments:
            offices += [promise.lead_office, *promise.co_offices]
        found = (self._now.ministry_of(office) for office in offices)
        return list({one.id: one for one in found if one is not None}.values())

    def _ministry(self, office: str | None) -> str:
        found = self._now.ministry_of(office)
        return found.id if found else ""

    def _title(self, office: Office | None) -> str:
        return office.title.in_language(self._tr.lang) if office else ""

    def _permanent_secretary(self, ministry: str) -> Office | None:
        return next(
            (
                one
                for one in self._now.all(Office)
                if one.ministry == ministry
                and one.level is OfficeLevel.PERMANENT_SECRETARY
                and self._now.office_in_force(one.id, self._now.today)
            ),
            None,
        )

    # -- RACI ----------------------------------------------------------------------------
    def _matrix(self) -> Rows:
        tr, mission = self._tr, self._mission
        codes = [one.code or one.name.in_language(tr.lang) for one in self._ministries]
        home = self._ministry(mission.accountable_office)
        shares = {self._ministry(one) for one in mission.co_offices}
        rows = [self._row(self._facts.name, home, home, shares, set())]
        rows += [self._initiative_row(one, home, shares) for one in self._initiatives]
        rows += [self._commitment_row(one, home, shares) for one in self._commitments]
        return Rows(
            title=tr.say(N_("Who answers, leads, shares and is informed")),
            head=(tr.say(N_("Item")), *codes),
            rows=tuple(rows),
            note=self._legend(),
        )

    def _initiative_row(self, one: Initiative, home: str, shares: set[str]) -> tuple[str, ...]:
        name = f"{one.code} {one.title.in_language(self._tr.lang)}".strip()
        return self._row(name, home, self._ministry(one.office), set(), shares)

    def _commitment_row(self, one: Commitment, home: str, shares: set[str]) -> tuple[str, ...]:
        number = f"{self._mission.code}.{one.number}" if self._mission.code else str(one.number)
        name = self._tr.say(
            N_("Commitment {number}: {text}"),
            number=number,
            text=one.text.in_language(self._tr.lang),
        )
        lead, co = self._ministry(one.lead_office), {self._ministry(it) for it in one.co_offices}
        # Who leads a commitment answers for it; the mission's own minister is told.
        return self._row(name, lead, lead, co, {home, *shares})

    def _row(
        self, name: str, answers: str, leads: str, shares: set[str], informed: set[str]
    ) -> tuple[str, ...]:
        cells = []
        for ministry in self._ministries:
            letters = {"A"} if ministry.id == answers else set()
            letters |= {"R"} if ministry.id == leads else set()
            if not letters and ministry.id in shares:
                letters = {"S"}
            elif not letters and ministry.id in informed:
                letters = {"I"}
            cells.append(" ".join(sorted(letters, key=_ORDER.index)) or "·")
        return (name, *cells)

    def _legend(self) -> str:
        """What the letters mean, and the ministries' codes."""
        tr = self._tr
        letters = tr.say(
            N_("A answers for it, R leads the work, S shares it, I is informed. One A in each row.")
        )
        coded = [one for one in self._ministries if one.code]
        codes = "; ".join(
            tr.say(N_("{code}: {name}"), code=one.code, name=one.name) for one in coded
        )
        return f"{letters} {codes}".strip()

    # -- the chain -----------------------------------------------------------------------
    def _chain(self) -> Rows:
        tr = self._tr
        head = (N_("Initiative"), N_("Led by"), N_("Permanent secretary"), N_("Minister"),
                N_("Without a gap?"))  # fmt: skip
        return Rows(
            title=tr.say(N_("From initiative to minister")),
            head=tuple(map(tr.say, head)),
            rows=tuple(map(self._link, self._initiatives)),
            empty=tr.say(N_("The mission has no initiative.")),
        )

    def _link(self, one: Initiative) -> tuple[str, ...]:
        tr, none = self._tr, self._tr.say(N_("not recorded"))
        leads = self._now.get(Office, one.office)
        minister = self._now.get(Office, self._mission.accountable_office)
        secretary = self._permanent_secretary(self._ministry(self._mission.accountable_office))
        whole = None not in (leads, secretary, minister)
        return (
            f"{one.code} {one.title.in_language(tr.lang)}".strip(),
            self._title(leads) or none,
            self._title(secretary) or none,
            self._title(minister) or none,
            tr.say(N_("✓ yes")) if whole else tr.say(N_("▲ no")),
        )

    def _gaps(self) -> Iterator[str]:
        """What hinders one answer and an unbroken chain (G1, G2), or is not recorded."""
        tr, mission = self._tr, self._mission
        accountable = self._now.get(Office, mission.accountable_office)
        if accountable is None:
            yield tr.say(N_("No minister is accountable for the mission (G1)."))
        elif self._permanent_secretary(accountable.ministry or "") is None:
            yield tr.say(
                N_("No permanent secretary is recorded under {title} (G2)."),
                title=accountable.title.in_sentence(),
            )
        for one in self._initiatives:
            if one.office is None:
                yield tr.say(N_("Nobody leads initiative {code} (G1)."), code=one.code)
        for promise in self._commitments:
            if promise.lead_office is None:
                yield tr.say(N_("Nobody leads commitment {number} (G1)."), number=promise.number)
        if len(self._ministries) < 2:
            yield tr.say(N_("Fewer than two ministries take part (G3)."))

    def _finding(self, gaps: tuple[str, ...]) -> str:
        tr = self._tr
        ministries = tr.plural("{count} ministry", "{count} ministries", len(self._ministries))
        if self._public:
            return tr.say(
                N_("{title} answers for the mission, which {ministries} carry."),
                title=self._facts.responsible or tr.say(N_("Nobody")),
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


def _method(tr: Translator) -> MethodNote:
    derived = tr.say(
        N_(
            "Derived from offices, initiatives and commitments: the accountable minister's "
            "ministry answers for the mission and its initiatives, whoever leads a commitment "
            "answers for it, co-offices share. Nobody has confirmed the letters one by one."
        )
    )
    return MethodNote((derived,))
