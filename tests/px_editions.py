# SPDX-License-Identifier: Apache-2.0
"""Editions of one small published table, as a statistics office would put them out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FIRST = {"2016": "7.1", "2017": "7.0", "2018": "6.9", "2019": "6.8", "2020": "6.6"}
# The next edition corrects 2020, adds a year, and has no figure yet for the last.
NEXT = {**FIRST, "2020": "6.2", "2021": "5.4", "2022": '".."'}


def px_edition(
    folder: Path, name: str, figures: Mapping[str, str], updated: str, marks: str = ""
) -> Path:
    """Write a PX file with two ages and the given figures for the first of them.

    Args:
        figures: Value as PX writes it, by year.
        updated: LAST-UPDATED of the edition.
        marks: Appended to the last period's name, "*" for provisional.
    """
    periods = list(figures)
    shown = [*periods[:-1], periods[-1] + marks]
    years = ",".join(f'"{one}"' for one in shown)
    other = " ".join("1.5" for _ in periods)
    text = f"""CHARSET="ANSI";
AXIS-VERSION="2013";
CODEPAGE="utf-8";
LANGUAGE="da";
LAST-UPDATED="{updated}";
MATRIX="NEET1";
SUBJECT-AREA="Arbejde";
SUBJECT-CODE="A";
TITLE="Unge uden job og uddannelse efter alder og tid";
CONTENTS="Andel";
UNITS="pct.";
DECIMALS=1;
SOURCE="Opfundet til afprøvning";
STUB="alder";
HEADING="tid";
VALUES("alder")="15-24 år","25-29 år";
VALUES("tid")={years};
CODES("alder")="A1","A2";
CODES("tid")={years};
DATA=
{" ".join(figures.values())}
{other};
"""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
