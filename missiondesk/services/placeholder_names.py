# SPDX-License-Identifier: Apache-2.0
"""The names of placeholders as people read and type them, in the language of the letter.

What is kept in the workspace are the names of `domain.placeholders`, whatever the language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from missiondesk.domain.placeholders import PLACEHOLDERS, renamed

DANISH: Final[Mapping[str, str]] = {
    "mission.code": "mission.kode",
    "mission.title": "mission.titel",
    "mission.sentence": "mission.sætning",
    "mission.narrative": "mission.fortælling",
    "mission.challenge": "mission.udfordring",
    "mission.target_group": "mission.målgruppe",
    "mission.platform_reference": "mission.regeringsgrundlag",
    "mission.accountable": "mission.ansvarlig",
    "metric.name": "nøgletal.navn",
    "metric.unit": "nøgletal.enhed",
    "metric.source": "nøgletal.kilde",
    "metric.publisher": "nøgletal.udgiver",
    "metric.baseline": "nøgletal.udgangspunkt",
    "metric.baseline_period": "nøgletal.udgangspunkt_dato",
    "metric.target": "nøgletal.mål",
    "metric.target_period": "nøgletal.mål_dato",
    "metric.latest": "nøgletal.seneste",
    "metric.latest_period": "nøgletal.seneste_dato",
    "metric.next_publication": "nøgletal.næste_offentliggørelse",
    "metric.direction": "nøgletal.retning",
    "metric.method": "nøgletal.metode",
    "addressee.title": "modtager.titel",
    "addressee.name": "modtager.navn",
    "addressee.first_name": "modtager.fornavn",
    "addressee.ministry": "modtager.ministerium",
    "sender.name": "afsender.navn",
    "sender.place": "afsender.sted",
    "letter.number": "brev.nummer",
    "letter.date": "brev.dato",
    "letter.follow_up": "brev.opfølgning",
    "letter.cadence": "brev.hyppighed",
    "letter.first_100_days": "brev.første_100_dage",
    "former.number": "tidligere_brev.nummer",
    "former.date": "tidligere_brev.dato",
    "recall.reason": "tilbagekaldelse.begrundelse",
    "shared.titles": "fælles.titler",
    "initiatives.count": "initiativer.antal",
    "resources.years": "ressourcer.år",
    "resources.total": "ressourcer.ramme",
    "data.date": "data.dato",
}
_SHOWN: Final[Mapping[str, Mapping[str, str]]] = {"da": DANISH}
_KEPT: Final[Mapping[str, str]] = {
    **{name: name for name in PLACEHOLDERS},
    **{danish: name for name, danish in DANISH.items()},
}

NAMES: Final = frozenset(_KEPT)  # of all languages


def name_shown(name: str, language: str) -> str:
    """The name of a placeholder in a letter of this language."""
    return _SHOWN.get(language, {}).get(name, name)


def text_shown(text: str, language: str) -> str:
    """The text as it stands in the editor of a letter of this language.

    Only names that are filled are shown in another one: to what is printed as unknown, such as
    ``{{Mission.Title}}``, the name of a known one would give the lie.
    """
    return renamed(text, lambda name: name_shown(name, language))


def text_kept(typed: str) -> str:
    """The text as it is kept: names of any language become those of the closed set.

    A name that nobody knows stays, for the check to tell where it is.
    """
    return renamed(typed, lambda name: _KEPT.get(name.casefold(), name))
