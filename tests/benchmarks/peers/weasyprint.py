# SPDX-License-Identifier: Apache-2.0
"""The letter by WeasyPrint: HTML with an SVG in it, fonts read once, PDF/UA-1."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from missiondesk.system.resources import resource
from tests.benchmarks.peers.chart import ALT, chart_of, svg_of
from tests.benchmarks.press_letter import PressLetter

SAID = "WeasyPrint, pdf/ua-1, HTML and SVG"
_STYLE = """
@page { size: A4; margin: 24mm 20mm 18mm 25mm;
  @bottom-left { content: string(contact); font-size: 8pt }
  @bottom-right { content: "Side " counter(page) " af " counter(pages); font-size: 8pt } }
body { font: 10pt/13.6pt "Source Sans 3"; string-set: contact attr(title) }
h1 { font-size: 14pt } h2 { font-size: 11pt; font-weight: 600; margin: 9pt 0 2pt }
p { margin: 0 0 5pt } table { width: 100%; border-collapse: collapse; font-size: 8.5pt }
th { text-align: left; border-bottom: 0.8pt solid } td { border-bottom: 0.25pt solid #c3c9d1 }
"""


def maker() -> Callable[[PressLetter], bytes]:
    """Makes one letter after the other with one style sheet."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    faces = "".join(
        f'@font-face {{ font-family: "Source Sans 3"; font-weight: {weight}; '
        f'src: url("{resource("fonts", f"SourceSans3-{name}.ttf").as_uri()}") }}'
        for name, weight in (("Regular", 400), ("SemiBold", 600), ("Bold", 700))
    )
    style = weasyprint.CSS(string=faces + _STYLE, font_config=fonts)

    def make(letter: PressLetter) -> bytes:
        made = weasyprint.HTML(string=_html(letter)).write_pdf(
            stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1"
        )
        assert isinstance(made, bytes)
        return made

    return make


def _html(one: PressLetter) -> str:
    def lines(texts: Sequence[str]) -> str:
        return "<br>".join(map(escape, texts))

    def paragraphs(*texts: str) -> str:
        return "".join(f"<p>{escape(text)}</p>" for text in texts)

    return "".join(
        (
            f'<html lang="da"><head><title>{escape(one.subject)}</title></head>',
            f'<body title="{escape(one.contact)}">',
            f"<p><b>{escape(one.sender)}</b><br>{lines(one.sender_lines)}</p>",
            f"<p>{lines([f'{label}: {value}' for label, value in one.meta])}</p>",
            f"<p>{lines(one.addressee)}</p><h1>{escape(one.subject)}</h1>",
            paragraphs(one.salutation, *one.opening),
            f"<h2>Missionen</h2><p><b>{escape(one.mission)}</b></p><h2>Målet</h2>",
            paragraphs(one.goal),
            f'<figure role="img" aria-label="{escape(ALT)}">{svg_of(chart_of(one.plot))}</figure>',
            f"<h2>Dit ansvar</h2>{paragraphs(one.commitments_lead)}",
            _table(one.commitments_head, one.commitments),
            f"<h2>Tidsplan</h2>{paragraphs(one.milestones_lead)}",
            _table(one.milestones_head, one.milestones),
            f"<h2>Opfølgning</h2>{paragraphs(one.follow_up)}<ul>",
            *(f"<li>{escape(point)}</li>" for point in one.points),
            f"</ul>{paragraphs(one.closing, one.place_and_date)}",
            f'<p style="margin-top: 14mm">{lines(one.signatory)}</p></body></html>',
        )
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    heads = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
