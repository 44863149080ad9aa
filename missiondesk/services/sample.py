# SPDX-License-Identifier: Apache-2.0
"""The sample: a government's desk built from real cases, every invented part labelled as such."""

from __future__ import annotations

import json
import tomllib
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from missiondesk.domain import identity
from missiondesk.domain.assessment import StatusAssessment
from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.letter import Letter, LetterKind
from missiondesk.domain.metric import Observation, OutcomeMetric
from missiondesk.domain.progress import judge
from missiondesk.domain.references import LISTED, REFERENCES
from missiondesk.domain.step import Verb
from missiondesk.language import LANGUAGES
from missiondesk.services.letter_common import standard_part
from missiondesk.services.letter_drafting import opened, standard_letter, with_common
from missiondesk.services.metrics import assessment
from missiondesk.services.skill_list import shipped_id, shipped_skills
from missiondesk.system.resources import resource

if TYPE_CHECKING:
    from missiondesk.store.store import Store

NAMESPACE: Final = uuid.UUID("6f2f7a52-0b0e-5d1c-9a54-2d2b6d1f0c11")
MADE_AT: Final = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_ORGANISATION: Final = ("ministry", "office", "person", "appointment")
_OF_MISSION: Final = ("initiative", "milestone", "commitment", "letter")
# What hangs on the key metric, and what on the mission beside its initiatives.
_OF_METRIC: Final = ("trajectory_point", "metric_change", "figure_feed")
_OF_LEARNING: Final = ("learning", "stocktake")
# What stands beside the missions, after the letter to all ministers.
_OF_GOVERNMENT: Final = ("letter_reply", "platform_chapter", "platform_goal")
# Files beside the missions, each with whatever kinds it holds.
_BESIDE: Final = (
    "governance", "responsibilities", "portfolio", "skills", "actors", "talks", "copies",
)  # fmt: skip
# Lists of [year, million kroner].
_MONEY: Final = ("frame", "spent", "freed", "amounts", "money")
_OERE_A_MILLION: Final = 100_000_000


def fill_sample(store: Store) -> None:
    """Write the sample into an empty workspace, in one step, with the same ids every time."""
    with identity.fixed(MADE_AT, _counted("step")):
        records = sample_records()
        with store.write(Verb.SET_UP, records[0].id, "Eksempel") as unit:
            for record in records:
                unit.save(record)


def sample_records(folder: Path | None = None) -> tuple[Entity, ...]:
    """All records of the sample, the secretariat first.

    Raises:
        FileNotFoundError, ValueError, KeyError: The shipped files are damaged.
    """
    folder = folder or resource("sample")
    organisation = _read(folder / "organisation.toml")
    found: list[Entity] = [_record("secretariat", "secretariat", organisation["secretariat"])]
    for kind in _ORGANISATION:
        for position, table in enumerate(organisation[kind]):
            found.append(_record(kind, table.pop("key", f"{kind}-{position}"), table))
    for file in sorted(folder.glob("mission-*.toml")):
        found += _mission(file.stem, _read(file))
    found += _government(_read(folder / "government.toml"))
    found += shipped_skills()
    for name in _BESIDE:
        content = _read(folder / f"{name}.toml")
        found += [
            _record(kind, table.pop("key", f"{kind}-{position}"), table)
            for kind, tables in content.items()
            for position, table in enumerate(tables, start=1)
        ]
    return tuple(found)


def _mission(name: str, content: dict[str, Any]) -> list[Entity]:
    """The records of one mission's file; what belongs to the mission need not say so."""
    mission = _record("mission", name, content["mission"])
    metric = _record("metric", name, {**content["metric"], "mission": name})
    assert isinstance(metric, OutcomeMetric)
    seen = [
        _record("observation", f"{name}-{table['period']}", {**table, "metric": name})
        for table in content.get("observation", [])
    ]
    found: list[Entity] = [mission, metric, *seen]
    found += _assessments(name, content, metric, seen)
    found += _indicators(name, content)
    found += _each(_OF_METRIC, name, content, {"metric": name})
    for kind in _OF_MISSION:
        for position, table in enumerate(content.get(kind, []), start=1):
            key = table.pop("key", f"{name}-{position}")
            blocks = table.pop("block", [])
            record = _record(kind, key, {**table, "mission": name})
            found.append(record)
            if isinstance(record, Letter):
                found += _blocks(record, metric, blocks)
    return [*found, *_each(_OF_LEARNING, name, content, {"mission": name})]


def _government(content: dict[str, Any]) -> list[Entity]:
    """Records that belong to no single mission, and the common part of letters."""
    common: list[Entity] = [block for language in LANGUAGES for block in standard_part(language)]
    letters: list[Entity] = []
    for table in content.get("letter", []):
        letter = _record("letter", table.pop("key"), table)
        assert isinstance(letter, Letter)
        letters += [letter, *_blocks(letter, None, [])]
    return [*common, *letters, *_beside(content)]


def _beside(content: dict[str, Any]) -> list[Entity]:
    return [
        _record(kind, table.pop("key", f"{kind}-{position}"), table)
        for kind in _OF_GOVERNMENT
        for position, table in enumerate(content.get(kind, []), start=1)
    ]


def _each(
    kinds: tuple[str, ...], name: str, content: dict[str, Any], owner: dict[str, str]
) -> list[Entity]:
    return [
        _record(kind, f"{name}-{position}", {**table, **owner})
        for kind in kinds
        for position, table in enumerate(content.get(kind, []), start=1)
    ]


def _indicators(name: str, content: dict[str, Any]) -> list[Entity]:
    """Supporting indicators with their figures."""
    found: list[Entity] = []
    for table in content.get("indicator", []):
        key, seen = table.pop("key"), table.pop("observation", [])
        found.append(_record("metric", key, {**table, "mission": name, "key": False}))
        found += [
            _record("observation", f"{key}-{one['period']}", {**one, "metric": key}) for one in seen
        ]
    return found


def _assessments(
    name: str, content: dict[str, Any], metric: OutcomeMetric, seen: list[Entity]
) -> list[Entity]:
    """People's judgements, each with the rating that the figures known by then give."""
    observations = tuple(one for one in seen if isinstance(one, Observation))
    found: list[Entity] = []
    for table in content.get("assessment", []):
        made = _record("assessment", f"{name}-{table['period']}", {**table, "mission": name})
        assert isinstance(made, StatusAssessment)
        known = tuple(one for one in observations if one.period.last <= made.period.last)
        computed = assessment(made.mission, judge(metric, known, made.period.last), made.period)
        row = {
            "rating": computed.rating,
            "ratio": computed.ratio,
            "method": computed.method,
            "inputs": computed.inputs,
        }
        found.append(
            _record("assessment", f"{name}-{table['period']}", {**table, **row, "mission": name})
        )
    return found


def _blocks(
    letter: Letter, metric: OutcomeMetric | None, changed: list[dict[str, Any]]
) -> list[Entity]:
    """The standard blocks, some with the letter's own words, the common ones with none."""
    own = {table["kind"]: table for table in changed}
    kind = LetterKind.MISSION if letter.kind is LetterKind.REVISION else letter.kind
    with identity.fixed(ids=_counted(f"block/{letter.id}")):
        blocks = standard_letter(letter.id, letter.language, metric, kind)
    if letter.supersedes is not None:
        blocks = opened(blocks, letter.language)
    found: list[Entity] = []
    for block in blocks:
        table = own.get(block.kind.value)
        if table is None:
            found += with_common((block,), kind)
            continue
        row = {"heading": block.heading, "text": block.text.strip(), **table}
        place = {"kind": block.kind.value, "position": block.position}
        found.append(_record("letter_block", block.id, {**row, **place}, letter=letter.id))
    return found


# ---------------------------------------------------------------- from tables to records


def _record(kind: str, key: str, table: Mapping[str, Any], **stored: str) -> Entity:
    """A record from a table of a file, by the same mapping that the workspace uses."""
    from missiondesk.store.rows import shape_of

    row = {name: _stored(kind, name, value) for name, value in table.items()}
    if kind == "comment":  # it can be on a record of any kind
        row["record"] = _id(table["kind"], table["record"])
    record = shape_of(KINDS[kind]).decode({**row, **stored, "id": _id(kind, key)})
    assert isinstance(record, KINDS[kind])
    return record


def _stored(kind: str, name: str, value: Any) -> str | int:
    if name in LISTED.get(kind, ()):
        return json.dumps([_id(LISTED[kind][name], one) for one in value])
    if name in REFERENCES.get(kind, ()):
        return _id(REFERENCES[kind][name], value)
    if name in _MONEY:
        money = [{"year": int(year), "oere": round(mio * _OERE_A_MILLION)} for year, mio in value]
        return json.dumps(money)
    if isinstance(value, dict):
        return json.dumps({"da": value.get("da", ""), "en": value.get("en", "")})
    if isinstance(value, list):
        return json.dumps(value)
    return int(value) if isinstance(value, bool) else value


def _id(kind: str, key: str) -> str:
    return shipped_id(key) if kind == "skill" else str(uuid.uuid5(NAMESPACE, f"{kind}/{key}"))


def _counted(name: str) -> Callable[[], str]:
    numbers = iter(range(1, 1_000_000))
    return lambda: str(uuid.uuid5(NAMESPACE, f"{name}/{next(numbers)}"))


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


__all__ = ["MADE_AT", "fill_sample", "sample_records"]
