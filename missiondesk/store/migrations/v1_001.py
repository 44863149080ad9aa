# SPDX-License-Identifier: Apache-2.0
"""Version 1.1: interim targets, decided changes of a metric, feeds of figures, learning and
stocktakes; supporting indicators.
"""

from __future__ import annotations

from typing import Final

VERSION: Final = 1001

_METRIC: Final = "FOREIGN KEY(metric) REFERENCES metric (id) DEFERRABLE INITIALLY DEFERRED"
_MISSION: Final = "FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED"
_INITIATIVE: Final = (
    "FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED"
)

STATEMENTS: Final[tuple[str, ...]] = (
    "ALTER TABLE metric ADD COLUMN indicator TEXT",
    """
    ALTER TABLE metric
    ADD COLUMN part_of TEXT REFERENCES metric (id) DEFERRABLE INITIALLY DEFERRED
    """,
    """ALTER TABLE metric ADD COLUMN part_name TEXT NOT NULL DEFAULT '{"da":"","en":""}'""",
    "ALTER TABLE metric ADD COLUMN dead_band TEXT",
    "ALTER TABLE metric ADD COLUMN band_low TEXT",
    "ALTER TABLE metric ADD COLUMN band_high TEXT",
    "ALTER TABLE metric ADD COLUMN next_release TEXT",
    "ALTER TABLE observation ADD COLUMN former_value TEXT",
    "ALTER TABLE observation ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE assessment ADD COLUMN next_step TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE initiative ADD COLUMN contribution_low TEXT",
    "ALTER TABLE initiative ADD COLUMN contribution_high TEXT",
    f"""
    CREATE TABLE trajectory_point (
        id TEXT NOT NULL,
        metric TEXT NOT NULL,
        period TEXT NOT NULL,
        value TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        {_METRIC}
    )
     STRICT
    """,
    "CREATE UNIQUE INDEX one_interim_target_a_period ON trajectory_point (metric, period)",
    f"""
    CREATE TABLE metric_change (
        id TEXT NOT NULL,
        metric TEXT NOT NULL,
        decided TEXT NOT NULL,
        fields TEXT NOT NULL,
        former TEXT NOT NULL,
        reason TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        reference TEXT NOT NULL,
        PRIMARY KEY (id),
        {_METRIC}
    )
     STRICT
    """,
    f"""
    CREATE TABLE figure_feed (
        id TEXT NOT NULL,
        metric TEXT NOT NULL,
        format TEXT NOT NULL,
        "table" TEXT NOT NULL,
        title TEXT NOT NULL,
        selection TEXT NOT NULL,
        factor TEXT NOT NULL,
        since TEXT,
        file_name TEXT NOT NULL,
        edition TEXT NOT NULL,
        read TEXT,
        PRIMARY KEY (id),
        {_METRIC}
    )
     STRICT
    """,
    f"""
    CREATE TABLE learning (
        id TEXT NOT NULL,
        mission TEXT NOT NULL,
        initiative TEXT,
        period TEXT NOT NULL,
        hypothesis TEXT NOT NULL,
        did TEXT NOT NULL,
        saw TEXT NOT NULL,
        so_what TEXT NOT NULL,
        source TEXT NOT NULL,
        strength INTEGER,
        decision TEXT NOT NULL,
        publication TEXT NOT NULL,
        PRIMARY KEY (id),
        {_MISSION},
        {_INITIATIVE}
    )
     STRICT
    """,
    f"""
    CREATE TABLE stocktake (
        id TEXT NOT NULL,
        mission TEXT,
        number INTEGER NOT NULL,
        held TEXT NOT NULL,
        data_cutoff TEXT NOT NULL,
        state TEXT NOT NULL,
        issues TEXT NOT NULL,
        decisions_asked TEXT NOT NULL,
        decisions_taken TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        {_MISSION}
    )
     STRICT
    """,
)
