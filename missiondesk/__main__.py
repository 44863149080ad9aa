# SPDX-License-Identifier: Apache-2.0
"""Composes the house: a verb runs on the command line, anything else opens the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

VERBS = ("sample", "import", "check", "print", "show")


def is_for_command_line(given: Sequence[str]) -> bool:
    """Whether the arguments (without the program's name) ask for something without a window."""
    if any(one in ("-h", "--help", "--version") for one in given):
        return True
    words = (
        one
        for before, one in zip(("", *given), given, strict=False)
        if before != "--lang" and not one.startswith("-")
    )
    return next(words, "") in VERBS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run missiondesk.

    Args:
        arguments: What follows the program's name; None takes it from the system.

    Returns:
        The exit code.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if is_for_command_line(given):
        from missiondesk import cli

        return cli.main(given)
    # Until the window stands there is nothing to collect; see Application._furnish.
    gc.disable()
    # Only now: a verb needs no window, and the window's libraries are large.
    from missiondesk.ui import application

    return application.run([one for one in given if not one.startswith("-")])


if __name__ == "__main__":
    sys.exit(main())
