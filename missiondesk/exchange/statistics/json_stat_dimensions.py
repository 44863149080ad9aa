# SPDX-License-Identifier: Apache-2.0
"""Dimensions of a JSON-stat dataset, whose order and roles stand in two places in its versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.periods import TimeReading, read_labelled
from missiondesk.exchange.statistics.table import (
    MOST_CATEGORIES,
    MOST_DIMENSIONS,
    Category,
    Dimension,
    Role,
    too_long,
)
from missiondesk.exchange.statistics.time_axis import find_time, rivals, unsure

Json = Mapping[str, Any]
_ROLES = {"time": Role.TIME, "geo": Role.GEO, "metric": Role.MEASURE}


def read_dimensions(
    content: Json, language: str, warnings: list[Message]
) -> tuple[tuple[Dimension, ...], tuple[str, ...]]:
    """Dimensions in cell order, and their footnotes.

    Raises:
        Refused: The order of dimensions or of their values does not stand in the file.
    """
    described = content["dimension"]
    if not isinstance(described, dict):
        raise Refused(N_("“dimension” is no object."))
    home = content if isinstance(content.get("id"), list) else described
    ids = home.get("id")
    if not isinstance(ids, list) or not ids or not all(isinstance(one, str) for one in ids):
        raise Refused(N_("The dimensions have no order: “id” is missing."))
    if len(ids) > MOST_DIMENSIONS:
        raise Refused(N_("The table has more than {most} dimensions."), most=MOST_DIMENSIONS)
    parts = [_part(described, one) for one in ids]
    codes = [_codes(one, part) for one, part in zip(ids, parts, strict=True)]
    for part, id_, own in zip(parts, ids, codes, strict=True):
        if len(own) > MOST_CATEGORIES:
            raise too_long(_name(part, id_))
    _compare(home.get("size"), [len(one) for one in codes], warnings)
    labels = [[_label(part, code) for code in own] for part, own in zip(parts, codes, strict=True)]
    roles = _roles(home.get("role") or content.get("role"), ids)
    readings = [
        read_labelled(own, keys, language=language) for own, keys in zip(labels, codes, strict=True)
    ]
    time = _time(ids, parts, roles, readings)
    if time is not None:
        names = [(_name(part, id_), id_) for part, id_ in zip(parts, ids, strict=True)]
        warnings.extend(unsure(names[time][0], readings[time]))
        warnings.extend(rivals(names[time][0], names[:time] + names[time + 1 :]))
    found = []
    for place, (id_, part) in enumerate(zip(ids, parts, strict=True)):
        role = Role.TIME if place == time else roles[place]
        if place != time and role is Role.TIME:
            role = Role.OTHER
        times = readings[place] if place == time else ()
        categories = _categories(part, codes[place], labels[place], times)
        found.append(Dimension(id_, _name(part, id_), categories, role))
    return tuple(found), _notes(ids, parts)


def _part(described: Json, id_: str) -> Json:
    part = described.get(id_)
    if not isinstance(part, dict) or not isinstance(part.get("category"), dict):
        raise Refused(N_("The dimension “{name}” has no “category”."), name=id_)
    return part


def _name(part: Json, id_: str) -> str:
    label = part.get("label")
    return label.strip() if isinstance(label, str) and label.strip() else id_


def _codes(id_: str, part: Json) -> list[str]:
    """Codes of the values in their order.

    Raises:
        Refused: There is no order, or it has gaps.
    """
    category = part["category"]
    index = category.get("index")
    if isinstance(index, list) and index and all(isinstance(one, str | Decimal) for one in index):
        return [str(one) for one in index]
    if isinstance(index, dict) and index:
        placed = {_whole(place): str(code) for code, place in index.items()}
        if set(placed) == set(range(len(index))):
            return [placed[place] for place in range(len(index))]
    if index is None:
        for key in ("label", "unit"):
            only = category.get(key)
            if isinstance(only, dict) and len(only) == 1:
                return [str(code) for code in only]
    raise Refused(N_("The values of the dimension “{name}” have no order."), name=id_)


def _whole(value: object) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    if not isinstance(value, Decimal) or value.adjusted() > 8 or value != int(value):
        return None
    return int(value)


def _compare(size: object, counts: Sequence[int], warnings: list[Message]) -> None:
    """Warn where "size" says other numbers than there are values; the values decide."""
    said = [_whole(one) for one in size] if isinstance(size, list) else None
    if said != list(counts):
        warnings.append(
            message(
                N_("“size” ({said}) contradicts the values ({counts}), which were used."),
                said=", ".join(map(str, size)) if isinstance(size, list) else "–",
                counts=", ".join(map(str, counts)),
            )
        )


def _label(part: Json, code: str) -> str:
    labels = part["category"].get("label")
    label = labels.get(code) if isinstance(labels, dict) else None
    return label.strip() if isinstance(label, str) and label.strip() else code


def _roles(role: object, ids: Sequence[str]) -> list[Role]:
    roles = dict.fromkeys(ids, Role.OTHER)
    if isinstance(role, dict):
        for name, meaning in _ROLES.items():
            listed = role.get(name)
            for id_ in listed if isinstance(listed, list) else ():
                if isinstance(id_, str) and id_ in roles:
                    roles[id_] = meaning
    return [roles[one] for one in ids]


def _time(
    ids: Sequence[str],
    parts: Sequence[Json],
    roles: Sequence[Role],
    readings: Sequence[Sequence[TimeReading]],
) -> int | None:
    """The dimension of time: the one the file names, or of several the one that has periods."""
    named = [place for place, role in enumerate(roles) if role is Role.TIME]
    if len(named) == 1:
        return named[0]
    places = named or [place for place, role in enumerate(roles) if role is Role.OTHER]
    axes = [((ids[place], _name(parts[place], "")), readings[place]) for place in places]
    found = find_time(axes)
    return None if found is None else places[found]


def _categories(
    part: Json, codes: Sequence[str], labels: Sequence[str], times: Sequence[TimeReading]
) -> tuple[Category, ...]:
    units = part["category"].get("unit")
    found = []
    for place, (code, label) in enumerate(zip(codes, labels, strict=True)):
        unit = units.get(code) if isinstance(units, dict) else None
        reading = times[place] if times else TimeReading(None)
        text, decimals = _unit(unit)
        found.append(
            Category(code, label, text, decimals, period=reading.period, mark=reading.mark)
        )
    return tuple(found)


def _unit(unit: object) -> tuple[str, int | None]:
    """Unit as a text and its decimals; a multiplier that no label names is written as a power."""
    if isinstance(unit, str):
        return unit.strip(), None
    if not isinstance(unit, dict):
        return "", None
    words = {
        key: unit[key].strip()
        for key in ("label", "symbol", "base", "unit")
        if isinstance(unit.get(key), str)
    }
    text = words.get("label", "")
    if not text:
        text = words.get("base", "") or words.get("symbol", "") or words.get("unit", "")
        power = _whole(unit.get("multiplier"))
        if power:
            text = f"10^{power} {text}".strip()
    elif words.get("symbol", "") not in text:
        text = f"{text} {words['symbol']}"
    decimals = _whole(unit.get("decimals"))
    return text, decimals if decimals is not None and 0 <= decimals <= 20 else None


def _notes(ids: Sequence[str], parts: Sequence[Json]) -> tuple[str, ...]:
    """Footnotes of dimensions and of their values, each with its name before it."""
    found: list[str] = []
    for id_, part in zip(ids, parts, strict=True):
        name = _name(part, id_)
        found += [f"{name}: {text}" for text in _texts(part.get("note"))]
        noted = part["category"].get("note")
        for code, note in noted.items() if isinstance(noted, dict) else ():
            found += [f"{name}, {_label(part, str(code))}: {text}" for text in _texts(note)]
    return tuple(found)


def _texts(note: object) -> list[str]:
    listed = [note] if isinstance(note, str) else note
    if not isinstance(listed, list):
        return []
    return [one.strip() for one in listed if isinstance(one, str) and one.strip()]
