# SPDX-License-Identifier: Apache-2.0
"""Short views of a file through pyaxis and pysdmx, where these are installed."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import warnings
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.matrix.reader import Outcome, total_of


def view(path: Path, kind: str, ours: Outcome) -> str:
    """What the oracle of a kind makes of the file, beside what the desk makes of it."""
    look = {"px": pyaxis_numbers, "sdmx_csv": pysdmx_numbers}.get(kind)
    if look is None:
        return "none"
    try:
        # They speak to the terminal while they read.
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            numbers = look(path)
    except ImportError:
        return "not installed"
    except Exception as error:
        return f"fails: {type(error).__name__}"
    if ours.done == "read" and len(numbers) == ours.numbers:
        return "agrees" if close(total_of(numbers), ours.total) else "other sum"
    return f"{len(numbers)} numbers"


def close(one: str, other: str) -> bool:
    """Whether two sums agree but for the rounding of floats."""
    first, second = Decimal(one), Decimal(other)
    return abs(first - second) <= max(abs(first), Decimal(1)) * Decimal("1e-9")


def installed(module: str) -> bool:
    """Whether an oracle can be asked."""
    return importlib.util.find_spec(module) is not None


def pyaxis_numbers(path: Path) -> list[Decimal]:
    """All numbers that pyaxis finds in a PX file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyaxis import pyaxis

        found: dict[str, Any] = pyaxis.parse(
            uri=str(path), encoding="latin-1", null_values=r'^"\."$', sd_values=r'"\.\."'
        )
    return numbers_in(found["DATA"]["DATA"])


def pysdmx_numbers(path: Path) -> list[Decimal]:
    """All numbers that pysdmx finds in an SDMX-CSV file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pysdmx.io import read_sdmx

        message = read_sdmx(str(path), validate=False)
    return [
        number
        for dataset in message.data or ()
        if "OBS_VALUE" in dataset.data
        for number in numbers_in(dataset.data["OBS_VALUE"])
    ]


def numbers_in(column: Any) -> list[Decimal]:
    """The cells of a column that are numbers."""
    found = []
    for cell in column:
        try:
            number = Decimal(str(cell).strip().strip('"'))
        except ArithmeticError:
            continue
        if number.is_finite():
            found.append(number)
    return found
