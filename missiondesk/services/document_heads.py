# SPDX-License-Identifier: Apache-2.0
"""The head that every document of the set has: title, version, date, data, mark and reference."""

from __future__ import annotations

from collections.abc import Sequence

from missiondesk.domain.message import N_
from missiondesk.domain.period import day
from missiondesk.domain.report_content import ReportHead
from missiondesk.domain.situation import Situation
from missiondesk.language import Translator
from missiondesk.services.report_facts import classification_of, data_date, mark_of


def document_head(
    now: Situation,
    tr: Translator,
    title: str,
    about: Sequence[str] = (),
    *,
    public: bool = False,
    draft: bool = False,
    code: str = "",
) -> ReportHead:
    """The head of a document.

    Args:
        now: The situation; for a public document the published one.
        title: Its title, never empty.
        about: What stands under it before version and date.
        draft: Whether it is not settled yet.
        code: Code of what it is about, for the reference.
    """
    secretariat = now.secretariat
    version = tr.say(N_("public version") if public else N_("internal version"))
    dated = tr.say(N_("dated {date}"), date=day(now.today))
    created = now.today.isoformat()
    return ReportHead(
        language=tr.lang,
        title=title,
        subtitle=" · ".join(filter(None, (*about, version, dated))),
        created=created,
        sender=secretariat.sender.in_language(tr.lang),
        data_date=data_date(now, tr),
        contact=secretariat.contact,
        reference=tr.say(N_("Ref. {reference}"), reference=" ".join(filter(None, (code, created)))),
        classification=classification_of(now, tr, public=public),
        mark=mark_of(now, tr, draft=draft),
    )
