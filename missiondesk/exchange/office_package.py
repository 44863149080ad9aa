# SPDX-License-Identifier: Apache-2.0
"""The package of an office file as it leaves the house: the same bytes from the same content, and
nobody's name, machine or moment of writing in it.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from missiondesk.domain.late_dataclass import dataclass

# What XML cannot hold, and halves of pairs.
UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIXED: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Properties:
    """All that the file says of itself (SEC-06): no person, machine or moment of writing."""

    title: str
    language: str
    authority: str = ""
    data_date: date | None = None
    subject: str = ""


def settled(data: bytes, properties: Properties) -> bytes:
    """The package with fixed times, and with our own properties instead of the library's."""
    own = {"docProps/core.xml": _core(properties), "docProps/app.xml": _app()}
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            told = zipfile.ZipInfo(name, _FIXED)
            told.compress_type = zipfile.ZIP_DEFLATED
            told.create_system = 0
            after.writestr(told, own.get(name) or before.read(name))
    return stream.getvalue()


def _core(properties: Properties) -> bytes:
    parts = [
        f"<dc:title>{_xml(properties.title)}</dc:title>",
        f"<dc:language>{_xml(properties.language)}</dc:language>",
    ]
    if properties.subject:
        parts.append(f"<dc:subject>{_xml(properties.subject)}</dc:subject>")
    if properties.authority:
        parts.append(f"<dc:creator>{_xml(properties.authority)}</dc:creator>")
    if properties.data_date is not None:
        moment = f"{properties.data_date.isoformat()}T00:00:00Z"
        for name in ("created", "modified"):
            kind = 'xsi:type="dcterms:W3CDTF"'
            parts.append(f"<dcterms:{name} {kind}>{moment}</dcterms:{name}>")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(parts)}</cp:coreProperties>"
    ).encode()


def _app() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Properties xmlns="{space}">'
        "<Application>missiondesk</Application></Properties>"
    ).encode()


def _xml(text: str) -> str:
    return escape(UNWRITABLE.sub("", text))
