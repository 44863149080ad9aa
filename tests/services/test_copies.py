# SPDX-License-Identifier: Apache-2.0
"""Copies for others: what is in them, what is not, and what becomes of them when they return."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from missiondesk.domain import identity
from missiondesk.domain.copy_sent import Audience, CopySent, Purpose
from missiondesk.domain.entities import KINDS
from missiondesk.domain.fingerprint import WORDS
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.lineage import Relation
from missiondesk.domain.merging import Dispute, Side
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission, Publication
from missiondesk.domain.period import day
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.services.audience import seen_by
from missiondesk.services.copies import Sending
from missiondesk.services.desk import Desk
from missiondesk.services.merging import Comparison
from missiondesk.services.saving import Unavailable
from missiondesk.services.workspaces import open_desk
from missiondesk.store.rows import encode
from tests.builders import a_milestone, a_mission
from tests.sample import a_sample
from tests.store.test_undo_machine import replayed, rows_of


@pytest.fixture
def mine() -> Iterator[Desk]:
    """My workspace."""
    opened = a_sample("Mig")
    yield opened
    opened.close(discard=True)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Opens the copy as its recipient does."""
    desks: list[Desk] = []

    def get() -> Desk:
        desks.append(open_desk(tmp_path / "kopi.mission", "Dem"))
        return desks[-1]

    yield get
    for desk in desks:
        desk.close(discard=True)


def sent(desk: Desk, folder: Path, **asked: Any) -> CopySent:
    return desk.copies.send(folder / "kopi.mission", Sending("Modtageren", **asked))


def back(desk: Desk, other: Desk, folder: Path) -> Comparison:
    assert other.wait_saved(10)
    return desk.merging.compare(folder / "kopi.mission")


def put_in(desk: Desk, *records: Any) -> None:
    with desk.session.store.write(Verb.IMPORT, "", "prøve") as unit:
        for record in records:
            unit.save(record)


# ---------------------------------------------------------------- the whole


def test_a_whole_copy_is_noted_and_comes_back_newer(
    mine: Desk, tmp_path: Path, opened: Callable[[], Desk]
) -> None:
    noted = sent(mine, tmp_path)
    assert mine.copies.sent()[0] == noted
    assert noted.fingerprint == mine.copies.fingerprint()
    assert set(noted.fingerprint.split()) <= set(WORDS)
    theirs = opened()
    assert theirs.copies.fingerprint() == noted.fingerprint
    assert theirs.copy_mark is not None
    assert theirs.copy_mark.recipient == "Modtageren"
    assert mine.copy_mark is None
    assert back(mine, theirs, tmp_path).relation is Relation.IDENTICAL
    mission = theirs.situation.missions[0]
    theirs.missions.revise(replace(mission, note="fra modtageren"))
    assert theirs.copies.fingerprint() != noted.fingerprint
    found = back(mine, theirs, tmp_path)
    assert found.relation is Relation.NEWER
    assert found.fingerprint == theirs.copies.fingerprint()
    assert mine.merging.apply(found, {}) is not None
    assert mine.situation.get(Mission, mission.id) == replace(mission, note="fra modtageren")
    noted = mine.copies.sent()[0]
    assert noted.came_back == day(identity.today())
    assert noted.came_back_as == "kopi.mission"
    mine.history.undo()
    assert mine.copies.sent()[0].came_back is None


def test_who_worked_in_a_copy_is_told_as_whom_it_was_sent_to(
    mine: Desk, tmp_path: Path, opened: Callable[[], Desk]
) -> None:
    """The review named people by what their computer calls them."""
    sent(mine, tmp_path)
    theirs = opened()
    first, second = theirs.situation.missions[:2]
    theirs.missions.revise(replace(first, note="fra dem"))
    theirs.missions.revise(replace(second, note="også fra dem"))
    mine.missions.revise(replace(first, note="fra mig"))
    found = back(mine, theirs, tmp_path)
    assert found.theirs.who == ("Modtageren (Dem)",)
    assert found.mine.who == ("Mig",)
    (disputed,) = found.conflicts
    assert disputed.theirs_by is not None and disputed.theirs_by.who == "Modtageren (Dem)"
    assert disputed.mine_by is not None and disputed.mine_by.who == "Mig"
    taken = {one.theirs_by.who for one in found.incoming if one.theirs_by is not None}
    assert taken == {"Modtageren (Dem)"}


def test_a_copy_for_reading_opens_for_reading_only(
    mine: Desk, tmp_path: Path, opened: Callable[[], Desk]
) -> None:
    sent(mine, tmp_path, purpose=Purpose.READ)
    theirs = opened()
    assert theirs.read_only
    with pytest.raises(Unavailable, match="sent for reading"):
        theirs.missions.add(Wording("Ny", "New"))
    theirs.save_as(tmp_path / "anden.mission")
    assert theirs.read_only
    with pytest.raises(Refused):
        theirs.copies.send(tmp_path / "tredje.mission", Sending("En tredje"))


def test_in_a_copy_for_comments_nothing_else_is_written(
    mine: Desk, tmp_path: Path, opened: Callable[[], Desk]
) -> None:
    sent(mine, tmp_path, purpose=Purpose.COMMENT)
    theirs = opened()
    before = rows_of(theirs.session.store)
    with pytest.raises(Refused, match="only comments"):
        theirs.missions.add(Wording("Ny", "New"))
    assert rows_of(theirs.session.store) == before


def test_what_cannot_be_sent_leaves_no_trace(mine: Desk, tmp_path: Path) -> None:
    before, steps = rows_of(mine.session.store), len(mine.history.steps())
    with pytest.raises(Refused):
        mine.copies.send(tmp_path / "a.mission", Sending("  "))
    with pytest.raises(Refused):
        mine.copies.send(tmp_path / "a.mission", Sending("X", audience=Audience.MINISTRY))
    (tmp_path / "a.mission").write_text("optaget")
    for audience in (Audience.SECRETARIAT, Audience.PUBLIC):
        with pytest.raises(Unavailable):
            mine.copies.send(tmp_path / "a.mission", Sending("X", audience=audience))
    assert (tmp_path / "a.mission").read_text() == "optaget"
    assert len(mine.history.steps()) == steps
    for audience in (Audience.SECRETARIAT, Audience.PUBLIC):
        with pytest.raises(Unavailable):
            mine.copies.send(tmp_path / "ingen" / "b.mission", Sending("X", audience=audience))
    assert rows_of(mine.session.store) == before
    assert len(mine.copies.sent()) == 2  # those of the sample


# ---------------------------------------------------------------- a part


@pytest.mark.parametrize("audience", [Audience.MINISTRY, Audience.PUBLIC])
def test_a_part_holds_no_byte_above_its_audience(
    mine: Desk, tmp_path: Path, audience: Audience, opened: Callable[[], Desk]
) -> None:
    """A word of its own in every text of every record; only those of what is shown are there."""
    planted = _plant(mine)
    ministry = mine.organisation.ministries()[1].id if audience is Audience.MINISTRY else None
    shown = seen_by(mine.situation, audience, ministry)
    allowed = " ".join(
        str(value)
        for kind in KINDS.values()
        for one in shown.all(kind)
        for value in encode(one).values()
    )
    seen = set(re.findall(r"kanarie\d{5}x", allowed))
    copy = sent(mine, tmp_path, audience=audience, ministry=ministry)
    data = (tmp_path / "kopi.mission").read_bytes()
    found = {word.decode() for word in re.findall(rb"kanarie\d{5}x", data)}
    assert found == seen
    assert len(seen) > 50
    assert len(planted) - len(seen) > 100
    fields_seen = {planted[word] for word in seen}
    for name in ("note", "case_officer", "confidence_note", "withheld", "rationale", "rejected"):
        assert not any(field == name for _, field in fields_seen), name
    assert not {kind for kind, _ in fields_seen} & {"assessment", "expert", "coalition_need"}
    theirs = opened()  # every reference holds
    assert theirs.copies.fingerprint() == copy.fingerprint
    assert replayed(theirs.history.steps()) == rows_of(theirs.session.store)
    held, there = mine.copies.counts(Sending("X", audience=audience, ministry=ministry))
    assert held == sum(len(shown.all(kind)) for kind in KINDS.values()) < there


def _plant(desk: Desk) -> dict[str, tuple[str, str]]:
    """Words by the kind and field that they stand in."""
    planted: dict[str, tuple[str, str]] = {}
    changed = []
    for kind, record_type in KINDS.items():
        for record in desk.situation.all(record_type):
            values: dict[str, object] = {}
            for field in fields(record_type):  # type: ignore[arg-type]
                value, word = getattr(record, field.name), f"kanarie{len(planted):05}x"
                if field.name in ("language", "currency") or (kind, field.name) == (
                    "comment",
                    "kind",
                ):
                    continue
                if isinstance(value, Wording):
                    values[field.name] = Wording(f"{value.da} {word}", value.en)
                elif type(value) is str and str(field.type) == "str" and not _is_id(value):
                    if field.name in ("kept_pdf", "kept_content", "trajectory", "uri"):
                        continue
                    values[field.name] = f"{value} {word}"
                else:
                    continue
                planted[word] = (kind, field.name)
            if values:
                changed.append(replace(record, **values))  # type: ignore[type-var]
    put_in(desk, *changed)
    return planted


def _is_id(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4


def test_a_part_without_changes_comes_back_as_nothing_new(
    mine: Desk, tmp_path: Path, opened: Callable[[], Desk]
) -> None:
    sent(mine, tmp_path, audience=Audience.PUBLIC)
    assert back(mine, opened(), tmp_path).relation is Relation.OLDER


def test_what_was_withheld_is_no_deletion(
    mine: Desk, tmp_path: Path, opened: Callable[[], Desk]
) -> None:
    first, second = mine.situation.missions[:2]
    put_in(
        mine, replace(first, note="fortroligt"), a_mission(code="M99", title=Wording("Skjult", ""))
    )
    sent(mine, tmp_path, audience=Audience.PUBLIC)
    theirs = opened()
    shared = theirs.situation.get(Mission, first.id)
    assert shared is not None
    assert shared.note == ""
    title = Wording("Fra modtageren", "From the recipient")
    theirs.missions.revise(replace(shared, title=title))
    mine.missions.revise(replace(second, challenge=Wording("Min", "Mine")))
    before = rows_of(mine.session.store)
    found = back(mine, theirs, tmp_path)
    assert (found.relation, found.part, found.conflicts) == (Relation.DIVERGED, True, ())
    assert found.mine.steps == 1
    assert (found.theirs.steps, found.theirs.who) == (1, ("Modtageren (Dem)",))
    assert found.news == 1
    assert mine.merging.apply(found, {}) is not None
    after = rows_of(mine.session.store)
    changed = {
        (kind, key, name)
        for kind, rows in after.items()
        for key, row in rows.items()
        for name, value in row.items()
        if before[kind].get(key, {}).get(name) != value
    }
    assert {(kind, key) for kind, key, _ in changed if kind != "copy_sent"} == {
        ("mission", first.id)
    }
    merged = mine.situation.get(Mission, first.id)
    assert merged is not None
    assert (merged.title, merged.note) == (title, "fortroligt")
    assert back(mine, theirs, tmp_path).relation is Relation.OLDER
    mine.history.undo()
    assert rows_of(mine.session.store) == before
    assert back(mine, theirs, tmp_path).relation is Relation.DIVERGED


def test_a_part_that_comes_twice_is_put_together_from_where_they_last_met(
    mine: Desk, tmp_path: Path, opened: Callable[[], Desk]
) -> None:
    sent(mine, tmp_path, audience=Audience.PUBLIC)
    theirs = opened()
    mission = theirs.situation.missions[0]
    for number in ("en", "to", "tre"):
        now = theirs.situation.get(Mission, mission.id)
        assert now is not None
        theirs.missions.revise(replace(now, challenge=Wording(number, number)))
        found = back(mine, theirs, tmp_path)
        assert found.conflicts == ()
        assert found.theirs.steps == 1
        assert mine.merging.apply(found, {}) is not None
        merged = mine.situation.get(Mission, mission.id)
        assert merged is not None
        assert merged.challenge.da == number


def test_writing_where_something_was_withheld_is_a_conflict(
    mine: Desk, tmp_path: Path, opened: Callable[[], Desk]
) -> None:
    first = mine.situation.missions[0]
    put_in(mine, replace(first, note="fortroligt"))
    sent(mine, tmp_path, audience=Audience.PUBLIC)
    theirs = opened()
    shared = theirs.situation.get(Mission, first.id)
    assert shared is not None
    theirs.missions.revise(replace(shared, note="deres egen"))
    found = back(mine, theirs, tmp_path)
    (conflict,) = found.conflicts
    assert (conflict.sort, conflict.fields) == (Dispute.FIELDS, ("note",))
    mine.merging.apply(found, {conflict.id: Side.MINE})
    kept = mine.situation.get(Mission, first.id)
    assert kept is not None
    assert kept.note == "fortroligt"


def test_a_removal_asks_where_only_a_part_of_it_was_seen(
    mine: Desk, tmp_path: Path, opened: Callable[[], Desk]
) -> None:
    public = next(it for it in mine.situation.initiatives if it.publication is Publication.PUBLIC)
    secret = a_milestone(
        mission=public.mission,
        initiative=public.id,
        title=Wording("Skjult milepæl", ""),
        publication=Publication.INTERNAL,
    )
    put_in(mine, secret)
    sent(mine, tmp_path, audience=Audience.PUBLIC)
    theirs = opened()
    assert theirs.situation.get(Milestone, secret.id) is None
    theirs.initiatives.remove(public.id)
    found = back(mine, theirs, tmp_path)
    assert Dispute.REMOVAL in {one.sort for one in found.conflicts}
    mine.merging.apply(found, found.all_from(Side.MINE))
    assert mine.situation.get(Initiative, public.id) == public
    assert mine.situation.get(Milestone, secret.id) == secret


def test_a_code_given_in_a_part_yields_to_one_that_was_withheld(
    mine: Desk, tmp_path: Path, opened: Callable[[], Desk]
) -> None:
    hidden = a_mission(code="M50", publication=Publication.INTERNAL)
    put_in(mine, hidden)
    sent(mine, tmp_path, audience=Audience.PUBLIC)
    theirs = opened()
    added = a_mission(code="M50", title=Wording("Ny", "New"))
    put_in(theirs, added)
    found = back(mine, theirs, tmp_path)
    mine.merging.apply(found, found.all_from(Side.THEIRS))
    codes = {one.id: one.code for one in mine.situation.missions}
    assert codes[hidden.id] == "M50"
    assert codes[added.id] != "M50"


def test_two_who_took_in_the_same_part_can_still_meet(
    mine: Desk, tmp_path: Path, opened: Callable[[], Desk]
) -> None:
    from tests.services.test_merging import compared, copy_of

    sent(mine, tmp_path, audience=Audience.PUBLIC)
    colleague = copy_of(mine, "Kollega")
    theirs = opened()
    shared = theirs.situation.missions[0]
    theirs.missions.revise(replace(shared, challenge=Wording("ude", "out")))
    for desk in (mine, colleague):
        found = back(desk, theirs, tmp_path)
        desk.merging.apply(found, {})
    met = compared(mine, colleague)
    assert met.relation is Relation.DIVERGED
    assert met.conflicts == ()
    assert mine.merging.apply(met, {}) is not None
    colleague.close(discard=True)


def test_a_part_can_take_in_the_whole(
    mine: Desk, tmp_path: Path, opened: Callable[[], Desk]
) -> None:
    sent(mine, tmp_path, audience=Audience.PUBLIC)
    theirs = opened()
    shared = theirs.situation.missions[0]
    theirs.missions.revise(replace(shared, challenge=Wording("ude", "out")))
    from missiondesk.services.merging import compare_stores

    found = compare_stores(theirs.session.store, mine.session.store, "hel.mission")
    assert found.relation is Relation.DIVERGED
    theirs.merging.apply(found, found.all_from(Side.MINE))
    assert len(theirs.situation.missions) == len(mine.situation.missions)
    again = back(mine, theirs, tmp_path)
    assert again.relation is Relation.NEWER
    mine.merging.apply(again, {})
    merged = mine.situation.get(Mission, shared.id)
    assert merged is not None
    assert merged.challenge.da == "ude"


# ---------------------------------------------------------------- closed


def test_a_copy_can_have_a_passphrase_of_its_own(mine: Desk, tmp_path: Path) -> None:
    path = tmp_path / "lukket.mission"
    copy = mine.copies.send(path, Sending("X"), "gule støvler vandrer langsomt hjem fra havnen")
    assert copy.sealed
    assert b"SQLite" not in path.read_bytes()
    with pytest.raises(Unavailable, match="confidential"):
        mine.merging.compare(path)
    with pytest.raises(Unavailable, match="does not open"):
        mine.merging.compare(path, "en helt anden sætning")
    found = mine.merging.compare(path, "gule støvler vandrer langsomt hjem fra havnen")
    assert (found.relation, found.fingerprint) == (Relation.IDENTICAL, copy.fingerprint)


def test_of_a_confidential_workspace_no_plain_copy_leaves_but_a_public_one(
    mine: Desk, tmp_path: Path
) -> None:
    from missiondesk.store.sealing.codec import new_codec
    from missiondesk.store.sealing.header import LEAST

    with mine.session.store.write(Verb.MAKE_CONFIDENTIAL, "") as unit:
        unit.recode(new_codec("fire æbler under en blå cykel", "", LEAST))
    with pytest.raises(Refused) as no:
        mine.copies.send(tmp_path / "a.mission", Sending("X"))
    assert no.value.field == "passphrase"
    assert mine.copies.needs_passphrase(Audience.SECRETARIAT)
    assert not mine.copies.needs_passphrase(Audience.PUBLIC)
    mine.copies.send(tmp_path / "b.mission", Sending("X", audience=Audience.PUBLIC))
    assert list(tmp_path.iterdir()) == [tmp_path / "b.mission"]
