# SPDX-License-Identifier: Apache-2.0
"""How long a passphrase would hold: an estimate from its words, figures and patterns.

It is meant to be too low rather than too high: a word counts as one of a few thousand common ones,
whatever it is and however short; what joins words in every sentence counts as next to nothing. What
others know of a person (a dog's name, a birthday) it cannot know.
"""

from __future__ import annotations

import math
import re
import unicodedata
from itertools import pairwise
from typing import Final

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_, Worded
from missiondesk.domain.refused import Refused

LONGEST: Final = 256  # letters
LEAST_BITS: Final = 45.0
_STRONG_BITS: Final = 65.0

_COMMON_WORD: Final = 12.0  # bits: one of four thousand
_SHORTEST_WORD: Final = 3  # letters
_JOINING: Final = 4.0  # bits of a word that follows from its neighbours
_ROWS: Final = (
    "qwertyuiopå",
    "asdfghjklæø",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyzæøå",
    "01234567890",
)
# Of the words that are tried first; a few bits each, whatever surrounds them.
_TRIED_FIRST: Final = frozenset(
    """
    password kodeord adgangskode hemmelig hemmeligt velkommen welcome admin
    administrator missiondesk mission missioner sekretariat statsminister
    statsministeriet minister regering regeringen danmark denmark christiansborg
    slotsholmen folketinget sommer vinter forår efterår januar februar marts april maj
    juni juli august september oktober november december mandag tirsdag onsdag torsdag
    fredag lørdag søndag kaffe fodbold skat elsker kærlighed letmein dragon monkey
    master login test hemlig passphrase secret
    """.split()  # noqa: SIM905
)
# In every sentence: whoever guesses a sentence knows them.
_JOINS: Final = frozenset(
    """
    alle ham han har hun var den der det dig din dit som til ved vil kan man med mig min mit
    mod når nok nej ned ind hos før for fra her hen jeg jer men ikke meget eller også over
    under efter være blev bliver skal dem dets vores deres hvor hvad hvem hver end sig sin
    the and you are not for was but his her she him has had our out who all can one with that
    this they them from have will your what there
    """.split()  # noqa: SIM905
)
# Whoever hears one of them says the next.
_NEXT: Final = frozenset(
    pair
    for row in (
        "en to tre fire fem seks syv otte ni ti elleve tolv",
        "one two three four five six seven eight nine ten eleven twelve",
    )
    for words in (row.split(), row.split()[::-1])
    for pair in pairwise(words)
)
_LEET: Final = str.maketrans("013457@$!", "oieastasi")


class Grade(Worded):
    """What the estimate comes to."""

    WEAK = "weak", N_("Too weak")
    FAIR = "fair", N_("Holds")
    STRONG = "strong", N_("Strong")


@dataclass(frozen=True, slots=True)
class Strength:
    """An estimate of a passphrase.

    Attributes:
        bits: Two to this power are the tries that it takes at most.
    """

    bits: float

    @property
    def grade(self) -> Grade:
        """In one word."""
        if self.bits < LEAST_BITS:
            return Grade.WEAK
        return Grade.STRONG if self.bits >= _STRONG_BITS else Grade.FAIR

    @property
    def share(self) -> float:
        """How much of what is strong it comes to."""
        return min(1.0, self.bits / _STRONG_BITS)


def strength_of(passphrase: str) -> Strength:
    """The estimate."""
    text = unicodedata.normalize("NFC", passphrase)[:LONGEST]
    seen: set[str] = set()
    bits, before = 0.0, ""
    for part in re.findall(r"[^\W\d_]+|\d+|[^\w\s]+|_+", text):
        folded = part.casefold()
        known = folded in seen or (before, folded) in _NEXT
        bits += 1.0 if known else _bits_of(part, folded)
        seen.add(folded)
        before = folded
    whole = text.casefold().translate(_LEET).strip(" .,!?0123456789")
    if whole in _TRIED_FIRST:
        bits = min(bits, 12.0)
    return Strength(bits)


def require_strong(passphrase: str) -> None:
    """Refuse what a patient stranger with the file finds out.

    Raises:
        Refused: It is too weak or too long (field "passphrase").
    """
    if len(passphrase) > LONGEST:
        raise Refused(
            N_("The passphrase is longer than {most} letters."), field="passphrase", most=LONGEST
        )
    if strength_of(passphrase).grade is Grade.WEAK:
        raise Refused(
            N_(
                "Too weak: whoever finds the file can try millions in peace. Take five or more "
                "words that have nothing to do with each other, and not those that everybody "
                "thinks of first."
            ),
            field="passphrase",
        )


def _bits_of(part: str, folded: str) -> float:
    if _is_run(folded):
        return 4.0
    if part.isdecimal():
        return _of_figures(part)
    if part.isalpha():
        return _of_letters(part, folded)
    return 4.0 + len(set(part)) - 1.0


def _of_letters(part: str, folded: str) -> float:
    if folded in _TRIED_FIRST:
        return 5.0
    if folded in _JOINS:
        return _JOINING
    mixed = not (part.islower() or part.isupper() or part.istitle())
    different = len(set(folded))
    most = 4.5 * different  # "aaaaaaa" is one letter
    word = 2.5 * len(part)
    if len(part) >= _SHORTEST_WORD:
        word = _COMMON_WORD + 0.5 * max(0, len(part) - 4)
    return min(most, word) + (2.0 if mixed else 0.0)


def _of_figures(part: str) -> float:
    if len(part) == 4 and part[:2] in ("19", "20"):
        return 7.0
    if len(part) in (6, 8) and 1 <= int(part[:2]) <= 31 and 1 <= int(part[2:4]) <= 12:
        return 14.0
    again = (part + part).find(part, 1)
    if again < len(part):  # "20102010"
        return _of_figures(part[:again]) + 1.0
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(part)}
    if len(set(part)) <= 2 or len(steps) == 1 or (len(part) > 4 and len(steps) == 2):
        return 4.0  # "12345678901234", "112233445566"
    return len(part) * math.log2(10)


def _is_run(folded: str) -> bool:
    """Three or more that follow each other on the keyboard, in the alphabet or in counting."""
    return len(folded) > 2 and any(
        folded in row or folded in row[::-1] or folded in row * 2 for row in _ROWS
    )
