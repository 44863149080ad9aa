# SPDX-License-Identifier: Apache-2.0
"""How all missions together stand, in whole sentences for the opening of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from missiondesk.domain.rating import Rating
from missiondesk.language import Translator
from missiondesk.services.overview import IN_GOOD_ORDER


def standing_sentences(ratings: Sequence[Rating], tr: Translator) -> tuple[str, ...]:
    """On track first, then what moves away and what cannot be rated; nothing for no mission."""
    if not ratings:
        return ()
    found = [_on_track(ratings, tr)]
    behind = Counter(ratings)
    if behind[Rating.DETERIORATION]:
        found.append(
            tr.plural(
                "{count} mission is moving away from its target.",
                "{count} missions are moving away from their targets.",
                behind[Rating.DETERIORATION],
            )
        )
    if behind[Rating.CANNOT_RATE]:
        found.append(
            tr.plural(
                "{count} cannot be rated.", "{count} cannot be rated.", behind[Rating.CANNOT_RATE]
            )
        )
    return tuple(found)


def _on_track(ratings: Sequence[Rating], tr: Translator) -> str:
    good = sum(rating in IN_GOOD_ORDER for rating in ratings)
    if good == len(ratings):
        return tr.plural(
            "The only mission is on track.", "All {count} missions are on track.", good
        )
    if good == 0:
        return tr.plural(
            "The only mission is not on track.",
            "None of {count} missions is on track.",
            len(ratings),
        )
    return tr.plural(
        "{count} of {all} missions is on track.",
        "{count} of {all} missions are on track.",
        good,
        all=len(ratings),
    )
