# SPDX-License-Identifier: Apache-2.0
"""Text without what nobody sees: controls, bidi marks and halves of pairs make it read otherwise
than it is, and no document may hold them.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Harmless text, the common case: nothing in it that cleaning would touch.
_PLAIN = re.compile(r"[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]*\Z")
# Controls, format characters (bidi, zero width, soft hyphen, tags), lone surrogates, variation
# selectors: they draw nothing, and some of them make text read otherwise than it is.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def clean_text(text: str) -> str:
    """``text`` in NFC without controls, bidi and other unseen characters or lone surrogates.

    Line ends of every kind become a line feed, other white space becomes a space; spaces that
    may not be broken at stay so. Good for metadata, alternative texts and names as it is.
    """
    if _PLAIN.match(text):
        return unicodedata.normalize("NFC", text)
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    kept = "".join(_seen(character) for character in text)
    return unicodedata.normalize("NFC", kept)


def one_line(text: str) -> str:
    """`clean_text` with every stretch of white space made one space."""
    return " ".join(clean_text(text).split())


def brief(text: str, most: int) -> str:
    """`one_line`, ended at a word with an ellipsis where it would be longer than ``most`` signs."""
    line = one_line(text)
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    if line[most - 1] != " " and " " in kept[most // 2 :]:
        kept = kept.rsplit(" ", 1)[0]
    return f"{kept.rstrip(' ,;:–-')}…"


def _seen(character: str) -> str:
    kind = unicodedata.category(character)
    if character == "\n":
        return character
    if kind == "Zs":
        return "\u00a0" if character in "\u00a0\u2007\u202f" else " "
    code = ord(character)
    if kind in _UNSEEN or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return ""
    return "" if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF else character
