# SPDX-License-Identifier: Apache-2.0
"""The heat map: skills down, units across; number, sign and words in each cell, shade last."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.skills_overview import work_years
from missiondesk.services.skills_rows import HeatCell, HeatMap, HeatRow, SkillUnit
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate, PageName
from missiondesk.ui.widgets.empty_state import EmptyState
from missiondesk.ui.widgets.heat_table import HeatMark, HeatTable, heat_column
from missiondesk.ui.widgets.looks import text_label
from missiondesk.ui.widgets.table import Column

_NONE = HeatMark("–")


class HeatTab(QWidget):
    """The map of now; its columns are the units that were assessed."""

    def __init__(
        self,
        desk: Desk,
        hub: Hub,
        tr: Translator,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr, self._navigate = desk, tr, navigate
        self._map = HeatMap((), (), ())
        self._heads: tuple[str, ...] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        legend = tr.say(
            "The number is the unit’s level from 0 to 4. ✓ meets the target, ▼ is so many levels"
            " below it, – is not assessed, and ▲ marks an assessment more than a year old."
            " Units and roles are assessed, never named staff."
        )
        self._layout.addWidget(text_label(legend, "detail", wrap=True))
        self.table = self._made()
        self._layout.addWidget(self.table, 1)

    # -- showing -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the map again; other units make other columns."""
        for _part in self.read_in_parts():
            pass

    def read_in_parts(self) -> Iterator[None]:
        """As `refresh`, with pauses for the events of the screen."""
        self._map = self._desk.equipment.heat()
        yield
        heads = tuple(self._head(place) for place in range(len(self._map.units)))
        if heads != self._heads:
            self._heads = heads
            former, self.table = self.table, self._made()
            self._layout.replaceWidget(former, self.table)
            former.hide()
            former.deleteLater()
            yield
        self.table.show_rows(self._map.rows)

    def open(self, key: str, field: str) -> bool:
        """Nothing is mended here."""
        return False

    # -- the table -----------------------------------------------------------------------
    def _made(self) -> HeatTable[HeatRow]:
        tr = self._tr
        first: Column[HeatRow] = Column(
            tr.say("Skill"),
            lambda it: it.skill.label.in_language(tr.lang),
            detail=self._aim,
            detail_lines=3,
            stretch=1,
            wrap=True,
            strong=True,
        )
        columns = [first, *(self._column(place) for place in range(len(self._map.units)))]
        made: HeatTable[HeatRow] = HeatTable(
            columns,
            lambda it: it.skill.id,
            name="skillsHeat",
            title=tr.say("Skills over units"),
            sort_text=tr.sort_key,
            empty=EmptyState(
                tr.say("Skills that are needed, and what units can do, meet here."),
                tr.say("Add the first need"),
                lambda: self._navigate(PageName.SKILLS, "needs"),
            ),
        )
        made.opened.connect(self._opened)
        return made

    def _head(self, place: int) -> str:
        ministry, unit = self._map.ministries[place], self._map.units[place]
        return " ".join(part for part in (ministry.code if ministry else "", unit.name) if part)

    def _column(self, place: int) -> Column[HeatRow]:
        unit = self._map.units[place]
        return heat_column(
            self._head(place),
            lambda it: self._mark(it.cells[place]) if it.cells[place] else _NONE,
            lambda it: self._spoken(it, unit, it.cells[place]),
        )

    def _aim(self, row: HeatRow) -> str:
        """Target, weight and how many people hold it."""
        tr = self._tr
        if not row.target:
            return tr.say("not needed now")
        parts = [tr.say("target {level}", level=row.target)]
        if row.critical:
            parts.append(tr.say("critical"))
        if row.people is None:
            parts.append(tr.say("unknown how many people"))
        elif row.single:
            parts.append(
                tr.say("▲ one person alone") if row.people else tr.say("▲ nobody at the target")
            )
        else:
            parts.append(tr.plural("{count} person", "{count} people", row.people))
        if row.gap:
            parts.append(tr.say("■ {work_years} missing", work_years=work_years(row.gap, tr)))
        return " · ".join(parts)

    def _mark(self, cell: HeatCell | None) -> HeatMark:
        if cell is None:
            return _NONE
        tr, one = self._tr, cell.capability
        sign = f"▼\u00a0{cell.below}" if cell.below else "✓"
        years = work_years(one.fte, tr)
        old = ""
        if cell.old:
            when = tr.period(one.assessed) if one.assessed else tr.say("date unknown")
            old = tr.say("▲ {date}", date=when)
        tone = ("good", "wait", "bad")[min(cell.below, 2)]
        return HeatMark(f"{one.level}\u00a0{sign}", "\n".join(filter(None, (years, old))), tone)

    def _spoken(self, row: HeatRow, unit: SkillUnit, cell: HeatCell | None) -> str:
        tr, name = self._tr, row.skill.label.in_language(self._tr.lang)
        if cell is None:
            return tr.say("{skill}: not assessed", skill=name)
        one = cell.capability
        said = tr.say(
            "{skill}: level {level} of target {target}, {work_years}, assessed {date}",
            skill=name,
            level=one.level,
            target=row.target,
            work_years=work_years(one.fte, tr),
            date=one.assessed or tr.say("at an unknown date"),
        )
        return f"{said}, {tr.say('more than a year ago')}" if cell.old else said

    def _opened(self, key: str) -> None:
        """From a cell to its assessment, from a skill to its line in the list."""
        place = self.table.currentIndex().column() - 1
        row = next((it for it in self._map.rows if it.skill.id == key), None)
        if row is None:
            return
        cell = row.cells[place] if 0 <= place < len(row.cells) else None
        self._navigate(PageName.SKILLS, cell.capability.id if cell else key)
