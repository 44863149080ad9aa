# SPDX-License-Identifier: Apache-2.0
"""A reallocation of portfolios in words: its lines on the screen, and its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain.body import Body, Membership
from missiondesk.domain.commitment import Commitment
from missiondesk.domain.entities import Entity
from missiondesk.domain.gate import Gate
from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.organisation import Appointment, Office, Person
from missiondesk.domain.period import day
from missiondesk.domain.report_content import MethodNote, Rows
from missiondesk.domain.reshuffle_content import ReshuffleContent
from missiondesk.language import Translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.naming import name_of
from missiondesk.services.print_plan import PrintJob
from missiondesk.services.raci_words import item_name
from missiondesk.services.reallocation import LetterTouched, Preview, group_of
from missiondesk.services.reallocation_plan import Outcome, Touch
from missiondesk.services.safe_names import safe_name

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


@dataclass(frozen=True, slots=True)
class TouchLine:
    """One line of the list.

    Attributes:
        key: Unlike those of the others.
        what: What the office is there: accountable, lead, chair …
        change: From which office to which.
    """

    key: str
    group: str
    name: str
    what: str
    change: str
    outcome: str


def touch_lines(preview: Preview, tr: Translator) -> tuple[TouchLine, ...]:
    """All lines in the order of their groups."""
    return tuple(
        TouchLine(
            f"{place}",
            tr.say(group_of(one)),
            _name(preview, one.record, tr),
            _what(one, tr),
            _change(preview, one, tr),
            tr.show(one.outcome),
        )
        for place, one in enumerate(preview.touches)
    )


def _name(preview: Preview, record: Entity, tr: Translator) -> str:
    after = preview.after
    match record:
        case Mission() | Gate():
            return item_name(after, record, tr)
        case Commitment():
            home = after.get(Mission, record.mission)
            text = record.text.in_language(tr.lang)
            return f"{home.code if home else '?'}.{record.number} {text}"
        case Membership():
            body = after.get(Body, record.body)
            return name_of(body, tr.lang) if body is not None else ""
        case Appointment():
            person = after.get(Person, record.person)
            return person.name if person is not None else ""
    named = name_of(record, tr.lang)
    mission = after.get(Mission, getattr(record, "mission", None))
    return named or (name_of(mission, tr.lang) if mission is not None else "")


def _what(touch: Touch, tr: Translator) -> str:
    if isinstance(touch.record, Membership):
        return tr.show(touch.record.role)
    return tr.say(touch.word) if touch.word else ""


def _change(preview: Preview, touch: Touch, tr: Translator) -> str:
    titles = [_title(preview, key, tr) for key in (touch.old, touch.new) if key is not None]
    return " → ".join(titles)


def _title(preview: Preview, office: str, tr: Translator) -> str:
    found = preview.after.get(Office, office)
    return found.title.in_language(tr.lang) if found is not None else "?"


def moves_line(preview: Preview, tr: Translator) -> str:
    """How much moves and when, and what waits, one sentence after the other."""
    return " ".join(moves_sentences(preview, tr))


def moves_sentences(preview: Preview, tr: Translator) -> list[str]:
    """How much moves and when, a sentence; what waits, another."""
    start = tr.when(day(preview.reshuffle.start))
    anew = sum(one.anew for one in preview.letters)
    parts = [
        tr.plural(
            "{count} record is touched {date}.", "{count} records are touched {date}.",
            len(preview.touches), date=start,
        )
    ]  # fmt: skip
    if anew:
        parts.append(
            tr.plural(
                "{count} letter is to be issued anew.", "{count} letters are to be issued anew.",
                anew,
            )
        )  # fmt: skip
    if preview.ahead and preview.waiting:
        parts.append(
            tr.plural(
                "{count} of them has no date and waits: carry the move out again on the day.",
                "{count} of them have no date and wait: carry the move out again on the day.",
                preview.waiting,
            )
        )
    return parts


def letter_line(one: LetterTouched, preview: Preview, tr: Translator) -> tuple[str, str, str]:
    """Number, addressee, and why it is touched."""
    office = preview.now.get(Office, one.letter.addressee_office)
    todo = tr.say(N_("Issue it anew.")) if one.anew else tr.say(N_("See whether it still holds."))
    return (
        one.letter.number or "–",
        office.title.in_language(tr.lang) if office is not None else "–",
        f"{tr.tell(one.why)} {todo}",
    )


# -- the document ----------------------------------------------------------------------------
def reshuffle_content(preview: Preview, tr: Translator) -> ReshuffleContent:
    """The document "What moves in the reallocation of portfolios"."""
    lines = touch_lines(preview, tr)
    return ReshuffleContent(
        head=document_head(
            preview.now, tr, tr.say(N_("Reallocation of portfolios: what moves")),
            (tr.say(N_("in force {date}"), date=tr.when(day(preview.reshuffle.start))),),
        ),
        finding=moves_line(preview, tr),
        moves=_moves(preview, tr),
        counts=Rows(
            tr.say(N_("How many of each")),
            (tr.say(N_("Kind")), tr.say(N_("Count"))),
            tuple((tr.say(word), tr.number(count)) for word, count in preview.counts()),
            frozenset({1}),
        ),
        letters=Rows(
            tr.say(N_("Letters in force")),
            (tr.say(N_("Number")), tr.say(N_("Addressee")), tr.say(N_("Why"))),
            tuple(letter_line(one, preview, tr) for one in preview.letters),
            empty=tr.say(N_("No letter in force is touched.")),
        ),
        touched=Rows(
            tr.say(N_("Everything that is touched")),
            tuple(map(tr.say, (N_("What"), N_("As"), N_("From and to"), N_("Becomes")))),
            tuple(
                (f"{one.group}: {one.name}", one.what or "–", one.change, one.outcome)
                for one in lines
            ),
        ),
        method=MethodNote(
            (
                tr.say(
                    N_("What has dates ends the day before and goes on with the new office from "
                       "the day; what has none moves on the day itself. What is over, signed "
                       "letters among it, keeps the office that did it.")
                ),
            )
        ),
    )  # fmt: skip


def _moves(preview: Preview, tr: Translator) -> Rows:
    begins = {
        one.record.office: one.record
        for one in preview.touches
        if isinstance(one.record, Appointment) and one.outcome is Outcome.BEGINS
    }
    rows = []
    for move, (old, new) in zip(preview.reshuffle.moves, _pairs(preview), strict=True):
        held = begins.get(new)
        person = preview.after.get(Person, held.person) if held is not None else None
        holder = person or preview.after.holder(new, preview.after.today)
        ends = tr.say(N_("ends")) if move.closes else tr.say(N_("stays"))
        rows.append(
            (_title(preview, old, tr), ends, _title(preview, new, tr),
             holder.name if holder is not None else "–")
        )  # fmt: skip
    head = (N_("Hands over"), N_("The office"), N_("Takes over"), N_("Holder"))
    return Rows(tr.say(N_("Who takes over")), tuple(map(tr.say, head)), tuple(rows))


def _pairs(preview: Preview) -> list[tuple[str, str]]:
    return list(preview.into.items())


def reshuffle_job(preview: Preview, tr: Translator) -> PrintJob:
    """The document, ready to be made."""
    content = reshuffle_content(preview, tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.governance import print_reshuffle

        return print_reshuffle(content)

    word = tr.say_in("file name", "reallocation")
    start = preview.reshuffle.start.isoformat()
    return PrintJob(f"{safe_name(word)}-{start}-{tr.lang}.pdf", content.head.title, make)
