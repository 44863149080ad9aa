# SPDX-License-Identifier: Apache-2.0
"""A table of people row by row: who holds which office of which ministry, from and to."""

from __future__ import annotations

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.organisation import OfficeLevel
from missiondesk.domain.period import Period
from missiondesk.domain.wording import Wording
from missiondesk.exchange.tables.row_reading import RowReader


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in an office as the file has it; what the file does not say is empty or None.

    Attributes:
        office: Title of the office.
        valid_from: Since when the person holds it, with ``valid_to``.
    """

    line: int
    name: str = ""
    first_name: str = ""
    office: Wording = Wording()
    level: OfficeLevel | None = None
    ministry: Wording = Wording()
    ministry_code: str = ""
    valid_from: Period | None = None
    valid_to: Period | None = None


def read_person(reader: RowReader) -> PersonRow:
    """The row as a person in an office."""
    name = " ".join(str(reader.required("name", N_("The person has no name."))).split())
    return PersonRow(
        line=reader.row.line,
        name=name,
        first_name=reader.text("first_name"),
        office=reader.required("office", N_("The office has no title.")),
        level=reader.choice("level", OfficeLevel),
        ministry=reader.wording("ministry"),
        ministry_code=reader.text("ministry_code"),
        valid_from=reader.period("from"),
        valid_to=reader.period("to"),
    )
