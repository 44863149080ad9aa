# SPDX-License-Identifier: Apache-2.0
"""Small windows that say something and wait for nobody: notices, about, keys, and the crash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from missiondesk import __version__
from missiondesk.language import Translator
from missiondesk.system.crash import crash_report, write_crash_report
from missiondesk.ui import theme
from missiondesk.ui.widgets.looks import hairline, push_button, text_label

_LEAST = 460


class Notice(QDialog):
    """A title, sentences, and buttons; closes with any of them."""

    def __init__(
        self,
        title: str,
        sentences: Sequence[str],
        parent: QWidget | None,
        *,
        close: str,
        buttons: Sequence[tuple[str, Callable[[], object]]] = (),
        name: str = "notice",
        window_title: str = "",
    ) -> None:
        """Make it; show it with ``open()``.

        Args:
            title: One sentence: what is the matter.
            sentences: What is safe and what to do.
            parent: The window it stands over.
            close: Text of the button that only closes.
            buttons: Further verbs with what they do; the first is the primary one.
            name: objectName.
            window_title: What lists of windows show, the sentence unless given.
        """
        super().__init__(parent)
        if parent is None:
            theme.dress(self)
        self.setObjectName(name)
        self.setWindowTitle(window_title or title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_LEAST)
        self.content = QVBoxLayout()
        self.content.setSpacing(10)
        head = text_label(title, "section", wrap=True)
        head.setObjectName("noticeTitle")
        self.content.addWidget(head)
        for sentence in sentences:
            said = text_label(sentence, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.content.addWidget(said)
        feet = QHBoxLayout()
        feet.addStretch(1)
        closing = push_button(close, "noticeClose", self.reject)
        closing.setDefault(not buttons)  # Enter presses it, wherever the focus is
        feet.addWidget(closing)
        for place, (text, act) in enumerate(buttons):
            look = "primary" if place == 0 else ""
            feet.addWidget(push_button(text, f"notice{place}", self._doing(act), look))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(18)
        layout.addLayout(self.content)
        layout.addStretch(1)
        layout.addLayout(feet)

    def showEvent(self, event: QShowEvent) -> None:
        # Only now are the buttons as wide as the look makes them.
        layout = self.layout()
        if layout is not None:
            self.setMinimumWidth(max(_LEAST, layout.minimumSize().width()))
        super().showEvent(event)

    def _doing(self, act: Callable[[], object]) -> Callable[[], None]:
        def do() -> None:
            self.accept()
            act()

        return do


def about(parent: QWidget, tr: Translator) -> Notice:
    """What the program is and under which licences its parts come."""
    say = tr.say
    return Notice(
        "missiondesk",
        (
            say("Version {version}", version=__version__),
            say("A desk for a government's mission secretariat."),
            say(
                "Licensed under Apache 2.0. Built with Qt for Python (LGPL 3), SQLAlchemy, "
                "ReportLab, matplotlib, Babel and pypdfium2; set in Source Sans 3 (OFL 1.1), "
                "icons from Lucide (ISC)."
            ),
        ),
        parent,
        close=say("Close"),
        name="about",
    )


def key_list(parent: QWidget, tr: Translator, keys: Sequence[tuple[str, str]]) -> Notice:
    """All keys with what they do."""
    made = Notice(tr.say("Keys"), (), parent, close=tr.say("Close"), name="keys")
    grid = QGridLayout()
    grid.setHorizontalSpacing(32)
    grid.setVerticalSpacing(4)
    half = (len(keys) + 1) // 2
    for place, (key, meaning) in enumerate(keys):
        across = 2 * (place // half)
        grid.addWidget(text_label(key, "strong"), place % half, across)
        grid.addWidget(text_label(meaning), place % half, across + 1)
    made.content.addWidget(hairline())
    made.content.addLayout(grid)
    return made


class CrashDialog(Notice):
    """A fault of the program: what is safe, what to do, and details without any content."""

    def __init__(self, error: BaseException, tr: Translator, parent: QWidget | None = None) -> None:
        say = tr.say
        kept = write_crash_report(error)
        sentences = [
            say("What was saved is safe: the chip at the top right says when that was."),
            say(
                "You can go on. If it happens again, save a copy, close the program, and send the "
                "details below to those who maintain it. They hold nothing of your workspace."
            ),
        ]
        super().__init__(
            say("The program made a mistake and stopped what it was doing."),
            [*sentences, *_where_kept(tr, kept)],
            parent,
            close=say("Go on"),
            name="crash",
        )
        self.setWindowTitle(say("A fault in the program"))
        self.details = _add_details(self, crash_report(error), tr)


class HardEnd(Notice):
    """The last run did not end by itself: what is safe, and where the program stood."""

    def __init__(
        self, report: str, kept: Path | None, tr: Translator, parent: QWidget | None = None
    ) -> None:
        say = tr.say
        sentences = [
            say(
                "What the chip said was saved is safe in its file. Only what was being typed at "
                "that moment may be missing."
            ),
            say(
                "If the machine was not switched off, send the details below to those who maintain "
                "the program. They hold nothing of your workspace."
            ),
        ]
        super().__init__(
            say("The program was not closed the last time."),
            [*sentences, *_where_kept(tr, kept)],
            parent,
            close=say("Close"),
            name="hardEnd",
        )
        self.details = _add_details(self, report, tr)


def _where_kept(tr: Translator, kept: Path | None) -> list[str]:
    return [] if kept is None else [tr.say("They are also kept in {file}.", file=str(kept))]


def _add_details(notice: Notice, report: str, tr: Translator) -> QPlainTextEdit:
    notice.setMinimumWidth(560)
    details = QPlainTextEdit(report)
    details.setObjectName("crashDetails")
    details.setAccessibleName(tr.say("Details"))
    details.setReadOnly(True)
    details.setTabChangesFocus(True)
    details.setMinimumHeight(180)
    notice.content.addWidget(details)
    copy: Callable[[], None] = lambda: QGuiApplication.clipboard().setText(report)  # noqa: E731
    notice.content.addWidget(push_button(tr.say("Copy the details"), "crashCopy", copy))
    return details
