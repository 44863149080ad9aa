# SPDX-License-Identifier: Apache-2.0
"""Version 1.0: the first tables, frozen as they were released."""

from __future__ import annotations

from typing import Final

VERSION: Final = 1000

STATEMENTS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE meta (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name)
    )
     STRICT
    """,
    """
    CREATE TABLE ministry (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        address TEXT NOT NULL,
        valid_from TEXT,
        valid_to TEXT,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE TABLE person (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        first_name TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE TABLE secretariat (
        id TEXT NOT NULL,
        title TEXT NOT NULL,
        sender TEXT NOT NULL,
        address TEXT NOT NULL,
        contact TEXT NOT NULL,
        data_date TEXT,
        term_start TEXT,
        classification TEXT NOT NULL,
        window_left_mm INTEGER NOT NULL,
        window_top_mm INTEGER NOT NULL,
        sample INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE TABLE step (
        id TEXT NOT NULL,
        number INTEGER NOT NULL,
        parent TEXT,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        verb TEXT NOT NULL,
        subject TEXT NOT NULL,
        about TEXT NOT NULL,
        undoes TEXT,
        PRIMARY KEY (id),
        UNIQUE (number)
    )
     STRICT
    """,
    """
    CREATE TABLE change (
        step TEXT NOT NULL,
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        "key" TEXT NOT NULL,
        "before" TEXT,
        "after" TEXT,
        PRIMARY KEY (step, seq),
        FOREIGN KEY(step) REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE INDEX changes_of_a_record ON change (kind, "key")
    """,
    """
    CREATE TABLE office (
        id TEXT NOT NULL,
        ministry TEXT,
        title TEXT NOT NULL,
        level TEXT NOT NULL,
        valid_from TEXT,
        valid_to TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(ministry) REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE appointment (
        id TEXT NOT NULL,
        office TEXT NOT NULL,
        person TEXT NOT NULL,
        valid_from TEXT,
        valid_to TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(office) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE mission (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        title TEXT NOT NULL,
        sentence TEXT NOT NULL,
        narrative TEXT NOT NULL,
        challenge TEXT NOT NULL,
        target_group TEXT NOT NULL,
        start TEXT,
        horizon TEXT,
        state TEXT NOT NULL,
        platform_reference TEXT NOT NULL,
        accountable_office TEXT,
        co_offices TEXT NOT NULL,
        actor_types TEXT NOT NULL,
        wicked_causes INTEGER,
        wicked_solutions INTEGER,
        wicked_scale INTEGER,
        wicked_conflict INTEGER,
        publication TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(accountable_office) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE assessment (
        id TEXT NOT NULL,
        mission TEXT NOT NULL,
        period TEXT NOT NULL,
        rating TEXT NOT NULL,
        ratio TEXT NOT NULL,
        method TEXT NOT NULL,
        inputs TEXT NOT NULL,
        confidence TEXT,
        narrative TEXT NOT NULL,
        assessor TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE commitment (
        id TEXT NOT NULL,
        mission TEXT NOT NULL,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        measure TEXT NOT NULL,
        due TEXT,
        cadence TEXT,
        lead_office TEXT,
        co_offices TEXT NOT NULL,
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        status_date TEXT,
        evidence TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(lead_office) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE initiative (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        mission TEXT,
        title TEXT NOT NULL,
        hypothesis TEXT NOT NULL,
        riskiest_assumption TEXT NOT NULL,
        office TEXT,
        delivery_body TEXT NOT NULL,
        stage TEXT NOT NULL,
        stage_since TEXT,
        start TEXT,
        "end" TEXT,
        instrument TEXT,
        contribution TEXT,
        contribution_period TEXT,
        kill_criteria TEXT NOT NULL,
        scale_criteria TEXT NOT NULL,
        gate_due TEXT,
        frame TEXT NOT NULL,
        publication TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(office) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE letter (
        id TEXT NOT NULL,
        mission TEXT,
        kind TEXT NOT NULL,
        number TEXT NOT NULL,
        version INTEGER NOT NULL,
        state TEXT NOT NULL,
        state_date TEXT,
        language TEXT NOT NULL,
        date TEXT,
        place TEXT NOT NULL,
        addressee_office TEXT,
        addressee_person TEXT,
        sender_offices TEXT NOT NULL,
        unit TEXT NOT NULL,
        case_officer TEXT NOT NULL,
        case_number TEXT NOT NULL,
        document_number TEXT NOT NULL,
        classification TEXT NOT NULL,
        copies TEXT NOT NULL,
        annexes TEXT NOT NULL,
        follow_up TEXT,
        follow_up_cadence TEXT,
        supersedes TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(addressee_office) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(addressee_person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(supersedes) REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE metric (
        id TEXT NOT NULL,
        mission TEXT NOT NULL,
        "key" INTEGER NOT NULL,
        name TEXT NOT NULL,
        definition TEXT NOT NULL,
        geography TEXT NOT NULL,
        unit TEXT NOT NULL,
        decimals INTEGER NOT NULL,
        direction TEXT,
        "limit" TEXT,
        source TEXT NOT NULL,
        publisher TEXT NOT NULL,
        table_id TEXT NOT NULL,
        periodicity TEXT,
        delay_months INTEGER,
        baseline_value TEXT,
        baseline_period TEXT,
        target_value TEXT,
        target_shape TEXT NOT NULL,
        target_period TEXT,
        cumulative_from TEXT,
        trajectory TEXT NOT NULL,
        method TEXT NOT NULL,
        method_version TEXT NOT NULL,
        quality_note TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE UNIQUE INDEX one_key_metric ON metric (mission) WHERE "key" = 1
    """,
    """
    CREATE TABLE letter_block (
        id TEXT NOT NULL,
        letter TEXT NOT NULL,
        kind TEXT NOT NULL,
        position INTEGER NOT NULL,
        heading TEXT NOT NULL,
        text TEXT NOT NULL,
        shown INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(letter) REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE milestone (
        id TEXT NOT NULL,
        mission TEXT NOT NULL,
        initiative TEXT,
        title TEXT NOT NULL,
        due TEXT,
        original_due TEXT,
        kind TEXT NOT NULL,
        office TEXT,
        status TEXT NOT NULL,
        evidence TEXT NOT NULL,
        publication TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(office) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE observation (
        id TEXT NOT NULL,
        metric TEXT NOT NULL,
        period TEXT NOT NULL,
        value TEXT NOT NULL,
        status TEXT NOT NULL,
        published TEXT,
        source_reference TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(metric) REFERENCES metric (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE UNIQUE INDEX one_figure_a_period ON observation (metric, period)
    """,
)
