# SPDX-License-Identifier: Apache-2.0
"""What the house says, in Danish or English: sentences, dates, numbers, money and order; no Qt."""

from missiondesk.language.folder import configure
from missiondesk.language.letter_blocks import (
    StandardBlock,
    salutation_without_name,
    standard_blocks,
)
from missiondesk.language.sorting import danish_sort_key, sort_key
from missiondesk.language.translator import LANGUAGES, Translator, translator
from missiondesk.language.typed_dates import read_period
from missiondesk.language.typed_numbers import read_number

__all__ = [
    "LANGUAGES",
    "StandardBlock",
    "Translator",
    "configure",
    "danish_sort_key",
    "read_number",
    "read_period",
    "salutation_without_name",
    "sort_key",
    "standard_blocks",
    "translator",
]
