# SPDX-License-Identifier: Apache-2.0
"""Whom to ask for a workspace that is open elsewhere, with words that can be sent to them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from missiondesk.domain.period import day
from missiondesk.language import Translator
from missiondesk.services.saving import Holder
from missiondesk.ui.notices import Notice


def ask_holder(
    parent: QWidget | None,
    tr: Translator,
    file: str,
    holder: Holder,
    again: Callable[[], object],
) -> None:
    """Say who has it, where and since when, and give the words to ask them.

    Args:
        again: Tries to open the file once more.
    """
    say = tr.say
    since = holder.since.astimezone()
    words = say(
        "Would you close “{file}” on {machine} when you have saved? It has been open there since "
        "{day} at {time}, and I would like to work in it.",
        file=file,
        machine=holder.machine,
        day=day(since.date()),
        time=f"{since:%H:%M}",
    )
    Notice(
        say("Ask {person}", person=holder.person),
        (
            say(
                "{person} opened “{file}” on {machine}. The desk sends nothing by itself: call, or "
                "copy these words into a message.",
                person=holder.person,
                file=file,
                machine=holder.machine,
            ),
            words,
        ),
        parent,
        close=say("Close"),
        buttons=(
            (say("Copy the words"), lambda: QGuiApplication.clipboard().setText(words)),
            (say("Try again"), again),
        ),
        name="askHolder",
    ).open()
