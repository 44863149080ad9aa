# SPDX-License-Identifier: Apache-2.0
"""Version 1.3: governance across ministries, gates and money of the portfolio, skills, actors."""

from __future__ import annotations

from typing import Final

VERSION: Final = 1003

_NO_WORDS: Final = """TEXT NOT NULL DEFAULT '{"da":"","en":""}'"""

STATEMENTS: Final[tuple[str, ...]] = (
    "ALTER TABLE initiative ADD COLUMN also_missions TEXT NOT NULL DEFAULT '[]'",
    f"ALTER TABLE initiative ADD COLUMN description {_NO_WORDS}",
    f"ALTER TABLE initiative ADD COLUMN target_group {_NO_WORDS}",
    "ALTER TABLE initiative ADD COLUMN geography TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE initiative ADD COLUMN facet TEXT",
    "ALTER TABLE initiative ADD COLUMN impact INTEGER",
    "ALTER TABLE initiative ADD COLUMN feasibility INTEGER",
    "ALTER TABLE initiative ADD COLUMN risk_level INTEGER",
    "ALTER TABLE initiative ADD COLUMN evidence_level INTEGER",
    "ALTER TABLE initiative ADD COLUMN fte TEXT",
    "ALTER TABLE initiative ADD COLUMN spent TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE initiative ADD COLUMN currency TEXT NOT NULL DEFAULT 'DKK'",
    "ALTER TABLE initiative ADD COLUMN baseline_cost INTEGER",
    "ALTER TABLE initiative ADD COLUMN forecast_cost INTEGER",
    "ALTER TABLE initiative ADD COLUMN baseline_end TEXT",
    "ALTER TABLE initiative ADD COLUMN benefit_light TEXT",
    "ALTER TABLE initiative ADD COLUMN overall_light TEXT",
    "ALTER TABLE initiative ADD COLUMN track TEXT",
    "ALTER TABLE initiative ADD COLUMN track_since TEXT",
    "ALTER TABLE initiative ADD COLUMN delivery_confidence TEXT",
    "ALTER TABLE initiative ADD COLUMN confidence_note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE initiative ADD COLUMN confidence_date TEXT",
    f"ALTER TABLE initiative ADD COLUMN closing_reason {_NO_WORDS}",
    f"ALTER TABLE initiative ADD COLUMN learned {_NO_WORDS}",
    "ALTER TABLE initiative ADD COLUMN freed TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE initiative ADD COLUMN freed_fte TEXT",
    "ALTER TABLE initiative ADD COLUMN after_staff TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE initiative ADD COLUMN after_users TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE initiative ADD COLUMN after_money TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE initiative ADD COLUMN withheld TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE initiative ADD COLUMN source_reference TEXT NOT NULL DEFAULT ''",
    """
    ALTER TABLE secretariat ADD COLUMN finance_ministry TEXT
    REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED
    """,
    "ALTER TABLE secretariat ADD COLUMN board_threshold INTEGER NOT NULL DEFAULT 5000000000",
    "ALTER TABLE secretariat ADD COLUMN official_days INTEGER NOT NULL DEFAULT 10",
    "ALTER TABLE secretariat ADD COLUMN committee_days INTEGER NOT NULL DEFAULT 20",
    """
    CREATE TABLE body (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        mission TEXT,
        reports_to TEXT,
        rhythm TEXT,
        quorum INTEGER,
        decision_rights TEXT NOT NULL,
        valid_from TEXT,
        valid_to TEXT,
        publication TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(reports_to) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE membership (
        id TEXT NOT NULL,
        body TEXT NOT NULL,
        office TEXT,
        actor TEXT,
        role TEXT NOT NULL,
        valid_from TEXT,
        valid_to TEXT,
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(office) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE meeting (
        id TEXT NOT NULL,
        body TEXT NOT NULL,
        date TEXT,
        papers_due TEXT,
        state TEXT NOT NULL,
        place TEXT NOT NULL,
        present INTEGER,
        minutes TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE agenda_item (
        id TEXT NOT NULL,
        meeting TEXT NOT NULL,
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        purpose TEXT NOT NULL,
        mission TEXT,
        initiative TEXT,
        office TEXT,
        recommendation TEXT NOT NULL,
        background TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(office) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE decision (
        id TEXT NOT NULL,
        number TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        body TEXT,
        meeting TEXT,
        mission TEXT,
        initiative TEXT,
        gate TEXT,
        date TEXT,
        state TEXT NOT NULL,
        rationale TEXT NOT NULL,
        rejected TEXT NOT NULL,
        money TEXT NOT NULL,
        owner TEXT,
        due TEXT,
        decided_by TEXT NOT NULL,
        publication TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(gate) REFERENCES gate (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(owner) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE action (
        id TEXT NOT NULL,
        meeting TEXT,
        decision TEXT,
        mission TEXT,
        initiative TEXT,
        text TEXT NOT NULL,
        office TEXT,
        due TEXT,
        state TEXT NOT NULL,
        done TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(decision) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(office) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE responsibility (
        id TEXT NOT NULL,
        part TEXT NOT NULL,
        mission TEXT,
        commitment TEXT,
        initiative TEXT,
        gate TEXT,
        office TEXT,
        body TEXT,
        valid_from TEXT,
        valid_to TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(commitment) REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(gate) REFERENCES gate (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(office) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE issue (
        id TEXT NOT NULL,
        number TEXT NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        mission TEXT,
        initiative TEXT,
        raised TEXT,
        raised_by TEXT,
        level TEXT NOT NULL,
        level_since TEXT,
        needed_by TEXT,
        owner TEXT,
        state TEXT NOT NULL,
        resolved TEXT,
        resolution TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(raised_by) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(owner) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE risk (
        id TEXT NOT NULL,
        number TEXT NOT NULL,
        cause TEXT NOT NULL,
        event TEXT NOT NULL,
        effect TEXT NOT NULL,
        mission TEXT,
        initiative TEXT,
        probability INTEGER,
        impact INTEGER,
        owner TEXT,
        response TEXT,
        measure TEXT NOT NULL,
        review TEXT,
        state TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(owner) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE dependency (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        initiative TEXT,
        mission TEXT,
        on_initiative TEXT,
        on_mission TEXT,
        text TEXT NOT NULL,
        due TEXT,
        met TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(on_initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(on_mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE gate (
        id TEXT NOT NULL,
        initiative TEXT NOT NULL,
        from_stage TEXT NOT NULL,
        to_stage TEXT NOT NULL,
        due TEXT,
        body TEXT,
        result TEXT,
        held TEXT,
        conditions TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE criterion (
        id TEXT NOT NULL,
        initiative TEXT NOT NULL,
        gate TEXT,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        comparison TEXT NOT NULL,
        threshold TEXT,
        unit TEXT NOT NULL,
        metric TEXT,
        measured TEXT,
        measured_at TEXT,
        verdict TEXT,
        evidence TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(gate) REFERENCES gate (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(metric) REFERENCES metric (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE budget_line (
        id TEXT NOT NULL,
        initiative TEXT NOT NULL,
        source TEXT NOT NULL,
        account TEXT NOT NULL,
        state TEXT NOT NULL,
        amounts TEXT NOT NULL,
        permanent INTEGER,
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE skill (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        label TEXT NOT NULL,
        category TEXT NOT NULL,
        description TEXT NOT NULL,
        framework TEXT NOT NULL,
        uri TEXT NOT NULL,
        broader TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE TABLE skill_requirement (
        id TEXT NOT NULL,
        skill TEXT NOT NULL,
        mission TEXT,
        initiative TEXT,
        body TEXT,
        role TEXT NOT NULL,
        level INTEGER NOT NULL,
        fte TEXT NOT NULL,
        needed_from TEXT,
        needed_to TEXT,
        criticality TEXT NOT NULL,
        rationale TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(skill) REFERENCES skill (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE capability (
        id TEXT NOT NULL,
        skill TEXT NOT NULL,
        ministry TEXT,
        unit TEXT NOT NULL,
        level INTEGER NOT NULL,
        fte TEXT NOT NULL,
        headcount INTEGER,
        assessed TEXT,
        assessor TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(skill) REFERENCES skill (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(ministry) REFERENCES ministry (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE sourcing_action (
        id TEXT NOT NULL,
        skill TEXT NOT NULL,
        requirement TEXT,
        kind TEXT NOT NULL,
        provider TEXT NOT NULL,
        level INTEGER NOT NULL,
        fte TEXT NOT NULL,
        headcount INTEGER,
        cost INTEGER,
        start TEXT,
        "end" TEXT,
        state TEXT NOT NULL,
        transfer TEXT NOT NULL,
        expert TEXT,
        actor TEXT,
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(skill) REFERENCES skill (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(requirement) REFERENCES skill_requirement (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(expert) REFERENCES expert (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE expert (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        affiliation TEXT NOT NULL,
        field TEXT NOT NULL,
        skill TEXT,
        mission TEXT,
        "conflict" TEXT NOT NULL,
        conflict_text TEXT NOT NULL,
        conflict_date TEXT,
        contract_from TEXT,
        contract_to TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(skill) REFERENCES skill (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE actor (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        cvr TEXT NOT NULL,
        contact_role TEXT NOT NULL,
        address TEXT NOT NULL,
        mandate TEXT NOT NULL,
        influence INTEGER,
        stance TEXT NOT NULL,
        emerging INTEGER NOT NULL,
        consent TEXT NOT NULL,
        consent_date TEXT,
        note TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE TABLE actor_commitment (
        id TEXT NOT NULL,
        actor TEXT NOT NULL,
        mission TEXT,
        initiative TEXT,
        text TEXT NOT NULL,
        kind TEXT NOT NULL,
        quantity TEXT,
        unit TEXT NOT NULL,
        start TEXT,
        "end" TEXT,
        conditions TEXT NOT NULL,
        state TEXT NOT NULL,
        state_date TEXT,
        evidence TEXT NOT NULL,
        evidence_date TEXT,
        next_check TEXT,
        publication TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(initiative) REFERENCES initiative (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE coalition_need (
        id TEXT NOT NULL,
        mission TEXT NOT NULL,
        kind TEXT NOT NULL,
        quantity TEXT,
        unit TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE engagement (
        id TEXT NOT NULL,
        actor TEXT NOT NULL,
        mission TEXT,
        date TEXT,
        channel TEXT NOT NULL,
        summary TEXT NOT NULL,
        follow_up TEXT NOT NULL,
        follow_up_due TEXT,
        followed_up TEXT,
        office TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(office) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
)
