# SPDX-License-Identifier: Apache-2.0
"""Version 1.2: issued letters kept as files, the common part of letters, replies to letters, and
the government platform.
"""

from __future__ import annotations

from typing import Final

VERSION: Final = 1002

STATEMENTS: Final[tuple[str, ...]] = (
    "ALTER TABLE letter ADD COLUMN co_addressees TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE letter ADD COLUMN kept_pdf TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE letter ADD COLUMN kept_content TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE letter ADD COLUMN made_with TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE letter_block ADD COLUMN common INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE secretariat ADD COLUMN letter_pattern TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE secretariat ADD COLUMN file_pattern TEXT NOT NULL DEFAULT ''",
    """
    ALTER TABLE secretariat
    ADD COLUMN platform_title TEXT NOT NULL DEFAULT '{"da":"","en":""}'
    """,
    "ALTER TABLE secretariat ADD COLUMN platform_date TEXT",
    "ALTER TABLE secretariat ADD COLUMN platform_parties TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE common_block (
        id TEXT NOT NULL,
        language TEXT NOT NULL,
        kind TEXT NOT NULL,
        position INTEGER NOT NULL,
        heading TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    "CREATE UNIQUE INDEX one_common_text_a_language ON common_block (language, kind)",
    """
    CREATE TABLE letter_reply (
        id TEXT NOT NULL,
        letter TEXT NOT NULL,
        period TEXT NOT NULL,
        received TEXT,
        sender TEXT NOT NULL,
        summary TEXT NOT NULL,
        file_name TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(letter) REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE platform_chapter (
        id TEXT NOT NULL,
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        narrative TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE TABLE platform_goal (
        id TEXT NOT NULL,
        chapter TEXT NOT NULL,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        mission TEXT,
        office TEXT,
        due TEXT,
        frame TEXT NOT NULL,
        financing TEXT NOT NULL,
        agreed_by TEXT NOT NULL,
        publication TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(chapter) REFERENCES platform_chapter (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(mission) REFERENCES mission (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(office) REFERENCES office (id) DEFERRABLE INITIALLY DEFERRED
    )
     STRICT
    """,
    """
    CREATE TABLE kept_file (
        sha256 TEXT NOT NULL,
        media_type TEXT NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (sha256)
    )
     STRICT
    """,
)
