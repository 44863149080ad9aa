# SPDX-License-Identifier: Apache-2.0
"""The glossary as it stands at the end of its page of the guide, made from the data."""

from __future__ import annotations

import re

from missiondesk.domain.message import N_
from missiondesk.language import Translator
from missiondesk.language.glossary import Term, glossary
from missiondesk.language.own_words import chosen, own_words
from missiondesk.system.own_words import NAME, own_words_file, read_own_words

_SURE = {"sure": N_("sure"), "probable": N_("probable"), "unsure": N_("unsure")}
_MARKS = re.compile(r"([\\`*_{}\[\]<>|#!~])")


def glossary_table(tr: Translator) -> str:
    """Markdown: the office's own words, if it has some, and all terms by subject."""
    place = 0 if tr.lang == "da" else 1
    lines = [f"## {tr.say('Words of your own now')}", "", _state(tr), ""]
    for group in glossary():
        lines += [f"## {group.title[place]}", ""]
        heads = (tr.say("Danish"), tr.say("English"), tr.say("How sure"), tr.say("Note"))
        lines += [f"| {' | '.join(heads)} |", "|---|---|---|---|"]
        lines += [_row(term, tr, place) for term in group.terms]
        lines.append("")
    return "\n".join(lines)


def _row(term: Term, tr: Translator, place: int) -> str:
    danish = term.da[0] if not term.gender else f"{term.da[0]} ({term.gender})"
    cells = (danish, term.en[0], tr.say(_SURE[term.sure]), term.note[place])
    key = f" `{term.key}`" if term.replaceable else ""
    return f"| {_plain(cells[0])}{key} | {' | '.join(map(_plain, cells[1:]))} |"


def _state(tr: Translator) -> str:
    """What the office's file says and whether it could be used."""
    try:
        file = own_words_file()
        _, refused = own_words(read_own_words(file))
    except (OSError, ValueError) as error:
        return tr.say(
            "The file {name} cannot be understood, so the desk's own words are used: {why}",
            name=NAME,
            why=_plain(str(error) or type(error).__name__),
        )
    if not file.is_file():
        return tr.say("There are none. The file would be {file}.", file=_plain(str(file)))
    pairs = [f"{_plain(old)} → **{_plain(new)}**" for _, old, new in chosen().pairs]
    said = [", ".join(pairs)] if pairs else []
    if refused:
        said.append(
            tr.say(
                "Not used, because the term is unknown or the forms do not fit: {terms}.",
                terms=_plain(", ".join(refused)),
            )
        )
    return "\n\n".join(said) or tr.say("The file is there and replaces nothing.")


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
