# SPDX-License-Identifier: Apache-2.0
"""The verbs that need no window."""

from missiondesk.cli.program import main, refuse_window

__all__ = ["main", "refuse_window"]
