# SPDX-License-Identifier: Apache-2.0
"""Findings of the check said in the screen's language, ready for a form."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from missiondesk.domain.finding import Finding
from missiondesk.language import Translator
from missiondesk.ui.widgets.record_form import FieldFinding

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


def _told(finding: Finding, tr: Translator, mend: Mend | None) -> FieldFinding:
    return FieldFinding(
        finding.field,
        finding.severity.value,
        finding.rule,
        tr.tell(finding.message),
        mend[0] if mend else tr.tell(finding.mend),
        mend[1] if mend else None,
    )
