# SPDX-License-Identifier: Apache-2.0
"""The letter as an office makes it: a Word template filled by docxtpl, LibreOffice makes the PDF.

LibreOffice takes all letters in one run, and its start is shared out among them.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from missiondesk.charts.trajectory import trajectory_figure
from missiondesk.language.translator import translator
from tests.benchmarks.peers.chart import ALT
from tests.benchmarks.press_letter import PressLetter, a_letter

SAID = "docxtpl + LibreOffice in one run, chart as a picture made before"
_FILTER = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'


def office() -> str:
    """The LibreOffice on the path, or ""."""
    return shutil.which("soffice") or shutil.which("libreoffice") or ""


def makes_all(letters: Sequence[PressLetter]) -> list[bytes]:
    """All letters as PDF.

    Raises:
        ImportError: docxtpl is not installed.
    """
    import docxtpl

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = _template()
        for at, letter in enumerate(letters):
            document = docxtpl.DocxTemplate(io.BytesIO(template))
            document.render({"d": letter}, autoescape=True)
            document.save(folder / f"{at:03d}.docx")
        command = [office(), f"-env:UserInstallation={(folder / 'home').as_uri()}", "--headless",
                   "--convert-to", _FILTER, "--outdir", name]  # fmt: skip
        subprocess.run(
            [*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True
        )
        return [path.read_bytes() for path in sorted(folder.glob("*.pdf"))]


def _template() -> bytes:
    import docx

    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Sans", docx.shared.Pt(9.5)
    normal.paragraph_format.space_after = docx.shared.Pt(4)
    for text in ("{{ d.sender }}", "{{ d.sender_lines|join(', ') }}",
                 "{% for label, value in d.meta %}{{ label }}: {{ value }}  {% endfor %}",
                 "{{ d.addressee|join(', ') }}"):  # fmt: skip
        document.add_paragraph(text)
    document.add_heading("{{ d.subject }}", 1)
    document.add_paragraph("{{ d.salutation }}")
    for at in range(2):
        document.add_paragraph(f"{{{{ d.opening[{at}] }}}}")
    document.add_heading("Missionen", 2)
    document.add_paragraph("{{ d.mission }}")
    document.add_heading("Målet", 2)
    document.add_paragraph("{{ d.goal }}")
    _picture(document, a_letter(0))
    document.add_heading("Dit ansvar", 2)
    document.add_paragraph("{{ d.commitments_lead }}")
    _table(document, "commitments", 5)
    document.add_heading("Tidsplan", 2)
    document.add_paragraph("{{ d.milestones_lead }}")
    _table(document, "milestones", 3)
    document.add_heading("Opfølgning", 2)
    document.add_paragraph("{{ d.follow_up }}")
    for at in range(5):
        document.add_paragraph(f"{{{{ d.points[{at}] }}}}", style="List Bullet")
    document.add_paragraph("{{ d.closing }}")
    document.add_paragraph("{{ d.place_and_date }}")
    document.add_paragraph("{{ d.signatory|join(', ') }}")
    document.sections[0].footer.paragraphs[0].text = "{{ d.contact }} · {{ d.number }}"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _picture(document: Any, letter: PressLetter) -> None:
    import docx

    picture = io.BytesIO()
    figure = trajectory_figure(letter.plot, (467, 172), translator("da"))
    figure.savefig(picture, format="png", dpi=200)
    document.add_picture(picture, width=docx.shared.Mm(150))
    shape = document.inline_shapes[-1]
    shape._inline.docPr.set("descr", ALT)


def _table(document: Any, name: str, columns: int) -> None:
    made = document.add_table(rows=4, cols=columns, style="Light List")
    for column in range(columns):
        made.cell(0, column).text = f"{{{{ d.{name}_head[{column}] }}}}"
        made.cell(2, column).text = f"{{{{ row[{column}] }}}}"
    made.cell(1, 0).text = f"{{%tr for row in d.{name} %}}"
    made.cell(3, 0).text = "{%tr endfor %}"
