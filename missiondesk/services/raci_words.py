# SPDX-License-Identifier: Apache-2.0
"""The RACI matrix in words: items, parties and letters as they are read and heard."""

from __future__ import annotations

from collections.abc import Iterable

from missiondesk.domain.body import Body
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.gate import Gate
from missiondesk.domain.initiative import Initiative
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Office
from missiondesk.domain.raci import FIELD_OF, Cell, Thing
from missiondesk.domain.responsibility import Raci, Responsibility
from missiondesk.domain.situation import Situation
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator, translator
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.raci import Column, Matrix
from missiondesk.services.register_files import RegisterFiles


def item_name(now: Situation, item: Thing, tr: Translator) -> str:
    """By what people know the item: M1, M1.3 with its text, an initiative's code, a gate."""
    match item:
        case Commitment():
            mission = now.get(Mission, item.mission)
            code = mission.code if mission else ""
            return tr.say(
                N_("Commitment {number}: {text}"),
                number=f"{code}.{item.number}" if code else str(item.number),
                text=item.text.in_language(tr.lang),
            )
        case Gate():
            initiative = now.get(Initiative, item.initiative)
            code = initiative.code if initiative else ""
            stage = tr.show(item.to_stage)
            return tr.say(N_("{code}: gate to the stage “{stage}”"), code=code, stage=stage)
        case _:
            return f"{item.code} {item.title.in_language(tr.lang)}".strip()


def party_head(column: Column, tr: Translator) -> str:
    """The head of a column in two short lines: code, and what it is."""
    record = column.record
    kind = tr.show(record.kind if isinstance(record, Body) else record.level)
    return f"{column.code(tr)}\n{kind}".strip()


def party_name(column: Column, tr: Translator) -> str:
    """Title and holder, or the body's name."""
    title = column.title(tr)
    if isinstance(column.record, Body):
        return title
    if column.holder is not None and column.holder.name:
        return f"{title} ({column.holder.name})"
    return f"{title} ({tr.say(N_('nobody in office'))})"


def letters_in_words(cell: Cell | None, tr: Translator) -> str:
    """The words of a cell's letters, and whether they follow from the record."""
    if cell is None:
        return tr.say(N_("no letter"))
    said = ", ".join(tr.show(part) for part in cell.parts)
    if cell.derived == frozenset(cell.parts):
        return tr.say(N_("{letters} (follows from the record)"), letters=said)
    return said


def cell_line(now: Situation, matrix: Matrix, row: int, column: int, tr: Translator) -> str:
    """Party, item and letters of one cell in full."""
    if row >= len(matrix.rows) or column >= len(matrix.columns):
        return ""
    return tr.say(
        N_("{party} · {item}: {letters}"),
        party=party_name(matrix.columns[column], tr),
        item=item_name(now, matrix.rows[row].item, tr),
        letters=letters_in_words(matrix.rows[row].cells[column], tr),
    )


def matrix_file(files: RegisterFiles, now: Situation, matrix: Matrix, language: str) -> FileJob:
    """The matrix as an Excel workbook: an item a row, a party a column."""
    tr = translator(language)
    heads = [tr.say(N_("Item")), *(party_name(one, tr) for one in matrix.columns)]
    rows = [
        (item_name(now, row.item, tr), *(cell.text if cell else "" for cell in row.cells))
        for row in matrix.rows
    ]
    name = f"{matrix.mission.code} {matrix.mission.title.in_language(tr.lang)}".strip()
    title = tr.say(N_("Who is responsible: {name}"), name=name)
    word = f"raci-{matrix.mission.code}".strip("-")
    return files.table(title, word, heads, rows, language)


def legend(tr: Translator) -> str:
    """The four letters with their words."""
    return " · ".join(f"{part.letter} {tr.show(part)}" for part in Raci)


def log_lines(now: Situation, letters: Iterable[Responsibility], tr: Translator) -> list[str]:
    """Letters with their dates, item and party, a line each."""
    return [_logged(now, one, tr) for one in letters]


def _logged(now: Situation, one: Responsibility, tr: Translator) -> str:
    item = next(
        (
            found
            for kind, field in FIELD_OF.items()
            if (found := now.get(kind, getattr(one, field))) is not None
        ),
        None,
    )
    office, body = now.get(Office, one.office), now.get(Body, one.body)
    named = office.title if office is not None else body.name if body is not None else Wording()
    return tr.say(
        N_("{letter} · {item} · {party}: {span}"),
        letter=one.part.letter,
        item=item_code(now, item) if item is not None else "?",
        party=named,
        span=_span(one, tr),
    )


def _span(one: Responsibility, tr: Translator) -> str:
    """From when to when it holds."""
    since, until = one.valid_from, one.valid_to
    if since is None and until is None:
        return tr.say(N_("always"))
    if until is None:
        return tr.say(N_("from {date}"), date=since)
    if since is None:
        return tr.say(N_("until {date}"), date=until)
    return tr.say(N_("{since} – {until}"), since=since, until=until)


def item_code(now: Situation, item: Thing) -> str:
    """The shortest name of an item: M1, M1.3, an initiative's code."""
    match item:
        case Commitment():
            mission = now.get(Mission, item.mission)
            return f"{mission.code if mission else '?'}.{item.number}"
        case Gate():
            initiative = now.get(Initiative, item.initiative)
            return initiative.code if initiative else "?"
        case _:
            return item.code


def matrix_finding(matrix: Matrix, tr: Translator) -> str:
    """Whether each item has its one who answers, as a headline."""
    code = matrix.mission.code or matrix.mission.title.in_language(tr.lang)
    if matrix.findings:
        return tr.plural(
            "{code}: {count} thing about responsibility needs a hand",
            "{code}: {count} things about responsibility need a hand",
            len(matrix.findings),
            code=code,
        )
    without = sum(
        not any(cell is not None and Raci.ACCOUNTABLE in cell.parts for cell in row.cells)
        for row in matrix.rows
    )
    if without:
        return tr.plural(
            "{code}: {count} item has nobody accountable",
            "{code}: {count} items have nobody accountable",
            without,
            code=code,
        )
    return tr.say(N_("{code}: each item has one who is accountable"), code=code)


def matrix_counts(matrix: Matrix, tr: Translator) -> str:
    """How many items and parties, and as of when."""
    return " · ".join(
        (
            tr.plural("{count} item", "{count} items", len(matrix.rows)),
            tr.plural("{count} party", "{count} parties", len(matrix.columns)),
            tr.say(N_("As of {date}"), date=matrix.on),
            *_left_out(matrix, tr),
        )
    )


def _left_out(matrix: Matrix, tr: Translator) -> tuple[str, ...]:
    if not matrix.left_out:
        return ()
    return (
        tr.plural(
            "{count} item more is not shown: look for it by its name",
            "{count} items more are not shown: look for them by name",
            matrix.left_out,
        ),
    )
