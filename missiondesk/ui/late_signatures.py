# SPDX-License-Identifier: Apache-2.0
"""Lets PySide6 read how its functions are called when somebody asks, not at every start.

PySide6 carries seven modules as packed source text and compiles them each time it is imported: a
quarter of the time until a bare window of it stands. They make the sentence of a `TypeError`,
`help` and `inspect.signature`, and nothing else. Stand-ins take their places here, which fill
themselves with them at the first look. What this relies on is private to PySide6, so releases other
than those it was tried with are left as they are; tests/ui/test_late_signatures.py says which.
"""

from __future__ import annotations

import builtins
import sys
import threading
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final

_PACKAGE: Final = "shibokensupport.signature"
_NAMES: Final = (
    "errorhandler", "layout", "mapping", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool",
)  # fmt: skip
TRIED: Final = (6, 11)
_FILLING: Final = threading.RLock()


class _Late(ModuleType):
    """Stands for one of them until it is looked into."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__spec__ = ModuleSpec(name, None)
        self._whole_name = name  # PySide6 gives it another one afterwards
        self._begun = False
        if name.endswith(".mapping"):
            # PySide6 takes this one out of the module's names, without asking the module.
            self.update_mapping = self._update_mapping

    def _update_mapping(self) -> object:
        del self.update_mapping
        return self.__getattr__("update_mapping")()

    def __getattr__(self, name: str) -> Any:
        # The machinery of imports asks whether it is a package; that is no look into it.
        if not name.startswith("__"):
            with _FILLING:
                if not self._begun:
                    self._fill()
                if name in vars(self):
                    return vars(self)[name]
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")

    def _fill(self) -> None:
        self._begun = True
        loader: Any = sys.modules[_PACKAGE].__loader__
        self.__spec__ = ModuleSpec(self._whole_name, loader)
        loader.exec_module(self)
        self.__class__ = ModuleType  # type: ignore[assignment]


def import_without_them() -> None:
    """Import PySide6 with the stand-ins in their places."""
    plain = builtins.__import__

    def watched(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 - as Python names them
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        # PySide6 clears the places first; this is the first line of what then imports into them.
        if globals and (name, globals.get("__name__")) == ("shibokensupport", f"{_PACKAGE}.loader"):
            builtins.__import__ = plain
            if sys.modules["shiboken6"].__version_info__[:2] == TRIED:
                for one in _NAMES:
                    sys.modules[f"{_PACKAGE}.{one}"] = _Late(f"{_PACKAGE}.{one}")
        return plain(name, globals, locals, fromlist, level)

    builtins.__import__ = watched
    try:
        import PySide6  # noqa: F401
    finally:
        # PySide6 replaces the import function for a feature that nobody here uses; with it in
        # place importing SQLAlchemy costs a third more (github.com/napari/napari/issues/8584).
        builtins.__import__ = plain
