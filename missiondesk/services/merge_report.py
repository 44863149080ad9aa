# SPDX-License-Identifier: Apache-2.0
"""The report on two copies that were put together: what came in, from whom, what was chosen in each
conflict, what was left out and what had to be mended.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from missiondesk.domain.merge_outcome import Choices
from missiondesk.domain.merging import Conflict, Key, Side
from missiondesk.domain.message import N_
from missiondesk.domain.report_content import Rows
from missiondesk.domain.sectioned_content import SectionedContent
from missiondesk.language import Translator, translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.document_kinds import file_name
from missiondesk.services.merge_words import (
    doings_said,
    in_order,
    in_words,
    incoming_words,
    repair_line,
)
from missiondesk.services.print_plan import PrintJob

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument
    from missiondesk.domain.step import Step
    from missiondesk.services.merging import Comparison
    from missiondesk.services.session import Session
    from missiondesk.services.stored_words import Finder


def prepare_merge_report(
    session: Session,
    found: Comparison,
    choices: Choices,
    left_out: Collection[Key],
    step: Step | None,
    language: str,
) -> PrintJob:
    """The report as a page; `PrintJob.make` is for any thread.

    Args:
        session: The workspace after the two were put together.
        found: What was compared.
        choices: A side for each conflict.
        left_out: Records of which nothing was taken.
        step: The Step that put them together; None when there was nothing to write.
        language: The report's.
    """
    content = _Composer(session, found, choices, left_out, step, translator(language)).content()

    def make() -> PrintedDocument:
        from missiondesk.documents.sectioned import print_sectioned

        return print_sectioned(content)

    tr = translator(language)
    name = file_name((tr.say_in("file name", "merge"), found.name.partition(".")[0], language))
    return PrintJob(name, content.head.title, make)


class _Composer:
    def __init__(
        self,
        session: Session,
        found: Comparison,
        choices: Choices,
        left_out: Collection[Key],
        step: Step | None,
        tr: Translator,
    ) -> None:
        from missiondesk.services.merging import BothCopies, Merging

        self._session, self._found, self._choices, self._step = session, found, choices, step
        self._left_out, self._tr = left_out, tr
        self._finder: Finder = BothCopies(session.situation, found.names or {})
        self._repairs = Merging(session).outcome(found, choices, left_out).repairs

    def content(self) -> SectionedContent:
        tr, found = self._tr, self._found
        head = document_head(
            self._session.situation,
            tr,
            tr.say(N_("Two copies put together")),
            (tr.say(N_("Report on {name}"), name=found.name),),
        )
        taken = [one for one in found.incoming if (one.kind, one.key) not in self._left_out]
        left = [one for one in found.incoming if (one.kind, one.key) in self._left_out]
        return SectionedContent(
            head,
            self._finding(len(taken), len(left)),
            Rows(rows=tuple(self._facts())),
            (
                self._conflicts(),
                self._changes(tr.say(N_("What came in")), taken, N_("Nothing came in.")),
                self._changes(tr.say(N_("What was left out")), left, ""),
                self._changes(
                    tr.say(N_("What was not the party’s own, and stays as comments")),
                    list(found.remarks),
                    "",
                ),
                self._mended(),
            ),
        )

    def _finding(self, taken: int, left: int) -> str:
        tr = self._tr
        said = [
            tr.plural(
                "{count} change was taken from the copy.",
                "{count} changes were taken from the copy.",
                taken,
            )
        ]
        if self._found.conflicts:
            said.append(
                tr.plural(
                    "{count} conflict was settled by a choice.",
                    "{count} conflicts were settled by a choice each.",
                    len(self._found.conflicts),
                )
            )
        if left:
            said.append(
                tr.plural("{count} change was left out.", "{count} changes were left out.", left)
            )
        return " ".join(said)

    def _facts(self) -> Iterator[tuple[str, str]]:
        tr, found, step = self._tr, self._found, self._step
        yield tr.say(N_("The copy")), found.name
        if found.mark is not None:
            yield (
                tr.say(N_("Sent to")),
                f"{found.mark.recipient}, {tr.say(found.mark.purpose.word)}",
            )
            yield tr.say(N_("What it holds")), tr.say(found.mark.audience.word)
        yield tr.say(N_("Fingerprint of the copy")), found.fingerprint
        if found.since is not None:
            yield tr.say(N_("Last step in common")), tr.moment(found.since)
        yield tr.say(N_("Done here since")), doings_said(found.mine, tr)
        yield tr.say(N_("Done in the copy since")), doings_said(found.theirs, tr)
        if step is not None:
            yield tr.say(N_("Put together on")), f"{tr.moment(step.at)}, {step.who}"

    def _conflicts(self) -> Rows:
        tr = self._tr
        words = {one.id: in_words(one, self._finder, tr) for one in self._found.conflicts}
        rows = []
        for one in in_order(self._found.conflicts, words, tr):
            said, chosen = words[one.id], self._choices[one.id]
            kept = tr.say(N_("mine")) if chosen is Side.MINE else tr.say(N_("theirs"))
            rows.append(
                (
                    said.about,
                    _signed(said.mine, said.mine_by),
                    said.base,
                    _signed(said.theirs, said.theirs_by),
                    kept,
                )
            )
        head = (N_("What"), N_("Mine"), N_("Before"), N_("Theirs"), N_("Chosen"))
        return Rows(
            title=tr.say(N_("Conflicts and choices")),
            head=tuple(tr.say(word) for word in head),
            rows=tuple(rows),
            empty=tr.say(N_("There were no conflicts.")),
        )

    def _changes(self, title: str, changes: list[Conflict], empty: str) -> Rows:
        tr = self._tr
        words = {one.id: incoming_words(one, self._finder, tr) for one in changes}
        rows = tuple(
            (
                f"{said.about} ({said.why})",
                said.mine,
                said.theirs,
                said.theirs_by,
            )
            for said in (words[one.id] for one in in_order(changes, words, tr))
        )
        head = (N_("What"), N_("Here"), N_("In the copy"), N_("Written by"))
        return Rows(
            title=title,
            head=tuple(tr.say(word) for word in head),
            rows=rows,
            empty=tr.say(empty) if empty else "",
        )

    def _mended(self) -> Rows:
        tr = self._tr
        lines = tuple((repair_line(one, self._finder, tr),) for one in self._repairs)
        return Rows(
            title=tr.say(N_("What was mended")), head=(tr.say(N_("What was mended")),), rows=lines
        )


def _signed(value: str, by: str) -> str:
    return f"{value} ({by})" if by and value else value
