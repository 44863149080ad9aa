# SPDX-License-Identifier: Apache-2.0
"""Which efforts wait for which, and the circles in which they wait for each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from missiondesk.domain.issue import Dependency

Node = tuple[str, str]  # kind and id
_Ways = Mapping[Node, list[tuple[Node, Dependency]]]
Circle = tuple[Dependency, ...]


def ends_of(dependency: Dependency) -> tuple[Node | None, Node | None]:
    """What waits, and for what; None where it is not said."""
    return (
        _node(dependency.initiative, dependency.mission),
        _node(dependency.on_initiative, dependency.on_mission),
    )


def _node(initiative: str | None, mission: str | None) -> Node | None:
    if initiative is not None:
        return "initiative", initiative
    return ("mission", mission) if mission is not None else None


def circles(dependencies: Iterable[Dependency]) -> tuple[Circle, ...]:
    """Chains of dependencies that come back to where they began.

    Where many efforts are knotted together at least one circle is told; once that is undone the
    next is. What has been met no longer waits.
    """
    ways: dict[Node, list[tuple[Node, Dependency]]] = {}
    for one in dependencies:
        start, end = ends_of(one)
        if one.met is None and start is not None and end is not None:
            ways.setdefault(start, []).append((end, one))
    found: list[Circle] = []
    done: set[Node] = set()
    for root in ways:
        if root not in done:
            _follow(root, ways, done, found)
    return tuple(_told_once(found))


def _follow(root: Node, ways: _Ways, done: set[Node], found: list[Circle]) -> None:
    """Walk depth first from ``root``; a way back to a place on the walk closes a circle."""
    place = {root: 0}
    walk = [(root, iter(ways.get(root, ())))]
    edges: list[Dependency] = []
    while walk:
        node, left = walk[-1]
        step = next(left, None)
        if step is None:
            walk.pop()
            del place[node]
            done.add(node)
            del edges[-1:]
            continue
        following, dependency = step
        if following in place:
            found.append((*edges[place[following] :], dependency))
        elif following not in done:
            place[following] = len(walk)
            walk.append((following, iter(ways.get(following, ()))))
            edges.append(dependency)


def _told_once(found: Iterable[Circle]) -> list[Circle]:
    """Without circles whose efforts all stand in those told before."""
    told: list[Circle] = []
    seen: set[Node | None] = set()
    for circle in sorted(found, key=len):
        efforts = {ends_of(one)[0] for one in circle}
        if not efforts <= seen:
            seen |= efforts
            told.append(circle)
    return told
