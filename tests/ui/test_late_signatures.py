# SPDX-License-Identifier: Apache-2.0
"""What PySide6 says of its functions stays what it is, though it is read late."""

from __future__ import annotations

import subprocess
import sys

import PySide6

import missiondesk.ui
from missiondesk.ui.late_signatures import TRIED

_MISTAKES = """
import sys, threading
from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QApplication, QLabel, QWidget
print(len({id(one) for one in sys.modules.values() if type(one).__name__ == "_Late"}))
app = QApplication(["test", "-platform", "offscreen"])
window = QWidget()
mistakes = [
    lambda: window.resize("a"),
    lambda: window.setWindowTitle(),
    lambda: window.nothing,
    lambda: QLabel(1, 2, 3, 4),
    lambda: QLabel(QWidget, text=3),
    lambda: QWidget(nothing=1),
    lambda: QObject(parent=4),
    lambda: QSize(1, 2) + "x",
]
said = [""] * len(mistakes)

def make(number):
    try:
        mistakes[number]()
    except Exception as error:
        said[number] = f"{type(error).__name__}: {error}"

everyone = [threading.Thread(target=make, args=[number]) for number in range(len(mistakes))]
if AT_ONCE:
    for one in everyone:
        one.start()
for one in everyone:
    AT_ONCE or one.start()
    one.join()
print("\\n".join(said))
print(QWidget.resize.__doc__, str.join.__doc__)
import PySide6.support.signature.mapping, PySide6.support.signature.lib.pyi_generator as last
print(len(PySide6.support.signature.mapping.type_map), last.generate_pyi.__name__)
"""


def said(first: str, at_once: bool = False) -> tuple[int, list[str]]:
    """How many modules are late, and what is said of mistakes, after ``first`` was done."""
    program = f"{first}\nAT_ONCE = {at_once}\n{_MISTAKES}"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    late, *lines = done.stdout.splitlines()
    return int(late), lines


def test_mistakes_are_told_in_the_same_words() -> None:
    late, words = said("import missiondesk.ui")
    plainly, plain_words = said("")
    assert (late, plainly) == (7, 0)
    assert words == plain_words
    assert "called with wrong argument types" in words[0]


def test_threads_that_make_mistakes_at_once_wait_for_the_words() -> None:
    _, words = said("import missiondesk.ui", at_once=True)
    assert sum("Error: " in line for line in words) == 8


def test_another_release_of_pyside_is_left_as_it_is() -> None:
    late, words = said(
        "import missiondesk, sys, types\n"
        "package = types.ModuleType('missiondesk.ui')\n"
        "package.__path__ = [missiondesk.__path__[0] + '/ui']\n"
        "sys.modules['missiondesk.ui'] = package\n"
        "from missiondesk.ui import late_signatures\n"
        "late_signatures.TRIED = (0, 0)\n"
        "late_signatures.import_without_them()\n"
    )
    assert late == 0
    assert "called with wrong argument types" in words[0]


def test_this_release_is_one_that_was_tried() -> None:
    assert missiondesk.ui
    assert PySide6.__version_info__[:2] == TRIED
