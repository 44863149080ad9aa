# SPDX-License-Identifier: Apache-2.0
"""Composes the house: a verb runs on the command line, anything else opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run missiondesk.

    Args:
        arguments: What follows the program's name; None takes it from the system.

    Returns:
        The exit code.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    from missiondesk import cli

    if cli.is_for_command_line(given):
        return cli.main(given)
    # Only now: a verb needs no window, and the window's libraries are large.
    from missiondesk.ui import application

    return application.run([one for one in given if not one.startswith("-")])


if __name__ == "__main__":
    sys.exit(main())
