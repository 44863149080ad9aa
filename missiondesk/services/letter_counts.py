# SPDX-License-Identifier: Apache-2.0
"""How the letters stand, in one sentence that the window and the printed register share."""

from __future__ import annotations

from collections.abc import Collection

from missiondesk.domain.letter import Letter, LetterState
from missiondesk.domain.message import N_
from missiondesk.language import Translator


def how_letters_stand(letters: Collection[Letter], tr: Translator) -> str:
    """The finding on these letters: how many are signed, are over, are being written.

    It counts every letter; issued and acknowledged ones are signed. "" without letters.
    """
    if not letters:
        return ""
    signed = sum(one.state.final for one in letters)
    if not signed:
        return tr.plural(
            "The letter is not signed yet", "None of {count} letters is signed yet", len(letters)
        )
    told = tr.plural(
        "{count} of {all} letters is signed",
        "{count} of {all} letters are signed",
        signed,
        all=len(letters),
    )
    over = _over(letters, tr)
    if over:
        told = tr.say(N_("{signed}, of these {over}"), signed=told, over=tr.list(over))
    writing = len(letters) - signed
    if writing:
        said = tr.plural("{count} is being written", "{count} are being written", writing)
        told = tr.say(N_("{signed}; {writing}"), signed=told, writing=said)
    return told


def _over(letters: Collection[Letter], tr: Translator) -> list[str]:
    superseded = sum(one.state is LetterState.SUPERSEDED for one in letters)
    recalled = sum(one.state is LetterState.RECALLED for one in letters)
    said = []
    if superseded:
        said.append(tr.plural("{count} superseded", "{count} superseded", superseded))
    if recalled:
        said.append(tr.plural("{count} recalled", "{count} recalled", recalled))
    return said
