# SPDX-License-Identifier: Apache-2.0
"""The coalition behind each mission as the roadmap shows it: who stands by it, and with what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from missiondesk.domain import coalition
from missiondesk.domain.coalition import NeedSum, unit_key
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.roadmap import RoadmapCoalition
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.coalition_words import amount


def coalition_lines(
    now: Situation, missions: Iterable[Mission], tr: Translator
) -> tuple[RoadmapCoalition, ...]:
    """A line for each mission that has actors with a live commitment.

    Args:
        now: The situation; for a public roadmap the published one, which names only actors that
            consent to it.
    """
    return tuple(line for one in missions if (line := _line(now, one, tr)).actors)


def _line(now: Situation, mission: Mission, tr: Translator) -> RoadmapCoalition:
    actors = sorted(coalition.mix_of(now, mission.id).actors, key=lambda it: tr.sort_key(it.name))
    sums = coalition.need_sums((), coalition.promises_of(now, mission.id))
    brings = [_brought(one, sums, tr) for one in sums if one.promised]
    uncounted = dict.fromkeys(one.kind for one in sums if one.unknown)
    brings += [tr.show(kind).lower() for kind in uncounted]
    return RoadmapCoalition(
        mission.code,
        mission.title.in_language(tr.lang),
        "; ".join(one.name for one in actors),
        "; ".join(brings),
    )


def _brought(one: NeedSum, sums: Sequence[NeedSum], tr: Translator) -> str:
    """The amount, with its kind where another kind has the same unit."""
    said = amount(one.promised, one.unit, tr)
    alike = sum(bool(it.promised) and unit_key(it.unit) == unit_key(one.unit) for it in sums)
    if alike < 2:
        return said
    return tr.say(N_("{amount} ({kind})"), amount=said, kind=tr.show(one.kind).lower())
