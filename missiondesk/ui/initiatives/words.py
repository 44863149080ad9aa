# SPDX-License-Identifier: Apache-2.0
"""Verbs of the buttons that move an initiative to a stage."""

from __future__ import annotations

from typing import Final

from missiondesk.domain.initiative import Stage
from missiondesk.domain.message import N_

MOVES: Final = {
    Stage.IDEA: N_("Back to idea"),
    Stage.PILOT: N_("Begin pilot"),
    Stage.SCALE: N_("Scale up"),
    Stage.EMBED: N_("Embed in operation"),
    Stage.CLOSED: N_("Close initiative"),
}
