# SPDX-License-Identifier: Apache-2.0
"""Files of ESCO, the European classification of skills and occupations: collections of skills,
their hierarchy, groups of occupations, and how skills relate; in any language.
"""

from missiondesk.exchange.esco.concepts import (
    EscoConcept,
    EscoFile,
    EscoKind,
    EscoRelation,
    Unusable,
)
from missiondesk.exchange.esco.reading import may_be_esco, read_esco

__all__ = [
    "EscoConcept",
    "EscoFile",
    "EscoKind",
    "EscoRelation",
    "Unusable",
    "may_be_esco",
    "read_esco",
]
