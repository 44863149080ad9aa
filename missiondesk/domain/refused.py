# SPDX-License-Identifier: Apache-2.0
"""The one exception by which a rule says no; the screen shows it beside the field it names."""

from __future__ import annotations

from missiondesk.domain.message import Message, message


class Refused(Exception):
    """A verb was refused by a rule of the domain; nothing was changed.

    Attributes:
        message: What is wrong, as a message with its values.
        field: Name of the dataclass field it speaks of, or "" when it speaks of the whole.
        rule: Id of the rule in the field's literature (M1, L3 …), or "".
    """

    def __init__(self, msgid: str, *, field: str = "", rule: str = "", **values: object) -> None:
        super().__init__(msgid)
        self.message: Message = message(msgid, **values)
        self.field = field
        self.rule = rule
