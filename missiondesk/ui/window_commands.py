# SPDX-License-Identifier: Apache-2.0
"""What each entry of the menu does in this window: its own verbs, and those of the application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabWidget

from missiondesk.ui import notices
from missiondesk.ui.menus import Commands
from missiondesk.ui.navigation import stand_in_list
from missiondesk.ui.pages import ASK_FOR_FILE, PageName

if TYPE_CHECKING:
    from missiondesk.system.settings import Settings
    from missiondesk.ui.main_window import MainWindow


def commands_of(window: MainWindow, settings: Settings) -> Commands:
    """The commands of a window; what belongs to the application is asked of it."""
    ask = window.asked.emit
    return Commands(
        new=lambda: ask("new"),
        open=lambda: ask("open"),
        open_recent=lambda path: ask(f"recent:{path}"),
        sample=lambda: ask("sample"),
        save=lambda: ask("save"),
        save_as=lambda: ask("save_as"),
        save_copy=lambda: ask("save_copy"),
        send_copy=lambda: ask("send_copy"),
        merge=lambda: ask("merge"),
        backups=lambda: ask("backups"),
        fingerprint=lambda: ask("fingerprint"),
        comment=lambda: ask("comment"),
        import_file=lambda: window.navigate(PageName.IMPORT, ASK_FOR_FILE),
        print_page=window.print_page,
        print_all=lambda: window.printer.ask(),
        lock=lambda: ask("lock"),
        make_confidential=lambda: ask("make_confidential"),
        openings=lambda: ask("openings"),
        make_plain=lambda: ask("make_plain"),
        lock_after=lambda minutes: ask(f"lock_after:{minutes}"),
        captured=lambda on: ask("captured:on" if on else "captured:off"),
        close=window.close,
        quit=lambda: ask("quit"),
        show_page=lambda name: go_by_key(window, name),
        speak=lambda lang: ask(f"speak:{lang}"),
        dress=lambda theme: ask(f"dress:{theme}"),
        next_pane=window.next_pane,
        turn_tab=lambda step: turn_tab(window, step),
        jobs=lambda: window.over.jobs.ask(),
        help=lambda: ask(f"help:{window.pages.current()}"),
        glossary=lambda: ask("help:glossary"),
        palette=lambda: window.over.palette.ask(),
        search=window.search,
        find=lambda: find_here(window),
        several=lambda: change_several(window),
        back=lambda: window.way.back(),
        forward=lambda: window.way.forward(),
        keys=lambda: notices.key_list(window, window.tr_, window.menus.keys()).open(),
        about=lambda: notices.about(window, window.tr_).open(),
        resume=lambda on: ask("resume:on" if on else "resume:off"),
        resumes=settings.resume,
        recent=settings.recent,
        theme=settings.theme,
        minutes=settings.lock_after,
        is_captured=settings.captured,
    )


def go_by_key(window: MainWindow, name: str) -> None:
    """Bring a page to the front with the focus in its list: who comes by keys goes on by them."""
    window.show_page(name)
    page = window.pages.currentWidget()
    if page is not None:
        stand_in_list(page)


def find_here(window: MainWindow) -> None:
    """Put the cursor into the filter of what is in front; without one look in everything."""
    from missiondesk.ui.widgets.filter_parts import FilterText

    fields = window.pages.findChildren(FilterText)
    field = next((one for one in fields if one.isVisible() and one.isEnabled()), None)
    if field is None:
        window.search()
        return
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    field.selectAll()


def turn_tab(window: MainWindow, step: int) -> None:
    """Bring the next tab to the front, or the one before, wherever in the window the keyboard is.

    Qt alone does it only for who is within the tabs, not in the page's head or the side bar.
    """
    focus = QApplication.focusWidget()
    shown = [one for one in window.pages.findChildren(QTabWidget) if one.isVisible()]
    around = [one for one in shown if focus is not None and one.isAncestorOf(focus)]
    # The innermost that has the keyboard, else the outermost of the page.
    tabs = around[-1] if around else next(iter(shown), None)
    if tabs is None:
        window.hub.say(window.tr_.say("There are no tabs here."))
        return
    count, now = tabs.count(), tabs.currentIndex()
    places = ((now + step * far) % count for far in range(1, count))
    there = (one for one in places if tabs.isTabVisible(one) and tabs.isTabEnabled(one))
    tabs.setCurrentIndex(next(there, now))


def change_several(window: MainWindow) -> None:
    """Ask for the field to set in all rows that are chosen in the list in front."""
    from missiondesk.ui.several_bar import SeveralBar

    bars = window.pages.findChildren(SeveralBar)
    bar = next((one for one in bars if one.in_front), None)
    if bar is None:
        window.hub.say(window.tr_.say("There is no list here in which rows can be chosen."))
    else:
        bar.ask()
