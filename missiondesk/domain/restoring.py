# SPDX-License-Identifier: Apache-2.0
"""Going back to a former state: what stays as it is all the same, because it has left the house."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from missiondesk.domain.merging import Key, Row, is_final, listed_by, named_by


def what_stays(
    now: Mapping[Key, Row], then: Mapping[Key, Row], present: Callable[[Key], Row | None]
) -> set[Key]:
    """Signed and issued letters with their texts, who was given which copy, and what these refer to
    that would be gone.

    Args:
        now: The records on which the two states differ, as they are; missing where not there.
        then: The same as they would become.
        present: Any record as it is.
    """
    stays = {key for key, row in now.items() if is_final(key, row)}
    # No part of what a state says: by it a copy is known that comes back, and what it may bring.
    stays |= {key for key in now.keys() | then.keys() if key[0] == "copy_sent"}
    for key in now.keys() | then.keys():
        if key[0] == "letter_block":
            row = now.get(key) or then[key]
            letter = ("letter", str(row["letter"]))
            if is_final(letter, now.get(letter) or present(letter)):
                stays.add(key)
    waiting = list(stays)
    while waiting:
        key = waiting.pop()
        row = now.get(key, {})
        for _, target in (*named_by(key, row), *listed_by(key, row)):
            if target in now and target not in then and target not in stays:
                stays.add(target)
                waiting.append(target)
    return stays
