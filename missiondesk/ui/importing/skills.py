# SPDX-License-Identifier: Apache-2.0
"""The report on a file of ESCO: every row with what would happen, searched and ticked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from missiondesk.exchange.esco import EscoFile
from missiondesk.language import LANGUAGES, Translator
from missiondesk.services.desk import Desk
from missiondesk.services.skill_import import SkillRow, SkillsReport, SkillStatus
from missiondesk.ui.importing.face import Remark, ReportFace
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.filter_parts import filter_box, filter_text, shown_of
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.table import Column, ReadTable

_TABLE = 460  # px, the height of the list
_SIGNS = {
    SkillStatus.NEW: "+",
    SkillStatus.FILLED: "+",
    SkillStatus.CHANGED: "●",
    SkillStatus.KNOWN: "✓",
    SkillStatus.SKIPPED: "–",
}
Apply = Callable[[SkillsReport, frozenset[str]], object]


class SkillsFace(ReportFace):
    """All rows of the file; what is ticked is imported."""

    def __init__(
        self, desk: Desk, tr: Translator, back: Callable[[], object], apply: Apply
    ) -> None:
        self._apply = apply
        super().__init__(tr, "importSkills", back, self._confirm)
        self._desk = desk
        self._file: EscoFile | None = None
        self._report: SkillsReport | None = None
        self._chosen: set[str] = set()
        self._texts: dict[int, str] = {}
        say = tr.say
        self.language = filter_box(
            "escoLanguage", say("Language of the names"), self._other_language, most=220
        )
        self.text = filter_text(
            "escoFilter", say("Search in the file"), say("Search in the file…"), self.show_rows,
            least=200, most=320,
        )  # fmt: skip
        self.count = text_label("", "detail")
        self.all_button = push_button(say("Choose all shown"), "escoAll", self.choose_shown)
        self.none_button = push_button(say("Choose none"), "escoNone", self.choose_none)
        self.table = self._made()
        self.content.addWidget(row(self.language, None))
        self.content.addWidget(
            row(self.text, self.only_changes, self.all_button, self.none_button, self.count, None)
        )
        self.content.addWidget(self.table)

    def _made(self) -> ReadTable[SkillRow]:
        tr = self._tr
        made: ReadTable[SkillRow] = ReadTable(
            _columns(tr, self._tick, lambda it: it.key in self._chosen),
            lambda it: it.key,
            name="escoRows",
            title=tr.say("Rows of the file"),
            sort_text=tr.sort_key,
            empty=EmptyState(tr.say("No row fits.")),
        )
        made.setMinimumHeight(scaled(_TABLE))
        made.opened.connect(self.toggle)
        made.clicked.connect(self._clicked)
        tick = QShortcut(QKeySequence(Qt.Key.Key_Space), made)
        tick.setContext(Qt.ShortcutContext.WidgetShortcut)
        tick.activated.connect(lambda: self.toggle(made.selected()))
        return made

    def _tick(self, it: SkillRow) -> str:
        if not it.status.writes:
            return ""
        return "☑" if it.key in self._chosen else "☐"

    # -- showing -------------------------------------------------------------------------
    def show_file(self, file: EscoFile) -> None:
        """Compare the file with the workspace as it is; of a collection all is chosen."""
        self._file = file
        self.text.clear()
        self._say_languages(file)
        self._read(self.language.currentData() or "")
        assert self._report is not None
        self._chosen = set(self._report.wanted)
        self._say()

    def refresh(self) -> None:
        """Compare anew; what is ticked stays."""
        if self._file is not None:
            self._read(self.language.currentData() or "")
            self._say()

    def _say_languages(self, file: EscoFile) -> None:
        tr, box = self._tr, self.language
        words = {"da": tr.say("Names in Danish"), "en": tr.say("Names in English")}
        box.blockSignals(True)
        box.clear()
        if file.language not in LANGUAGES:
            box.addItem(tr.say("In which language are the names?"), "")
        for one in LANGUAGES:
            box.addItem(words[one], one)
        box.setCurrentIndex(max(box.findData(file.language), 0))
        box.blockSignals(False)

    def _other_language(self) -> None:
        before = self._report.wanted if self._report is not None else frozenset()
        self._read(self.language.currentData() or "")
        assert self._report is not None
        if self._chosen == set(before):
            self._chosen = set(self._report.wanted)
        self._say()

    def _read(self, language: str) -> None:
        assert self._file is not None
        self._report = self._desk.skill_import.report(self._file, language)
        self._texts = {
            one.line: " ".join((one.label, *(one.concept.others if one.concept else ()))).casefold()
            for one in self._report.rows
        }

    def _say(self) -> None:
        tr, report = self._tr, self._report
        assert report is not None
        file = report.file
        counts = [(one, report.count(one)) for one in SkillStatus]
        parts = [f"{tr.show(one)}\u00a0{tr.number(count)}" for one, count in counts if count]
        self.head.say(
            tr.say(
                "{file} holds {count} rows: {kind}",
                file=file.name,
                count=len(report.rows),
                kind=file.kind,
            ),
            " · ".join(parts),
        )
        self.language.setVisible(bool(file.concepts))
        self.show_remarks(*(Remark("note", tr.tell(one)) for one in report.notes))
        self.show_rows()

    def show_rows(self) -> None:
        if self._report is None:
            return
        words = self.text.text().casefold().split()
        found = [
            one
            for one in self._report.rows
            if (not self.only_changes.isChecked() or one.status.writes)
            and all(word in self._texts[one.line] for word in words)
        ]
        self.count.setText(shown_of(found, self._report.rows, self._tr))
        self.table.show_rows(found)
        self._say_verb()

    def _say_verb(self) -> None:
        tr, report = self._tr, self._report
        assert report is not None
        written = len(self._written())
        hindrance = ""
        if self._desk.read_only:
            hindrance = tr.say("The workspace is open for reading only.")
        elif not report.language and report.file.concepts:
            hindrance = tr.say("Say first in which language the names are.")
        elif not written:
            hindrance = tr.say("Choose the skills that are to come in.")
        self.say_verb(
            tr.plural("Import {count} skill", "Import {count} skills", written), hindrance
        )

    def _written(self) -> frozenset[str]:
        rows = self._report.rows if self._report is not None else ()
        return frozenset(it.key for it in rows if it.status.writes and it.key in self._chosen)

    def _clicked(self, index: QModelIndex) -> None:
        """A click on the tick itself is enough; elsewhere it only chooses the row to be read."""
        if index.column() == 0:
            self.toggle(self.table.rows()[index.row()].key)

    # -- choosing ------------------------------------------------------------------------
    def toggle(self, key: str) -> None:
        """Choose a row, or no longer."""
        if not any(it.key == key and it.status.writes for it in self.table.rows()):
            return
        self._chosen ^= {key}
        self.table.viewport().update()
        self._say_verb()

    def choose_shown(self) -> None:
        """Choose all rows that the search shows."""
        self._chosen |= {it.key for it in self.table.rows() if it.status.writes}
        self.table.viewport().update()
        self._say_verb()

    def choose_none(self) -> None:
        """Choose nothing."""
        self._chosen.clear()
        self.table.viewport().update()
        self._say_verb()

    def _confirm(self) -> None:
        if self._report is not None:
            self._apply(self._report, self._written())


def imported_skills(report: SkillsReport, chosen: frozenset[str], tr: Translator) -> str:
    """What was done, once it is."""
    return tr.plural(
        "{count} skill was imported from {file}.",
        "{count} skills were imported from {file}.",
        len(chosen),
        file=report.file.name,
    )


def _columns(
    tr: Translator, tick: Callable[[SkillRow], str], chosen: Callable[[SkillRow], bool]
) -> list[Column[SkillRow]]:
    return [
        Column(
            tr.say("Chosen"),
            tick,
            spoken=lambda it: tr.say("chosen") if chosen(it) else tr.say("not chosen"),
            sort=lambda it: not chosen(it),
        ),
        Column(
            tr.say("Skill"),
            lambda it: it.label or "–",
            detail=lambda it: it.concept.description if it.concept else "",
            stretch=1,
            width=280,
            wrap=True,
            strong=True,
        ),
        Column(tr.say("Kind"), lambda it: it.concept.skill_type if it.concept else ""),
        Column(
            tr.say("What happens"),
            lambda it: f"{_SIGNS[it.status]}\u00a0{tr.show(it.status)}",
            detail=lambda it: "; ".join(map(tr.tell, it.details)),
            detail_lines=3,
            width=190,
            sort=lambda it: list(SkillStatus).index(it.status),
        ),
        Column(tr.say("Line"), lambda it: str(it.line), right=True, sort=lambda it: it.line),
    ]
