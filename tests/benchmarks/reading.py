# SPDX-License-Identifier: Apache-2.0
"""Files of statistics read into tables, against the least that any reader has to do.

The peer decodes the bytes and splits them into texts, or parses the JSON, and makes nothing of it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from missiondesk.exchange.statistics import read_statistics
from tests.benchmarks.measure import Result, interleaved, seconds
from tests.matrix.kinds import DATA, PROJECT

_COLD = """
import sys, time
start = time.process_time()
from missiondesk.exchange.statistics import read_statistics
data = open(sys.argv[1], "rb").read()
(table,) = read_statistics(data, "x")
print(len(table.cells), time.process_time() - start)
"""
_COLD_BARE = """
import sys, time
start = time.process_time()
from decimal import Decimal
texts = open(sys.argv[1], "rb").read().decode("cp1252").split()
print(len(texts), time.process_time() - start)
"""


def large_px() -> bytes:
    """A PX file of 60,800 cells with four decimals, as the largest real one of the shared data."""
    lists = {
        "branche": [f"Branche {number}" for number in range(20)],
        "uddannelse": [f"Niveau {number}" for number in range(4)],
        "mangel": [f"Grad {number}" for number in range(5)],
        "vægt": ["virksomheder", "ansatte"],
        "tid": [f"{year}K{quarter}" for year in range(2004, 2023) for quarter in range(1, 5)],
    }
    head = ['CHARSET="ANSI"', 'MATRIX="STOR"', "DECIMALS=4", 'UNITS="pct."', 'CONTENTS="x"']
    head += ['STUB="branche","uddannelse","mangel"', 'HEADING="vægt","tid"', 'SUBJECT-AREA="x"']
    for name, values in lists.items():
        listed = ",\n".join(f'"{one}"' for one in values)
        head.append(f'VALUES("{name}")={listed}')
    figures = "\n".join(
        " ".join(f"{(row * 7919 + column * 104_729) % 1_000_003 / 10_000}" for column in range(152))
        for row in range(400)
    )
    return (";\n".join([*head, f"DATA=\n{figures}"]) + ";\n").encode("cp1252")


def large_json() -> bytes:
    """A JSON-stat file of 60,800 cells."""
    sizes = {"a": 400, "Tid": 152}
    dimension = {
        name: {"label": name, "category": {"index": [f"{1870 + one}" for one in range(size)]}}
        for name, size in sizes.items()
    }
    values = [number * 7919 % 1_000_003 / 10_000 for number in range(60_800)]
    return json.dumps(
        {
            "class": "dataset",
            "version": "2.0",
            "id": list(sizes),
            "size": list(sizes.values()),
            "role": {"time": ["Tid"]},
            "dimension": dimension,
            "value": values,
        }
    ).encode()


def measure(quick: bool) -> list[Result]:
    """Warm and cold reads of large files."""
    shared = DATA / "px" / "px-x-0602000000_107.px"
    made, whole_json = large_px(), large_json()
    real = shared.read_bytes() if shared.is_file() else made
    rounds = 1 if quick else 9
    found = interleaved(
        rounds,
        made=lambda: seconds(lambda: read_statistics(made, "x")),
        made_bare=lambda: seconds(lambda: made.decode("cp1252").split()),
        real=lambda: seconds(lambda: read_statistics(real, "x")),
        real_bare=lambda: seconds(lambda: real.decode("cp1252").split()),
        json=lambda: seconds(lambda: read_statistics(whole_json, "x")),
        json_bare=lambda: seconds(lambda: json.loads(whole_json)),
    )
    results = [
        Result("PX made, 60,800 cells", found["made"], found["made_bare"], "bytes → split"),
        Result(
            f"PX {'real' if shared.is_file() else 'made'}, 60,800 cells",
            found["real"],
            found["real_bare"],
            "bytes → split",
        ),
        Result("JSON-stat, 60,800 cells", found["json"], found["json_bare"], "json.loads"),
    ]
    return [*results, _cold(real, 1 if quick else 5)]


def _cold(data: bytes, rounds: int) -> Result:
    """The same read in a new Python, imports counted."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.px"
        path.write_bytes(data)
        found = interleaved(
            rounds,
            desk=lambda: _in_a_new_python(_COLD, path),
            bare=lambda: _in_a_new_python(_COLD_BARE, path),
        )
    note = "goal: under 100 ms; processor time"
    return Result("the same, cold, with imports", found["desk"], found["bare"], "split, cold", note)


def _in_a_new_python(script: str, path: Path) -> float:
    """Seconds of the processor that the script took; a busy machine hardly adds to them."""
    ran = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(ran.stdout.split()[1])
