# SPDX-License-Identifier: Apache-2.0
"""What a document says about itself: only what is listed here, no user, no machine, no path."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import escape as escape_xml

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from missiondesk.documents.escaping import clean_text, one_line
from missiondesk.documents.tagged.srgb_profile import srgb_profile
from missiondesk.domain.late_dataclass import dataclass

PRODUCER = "missiondesk"
RELATIONSHIPS = ("Source", "Data", "Alternative", "Supplement", "Unspecified")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
_NOON = datetime.time(12, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """Title, issuing authority, subject and language of a document, and the date it bears.

    Args:
        title: Title as the reader's window shows it.
        language: BCP 47 tag of the text: "da-DK".
        issued: The document's date; it stands for the time of making, so that the same content
            makes the same bytes.
        author: The issuing authority, never a person.
        subject: A line on what it is.

    Raises:
        ValueError: Title or language is empty: no validator notices, every reader does.
    """

    title: str
    language: str
    issued: datetime.date
    author: str = ""
    subject: str = ""

    def __post_init__(self) -> None:
        if not one_line(self.title):
            raise ValueError("a document needs a title")
        if not self.language.strip():
            raise ValueError("a document needs a language")

    @property
    def moment(self) -> datetime.datetime:
        """The date as a moment in UTC; noon where no time of day is known."""
        if isinstance(self.issued, datetime.datetime):
            return self.issued.astimezone(datetime.UTC)
        return datetime.datetime.combine(self.issued, _NOON)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the document; ``relationship`` is one of `RELATIONSHIPS`."""

    name: str
    media_type: str
    data: bytes
    description: str
    relationship: str = "Data"


class AllowedInfo(pdfdoc.PDFObject):
    """The information dictionary, with the same entries as the XMP packet and no others."""

    __RefOnly__ = 1
    _dateFormatter = None  # ReportLab's `PDFDate` in the outline asks for it

    def __init__(self, info: DocumentInfo) -> None:
        self.title = one_line(info.title)
        self.author = one_line(info.author)
        self.subject = one_line(info.subject)
        self.invariant = 1

    def digest(self, signature: Any) -> None:
        """Let the document's fingerprint depend on what it says about itself."""
        signature.update(repr((self.title, self.author, self.subject)).encode("utf-8"))

    def format(self, document: Any) -> bytes:
        """The dictionary as bytes."""
        made = pdfdoc.PDFDate(ts=document._timeStamp)
        entries = {"Title": self.title, "Author": self.author, "Subject": self.subject}
        written = {name: PDFString(text) for name, text in entries.items() if text}
        written |= {"Creator": PDFString(PRODUCER), "Producer": PDFString(PRODUCER)}
        formatted: bytes = PDFDictionary({**written, "CreationDate": made, "ModDate": made}).format(
            document
        )
        return formatted


def stamp(document: Any, moment: datetime.datetime) -> None:
    """Make ``moment`` the time at which ``document`` says it was made, and its fingerprint too."""
    written = document._timeStamp
    written.t = moment.timestamp()
    written.lt = moment.timetuple()
    written.YMDhms = tuple(written.lt)[:6]
    written.dhh = written.dmm = 0
    written.tzname = "UTC"
    # ReportLab has already mixed the machine's own idea of the time into the fingerprint.
    document.signature = hashlib.md5(moment.isoformat().encode("ascii"), usedforsecurity=False)


def output_intent(document: Any) -> PDFArray:
    """The catalogue's OutputIntents: all colours are sRGB."""
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(_profile_stream(), "colour profile"),
    }
    return PDFArray([PDFDictionary(intent)])


@cache
def _profile_stream() -> bytes:
    stream = PDFStream(PDFDictionary({"N": 3}), srgb_profile(), [pdfdoc.PDFZCompress])
    written: bytes = stream.format(pdfdoc.DummyDoc())
    return written


def embedded_files(document: Any, attachments: Sequence[Attachment]) -> dict[str, Any]:
    """The catalogue's entries for ``attachments``: AF and Names, or nothing.

    Raises:
        ValueError: Two attachments bear one name, or one has no known relationship or media type.
    """
    if not attachments:
        return {}
    ordered = sorted(attachments, key=lambda each: one_line(each.name))
    if len({one_line(each.name) for each in ordered}) < len(ordered):
        raise ValueError("two attachments bear the same name")
    names: list[Any] = []
    references: list[Any] = []
    for attachment in ordered:
        reference = document.Reference(_file(document, attachment))
        names += [PDFString(one_line(attachment.name)), reference]
        references.append(reference)
    tree = PDFDictionary({"Names": PDFArray(names)})
    return {"AF": PDFArray(references), "Names": PDFDictionary({"EmbeddedFiles": tree})}


def _file(document: Any, attachment: Attachment) -> PDFDictionary:
    if attachment.relationship not in RELATIONSHIPS:
        raise ValueError(f"no such relationship: {attachment.relationship!r}")
    if not _MEDIA_TYPE.fullmatch(attachment.media_type):
        raise ValueError(f"not a media type: {attachment.media_type!r}")
    checksum = hashlib.md5(attachment.data, usedforsecurity=False).hexdigest()
    params = PDFDictionary(
        {
            "Size": len(attachment.data),
            "ModDate": pdfdoc.PDFDate(ts=document._timeStamp),
            "CheckSum": f"<{checksum}>",
        }
    )
    head = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": "/" + attachment.media_type.replace("/", "#2F"),
        "Params": params,
    }
    stream = PDFStream(PDFDictionary(head), attachment.data, [pdfdoc.PDFZCompress])
    reference = document.Reference(stream)
    name = PDFString(one_line(attachment.name))
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": name,
            "UF": name,
            "Desc": PDFString(clean_text(attachment.description)),
            "AFRelationship": PDFName(attachment.relationship),
            "EF": PDFDictionary({"F": reference, "UF": reference}),
        }
    )


def metadata_stream(info: DocumentInfo) -> PDFStream:
    """The catalogue's Metadata: the XMP packet that claims PDF/A-3a and PDF/UA-1."""
    head = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    # Without filters, so that a search engine can read it (PDF/A-3 6.6.2.1).
    return PDFStream(head, xmp_packet(info).encode("utf-8"), None)


def xmp_packet(info: DocumentInfo) -> str:
    """The XMP packet of a document.

    PDF/UA's own property has to be described in PDF/A-3, which does not know it (ISO 19005-3,
    6.6.2.3).
    """
    made = info.moment.strftime("%Y-%m-%dT%H:%M:%S+00:00")
    properties = [
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        _alternatives("dc:title", info.title),
        _array("dc:creator", "Seq", info.author),
        _alternatives("dc:description", info.subject),
        _array("dc:language", "Bag", info.language),
        f"<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>",
        f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>",
    ]
    return _PACKET.replace("PROPERTIES", "".join(properties))


def _alternatives(name: str, text: str) -> str:
    text = escape_xml(one_line(text))
    item = f'<rdf:li xml:lang="x-default">{text}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if text else ""


def _array(name: str, kind: str, text: str) -> str:
    text = escape_xml(one_line(text))
    item = f"<rdf:{kind}><rdf:li>{text}</rdf:li></rdf:{kind}>"
    return f"<{name}>{item}</{name}>" if text else ""


_SCHEMA = (
    '<rdf:Description rdf:about=""'
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that is followed</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
    "</rdf:Description>"
)
_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">PROPERTIES</rdf:Description>'
    f'{_SCHEMA}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
