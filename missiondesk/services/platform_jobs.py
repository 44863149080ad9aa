# SPDX-License-Identifier: Apache-2.0
"""The platform and its coverage table as jobs for any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missiondesk.services.document_kinds import Order
from missiondesk.services.platform_document import coverage_content, platform_content
from missiondesk.services.print_plan import PrintJob

if TYPE_CHECKING:
    from missiondesk.documents.printed import PrintedDocument


def platform_job(order: Order) -> PrintJob:
    """The government platform."""
    content = platform_content(order.now, order.tr, order.public)

    def make() -> PrintedDocument:
        from missiondesk.documents.platform import print_platform

        return print_platform(content)

    name = order.named(order.tr.say_in("file name", "government-platform"))
    return PrintJob(name, content.head.title, make)


def coverage_job(order: Order) -> PrintJob:
    """The table from platform to letters."""
    content = coverage_content(order.now, order.tr)

    def make() -> PrintedDocument:
        from missiondesk.documents.platform import print_coverage

        return print_coverage(content)

    name = order.named(order.tr.say_in("file name", "platform-to-letters"))
    return PrintJob(name, content.head.title, make)
