# SPDX-License-Identifier: Apache-2.0
"""The letter by typst: one warm compiler, words as data, the chart as SVG, PDF/UA-1."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import UTC, datetime

from missiondesk.system.resources import resource
from tests.benchmarks.peers.chart import ALT, chart_of, svg_of
from tests.benchmarks.press_letter import PressLetter

SAID = "typst, warm compiler, ua-1, chart as SVG"
_WHEN = datetime(2026, 11, 2, tzinfo=UTC)
_LETTER = r"""
#let d = json(bytes(sys.inputs.letter))
#set document(title: d.subject, author: d.sender, date: datetime(year: 2026, month: 11, day: 2))
#set page(paper: "a4", margin: (left: 25mm, right: 20mm, top: 24mm, bottom: 18mm),
  footer: [#set text(8pt); #d.contact #h(1fr) #d.number · Side #context counter(page).display()
    af #context counter(page).final().first()])
#set text(font: "Source Sans 3", size: 10pt, lang: "da", hyphenate: false)
#set par(leading: 4.4pt, spacing: 8pt)
#show heading.where(level: 1): set text(14pt)
#show heading.where(level: 2): set text(11pt, weight: "semibold")
#set table(stroke: (x, y) => if y == 1 { (top: 0.8pt) } else { (top: 0.25pt) },
  inset: (x: 0pt, y: 3pt), column-gutter: 8pt)
#place(top + right, block(width: 63mm, { set text(8.5pt)
  for (label, value) in d.meta [#label: #value \ ] }))
#text(weight: "bold")[#d.sender] \
#text(8.5pt)[#d.sender_lines.join([ \ ])]
#v(12mm)
#d.addressee.join([ \ ])
#v(12mm)
= #d.subject
#d.salutation
#for text in d.opening [
  #text
]
== Missionen
#strong(d.mission)
== Målet
#d.goal
#figure(image(bytes(sys.inputs.chart), format: "svg", width: 165mm, alt: sys.inputs.alt))
== Dit ansvar
#d.commitments_lead
#{
  set text(8.5pt)
  table(columns: (22pt, 1.9fr, 1fr, 0.85fr, 1fr),
    table.header(..d.commitments_head.map(strong)), ..d.commitments.flatten())
}
== Tidsplan
#d.milestones_lead
#{
  set text(8.5pt)
  table(columns: (0.7fr, 1.7fr, 1fr),
    table.header(..d.milestones_head.map(strong)), ..d.milestones.flatten())
}
== Opfølgning
#d.follow_up
#list(..d.points)
#d.closing

#d.place_and_date
#v(14mm)
#d.signatory.join([ \ ])
"""


def maker() -> Callable[[PressLetter], bytes]:
    """Makes one letter after the other with the same compiler."""
    import typst

    compiler = typst.Compiler(font_paths=[str(resource("fonts"))], ignore_system_fonts=True)
    program = _LETTER.encode()

    def make(letter: PressLetter) -> bytes:
        words = dataclasses.replace(letter, plot=None)  # type: ignore[arg-type]
        inputs = {
            "letter": json.dumps(dataclasses.asdict(words)),
            "chart": svg_of(chart_of(letter.plot)),
            "alt": ALT,
        }
        made = compiler.compile(
            program, format="pdf", sys_inputs=inputs, pdf_standards="ua-1", timestamp=_WHEN
        )
        assert isinstance(made, bytes)
        return made

    return make
