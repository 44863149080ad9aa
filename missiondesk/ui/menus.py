# SPDX-License-Identifier: Apache-2.0
"""The menu bar: every command of the window with its key, and the list of keys made from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.system.screen_capture import can_keep_off_captures
from missiondesk.system.settings import LOCK_CHOICES, LOCK_USUAL
from missiondesk.ui.icons import icon
from missiondesk.ui.pages import PageName
from missiondesk.ui.undo import UndoActions

THEMES = (
    ("system", N_("As the system")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("contrast", N_("High contrast")),
)


@dataclass(slots=True)
class Commands:
    """What the menu calls; the window and the application fill it in."""

    new: Callable[[], object]
    open: Callable[[], object]
    open_recent: Callable[[str], object]
    sample: Callable[[], object]
    save: Callable[[], object]
    save_as: Callable[[], object]
    save_copy: Callable[[], object]
    send_copy: Callable[[], object]
    merge: Callable[[], object]
    backups: Callable[[], object]
    fingerprint: Callable[[], object]
    comment: Callable[[], object]
    import_file: Callable[[], object]
    print_page: Callable[[], object]
    print_all: Callable[[], object]
    lock: Callable[[], object]
    make_confidential: Callable[[], object]
    openings: Callable[[], object]
    make_plain: Callable[[], object]
    lock_after: Callable[[str], object]
    captured: Callable[[bool], object]
    close: Callable[[], object]
    quit: Callable[[], object]
    show_page: Callable[[str], object]
    speak: Callable[[str], object]
    dress: Callable[[str], object]
    next_pane: Callable[[], object]
    turn_tab: Callable[[int], object]
    jobs: Callable[[], object]
    help: Callable[[], object]
    glossary: Callable[[], object]
    palette: Callable[[], object]
    search: Callable[[], object]
    find: Callable[[], object]
    several: Callable[[], object]
    back: Callable[[], object]
    forward: Callable[[], object]
    keys: Callable[[], object]
    about: Callable[[], object]
    resume: Callable[[bool], object]
    resumes: bool = True
    recent: Sequence[str] = field(default_factory=tuple)
    theme: str = "system"
    minutes: int = LOCK_USUAL
    is_captured: bool = False


class Menus:
    """Fills a menu bar; `actions` holds every command by its objectName."""

    def __init__(
        self,
        bar: QMenuBar,
        window: QWidget,
        tr: Translator,
        commands: Commands,
        undo: UndoActions,
    ) -> None:
        self._bar, self._window, self._tr, self._commands = bar, window, tr, commands
        self.actions: dict[str, QAction] = {"undo": undo.undo, "redo": undo.redo}
        bar.clear()
        # Later, because one of them may be open: a language is chosen in a menu.
        for menu in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            menu.deleteLater()
        bar.setAccessibleName(tr.say("Menu"))
        self._file()
        edit = self._menu(tr.say_in("menu", "&Edit"), "menuEdit")
        edit.addActions([undo.undo, undo.redo])
        edit.addSeparator()
        self._add(edit, "comment", tr.say("Comment…"), commands.comment, "Ctrl+Alt+M")
        word = tr.say("Change a field for all chosen rows…")
        self._add(edit, "several", word, commands.several, "Ctrl+Shift+E")
        edit.addSeparator()
        self._add(edit, "palette", tr.say("Go to or do…"), commands.palette, "Ctrl+K", "search")
        self._add(edit, "find", tr.say("Find on this page"), commands.find, "Ctrl+F")
        self._add(edit, "search", tr.say("Search in everything"), commands.search, "Ctrl+Shift+F")
        self._view()
        self._help()

    def keys(self) -> list[tuple[str, str]]:
        """Each key with what it does."""
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (action.shortcut().toString(native), action.iconText().replace("&&", "&"))
            for action in self.actions.values()
            if not action.shortcut().isEmpty()
        ]

    def _file(self) -> None:
        say, do = self._tr.say, self._commands
        menu = self._menu(self._tr.say_in("menu", "&File"), "menuFile")
        standard = QKeySequence.StandardKey
        self._add(menu, "new", say("New workspace…"), do.new, standard.New)
        self._add(menu, "open", say("Open…"), do.open, standard.Open)
        recent = _menu_in(menu, say("Open recent"), "menuRecent")
        for place, name in enumerate(do.recent):
            self._recent(recent, place, name)
        recent.setEnabled(bool(do.recent))
        recent.addSeparator()
        word = say("Open the last one at the next start")
        again = self._add(recent, "resume", word, lambda: do.resume(again.isChecked()))
        again.setCheckable(True)
        again.setChecked(do.resumes)
        self._add(menu, "sample", say("Explore the sample"), do.sample)
        menu.addSeparator()
        self._add(menu, "save", say("Save and name the version…"), do.save, standard.Save)
        self._add(menu, "saveAs", say("Save as…"), do.save_as, "Ctrl+Shift+S")
        self._add(menu, "saveCopy", say("Save a copy…"), do.save_copy)
        self._add(menu, "sendCopy", say("Send a copy…"), do.send_copy)
        self._add(menu, "merge", say("Put together with a copy…"), do.merge)
        self._add(menu, "backups", say("Backups…"), do.backups)
        self._add(menu, "fingerprint", say("Fingerprint…"), do.fingerprint)
        menu.addSeparator()
        self._add(menu, "import", say("Import…"), do.import_file, "Ctrl+I")
        self._add(menu, "print", say("Print…"), do.print_page, standard.Print)
        self._add(menu, "printAll", say("Print all documents to a folder…"), do.print_all)
        menu.addSeparator()
        self._confidential(menu)
        self._add(menu, "lock", say("Lock"), do.lock, "Ctrl+L")
        self._add(menu, "close", say("Close"), do.close, "Ctrl+W")
        # Not by the standard key, which Windows has none of.
        self._add(menu, "quit", say("Quit"), do.quit, "Ctrl+Q")

    def _confidential(self, menu: QMenu) -> None:
        say, do = self._tr.say, self._commands
        inner = _menu_in(menu, say("Confidentiality"), "menuConfidential")
        self._add(inner, "makeConfidential", say("Make confidential…"), do.make_confidential)
        self._add(inner, "openings", say("Passphrases and recovery key…"), do.openings)
        self._add(inner, "makePlain", say("Make plain again…"), do.make_plain)
        inner.addSeparator()
        after = _menu_in(inner, say("Lock after"), "menuLockAfter")
        words = [
            (str(count), self._tr.plural("{count} minute", "{count} minutes", count))
            for count in LOCK_CHOICES
        ]
        self._choices(after, "lockAfter", words, str(do.minutes), do.lock_after)
        if can_keep_off_captures():
            word = say("Show in screenshots and on shared screens")
            seen = self._add(inner, "captured", word, lambda: do.captured(seen.isChecked()))
            seen.setCheckable(True)
            seen.setChecked(do.is_captured)

    def show_confidential(self, desk: Desk) -> None:
        """Offer what can be done with a confidential workspace, or with a plain one."""
        on, writable = desk.confidential.on, not desk.read_only
        for name, offered in (
            ("makeConfidential", writable and not on),
            ("openings", writable and on),
            ("makePlain", writable and on),
            ("lock", on),
        ):
            self.actions[name].setEnabled(offered)

    def _recent(self, menu: QMenu, place: int, name: str) -> None:
        path = Path(name)
        action = _action_in(menu, f"{path.name}   –   {path.parent}".replace("&", "&&"))
        action.setObjectName(f"recent{place}")
        action.triggered.connect(lambda _checked=False: self._commands.open_recent(name))

    def _view(self) -> None:
        say, do = self._tr.say, self._commands
        menu = self._menu(self._tr.say_in("menu", "&View"), "menuView")
        self._add(menu, "back", say("Back"), do.back, "Alt+Left", "arrow-left")
        self._add(menu, "forward", say("Forward"), do.forward, "Alt+Right", "arrow-right")
        menu.addSeparator()
        for name in PageName:
            self._page(menu, name, say(name.word), name.key)
        menu.addSeparator()
        self._add(menu, "jobs", say("Jobs"), do.jobs, "Ctrl+J")
        self._add(menu, "nextPane", say("Next part of the window"), do.next_pane, "F6")
        self._add(menu, "nextTab", say("Next tab"), lambda: do.turn_tab(1), "Ctrl+Tab")
        last = say("Previous tab")
        self._add(menu, "previousTab", last, lambda: do.turn_tab(-1), "Ctrl+Shift+Tab")
        menu.addSeparator()
        languages = _menu_in(menu, say("Language"), "menuLanguage")
        words = (("da", say("Danish")), ("en", say("English")))
        self._choices(languages, "speak", words, self._tr.lang, do.speak)
        looks = _menu_in(menu, say("Look"), "menuLook")
        themes = [(key, say(word)) for key, word in THEMES]
        self._choices(looks, "dress", themes, do.theme, do.dress)

    def _page(self, menu: QMenu, name: str, title: str, key: str) -> None:
        self._add(menu, f"page_{name}", title, lambda: self._commands.show_page(name), key)

    def _help(self) -> None:
        say, do = self._tr.say, self._commands
        menu = self._menu(self._tr.say_in("menu", "&Help"), "menuHelp")
        self._add(menu, "help", say("Help on this page"), do.help, "F1")
        self._add(menu, "glossary", say("Words in Danish and English"), do.glossary)
        self._add(menu, "keys", say("Keys"), do.keys, "Ctrl+/")
        self._add(menu, "about", say("About missiondesk"), do.about)

    def _choices(
        self,
        menu: QMenu,
        prefix: str,
        options: Sequence[tuple[str, str]],
        chosen: str,
        act: Callable[[str], object],
    ) -> None:
        group = QActionGroup(menu)
        for key, word in options:
            action = self._add(menu, f"{prefix}_{key}", word, partial(act, key))
            action.setCheckable(True)
            action.setChecked(key == chosen)
            group.addAction(action)

    def _menu(self, title: str, name: str) -> QMenu:
        return _menu_in(self._bar, title, name)

    def _add(
        self,
        menu: QMenu,
        name: str,
        text: str,
        act: Callable[[], object],
        key: QKeySequence.StandardKey | str | None = None,
        picture: str = "",
    ) -> QAction:
        action = _action_in(menu, text.replace("&", "&&"))
        if picture:
            action.setIcon(icon(picture))
        action.setObjectName(name)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: act())
        self.actions[name] = action
        return action


# What Qt makes itself (`addMenu` with a title, `addAction` with a text) PySide6 keeps until the bar
# goes: each change of language left a whole menu behind.
def _menu_in(outer: QMenu | QMenuBar, title: str, name: str) -> QMenu:
    made = QMenu(title, outer)
    made.setObjectName(name)
    outer.addMenu(made)
    return made


def _action_in(menu: QMenu, text: str) -> QAction:
    made = QAction(text, menu)
    menu.addAction(made)
    return made
