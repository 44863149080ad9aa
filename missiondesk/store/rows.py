# SPDX-License-Identifier: Apache-2.0
"""One mapping between records and stored rows for all kinds, by field name and type."""

from __future__ import annotations

import builtins
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache, lru_cache
from json.scanner import make_scanner
from operator import attrgetter, itemgetter
from typing import Any, Generic, TypeVar, cast

from missiondesk.domain.entities import Entity
from missiondesk.domain.late_dataclass import dataclass, make_all
from missiondesk.domain.message import N_
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Stored
from missiondesk.domain.wording import Wording

E = TypeVar("E", bound=Entity)
Row = Mapping[str, Stored]
Codec = Callable[[Any], Any]

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Far beyond any statistic; a longer number in a file would only serve to exhaust memory.
_DIGITS = 60
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# We write no spaces around a value, and a hundred thousand of them are read at opening.
_scan_json = make_scanner(cast("Any", json.JSONDecoder()))


class InvalidRecord(Exception):
    """A row that is no valid record: a wrong date, an unknown state, an id that is none."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(f"{kind} {key}")
        self.kind = kind
        self.key = key


@dataclass(frozen=True, slots=True)
class Column:
    """One field as it is stored; without a codec the value is stored as it is."""

    name: str
    integer: bool
    optional: bool
    encode: Codec | None
    decode: Codec | None


class Shape(Generic[E]):
    """How records of one class are turned into rows and back."""

    def __init__(self, kind: type[E]) -> None:
        self.kind = kind
        declared = fields(cast("Any", kind))
        self.columns = tuple(_column(kind, field.name, str(field.type)) for field in declared)
        self.names = tuple(column.name for column in self.columns)
        self._values = attrgetter(*self.names)
        self._by_name = {column.name: column for column in self.columns}
        self._defaults = {
            field.name: field.default for field in declared if field.default is not MISSING
        }

    def encode(self, record: E) -> dict[str, Stored]:
        """The record's stored values by field name.

        Raises:
            TypeError, ValueError: The record could not be read back as it is; a bug in the caller.
            Refused: It holds a value that a workspace cannot keep.
        """
        values = self._values(record)
        stored = tuple(
            value if value is None or column.encode is None else column.encode(value)
            for column, value in zip(self.columns, values, strict=True)
        )
        if not _UUID.fullmatch(stored[0]):
            raise ValueError(f"the id of a record is a UUID in lower case, not {stored[0]!r}")
        # What is remembered has to be what would be read from the file.
        if not all(map(_fits, self.columns, stored)) or self._decode_row(stored) != record:
            raise TypeError(f"a field has another type than {self.kind.__name__} declares")
        return dict(zip(self.names, stored, strict=True))

    def decode(self, row: Row) -> E:
        """The record of a row; a field that the row does not have yet gets its default."""
        values = [
            self._read(column, row[column.name])
            if column.name in row
            else self._defaults[column.name]
            for column in self.columns
        ]
        return self.kind(*values)

    def decode_all(self, rows: Sequence[Sequence[Any]]) -> list[E]:
        """Records of many rows whose values stand in the order of `names`.

        Works column by column, which is several times as fast as row by row.

        Raises:
            ValueError: A row is not a valid record; the sentence names its id and nothing else.
        """
        if not rows:
            return []
        try:
            columns = [
                _read_column(column, values)
                for column, values in zip(self.columns, zip(*rows, strict=True), strict=True)
            ]
            _require_uuids(columns[0])
            return make_all(self.kind, columns)
        except (ValueError, KeyError, TypeError, Refused, InvalidOperation, RecursionError):
            raise ValueError(self._culprit(rows)) from None

    def value(self, name: str, stored: Stored) -> object:
        """One field's value from its stored form, as the trail holds it."""
        return self._read(self._by_name[name], stored)

    def _decode_row(self, stored: Iterable[Any]) -> E:
        return self.kind(*map(self._read, self.columns, stored))

    def _culprit(self, rows: Sequence[Sequence[Any]]) -> str:
        for row in rows:
            try:
                self._decode_row(row)
                _require_uuids((row[0],))
            except (ValueError, KeyError, TypeError, Refused, InvalidOperation, RecursionError):
                return str(row[0])
        return ""

    @staticmethod
    def _read(column: Column, stored: Any) -> Any:
        return stored if stored is None or column.decode is None else column.decode(stored)


@cache
def shape_of(kind: type[E]) -> Shape[E]:
    """The shape of a class of records, made once."""
    return Shape(kind)


def encode(record: Entity) -> dict[str, Stored]:
    """Stored values of any record; see `Shape.encode`."""
    shape = cast("Shape[Entity]", shape_of(type(record)))
    return shape.encode(record)


def _read_column(column: Column, values: Sequence[Any]) -> Sequence[Any]:
    decode = column.decode
    if decode is None:
        return values
    if column.optional:
        return [None if value is None else decode(value) for value in values]
    return list(map(decode, values))


def _fits(column: Column, stored: Any) -> bool:
    if stored is None:
        return column.optional
    return type(stored) is int if column.integer else isinstance(stored, str)


def _require_uuids(keys: Iterable[Any]) -> None:
    for key in keys:
        if not _UUID.fullmatch(key):
            raise ValueError("id is no UUID")


# ---------------------------------------------------------------- fields


def _column(kind: type[Any], name: str, declared: str) -> Column:
    """The column of a field declared as ``X``, ``X | None`` or ``tuple[X, ...]``.

    Taken apart here: `typing.get_type_hints` compiles each of some 400 declarations, which takes a
    tenth of reading the records of a usual workspace.
    """
    single = declared.removesuffix(" | None")
    item = single.removeprefix("tuple[").removesuffix(", ...]")
    owner = next(each for each in kind.__mro__ if name in getattr(each, "__annotations__", ()))
    hint = vars(sys.modules[owner.__module__]).get(item) or getattr(builtins, item, None)
    if item != single:
        return Column(name, False, False, *_list_codec(*_item_codec(hint)))
    integer, encode_, decode = _codec(hint)
    return Column(name, integer, single != declared, encode_, decode)


def _codec(hint: Any) -> tuple[bool, Codec | None, Codec | None]:
    if hint is str:
        return False, None, None
    if hint is int:
        return True, None, None
    if hint is bool:
        return True, {False: 0, True: 1}.__getitem__, {0: False, 1: True}.__getitem__
    if hint is Decimal:
        return False, _encode_decimal, _decode_decimal
    if hint is Period:
        return False, attrgetter("text"), lru_cache(maxsize=8192)(Period)
    if hint is Wording:
        return False, _encode_wording, _decode_wording
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return False, attrgetter("value"), {member.value: member for member in hint}.__getitem__
    raise TypeError(f"no stored form for {hint!r}")


def _encode_decimal(value: Decimal) -> str:
    text = str(value)
    if not value.is_finite() or len(text) > _DIGITS or abs(value.adjusted()) > _DIGITS:
        raise Refused(N_("The number {number} cannot be kept."), number=text[:_DIGITS])
    return text


def _decode_decimal(text: str) -> Decimal:
    if len(text) > _DIGITS:
        raise ValueError("too long a number")
    value = Decimal(text)
    if not value.is_finite() or abs(value.adjusted()) > _DIGITS:
        raise ValueError("no finite number")
    return value


_EMPTY = Wording()
_EMPTY_TEXT = '{"da":"","en":""}'


def _from_json(text: str) -> Any:
    try:
        value, end = _scan_json(text, 0)
    except StopIteration:
        raise ValueError("no JSON value") from None
    if end != len(text):
        raise ValueError("more than one JSON value")
    return value


def _encode_wording(value: Wording) -> str:
    return _to_json({"da": value.da, "en": value.en})


def _decode_wording(text: str) -> Wording:
    if text == _EMPTY_TEXT:
        return _EMPTY
    both = _from_json(text)
    danish, english = both["da"], both["en"]
    if type(danish) is not str or type(english) is not str or len(both) != 2:
        raise ValueError("no wording")
    if "\\u" in text:
        _require_characters(danish + english)
    return Wording(danish, english)


def _require_characters(text: str) -> None:
    """Half a surrogate pair, written as an escape, is no character and could not be saved."""
    text.encode()


def _item_codec(item: Any) -> tuple[Codec, Codec]:
    if item is str:
        return str, _plain_text
    if isinstance(item, type) and issubclass(item, StrEnum):
        return attrgetter("value"), {member.value: member for member in item}.__getitem__
    if is_dataclass(item):
        names = tuple(field.name for field in fields(item))
        return (
            lambda value: {name: getattr(value, name) for name in names},
            _whole_numbers(cast("type[Any]", item), names),
        )
    raise TypeError(f"no stored form for a list of {item!r}")


def _plain_text(stored: Any) -> str:
    if type(stored) is not str:
        raise ValueError("no text in a list")
    _require_characters(stored)
    return stored


def _whole_numbers(kind: type[Any], names: tuple[str, ...]) -> Codec:
    """Reads a value whose fields, two or more, are whole numbers."""
    pick, whole = itemgetter(*names), (int,) * len(names)

    def read(stored: Any) -> Any:
        values = pick(stored)
        if len(stored) != len(names) or tuple(map(type, values)) != whole:
            raise ValueError("no whole numbers")
        return kind(*values)

    return read


def _list_codec(encode_item: Codec, decode_item: Codec) -> tuple[Codec, Codec]:
    def encode_list(values: tuple[Any, ...]) -> str:
        return _to_json([encode_item(value) for value in values]) if values else "[]"

    def decode_list(text: str) -> tuple[Any, ...]:
        if text == "[]":
            return ()
        items = _from_json(text)
        if type(items) is not list:
            raise ValueError("no list")
        return tuple(map(decode_item, items))

    return encode_list, decode_list
