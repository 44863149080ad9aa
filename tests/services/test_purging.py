# SPDX-License-Identifier: Apache-2.0
"""A purge erases words for good, from every byte of the file, and leaves the chain whole."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missiondesk.domain.comment import Comment
from missiondesk.domain.identity import new_id
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.journal_mark import JournalMark
from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office, Person
from missiondesk.domain.purge import Purge
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.belongings import remove_with_belongings
from missiondesk.services.desk import Desk
from missiondesk.services.past import records_after
from missiondesk.services.trail_words import change_rows
from missiondesk.services.workspaces import new_desk, open_desk
from tests.builders import a_letter, a_mission, an_initiative
from tests.more_builders import a_comment, a_journal_mark
from tests.sample import a_sample

CANARY = "Kanariefugl"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = new_desk(tmp_path / "prøve.mission", "Sekretær")
    yield opened
    opened.close(discard=True)


def file_of(desk: Desk) -> bytes:
    assert desk.wait_saved(60)
    assert desk.path is not None
    return desk.path.read_bytes()


def traces(desk: Desk) -> int:
    """How often the canary stands in the file, in any case and also inside compressed parts."""
    data = file_of(desk)
    found = data.lower().count(CANARY.lower().encode())
    found += data.count(CANARY.encode("utf-16-le"))
    for start in range(len(data)):
        if data[start : start + 1] == b"\x78" and start + 1 < len(data):
            try:
                found += (
                    zlib.decompressobj().decompress(data[start:], 1 << 20).count(CANARY.encode())
                )
            except zlib.error:
                continue
    return found


def lived(desk: Desk) -> tuple[str, str]:
    """An initiative and a person with a life full of canaries, removed again."""
    initiative = desk.initiatives.add(
        Initiative("", title=Wording(f"{CANARY} i buret", f"{CANARY} in the cage"))
    )
    for number in range(20):
        desk.initiatives.revise(
            replace(desk.session.the(Initiative, initiative.id), note=f"{CANARY} {number} " * 200)
        )
    desk.history.undo()
    desk.history.redo()
    office = desk.session.store.all(Office)[0]
    person = Person(new_id(), f"{CANARY} Jensen")
    with desk.session.store.write(Verb.APPOINT, person.id, f"{CANARY} Jensen, {office.id}") as unit:
        unit.save(person)
    desk.initiatives.remove(initiative.id)
    with desk.session.store.write(Verb.REMOVE_OFFICE, person.id, f"{CANARY} Jensen") as unit:
        unit.remove(Person, person.id)
    return initiative.id, person.id


def test_no_trace_is_left_in_any_byte_of_the_file(desk: Desk) -> None:
    initiative, person = lived(desk)
    assert traces(desk) > 20
    size = len(file_of(desk))
    keys = [("initiative", initiative), ("person", person)]
    step = desk.purging.purge(keys, "Personoplysninger uden hjemmel", "Kontorchefen")
    assert step.verb is Verb.PURGE
    assert traces(desk) == 0
    assert len(file_of(desk)) < size
    raw = desk.session.store._ledger.database.raw
    assert raw.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert raw.execute("PRAGMA secure_delete").fetchone() == (1,)
    found = desk.trail.check()
    assert found.whole
    assert found.purged >= 22


def test_it_is_logged_and_cannot_be_undone(desk: Desk) -> None:
    initiative, _ = lived(desk)
    steps = len(desk.history.steps())
    desk.purging.purge([("initiative", initiative)], "Fejl", "Kontorchefen")
    assert desk.history.undoable is None
    assert desk.history.redoable is None
    (purge,) = desk.session.store.all(Purge)
    assert (purge.reason, purge.decided_by) == ("Fejl", "Kontorchefen")
    assert purge.purged == (f"initiative:{initiative}",)
    after = desk.history.steps()
    assert len(after) == steps + 1
    assert after[0].who == "Sekretær"
    with pytest.raises(Refused):
        desk.recycle_bin.find(("initiative", initiative))
    told = [row for one in after for row in change_rows(one, desk.situation, translator("da"))]
    assert any(row.after == "(slettet for altid)" for row in told)
    desk.missions.add(Wording("Efter", "After"))
    desk.history.undo()
    assert desk.history.undoable is None


def test_after_reopening_it_is_as_purged(desk: Desk) -> None:
    initiative, person = lived(desk)
    desk.purging.purge([("initiative", initiative), ("person", person)], "Fejl", "Chefen")
    assert desk.wait_saved(60)
    path = desk.path
    assert path is not None
    desk.close()
    again = open_desk(path, "Anden")
    assert again.trail.check().whole
    assert again.history.undoable is None
    again.missions.add(Wording("Efter", "After"))
    assert again.trail.check().whole
    raw = again.session.store._ledger.database.raw
    raw.execute("UPDATE change SET erased = replace(erased, 'a', 'b') WHERE erased <> ''")
    assert not again.trail.check().whole
    again.close(discard=True)


@pytest.mark.parametrize(("reason", "who"), [("", "Chefen"), ("Fejl", " ")])
def test_reason_and_decider_are_needed(desk: Desk, reason: str, who: str) -> None:
    initiative, _ = lived(desk)
    before = file_of(desk)
    with pytest.raises(Refused):
        desk.purging.purge([("initiative", initiative)], reason, who)
    assert file_of(desk) == before


def test_what_is_there_is_never_purged(desk: Desk) -> None:
    mission = desk.missions.add(Wording("En", "One"))
    with pytest.raises(Refused):
        desk.purging.purge([("mission", mission.id)], "Fejl", "Chefen")
    store = desk.session.store
    writing = store.write(Verb.PURGE, "")
    unit = writing.__enter__()
    unit.save(Purge(mission.id))
    unit.purge([("mission", mission.id)])
    with pytest.raises(Refused, match="removed"):
        writing.__exit__(None, None, None)
    assert store.get(Mission, mission.id) is not None


@pytest.mark.parametrize("marked", [True, False])
def test_what_belongs_to_the_archive_asks_for_the_rule(desk: Desk, marked: bool) -> None:
    """A journalised letter, and one that was signed or issued."""
    state = LetterState.DRAFT if marked else LetterState.ISSUED
    letter = a_letter(state=state, unit=CANARY)
    with desk.session.store.write(Verb.IMPORT, "") as unit:
        unit.save(letter)
        if marked:
            unit.save(a_journal_mark(letter=letter.id))
    with desk.session.store.write(Verb.REMOVE_LETTER, letter.id) as unit:
        remove_with_belongings(unit, Letter, letter.id)
    assert desk.session.store.all(JournalMark) == ()
    key = ("letter", letter.id)
    with pytest.raises(Refused) as refused:
        desk.purging.purge([key], "Fejl", "Chefen")
    assert refused.value.field == "archival"
    assert "FOB 2010 1-1" in translator("da").tell(refused.value.message)
    assert traces(desk) > 0
    desk.purging.purge([key], "Fejl", "Chefen", archival=True)
    assert traces(desk) == 0
    assert desk.session.store.all(Purge)[0].archival


def test_kept_files_of_a_purged_letter_go_and_those_of_others_stay(desk: Desk) -> None:
    store = desk.session.store
    with store.write(Verb.IMPORT, "") as unit:
        both, own = unit.keep(b"both letters", "x"), unit.keep(CANARY.encode(), "x")
        gone = a_letter(kept_pdf=own, kept_content=both)
        unit.save(gone)
        unit.save(a_letter(kept_pdf=both))
    with store.write(Verb.REMOVE_LETTER, gone.id) as unit:
        unit.remove(Letter, gone.id)
    desk.purging.purge([("letter", gone.id)], "Fejl", "Chefen", archival=True)
    assert store.kept(own) is None
    assert store.kept(both) == b"both letters"
    assert traces(desk) == 0


def test_the_past_is_told_without_what_was_purged(desk: Desk) -> None:
    store = desk.session.store
    mission = a_mission()
    initiative = an_initiative(mission=mission.id)
    with store.write(Verb.IMPORT, "") as unit:
        unit.save(mission)
        unit.save(initiative)
    number = store.steps(1)[0].number
    with store.write(Verb.REMOVE_MISSION, mission.id) as unit:
        remove_with_belongings(unit, Mission, mission.id)
    desk.purging.purge([("mission", mission.id)], "Fejl", "Chefen")
    then = records_after(store, desk.situation, number)
    assert then[Mission] == ()
    assert then[Initiative] == (replace(initiative, mission=None),)


def test_comments_on_what_is_purged_go_too(desk: Desk) -> None:
    mission, other = (desk.missions.add(Wording(f"M{n}", f"M{n}")) for n in (1, 2))
    store = desk.session.store
    there = a_comment(kind="mission", record=mission.id, text=CANARY)
    gone = a_comment(kind="mission", record=mission.id, quoted=CANARY)
    stays = a_comment(kind="mission", record=other.id, text="Bliver")
    with store.write(Verb.IMPORT, "") as unit:
        for one in (there, gone, stays):
            unit.save(one)
    with store.write(Verb.IMPORT, "") as unit:
        unit.remove(Comment, gone.id)
    desk.missions.remove(mission.id)
    desk.purging.purge([("mission", mission.id)], "Fejl", "Chefen")
    assert store.all(Comment) == (stays,)
    assert traces(desk) == 0
    assert desk.trail.check().whole


def test_of_two_purges_each_erases_its_own(desk: Desk) -> None:
    initiative, person = lived(desk)
    desk.purging.purge([("initiative", initiative)], "Fejl", "Chefen")
    left = traces(desk)
    assert left > 0
    desk.purging.purge([("person", person)], "Fejl", "Chefen")
    assert traces(desk) == 0
    assert desk.trail.check().whole


def test_the_trail_as_paper_says_purged() -> None:
    desk = a_sample()
    key = desk.initiatives.all()[0].id
    desk.initiatives.remove(key)
    desk.purging.purge([("initiative", key)], "Fejl", "Chefen")
    from missiondesk.services.trail import TrailFilter

    text = desk.trail_files.prepare(TrailFilter(subject="initiatives"), "da", "csv").make()
    assert "(slettet for altid)" in io.TextIOWrapper(io.BytesIO(text), "utf-8").read()
    assert desk.trail.check().whole
    desk.close(discard=True)
