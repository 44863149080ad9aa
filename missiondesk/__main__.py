# SPDX-License-Identifier: Apache-2.0
"""Composes the house: nothing or one file opens the window, all else is the command line's."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence

from missiondesk.services import own_words
from missiondesk.services.door import FLAG

VERBS = (
    "sample", "import", "template", "figures", "check", "print", "compare", "show", "docx", "reply",
    "sign", "merge", "tables", "seal", "unseal", "trail", "package", "backups", "restore",
    "salvage",
)  # fmt: skip


def is_for_command_line(given: Sequence[str]) -> bool:
    """Whether the arguments (without the program's name) are other than nothing or one file.

    What is not understood is for the command line too, which says so; the window would not.
    """
    return len(given) > 1 or any(one in VERBS or one.startswith("-") for one in given)


def has_screen(environment: Mapping[str, str], system: str) -> bool:
    """Whether a window can be asked for at all; without one Qt ends the program by an abort.

    Args:
        environment: As `os.environ`.
        system: As `sys.platform`; Windows and macOS name no screen.
    """
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return system != "linux" or any(environment.get(name) for name in named)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run missiondesk; returns the exit code.

    Args:
        arguments: What follows the program's name; None takes it from the system.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [FLAG]:
        from missiondesk.services import receiving

        return receiving.try_file(given[1:])
    own_words.take()
    if given == ["--selftest"]:
        from missiondesk.ui import selftest

        return selftest.run()
    for_command_line = is_for_command_line(given)
    if for_command_line or not has_screen(os.environ, sys.platform):
        from missiondesk import cli

        return cli.main(given) if for_command_line else cli.refuse_window()
    # Until the window stands there is nothing to collect; see ui.after_paint.
    gc.disable()
    # Only now: a verb needs no window, and the window's libraries are large.
    from missiondesk.ui import application

    return application.run(given)


if __name__ == "__main__":
    sys.exit(main())
