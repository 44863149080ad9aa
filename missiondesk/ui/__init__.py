# SPDX-License-Identifier: Apache-2.0
"""The screen: the only room that knows Qt."""

from missiondesk.ui.late_signatures import import_without_them

import_without_them()
