# SPDX-License-Identifier: Apache-2.0
"""A whole government's letters of real size, invented: as many and as long as Canada's of 2021.

The counts are those of the public tracker: 760 commitments in 40 letters, 18 a minister in the
middle, 65 in 100 shared, 17 words long in the middle. `python -m tests.forty_letters FOLDER` makes
them in one press and says how long it took.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from pathlib import Path

from missiondesk.domain.commitment import Commitment, CommitmentKind, CommitmentStatus
from missiondesk.domain.entities import Entity
from missiondesk.domain.letter import BlockKind, Letter, LetterState
from missiondesk.domain.period import Period
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import standard_blocks
from missiondesk.services.desk import Desk
from missiondesk.services.letter_drafting import standard_letter
from missiondesk.services.workspaces import blank_desk
from tests import builders

LETTERS, COMMITMENTS = 40, 760
SHARED = 0.65
MEDIAN_WORDS = 17
_FIRST = {
    "da": "Indføre Kortlægge Udarbejde Styrke Gennemføre Fremlægge Oprette Forenkle Aftale",
    "en": "Introduce Map Prepare Strengthen Carry Present Establish Simplify Agree",
}
_WORDS = {
    "da": "adgang ansvar arbejdspladser beskæftigelse boliger borgere data digitale erhvervslivet "
    "familier forebyggelse frivillige grønne hurtigere hvert indsatsen institutioner klima "
    "kommunerne kvalitet landdistrikter ledelse lige mennesker mindre nationale nye offentlige "
    "omstilling pleje praksisfaglighed regionerne samarbejde sammen skoler sundhed tryghed "
    "uddannelse udsatte unge virksomheder viden ældre øget",
    "en": "access affordable better careful children citizens climate clean communities data "
    "digital early education elderly employers families farming green health housing inclusive "
    "jobs lasting learning local mental ministries modern national new older people primary "
    "public quality regional research rural safe schools services skills support young",
}  # fmt: skip


def forty_letters(
    letters: int = LETTERS, commitments: int = COMMITMENTS, *, seed: int = 4, charts: bool = True
) -> Desk:
    """A desk in memory with as many ministers, each with a mission and a cleared letter in Danish.

    Args:
        letters: Ministers, missions and letters.
        commitments: Of all missions together; about two in three are shared by other ministers.
        seed: Equal seeds make equal texts.
        charts: Give each mission a metric with figures, so that each letter has its chart.
    """
    desk = blank_desk("Sekretær")
    chance = random.Random(seed)
    records: list[Entity] = []
    offices, people = [], []
    for number in range(letters):
        ministry = builders.a_ministry(
            code=f"EM{number + 1}",
            name=Wording(f"Eksempelministerium {number + 1}", f"Example Ministry {number + 1}"),
        )
        office = builders.an_office(
            ministry=ministry.id,
            title=Wording(f"Eksempelminister {number + 1}", f"Example Minister {number + 1}"),
        )
        person = builders.a_person(name=f"Eksempel Person {number + 1}")
        held = builders.an_appointment(office=office.id, person=person.id)
        records += [ministry, office, person, held]
        offices.append(office)
        people.append(person)
    counts = _spread(commitments, letters, chance)
    for number, count in enumerate(counts):
        mission = builders.a_mission(
            code=f"M{number + 1}",
            platform_reference=Wording("kapitel 3 (eksempel)", "chapter 3 (example)"),
            accountable_office=offices[number].id,
            co_offices=tuple(one.id for one in _others(offices, number, 2, chance)),
        )
        records.append(mission)
        if charts:
            metric = builders.a_metric(mission=mission.id)
            records += [metric, builders.an_observation(metric=metric.id)]
        records += [
            _commitment(mission.id, at, offices, number, chance) for at in range(1, count + 1)
        ]
        letter = builders.a_letter(
            mission=mission.id,
            number=f"2026-{number + 1:03d}",
            state=LetterState.CLEARED,
            state_date=Period("2026-11-02"),
            addressee_office=offices[number].id,
            addressee_person=people[number].id,
            sender_offices=(offices[0].id,),
        )
        records += _letter(letter)
    with desk.session.write(Verb.SET_UP, "", "") as unit:
        for record in records:
            unit.save(record)
    return desk


def _letter(letter: Letter) -> list[Entity]:
    blocks = standard_letter(letter.id, letter.language, None)
    assert len(blocks) == len(standard_blocks(letter.language)) == len(BlockKind)
    return [letter, *blocks]


def _spread(total: int, letters: int, chance: random.Random) -> list[int]:
    """How many commitments each letter has: uneven around the middle, all together ``total``."""
    shares = [chance.lognormvariate(0, 0.3) for _ in range(letters)]
    counts = [max(1, round(total * share / sum(shares))) for share in shares]
    at = 0
    while sum(counts) != total:
        step = 1 if sum(counts) < total else -1
        if counts[at % letters] + step >= 1:
            counts[at % letters] += step
        at += 1
    return counts


def _others(offices: list, own: int, most: int, chance: random.Random) -> list:  # type: ignore[type-arg]
    rest = [one for at, one in enumerate(offices) if at != own]
    return chance.sample(rest, min(len(rest), chance.randint(1, most)))


def _commitment(
    mission: str,
    number: int,
    offices: list,
    own: int,
    chance: random.Random,  # type: ignore[type-arg]
) -> Commitment:
    shared = chance.random() < SHARED
    words = max(5, round(chance.lognormvariate(2.833, 0.35)))  # e^2.833 = 17
    return builders.a_commitment(
        mission=mission,
        number=number,
        text=Wording(_sentence("da", words, chance), _sentence("en", words, chance)),
        due=Period(f"{chance.randint(2026, 2029)}-{chance.randint(1, 12):02d}-15"),
        lead_office=offices[own].id,
        co_offices=tuple(one.id for one in _others(offices, own, 3, chance)) if shared else (),
        kind=chance.choice(list(CommitmentKind)),
        status=chance.choices(list(CommitmentStatus), (4, 4, 1, 1, 0))[0],
        status_date=Period("2026-10-15"),
    )


def _sentence(language: str, words: int, chance: random.Random) -> str:
    first = chance.choice(_FIRST[language].split())
    return f"{first} {' '.join(chance.choices(_WORDS[language].split(), k=words - 1))}."


def main(folder: Path) -> None:
    """Make the forty letters one by one and as one file, and say how long each took."""
    desk = forty_letters()
    rows = desk.session.situation.commitments
    median = statistics.median(len(one.text.da.split()) for one in rows)
    shared = sum(bool(one.co_offices) for one in rows) / len(rows)
    print(f"{len(rows)} commitments, {shared:.0%} shared, {median:g} words in the middle")
    start, used = time.perf_counter(), time.process_time()
    plan = desk.printing.plan("letters", "da")
    print(f"composed: {_took(start, used)}")
    for name, make in (
        ("one file each", lambda: plan.run(folder)),
        ("one file of all", lambda: plan.run_combined(folder / "alle.pdf", duplex=True)),
    ):
        start, used = time.perf_counter(), time.process_time()
        report = make()
        took = _took(start, used)
        pages = sum(one.pages for one in report.files)
        size = sum(one.path.stat().st_size for one in report.files) / 1024
        print(f"{name}: {took}, {len(report.files)} files, {pages} pages, {size:.0f} KiB")
    desk.close(discard=True)


def _took(start: float, used: float) -> str:
    """Time by the clock and of the processor since then, which differ on a busy machine."""
    clock, processor = time.perf_counter() - start, time.process_time() - used
    return f"{clock * 1000:.0f} ms ({processor * 1000:.0f} ms of the processor)"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
