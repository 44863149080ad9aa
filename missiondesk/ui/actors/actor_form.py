# SPDX-License-Identifier: Apache-2.0
"""Who an actor is: name, type, how it looks at the work, and whether it may be named."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.actor import Actor, Consent, Stance
from missiondesk.domain.mission import ActorType
from missiondesk.language import Translator
from missiondesk.services.desk import Desk
from missiondesk.ui.widgets.choice_fields import Option
from missiondesk.ui.widgets.fields import (
    ChoiceField,
    ParagraphField,
    PeriodField,
    TextField,
    worded_options,
)
from missiondesk.ui.widgets.record_form import RecordForm

_MOST_INFLUENCE = 5


def actor_form(desk: Desk, tr: Translator) -> RecordForm[Actor]:
    """The form of one actor."""
    form: RecordForm[Actor] = RecordForm(desk.actors.revise, name="actorForm")
    form.add(_text(form, tr, "name", tr.say("Name")))
    _add_judgements(form, desk, tr)
    form.add(_text(form, tr, "mandate", tr.say("For whom and where it speaks")))
    form.add_row(
        _text(form, tr, "contact_role", tr.say("Contact"), tr.say("A post, not a person.")),
        _text(form, tr, "cvr", tr.say("CVR number")),
    )
    for name, label in (("address", tr.say("Address")), ("note", tr.say("Note"))):
        form.add(ParagraphField(name, label, tr, form.writer(name), least=2, above=True))
    return form


def _add_judgements(form: RecordForm[Actor], desk: Desk, tr: Translator) -> None:
    """Type, how new it is, influence and stance, and whether it may be named."""
    say = tr.say
    ages: list[Option] = [(False, say("Established")), (True, say("Newcomer"))]
    grades: list[Option] = [(grade, tr.number(grade)) for grade in range(1, _MOST_INFLUENCE + 1)]
    form.add_row(
        _choice(form, tr, "type", say("Type"), worded_options(ActorType, tr)),
        _choice(form, tr, "emerging", say("Newcomer or established"), ages),
    )
    form.add_row(
        _choice(form, tr, "influence", say("Influence, 1 to 5"), grades, say("not judged")),
        _choice(form, tr, "stance", say("Stance"), worded_options(Stance, tr)),
    )
    write = form.writer("consent_date")
    answered = say("Answered on")
    form.add_row(
        _choice(form, tr, "consent", say("Publication of the name"), worded_options(Consent, tr)),
        PeriodField("consent_date", answered, tr, write, today=desk.this_day, above=True),
    )


def _choice(
    form: RecordForm[Actor],
    tr: Translator,
    name: str,
    label: str,
    options: Sequence[Option],
    none: str | None = None,
) -> ChoiceField:
    write = form.writer(name)
    return ChoiceField(name, label, tr, write, options=options, none=none, above=True)


def _text(
    form: RecordForm[Actor], tr: Translator, name: str, label: str, hint: str = ""
) -> TextField:
    return TextField(name, label, tr, form.writer(name), hint=hint, above=True)
