# SPDX-License-Identifier: Apache-2.0
"""The trail as a file for others: XLSX, CSV, and a tagged PDF that can be compared with a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Final

from missiondesk.domain.entities import KINDS
from missiondesk.domain.field_words import KIND_WORDS
from missiondesk.domain.message import N_
from missiondesk.domain.mission import Mission
from missiondesk.domain.register_content import RegisterContent
from missiondesk.domain.report_content import MethodNote, Rows
from missiondesk.domain.situation import Situation
from missiondesk.domain.step import Step
from missiondesk.domain.trail_check import TrailCheck, in_groups
from missiondesk.language import Translator, translator
from missiondesk.services.document_heads import document_head
from missiondesk.services.file_jobs import FileJob
from missiondesk.services.naming import name_of
from missiondesk.services.register_files import Cells, RegisterFiles
from missiondesk.services.safe_names import safe_name
from missiondesk.services.trail import Trail, TrailFilter
from missiondesk.services.trail_subjects import SUBJECTS
from missiondesk.services.trail_words import ChangeRow, change_rows, step_title

if TYPE_CHECKING:
    from missiondesk.services.session import Session

FORMS: Final = ("pdf", "xlsx", "csv")
Line = tuple[Step, str, ChangeRow | None]  # a Step, its title, one field that it changed


class TrailFiles:
    """Makes files of the trail; they name the seal with which the trail ends."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._trail = Trail(session)

    def prepare(self, wanted: TrailFilter, language: str, form: str = "pdf") -> FileJob:
        """The Steps that are meant, oldest first, with the fields that each changed.

        Args:
            wanted: Which Steps; of a mission, only the changes that are of it.
            language: "da" or "en".
            form: One of `FORMS`.
        """
        if form not in FORMS:
            raise ValueError(f"no such form of a trail: {form!r}")
        tr = translator(language)
        check = self._trail.check(records=False)
        lines = list(self._lines(wanted, tr))
        title, word = tr.say(N_("Trail")), tr.say_in("file name", "trail")
        if form != "pdf":
            rows = [_cells(step, title_, row, tr) for step, title_, row in lines]
            files = RegisterFiles(self._session)
            rows = [*rows, *_ending(check, tr)]
            return files.table(title, word, _headings(tr), rows, language, form)
        content = self._content(lines, wanted, check, tr)

        def make() -> bytes:
            from missiondesk.documents.register import print_register

            return print_register(content).data

        stand = self._session.today.isoformat()
        return FileJob(f"{safe_name(word)}-{stand}-{language}.pdf", title, make)

    def _lines(self, wanted: TrailFilter, tr: Translator) -> Iterator[Line]:
        """Each field that was changed, with its Step; a Step that changed none has one line."""
        now = self._session.situation
        every = self._session.store.steps()
        undoing = {step.id for step in every if step.undoes is not None}
        for step in reversed(self._trail.narrowed(every, wanted)):
            title = step_title(step, tr, undoing)
            rows = change_rows(self._trail.about(step, wanted.mission), now, tr)
            for row in rows or (None,):
                yield step, title, row

    # -- on paper ------------------------------------------------------------------------------
    def _content(
        self,
        lines: Sequence[Line],
        wanted: TrailFilter,
        check: TrailCheck,
        tr: Translator,
    ) -> RegisterContent:
        steps = len({step.id for step, _, _ in lines})
        counted = tr.plural("{count} step is shown.", "{count} steps are shown.", steps)
        head = document_head(self._session.situation, tr, tr.say(N_("Trail")), public=False)
        return RegisterContent(
            head=head,
            finding=" ".join([counted, *self._narrowing(wanted, tr), *ending_lines(check, tr)]),
            rows=Rows(
                tr.say(N_("Steps, the oldest first")),
                (
                    tr.say("No."),
                    tr.say(N_("When and who")),
                    tr.say(N_("What was done")),
                    tr.say(N_("Fields, before → after")),
                ),
                tuple(_paper_rows(lines, tr)),
                empty=tr.say(N_("No step fits what was asked for.")),
            ),
            method=MethodNote(notes=(tr.say(SEAL_NOTE), tr.say(OWNER_NOTE))),
        )

    def _narrowing(self, wanted: TrailFilter, tr: Translator) -> Iterator[str]:
        """What the file was narrowed down to, a sentence each."""
        since, until = wanted.since, wanted.until
        if since is not None or until is not None:
            yield tr.say(
                N_("From {since} to {until}."),
                since=tr.date(since) if since else tr.say(N_("the first step")),
                until=tr.date(until) if until else tr.say(N_("the last step")),
            )
        if wanted.who:
            yield tr.say(N_("By {who}."), who=wanted.who)
        mission = self._session.situation.get(Mission, wanted.mission)
        if wanted.mission:
            name = name_of(mission, tr.lang) if mission else tr.say("a record that is gone")
            yield tr.say(N_("Only what concerns the mission {mission}."), mission=name)
        if wanted.subject:
            yield tr.say(N_("Only about {subject}."), subject=tr.say(SUBJECTS[wanted.subject]))


SEAL_NOTE: Final = N_(
    "Each step carries a hash (SHA-256) over itself, its changes and the hash of the step before "
    "it, so the hash of the last step stands for the whole trail. When the same hash stands on a "
    "print and in the file, the file holds the very trail that was printed."
)
OWNER_NOTE: Final = N_(
    "The hashes show what other programs alter. Whoever owns the file and computes them anew can "
    "still rewrite the trail; a print or a hash kept elsewhere is what shows that."
)


def ending_lines(check: TrailCheck, tr: Translator) -> list[str]:
    """How long the trail is, with which hash it ends, and what is broken in it."""
    if not check.steps:
        return []
    said = [
        tr.plural(
            "The trail has {count} step and ends with the hash {hash}.",
            "The trail has {count} steps and ends with the hash {hash}.",
            check.steps,
            hash=in_groups(check.head),
        )
    ]
    if check.adopted:
        said.append(
            tr.plural(
                "The first step was written before there were hashes; what was altered in it "
                "before that cannot be seen.",
                "The first {count} steps were written before there were hashes; what was altered "
                "in them before that cannot be seen.",
                check.adopted,
            )
        )
    return said + broken_lines(check, tr)


def broken_lines(check: TrailCheck, tr: Translator) -> list[str]:
    """A sentence for each Step that is not as it was sealed; none when the trail is whole."""
    said = []
    for one in check.broken:
        which = N_(
            "Step {number} of a copy that was taken in ({at}, {who}) is not as it was written."
        )
        if not one.joined:
            which = N_("Step {number} ({at}, {who}) is not as it was written.")
        said.append(tr.say(which, number=str(one.number), at=moment(one.at, tr), who=one.who))
    return said


_MOST_ASTRAY: Final = 20  # records named; the others are counted


def astray_lines(check: TrailCheck, now: Situation, tr: Translator) -> list[str]:
    """A sentence for each record that is not as the Steps tell, and how many more there are."""
    said = []
    for kind, key in check.astray[:_MOST_ASTRAY]:
        found = now.get(KINDS[kind], key)
        name = name_of(found, tr.lang) if found is not None else ""
        about = " ".join(filter(None, (tr.say(KIND_WORDS[kind]), f"“{name or key}”")))
        said.append(
            tr.say(
                N_("The record {about} is not as the steps tell: it was altered around them."),
                about=about,
            )
        )
    more = len(check.astray) - len(said)
    if more:
        said.append(tr.plural("{count} more record", "{count} more records", more))
    return said


def moment(text: str, tr: Translator) -> str:
    """A Step's moment as the file says it; it may be that which was altered."""
    try:
        return tr.moment(datetime.fromisoformat(text).astimezone())
    except ValueError:
        return text


def _headings(tr: Translator) -> tuple[str, ...]:
    return (
        tr.say("No."),
        tr.say("Date"),
        tr.say(N_("Time")),
        tr.say("Who"),
        tr.say("What"),
        tr.say(N_("About")),
        tr.say(N_("Record")),
        tr.say("Field"),
        tr.say("Before"),
        tr.say("After"),
        tr.say(N_("Hash of the step")),
    )


def _cells(step: Step, title: str, row: ChangeRow | None, tr: Translator) -> Cells:
    local = step.at.astimezone()
    parts = (row.record, row.field, row.before, row.after) if row else ("", "", "", "")
    return (
        step.number,
        local.date(),
        local.strftime("%H:%M:%S"),
        step.who,
        title,
        step.about,
        *parts,
        step.seal.value if step.seal else "",
    )


def _ending(check: TrailCheck, tr: Translator) -> list[Cells]:
    """The last rows: with what the trail ends, whatever was left out above."""
    before, after = (None,) * 4, (None,) * (len(_headings(tr)) - 5)
    return [(*before, line, *after) for line in ending_lines(check, tr)]


def _paper_rows(lines: Sequence[Line], tr: Translator) -> Iterator[tuple[str, ...]]:
    """A row for each record that a Step changed."""
    for (number, record), group in groupby(lines, lambda it: (it[0].number, _record_of(it))):
        told = list(group)
        step, title, _ = told[0]
        local = step.at.astimezone()
        when = f"{tr.short_date(local.date())} {tr.time(local)}\n{step.who}"
        what = f"{title}: {step.about}" if step.about else title
        fields = "\n".join(_field(row) for _, _, row in told if row)
        yield str(number), when, "\n".join(filter(None, (what, record))), fields


def _record_of(line: Line) -> str:
    return line[2].record if line[2] else ""


def _field(row: ChangeRow) -> str:
    if not row.before or not row.after:
        return f"{row.field}: {row.before} →" if row.before else f"{row.field}: {row.after}"
    return f"{row.field}: {row.before} → {row.after}"
