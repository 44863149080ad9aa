# SPDX-License-Identifier: Apache-2.0
"""Who governs a mission, as letter and roadmap say it: its bodies with chair and rhythm, who
answers for what, and the way that an issue takes upwards (G1, G2, G5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from missiondesk.domain.body import Body, BodyKind
from missiondesk.domain.chain import Chain
from missiondesk.domain.governance import exists, lines_up
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.letter import Classification
from missiondesk.domain.letter_content import GovernanceTables
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.raci import Thing, letters, with_part
from missiondesk.domain.responsibility import Raci
from missiondesk.domain.roadmap import RoadmapGovernance
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import in_sentence
from missiondesk.language import Translator, sort_key
from missiondesk.services.bodies import ORDER
from missiondesk.services.body_rows import body_rows, chair_of
from missiondesk.services.chain_plots import running_chains
from missiondesk.services.letter_facts import LetterFacts
from missiondesk.services.publication import published

_PART = 100  # items whose answers are looked up between two events
_GOVERN = (BodyKind.MISSION_BOARD, BodyKind.STEERING_GROUP, BodyKind.MINISTERS)


def governing_bodies(now: Situation, mission: Mission, on: date) -> list[Body]:
    """The mission's own bodies, those of its chain of command, and those to which they report, from
    the highest kind down.
    """
    there = [one for one in now.all(Body) if exists(one, on)]
    there.sort(key=lambda it: (ORDER.index(it.kind), sort_key(it.code, "da")))
    known = {one.id: one for one in there}
    linked = chained(running_chains(now, mission, on))
    own = [one.id for one in there if one.mission == mission.id or one.id in linked]
    above = {key for one in own for key in lines_up(known, one)}
    return [one for one in there if one.id in own or one.id in above]


def chained(chains: Iterable[Chain]) -> set[str]:
    """Ids of the bodies in these chains of command."""
    return {
        link.record.id for chain in chains for link in chain.links if isinstance(link.record, Body)
    }


def annex_title(tr: Translator) -> str:
    """The annex of a letter on who governs."""
    return tr.say(N_("Governance"))


def governance_tables(facts: LetterFacts) -> GovernanceTables | None:
    """Who governs the letter's mission; None while no body does.

    A letter that may be published names only public bodies, and no officials.
    """
    tr, mission, now = facts.tr, facts.mission, _told_of(facts)
    bodies = governing_bodies(now, mission, facts.on)
    if facts.letter.mission is None or not bodies:
        return None
    return GovernanceTables(
        bodies=body_rows(now, bodies, tr, True, "").rows,
        answers=tuple(_answers_once(facts, now, one) for one in _items(facts, now)),
        way=way_up(now, mission, bodies, tr),
    )


def answers_ready(facts: LetterFacts) -> Iterator[None]:
    """Look up part by part who answers for what; `governance_tables` is quick then."""
    now = _told_of(facts)
    for place, one in enumerate(_items(facts, now)):
        _answers_once(facts, now, one)
        if place % _PART == 0:
            yield


def _told_of(facts: LetterFacts) -> Situation:
    open_to_all = facts.letter.classification is Classification.PUBLISHABLE
    return published(facts.now) if open_to_all else facts.now


def _items(facts: LetterFacts, now: Situation) -> list[Thing]:
    return [facts.mission, *(one for one in facts.live if now.get(Initiative, one.id) is not None)]


def _answers_once(facts: LetterFacts, now: Situation, item: Thing) -> tuple[str, str, str]:
    return facts.once(f"answers for {item.id}", lambda: _answers(now, item, facts.tr, facts.on))


def _answers(now: Situation, item: Thing, tr: Translator, on: date) -> tuple[str, str, str]:
    """Item, who answers for it (A), and who carries it out (R)."""
    cells = letters(now, item, on)
    named = (
        tr.list(_titles(now, [it.id for it in with_part(cells, part)], tr)) or "–"
        for part in (Raci.ACCOUNTABLE, Raci.RESPONSIBLE)
    )
    code = item.code if isinstance(item, Mission | Initiative) else ""
    title = item.title.in_language(tr.lang) if isinstance(item, Mission | Initiative) else ""
    answers, carries = named
    return f"{code} {title}".strip(), answers, carries


def _titles(now: Situation, keys: Iterable[str], tr: Translator) -> list[str]:
    found: list[str] = []
    for key in keys:
        office, body = now.get(Office, key), now.get(Body, key)
        if office is not None:
            title = office.title.in_language(tr.lang)
            found.append(in_sentence(title, tr.lang) if found else title)
        elif body is not None:
            found.append(body.name.in_language(tr.lang))
    return found


# -- the way up ---------------------------------------------------------------------------
def way_up(now: Situation, mission: Mission, bodies: Sequence[Body], tr: Translator) -> str:
    """By which bodies an issue of the mission moves up, and when it does."""
    steps = _steps(mission, bodies)
    clock = clock_words(now, tr)
    if len(steps) < 2:
        return clock
    named = " → ".join(one.name.in_language(tr.lang) for one in steps)
    return f"{tr.say(N_('An issue moves up this way: {way}.'), way=named)} {clock}"


def clock_words(now: Situation, tr: Translator) -> str:
    """After how many working days an issue moves up (G5)."""
    secretariat = now.secretariat
    return tr.say(
        N_(
            "What is not settled within {official} working days among officials, or within "
            "{committee} with the minister, moves up to the next level."
        ),
        official=secretariat.official_days,
        committee=secretariat.committee_days,
    )


def _steps(mission: Mission, bodies: Sequence[Body]) -> list[Body]:
    """The longest line of reporting that begins in one of the mission's own bodies."""
    known = {one.id: one for one in bodies}
    lines = [
        [one, *(known[key] for key in lines_up(known, one.id) if key in known)]
        for one in reversed(bodies)
        if one.mission == mission.id
    ]
    return max(lines, key=len, default=[])


# -- the roadmap --------------------------------------------------------------------------
def governance_lines(
    now: Situation, missions: Iterable[Mission], tr: Translator
) -> tuple[RoadmapGovernance, ...]:
    """A line for each mission: who answers, its highest own body with chair and rhythm, the way up.

    Args:
        now: The situation; for a public roadmap the published one.
    """
    return tuple(_line(now, one, tr) for one in missions)


def _line(now: Situation, mission: Mission, tr: Translator) -> RoadmapGovernance:
    bodies = governing_bodies(now, mission, now.today)
    own = [one for one in bodies if one.mission == mission.id and one.kind in _GOVERN]
    board = own[0] if own else None
    answers = with_part(letters(now, mission, now.today), Raci.ACCOUNTABLE)
    steps = _steps(mission, bodies)
    rhythm = ""
    if board is not None:
        rhythm = tr.show(board.rhythm) if board.rhythm else tr.say(N_("when needed"))
    return RoadmapGovernance(
        code=mission.code,
        title=mission.title.in_language(tr.lang),
        accountable=tr.list(_titles(now, [it.id for it in answers], tr)),
        board=board.name.in_language(tr.lang) if board else "",
        chair=chair_of(now, board, tr) if board else "",
        meets=rhythm,
        # By their names: a reader of the paper knows no codes.
        way=" → ".join(one.name.in_language(tr.lang) for one in steps),
    )
