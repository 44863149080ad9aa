# SPDX-License-Identifier: Apache-2.0
"""One letter as the register's table shows it: its row, and what is still to be done with it."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.letter import Letter
from missiondesk.services.letter_register import RegisterRow


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One letter with what its line says.

    Attributes:
        row: What the register knows of it.
        faults: How many faults keep it from being signed; None while not found out.
        differs: In how many places it would say something else today; None while not found out.
        journalised: Under which case it lies, "" while it is not marked.
    """

    row: RegisterRow
    faults: int | None = 0
    differs: int | None = None
    journalised: str = ""

    @property
    def letter(self) -> Letter:
        """The letter itself."""
        return self.row.letter

    @property
    def wants_a_hand(self) -> bool:
        """Whether something is to be done with it."""
        return bool(self.faults or self.differs or self.row.reissue)
