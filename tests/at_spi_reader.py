# SPDX-License-Identifier: Apache-2.0
"""An assistive technology: reads and operates the running program over the accessibility bus alone.

Run by a Python that has pyatspi (Debian's python3-pyatspi); prints what it heard as JSON. It opens
the sample, goes to each page by pressing it in the side bar, and reads all controls and tables.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pyatspi
from gi.repository import GLib

PATIENCE = 30.0  # seconds until something has to be there
MOST_ROWS = 3
OPERATED = {
    "push button", "check box", "combo box", "text", "entry", "list", "table", "page tab",
    "page tab list", "menu item", "radio button", "toggle button", "spin button", "slider",
}  # fmt: skip
Node = Any


def until(what: str, look: Callable[[], Any]) -> Any:
    """What ``look`` gives, as soon as it gives something; ``what`` is said when it never does."""
    end = time.monotonic() + PATIENCE
    while True:
        # While it builds a page the program answers late, or with what is not there any more.
        with suppress(GLib.Error):
            found = look()
            if found:
                return found
        if time.monotonic() > end:
            raise SystemExit(f"{what} does not come")
        time.sleep(0.1)


def application() -> Node:
    """The program on the bus."""
    return next((a for a in pyatspi.Registry.getDesktop(0) if a and a.name == "missiondesk"), None)


def showing(node: Node, depth: int = 0) -> Iterator[Node]:
    """The node and all below it that stand on the screen; cells are read by their table."""
    states = node.getState()
    if depth > 1 and not states.contains(pyatspi.STATE_SHOWING):
        return
    yield node
    if node.getRoleName() in ("table", "list") or depth > 40:
        return
    for place in range(node.childCount):
        child = node.getChildAtIndex(place)
        if child is not None:
            yield from showing(child, depth + 1)


def named(root: Node, role: str, begins: str) -> Node | None:
    """The control of this role whose name begins so."""
    for node in showing(root):
        if node.getRoleName() == role and (node.name or "").startswith(begins):
            return node
    return None


def press(node: Node) -> None:
    """Do the first action of a control, as a screen reader's user does."""
    node.queryAction().doAction(0)


def table(node: Node) -> dict[str, Any]:
    """Name, heads and first rows of a table."""
    found = node.queryTable()
    columns = range(found.nColumns)
    heads = [found.getColumnHeader(column) for column in columns]
    rows = [
        [found.getAccessibleAt(row, column).name for column in columns]
        for row in range(min(found.nRows, MOST_ROWS))
    ]
    return {
        "name": node.name,
        "rows": found.nRows,
        "heads": [head.name if head is not None else "" for head in heads],
        "cells": rows,
    }


def read(root: Node) -> dict[str, Any]:
    """What stands on the screen."""
    controls, unnamed, tables = 0, [], []
    for node in showing(root):
        role = node.getRoleName()
        if role not in OPERATED or not node.getState().contains(pyatspi.STATE_FOCUSABLE):
            continue
        controls += 1
        # Qt gives a drop-down box's choice as its name and its label by a relation.
        if not (node.name or "").strip() and not node.getRelationSet():
            unnamed.append(f"{role} in {node.parent.name if node.parent else ''}")
        if role == "table":
            tables.append(table(node))
    return {"controls": controls, "unnamed": unnamed, "tables": tables}


def gone_to(program: Node, page: str) -> dict[str, Any]:
    """What is heard of a page, reached by the side bar."""
    press(until(f"the way to {page}", lambda: named(program, "radio button", page)))
    until(page, lambda: named(program, "layered pane", page))
    heard: dict[str, Any] = until(page, lambda: read(program))
    return heard


def main(pages: list[str]) -> None:
    """Open the sample and read each page."""
    pyatspi.setTimeout(10_000, 20_000)
    program = until("the program", application)
    heard = {"start": until("start", lambda: read(program))}
    press(until("the sample", lambda: named(program, "push button", "Udforsk eksemplet")))
    for page in pages:
        heard[page] = gone_to(program, page)
    json.dump(heard, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
