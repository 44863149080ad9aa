# SPDX-License-Identifier: Apache-2.0
"""What a reallocation of portfolios is made of: a day, one mission or all, and moves one by one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missiondesk.domain.message import N_
from missiondesk.domain.organisation import Ministry, Office
from missiondesk.domain.period import Period, day
from missiondesk.domain.refused import Refused
from missiondesk.domain.wording import Wording
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.services.reallocation_plan import Move, Reshuffle
from missiondesk.ui.theme import scaled
from missiondesk.ui.widgets.check_box import CheckBox
from missiondesk.ui.widgets.choice_fields import ChoiceField
from missiondesk.ui.widgets.fields import PeriodField, TextField, WordingField
from missiondesk.ui.widgets.looks import push_button, text_label

_NEW = "new"
_ALL = "ministry/"
_BOX = 222  # px at 100 %


class ReshuffleForm(QWidget):
    """Gathers moves; nothing is written from here.

    Args:
        changed: Called when the reallocation is another.
    """

    def __init__(
        self,
        desk: Desk,
        tr: Translator,
        changed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tr, self._changed = desk, tr, changed
        self._moves: list[Move] = []
        self._ministries: list[tuple[str, str]] = []
        self.start: date = desk.today
        self.mission: str | None = None
        say = tr.say
        self.day = PeriodField("reshuffleDay", say("From"), tr, self._take_day, today=desk.this_day)
        self.day.writes = False
        self.scope = ChoiceField(
            "reshuffleScope", say("What moves"), tr, self._take_scope,
            none=say("The whole portfolio"),
        )  # fmt: skip
        self.old = ChoiceField("reshuffleOld", say("Hands over"), tr, none=say("Choose"))
        self.new = ChoiceField("reshuffleNew", say("Takes over"), tr, none=say("Choose"))
        self.old.committed.connect(lambda _value: self._offer_new())
        self.new.committed.connect(lambda _value: self._show_new())
        self.title = WordingField("reshuffleTitle", say("Its title"), tr)
        self.ministry = ChoiceField("reshuffleMinistry", say("In the ministry"), tr,
                                    none=say("Choose"))  # fmt: skip
        self.holder = TextField("reshuffleHolder", say("Holder from the day"), tr,
                                hint=say("Leave it empty to keep whoever holds it."))  # fmt: skip
        self.closes = CheckBox(say("The office that hands over ends"))
        self.closes.setObjectName("reshuffleCloses")
        self.add = push_button(say("Add the move"), "reshuffleAdd", self.add_move, icon_name="plus")
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("reshuffleRefusal")
        self.refusal.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for field in (self.day, self.scope, self.old, self.new, self.title, self.ministry,
                      self.holder, self.closes, self.add, self.refusal):  # fmt: skip
            layout.addWidget(field)
        layout.addWidget(text_label(say("The moves"), "section"))
        layout.addLayout(self._list)
        layout.addStretch(1)
        for box in (self.scope, self.old, self.new, self.ministry):
            # As wide as there is room: the longest of its texts may be wider.
            box.editor.setMaximumWidth(scaled(_BOX))
        self.day.show_value(day(self.start))

    # -- choices -------------------------------------------------------------------------
    def offer(self) -> None:
        """Offer the offices, ministries and missions of now; what was chosen stays."""
        desk, tr = self._desk, self._tr
        missions = [
            (one.id, f"{one.code} {one.title.in_language(tr.lang)}".strip())
            for one in desk.raci.missions()
        ]
        self.scope.set_options(missions)
        self.old.set_options([*self._offices(), *self._ministry_options(all_offices=True)])
        self.ministry.set_options(self._ministry_options())
        self._offer_new()
        self._show_moves()

    def _offices(self) -> list[tuple[str, str]]:
        tr = self._tr
        found = [(it.id, it.title.in_language(tr.lang)) for it in self._desk.reallocation.offices()]
        return sorted(found, key=lambda one: tr.sort_key(one[1]))

    def _ministry_options(self, all_offices: bool = False) -> list[tuple[str, str]]:
        tr = self._tr
        found = []
        for one in self._desk.organisation.ministries():
            name = one.name.in_language(tr.lang)
            if all_offices:
                found.append((_ALL + one.id, tr.say("{ministry}: all offices", ministry=name)))
            else:
                found.append((one.id, name))
        return sorted(found, key=lambda one: tr.sort_key(one[1]))

    def _offer_new(self) -> None:
        chosen = str(self.old.value() or "")
        if chosen.startswith(_ALL):
            options = [one for one in self._ministry_options() if _ALL + one[0] != chosen]
        else:
            options = [one for one in self._offices() if one[0] != chosen]
            options.append((_NEW, self._tr.say("A new office…")))
        self.new.set_options(options)
        self._show_new()

    def _show_new(self) -> None:
        whole = str(self.old.value() or "").startswith(_ALL)
        for field in (self.title, self.ministry):
            field.setVisible(self.new.value() == _NEW)
        for part in (self.holder, self.closes):
            part.setVisible(not whole)

    def _take_day(self, value: Period | None) -> None:
        self.start = value.first if value is not None else self._desk.today
        self._changed()

    def _take_scope(self, value: str | None) -> None:
        self.mission = value
        self._changed()

    # -- moves ---------------------------------------------------------------------------
    @property
    def reshuffle(self) -> Reshuffle:
        """The reallocation as it stands."""
        return Reshuffle(self.start, tuple(self._moves), self.mission, tuple(self._ministries))

    def add_move(self) -> None:
        """Take what is chosen as a move."""
        try:
            self._gather()
        except Refused as refused:
            self.say(self._tr.tell(refused.message))
            return
        self.say("")
        self.old.show_value(None)
        self.new.show_value(None)
        self.title.show_value(Wording())
        self.holder.show_value("")
        self.closes.setChecked(False)
        self._offer_new()
        self._show_moves()
        self._changed()

    def _gather(self) -> None:
        old, new = str(self.old.value() or ""), str(self.new.value() or "")
        if not old or not new:
            raise Refused(N_("Choose who hands over and who takes over."), field="moves")
        if old.startswith(_ALL):
            key = old.removeprefix(_ALL)
            self._moves += self._desk.reallocation.moves_of_ministry(key, new)
            self._ministries.append((key, new))
            return
        made = new == _NEW
        move = Move(
            old,
            None if made else new,
            self.title.value() or Wording() if made else Wording(),
            self.ministry.value() if made else None,
            str(self.holder.value() or ""),
            self.closes.isChecked(),
        )
        if made and not move.title:
            raise Refused(N_("An office needs a title."), field="title")
        self._moves.append(move)

    def clear(self) -> None:
        """Begin anew."""
        self._moves.clear()
        self._ministries.clear()
        self._show_moves()

    def say(self, sentence: str) -> None:
        """What hinders the move, "" for nothing."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _show_moves(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        tr = self._tr
        if not self._moves:
            self._list.addWidget(text_label(tr.say("No move yet."), "detail"))
            return
        for move in self._moves:
            self._list.addWidget(text_label(self._in_words(move), wrap=True))
        self._list.addWidget(
            push_button(tr.say("Remove the moves"), "reshuffleClear", self._forget, "link")
        )

    def _in_words(self, move: Move) -> str:
        now, lang = self._desk.situation, self._tr.lang
        old, new = now.get(Office, move.old), now.get(Office, move.new)
        title = new.title if new is not None else move.title
        said = f"{old.title.in_language(lang) if old else '?'} → {title.in_language(lang)}"
        home = now.get(Ministry, move.ministry) if new is None else None
        if home is not None:
            said += f" ({home.code or home.name.in_language(lang)})"
        return f"{said}: {move.holder}" if move.holder else said

    def _forget(self) -> None:
        self.clear()
        self._changed()
