# SPDX-License-Identifier: Apache-2.0
"""Whatever is broken in a workspace: what is recovered validates, and what is lost is said."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

from missiondesk.domain.entities import KINDS, Entity
from missiondesk.domain.merging import Key
from missiondesk.domain.mission import Mission
from missiondesk.store.image import PLAIN, Opener
from missiondesk.store.inspection import inspect
from missiondesk.store.salvage.pages import Pages
from missiondesk.store.salvage.records import salvage
from missiondesk.store.salvage.recovery import recover, recover_bytes, workspace_in
from missiondesk.store.salvage.tables import columns_of, read_tables
from missiondesk.store.sealing.codec import SealedCodec, new_codec
from missiondesk.store.sealing.header import Cost
from missiondesk.store.store import Store
from missiondesk.store.unavailable import Reason, Unavailable
from missiondesk.store.workspace import open_workspace
from tests.sample import a_sample

FILES = Path(__file__).parents[1] / "files"


@cache
def the_image() -> bytes:
    desk = a_sample()
    try:
        return desk.session.store.image()
    finally:
        desk.close(discard=True)


@cache
def the_records() -> dict[Key, Entity]:
    desk = a_sample()
    store = desk.session.store
    found = {(name, it.id): it for name, kind in KINDS.items() for it in store.all(kind)}
    desk.close(discard=True)
    return found


def pages_of(table: str) -> list[int]:
    """The leaf pages of a table in the image."""
    pages = Pages(the_image())
    for number in pages.leaves(1):
        for row in pages.rows(number)[0]:
            if row[0] == "table" and row[1] == table:
                root = row[3]
                assert isinstance(root, int)
                return list(pages.leaves(root))
    raise AssertionError(table)


def without(pages: list[int], image: bytes | None = None) -> bytes:
    """The image with nothing but noise on these pages."""
    changed = bytearray(image or the_image())
    for number in pages:
        changed[(number - 1) * 4096 : number * 4096] = random.Random(number).randbytes(4096)
    return bytes(changed)


def test_a_whole_image_gives_everything() -> None:
    done = salvage(the_image())
    assert done.records == the_records()
    assert done.complete
    assert not (done.lost or done.repairs or done.remembered or done.differing)


def test_it_reads_what_sqlite_reads() -> None:
    opened = inspect(PLAIN.wrap(the_image()))
    raw = opened.ledger.database.raw
    found = read_tables(the_image())
    for table, names in columns_of(opened.ledger.database.version).items():
        rows = raw.execute(f"SELECT * FROM {table}").fetchall()
        assert sorted(map(repr, rows)) == sorted(
            repr(tuple(row[name] for name in names)) for row in found.rows.get(table, [])
        ), table
    opened.ledger.database.close()


def test_what_a_table_lost_the_trail_still_has() -> None:
    done = salvage(without(pages_of("mission")))
    assert done.records == the_records()
    assert {key for key in the_records() if key[0] == "mission"} == done.remembered
    assert done.complete


def test_without_the_trail_the_tables_are_taken_and_nobody_says_complete() -> None:
    done = salvage(without(pages_of("change")))
    assert done.records == the_records()
    assert not done.complete
    assert not done.trail_whole


def test_without_both_what_is_lost_is_said_and_nothing_refers_to_it() -> None:
    both = without(pages_of("mission") + pages_of("change"))
    done = salvage(both)
    assert not done.complete
    assert not any(key[0] == "mission" for key in done.records)
    assert done.repairs
    store, _ = recover_bytes(PLAIN.wrap(both), "a.mission", "Bo")
    opens_again(store)


def test_without_the_schema_pages_are_known_by_their_shape() -> None:
    done = salvage(without([1]))
    missions = {key for key in the_records() if key[0] == "mission"}
    assert missions <= done.records.keys()


def test_another_program_s_change_is_told_and_the_sealed_trail_is_believed() -> None:
    opened = inspect(PLAIN.wrap(the_image()))
    raw = opened.ledger.database.raw
    raw.execute("UPDATE mission SET note = 'rettet udenom'")
    image = opened.ledger.database.image()
    opened.ledger.database.close()
    done = salvage(image)
    assert done.records == the_records()
    assert {key[0] for key in done.differing} == {"mission"}


@pytest.mark.parametrize("seed", range(12))
def test_what_is_recovered_validates_and_complete_is_never_said_in_vain(seed: int) -> None:
    draw = random.Random(seed)
    changed = bytearray(the_image())
    for _ in range(draw.choice((1, 1, 3, 20))):
        start = draw.randrange(len(changed))
        size = draw.choice((1, 1, 16, 4096))
        changed[start : start + size] = draw.randbytes(min(size, len(changed) - start))
    if draw.random() < 0.3:
        del changed[draw.randrange(len(changed)) :]
    try:
        store, done = recover_bytes(bytes(changed), "a.mission", "Bo")
    except Unavailable as refused:
        assert refused.reason is Reason.DAMAGED  # noqa: PT017
        return
    if done.complete:
        assert done.records == the_records()
    opens_again(store)


def opens_again(store: Store) -> None:
    """What was recovered stands every check of a received file."""
    opened = inspect(PLAIN.wrap(store.image()))
    assert opened.ledger.records.all(Mission) == store.all(Mission)
    opened.ledger.database.close()
    store.close(discard=True)


@pytest.mark.parametrize("path", sorted(FILES.glob("*.mission")), ids=lambda it: it.stem)
def test_files_of_every_version_are_recovered(path: Path, tmp_path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-10] ^= 1  # the check sum
    broken = tmp_path / "brudt.mission"
    broken.write_bytes(data)
    with pytest.raises(Unavailable) as refusal:
        inspect(bytes(data))
    assert refusal.value.reason is Reason.DAMAGED
    store, done = recover(broken, "Bo")
    former = inspect(path.read_bytes())
    for kind in KINDS.values():
        assert set(store.all(kind)) >= set(former.ledger.records.all(kind))
    former.ledger.database.close()
    assert done.complete
    assert broken.read_bytes() == data
    opens_again(store)


def a_sealed_file() -> tuple[SealedCodec, bytearray]:
    codec = new_codec("prøve", cost=Cost(19 * 1024, 2, 1))
    return codec, bytearray(codec.wrap(the_image()))


def test_of_a_sealed_file_as_much_is_recovered_as_of_a_plain_one() -> None:
    codec, sealed = a_sealed_file()
    store, done = recover_bytes(bytes(sealed), "a.mission", "Bo", Opener(like=codec))
    assert done.complete and not done.seal_broken
    store.close(discard=True)
    sealed[-5000] ^= 1
    store, done = recover_bytes(bytes(sealed), "a.mission", "Bo", Opener("prøve"))
    assert done.seal_broken
    assert {key: one for key, one in done.records.items() if key not in done.older} == {
        key: one for key, one in the_records().items() if key not in done.older
    }
    store.close(discard=True)


def test_what_is_recovered_of_a_sealed_file_is_sealed_by_the_same_passphrases(
    tmp_path: Path,
) -> None:
    _, sealed = a_sealed_file()
    store, done = recover_bytes(bytes(sealed[:-70_000]), "a.mission", "Bo", Opener("prøve"))
    assert done.seal_broken and done.records
    store.save_as(tmp_path / "b.mission")
    store.close()
    assert b"SQLite format" not in (tmp_path / "b.mission").read_bytes()
    with pytest.raises(Unavailable) as sealed_too:
        open_workspace(tmp_path / "b.mission", "Bo")
    assert sealed_too.value.reason is Reason.SEALED
    again = open_workspace(tmp_path / "b.mission", "Bo", opener=Opener("prøve"))
    assert again.all(Mission)
    again.close()


def test_a_sealed_file_wants_its_passphrase_and_its_head_for_that() -> None:
    _, sealed = a_sealed_file()
    sealed[-5000] ^= 1
    for opener, reason in ((Opener(), Reason.SEALED), (Opener("forkert"), Reason.WRONG_KEY)):
        with pytest.raises(Unavailable) as refusal:
            recover_bytes(bytes(sealed), "a.mission", "Bo", opener)
        assert refusal.value.reason is reason
    sealed[60] ^= 1
    with pytest.raises(Unavailable) as refusal:
        recover_bytes(bytes(sealed), "a.mission", "Bo", Opener("prøve"))
    assert "head" in refusal.value.message.msgid


def test_the_workspace_is_known_from_what_is_left() -> None:
    desk = a_sample()
    data = PLAIN.wrap(desk.session.store.image())
    assert workspace_in(data[2000:]) == desk.session.store.workspace
    desk.close(discard=True)
    assert workspace_in(b"nothing") == ""


@pytest.mark.parametrize("data", [b"", b"x" * 100, b"\x0d" * 9000, b"SQLite format 3\x00"])
def test_from_nothing_comes_a_refusal(data: bytes) -> None:
    with pytest.raises(Unavailable):
        recover_bytes(data, "a.mission", "Bo")
