# SPDX-License-Identifier: Apache-2.0
"""Small PX files by hand: the corners of the format, in the letters they come in."""

from __future__ import annotations

HEAD = """\
CHARSET="ANSI";
AXIS-VERSION="2010";
CODEPAGE="utf-8";
LANGUAGE="da";
DECIMALS=1;
SHOWDECIMALS=1;
MATRIX="NEET1";
SUBJECT-AREA="Unge";
SUBJECT-CODE="U";
TITLE="Unge uden job efter område og tid";
CONTENTS="Unge uden job";
UNITS="pct.";
STUB="område";
HEADING="tid";
VALUES("område")="Hele landet","Øerne";
VALUES("tid")="2019","2020","2021";
CODES("område")="000","001";
CODES("tid")="2019","2020","2021";
TIMEVAL("tid")=TLIST(A1),"2019","2020","2021";
SOURCE="Danmarks Statistik";
LAST-UPDATED="20211101 08:00";
"""
DATA = """DATA=
7.1 6.9 7.4
5.0 ".." "-"
;
"""
PLAIN = HEAD + DATA
KEYED = (
    HEAD.replace('HEADING="tid"', 'HEADING="tid"')
    + 'KEYS("område")=CODES;\nDATA=\n"001",5.0 ".." 5.2;\n'
)
CONTENTS = """\
CHARSET="ANSI";
AXIS-VERSION="2010";
LANGUAGE="en";
LANGUAGES="en","da";
MATRIX="C1";
SUBJECT-AREA="Transport";
CONTENTS="Goods";
DECIMALS=0;
UNITS="see contents";
STUB="length";
STUB[da]="længde";
HEADING="year","what";
HEADING[da]="år","indhold";
CONTVARIABLE="what";
CONTVARIABLE[da]="indhold";
VALUES("length")="all","under 100 km; short";
VALUES[da]("længde")="alle","under 100 km; kort";
VALUES("year")="2022*";
VALUES[da]("år")="2022*";
VALUES("what")="Goods","Mileage";
VALUES[da]("indhold")="Gods","Kørsel";
CODES("what")="G","M";
TIMEVAL("year")=TLIST(A1,"2022"-"2022");
PRECISION("what","Mileage")=2;
UNITS("Goods")="tonnes";
UNITS("Mileage")="km";
LAST-UPDATED("Goods")="20230418 08:00";
LAST-UPDATED("Mileage")="20230501 08:00";
NOTE="All of the country.#Preliminary.";
VALUENOTE("what","Mileage")="On roads only";
DATASYMBOL2="not available";
DATANOTECELL("*","*","M")="p";
DATA=
62755,1853;
"..",-4.7190493E2;
"""
DOS = PLAIN.replace('CHARSET="ANSI";\n', "").replace('CODEPAGE="utf-8";\n', "")
FILES = {
    "made_plain.px": PLAIN.encode(),
    "made_windows.px": PLAIN.encode("cp1252"),
    "made_dos.px": DOS.encode("cp850"),
    "made_utf16.px": PLAIN.encode("utf-16"),
    "made_keyed.px": KEYED.encode(),
    "made_contents.px": CONTENTS.encode("cp1252"),
}
