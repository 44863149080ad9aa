# SPDX-License-Identifier: Apache-2.0
"""Four words that tell a version of a workspace, so that two people can compare it by telephone.

There is one list for both languages: who reads the screen in Danish and who reads it in English
have to see the same four words. The words are plain Danish ones without æ, ø and å, no two of which
begin with the same four letters. Four of 256 words are 32 bits, plenty against mistakes; each try
of whoever would make another version with the same words costs a tenth of a second and 16 MB.
"""

from __future__ import annotations

import hashlib
from typing import Final

_LIST: Final = """
agurk alarm album ampel anker apotek april arena arkiv atlas avis bager bakke balkon banan
bank beton bibel bille bjerg blomst bluse blyant bolig bord brev broder buket bukser butik
cafe cello cirkel citron creme cykel dame dans dessert diamant domino dreng drue dyne dykker
egern ekko elefant elev engel etage fabrik fakkel familie fane februar fest figen filt
finger fjeld fjord flag flaske flod flue frakke fregat frost frugt fugl garage gedde gemse
giraf gitar glas globus gnist gran gris grotte guld gummi gynge halm hammer harpe have
himmel hjelm hjerte hjort hjul hobby hotel humle hund hval hvede hytte insekt isbjerg jagt
januar jolle juli kaffe kage kaktus kamel kano kanin kasse kiks kilde kirke kiste kjole
klippe klokke knap kniv kobber komet konge korn krabbe krone kube kurv kuffert lagkage
lagune laks lampe land lejr leopard linje lomme magnet mais maler mandel mappe medalje melon
metal metro mikser minut mirakel model mose motor mule museum musik myre nabo nummer oase
oliven olie onkel opera orange orgel padde palme panda papir park pasta peber pelikan perle
pilot pind pipe plante polka pony prins pudding puma pumpe punkt pyjamas radio raket ramme
rejse ridder ring robot rosin runde rytter sabel saft salat samba sauna sofa sejl sekund
seng sennep sild silke sirup skjorte skov slange slot sommer spand sten stol strand suppe
svamp svane sweater symbol tango tapet taxa teater terning tiger tivoli tomat torsk torv
trappe tromme trold tulipan tunnel turist ugle vaffel valmue vante vaskeri veranda viking
villa violin vogn vulkan yoghurt zebra
"""
WORDS: Final = tuple(_LIST.split())
COUNT: Final = 4


def fingerprint(revision: bytes) -> str:
    """The words of a version, by the hash of what it holds: "kaffe tulipan ridder jolle"."""
    drawn = hashlib.scrypt(revision, salt=b"missiondesk", n=1 << 14, r=8, p=1, dklen=COUNT)
    return " ".join(WORDS[number] for number in drawn)
