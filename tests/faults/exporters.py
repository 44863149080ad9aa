# SPDX-License-Identifier: Apache-2.0
"""Hostile workspaces through every exporter: no exception, no link, no image, no text lost.

    python -m tests.faults.exporters [RECORDS] [--seed N] [--validate EVERY]

Fills workspaces with hostile records until there were RECORDS of them (5,000 when not said) and
makes all that the desk can make of each: every document in Danish and English, internal and
public.
A fault is an exception, a link, an image or an action in a PDF, a text of the content that the
pages do not show and that is not reported as cut, metadata beyond the allow-list, or a failure of
PDF/UA-1 or PDF/A-3a. Each is printed with the seed that makes it again. Ends with 1 when there was
one.
"""

from __future__ import annotations

import argparse
import inspect
import re
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import partial
from typing import Any

import pikepdf

from missiondesk.documents.bundle import print_letters
from missiondesk.documents.bundled_letter import BundledLetter
from missiondesk.documents.printed import PrintedDocument
from missiondesk.documents.roadmap.grouping import Detail, grouped
from missiondesk.domain.entities import KINDS
from missiondesk.domain.letter import Letter
from missiondesk.domain.roadmap import Roadmap
from missiondesk.language import translator
from missiondesk.services.desk import Desk
from missiondesk.services.letter_difference import prepare_difference
from missiondesk.services.print_plan import PrintJob, silent
from tests.documents.inspection import (
    failures,
    has_images,
    link_targets,
    opened,
    page_text,
    squeezed,
)
from tests.faults.exported_files import file_jobs, strangers_in, text_of
from tests.faults.hostile_records import TOKEN, Hostile

RECORDS = 5_000
INFO = {"/Title", "/Author", "/Subject", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
_FORBIDDEN = ("/JavaScript", "/JS", "/Launch", "/GoToR", "/SubmitForm", "/ImportData", "/URI")
_TOKEN = re.compile(rf"{TOKEN}\d{{4}}[a-h]")
# Parts of what a document says that are not for its pages: names of files, data for machines,
# and the description of a table that is read aloud in its place.
_UNPRINTED = frozenset({"attachment_name", "attachment", "created", "data", "description"})


@dataclass
class Tally:
    """What came of it."""

    records: int = 0
    documents: int = 0
    files: int = 0
    validated: int = 0
    faults: list[str] = field(default_factory=list)


def attack(records: int, seed: int = 1, validate_every: int = 1) -> Tally:
    """Make documents of hostile workspaces until there were so many records."""
    tally = Tally()
    number = 0
    while tally.records < records:
        number += 1
        name = f"{seed}/{number}"
        desk = Hostile(name).workspace()
        tally.records += sum(len(desk.session.store.all(kind)) for kind in KINDS.values())
        for said, job in _jobs(desk, tally, name):
            tally.documents += 1
            tally.validated += (validates := tally.documents % validate_every == 0)
            fault = fault_of(job, validates=validates)
            if fault:
                tally.faults.append(f"seed {name}, {said}: {fault}")
        tally.faults += [f"seed {name}, {fault}" for fault in _file_faults(desk, tally)]
        desk.close(discard=True)
    return tally


def _jobs(desk: Desk, tally: Tally, name: str) -> Iterator[tuple[str, PrintJob]]:
    for language in ("da", "en"):
        for public in (False, True):
            said = f"{language} {'public' if public else 'internal'}"
            try:
                plan = desk.printing.plan("all", language, public)
            except Exception:
                tally.faults.append(f"seed {name}, {said}: {traceback.format_exc(limit=-4)}")
                continue
            for job in plan.jobs:
                yield f"{said} {job.name}", job


def _file_faults(desk: Desk, tally: Tally) -> Iterator[str]:
    """Word files, workbooks and CSV files, two letters compared and all of them in one file."""
    try:
        for job, content in file_jobs(desk):
            tally.files += 1
            data = job.make()
            shown = squeezed(text_of(job.name, data))
            yield from (f"{job.name}: {one}" for one in strangers_in(job.name, data))
            yield from (f"{job.name}: {one}" for one in _missing(content, shown))
        letters = [one.id for one in desk.session.store.all(Letter)]
        compared = prepare_difference(desk.session, letters[0], letters[1], "da").make()
        combined = print_letters("Breve", _told(desk, letters), duplex=True, told=silent)
        for document in (compared, combined):
            tally.documents += 1
            yield from _strangers(document.data)
            yield from failures(document.data)[:2]
    except Exception:
        yield traceback.format_exc(limit=-4)


def _told(desk: Desk, letters: list[str]) -> list[BundledLetter]:
    jobs = [desk.printing.preview(letter) for letter in letters]
    return [job.letter for job in jobs if job.letter is not None]


def fault_of(job: PrintJob, *, validates: bool = False) -> str:
    """What is wrong with one document, "" for nothing."""
    try:
        document = job.make()
        data = document.data
    except Exception:
        return traceback.format_exc(limit=-4)
    found = [*_strangers(data), *_lost(job, document)]
    if validates:
        found += failures(data)[:3]
    return "; ".join(found)


def _strangers(data: bytes) -> Iterator[str]:
    """What no document of ours holds."""
    for target in link_targets(data):
        yield f"a link to {target[:60]!r}"
    if has_images(data):
        yield "an image"
    with opened(data) as pdf:
        if unknown := set(pdf.docinfo.keys()) - INFO:
            yield f"metadata {unknown}"
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and str(one.get("/S", "")) in _FORBIDDEN:
                yield f"an action {one.get('/S')}"
        if "/OpenAction" in pdf.Root or "/AA" in pdf.Root:
            yield "an action at opening"


def _lost(job: PrintJob, document: PrintedDocument) -> Iterator[str]:
    """Texts of the content that are on no page, of which neither page nor document says so."""
    shown = squeezed(page_text(document.data)) + " ".join(document.cut_texts)
    content = content_of(job)
    pointer = squeezed(getattr(content, "pointer", ""))
    if pointer and pointer in shown:
        return  # the page itself says that it is shortened, and where the whole stands
    yield from _missing(_in_the_detail_shown(content, shown), shown)


def _in_the_detail_shown(content: Any, shown: str) -> Any:
    """A poster sums up what has no room on its sheet and says so: then the sums are asked for."""
    if isinstance(content, Roadmap):
        for detail in Detail:
            summed = grouped(content, detail, translator(content.language))
            if summed.grouping and squeezed(summed.grouping) in shown:
                return summed
    return content


_GIVES_WAY = ".head.contact"  # the foot leaves it out where it does not fit


def _missing(content: Any, shown: str) -> Iterator[str]:
    for place, text in _texts(content, ""):
        if place == _GIVES_WAY:
            continue
        for token in sorted(set(_TOKEN.findall(text))):
            if token not in shown:
                yield f"lost {token} of {place}: {text[:80]!r}"


def content_of(job: PrintJob) -> Any:
    """What the document says, as the job holds it."""
    make: Any = job.make
    if isinstance(make, partial):
        return make.args[0]
    held = inspect.getclosurevars(make).nonlocals
    if "content" in held:
        content = held["content"]
        return content() if callable(content) else content
    if job.letter is not None:
        return job.letter.content
    raise AssertionError(f"no content in {sorted(held)}")


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """All texts of a content with where each stands in it."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple | list):
        for number, one in enumerate(value):
            yield from _texts(one, f"{place}[{number}]")
    elif is_dataclass(value):
        for one in fields(value):
            if one.name not in _UNPRINTED:
                yield from _texts(getattr(value, one.name), f"{place}.{one.name}")


def main(arguments: list[str] | None = None) -> int:
    """Run and print; 1 when there was a fault."""
    parser = argparse.ArgumentParser(description="hostile records through every exporter")
    parser.add_argument("records", nargs="?", type=int, default=RECORDS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--validate", type=int, default=5, metavar="EVERY")
    asked = parser.parse_args(arguments)
    start = time.perf_counter()
    tally = attack(asked.records, asked.seed, asked.validate)
    for fault in tally.faults:
        print(fault)
    taken = time.perf_counter() - start
    print(
        f"{tally.records} records, {tally.documents} documents, {tally.validated} validated, "
        f"{tally.files} files, "
        f"{len(tally.faults)} faults, {taken:.0f} s"
    )
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
