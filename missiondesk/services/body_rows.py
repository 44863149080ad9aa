# SPDX-License-Identifier: Apache-2.0
"""Bodies as rows of a table on paper: chair, rhythm, what they decide, to whom they report."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain import governance
from missiondesk.domain.actor import Actor
from missiondesk.domain.body import Body, MemberRole, Membership
from missiondesk.domain.message import N_
from missiondesk.domain.organisation import Office
from missiondesk.domain.report_content import Rows
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator, sort_key
from missiondesk.services.bodies import ORDER


def bodies_today(now: Situation) -> list[Body]:
    """Bodies that exist today, from the highest kind down."""
    found = [one for one in now.all(Body) if governance.exists(one, now.today)]
    return sorted(found, key=lambda it: (ORDER.index(it.kind), sort_key(it.code, "da")))


def body_rows(
    now: Situation, bodies: Sequence[Body], tr: Translator, public: bool, empty: str
) -> Rows:
    """Bodies with chair, rhythm, what they decide and to whom they report.

    Args:
        empty: The msgid that says, where it is not only for the public, that there is none.
    """
    words = [N_("Body"), N_("Chair"), N_("Meets"), N_("Decides by itself on"),
             N_("Reports to")]  # fmt: skip
    return Rows(
        title=tr.say(N_("Bodies")),
        head=tuple(map(tr.say, words)),
        rows=tuple(_body_row(now, one, tr, public) for one in bodies),
        empty=tr.say(N_("No board or group is public.")) if public else tr.say(empty),
    )


def _body_row(now: Situation, body: Body, tr: Translator, public: bool) -> tuple[str, ...]:
    above, last = now.get(Body, body.reports_to), governance.last_held(now, body.id)
    meets = tr.show(body.rhythm) if body.rhythm else tr.say(N_("when needed"))
    if last is not None and last.date is not None and not public:
        said = tr.say(N_("last {date}"), date=last.date)
        meets = f"{meets}\n{said}".replace(" ", "\u00a0")
    return (
        f"{body.code} {body.name.in_language(tr.lang)}\n{tr.show(body.kind)}".strip(),
        chair_of(now, body, tr) or "–",
        meets,
        body.decision_rights.in_language(tr.lang) or "–",
        (above.code or above.name.in_language(tr.lang)) if above else "–",
    )


def chair_of(now: Situation, body: Body, tr: Translator) -> str:
    """Who chairs the body today, or ""."""
    seats = governance.seats_of(now, body.id, now.today)
    chair = next((one for one in seats if one.role is MemberRole.CHAIR), None)
    return holder_of(now, chair, tr) if chair is not None else ""


def holder_of(now: Situation, seat: Membership, tr: Translator) -> str:
    """The office or the actor that has the seat."""
    office, actor = now.get(Office, seat.office), now.get(Actor, seat.actor)
    if office is not None:
        return office.title.in_language(tr.lang)
    return actor.name if actor is not None else "–"
