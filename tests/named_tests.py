# SPDX-License-Identifier: Apache-2.0
"""Whether tests that are named in a list of rules are there."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parents[1]


def is_there(name: str) -> bool:
    """Whether ``tests/…/test_file.py::test_name``, or a file that is named alone, exists."""
    file, _, function = name.partition("::")
    if not function:
        return (_ROOT / file).is_file()
    return function in _functions(file)


@cache
def _functions(file: str) -> frozenset[str]:
    tree = ast.parse((_ROOT / file).read_text(encoding="utf-8"))
    return frozenset(one.name for one in tree.body if isinstance(one, ast.FunctionDef))
