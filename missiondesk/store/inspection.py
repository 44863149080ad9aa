# SPDX-License-Identifier: Apache-2.0
"""A file from elsewhere is looked over before it is used: nothing in it is taken on trust."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from threading import Thread

from missiondesk.domain.entities import KINDS
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.step import Verb
from missiondesk.store.database import Database, structure_hash, structure_of
from missiondesk.store.header import FIRST_SEALED, is_rollback, version_of
from missiondesk.store.image import NOTHING, Codec, Opener, codec_of, damaged
from missiondesk.store.ledger import Ledger
from missiondesk.store.migrations import CURRENT, CURRENT_STRUCTURE, MIGRATIONS
from missiondesk.store.rows import InvalidRecord
from missiondesk.store.unavailable import Reason, Unavailable, altered


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that stood every check.

    Attributes:
        newer: A newer desk of the same major version made it.
        older: It was brought to today's version.
        sha256: Of the file as it was read.
        looking: Still looks through pages, references and trail; None when that is done.
    """

    ledger: Ledger
    codec: Codec
    sha256: bytes
    newer: bool
    older: bool = False
    looking: Looking | None = None


def inspect(data: bytes, opener: Opener = NOTHING, *, wait: bool = True) -> Opened:
    """Open the bytes of a workspace file, brought to today's version.

    Order: who wrote it, every byte by its hash or its seal, the header, the schema by an
    exact list, the pages, the references, then every record.

    Args:
        data: The file.
        opener: With what it is opened when it is confidential.
        wait: Look through everything before returning; else the caller asks `Opened.looking` for
            the end of it before anything is shown or written.

    Raises:
        Unavailable: With a reason and a sentence of its own for each of them.
    """
    codec = codec_of(data, opener)
    image, sha256 = codec.unwrap_hashed(data)
    newer = _require_version(image)
    database = Database()
    try:
        database.load(image)
        _require_structure(database, newer=newer)
        older = database.version < CURRENT
        if older or len(image) > _TWICE_MOST:
            _require_sound(database, newer=newer)
            return Opened(Ledger(database), codec, sha256, newer, older)
        looking = Looking(image, newer)
        looking.start()
        try:
            ledger = Ledger(database)
        except BaseException:
            # What that finds comes before what a record is refused for, as where one follows the
            # other.
            looking.require_sound()
            raise
        if wait:
            looking.require_sound()
        return Opened(ledger, codec, sha256, newer, older, None if wait else looking)
    except BaseException as error:
        database.close()
        if (said := _said_of(error, image, newer)) is not None:
            raise said from error
        raise


class Looking(Thread):
    """Looks through a second database of the same image while records are read of the first.

    SQLite lets Python go on meanwhile.
    """

    def __init__(self, image: bytes, newer: bool) -> None:
        super().__init__(name="looking through", daemon=True)
        self._image, self._newer = image, newer
        self._found: Exception | None = None

    def run(self) -> None:
        try:
            with closing(Database()) as database:
                database.load(self._image)
                _require_sound(database, newer=self._newer)
        except Exception as error:  # noqa: BLE001 - told to the thread that waits for it
            self._found = _said_of(error, self._image, self._newer) or error
        self._image = b""

    def require_sound(self) -> None:
        """Wait for the end of it.

        Raises:
            Unavailable: Something is wrong with the file.
        """
        self.join()
        if self._found is not None:
            raise self._found


def _said_of(error: BaseException, image: bytes, newer: bool) -> Unavailable | None:
    """What is said of a fault that was met in a file; None when it is none of the file's."""
    if isinstance(error, InvalidRecord):
        return _newer(image) if newer else _invalid(error.kind, error.key)
    return damaged() if _comes_of_damage(error) else None


def _comes_of_damage(error: BaseException) -> bool:
    # SQLAlchemy, by which an older file is brought to today's version, wraps what SQLite says.
    said = getattr(error, "orig", None)
    return isinstance(error, (sqlite3.Error, UnicodeDecodeError)) or isinstance(said, sqlite3.Error)


def _require_version(image: bytes) -> bool:
    """Whether a newer minor version made the image."""
    if not is_rollback(image):
        raise damaged()
    version = version_of(image)
    if version // 1000 > CURRENT // 1000:
        raise _newer(image)
    if version > CURRENT:
        return True
    if version not in {migration.version for migration in MIGRATIONS}:
        raise _strange("user_version")
    return False


def _newer(image: bytes) -> Unavailable:
    major, minor = divmod(version_of(image), 1000)
    return Unavailable(
        Reason.NEWER,
        N_(
            "The workspace was made by a newer version of Missiondesk (file format {version}; this "
            "one reads up to {mine}). It was not changed. Install the newer version to open it."
        ),
        version=f"{major}.{minor}",
        mine=f"{CURRENT // 1000}.{CURRENT % 1000}",
    )


# ---------------------------------------------------------------- structure


def _require_structure(database: Database, *, newer: bool) -> None:
    """Every table and index is one of ours, word for word; a newer one may have more of both."""
    found = database.structure()
    for (kind, name), sql in found.items():
        if kind not in ("table", "index") or sql.upper().startswith("CREATE VIRTUAL"):
            raise _strange(name)
    if newer:
        _require_columns(database)
        return
    # Making today's tables once more, to hold them beside these, takes as long as reading a file.
    if database.version == CURRENT and structure_hash(found) == CURRENT_STRUCTURE:
        return
    expected = structure_of(database.version)
    for item in sorted(found.keys() | expected.keys()):
        if found.get(item) != expected.get(item):
            raise _strange(item[1])


def _require_columns(database: Database) -> None:
    known = Database.new()
    try:
        for kind, name in known.structure():
            missing = kind == "table" and known.columns(name) - database.columns(name)
            if missing:
                raise _strange(name)
    finally:
        known.close()


def _strange(name: str) -> Unavailable:
    return Unavailable(
        Reason.STRANGE_STRUCTURE,
        N_(
            "The workspace holds something that Missiondesk did not put there ({name}), so it was "
            "not opened. It was not changed. Ask whoever sent it to send it again."
        ),
        name=name[:60],
    )


# ---------------------------------------------------------------- contents

# So large an image is not held twice.
_TWICE_MOST = 64 * 1024 * 1024


def _require_sound(database: Database, *, newer: bool) -> None:
    """Its pages, references and trail are whole, and it is brought to today's version."""
    _require_whole(database)
    _require_references(database)
    sealed = database.version >= FIRST_SEALED
    database.migrate()
    _require_trail(database, newer=newer)
    _require_kept(database)
    if not sealed:
        from missiondesk.store.chain import adopt

        with database.transaction() as connection:
            adopt(connection)


def _require_whole(database: Database) -> None:
    (said,) = database.raw.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok":
        raise damaged()


def _require_references(database: Database) -> None:
    broken = database.raw.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise Unavailable(
            Reason.BROKEN_REFERENCE,
            N_(
                "The workspace is not complete: in the table “{table}” something refers to a "
                "record that is missing. It was not changed. Open a backup or an earlier version "
                "of the file."
            ),
            table=str(broken[0]),
        )


def _require_trail(database: Database, *, newer: bool) -> None:
    """Steps follow each other without a gap; Changes hold plain values of a known kind."""
    last: str | None = None
    verbs = set()
    query = "SELECT id, number, parent, verb FROM step ORDER BY number"
    for place, (key, number, parent, verb) in enumerate(database.raw.execute(query), start=1):
        if number != place or parent != last:
            raise _invalid("step", key)
        verbs.add(verb)
        last = key
    verbs |= {verb for (verb,) in database.raw.execute("SELECT DISTINCT verb FROM joined_step")}
    kinds = set()
    for table in ("change", "joined_change"):
        for question in _BAD_CHANGES:
            bad = database.raw.execute(question.replace("change", table, 1)).fetchone()
            if bad is not None:
                raise _invalid(table, bad[0])
        listed = database.raw.execute(_KINDS_IN.replace("change", table))
        kinds |= {kind for (kind,) in listed}
    strange = (verbs - {str(verb) for verb in Verb}) | (kinds - KINDS.keys())
    if strange and not newer:
        raise _invalid("step", min(strange))


def _require_kept(database: Database) -> None:
    """Every kept file is what was kept."""
    for sha256, data in database.raw.execute("SELECT sha256, data FROM kept_file"):
        if hashlib.sha256(data).hexdigest() != sha256:
            raise altered(str(sha256))


_KINDS_IN = "SELECT DISTINCT kind FROM change"
_BAD_CHANGES = (
    (
        "SELECT step FROM change WHERE before IS NULL AND after IS NULL"
        " OR before IS NOT NULL AND (NOT json_valid(before) OR json_type(before) <> 'object')"
        " OR after IS NOT NULL AND (NOT json_valid(after) OR json_type(after) <> 'object')"
    ),
    (
        "SELECT step FROM change, json_each(before)"
        " WHERE before IS NOT NULL AND type NOT IN ('text', 'integer', 'null')"
    ),
    (
        "SELECT step FROM change, json_each(after)"
        " WHERE after IS NOT NULL AND type NOT IN ('text', 'integer', 'null')"
    ),
)


def _invalid(table: str, key: str) -> Unavailable:
    return Unavailable(
        Reason.INVALID_RECORD,
        N_(
            "The workspace holds a record that is not valid (table “{table}”, {key}), so it was "
            "not opened. It was not changed. Open a backup or an earlier version of the file."
        ),
        table=table,
        key=key[:60],
    )
