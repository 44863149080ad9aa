# SPDX-License-Identifier: Apache-2.0
"""The workspace's settings: name, letterhead, date of the data, window of the envelope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.domain import letter_pattern
from missiondesk.domain.letter_pattern import FILE_FIELDS
from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.domain.secretariat import WINDOW_LEFT_MM, WINDOW_TOP_MM, Secretariat
from missiondesk.domain.step import Verb

if TYPE_CHECKING:
    from missiondesk.services.session import Session

# The address must stay on the sheet and above the letter's text.


class SecretariatSettings:
    """The verbs about the one record of settings."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> Secretariat:
        """The settings as they are."""
        return self._session.secretariat

    def revise(self, secretariat: Secretariat) -> Secretariat:
        """Write the settings as given.

        Raises:
            Refused: A field is wrong, a pattern cannot be read, or the mark of the sample would be
                taken away.
        """
        before = self._session.the(Secretariat, secretariat.id)
        if before.sample and not secretariat.sample:
            raise Refused(N_("The sample stays marked as an example."), field="sample")
        _within(secretariat.window_left_mm, WINDOW_LEFT_MM, "window_left_mm")
        _within(secretariat.window_top_mm, WINDOW_TOP_MM, "window_top_mm")
        letter_pattern.parse_numbers(secretariat.letter_pattern)
        letter_pattern.parse(secretariat.file_pattern, FILE_FIELDS, "file_pattern")
        return self._session.keep(Verb.REVISE_SECRETARIAT, secretariat)


def _within(value: int, bounds: tuple[int, int], field: str) -> None:
    least, most = bounds
    if not least <= value <= most:
        raise Refused(
            N_("The place must be between {least} and {most} mm."),
            field=field,
            least=least,
            most=most,
        )
