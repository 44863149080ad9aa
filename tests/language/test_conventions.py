# SPDX-License-Identifier: Apache-2.0
"""The signs and names that are written out here are those of CLDR, as Babel has them."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.dates import get_day_names, get_month_names

from missiondesk.language.conventions import conventions


@pytest.mark.parametrize(("lang", "name"), [("da", "da"), ("en", "en_GB")])
def test_names_and_signs_are_those_of_cldr(lang: str, name: str) -> None:
    locale = Locale.parse(name)
    signs = locale.number_symbols["latn"]
    months = {width: get_month_names(width, locale=locale) for width in ("wide", "abbreviated")}
    days = get_day_names("wide", locale=locale)
    ours = conventions(lang)
    assert (ours.decimal, ours.group) == (signs["decimal"], signs["group"])
    assert ours.months == tuple(months["wide"][month] for month in range(1, 13))
    assert ours.short_months == tuple(months["abbreviated"][month] for month in range(1, 13))
    assert ours.weekdays == tuple(days[day] for day in range(7))
