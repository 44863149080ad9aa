# SPDX-License-Identifier: Apache-2.0
"""What waits for what, between initiatives and missions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from missiondesk.domain.issue import Dependency, DependencyKind
from missiondesk.domain.waiting import ends_of
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.initiatives import by_code
from missiondesk.services.naming import name_of
from missiondesk.ui.choices import Option
from missiondesk.ui.governance.tab import RecordsInTab
from missiondesk.ui.hub import Hub
from missiondesk.ui.pages import Navigate
from missiondesk.ui.records_tab import RecordsTab
from missiondesk.ui.theme import scaled
from missiondesk.ui.told_findings import findings_column
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    ParagraphField,
    PeriodField,
    worded_options,
)
from missiondesk.ui.widgets.filter_parts import offer_choices
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class DependencyRecords(RecordsTab[Dependency]):
    """What waits for what, what is needed first at the top."""

    name = "dependencies"

    def title(self) -> str:
        return self._tr.say("Dependencies")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Why it waits"),
            say("Add dependency"),
            say("Nothing waits for anything else. Choose what waits, and for what."),
            say("Remove dependency"),
        )

    def add_parts(self) -> Sequence[QWidget]:
        self.boxes: list[ChoiceBox] = []
        for name, title in (
            ("waits", self._tr.say("What waits")), ("waitsFor", self._tr.say("For what it waits"))
        ):  # fmt: skip
            box = ChoiceBox()
            box.setObjectName(name)
            box.setAccessibleName(title)
            box.setMaximumWidth(scaled(280))
            self.boxes.append(box)
        rest = super().add_parts()
        self.line.setMaximumWidth(scaled(220))
        return *self.boxes, *rest

    def offer(self) -> None:
        """Offer all initiatives and missions; the choice stays."""
        options = self._ends()
        for box, first in zip(
            self.boxes, (self._tr.say("What waits …"), self._tr.say("… for what?")), strict=True
        ):
            offer_choices(box, first, options)
        self._waits.set_options(options)
        self._on.set_options(options)

    def _ends(self) -> list[Option]:
        lang, now = self._tr.lang, self._desk.situation
        missions = [(f"mission/{one.id}", name_of(one, lang)) for one in self._desk.missions.all()]
        return missions + [
            (f"initiative/{one.id}", name_of(one, lang)) for one in by_code(now.initiatives)
        ]

    def columns(self) -> list[Column[Dependency]]:
        tr = self._tr
        return [
            Column(
                tr.say("What waits"), lambda it: self._end(it, 0), stretch=1, width=130, wrap=True
            ),
            Column(
                tr.say("For what"),
                lambda it: self._end(it, 1),
                detail=lambda it: tr.show(it.kind),
                stretch=1,
                width=130,
                wrap=True,
            ),
            Column(
                tr.say("Needed no later than"),
                lambda it: tr.period(it.due) if it.due else "–",
                detail=lambda it: self._met(it),
                sort=lambda it: it.due.last if it.due else None,
                folds=1,
            ),
            findings_column(tr, self.worst, lambda _it: "wait"),
        ]

    def _met(self, it: Dependency) -> str:
        if it.met is not None:
            return self._tr.say("✓ met {date}", date=it.met)
        late = it.due is not None and it.due.last < self._desk.today
        return self._tr.say("▲ overdue") if late else ""

    def _end(self, it: Dependency, place: int) -> str:
        node = ends_of(it)[place]
        if node is None:
            return "–"
        find = self._desk.initiatives.get if node[0] == "initiative" else self._desk.missions.get
        record = find(node[1])
        return name_of(record, self._tr.lang) if record is not None else "–"

    def make_form(self) -> RecordForm[Dependency]:
        tr, say, today = self._tr, self._tr.say, self._desk.this_day
        form: RecordForm[Dependency] = RecordForm(
            self._desk.dependencies.revise, name="dependencyForm"
        )

        def writer(fields: tuple[str, str]) -> Callable[[str], object]:
            def write(value: str) -> None:
                if form.record is not None:
                    changed = _with_end(form.record, fields, value)
                    self._desk.dependencies.revise(changed)

            return write

        self._waits = form.add(
            ChoiceField("waiting", say("This waits"), tr, writer(_WAITS), above=True),
            lambda it: _key(it, 0),
        )
        self._on = form.add(
            ChoiceField("on_initiative", say("for this"), tr, writer(_ON), above=True),
            lambda it: _key(it, 1),
        )
        form.add(
            ChoiceField("kind", say("In what way"), tr, form.writer("kind"),
                        options=worded_options(DependencyKind, tr), above=True)
        )  # fmt: skip
        form.add(ParagraphField("text", say("Why"), tr, form.writer("text"), least=2, above=True))
        form.add_row(
            PeriodField("due", say("Needed no later than"), tr, form.writer("due"), today=today,
                        above=True),
            PeriodField("met", say("There since"), tr, form.writer("met"), today=today,
                        above=True),
        )  # fmt: skip
        return form

    def add(self) -> None:
        """Note that one effort waits for another; a reason may follow later."""
        waits, on = (str(box.currentData() or "") for box in self.boxes)
        made = _with_end(_with_end(Dependency(""), _WAITS, waits), _ON, on)
        text = " ".join(self.line.text().split())

        def do() -> None:
            key = self._desk.dependencies.add(replace(made, text=text)).id
            self.line.clear()
            self.choose(key)

        self._try(do)

    def remove_record(self, record: Dependency) -> str:
        self._desk.dependencies.remove(record.id)
        return self._tr.say("The dependency was removed.")


class DependenciesTab(RecordsInTab):
    """Dependencies between initiatives and missions."""

    def __init__(self, desk: Desk, hub: Hub, tr: Translator, navigate: Navigate) -> None:
        super().__init__(desk, hub, tr, navigate)
        self.list = DependencyRecords(desk, hub, tr)
        self.set_up(self.list, None)

    def refresh(self) -> None:
        """Read the dependencies again."""
        self.list.offer()
        self.list.show_owned("", self.findings_of("dependency"), self._desk.dependencies.all())

    def headline(self) -> tuple[str, str]:
        """Whether efforts wait for each other in a circle."""
        tr, circles = self._tr, self._desk.dependencies.circles()
        rows = self._desk.dependencies.all()
        unmet = [one for one in rows if one.met is None]
        if circles:
            return tr.plural(
                "Efforts wait for each other in {count} circle",
                "Efforts wait for each other in {count} circles",
                len(circles),
            ), tr.plural("{count} dependency is open.", "{count} dependencies are open.",
                         len(unmet))  # fmt: skip
        if not unmet:
            return tr.say("Nothing waits for anything else"), ""
        return tr.plural(
            "{count} dependency is open, none in a circle",
            "{count} dependencies are open, none in a circle",
            len(unmet),
        ), ""


_WAITS = ("initiative", "mission")
_ON = ("on_initiative", "on_mission")


def _key(it: Dependency, place: int) -> str:
    node = ends_of(it)[place]
    return f"{node[0]}/{node[1]}" if node is not None else ""


def _with_end(it: Dependency, fields: tuple[str, str], value: str) -> Dependency:
    """The dependency with another end: "initiative/<id>", "mission/<id>" or "" for none."""
    kind, _, key = value.partition("/")
    initiative = key if kind == "initiative" else None
    mission = key if kind == "mission" else None
    return replace(it, **{fields[0]: initiative, fields[1]: mission})  # type: ignore[arg-type]
