# SPDX-License-Identifier: Apache-2.0
"""SQLAlchemy's way to a database in memory; imported for the first write, see `store.opening`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool


def engine_on(raw: sqlite3.Connection) -> Engine:
    """An engine over this one connection, which leaves all transactions to us."""
    creator: Callable[[], sqlite3.Connection] = lambda: raw  # noqa: E731
    engine = create_engine("sqlite://", creator=creator, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
