# SPDX-License-Identifier: Apache-2.0
"""The benchmarks run and print their ratios; how large these are is never a test."""

from __future__ import annotations

from importlib import import_module

import pytest
from reportlab.pdfbase import pdfdoc

from missiondesk.documents.tagged.reportlab_fixes import apply_fixes
from missiondesk.ui.talks.page import TABS
from tests.benchmarks import forecasting
from tests.benchmarks.__main__ import ACCURACY, SUBJECTS, main
from tests.benchmarks.press_letter import a_letter
from tests.pdf_text import page_texts


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_is_measured_and_told(subject: str, capsys: pytest.CaptureFixture[str]) -> None:
    apply_fixes()
    before = pdfdoc.PDFStream.format
    assert main([subject, "--quick"]) == 0
    assert pdfdoc.PDFStream.format is before, "a peer changes nothing of what the desk uses"
    lines = capsys.readouterr().out.strip().splitlines()
    assert lines[0].startswith(f"{subject}: ")
    head, *rows = lines[1:]
    assert head.split()[:4] == ["what", "desk", "peer", "ratio"]
    assert rows
    assert all(" ms " in row for row in rows)


@pytest.mark.skipif(not forecasting.M3.exists(), reason="the M3 file is not beside the project")
@pytest.mark.parametrize("subject", ACCURACY)
def test_accuracy_is_told_against_its_goal(
    subject: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([subject, "--quick"]) == 0
    told = capsys.readouterr().out
    assert "goal: 80 % covers 77-87" in told
    assert told.count("  ok") >= len(forecasting.SIZES)
    assert "(goal 5 at most): ok" in told


@pytest.mark.long
def test_the_press_is_told_against_its_peers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["press", "--quick"]) == 0
    told = capsys.readouterr().out
    for name in ("desk", "typst", "weasyprint", "fpdf2", "raw", "docx", "two processes", "table"):
        assert name in told


@pytest.mark.long
def test_every_view_of_talks_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["talks", "--quick"]) == 0
    told = capsys.readouterr().out
    assert all(f"\n{line.key} " in told for line in TABS)
    assert f"of {len(TABS) + 1} views over 100 ms" in told


def test_desk_and_raw_canvas_make_the_same_letter_of_two_pages() -> None:
    letters = [a_letter(number) for number in (3, 4)]
    for letter in letters:
        pages = {
            name: page_texts(import_module(f"tests.benchmarks.peers.{name}").maker()(letter))
            for name in ("desk", "raw", "raw_tagged")
        }
        for name, texts in pages.items():
            assert len(texts) == 2, name
            said = "".join("".join(texts).split())
            for words in (*letter.opening, *letter.points, letter.addressee[0], letter.contact):
                assert "".join(words.split()) in said, (name, words)
    assert set(letters[0].opening).isdisjoint(letters[1].opening)


def test_an_unknown_subject_is_refused() -> None:
    with pytest.raises(SystemExit) as left:
        main(["weather"])
    assert left.value.code == 2
