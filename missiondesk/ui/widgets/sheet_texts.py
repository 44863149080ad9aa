# SPDX-License-Identifier: Apache-2.0
"""The rows of an edit table as texts, so that what was typed and refused can be kept and put back.

A cell nobody changed is not among them: it is shown as the record is then, in the language of then.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from missiondesk.ui.widgets.sheet_model import Line, SheetModel, SheetRow


def texts_of(
    lines: Iterable[Line], given: Iterable[SheetRow], model: SheetModel
) -> tuple[str, ...]:
    """A text for each row that is used, with its key and the cells that differ from ``given``."""
    known = _known(given, model)
    return tuple(
        json.dumps(
            [
                line.key,
                *(
                    None if place < len(same) and same[place] == cell else cell
                    for same in (known.get(line.key, []),)
                    for place, cell in enumerate(line.cells)
                ),
            ],
            ensure_ascii=False,
        )
        for line in lines
        if not line.empty
    )


def lines_of(texts: Sequence[str], given: Iterable[SheetRow], model: SheetModel) -> list[Line]:
    """The rows of such texts, typed over ``given``."""
    known, made = _known(given, model), []
    for text in texts:
        key, *typed = json.loads(text)
        same = known.get(key, [""] * len(model.columns))
        cells = [old if new is None else new for old, new in zip(same, typed, strict=True)]
        made.append(Line(key if key in known else None, cells))
    return made


def _known(given: Iterable[SheetRow], model: SheetModel) -> dict[str | None, list[str]]:
    return {row.key: model.cells_of(row) for row in given if row.key is not None}
