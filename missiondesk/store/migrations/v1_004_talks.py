# SPDX-License-Identifier: Apache-2.0
"""Version 1.4, coalition talks: parties, elections, rounds, positions, text and money."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final[tuple[str, ...]] = (
    """
    CREATE TABLE party (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        bloc TEXT NOT NULL,
        north_atlantic INTEGER NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE TABLE election (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        date TEXT,
        size INTEGER NOT NULL,
        majority INTEGER,
        rule TEXT NOT NULL,
        source TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE TABLE seat_result (
        id TEXT NOT NULL,
        election TEXT NOT NULL,
        party TEXT NOT NULL,
        seats INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(election) REFERENCES election (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(party) REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    "CREATE UNIQUE INDEX one_result_a_party ON seat_result (election, party)",
    """
    CREATE TABLE constellation (
        id TEXT NOT NULL,
        election TEXT NOT NULL,
        name TEXT NOT NULL,
        government TEXT NOT NULL,
        support TEXT NOT NULL,
        neutral TEXT NOT NULL,
        against TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(election) REFERENCES election (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE talks_round (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        lead TEXT NOT NULL,
        appointed_by TEXT NOT NULL,
        start TEXT,
        "end" TEXT,
        state TEXT NOT NULL,
        parties TEXT NOT NULL,
        frame TEXT NOT NULL,
        permanent INTEGER,
        note TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE TABLE talks_meeting (
        id TEXT NOT NULL,
        talks_round TEXT NOT NULL,
        date TEXT,
        title TEXT NOT NULL,
        place TEXT NOT NULL,
        parties TEXT NOT NULL,
        agenda TEXT NOT NULL,
        minutes TEXT NOT NULL,
        audience TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(talks_round) REFERENCES talks_round (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE topic (
        id TEXT NOT NULL,
        talks_round TEXT NOT NULL,
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        chapter TEXT,
        mission TEXT,
        "conflict" INTEGER,
        note TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(talks_round) REFERENCES talks_round (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(chapter) REFERENCES platform_chapter (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE talks_question (
        id TEXT NOT NULL,
        talks_round TEXT NOT NULL,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        topic TEXT,
        asked TEXT,
        due TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(talks_round) REFERENCES talks_round (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(topic) REFERENCES topic (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE party_position (
        id TEXT NOT NULL,
        party TEXT NOT NULL,
        topic TEXT,
        question TEXT,
        stance TEXT NOT NULL,
        intensity INTEGER,
        red_line INTEGER NOT NULL,
        text TEXT NOT NULL,
        wish TEXT NOT NULL,
        source TEXT NOT NULL,
        source_page TEXT NOT NULL,
        date TEXT,
        audience TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(party) REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(topic) REFERENCES topic (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(question) REFERENCES talks_question (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE talks_option (
        id TEXT NOT NULL,
        topic TEXT NOT NULL,
        code TEXT NOT NULL,
        text TEXT NOT NULL,
        effects TEXT NOT NULL,
        legal TEXT NOT NULL,
        pros TEXT NOT NULL,
        cons TEXT NOT NULL,
        amounts TEXT NOT NULL,
        permanent INTEGER,
        violates TEXT NOT NULL,
        audience TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(topic) REFERENCES topic (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE clause (
        id TEXT NOT NULL,
        chapter TEXT NOT NULL,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        state TEXT NOT NULL,
        proposer TEXT,
        accepted TEXT NOT NULL,
        goal TEXT,
        note TEXT NOT NULL,
        audience TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(chapter) REFERENCES platform_chapter (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(proposer) REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(goal) REFERENCES platform_goal (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE clause_proposal (
        id TEXT NOT NULL,
        clause TEXT NOT NULL,
        party TEXT NOT NULL,
        text TEXT NOT NULL,
        audience TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(clause) REFERENCES clause (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(party) REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE talks_draft (
        id TEXT NOT NULL,
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        date TEXT,
        author TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE TABLE draft_copy (
        id TEXT NOT NULL,
        draft TEXT NOT NULL,
        number INTEGER NOT NULL,
        recipient TEXT NOT NULL,
        party TEXT,
        date TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(draft) REFERENCES talks_draft (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(party) REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE financing_line (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        clause TEXT,
        amounts TEXT NOT NULL,
        permanent INTEGER,
        certainty TEXT NOT NULL,
        source TEXT NOT NULL,
        agreed_by TEXT NOT NULL,
        audience TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(clause) REFERENCES clause (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE package (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        clauses TEXT NOT NULL,
        options TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
)
