# SPDX-License-Identifier: Apache-2.0
"""The split detector (L3): two verbs joined by "og", "samt" or "and" are two commitments."""

from __future__ import annotations

import re
from typing import Final

from missiondesk.domain.late_dataclass import dataclass

# Infinitives (Danish) and imperatives (English) with which commitments begin. A closed list: by
# endings alone "skole" and "pleje" could not be told from verbs.
_DANISH = """
afdække afholde afklare aflevere afprøve afskaffe aftale analysere anbefale anlægge ansætte
arbejde bane bedre beskrive beskytte beslutte bestille bevilge bidrage bringe bygge drøfte
efteruddanne effektivisere ekspropriere etablere evaluere finansiere fjerne flytte foreslå forberede
forbedre forebygge forelægge foretage forhandle forhøje forkorte forlænge formidle forny fremlægge
fremme fremsætte fuldføre følge gennemføre genoprette give halvere haste hjælpe holde igangsætte
indberette inddrage indføre indgå indhente indkalde indrette indsamle informere invitere investere
iværksætte kortlægge koordinere kræve lancere lede levere lukke lægge løfte mindske modernisere
måle nedbringe nedlægge nedsætte offentliggøre omlægge omstille opbygge opdatere opfølge opfylde
opgøre ophæve oplyse opprioritere oprette opruste opsige opskalere opstille overdrage planlægge
præsentere prioritere redegøre reducere reformere regulere rekruttere rulle samarbejde samle sende
sikre skabe skrive stille styrke støtte sætte tage tilbyde tilføre tilpasse tilrettelægge teste
træffe uddanne udarbejde udbrede udbygge udfase udgive udpege udrulle udsende udvide udvikle
undersøge
understøtte undervise vedtage vurdere ændre øge åbne
"""
_ENGLISH = """
abolish adapt adopt agree analyse appoint assess begin bring build close collect complete consult
coordinate create cut decide define deliver design develop double draft embed ensure establish
evaluate expand finance fund halve hire hold implement improve increase introduce invest invite
launch lead lower make map measure modernise monitor negotiate offer open phase pilot plan prepare
present prioritise propose protect provide publish raise recruit reduce reform regulate remove
report review revise roll scale secure set simplify start stop strengthen submit support table
test train transfer update widen
"""
_VERBS: Final = {"da": frozenset(_DANISH.split()), "en": frozenset(_ENGLISH.split())}
_JOINT: Final = {
    "da": re.compile(r",?\s+(?:og|samt)\s+(?:at\s+)?(?=(\w+))", re.IGNORECASE),
    "en": re.compile(r",?\s+and\s+(?:to\s+)?(?=(\w+))", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Split:
    """Two actions found in one text: the verbs, and the text cut in two."""

    first_verb: str
    second_verb: str
    first: str
    second: str


def find_split(text: str, language: str) -> Split | None:
    """The first place where a second verb begins a second action, or None.

    Only a text that itself begins with a verb of the list can hold two actions; "at" or "to" before
    the verb is passed over.
    """
    verbs = _VERBS[language]
    opening = re.match(r"\s*(?:at\s+|to\s+)?(\w+)", text, re.IGNORECASE)
    if opening is None or opening.group(1).lower() not in verbs:
        return None
    for joint in _JOINT[language].finditer(text):
        second = joint.group(1)
        if second.lower() not in verbs:
            continue
        before, after = text[: joint.start()].rstrip(" ,"), text[joint.end() :].strip()
        return Split(opening.group(1), second, *_halves(before, after, opening.group(1)))
    return None


def _halves(before: str, after: str, first_verb: str) -> tuple[str, str]:
    """When the first half is a bare verb ("Udvikle og udbrede X"), both take the same object."""
    after = after.rstrip(" .")
    before = before.rstrip(" .")
    if before.lower().endswith(first_verb.lower()) and len(before.split()) <= 2:
        before = f"{before}{after[len(after.split()[0]) :]}"
    return before, after[0].upper() + after[1:]
