# SPDX-License-Identifier: Apache-2.0
"""Mutated forms that come back: each is refused with a sentence, or taken in whole by one Step.

    python -m tests.faults.forms [COUNT] [--kind KIND …] [--seed N]

Mutates what goes out to be filled in (a ministry's reply, the sheet of comments, the questions to a
party) COUNT times each (10,000 when not said): half of them in their cells and rows, as people do,
half in the bytes within the package, as damage does. A fault is any exception but `Refused`, a
sentence without its values, a read of over two seconds, a record that was written by a reading or
a refusal, more than one Step, or one that undo does not take back whole. Each fault is printed
with the number that makes it again. Ends with 1 when there was one.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import random
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.utils.exceptions import IllegalCharacterError

from missiondesk.domain.message import Message
from missiondesk.domain.negotiation import TalksRound
from missiondesk.domain.party import Party
from missiondesk.domain.period import Period
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.exchange.replies import layout
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from tests.faults.readers import bound_memory, mutated, unfilled
from tests.sample import a_sample
from tests.talks_builders import a_party, a_question, a_round

SLOW = 2.0
# So many forms are read by one desk; its trail stays short.
_EACH = 100
_VALUES = (
    None, "", " ", "Ja", "Opfyldt", "Imod", "x" * 10_001, "=1+1", "'=1+1", "æøå", "\u202eomvendt",
    -1, 0, 6, 1e308, 3.5, True, "2027-13-45", "\ufeff", "Linje\nog linje", "row:", "{navn}",
)  # fmt: skip


@dataclass(frozen=True)
class Form:
    """One kind of form: as it goes out, what somebody writes into it, and how it comes in."""

    make: Callable[[Desk], bytes]
    fill: Callable[[Any], object]
    read: Callable[[Desk, Path], Any]
    apply: Callable[[Desk, Any], object]


@dataclass
class Tally:
    """What the forms of one kind came to.

    Attributes:
        placed: Of the refused ones, those that name a cell, a sheet or a row.
    """

    kind: str
    applied: int = 0
    unchanged: int = 0
    refused: int = 0
    placed: int = 0
    slowest: float = 0.0
    sentences: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kind:<10} {self.applied:>6} applied and undone {self.unchanged:>6} unchanged "
            f"{self.refused:>6} refused ({self.placed} with their place) in "
            f"{len(self.sentences)} sentences, slowest {self.slowest * 1000:5.0f} ms, "
            f"{len(self.faults)} faults"
        )


def _letter(desk: Desk) -> str:
    return next(one.id for one in desk.letters.all() if one.number == "2026-001")


def _reply(desk: Desk) -> bytes:
    return desk.replies.form(_letter(desk), Period("2026-H2")).make()


def _fill_reply(sheet: Any) -> None:
    first = next(cell.row for cell in sheet["I"] if str(cell.value).startswith(layout.ROW))
    sheet[f"F{first}"], sheet[f"G{first}"] = "Opfyldt", "Sag 2026-77"


def _comments(desk: Desk) -> bytes:
    return desk.comments.sheet(_letter(desk)).make()


def _fill_comments(sheet: Any) -> None:
    next(row[2] for row in sheet.iter_rows() if row[4].value == "author").value = "Åse Eksempel"
    for row in sheet.iter_rows():
        if row[0].value in ("1.1", "2.1"):
            row[2].value = "Uklart."


def _questions(desk: Desk) -> bytes:
    party = next(one.id for one in desk.situation.all(Party) if one.code == "QQ")
    about = desk.situation.all(TalksRound)[-1].id
    return desk.talks.forms.form(about, party, "da").make()


def _fill_questions(sheet: Any) -> None:
    first = next(cell.row for cell in sheet["A"] if cell.value == "1")
    sheet[f"C{first}"], sheet[f"D{first}"], sheet[f"F{first}"] = "Imod", 4, "Kun ikke vi"


FORMS = {
    "reply": Form(
        _reply,
        _fill_reply,
        lambda desk, path: desk.replies.read(path),
        lambda desk, plan: desk.replies.apply(plan),
    ),
    "comments": Form(
        _comments,
        _fill_comments,
        lambda desk, path: desk.comments.read(path),
        lambda desk, plan: desk.comments.apply(plan),
    ),
    "questions": Form(
        _questions,
        _fill_questions,
        lambda desk, path: desk.talks.forms.read(path),
        lambda desk, plan: desk.talks.forms.apply(plan),
    ),
}


def filled(desk: Desk, form: Form) -> bytes:
    """The form as somebody would send it back."""
    book = openpyxl.load_workbook(io.BytesIO(form.make(desk)))
    form.fill(book.worksheets[0])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@contextlib.contextmanager
def _desk() -> Iterator[Desk]:
    """The sample, with two questions to a party."""
    desk = a_sample()
    party = desk.talks.add(a_party(code="QQ", name="Parti Q"))
    about = desk.talks.add(a_round(parties=(party.id,)))
    for number, (da, en) in enumerate((("Hvem?", "Who?"), ("Hvad?", "What?")), 1):
        desk.talks.add(a_question(talks_round=about.id, number=number, text=Wording(da, en)))
    try:
        yield desk
    finally:
        desk.close(discard=True)


# ---------------------------------------------------------------- mutation


def spoiled(data: bytes, draw: random.Random) -> bytes:
    """A form with one to four changes."""
    if draw.random() < 0.5:
        return _damaged(data, draw)
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet: Any = book.worksheets[0]
    for _ in range(draw.choice((1, 1, 2, 4))):
        draw.choice((_type_into, _type_into, _type_into, _empty_row, _move_rows))(sheet, draw)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _type_into(sheet: Any, draw: random.Random) -> None:
    cell = sheet.cell(draw.randint(1, sheet.max_row + 1), draw.randint(1, sheet.max_column + 1))
    if isinstance(cell, Cell):  # not the rest of merged ones
        with contextlib.suppress(IllegalCharacterError):
            cell.value = draw.choice(_VALUES)


def _empty_row(sheet: Any, draw: random.Random) -> None:
    sheet.delete_rows(draw.randint(1, sheet.max_row))


def _move_rows(sheet: Any, draw: random.Random) -> None:
    sheet.insert_rows(draw.randint(1, sheet.max_row))


def _damaged(data: bytes, draw: random.Random) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        hit = draw.choice(before.namelist())
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, mutated(part, b"<c/>", draw) if name == hit else part)
    return stream.getvalue()


# ---------------------------------------------------------------- one form


def fault_of(desk: Desk, form: Form, path: Path, tally: Tally) -> str:
    """What is wrong with how the form was taken, "" when nothing is."""
    before, last = desk.session.store.revision, _last(desk)
    start = time.process_time()
    try:
        plan = form.read(desk, path)
        taken = time.process_time() - start
        tally.slowest = max(tally.slowest, taken)
        if taken > SLOW:
            return f"slow: {taken:.1f} s"
        for fault in getattr(plan, "faults", ()):
            if missing := unfilled(fault.message) or not fault.place:
                return f"a fault without its place or its values: {missing} {fault}"
        if _last(desk) != last:
            return "the reading wrote"
        form.apply(desk, plan)
    except Refused as refused:
        return _no(desk, refused, last, tally)
    except Exception:
        return traceback.format_exc(limit=-3)
    if _last(desk) == last:
        tally.unchanged += 1
        return ""
    steps = desk.session.store.steps(limit=2)
    if steps[1].id != last:
        return "more than one Step"
    desk.history.undo()
    tally.applied += 1
    return "" if desk.session.store.revision == before else "undo left something"


def _no(desk: Desk, refused: Refused, last: str, tally: Tally) -> str:
    said = refused.message
    if missing := unfilled(said):
        return f"the sentence wants {missing}: {said}"
    for language in ("da", "en"):
        translator(language).tell(said)
    tally.refused += 1
    tally.placed += _has_place(said)
    tally.sentences[said.msgid] += 1
    return "" if _last(desk) == last else "a refusal wrote"


def _has_place(said: Message) -> bool:
    return bool({"place", "sheet", "row", "cell"} & {name for name, _ in said.values})


def _last(desk: Desk) -> str:
    return desk.session.store.steps(limit=1)[0].id


def attack(kind: str, count: int, seed: int) -> Tally:
    """Read ``count`` mutated forms of a kind."""
    tally, form = Tally(kind), FORMS[kind]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "svar.xlsx"
        for first in range(0, count, _EACH):
            with _desk() as desk:
                data = filled(desk, form)
                for number in range(first, min(first + _EACH, count)):
                    path.write_bytes(spoiled(data, random.Random(f"{seed}/{kind}/{number}")))
                    fault = fault_of(desk, form, path, tally)
                    if fault:
                        tally.faults.append(f"{kind} {number} (seed {seed}): {fault}")
    return tally


def main(argv: Sequence[str] | None = None) -> int:
    """The command line; 1 when there was a fault."""
    words = argparse.ArgumentParser(prog="python -m tests.faults.forms", description=__doc__)
    words.formatter_class = argparse.RawDescriptionHelpFormatter
    words.add_argument("count", nargs="?", type=int, default=10_000)
    words.add_argument("--kind", action="append", choices=list(FORMS))
    words.add_argument("--seed", type=int, default=2026)
    given = words.parse_args(argv)
    bound_memory()
    faults = 0
    for kind in given.kind or FORMS:
        tally = attack(kind, given.count, given.seed)
        print(tally, flush=True)
        for fault in tally.faults[:20]:
            print(f"  {fault}", flush=True)
        faults += len(tally.faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
