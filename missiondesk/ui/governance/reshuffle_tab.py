# SPDX-License-Identifier: Apache-2.0
"""The reshuffle assistant: moves at the left, what they touch at the right, one step to do it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.refused import Refused
from missiondesk.language import Translator
from missiondesk.services import reallocation_words as words
from missiondesk.services.desk import Desk
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.reallocation import Preview
from missiondesk.services.reallocation_words import TouchLine
from missiondesk.ui.governance.reshuffle_form import ReshuffleForm
from missiondesk.ui.governance.tab import GovernanceTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.tasks import Cancelled, Progress, Task
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.finding_list import FindingList, ListedFinding
from missiondesk.ui.widgets.looks import push_button, row, text_label
from missiondesk.ui.widgets.scroll_page import ScrollPage
from missiondesk.ui.widgets.side_by_side import movable
from missiondesk.ui.widgets.table import Column, ReadTable

_FORM, _TABLE = 360, 440  # px at 100 %, the least of both columns
_Planned = tuple[Preview, tuple[TouchLine, ...]]


class ReshuffleTab(GovernanceTab):
    """Nothing is written before “Carry it out”."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        say = tr.say
        self._preview: Preview | None = None
        self._done: Preview | None = None
        self._lines: tuple[TouchLine, ...] = ()
        self._task: Task[_Planned] | None = None
        self.form = ReshuffleForm(desk, tr, self._show)
        self.counts = text_label("", "lead", wrap=True)
        self.counts.setObjectName("reshuffleCounts")
        self.letters = FindingList(
            say("Letters in force"), "reshuffleLetters", most=6,
            all_of_them=lambda count: tr.say("Show all {count} letters", count=count),
        )  # fmt: skip
        self.table = self._made_table()
        self.carry_out = push_button(
            say("Carry it out"), "reshuffleCarryOut", self.reallocate, "primary"
        )
        self.waiting = text_label("", "detail", wrap=True)
        page = ScrollPage(margins=(0, 0, 16, 0))
        page.body.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(movable(page, self._right(), (_FORM, _TABLE), (2, 3)))

    def _right(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.counts)
        layout.addWidget(self.letters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.waiting)
        layout.addWidget(row(self.carry_out, None))
        return made

    def _made_table(self) -> ReadTable[TouchLine]:
        tr = self._tr
        return ReadTable(
            [
                Column(tr.say("What"), lambda it: it.name, detail=lambda it: it.group, stretch=2,
                       width=180, wrap=True),
                Column(tr.say("As"), lambda it: it.what, width=90, folds=1),
                Column(tr.say("From and to"), lambda it: it.change, stretch=2, width=160,
                       wrap=True, lines=4, folds=2),
                Column(tr.say("Becomes"), lambda it: it.outcome, width=96, wrap=True),
            ],
            lambda it: it.key,
            name="reshuffleTable",
            title=tr.say("Everything that is touched"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                tr.say("Add a move: here stands every record that it touches, before anything is "
                       "written.")
            ),
        )  # fmt: skip

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Offer what there is now, and preview the moves again."""
        self.form.offer()
        self._show()

    @property
    def acts(self) -> bool:
        """The primary button is the one that carries the moves out."""
        return True

    def headline(self) -> tuple[str, str]:
        """What moves, or what the assistant is for."""
        tr = self._tr
        if self._preview is None:
            return tr.say("Reallocate portfolios"), tr.say(
                "Choose the day and who takes over from whom; you see what that touches first."
            )
        touched, *rest = words.moves_sentences(self._preview, tr)
        return touched.removesuffix("."), " ".join(rest)

    def _show(self) -> None:
        """Have the moves previewed by the worker; until then nothing can be carried out."""
        self._preview = None
        self.form.say("")
        self._fill()
        reshuffle = self.form.reshuffle
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if reshuffle.moves or reshuffle.ministries:
            make, tr = self._desk.reallocation.planned(reshuffle), self._tr

            def work(progress: Progress) -> _Planned:
                preview = make()
                progress.report(1, 2)
                return preview, words.touch_lines(preview, tr)

            self._task = self._hub.tasks.run(
                tr.say("What moves"),
                work,
                self._arrived,
                self._failed,
                self,
                show=True,
                listed=False,
            )

    def _arrived(self, planned: _Planned) -> None:
        preview, lines = planned
        if preview.reshuffle == self.form.reshuffle:
            self._preview, self._lines = preview, lines
            self._fill()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Refused):
            self.form.say(self._tr.tell(error.message))
        elif not isinstance(error, Cancelled):
            raise error

    def _fill(self) -> None:
        tr, shown = self._tr, self._preview
        self.carry_out.setEnabled(shown is not None and not self._desk.read_only)
        self.table.show_rows(self._lines if shown is not None else ())
        counts = shown.counts() if shown is not None else ()
        self.counts.setText(" · ".join(f"{tr.say(word)}: {tr.number(n)}" for word, n in counts))
        self.counts.setVisible(bool(counts))
        self.letters.setVisible(shown is not None)
        if shown is not None:
            self._show_letters(shown)
        ahead = shown is not None and shown.ahead
        self.waiting.setText(
            tr.say("The day lies ahead: what has dates is planned now, what has none waits for it.")
            if ahead
            else ""
        )
        self.waiting.setVisible(ahead)
        self.said.emit()

    def _show_letters(self, shown: Preview) -> None:
        tr = self._tr
        listed = []
        for one in shown.letters:
            number, addressee, why = words.letter_line(one, shown, tr)
            key = one.letter.id
            listed.append(
                ListedFinding(
                    "error" if one.anew else "note",
                    "L6" if one.anew else "L10",
                    number,
                    f"{addressee}: {tr.tell(one.why)}",
                    why.removeprefix(tr.tell(one.why)).strip(),
                    lambda key=key: self._navigate("letters", key),  # type: ignore[misc]
                )
            )
        self.letters.show_findings(listed, tr.say("No letter in force is touched."))

    # -- verbs ---------------------------------------------------------------------------
    def reallocate(self) -> None:
        """Carry it out; one undo takes all of it back."""
        shown = self._preview
        if shown is None:
            return
        try:
            self._desk.reallocation.reallocate(shown.reshuffle, shown)
        except Refused as refused:
            self.form.say(self._tr.tell(refused.message))
            return
        self._done = shown
        anew = sum(one.anew for one in shown.letters)
        self.form.clear()
        self._show()
        tr = self._tr
        said = tr.say("The portfolios are reallocated.")
        if anew:
            said += " " + tr.plural(
                "{count} letter is to be issued anew.", "{count} letters are to be issued anew.",
                anew,
            )  # fmt: skip
        self._hub.say(said, undoable=True)

    def document(self) -> Callable[[], PrintJob] | None:
        """The list of what moves, or of what was moved last."""
        shown = self._preview or self._done
        if shown is None:
            return None
        return lambda: words.reshuffle_job(shown, self._tr)
