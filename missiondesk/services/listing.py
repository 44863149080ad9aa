# SPDX-License-Identifier: Apache-2.0
"""What is in a workspace, record by record: a line for people, plain values for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from missiondesk.domain.actor import Engagement
from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.body import Body, Meeting
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import KIND_OF, KINDS, Entity
from missiondesk.domain.gate import Criterion, Gate
from missiondesk.domain.gates import stand
from missiondesk.domain.initiative import Initiative, Stage
from missiondesk.domain.letter import Letter, LetterBlock
from missiondesk.domain.lights import lights_of
from missiondesk.domain.message import Worded
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Ministry, Office, Person
from missiondesk.domain.period import Period
from missiondesk.domain.rating import Rating
from missiondesk.domain.references import REFERENCES
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services import criterion_words, light_words, metric_words
from missiondesk.services.naming import name_of
from missiondesk.services.placeholder_names import text_shown

if TYPE_CHECKING:
    from missiondesk.services.session import Session

_RATINGS: Final[Mapping[str, Rating]] = {one.value: one for one in Rating}


class Listing:
    """Reads the workspace as it is; nothing here writes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def counts(self) -> Mapping[str, int]:
        """How many records of each kind there are, in the kinds' own order."""
        now = self._session.situation
        return {name: len(now.all(kind)) for name, kind in KINDS.items()}

    def plain(self, kind: str) -> list[dict[str, Any]]:
        """All records of a kind as plain values for JSON, by field name."""
        return [as_plain(one) for one in self._session.situation.all(KINDS[kind])]

    def lines(self, kind: str, tr: Translator) -> list[str]:
        """One line a record, sorted as the language sorts."""
        now = self._session.situation
        tidy = [line_of(now, one, tr) for one in now.all(KINDS[kind])]
        return sorted(tidy, key=tr.sort_key) if kind != "letter_block" else tidy


def line_of(now: Situation, record: Entity, tr: Translator) -> str:
    """The record on one line, what tells it from its like first."""
    return " ".join(" · ".join(_parts(now, record, tr)).split())


def as_plain(value: Any) -> Any:
    """A record or a field of it in JSON's own kinds: amounts as text with all digits."""
    if isinstance(value, Period):
        return value.text
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [as_plain(one) for one in value]
    return value


def _parts(now: Situation, record: Entity, tr: Translator) -> tuple[str, ...]:
    """What tells the record from its like, the most important first."""
    match record:
        case Mission():
            judged = now.judgement_of(record.id).rating
            return (
                *_named(record, tr),
                tr.show(record.state),
                f"{judged.symbol} {tr.show(judged)}",
            )
        case OutcomeMetric():
            return _metric(now, record, tr)
        case Observation():
            return _observation(now, record, tr)
        case StatusAssessment():
            word = tr.show(record.confidence) if record.confidence else ""
            rating = _RATINGS.get(record.rating)
            shown = tr.show(rating) if rating is not None else record.rating
            return _kept(_code(now, record.mission), tr.period(record.period), word, shown)
        case Milestone():
            due = tr.period(record.due) if record.due else ""
            return _kept(
                _code(now, record.mission), *_named(record, tr), due, tr.show(record.status)
            )
        case Initiative():
            light = lights_of(record, now.today).shown
            shown = light_words.light(light, tr) if light is not None else ""
            return _kept(*_named(record, tr), tr.show(record.stage), shown)
        case Commitment():
            code = f"{_code(now, record.mission)}.{record.number}"
            return _kept(code, record.text.in_language(tr.lang), tr.show(record.status))
        case _:
            return _others(now, record, tr)


def _others(now: Situation, record: Entity, tr: Translator) -> tuple[str, ...]:
    match record:
        case Appointment():
            office, person = now.get(Office, record.office), now.get(Person, record.person)
            names = [name_of(one, tr.lang) for one in (office, person) if one is not None]
            dates = [tr.period(one) for one in (record.valid_from, record.valid_to) if one]
            return _kept(*names, "–".join(dates))
        case Office():
            ministry = now.get(Ministry, record.ministry)
            return _kept(*_named(record, tr), name_of(ministry, tr.lang) if ministry else "")
        case Ministry():
            return _kept(record.code, *_named(record, tr))
        case Letter():
            mission = now.get(Mission, record.mission)
            title = name_of(mission, tr.lang) if mission else ""
            language = tr.say("Danish") if record.language == "da" else tr.say("English")
            return _kept(record.number, title, language, tr.show(record.state))
        case LetterBlock():
            return _block(now, record, tr)
        case Gate():
            return _gate(now, record, tr)
        case Criterion():
            one = now.get(Initiative, record.initiative)
            code = one.code if one is not None else ""
            kind = tr.show(record.kind)
            return _kept(code, kind, criterion_words.line(stand(now, record), tr))
        case _:
            return _kept(*_named(record, tr), *_beside(now, record, tr))


def _block(now: Situation, block: LetterBlock, tr: Translator) -> tuple[str, ...]:
    """Of which letter first: the same block stands in each of them."""
    letter, kind = now.get(Letter, block.letter), tr.show(block.kind)
    whose = language = ""
    if letter is not None:
        whose = letter.number or _code(now, letter.mission or "") or tr.show(letter.kind)
        language = letter.language
    heading = block.heading if block.heading != kind else ""
    return _kept(whose, kind, heading, text_shown(block.text, language))


def _gate(now: Situation, gate: Gate, tr: Translator) -> tuple[str, ...]:
    one, body = now.get(Initiative, gate.initiative), now.get(Body, gate.body)
    way = tr.say("{before} → {after}", before=gate.from_stage, after=gate.to_stage)
    return _kept(
        name_of(one, tr.lang) if one is not None else "",
        way,
        tr.period(gate.day) if gate.day is not None else "",
        _standing(gate, one, tr),
        name_of(body, tr.lang) if body is not None else "",
    )


def _standing(gate: Gate, initiative: Initiative | None, tr: Translator) -> str:
    if gate.result is not None:
        return tr.show(gate.result)
    closed = initiative is not None and initiative.stage is Stage.CLOSED
    return tr.say("lapsed") if closed else tr.say("ahead")


# Fields that tell records without a name of their own apart, the most telling first.
_TELLING: Final = (
    "skill", "actor", "body", "meeting", "initiative", "mission", "commitment", "office",
    "kind", "part", "role", "type", "source", "level", "state", "result", "stance", "due", "date",
)  # fmt: skip


def _beside(now: Situation, record: Entity, tr: Translator) -> Iterator[str]:
    references = REFERENCES.get(KIND_OF[type(record)], {})
    for field in _TELLING:
        value = getattr(record, field, None)
        if field in references:
            found = now.get(KINDS[references[field]], value)
            yield _called(found, tr) if found is not None else ""
        elif isinstance(value, Worded):
            yield tr.show(value)
        elif isinstance(value, Period):
            yield tr.period(value)


def _called(record: Entity, tr: Translator) -> str:
    """A record as another one names it; what is known by its day alone with the day in words."""
    day = record.date if isinstance(record, Meeting | Engagement) else None
    return tr.period(day) if day is not None else name_of(record, tr.lang)


def _metric(now: Situation, metric: OutcomeMetric, tr: Translator) -> tuple[str, ...]:
    base = metric_words.baseline(metric, tr)
    goal = metric_words.target(metric, tr)
    period = tr.period(metric.target_period) if metric.target_period else ""
    arrow = " → ".join(part for part in (base, goal) if part)
    return _kept(_code(now, metric.mission), metric.name.in_language(tr.lang), arrow, period)


def _observation(now: Situation, seen: Observation, tr: Translator) -> tuple[str, ...]:
    metric = now.get(OutcomeMetric, seen.metric)
    figure = metric_words.figure(metric, seen.value, tr) if metric else tr.number(seen.value)
    code = _code(now, metric.mission) if metric else ""
    return _kept(code, tr.period(seen.period), figure, tr.show(seen.status))


def _code(now: Situation, mission: str) -> str:
    found = now.get(Mission, mission)
    return found.code if found else ""


def _named(record: Entity, tr: Translator) -> tuple[str, ...]:
    return (name_of(record, tr.lang),)


def _kept(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
