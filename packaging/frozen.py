# SPDX-License-Identifier: Apache-2.0
"""Where a frozen program begins."""

import sys

from missiondesk.__main__ import main

sys.exit(main())
