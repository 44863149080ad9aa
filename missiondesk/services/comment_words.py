# SPDX-License-Identifier: Apache-2.0
"""How remarks are told: what they are on, who made them and when, and how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain.comment import Comment, CommentState
from missiondesk.domain.field_words import KIND_WORDS
from missiondesk.domain.message import N_
from missiondesk.language import Translator
from missiondesk.services.naming import name_of

if TYPE_CHECKING:
    from missiondesk.services.comments import Comments


def subject_said(one: Comment, comments: Comments, tr: Translator) -> str:
    """The record, and the paragraph of a letter."""
    found = comments.subject(one.record)
    kind = tr.say(KIND_WORDS.get(one.kind, one.kind))
    name = name_of(found[1], tr.lang) if found else tr.say(N_("(removed)"))
    said = " · ".join(part for part in (kind, name) if part)
    if one.place:
        said = tr.say(N_("{record}, paragraph {place}"), record=said, place=one.place)
    return said


def made_said(one: Comment, tr: Translator) -> str:
    """Who made it and when."""
    return ", ".join(part for part in (one.author, tr.period(one.made) if one.made else "") if part)


def text_said(one: Comment, tr: Translator) -> str:
    """The remark, with what is proposed instead."""
    text = f"↳ {one.text}" if one.answers else one.text
    if not one.proposal:
        return text
    proposal = tr.say(N_("Proposal: {text}"), text=one.proposal)
    return f"{text}\n{proposal}" if text else proposal


def state_said(one: Comment, tr: Translator) -> str:
    """How it stands; an answer says nothing of its own."""
    if one.answers is not None:
        return ""
    word = tr.say(one.state.word)
    if one.state is CommentState.OPEN:
        return word
    by = tr.say(
        N_("{state} {date} by {who}"),
        state=word,
        date=tr.period(one.settled) if one.settled else "",
        who=one.settled_by,
    )
    return f"{by}: {one.outcome}" if one.outcome else by
