# SPDX-License-Identifier: Apache-2.0
"""The lists of actors and of their commitments as XLSX or CSV; nothing here writes to the desk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from missiondesk.domain.message import N_
from missiondesk.language import translator
from missiondesk.services.coalition_rows import ActorRow, PromiseRow
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.register_files import RegisterFiles, day_or_words

if TYPE_CHECKING:
    from missiondesk.services.session import Session

_ACTOR = (
    N_("Actor"), N_("Type"), N_("Newcomer or established"), N_("CVR number"), N_("Contact"),
    N_("For whom and where it speaks"), N_("Standing"), N_("Live commitments"), N_("Missions"),
    N_("Influence"), N_("Stance"), N_("Publication"), N_("Answered on"), N_("Last contact"),
)  # fmt: skip
_PROMISE = (
    N_("Mission"), N_("Actor"), N_("Commitment"), N_("Kind"), N_("How much"), N_("Unit"),
    N_("From"), N_("Until"), N_("Conditions"), N_("State"), N_("State since"), N_("Evidence"),
    N_("Evidence of"), N_("Next check"), N_("Publication"),
)  # fmt: skip


class CoalitionFiles:
    """Makes files of the coalition's lists."""

    def __init__(self, session: Session) -> None:
        self._files = RegisterFiles(session)

    def actors(self, rows: Iterable[ActorRow], language: str, form: str = "xlsx") -> FileJob:
        """The actors as they are sorted and filtered.

        Args:
            language: Of headings and words, "da" or "en".
            form: "xlsx" or "csv".
        """
        tr = translator(language)
        cells = [
            (
                row.actor.name,
                tr.show(row.actor.type),
                tr.say(N_("Newcomer")) if row.actor.emerging else tr.say(N_("Established")),
                row.actor.cvr,
                row.actor.contact_role,
                row.actor.mandate,
                tr.show(row.standing),
                row.live,
                ", ".join(one.code for one in row.missions),
                row.actor.influence,
                tr.show(row.actor.stance),
                tr.show(row.actor.consent),
                day_or_words(row.actor.consent_date, tr),
                day_or_words(row.last.date if row.last else None, tr),
            )
            for row in rows
        ]
        word = tr.say_in("file name", "actors")
        heads = tuple(map(tr.say, _ACTOR))
        return self._files.table(tr.say(N_("Actors")), word, heads, cells, language, form)

    def promises(self, rows: Iterable[PromiseRow], language: str, form: str = "xlsx") -> FileJob:
        """The actors' commitments as they are sorted and filtered; arguments as for `actors`."""
        tr = translator(language)
        cells = [
            (
                row.mission.code if row.mission else "",
                row.actor.name if row.actor else "",
                row.promise.text.in_language(language),
                tr.show(row.promise.kind),
                row.promise.quantity,
                row.promise.unit,
                day_or_words(row.promise.start, tr),
                day_or_words(row.promise.end, tr),
                row.promise.conditions,
                tr.show(row.promise.state),
                day_or_words(row.promise.state_date, tr),
                row.promise.evidence,
                day_or_words(row.promise.evidence_date, tr),
                day_or_words(row.promise.next_check, tr),
                tr.show(row.promise.publication),
            )
            for row in rows
        ]
        title, word = (
            tr.say(N_("Actors' commitments")),
            tr.say_in("file name", "actors-commitments"),
        )
        heads = tuple(map(tr.say, _PROMISE))
        return self._files.table(title, word, heads, cells, language, form)
