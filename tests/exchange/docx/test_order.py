# SPDX-License-Identifier: Apache-2.0
"""Word refuses a file whose elements stand in another order than the format (ECMA-376) has."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx.oxml.ns import qn
from lxml import etree

from missiondesk.exchange.docx import write_letter
from tests.documents.letters_of import a_draft, a_letter, a_trajectory

ORDER = {
    "w:pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "w:rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
        "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "w:tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription"
    ),
    "w:tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection vAlign",
    "w:tblBorders": "top left start bottom right end insideH insideV",
    "w:tblCellMar": "top left start bottom right end",
    "w:style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
        "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr "
        "tblStylePr"
    ),
    "w:sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
        "docGrid printerSettings"
    ),
    "w:tbl": "tblPr tblGrid tr",
    "w:tr": "tblPrEx trPr tc",
    "w:tc": "tcPr p tbl",
}  # fmt: skip


@pytest.mark.parametrize("language", ["da", "en"])
def test_elements_stand_in_the_order_of_the_format(language: str) -> None:
    letter = a_draft() if language == "da" else a_letter("en")
    data = write_letter(letter, a_trajectory(language))
    seen = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(package.read(name))
            for parent, names in ORDER.items():
                wanted = [qn(f"w:{one}") for one in names.split()]
                for element in root.iter(qn(parent)):
                    found = [child.tag for child in element]
                    # Head and foot may be named in any order, and often.
                    places = [0 if "Reference" in tag else wanted.index(tag) for tag in found]
                    assert places == sorted(places), f"{name}: {etree.tostring(element)[:400]!r}"
                    seen += 1
    assert seen > 200


def test_every_part_has_a_type_and_every_relation_a_part() -> None:
    data = write_letter(a_draft(), a_trajectory())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        types = etree.fromstring(package.read("[Content_Types].xml"))
        overrides = {one.get("PartName", "").lstrip("/") for one in types} - {""}
        endings = {one.get("Extension") for one in types}
        assert overrides <= names
        for name in names - {"[Content_Types].xml"}:
            assert name in overrides or name.rpartition(".")[2] in endings, name
        for name in (one for one in names if one.endswith(".rels")):
            folder = name.split("_rels/")[0]
            for relation in etree.fromstring(package.read(name)):
                target = relation.get("Target")
                assert f"{folder}{target}" in names or target.lstrip("/") in names, (name, target)
