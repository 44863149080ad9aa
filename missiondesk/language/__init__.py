# SPDX-License-Identifier: Apache-2.0
"""What the house says, in Danish or English: sentences, dates, numbers, money and order; no Qt."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from missiondesk.language.folder import configure
from missiondesk.language.translator import LANGUAGES, Translator, translator

if TYPE_CHECKING:
    from missiondesk.language.letter_blocks import (
        StandardBlock,
        revision_opening,
        salutation_without_name,
        standard_blocks,
    )
    from missiondesk.language.sorting import sort_key
    from missiondesk.language.typed_dates import read_period
    from missiondesk.language.typed_numbers import read_number

__all__ = [
    "LANGUAGES",
    "StandardBlock",
    "Translator",
    "configure",
    "read_number",
    "read_period",
    "revision_opening",
    "salutation_without_name",
    "sort_key",
    "standard_blocks",
    "translator",
]

# Found when they are first asked for: the first window sorts nothing, reads no typed date and
# writes no letter.
_LATER = {
    "StandardBlock": "letter_blocks",
    "revision_opening": "letter_blocks",
    "salutation_without_name": "letter_blocks",
    "standard_blocks": "letter_blocks",
    "read_period": "typed_dates",
    "sort_key": "sorting",
    "read_number": "typed_numbers",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"missiondesk.language.{_LATER[name]}"), name)
