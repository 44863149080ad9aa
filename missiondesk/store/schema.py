# SPDX-License-Identifier: Apache-2.0
"""The tables: one for each kind, its columns made from the dataclass; the trail; the meta data.

A kind's table is made when it is first written: opening a workspace reads without, and making all
of them would be a good part of its time.
"""

from __future__ import annotations

from threading import Lock
from typing import Any, Final

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from missiondesk.domain.entities import KINDS
from missiondesk.domain.references import REFERENCES
from missiondesk.store.rows import shape_of

_METADATA: Final = MetaData()
_MAKING: Final = Lock()


def table_of(kind: str) -> Table:
    """The table of a kind of record."""
    # Not kept by functools: what forgets a workspace's texts empties such caches, and SQLAlchemy
    # makes a table of a name once.
    with _MAKING:
        made = _METADATA.tables.get(kind)
        return _make(kind) if made is None else made


def _make(kind: str) -> Table:
    # References are checked when a write ends, so that the order within it is free; nothing is
    # removed in cascade, because the trail could not tell who removed it.
    references = REFERENCES.get(kind, {})
    columns: list[Column[Any]] = []
    for column in shape_of(KINDS[kind]).columns:
        target = references.get(column.name)
        link = [_link(target)] if target else []
        columns.append(
            Column(
                column.name,
                Integer if column.integer else Text,
                *link,
                primary_key=column.name == "id",
                nullable=column.optional,
            )
        )
    return Table(kind, _METADATA, *columns, sqlite_strict=True)


def _link(target: str) -> ForeignKey:
    return ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")


def all_tables() -> MetaData:
    """Every table with its indexes, as a new workspace has them."""
    for kind in KINDS:
        table_of(kind)
    if table_of("metric").indexes:
        return _METADATA
    metric, common = table_of("metric").c, table_of("common_block").c
    Index(
        "one_key_metric",
        metric.mission,
        unique=True,
        sqlite_where=metric.key == 1,
        postgresql_where=metric.key == 1,
    )
    figure, point = table_of("observation").c, table_of("trajectory_point").c
    Index("one_figure_a_period", figure.metric, figure.period, unique=True)
    Index("one_interim_target_a_period", point.metric, point.period, unique=True)
    Index("one_common_text_a_language", common.language, common.kind, unique=True)
    result = table_of("seat_result").c
    Index("one_result_a_party", result.election, result.party, unique=True)
    Index("changes_of_a_record", CHANGE.c.kind, CHANGE.c.key)
    return _METADATA


def _words(*names: str) -> list[Column[Any]]:
    return [Column(name, Text, nullable=False, server_default="") for name in names]


def _seal_columns() -> list[Column[Any]]:
    """The columns of `domain.step.Seal`; a seal's `follows` is the seal of the Step before."""
    adopted: Column[Any] = Column("adopted", Integer, nullable=False, server_default="0")
    return [*_words("salt", "seal", "took", "erased"), adopted]


STEP: Final = Table(
    "step",
    _METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    Column("number", Integer, nullable=False, unique=True),
    Column("parent", Text),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("undoes", Text),
    *_seal_columns(),
    sqlite_strict=True,
)
CHANGE: Final = Table(
    "change",
    _METADATA,
    Column("step", Text, _link("step"), primary_key=True, nullable=False),
    Column("seq", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    *_words("salt", "erased"),
    sqlite_strict=True,
)
# What was done in copies that were put together with this workspace, as their trails told it: by
# it a copy that comes again is known, and who wrote what in it. Not part of this workspace's own
# trail, in which `joined_by` is the one Step that took it in.
JOINED_STEP: Final = Table(
    "joined_step",
    _METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    Column("number", Integer, nullable=False),
    Column("parent", Text),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("undoes", Text),
    Column("joined_by", Text, _link("step"), nullable=False),
    *_seal_columns(),
    *_words("follows"),
    sqlite_strict=True,
)

JOINED_CHANGE: Final = Table(
    "joined_change",
    _METADATA,
    Column("step", Text, _link("joined_step"), primary_key=True, nullable=False),
    Column("seq", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    *_words("salt", "erased"),
    sqlite_strict=True,
)

# Files that were issued, kept for ever under their SHA-256. They are no records: the trail holds
# their hash in the record that refers to them.
KEPT_FILE: Final = Table(
    "kept_file",
    _METADATA,
    Column("sha256", Text, primary_key=True, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    sqlite_strict=True,
)
META: Final = Table(
    "meta",
    _METADATA,
    Column("name", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)
