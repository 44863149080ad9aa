# SPDX-License-Identifier: Apache-2.0
"""The kinds of files that are tested: where the shared ones lie, and small made ones beside them.

A new format adds one `Kind` here, a module of made files, and a table ``outcomes/NAME.tsv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.matrix import made_json_stat, made_px, made_separated

PROJECT = Path(__file__).resolve().parents[2]
DATA = PROJECT.parent / "shared" / "data"


@dataclass(frozen=True)
class Kind:
    """One kind of files.

    Attributes:
        name: Also the name of its table of outcomes.
        folders: Folders of the shared data that hold files of this kind.
        made: Small files by name, so that the kind is tested where the shared data is absent.
    """

    name: str
    folders: tuple[str, ...]
    made: Mapping[str, bytes] = field(default_factory=dict)

    def shared(self) -> list[Path]:
        """The shared files of this kind, none where they are absent."""
        return sorted(
            path for folder in self.folders for path in (DATA / folder).glob("*") if path.is_file()
        )

    def at_hand(self) -> str:
        """How many files there are to try with, or that there are none and where they would be."""
        shared = len(self.shared())
        if not self.made and not shared:
            places = ", ".join(f"../shared/data/{folder}" for folder in self.folders)
            return f"passed over, no file at hand in {places}"
        return f"{len(self.made)} made and {shared} shared files at hand"

    def samples(self) -> dict[str, bytes]:
        """All files of this kind by name, made and shared."""
        return {**self.made, **{path.name: path.read_bytes() for path in self.shared()}}


KINDS = (
    Kind("px", ("px", "px_bad"), made_px.FILES),
    Kind("json_stat", ("jsonstat",), made_json_stat.FILES),
    Kind("sdmx_csv", ("sdmx_csv",), made_separated.SDMX),
    Kind("eurostat_tsv", ("eurostat_tsv",), made_separated.TSV),
    Kind(
        "csv",
        ("csv_dialect", "gmpp", "missions", "progress", "forecast", "esco"),
        made_separated.CSV,
    ),
    Kind("spreadsheet", ("xlsx",)),
)
