# SPDX-License-Identifier: Apache-2.0
"""Reads JSON-stat 1.x and 2.0: one dataset, several under names, or a collection of them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Message, message
from missiondesk.domain.refused import Refused
from missiondesk.exchange.statistics.encoding import decode
from missiondesk.exchange.statistics.json_stat_cells import read_cells
from missiondesk.exchange.statistics.json_stat_dimensions import read_dimensions
from missiondesk.exchange.statistics.numbers import machine_number
from missiondesk.exchange.statistics.table import MOST_CELLS, StatisticalTable

Json = Mapping[str, Any]
MOST_TABLES: Final = 500
_DEEPEST: Final = 10


def recognises(head: bytes) -> bool:
    """Whether the file is a JSON object; whether it is JSON-stat is seen when it is read."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n\x00\xff\xfe").startswith(b"{")


def read(data: bytes, name: str) -> tuple[StatisticalTable, ...]:
    """Read all tables of the file.

    Raises:
        Refused: No JSON, no JSON-stat, only links, or a table that contradicts itself.
    """
    if data.count(b",") > 3 * MOST_CELLS:
        raise Refused(N_("The table has more than {most} figures."), most=MOST_CELLS)
    whole = _parsed(decode(data).text)
    if not isinstance(whole, dict):
        raise Refused(N_("The file is JSON, but not JSON-stat: it has no “dimension”."))
    links: list[str] = []
    found = list(_datasets(whole, "", links, 0))
    if len(found) > MOST_TABLES:
        raise Refused(N_("The file has more than {most} tables."), most=MOST_TABLES)
    if not found:
        raise _nothing(whole, links)
    return tuple(_table(one, links, name) for one in found)


@dataclass(frozen=True, slots=True)
class _Dataset:
    """One dataset of the file, and the name under which it stands."""

    key: str
    content: Json


@lru_cache(maxsize=65_536)
def _number(text: str) -> Decimal | str:
    """A number of the file; what is beyond all measure stays a text and is no number.

    The same figure stands in a table many times; one value does for all of them.
    """
    number = machine_number(text)
    return text if number is None else number


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_float=_number, parse_int=_number, parse_constant=str)
    except json.JSONDecodeError as error:
        raise Refused(
            N_("The JSON breaks off or is wrong in line {line}, column {column}."),
            line=error.lineno,
            column=error.colno,
        ) from None
    except (RecursionError, ValueError):
        raise Refused(N_("The file is no JSON that can be read.")) from None


def _datasets(content: Json, key: str, links: list[str], depth: int) -> Iterator[_Dataset]:
    """Datasets in the object, in its collection, or under its names; links are noted."""
    if depth > _DEEPEST:
        return
    if "dimension" in content and "value" in content:
        yield _Dataset(key, content)
        return
    link = content.get("link")
    if content.get("class") == "collection" or isinstance(link, dict):
        items = link.get("item") if isinstance(link, dict) else None
        for item in items if isinstance(items, list) else ():
            if not isinstance(item, dict):
                continue
            if item.get("class") == "dimension" or ("href" in item and "value" not in item):
                links.append(str(item.get("label") or item.get("href") or ""))
            else:
                yield from _datasets(item, "", links, depth + 1)
        return
    for name, inner in content.items():
        if isinstance(inner, dict) and name not in ("extension", "dimension", "category", "note"):
            yield from _datasets(inner, str(name), links, depth + 1)


def _nothing(whole: Json, links: list[str]) -> Refused:
    if links:
        return Refused(
            N_(
                "This is a collection of {count} links (the first: “{first}”) and holds no "
                "figures; fetch the table itself."
            ),
            count=len(links),
            first=links[0],
        )
    if whole.get("class") == "dimension":
        return Refused(N_("This JSON-stat file describes a dimension and holds no figures."))
    if "dimension" in whole:
        return Refused(N_("This JSON-stat file has no “value”, so it holds no figures."))
    return Refused(N_("The file is JSON, but not JSON-stat: it has no “dimension”."))


def _table(dataset: _Dataset, links: list[str], name: str) -> StatisticalTable:
    content = dataset.content
    warnings: list[Message] = []
    dimensions, notes = read_dimensions(content, _language(content), warnings)
    count = math.prod(len(one.categories) for one in dimensions)
    if count > MOST_CELLS:
        raise Refused(N_("The table has more than {most} figures."), most=MOST_CELLS)
    cells = read_cells(content, count, warnings)
    if links:
        warnings.append(
            message(
                N_("{count} entries of the collection are only links and were left out."),
                count=len(links),
            )
        )
    return StatisticalTable(
        format="JSON-stat",
        table_id=_table_id(dataset) or name,
        title=_text(content, "label") or _text(content, "title"),
        source=_text(content, "source"),
        dimensions=dimensions,
        cells=cells,
        updated=_updated(content),
        notes=(*_notes(content.get("note")), *notes),
        language=_language(content),
        warnings=tuple(warnings),
    )


def _text(content: Json, key: str) -> str:
    value = content.get(key)
    return value.strip() if isinstance(value, str) else ""


def _inner(content: Json, *path: str) -> Json:
    for step in path:
        inner = content.get(step)
        if not isinstance(inner, dict):
            return {}
        content = inner
    return content


def _language(content: Json) -> str:
    said = (
        _text(content, "language"),
        _text(_inner(content, "extension"), "lang"),
        _text(_inner(content, "extension", "px"), "language"),
    )
    return next(filter(None, said), "").casefold()


def _table_id(dataset: _Dataset) -> str:
    """The table's id where an office writes one, else the name under which it stands."""
    content = dataset.content
    px = _inner(content, "extension", "px")
    said = (
        _text(px, "tableid"),
        _text(px, "matrix"),
        _text(_inner(content, "extension"), "id"),
        _text(content, "code"),
        dataset.key if dataset.key != "dataset" else "",
        _text(content, "href").rstrip("/").rpartition("/")[2].removesuffix(".json"),
    )
    return next(filter(None, said), "")


def _updated(content: Json) -> str:
    """As it stands; Eurostat's old milliseconds since 1970 as a date and time."""
    stamp = content.get("lastUpdateDate")
    if isinstance(stamp, Decimal) and 0 < stamp < 10**13:
        return datetime.fromtimestamp(int(stamp) // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _text(content, "updated")


def _notes(note: object) -> tuple[str, ...]:
    if isinstance(note, str):
        note = [note]
    if not isinstance(note, list):
        return ()
    return tuple(one.strip() for one in note if isinstance(one, str) and one.strip())
