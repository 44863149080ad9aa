# SPDX-License-Identifier: Apache-2.0
"""Puts a table on the clipboard so that Excel, Word and a text field each get what they like."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

Cells = Sequence[Sequence[str]]


def as_tsv(cells: Cells) -> str:
    """Tab-separated lines; tabs and line ends inside a cell become spaces."""
    return "\r\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in cells)


def as_html(head: Sequence[str], cells: Cells) -> str:
    """An HTML table; all text escaped, no style, no address of any file."""
    import html  # with all its names of characters, for whoever copies

    top = "".join(f"<th>{html.escape(text)}</th>" for text in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>" for row in cells
    )
    start = f"<thead><tr>{top}</tr></thead>" if head else ""
    return f'<meta charset="utf-8"><table>{start}<tbody>{body}</tbody></table>'


def table_data(head: Sequence[str], cells: Cells) -> QMimeData:
    """Text with tabs and HTML together."""
    data = QMimeData()
    data.setText(as_tsv([head, *cells] if head else cells))
    data.setHtml(as_html(head, cells))
    return data


def cells_from_text(text: str) -> list[list[str]]:
    """The cells of a text copied from a spreadsheet: tabs part cells, lines part rows.

    A cell that Excel quoted because it holds a line end or a quote is read as one cell.
    """
    rows: list[list[str]] = [[""]]
    quoted = False
    fresh = True  # a quote opens a quoted cell only at its very beginning
    at = 0
    source = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    while at < len(source):
        sign = source[at]
        if quoted:
            if sign == '"' and source[at + 1 : at + 2] == '"':
                rows[-1][-1] += '"'
                at += 1
            elif sign == '"':
                quoted = False
            else:
                rows[-1][-1] += " " if sign == "\n" else sign
        elif sign == '"' and fresh and _closes(source, at):
            quoted = True
        elif sign == "\t":
            rows[-1].append("")
        elif sign == "\n":
            rows.append([""])
        else:
            rows[-1][-1] += sign
        fresh = not quoted and sign in "\t\n"
        at += 1
    return [[cell.strip() for cell in row] for row in rows]


def _closes(source: str, start: int) -> bool:
    """Whether the quote at ``start`` is closed at the end of a cell; else it is a plain sign."""
    at = start + 1
    while (at := source.find('"', at)) != -1:
        if source[at + 1 : at + 2] == '"':
            at += 2
            continue
        return at + 1 == len(source) or source[at + 1] in "\t\n"
    return False
