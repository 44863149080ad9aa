# SPDX-License-Identifier: Apache-2.0
"""The accessibility report is of this version, covers the clauses, and cites what exists."""

from __future__ import annotations

import re
from pathlib import Path

import missiondesk

PROJECT = Path(__file__).resolve().parents[1]
TEXT = (PROJECT / "ACCESSIBILITY.md").read_text(encoding="utf-8")
WORDS = {"supports", "partially", "does not", "not tried", "n/a"}


def test_it_is_of_this_version_and_dated() -> None:
    assert f"missiondesk {missiondesk.__version__}," in TEXT
    assert re.search(r"\| Date \| \d{1,2} [A-Z][a-z]+ 20\d\d \|", TEXT)


def test_every_judgement_is_one_of_the_words_and_says_why_when_it_is_not_met() -> None:
    tables = TEXT.split("## Clause 5", 1)[1]
    rows = re.findall(r"^\| ([^|]+) \| ([^|]*) \| ?([^|]*)\|$", tables, re.MULTILINE)
    judged = [row for row in rows if row[1].strip() in WORDS]
    assert len(judged) > 60
    for clause, word, why in judged:
        if word in ("partially", "does not", "not tried"):
            assert len(why.strip()) > 20, clause


def test_the_clauses_for_software_are_all_there() -> None:
    for clause in (
        "11.1.1.1", "11.1.3.1", "11.1.4.3", "11.1.4.4", "11.1.4.10", "11.1.4.11", "11.2.1.1",
        "11.2.1.2", "11.2.4.3", "11.2.4.7", "11.3.3.1", "11.4.1.2", "11.5.2.3", "11.6.1", "11.7",
        "11.8.1", "11.8.4", "11.8.5", "12.1.1", "12.2",
    ):  # fmt: skip
        assert re.search(rf"^\| [^|]*{re.escape(clause)}\b", TEXT, re.MULTILINE), clause


def test_what_it_cites_exists() -> None:
    for path in re.findall(r"`((?:tests|resources|packaging)/[^`]+)`", TEXT):
        assert (PROJECT / path).exists(), path
