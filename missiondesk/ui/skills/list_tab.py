# SPDX-License-Identifier: Apache-2.0
"""The list of skills: the shipped short list, ESCO, and the office's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from missiondesk.domain.entities import Entity
from missiondesk.domain.skill import Skill, SkillCategory
from missiondesk.domain.wording import Wording
from missiondesk.ui.pages import ASK_FOR_FILE, PageName
from missiondesk.ui.skills.records import SkillsRecords
from missiondesk.ui.widgets.choice_box import ChoiceBox
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    TextField,
    WordingField,
    worded_options,
)
from missiondesk.ui.widgets.looks import push_button
from missiondesk.ui.widgets.record_form import RecordForm
from missiondesk.ui.widgets.table import Column


class ListTab(SkillsRecords[Skill]):
    """All skills that can be needed or held."""

    name = "skills"

    def add_parts(self) -> Sequence[QWidget]:
        say = self._tr.say
        self.shipped = push_button(
            say("Add the short list for missions"), "skillsShipped", self.add_shipped
        )
        self.esco = push_button(
            say("Import from ESCO"),
            "skillsImport",
            lambda: self._navigate(PageName.IMPORT, ASK_FOR_FILE),
        )
        return *super().add_parts(), self.shipped, self.esco

    def kind(self) -> type[Entity]:
        return Skill

    def title(self) -> str:
        return self._tr.say("List of skills")

    def words(self) -> tuple[str, str, str, str]:
        say = self._tr.say
        return (
            say("Name of a new skill"),
            say("Add skill"),
            say("There is no skill yet. Begin with the short list for missions, or import ESCO."),
            say("Remove skill"),
        )

    def add_record(self, mission: str, wording: Wording) -> str:
        return self._desk.skills.add(Skill("", label=wording)).id

    def remove_record(self, record: Skill) -> str:
        tr = self._tr
        used = self._desk.skills.remove(record.id)
        if not used:
            return tr.say("{skill} was removed.", skill=record.label)
        return tr.plural(
            "{skill} was removed with {count} need, assessment or action.",
            "{skill} was removed with {count} needs, assessments and actions.",
            used,
            skill=record.label,
        )

    def add_shipped(self) -> None:
        """Add what is missing of the shipped short list."""
        tr = self._tr

        def do() -> None:
            count = self._desk.skills.add_shipped()
            self._hub.say(
                tr.plural("{count} skill was added.", "{count} skills were added.", count),
                undoable=True,
            )

        self._try(do)

    # -- list ----------------------------------------------------------------------------
    def refresh(self) -> None:
        super().refresh()
        missing = bool(self._desk.skills.missing_shipped())
        self.shipped.setVisible(missing)
        self.shipped.setEnabled(not self._desk.read_only)

    def read(self) -> Sequence[Skill]:
        return self._desk.skills.all(self._tr.lang)

    def said(self, record: Skill) -> str:
        return f"{record.code} {record.label.da} {record.label.en} {record.framework}"

    def columns(self) -> list[Column[Skill]]:
        tr = self._tr
        return [
            Column(tr.say("Code"), lambda it: it.code or "–"),
            Column(
                tr.say("Skill"),
                lambda it: it.label.in_language(tr.lang),
                detail=lambda it: it.description.in_language(tr.lang),
                stretch=1,
                width=260,
                wrap=True,
                strong=True,
            ),
            Column(
                tr.say("Group"),
                lambda it: tr.show(it.category),
                detail=lambda it: it.framework or tr.say("our own"),
                folds=2,
            ),
            Column(
                tr.say("Used"),
                lambda it: tr.number(self._desk.skills.used(it.id)),
                right=True,
                sort=lambda it: self._desk.skills.used(it.id),
                folds=1,
            ),
        ]

    # -- filter --------------------------------------------------------------------------
    def boxes(self) -> list[ChoiceBox]:
        tr, say = self._tr, self._tr.say
        self.category = self.box(
            "skillsCategory",
            say("Filter skills by group"),
            [(None, say("All groups")), *((one.value, tr.show(one)) for one in SkillCategory)],
        )
        self.use = self.box(
            "skillsUse",
            say("Filter skills by use"),
            [(None, say("Used or not")), ("used", say("In use"))],
        )
        return [self.category, self.use]

    def fits(self, record: Skill) -> bool:
        used = self.use.currentData() == "used"
        return self.category.currentData() in (None, record.category.value) and (
            not used or self._desk.skills.used(record.id) > 0
        )

    # -- form ----------------------------------------------------------------------------
    def make_form(self) -> RecordForm[Skill]:
        tr, say = self._tr, self._tr.say
        form: RecordForm[Skill] = RecordForm(self._desk.skills.revise, name="skillForm")
        form.add(WordingField("label", say("Name"), tr, form.writer("label"), above=True))
        form.add(TextField("code", say("Code"), tr, form.writer("code"), short=True, above=True))
        form.add(
            ChoiceField(
                "category",
                say("Group"),
                tr,
                form.writer("category"),
                options=worded_options(SkillCategory, tr),
                above=True,
            )
        )
        form.add(
            WordingField(
                "description",
                say("Description"),
                tr,
                form.writer("description"),
                paragraph=True,
                above=True,
            )
        )
        for name, label in (("framework", say("List it comes from")), ("uri", say("Address"))):
            form.add(TextField(name, label, tr, form.writer(name), above=True))
        return form
