# SPDX-License-Identifier: Apache-2.0
"""Small JSON-stat files by hand: both versions, sparse and full, with every form of status."""

from __future__ import annotations

import json
from typing import Any

DIMENSIONS: dict[str, Any] = {
    "område": {
        "label": "område",
        "category": {"index": ["000", "001"], "label": {"000": "Hele landet", "001": "Øerne"}},
    },
    "Tid": {
        "label": "tid",
        "category": {"index": {"2021": 2, "2019": 0, "2020": 1}},
    },
    "ContentsCode": {
        "label": "indhold",
        "category": {"label": {"A": "Andel"}, "unit": {"A": {"base": "pct.", "decimals": 1}}},
    },
}
IDS = ["område", "Tid", "ContentsCode"]
SIZE = [2, 3, 1]
ROLE = {"time": ["Tid"], "metric": ["ContentsCode"]}
VALUES: list[Any] = [7.1, 6.9, 7.4, 5.0, None, 5.2]


def version_2(**changes: Any) -> dict[str, Any]:
    """A dataset of version 2.0 with some members changed; None removes one."""
    whole = {
        "version": "2.0",
        "class": "dataset",
        "label": "Unge uden job",
        "source": "Danmarks Statistik",
        "updated": "2021-11-01T08:00:00Z",
        "id": IDS,
        "size": SIZE,
        "role": ROLE,
        "dimension": DIMENSIONS,
        "value": VALUES,
        "status": {"4": "..", "5": "p"},
        **changes,
    }
    return {key: value for key, value in whole.items() if value is not None}


def version_1(name: str = "dataset", **changes: Any) -> dict[str, Any]:
    """The same in version 1, as StatBank gives it: order and roles lie inside "dimension"."""
    return {
        name: {
            "label": "Unge uden job",
            "source": "Danmarks Statistik",
            "updated": "2021-11-01T08:00:00Z",
            "dimension": {**DIMENSIONS, "id": IDS, "size": SIZE, "role": ROLE},
            "value": VALUES,
            **changes,
        }
    }


def as_bytes(whole: object) -> bytes:
    """The file."""
    return json.dumps(whole, ensure_ascii=False).encode()


FILES = {
    "made_v2.json": as_bytes(version_2()),
    "made_v1.json": as_bytes(version_1(status=["", "", "", "", ":", ""])),
    "made_sparse.json": as_bytes(version_2(value={"0": 7.1, "3": "5.0"}, status="e")),
    "made_bundle.json": as_bytes({**version_1("a"), **version_1("b")}),
    "made_collection.json": as_bytes(
        {"version": "2.0", "class": "collection", "link": {"item": [version_2(), {"href": "x"}]}}
    ),
    "made_bom.json": b"\xef\xbb\xbf" + as_bytes(version_2()),
}
