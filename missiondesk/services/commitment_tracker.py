# SPDX-License-Identifier: Apache-2.0
"""All commitments of the government in one list: how each stands and in which letters it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from missiondesk.domain.commitment import Cadence, Commitment, CommitmentStatus
from missiondesk.domain.finding import Finding
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter, LetterKind
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, sort_key
from missiondesk.services.list_states import Timing

if TYPE_CHECKING:
    from missiondesk.services.session import Session

SOON_DAYS: Final = 90
_DONE: Final = (
    CommitmentStatus.MET,
    CommitmentStatus.MET_MODIFIED,
    CommitmentStatus.NOT_PURSUED,
)
_MET: Final = (CommitmentStatus.MET, CommitmentStatus.MET_MODIFIED)
# Days after which a status that is followed up so often is due again, with some grace.
_FOLLOWED_UP: Final = {
    Cadence.MONTHLY: 38,
    Cadence.QUARTERLY: 106,
    Cadence.HALF_YEARLY: 198,
    Cadence.YEARLY: 380,
}


@dataclass(frozen=True, slots=True)
class TrackedCommitment:
    """One commitment with all that is to be known of it.

    Attributes:
        label: Mission code and number, "M1.3".
        shared: Offices that share it.
        letters: Letters in force or being drafted in which it stands.
        findings: What the check says of it: L2, L3, L4, L10.
        words: What a search looks through, in small letters.
    """

    commitment: Commitment
    mission: Mission | None
    label: str
    lead: Office | None
    shared: tuple[Office, ...]
    timing: Timing
    letters: tuple[Letter, ...]
    findings: tuple[Finding, ...] = ()
    words: str = ""

    @property
    def id(self) -> str:
        """Id of the commitment."""
        return self.commitment.id

    @property
    def unproven(self) -> bool:
        """Said to be met, and nothing shows it."""
        return self.commitment.status in _MET and not self.commitment.evidence.strip()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which commitments are looked for; None and "" let all pass.

    Attributes:
        text: Words that all have to be there.
        mission: Id of the mission.
        office: Id of an office that leads or shares.
    """

    text: str = ""
    mission: str | None = None
    office: str | None = None
    status: CommitmentStatus | None = None
    timing: Timing | None = None

    def passed(self, rows: Iterable[TrackedCommitment]) -> tuple[TrackedCommitment, ...]:
        """Those of ``rows`` that fit, in their order."""
        words = self.text.casefold().split()
        return tuple(
            one for one in rows if self.suits(one) and all(word in one.words for word in words)
        )

    def suits(self, one: TrackedCommitment) -> bool:
        """Whether a commitment fits in all but the words."""
        return (
            self.mission in (None, one.commitment.mission)
            and self.status in (None, one.commitment.status)
            and self.timing in (None, one.timing)
            and (self.office is None or self.office in involved(one.commitment))
        )


class CommitmentTracker:
    """Reads commitments across missions and letters; nothing here writes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rows(self, wanted: Wanted | None = None) -> tuple[TrackedCommitment, ...]:
        """All commitments, or those wanted, by mission and number."""
        said: dict[str, list[Finding]] = {}
        for finding in self._session.findings:
            if finding.kind == "commitment":
                said.setdefault(finding.key, []).append(finding)
        found = tracked(self._session.situation, said)
        return wanted.passed(found) if wanted else found

    def get(self, key: str) -> TrackedCommitment | None:
        """The commitment with this id, or None."""
        return next((one for one in self.rows() if one.id == key), None)

    def loads(self) -> tuple[Finding, ...]:
        """Ministers with too much to steer (L5)."""
        return tuple(one for one in self._session.findings if one.rule == "L5")

    def headline(self, rows: Sequence[TrackedCommitment], tr: Translator) -> tuple[str, str]:
        """How they stand, in a sentence and a line of counts."""
        return _sentence(rows, tr), _counts(rows, tr)


def tracked(
    now: Situation, findings: dict[str, list[Finding]] | None = None
) -> tuple[TrackedCommitment, ...]:
    """All commitments of a situation by mission and number.

    Args:
        findings: By the commitments' ids.
    """
    said = findings or {}
    letters = [one for one in now.letters if _current(one)]
    rows = [_row(now, one, letters, tuple(said.get(one.id, ()))) for one in now.commitments]
    return tuple(
        sorted(
            rows,
            key=lambda one: (
                sort_key(one.mission.code if one.mission else "", "da"),
                one.commitment.number,
                one.id,
            ),
        )
    )


def involved(commitment: Commitment) -> tuple[str, ...]:
    """Ids of the offices that lead or share it."""
    return tuple(one for one in (commitment.lead_office, *commitment.co_offices) if one)


def timing_of(commitment: Commitment, on: date) -> Timing:
    """How it stands against its date on a day; late once the whole of its period is past."""
    if commitment.status in _DONE:
        return Timing.DONE
    if commitment.due is not None:
        if commitment.due.last < on:
            return Timing.OVERDUE
        soon = commitment.due.last <= on + timedelta(days=SOON_DAYS)
        return Timing.SOON if soon else Timing.LATER
    if commitment.cadence is None:
        return Timing.UNDATED
    said, most = commitment.status_date, timedelta(days=_FOLLOWED_UP[commitment.cadence])
    return Timing.SILENT if said is not None and said.last + most < on else Timing.RECURRING


def stands_in(letter: Letter, commitment: Commitment) -> bool:
    """Whether the letter prints the commitment: its reader leads or shares it (L10)."""
    if letter.mission is None or commitment.status is CommitmentStatus.NOT_PURSUED:
        return False
    readers = {letter.addressee_office, *letter.co_addressees} - {None}
    if not readers:
        return letter.mission == commitment.mission
    return bool(readers.intersection(involved(commitment)))


def _current(letter: Letter) -> bool:
    return letter.kind is not LetterKind.RECALL and (
        letter.state.in_force or not letter.state.final
    )


def _row(
    now: Situation, one: Commitment, letters: Sequence[Letter], findings: tuple[Finding, ...]
) -> TrackedCommitment:
    mission, lead = now.get(Mission, one.mission), now.get(Office, one.lead_office)
    offices = (now.get(Office, key) for key in one.co_offices)
    shared = tuple(office for office in offices if office is not None)
    label = f"{mission.code if mission else '–'}.{one.number}"
    standing = tuple(letter for letter in letters if stands_in(letter, one))
    parts = [label, one.text.da, one.text.en, one.measure.da, one.measure.en, one.evidence]
    parts += [text for office in (lead, *shared) if office for text in _both(office)]
    parts += [letter.number for letter in standing]
    return TrackedCommitment(
        one, mission, label, lead, shared, timing_of(one, now.today), standing, findings,
        " ".join(parts).casefold(),
    )  # fmt: skip


def _both(office: Office) -> tuple[str, str]:
    return office.title.da, office.title.en


def _sentence(rows: Sequence[TrackedCommitment], tr: Translator) -> str:
    if not rows:
        return tr.say(N_("There is no commitment yet"))
    count = Counter(one.timing for one in rows)
    late = count[Timing.OVERDUE]
    if late:
        return tr.plural(
            "{count} of {all} commitments is overdue",
            "{count} of {all} commitments are overdue",
            late,
            all=len(rows),
        )
    met = sum(one.commitment.status in _MET for one in rows)
    return tr.plural(
        "{count} of {all} commitments is met, none is overdue",
        "{count} of {all} commitments are met, none is overdue",
        met,
        all=len(rows),
    )


def _counts(rows: Sequence[TrackedCommitment], tr: Translator) -> str:
    by_status = Counter(one.commitment.status for one in rows)
    parts = [
        f"{tr.show(status)}\u00a0{tr.number(by_status[status])}"
        for status in CommitmentStatus
        if by_status[status]
    ]
    shared = sum(bool(one.shared) for one in rows)
    if shared:
        parts.append(tr.plural("{count} is shared", "{count} are shared", shared))
    unproven = sum(one.unproven for one in rows)
    if unproven:
        parts.append(
            tr.plural(
                "{count} is met without evidence", "{count} are met without evidence", unproven
            )
        )
    return " · ".join(parts)
