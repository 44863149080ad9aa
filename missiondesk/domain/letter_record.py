# SPDX-License-Identifier: Apache-2.0
"""What an issued letter says, as canonical JSON that is kept with it and read again for ever."""

from __future__ import annotations

import base64
import dataclasses
import json
import types
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter_content import LetterContent

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """The content of an issued letter with what its maker should know about the printed file.

    Attributes:
        missing_glyphs: As `PrintedDocument.missing_glyphs`.
    """

    content: LetterContent
    pages: int
    missing_glyphs: tuple[str, ...] = ()


def to_json(record: LetterRecord) -> bytes:
    """The record as JSON: sorted names, no white space, UTF-8, so equal records are equal bytes."""
    written = {"format": FORMAT, **_plain(record)}
    text = json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def from_json(data: bytes) -> LetterRecord:
    """The record again; a field that came later has its default, one that went is passed over.

    Raises:
        ValueError: It is no such record.
    """
    try:
        read = json.loads(data)
        if not isinstance(read, dict) or read.get("format") != FORMAT:
            raise ValueError("no record of a letter")
        found = _read(LetterRecord, read)
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"no record of a letter: {error}") from error
    assert isinstance(found, LetterRecord)
    return found


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, StrEnum) else value


@lru_cache(maxsize=32)
def _fields(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, value: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (present,) = [one for one in inner if one is not type(None)]
        return None if value is None else _read(present, value)
    if origin is tuple:
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_read(inner[0], one) for one in value)
        return tuple(_read(one, part) for one, part in zip(inner, value, strict=True))
    if dataclasses.is_dataclass(kind):
        known = _fields(kind)  # type: ignore[arg-type]
        return kind(**{name: _read(known[name], it) for name, it in value.items() if name in known})  # type: ignore[operator]
    if kind is bytes:
        return base64.b64decode(value, validate=True)
    if issubclass(kind, StrEnum):
        return kind(value)
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected")
    return value
