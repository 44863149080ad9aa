# SPDX-License-Identifier: Apache-2.0
"""Makes each page by its name; a page's room is imported when the page is first needed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from missiondesk.ui.pages import Navigate, PageName

if TYPE_CHECKING:
    from missiondesk.language import Translator
    from missiondesk.services.desk import Desk
    from missiondesk.ui.hub import Hub


def make_page(name: str, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> QWidget:
    """The page of this name, for this desk, in this language."""
    page = next(one for one in PageName if one == name)
    file, _, made = page.maker.partition(":")
    make = getattr(import_module(f"missiondesk.ui.{file}"), made)
    return cast("QWidget", make(desk, hub, tr, navigate))
