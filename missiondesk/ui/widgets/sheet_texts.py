# SPDX-License-Identifier: Apache-2.0
"""The rows of an edit table as texts, so that what was typed and refused can be kept and put back.

A cell nobody changed is not among them: it is shown as the record is then, in the language of then.
A row that was taken out is there with its key alone, so that one that came since is told from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from missiondesk.ui.widgets.keyed_lines import Line
from missiondesk.ui.widgets.sheet_model import SheetModel, SheetRow


def texts_of(
    lines: Iterable[Line], given: Iterable[SheetRow], model: SheetModel
) -> tuple[str, ...]:
    """A text for each row: its key and the cells that differ from ``given``, or the key alone."""
    known = _known(given, model)
    used = [line for line in lines if not line.empty]
    out = known.keys() - {line.key for line in used}
    told = [[line.key, *_typed(line, known.get(line.key, []))] for line in used]
    told += [[key] for key in known if key in out]
    return tuple(json.dumps(one, ensure_ascii=False) for one in told)


def _typed(line: Line, same: Sequence[str]) -> list[str | None]:
    return [
        None if place < len(same) and same[place] == cell else cell
        for place, cell in enumerate(line.cells)
    ]


def lines_of(texts: Sequence[str], given: Iterable[SheetRow], model: SheetModel) -> list[Line]:
    """The rows of such texts, typed over ``given``; those that came since stand below them."""
    known, made = _known(given, model), []
    since = dict(known)
    for text in texts:
        key, *typed = json.loads(text)
        since.pop(key, None)
        if not typed:
            continue
        same = known.get(key, [""] * len(model.columns))
        cells = [old if new is None else new for old, new in zip(same, typed, strict=True)]
        made.append(Line(key if key in known else None, cells))
    return made + [Line(key, cells) for key, cells in since.items()]


def typed_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The cells that were typed, from such texts."""
    return tuple(cell for text in texts for cell in json.loads(text)[1:] if cell)


def _known(given: Iterable[SheetRow], model: SheetModel) -> dict[str | None, list[str]]:
    return {row.key: model.cells_of(row) for row in given if row.key is not None}
