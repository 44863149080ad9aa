# SPDX-License-Identifier: Apache-2.0
"""Composes what a mission letter says from data and blocks, and notes what is missing in it."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from missiondesk.domain.letter import BlockKind, LetterBlock
from missiondesk.domain.letter_content import GoalFacts, LetterContent, TextBlock
from missiondesk.domain.message import N_
from missiondesk.domain.metric import TargetShape
from missiondesk.domain.placeholders import Filled, fill, names_in
from missiondesk.domain.situation import Situation
from missiondesk.language import salutation_without_name
from missiondesk.language.own_words import OwnWords, chosen
from missiondesk.services import letter_missions, letter_problems, letter_tables, metric_words
from missiondesk.services.governing import answers_ready, governance_tables
from missiondesk.services.letter_coalition import coalition_rows
from missiondesk.services.letter_common import as_printed
from missiondesk.services.letter_drafting import Draft
from missiondesk.services.letter_facts import LetterFacts
from missiondesk.services.letter_leftovers import left_over
from missiondesk.services.letter_omitted import idle, unprinted
from missiondesk.services.letter_problems import LetterProblem
from missiondesk.services.letter_ranges import out_of_range, spent
from missiondesk.services.letter_skills import skills_rows
from missiondesk.services.metric_attachment import attachment_of
from missiondesk.services.placeholder_words import COMMITMENTS, GAPS
from missiondesk.services.report_facts import mark_of_pages
from missiondesk.services.safe_names import safe_name

Texts = dict[BlockKind, Filled]


def compose(
    situation: Situation, written: Draft
) -> tuple[LetterContent, tuple[LetterProblem, ...]]:
    """The letter in its own language, with its gaps marked in brackets, and the list of gaps.

    One and the same letter is asked for its words, its faults and its pages: what was composed
    last of a situation is remembered as long as somebody holds the situation.
    """
    known = _COMPOSED.setdefault(situation, {})
    key = written, chosen()
    found = known.pop(key, None) or _composed(_facts(situation, written))
    return _remembered(known, key, found)


def composing(situation: Situation, written: Draft) -> Iterator[None]:
    """Compose a letter part by part; `compose` answers at once then.

    One about hundreds of initiatives takes a tenth of a second.
    """
    known = _COMPOSED.setdefault(situation, {})
    key = written, chosen()
    if key in known:
        return
    facts = _facts(situation, written)
    for table in (letter_tables.initiatives, letter_tables.budget):
        table(facts)
        yield
    yield from answers_ready(facts)
    _remembered(known, key, _composed(facts))


_Composed = tuple[LetterContent, tuple[LetterProblem, ...]]
_Known = dict[tuple[Draft, OwnWords], _Composed]
_COMPOSED: WeakKeyDictionary[Situation, _Known] = WeakKeyDictionary()
_MOST_KEPT = 16


def _remembered(known: _Known, key: tuple[Draft, OwnWords], found: _Composed) -> _Composed:
    known[key] = found  # the one used last is the last to go
    while len(known) > _MOST_KEPT:
        known.pop(next(iter(known)), None)
    return found


def _facts(situation: Situation, written: Draft) -> LetterFacts:
    letter = written.letter
    printed = as_printed(situation, letter.language, written.blocks)
    return LetterFacts(situation, Draft(letter, printed))


def _composed(facts: LetterFacts) -> _Composed:
    situation, letter = facts.now, facts.letter
    shown = [block for block in facts.blocks if block.shown and not idle(facts, block.kind)]
    texts: Texts = {block.kind: _filled(facts, block) for block in shown}
    empty = {name for text in texts.values() for name in text.empty}
    used = {block.kind: names_in(block.text) for block in shown}
    content = _content(facts, shown, texts)
    problems = (
        *letter_problems.in_persons(situation, letter),
        *letter_problems.in_course(situation, letter),
        *letter_problems.in_texts(texts.items()),
        *left_over(content),
        *letter_problems.in_length(texts.items()),
        *letter_problems.in_dates(letter, empty),
        *letter_problems.in_load(situation, letter),
        *out_of_range(facts, used),
        *spent(facts, facts.blocks),
        *unprinted(facts, content),
    )
    return content, problems


def text_of(situation: Situation, written: Draft, block: LetterBlock) -> str:
    """What one block of the letter prints: paragraphs, and points that begin with "- "."""
    facts = LetterFacts(situation, written)
    (printed,) = as_printed(situation, written.letter.language, (block,))
    made = _text_block(printed, _filled(facts, printed))
    points = "\n".join(f"- {point}" for point in made.bullets)
    return "\n\n".join(part for part in (*made.paragraphs, points) if part)


def _filled(facts: LetterFacts, block: LetterBlock) -> Filled:
    text = block.text
    if block.kind is BlockKind.SALUTATION:
        nameless = not facts.values["addressee.first_name"]
        if nameless and "addressee.first_name" in names_in(text):
            return Filled(salutation_without_name(facts.tr.lang))
    if block.kind is BlockKind.ADDRESSEE:
        return _addressee(facts, text)
    done = _with_gaps_in_words(facts, text)
    if block.kind is BlockKind.ACCOUNTABLE and not letter_tables.commitments(facts):
        # The text leads in to commitments: a draft without any says so at their place.
        gap = facts.tr.say(GAPS[COMMITMENTS])
        return Filled(f"{done.text}\n\n[{gap}]", done.unknown, (*done.empty, COMMITMENTS))
    return done


def _with_gaps_in_words(facts: LetterFacts, text: str) -> Filled:
    """Fill, and let a gap say in the letter's language what is missing there."""
    first = fill(text, facts.values)
    if not first.empty:
        return first
    gaps = {name: f"[{facts.tr.say(GAPS[name])}]" for name in first.empty}
    return Filled(fill(text, {**facts.values, **gaps}).text, first.unknown, first.empty)


def _addressee(facts: LetterFacts, text: str) -> Filled:
    """Lines of the address; a line that only a vacant office would fill is left out."""
    lines: list[str] = []
    unknown: list[str] = []
    empty: list[str] = []
    for line in text.splitlines():
        done = _with_gaps_in_words(facts, line)
        vacant = facts.addressee is not None and done.empty
        if not vacant:
            lines.append(done.text)
            empty += done.empty
        unknown += done.unknown
    return Filled("\n".join(lines), tuple(unknown), tuple(empty))


def _content(facts: LetterFacts, shown: list[LetterBlock], texts: Texts) -> LetterContent:
    tr, letter, secretariat, mission = facts.tr, facts.letter, facts.now.secretariat, facts.mission
    subject = _plain(texts, BlockKind.SUBJECT) or tr.show(letter.kind)
    title = " ".join(part for part in (subject, letter.number) if part)
    kinds = {block.kind for block in shown}
    elsewhere = letter_missions.elsewhere(facts) if BlockKind.ACCOUNTABLE in kinds else ()
    governance = governance_tables(facts) if BlockKind.FOLLOW_UP in kinds else None
    return LetterContent(
        language=tr.lang,
        title=title,
        number=letter.number,
        created=facts.on.isoformat(),
        sender=_plain(texts, BlockKind.LETTERHEAD) or facts.sender,
        sender_lines=_lines(secretariat.address),
        contact=secretariat.contact,
        window_left_mm=secretariat.window_left_mm,
        window_top_mm=secretariat.window_top_mm,
        meta=_meta(facts),
        handling=_handling(facts, texts),
        classification=mark_of_pages(letter.classification, tr),
        mark=facts.mark,
        addressee=_address(facts, texts),
        subject=subject,
        salutation=_plain(texts, BlockKind.SALUTATION),
        mission_code=mission.code,
        mission_title=mission.title.in_language(tr.lang),
        mission_sentence=mission.sentence.in_language(tr.lang),
        blocks=tuple(_text_block(block, texts[block.kind]) for block in shown),
        goal=_goal(facts) if BlockKind.GOAL in kinds else None,
        commitments=(letter_tables.commitments(facts) if BlockKind.ACCOUNTABLE in kinds else ()),
        shared=letter_tables.shared(facts) if BlockKind.SHARED in kinds else (),
        timeline=letter_tables.timeline(facts) if BlockKind.TIMELINE in kinds else (),
        initiatives=letter_tables.initiatives(facts) if BlockKind.PORTFOLIO in kinds else (),
        actors=_actors(facts) if BlockKind.COALITION in kinds else (),
        budget=letter_tables.budget(facts) if BlockKind.RESOURCES in kinds else None,
        place_and_date=tr.say(N_("{place}, {date}"), place=letter.place, date=facts.on),
        signatories=letter_tables.signatories(facts),
        copies=letter_tables.receivers(facts) if BlockKind.COPIES in kinds else (),
        annexes=(
            letter_tables.annexes(
                facts, kinds, elsewhere=bool(elsewhere), governed=governance is not None
            )
            if BlockKind.ANNEXES in kinds
            else ()
        ),
        attachment_name=f"{safe_name(mission.code or 'mission').lower()}-metric.json",
        attachment=attachment_of(facts.now, mission),
        elsewhere=elsewhere,
        missions=letter_missions.lines(facts) if BlockKind.MISSION in kinds else (),
        coalition=coalition_rows(facts) if BlockKind.ANNEXES in kinds else (),
        governance=governance if BlockKind.ANNEXES in kinds else None,
        skills=skills_rows(facts) if BlockKind.ANNEXES in kinds else (),
    )


def _text_block(block: LetterBlock, text: Filled) -> TextBlock:
    paragraphs, bullets = [], []
    for part in text.text.split("\n\n"):
        running = []
        for line in part.splitlines():
            if line.lstrip().startswith("- "):
                bullets.append(line.lstrip()[2:].strip())
            elif line.strip():
                running.append(line.strip())
        if running:
            paragraphs.append("\n".join(running))
    return TextBlock(block.kind, block.heading.strip(), tuple(paragraphs), tuple(bullets))


def _plain(texts: Texts, kind: BlockKind) -> str:
    return " ".join(texts[kind].text.split()) if kind in texts else ""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _address(facts: LetterFacts, texts: Texts) -> tuple[str, ...]:
    ministry = facts.now.ministry_of(facts.letter.addressee_office)
    own = _lines(texts[BlockKind.ADDRESSEE].text) if BlockKind.ADDRESSEE in texts else ()
    return (*own, *(_lines(ministry.address) if ministry else ()))


def _meta(facts: LetterFacts) -> tuple[tuple[str, str], ...]:
    letter, tr = facts.letter, facts.tr
    rows = (
        (tr.say_in("letter", "Date"), tr.date(facts.on)),
        (tr.say_in("letter", "Unit"), letter.unit),
        (tr.say_in("letter", "Case officer"), letter.case_officer),
        (tr.say_in("letter", "Case no."), letter.case_number),
        (tr.say_in("letter", "Doc. no."), letter.document_number),
        (tr.say_in("letter", "Letter no."), letter.number),
    )
    return tuple(row for row in rows if row[1].strip())


def _handling(facts: LetterFacts, texts: Texts) -> str:
    letter, tr = facts.letter, facts.tr
    version = tr.say(N_("version {version}"), version=str(letter.version))
    state = f"{tr.show(letter.state)}, {version}" if facts.unsettled else version.capitalize()
    parts = (state, tr.show(letter.classification), _plain(texts, BlockKind.HANDLING))
    return " · ".join(part for part in parts if part)


def _goal(facts: LetterFacts) -> GoalFacts | None:
    metric, tr, judged = facts.metric, facts.tr, facts.judgement
    if metric is None:
        return None
    return GoalFacts(
        facts=tuple(row for row in _figures(facts) if row[1]),
        rating_symbol=judged.rating.symbol,
        rating_word=tr.show(judged.rating),
        rating_sentence=metric_words.rating_sentence(judged, tr),
        method=metric_words.method(judged, tr),
        source=metric_words.source(metric, tr),
        data_date=facts.data_date,
    )


def _figures(facts: LetterFacts) -> tuple[tuple[str, str], ...]:
    metric, tr, seen = facts.metric, facts.tr, facts.latest
    assert metric is not None  # _goal returned otherwise
    value = facts.values
    level = metric_words.target_level(metric, tr)
    total = metric.target_shape is TargetShape.CUMULATIVE
    return (
        (tr.say(N_("Key metric")), value["metric.name"]),
        (tr.say(N_("Baseline")), _dated(value["metric.baseline"], value["metric.baseline_period"])),
        (tr.say(N_("Target")), _dated(value["metric.target"], value["metric.target_period"])),
        (tr.say(N_("Target level")), "" if total else level),
        (
            tr.say(N_("Latest figure")),
            _dated(value["metric.latest"], value["metric.latest_period"]),
        ),
        (tr.say(N_("Status of the figure")), tr.show(seen.status) if seen else ""),
        (tr.say(N_("Direction")), value["metric.direction"]),
        (tr.say(N_("Geography")), metric.geography.in_language(tr.lang)),
        (tr.say(N_("Frequency")), tr.show(metric.periodicity) if metric.periodicity else ""),
        (tr.say(N_("Next figure")), facts.awaited),
        (tr.say(N_("Definition")), metric.definition.in_language(tr.lang)),
        (tr.say(N_("Note on quality")), metric.quality_note.in_language(tr.lang)),
    )


def _dated(value: str, period: str) -> str:
    return f"{value} ({period})" if value and period else value


def _actors(facts: LetterFacts) -> tuple[str, ...]:
    """Kinds of actors as they stand inside a sentence."""
    words = (facts.tr.show(one) for one in facts.mission.actor_types)
    return tuple(word[:1].lower() + word[1:] for word in words)
