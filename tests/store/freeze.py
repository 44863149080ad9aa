# SPDX-License-Identifier: Apache-2.0
"""Writes a workspace of today's version with what it holds as JSON, to be kept for ever.

    python -m tests.store.freeze

Run once when a version of the tables is released, and never again for that version.
"""

from __future__ import annotations

import json
import random
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from missiondesk.domain import identity
from missiondesk.domain.entities import KINDS
from missiondesk.domain.milestone import Milestone
from missiondesk.domain.mission import Mission
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.store.migrations import CURRENT
from missiondesk.store.rows import encode
from missiondesk.store.store import Store
from missiondesk.store.workspace import create
from tests.builders import a_mission, one_of_each

FILES = Path(__file__).with_name("files")


def freeze(folder: Path = FILES) -> Path:
    """Write file and JSON; returns the file."""
    file = folder / f"v{CURRENT // 1000}_{CURRENT % 1000:03d}.mission"
    draw = random.Random(CURRENT)
    ids = lambda: str(uuid.UUID(int=draw.getrandbits(128), version=4))  # noqa: E731
    with identity.fixed(datetime(2026, 11, 2, 9, 30, tzinfo=UTC), ids):
        store = create(file, "Sekretær", replace=True)
        live(store)
        store.close()
        held = {kind: [encode(row) for row in store.all(KINDS[kind])] for kind in KINDS}
    text = json.dumps(held, ensure_ascii=False, indent=1) + "\n"
    file.with_suffix(".json").write_text(text, encoding="utf-8")
    return file


def live(store: Store) -> None:
    """Steps of every sort: adding, revising, removing, undoing, redoing."""
    with store.write(Verb.IMPORT, "", "alt") as unit:
        for record in one_of_each():
            unit.save(record)
    mission = store.all(Mission)[0]
    with store.write(Verb.REVISE_MISSION, mission.id, "M1") as unit:
        unit.save(replace(mission, title=Wording("Æ, ø og å", "Ä, ö and å"), wicked_causes=4))
    with store.write(Verb.REMOVE_MILESTONE, "", "Aftale") as unit:
        unit.remove(Milestone, store.all(Milestone)[0].id)
    store.undo()
    store.redo()
    store.undo()
    with store.write(Verb.ADD_MISSION, "", "M2") as unit:
        unit.save(a_mission(code="M2"))


if __name__ == "__main__":
    print(freeze())
