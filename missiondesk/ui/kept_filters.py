# SPDX-License-Identifier: Apache-2.0
"""What lists were narrowed to, kept while a window is built anew and from one start to the next.

On the disk only for workspaces that stand in the list of recent ones; a confidential one never
does.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from missiondesk.services.desk import Desk
from missiondesk.system.settings import Settings


def filters_of(settings: Settings, desk: Desk) -> dict[str, str]:
    """The filters with which the workspace was left, by the names of their widgets."""
    if desk.path is None or desk.confidential.on:
        return {}
    return dict(settings.filters.get(str(desk.path.absolute()), {}))


def gathered(pages: QWidget, former: dict[str, str]) -> dict[str, str]:
    """The filters as they stand now; of those that were not looked at, the ``former``."""
    from missiondesk.ui.widgets.filter_parts import FilterBox, FilterText

    now = dict(former)
    filters: list[FilterText | FilterBox] = [
        *pages.findChildren(FilterText), *pages.findChildren(FilterBox)
    ]  # fmt: skip
    now.update({one.objectName(): one.kept() for one in filters if one.keeps and one.was_seen})
    return {name: value for name, value in now.items() if value}
