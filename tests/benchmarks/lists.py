# SPDX-License-Identifier: Apache-2.0
"""The list of 10,000 initiatives: shown and filtered, against a bare table view of as many rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from missiondesk.domain.initiative import Stage
from missiondesk.domain.step import Verb
from missiondesk.domain.wording import Wording
from missiondesk.language import translator
from missiondesk.services.workspaces import blank_desk
from missiondesk.ui import theme
from missiondesk.ui.hub import Hub
from tests.benchmarks.measure import Result, interleaved, seconds
from tests.builders import a_mission, an_initiative


class _BareModel(QAbstractTableModel):
    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return len(self._rows)

    def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return 5

    def data(self, index: Any, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return None


def _paint(widget: QWidget) -> None:
    widget.resize(1240, 820)
    widget.show()
    QApplication.processEvents()
    widget.grab()


def _bare(rows: list[tuple[str, ...]]) -> None:
    view = QTableView()
    model = _BareModel(rows)
    view.setModel(model)
    _paint(view)
    view.close()
    view.deleteLater()
    QApplication.processEvents()


def measure(quick: bool) -> list[Result]:
    """First paint of the page, and a filter typed into it."""
    from missiondesk.ui.initiatives.page import InitiativesPage

    app = QApplication.instance() or QApplication([])
    theme.load_fonts()
    theme.apply_theme(app)  # type: ignore[arg-type]
    count = 2_000 if quick else 10_000
    desk = blank_desk("Måling")
    mission = a_mission(code="M1")
    stages = list(Stage)
    with desk.session.write(Verb.IMPORT, "") as unit:
        unit.save(mission)
        for number in range(count):
            unit.save(
                an_initiative(
                    mission=mission.id,
                    code=f"I{number:05d}",
                    title=Wording(f"Indsats nr. {number} for unge uden job"),
                    stage=stages[number % len(stages)],
                )
            )
    rows = [(f"I{n:05d}", f"Indsats nr. {n}", "M1", "Pilot", "2026") for n in range(count)]
    hub = Hub(desk)

    def page() -> InitiativesPage:
        return InitiativesPage(desk, hub, translator("da"), lambda _page, _key: None)

    def show() -> None:
        made = page()
        _paint(made)
        made.close()
        made.deleteLater()
        QApplication.processEvents()

    kept = page()
    _paint(kept)
    search = next(iter(kept.findChildren(QLineEdit)))

    def filter_rows() -> None:
        search.setText("nr. 17" if not search.text() else "")
        QApplication.processEvents()
        kept.grab()

    found = interleaved(
        1 if quick else 9,
        page=lambda: seconds(show),
        filter=lambda: seconds(filter_rows),
        bare=lambda: seconds(lambda: _bare(rows)),
    )
    peer = f"bare QTableView of {count:,} rows"
    return [
        Result(f"page of {count:,} initiatives, first paint", found["page"], found["bare"], peer),
        Result("the same page, filter typed", found["filter"], found["bare"], peer),
    ]
