# SPDX-License-Identifier: Apache-2.0
"""Shows one page of the guide: from the package alone, nothing is ever fetched or opened."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from missiondesk.ui.help.topics import Topic, anchor_of, picture, split_link
from missiondesk.ui.theme import DETAIL, HEADING, SECTION, TEXT, colour, font, points

WIDEST = 900  # px of a page with its pictures
_TEXT = 640  # px of a line of text: longer ones are hard to follow
_SIDE = 32
_PICTURE = re.compile(r"^!\[(.+?)\]\(([a-z0-9-]+\.png)\)\s*$", re.MULTILINE)
_SIZES = {1: HEADING, 2: SECTION, 3: TEXT}
_ABOVE = {1: 0, 2: 26, 3: 16}
_Property = QTextFormat.Property
_Line = QTextBlockFormat.LineHeightTypes.ProportionalHeight


class HelpReader(QTextBrowser):
    """A page of the guide in the desk's type and colours.

    Attributes:
        asked: Topic and anchor of a link that was followed; "" for the topic is this page.
    """

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpReader")
        self.setProperty("look", "reader")
        # Links are told, never opened: no address outside the guide is ever asked for.
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(WIDEST)
        self.anchorClicked.connect(self._follow)
        self._language = "da"
        self._shown: tuple[Topic, str] | None = None
        self._wide = 0
        self._reading = False
        self._paper: QTextDocument | None = None

    def show_topic(self, topic: Topic, language: str, extra: str = "") -> None:
        """Show a page from its top; ``extra`` is Markdown that the program adds at its end."""
        self._shown, self._language = (topic, extra), language
        self.setAccessibleName(topic.title)
        self._read()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _read(self) -> None:
        # Taking a page over may take or give a scroll bar, and with it the width to write for: read
        # again afterwards, for amid it Qt would lose the page that it is taking over.
        if self._shown is None or self._reading:
            return
        self._reading = True
        try:
            self._lay_out(*self._shown)
            if self._wide != self._width():
                self._lay_out(*self._shown)
        finally:
            self._reading = False

    def _lay_out(self, topic: Topic, extra: str) -> None:
        self._wide = self._width()
        # A new one: a document that was cleared keeps the look of its first line.
        former, self._paper = self._paper, QTextDocument(self)
        paper = self._paper
        paper.setDefaultFont(font(TEXT))
        paper.setDocumentMargin(_SIDE)
        paper.setIndentWidth(22)
        # Before the text comes: links are coloured as it is read.
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Link, colour("accent"))
        self.setPalette(palette)
        text = _PICTURE.sub(r"![\1](\2)\n\n*\1*", f"{topic.text}\n{extra}")
        features = QTextDocument.MarkdownFeature
        paper.setMarkdown(text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        self.setDocument(paper)
        if former is not None:
            former.deleteLater()  # with its pictures: Qt keeps some megabytes of each otherwise
        self._dress()

    def go_to(self, anchor: str) -> bool:
        """Bring the heading of this name to the top; False when there is none."""
        for block in self._blocks():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(max(round(top) - 12, 0))
                return True
        return False

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture of the guide by its name; nothing else, from nowhere else."""
        url = QUrl(name) if isinstance(name, str) else name
        path = picture(url.path().removesuffix(".png"), self._language)
        if kind != QTextDocument.ResourceType.ImageResource.value or url.scheme() or path is None:
            return None
        image = QImage(str(path))
        ratio = self.devicePixelRatioF()
        wide = min(round((self._wide - 2 * _SIDE) * ratio), image.width())
        made = image.convertToFormat(QImage.Format.Format_RGB32).scaledToWidth(
            wide, Qt.TransformationMode.SmoothTransformation
        )
        made.setDevicePixelRatio(ratio)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setLineWrapColumnOrWidth(self._width())
        if self._wide != self._width():
            place = self.verticalScrollBar().value()
            self._read()
            self.verticalScrollBar().setValue(place)

    def _width(self) -> int:
        return max(min(self.viewport().width(), WIDEST), 10 * _SIDE)

    def _follow(self, url: QUrl) -> None:
        if not url.scheme():
            self.asked.emit(*split_link(url.toString()))

    # -- look ----------------------------------------------------------------------------
    def _dress(self) -> None:
        # As one change: otherwise the page is laid out again after each of some hundred.
        whole = QTextCursor(self.document())
        whole.beginEditBlock()
        for block in self._blocks():
            level = block.blockFormat().headingLevel()
            shape = QTextBlockFormat()
            shape.setLineHeight(112.0 if level else 124.0, _Line.value)
            inside = block.textList() is not None or QTextCursor(block).currentTable() is not None
            shape.setTopMargin(_ABOVE.get(level, 0))
            shape.setBottomMargin(8 if level else 3 if inside else 10)
            if "\ufffc" in block.text():
                shape.setLineHeight(0.0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            elif QTextCursor(block).currentTable() is None:
                shape.setRightMargin(max(self._wide - 2 * _SIDE - _TEXT, 0))
            if block.blockFormat().hasProperty(_Property.BlockCodeFence.value):
                shape.setBackground(colour("frame"))
                shape.setBottomMargin(0)
            cursor = QTextCursor(block)
            cursor.mergeBlockFormat(shape)
            _dress_words(block, level)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)
        whole.endEditBlock()

    def _blocks(self) -> list[QTextBlock]:
        found, block = [], self.document().begin()
        while block.isValid():
            found.append(block)
            block = block.next()
        return found


def _dress_words(block: QTextBlock, level: int) -> None:
    parts: list[tuple[int, int, QTextCharFormat]] = []
    piece = block.begin()
    while not piece.atEnd():
        words = piece.fragment()
        parts.append((words.position(), words.length(), words.charFormat()))
        piece += 1
    caption = bool(parts) and all(shape.fontItalic() for _, _, shape in parts)
    for place, length, shape in parts:
        if shape.isImageFormat():
            continue
        code = shape.fontFixedPitch()
        size = _SIZES.get(level, DETAIL if caption else TEXT)
        shape.clearProperty(_Property.FontSizeAdjustment.value)
        shape.setFontFamilies(font().families())
        shape.setFontFixedPitch(False)
        shape.setFontPointSize(points(size))
        if level:
            shape.setFontWeight(700 if level == 1 else 600)
        elif shape.fontWeight() > 400:
            shape.setFontWeight(600)
        if caption:
            shape.setFontItalic(False)
        if shape.isAnchor():
            shape.setForeground(colour("accent"))
            shape.setFontUnderline(True)
        else:
            shape.setForeground(colour("quiet" if caption else "ink"))
        if code:
            shape.setBackground(colour("chosen"))
        cursor = QTextCursor(block)
        cursor.setPosition(place)
        cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(shape)


def _dress_table(table: QTextTable) -> None:
    shape = table.format()
    shape.setBorder(1)
    shape.setBorderBrush(colour("hair"))
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderCollapse(True)
    shape.setCellPadding(5)
    shape.setCellSpacing(0)
    shape.setTopMargin(4)
    shape.setBottomMargin(12)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 98))
    table.setFormat(shape)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        head = cell.format()
        head.setBackground(colour("frame"))
        cell.setFormat(head)
