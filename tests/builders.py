# SPDX-License-Identifier: Apache-2.0
"""Records for tests with sensible Danish values; a test names only the fields it is about."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from missiondesk.domain.assessment import Confidence, StatusAssessment
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import Entity
from missiondesk.domain.figure_feed import FigureFeed
from missiondesk.domain.identity import new_id
from missiondesk.domain.initiative import Initiative, Instrument, Money, Stage
from missiondesk.domain.learning import EvidenceSource, LearningEntry
from missiondesk.domain.letter import BlockKind, CommonBlock, Letter, LetterBlock
from missiondesk.domain.letter_reply import LetterReply
from missiondesk.domain.metric import (
    Direction,
    Observation,
    OutcomeMetric,
    Periodicity,
    TrajectoryPoint,
)
from missiondesk.domain.metric_change import MetricChange
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import ActorType, Mission, MissionState, Publication
from missiondesk.domain.organisation import Appointment, Ministry, Office, Person
from missiondesk.domain.party import Party
from missiondesk.domain.period import Period
from missiondesk.domain.platform import PlatformChapter, PlatformGoal
from missiondesk.domain.secretariat import Secretariat
from missiondesk.domain.stocktake import Stocktake
from missiondesk.domain.wording import Wording
from tests.more_builders import (
    a_comment,
    a_copy_sent,
    a_journal_mark,
    a_purge,
    one_of_each_that_equips,
    one_of_each_that_governs,
)
from tests.talks_builders import one_of_each_in_talks


def a_secretariat(**fields: Any) -> Secretariat:
    """The settings of a workspace."""
    values: dict[str, Any] = {
        "id": new_id(),
        "title": Wording("Eksempelsekretariatet", "The example secretariat"),
        "sender": Wording("Statsministeriet", "Prime Minister's Office"),
        "address": "Eksempelgade 1\n1000 København K",
        "contact": "Eksempel · +45 00 00 00 00",
        "data_date": Period("2026-11-02"),
        "term_start": Period("2026-10-01"),
    }
    return Secretariat(**values | fields)


def a_ministry(**fields: Any) -> Ministry:
    """Beskæftigelsesministeriet."""
    values: dict[str, Any] = {
        "id": new_id(),
        "code": "BM",
        "name": Wording("Beskæftigelsesministeriet", "Ministry of Employment"),
        "address": "Eksempelgade 2\n1000 København K",
        "valid_from": Period("2022-12-15"),
    }
    return Ministry(**values | fields)


def an_office(**fields: Any) -> Office:
    """Beskæftigelsesministeren; no ministry unless given."""
    values: dict[str, Any] = {
        "id": new_id(),
        "title": Wording("Beskæftigelsesminister", "Minister for Employment"),
        "valid_from": Period("2022-12-15"),
    }
    return Office(**values | fields)


def a_person(**fields: Any) -> Person:
    """An invented holder of an office."""
    values: dict[str, Any] = {"id": new_id(), "name": "Eksempel Åsen", "first_name": "Eksempel"}
    return Person(**values | fields)


def an_appointment(**fields: Any) -> Appointment:
    """A person in an office; give both ids when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "office": new_id(),
        "person": new_id(),
        "valid_from": Period("2026-10-01"),
    }
    return Appointment(**values | fields)


def a_mission(**fields: Any) -> Mission:
    """A mission that is under way, complete but for its office."""
    values: dict[str, Any] = {
        "id": new_id(),
        "code": "M1",
        "title": Wording(
            "Færre unge uden job og uddannelse", "Fewer young people without work or education"
        ),
        "sentence": Wording(
            "I 2030 er højst 25.000 unge uden job og uddannelse.",
            "In 2030 at most 25,000 young people are without work or education.",
        ),
        "narrative": Wording(
            "Unge uden fodfæste mister år, som de ikke får igen. Kommuner, skoler og "
            "virksomheder løfter sammen.",
            "Young people without a foothold lose years they never get back. Municipalities, "
            "schools and businesses act together.",
        ),
        "challenge": Wording("Social ulighed", "Social inequality"),
        "target_group": Wording("Unge mellem 15 og 24 år", "Young people aged 15 to 24"),
        "start": Period("2026-10"),
        "horizon": Period("2030"),
        "state": MissionState.ACTIVE,
        "actor_types": (ActorType.MUNICIPALITY, ActorType.BUSINESS),
        "publication": Publication.PUBLIC,
    }
    return Mission(**values | fields)


def a_metric(**fields: Any) -> OutcomeMetric:
    """A key metric with baseline and target; give ``mission`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "mission": new_id(),
        "name": Wording("Unge uden job og uddannelse", "Young people without work or education"),
        "definition": Wording(
            "Personer mellem 15 og 24 år, der hverken er i job eller uddannelse.",
            "Persons aged 15 to 24 who are neither in work nor in education.",
        ),
        "unit": Wording("personer", "persons"),
        "decimals": 0,
        "direction": Direction.DOWN,
        "source": Wording("Eksempelkilde", "Example source"),
        "publisher": Wording("Danmarks Statistik", "Statistics Denmark"),
        "table_id": "EKS01",
        "periodicity": Periodicity.YEAR,
        "delay_months": 8,
        "baseline_value": Decimal(43000),
        "baseline_period": Period("2024"),
        "target_value": Decimal(25000),
        "target_period": Period("2030"),
    }
    return OutcomeMetric(**values | fields)


def an_observation(**fields: Any) -> Observation:
    """One published figure; give ``metric`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "metric": new_id(),
        "period": Period("2025"),
        "value": Decimal(40500),
        "published": Period("2026-08-20"),
        "source_reference": "EKS01",
    }
    return Observation(**values | fields)


def an_assessment(**fields: Any) -> StatusAssessment:
    """A dated status; give ``mission`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "mission": new_id(),
        "period": Period("2026-11-02"),
        "rating": "on_track",
        "ratio": "0.97",
        "method": "growth-ratio 1",
        "confidence": Confidence.PROBABLE,
        "narrative": "Tallene følger stien.",
        "assessor": "Sekretariatet",
    }
    return StatusAssessment(**values | fields)


def a_milestone(**fields: Any) -> Milestone:
    """A dated event; give ``mission`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "mission": new_id(),
        "title": Wording("Aftale med kommunerne", "Agreement with the municipalities"),
        "due": Period("2027-Q1"),
    }
    return Milestone(**values | fields)


def an_initiative(**fields: Any) -> Initiative:
    """An initiative in its pilot; it serves no mission unless given."""
    values: dict[str, Any] = {
        "id": new_id(),
        "code": "I1",
        "title": Wording("Én indgang for unge", "One entrance for young people"),
        "hypothesis": Wording(
            "Når den unge møder én indgang, begynder flere.",
            "With one entrance more young people begin.",
        ),
        "delivery_body": "Eksempel Kommune",
        "stage": Stage.PILOT,
        "stage_since": Period("2026-10"),
        "start": Period("2026-10"),
        "end": Period("2028-12"),
        "instrument": Instrument.SERVICE,
        "contribution": Decimal(-3000),
        "kill_criteria": Wording("Under 100 unge efter et år", "Below 100 after a year"),
        "scale_criteria": Wording("Over 500 unge efter et år", "Above 500 after a year"),
        "gate_due": Period("2027-10"),
        "frame": (Money(2026, 12_000_000_00), Money(2027, 24_000_000_00)),
    }
    return Initiative(**values | fields)


def a_commitment(**fields: Any) -> Commitment:
    """What one minister promises; give ``mission`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "mission": new_id(),
        "number": 1,
        "text": Wording("Indgå en aftale med KL.", "Conclude an agreement with Local Government."),
        "measure": Wording("Aftalen er underskrevet", "The agreement is signed"),
        "due": Period("2027-03-31"),
    }
    return Commitment(**values | fields)


def a_letter(**fields: Any) -> Letter:
    """A draft in Danish; it belongs to no mission unless given."""
    values: dict[str, Any] = {
        "id": new_id(),
        "date": Period("2026-11-02"),
        "unit": "Missionssekretariatet",
        "case_officer": "Eksempel Sagsbehandler",
        "case_number": "2026-0001",
        "document_number": "000001",
        "follow_up": Period("2027-02-01"),
    }
    return Letter(**values | fields)


def a_block(**fields: Any) -> LetterBlock:
    """A block of a letter; give ``letter`` when it is to be stored."""
    values: dict[str, Any] = {
        "id": new_id(),
        "letter": new_id(),
        "kind": BlockKind.CONTEXT,
        "position": 7,
        "heading": "Baggrund",
        "text": "For mange unge står uden job og uddannelse.\n\n- Første punkt\n- Andet punkt",
    }
    return LetterBlock(**values | fields)


def a_trajectory_point(**fields: Any) -> TrajectoryPoint:
    """An interim target of 6.0 in 2026."""
    values: dict[str, Any] = {"id": new_id(), "period": Period("2026"), "value": Decimal("6.0")}
    return TrajectoryPoint(**values | fields)


def a_metric_change(**fields: Any) -> MetricChange:
    """The target became another by a decision."""
    values: dict[str, Any] = {
        "id": new_id(),
        "decided": Period("2026-09-15"),
        "fields": ("target_value",),
        "former": '{"target_value":"4.0"}',
        "reason": Wording("Aftalen blev udvidet.", "The agreement was extended."),
        "decided_by": "Koordinationsudvalget (eksempel)",
        "reference": "2026-117",
    }
    return MetricChange(**values | fields)


def a_figure_feed(**fields: Any) -> FigureFeed:
    """A PX table that feeds a metric."""
    values: dict[str, Any] = {
        "id": new_id(),
        "format": "PX",
        "table": "NEET1",
        "title": "Unge uden job og uddannelse",
        "selection": '{"alder":"15-24"}',
        "file_name": "neet1.px",
        "edition": "20260601 08:00",
        "read": Period("2026-06-02"),
    }
    return FigureFeed(**values | fields)


def a_learning_entry(**fields: Any) -> LearningEntry:
    """What a pilot taught."""
    values: dict[str, Any] = {
        "id": new_id(),
        "period": Period("2026-08"),
        "hypothesis": Wording("Én fast kontakt får flere i job.", "One contact gets more to work."),
        "did": Wording("To kommuner prøvede det i et halvt år.", "Two municipalities tried it."),
        "saw": Wording("29 % kom i job mod 17 %.", "29 % found work against 17 %."),
        "so_what": Wording("Kontakten skal følge hele vejen.", "The contact must stay."),
        "source": EvidenceSource.EVALUATION,
        "strength": 3,
        "decision": Wording("Prøves i ti kommuner.", "Try it in ten municipalities."),
    }
    return LearningEntry(**values | fields)


def a_stocktake(**fields: Any) -> Stocktake:
    """A stocktake of all missions unless one is given."""
    values: dict[str, Any] = {
        "id": new_id(),
        "held": Period("2026-11-20"),
        "data_cutoff": Period("2026-11-01"),
        "issues": Wording("Data er fra 2020.", "The data are from 2020."),
        "decisions_asked": Wording("Skal forsøget udvides?", "Extend the pilot?"),
    }
    return Stocktake(**values | fields)


def a_common_block(**fields: Any) -> CommonBlock:
    """The principles that stand in every letter."""
    values: dict[str, Any] = {
        "id": new_id(),
        "heading": "Principper",
        "text": "- Vi arbejder åbent.\n- Vi stopper det, der ikke virker.",
    }
    return CommonBlock(**values | fields)


def a_reply(**fields: Any) -> LetterReply:
    """A reply on the second half of 2026."""
    values: dict[str, Any] = {
        "id": new_id(),
        "period": Period("2026-H2"),
        "received": Period("2027-01-15"),
        "sender": "Beskæftigelsesministeriet",
        "summary": "Fremdriften følger planen.",
        "file_name": "svar.xlsx",
    }
    return LetterReply(**values | fields)


def a_chapter(**fields: Any) -> PlatformChapter:
    """The first chapter of the platform."""
    values: dict[str, Any] = {
        "id": new_id(),
        "number": 1,
        "title": Wording("Alle skal med", "Everybody on board"),
        "narrative": Wording("Vi samler kræfterne om de unge.", "We gather forces for the young."),
    }
    return PlatformChapter(**values | fields)


def a_platform_goal(**fields: Any) -> PlatformGoal:
    """A goal with a date and money."""
    values: dict[str, Any] = {
        "id": new_id(),
        "number": 1,
        "text": Wording("Færre unge uden job og uddannelse", "Fewer young people without job"),
        "due": Period("2030"),
        "frame": (Money(2027, 20_000_000_00),),
        "financing": "Finansloven",
        "agreed_by": "(X), (Y)",
    }
    return PlatformGoal(**values | fields)


def one_of_each() -> tuple[Entity, ...]:
    """One record of every kind, all joined."""
    ministry, person, mission, letter = a_ministry(), a_person(), a_mission(), a_letter()
    office = an_office(ministry=ministry.id)
    metric, chapter = a_metric(mission=mission.id), a_chapter()
    initiative = an_initiative(mission=mission.id)
    talks = one_of_each_in_talks(chapter.id)
    party = next(one for one in talks if isinstance(one, Party))
    return (
        a_secretariat(), ministry, office, person, mission, metric, letter,
        an_appointment(office=office.id, person=person.id),
        an_observation(metric=metric.id), an_assessment(mission=mission.id),
        a_milestone(mission=mission.id), initiative,
        a_commitment(mission=mission.id, lead_office=office.id), a_block(letter=letter.id),
        a_trajectory_point(metric=metric.id), a_metric_change(metric=metric.id),
        a_figure_feed(metric=metric.id), a_learning_entry(mission=mission.id),
        a_stocktake(mission=mission.id), a_common_block(), a_reply(letter=letter.id), chapter,
        a_platform_goal(chapter=chapter.id, mission=mission.id, office=office.id),
        *one_of_each_that_governs(mission.id, initiative.id, office.id),
        *one_of_each_that_equips(mission.id, initiative.id),
        *talks,
        a_copy_sent(party=party.id), a_comment(record=mission.id),
        a_journal_mark(letter=letter.id), a_purge(),
    )  # fmt: skip
