# SPDX-License-Identifier: Apache-2.0
"""Findings of the check said in the screen's language, ready for a form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from missiondesk.domain.finding import Finding
from missiondesk.language import Translator
from missiondesk.services.finding_words import with_rule
from missiondesk.ui.widgets.record_form import FieldFinding
from missiondesk.ui.widgets.table_model import Column

R = TypeVar("R")

Mend = tuple[str, Callable[[], object]]


def told(
    findings: Iterable[Finding],
    tr: Translator,
    mend: Callable[[Finding], Mend | None] = lambda _finding: None,
) -> list[FieldFinding]:
    """One `FieldFinding` for each finding.

    Args:
        findings: What the check said.
        tr: The screen's language.
        mend: The verb of a button that mends a finding with what it does, or None for none.
    """
    return [_told(one, tr, mend(one)) for one in findings]


def sentence_of(finding: Finding, tr: Translator) -> str:
    """What is found, and by which rule."""
    return with_rule(tr.tell(finding.message), finding.rule, tr)


def briefly(findings: Sequence[Finding], tr: Translator) -> str:
    """The first finding in words for the row of a list, and how many there are besides."""
    if not findings:
        return ""
    first = f"{findings[0].severity.symbol}\u00a0{sentence_of(findings[0], tr)}"
    more = len(findings) - 1
    return f"{first} +{more}" if more else first


_EARLY = 2  # few rows have findings: where there are none, their column says nothing


def findings_column(
    tr: Translator,
    said: Callable[[R], str],
    colour: Callable[[R], str],
    sort: Callable[[R], int] | None = None,
) -> Column[R]:
    """The column of a list for what `briefly` says of each row."""
    return Column(
        tr.say("Findings"),
        said,
        stretch=1,
        width=120,
        wrap=True,
        lines=5,
        colour=colour,
        sort=sort,
        folds=_EARLY,
    )


def _told(finding: Finding, tr: Translator, mend: Mend | None) -> FieldFinding:
    return FieldFinding(
        finding.field,
        finding.severity.value,
        finding.rule,
        sentence_of(finding, tr),
        mend[0] if mend else tr.tell(finding.mend),
        mend[1] if mend else None,
    )
