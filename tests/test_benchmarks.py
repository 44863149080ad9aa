# SPDX-License-Identifier: Apache-2.0
"""The benchmarks run and print their ratios; how large these are is never a test."""

from __future__ import annotations

import pytest

from tests.benchmarks import forecasting
from tests.benchmarks.__main__ import ACCURACY, SUBJECTS, main


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_is_measured_and_told(subject: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([subject, "--quick"]) == 0
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


def test_an_unknown_subject_is_refused() -> None:
    with pytest.raises(SystemExit) as left:
        main(["weather"])
    assert left.value.code == 2


def test_a_peer_changes_nothing_of_what_the_desk_uses() -> None:
    from reportlab.pdfbase import pdfdoc

    from missiondesk.documents.tagged.reportlab_fixes import apply_fixes

    apply_fixes()
    before = pdfdoc.PDFStream.format
    assert main(["roadmap", "--quick"]) == 0
    assert pdfdoc.PDFStream.format is before
