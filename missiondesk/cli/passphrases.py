# SPDX-License-Identifier: Apache-2.0
"""Where the command line gets passphrases from: a file, an open descriptor or the terminal, never
an argument or the environment, which others on the machine can read.
"""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace, _ArgumentGroup
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from missiondesk.domain.message import N_
from missiondesk.domain.refused import Refused
from missiondesk.language import Translator

T = TypeVar("T")
_LONGEST: Final = 4096  # bytes of the file or descriptor


class Passphrases:
    """Those of one command, line by line, or asked for one after the other."""

    def __init__(self, arguments: Namespace, tr: Translator) -> None:
        self._arguments, self._tr = arguments, tr
        self._lines: list[str] | None = None
        self._told: dict[Path, str] = {}

    def ask(self, prompt: str) -> str:
        """The next passphrase.

        Args:
            prompt: What stands before it on a terminal, a msgid.

        Raises:
            Refused: There is none: no option was given and there is no terminal, or too few lines.
        """
        if self._given:
            if self._lines is None:
                self._lines = self._read()
            if not self._lines:
                raise Refused(N_("There are fewer passphrases than are needed, one on each line."))
            return self._lines.pop(0)
        if sys.stdin.isatty():
            return getpass.getpass(f"{self._tr.say(prompt)}: ")
        raise Refused(N_("There is no terminal to ask for the passphrase; give --passphrase-file."))

    def ask_new(self, prompt: str) -> str:
        """A passphrase that is chosen now: on a terminal it is typed twice.

        Raises:
            Refused: As `ask`, or the two differ.
        """
        told = self.ask(prompt)
        if not self._given and self.ask(N_("The same again")) != told:
            raise Refused(N_("The two passphrases differ. Nothing was changed."))
        return told

    def for_file(self, file: Path, work: Callable[[str | None], T]) -> T:
        """Do what needs a file, which may be confidential: ask only when it is.

        Raises:
            Unavailable: What ``work`` raises with the passphrase, or without it for other reasons.
        """
        from missiondesk.services.saving import Reason, Unavailable

        try:
            return work(self._told.get(file))
        except Unavailable as why:
            if why.reason is not Reason.SEALED:
                raise
        self._tell(file)
        self._told[file] = self.ask(N_("Passphrase"))
        return work(self._told[file])

    @property
    def _given(self) -> bool:
        arguments = self._arguments
        return arguments.passphrase_file is not None or arguments.passphrase_fd is not None

    def _tell(self, file: Path) -> None:
        if not self._given and sys.stdin.isatty():
            said = self._tr.say(N_("“{file}” is confidential."), file=file.name)
            print(said, file=sys.stderr)

    def _read(self) -> list[str]:
        from missiondesk.exchange.received import received

        if self._arguments.passphrase_file is not None:
            data = received(self._arguments.passphrase_file, _LONGEST)
        else:
            data = _whole(self._arguments.passphrase_fd)
        try:
            return [
                line.removesuffix("\r") for line in data.decode().removesuffix("\n").split("\n")
            ]
        except UnicodeDecodeError:
            raise Refused(N_("The passphrase is not UTF-8.")) from None


def _whole(descriptor: int) -> bytes:
    """What a pipe holds up to its end or the end of a line, however it comes in."""
    data = b""
    while len(data) < _LONGEST and (part := os.read(descriptor, _LONGEST - len(data))):
        data += part
        if data.endswith(b"\n"):
            break
    return data


def add_passphrase_options(tr: Translator, options: _ArgumentGroup) -> None:
    """Let a verb that may meet a passphrase know where it comes from."""
    options.add_argument(
        "--passphrase-file",
        metavar="FILE",
        type=Path,
        help=tr.say(N_("file whose first line is the passphrase; else it is asked for")),
    )
    options.add_argument(
        "--passphrase-fd",
        metavar="NUMBER",
        type=int,
        help=tr.say(N_("open file descriptor to read the passphrase from")),
    )
