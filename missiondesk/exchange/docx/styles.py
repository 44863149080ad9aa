# SPDX-License-Identifier: Apache-2.0
"""The look of a letter in Word: its language, its few styles and nothing else of the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from missiondesk.exchange.docx.elements import element, only
from missiondesk.language.translator import Translator

if TYPE_CHECKING:
    from docx.document import Document

FONT: Final = "Calibri"  # every Word has it; LibreOffice has one of the same widths
INK: Final = "1B1F24"
QUIET: Final = "5B6470"
LINE: Final = "C3C9D1"
_TEXT, DETAIL_SIZE, _SMALL = 10.0, 8.5, 8.0  # points, as on paper

_KEPT: Final = frozenset(
    {
        "Normal", "Heading1", "Heading2", "Heading3", "Header", "Footer", "ListBullet",
        "ListNumber", "Caption", "DefaultParagraphFont", "TableNormal", "NoList",
    }
)  # fmt: skip
_LEFT_OUT: Final = ("/stylesWithEffects", "/webSettings", "/customXml")
_TABLE: Final = """\
<w:style {space} w:type="table" w:customStyle="1" w:styleId="LetterTable">
 <w:name w:val="Letter table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
 <w:tblPr><w:tblBorders>
  <w:top w:val="single" w:sz="6" w:space="0" w:color="{ink}"/>
  <w:bottom w:val="single" w:sz="6" w:space="0" w:color="{ink}"/>
  <w:insideH w:val="single" w:sz="2" w:space="0" w:color="{line}"/>
 </w:tblBorders><w:tblCellMar>
  <w:top w:w="30" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
  <w:bottom w:w="30" w:type="dxa"/><w:right w:w="115" w:type="dxa"/>
 </w:tblCellMar></w:tblPr>
 <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>
  <w:bottom w:val="single" w:sz="6" w:space="0" w:color="{ink}"/>
 </w:tcBorders></w:tcPr></w:tblStylePr>
 <w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>
</w:style>"""


class Styles:
    """The document's styles; those that Word knows bear Word's names, which it translates."""

    def __init__(self, document: Document, tr: Translator) -> None:
        self._document = document
        self._sheet: Any = document.styles
        _strip(document)
        _speak(document, tr)
        self._built_in()
        sheet = self._sheet.element
        sheet.append(parse_xml(_TABLE.format(space=nsdecls("w"), ink=INK, line=LINE)))
        self.table = self._sheet["Letter table"]
        self.mission = self._made("Mission", tr.say_in("Word style", "Mission"), size=11)
        self.mission.font.bold = True
        self.cell = self._made(
            "TableText", tr.say_in("Word style", "Table text"), DETAIL_SIZE, after=0
        )
        self.number = self._made(
            "TableNumber", tr.say_in("Word style", "Table number"), DETAIL_SIZE, after=0
        )
        self.number.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self.fact = self._made("Fact", tr.say_in("Word style", "Fact"), DETAIL_SIZE, after=1)
        hanging(self.fact, 40)
        self.signing = self._made("Signing", tr.say_in("Word style", "Signing"), after=0)
        self.mark = self._made("Mark", tr.say_in("Word style", "Mark"), 14, QUIET, after=0)
        self.mark.font.bold = True

    def close(self, key: str, name: str, size: float = _TEXT) -> Any:
        """A style of lines that stand close to each other, as in an address."""
        style = self._made(key, name, size, after=0)
        style.paragraph_format.line_spacing = 1.0
        return style

    def __getitem__(self, name: str) -> Any:
        return self._sheet[name]

    def _built_in(self) -> None:
        self._set(self["Normal"], _TEXT, INK, after=5)
        self["Normal"].paragraph_format.line_spacing = 1.12
        for name, size, before, after in (
            ("Heading 1", 14, 0, 7),
            ("Heading 2", 11, 11, 3),
            ("Heading 3", 10, 8, 2),
        ):
            style = self._set(self[name], size, INK, after=after)
            style.font.bold, style.font.italic = True, False
            style.paragraph_format.space_before = Pt(before)
            style.paragraph_format.keep_with_next = True
        for name in ("List Bullet", "List Number"):
            self._set(self[name], _TEXT, INK, after=2)
        for name in ("Header", "Footer"):
            style = self._set(self[name], _SMALL, QUIET, after=0)
            # The template's stops are those of another paper.
            for stops in style.element.pPr.findall(qn("w:tabs")):
                style.element.pPr.remove(stops)
        caption = self._set(self["Caption"], _SMALL, QUIET, after=6)
        caption.font.bold = False

    def _made(
        self, key: str, name: str, size: float = _TEXT, colour: str = INK, after: float = 5
    ) -> Any:
        style = self._sheet.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), key)
        style.base_style = self["Normal"]
        return self._set(style, size, colour, after)

    def _set(self, style: Any, size: float, colour: str, after: float) -> Any:
        style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(colour)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in list(fonts.attrib):  # the template's headings take the theme's font
            del fonts.attrib[name]
        for name in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{name}"), FONT)
        style.paragraph_format.space_after = Pt(after)
        return style


def hanging(style: Any, millimetres: float) -> None:
    """Labels to the left, values after a tab."""
    layout = style.paragraph_format
    layout.left_indent, layout.first_line_indent = Mm(millimetres), Mm(-millimetres)
    layout.tab_stops.add_tab_stop(Mm(millimetres))


def _strip(document: Document) -> None:
    """Take out what the library's template brings along: pictures, styles, marks of editing."""
    package = document.part.package
    for relations in (package.rels, document.part.rels):
        for key, one in list(relations.items()):
            if one.reltype.endswith((*_LEFT_OUT, "/thumbnail")):
                del relations[key]
    sheet = document.styles.element
    for style in sheet.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _KEPT:
            sheet.remove(style)
            continue
        # The other half of a linked pair is gone, and so is the template's editing.
        for name in ("w:link", "w:rsid"):
            for one in style.findall(qn(name)):
                style.remove(one)
    for mark in list(document.sections[0]._sectPr.attrib):  # of editing too
        del document.sections[0]._sectPr.attrib[mark]
    settings = document.settings.element
    gone = ("w:zoom", "w:rsids", "w:savePreviewPicture", "w:doNotAutoCompressPictures", "w14:docId")
    for name in gone:
        for one in settings.findall(qn(name)):
            settings.remove(one)


def _speak(document: Document, tr: Translator) -> None:
    """Set the document's language, in the defaults and in the style of all text."""
    sheet = document.styles.element
    defaults = sheet.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    normal = sheet.get_by_id("Normal").get_or_add_rPr()
    for properties in (defaults, normal):
        only(properties, element("w:lang", val=tr.tag, eastAsia=tr.tag, bidi="ar-SA"))
    settings = document.settings.element
    only(settings, element("w:themeFontLang", val=tr.tag))
    only(settings, element("w:decimalSymbol", val="," if tr.lang == "da" else "."))
    only(settings, element("w:listSeparator", val=";" if tr.lang == "da" else ","))
