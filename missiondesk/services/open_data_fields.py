# SPDX-License-Identifier: Apache-2.0
"""The fields of the open data with their titles and descriptions in both languages.

They stand in the files themselves in Danish and English at once, so they are no texts of the
screen and not in the catalogue.
"""

from __future__ import annotations

from typing import Final

from missiondesk.domain.wording import Wording
from missiondesk.exchange.open_tables import OpenField, OpenTable

_PERIOD = Wording(
    "Så præcist som den kendes: 2030, 2026-H1, 2026-Q2, 2026-03, 2026-W12 eller 2026-03-24",
    "As precise as it is known: 2030, 2026-H1, 2026-Q2, 2026-03, 2026-W12 or 2026-03-24",
)


def _field(name: str, datatype: str, da: str, en: str, more_da: str, more_en: str) -> OpenField:
    return OpenField(name, datatype, Wording(da, en), Wording(more_da, more_en))


def _in_both(name: str, da: str, en: str, more_da: str, more_en: str) -> tuple[OpenField, ...]:
    """The same text in Danish and in English, a column each."""
    return (
        _field(f"{name}_da", "string", f"{da}, dansk", f"{en}, Danish", more_da, more_en),
        _field(f"{name}_en", "string", f"{da}, engelsk", f"{en}, English", more_da, more_en),
    )


_METRIC_ID = _field(
    "metric_id", "string", "Nøgletallets id", "Id of the metric",
    "Bliver ved med at være det samme, også når navnet ændres",
    "Stays the same, also when the name changes",
)  # fmt: skip
_MISSION_CODE = _field(
    "mission_code", "string", "Missionens kode", "Code of the mission",
    "Kort og fast, fx M1", "Short and stable, such as M1",
)  # fmt: skip
_SPAN: Final = (
    _field("period", "string", "Periode", "Period", _PERIOD.da, _PERIOD.en),
    _field("period_first_day", "date", "Periodens første dag", "First day of the period",
           "Dato", "Date"),
    _field("period_last_day", "date", "Periodens sidste dag", "Last day of the period",
           "Dato", "Date"),
)  # fmt: skip

_METRICS: Final = (
    _METRIC_ID,
    _MISSION_CODE,
    *_in_both("mission_title", "Missionens titel", "Title of the mission", "Titel", "Title"),
    _field("role", "string", "Rolle", "Role",
           "key: missionens nøgletal; indicator: støttende indikator; breakdown: opdeling",
           "key: the mission's key metric; indicator: supporting indicator; breakdown: a part"),
    _field("indicator_kind", "string", "Indikatorens art", "Kind of indicator",
           "impact, deployment, quality, side_effect eller context",
           "impact, deployment, quality, side_effect or context"),
    _field("part_of", "string", "Del af", "Part of",
           "Id på det tal, som dette er en opdeling af", "Id of the metric that this is a part of"),
    *_in_both("part_name", "Delens navn", "Name of the part", "Fx Kvinder", "Such as Women"),
    *_in_both("name", "Navn", "Name", "Hvad der måles", "What is measured"),
    *_in_both("definition", "Definition", "Definition", "Hvad tallet omfatter",
              "What the figure covers"),
    *_in_both("unit", "Enhed", "Unit", "Enheden efter tallet", "The unit after the number"),
    _field("decimals", "integer", "Decimaler", "Decimals", "Decimaler, når tallet trykkes",
           "Digits after the decimal point when printed"),
    _field("direction", "string", "Retning", "Direction",
           "up: højere er bedre; down: lavere er bedre; hold: niveauet skal holdes; band: inden "
           "for et bånd",
           "up: higher is better; down: lower is better; hold: keep the level; band: stay within"),
    *_in_both("geography", "Område", "Geography", "Hvor det måles", "Where it is measured"),
    *_in_both("source", "Kilde", "Source", "Statistik eller undersøgelse", "Statistics or survey"),
    *_in_both("publisher", "Udgiver", "Publisher", "Hvem der offentliggør", "Who publishes"),
    _field("table_id", "string", "Tabel", "Table", "Udgiverens tabel", "The publisher's table"),
    _field("periodicity", "string", "Hyppighed", "Periodicity",
           "month, quarter, half_year, year, two_years, four_years eller irregular",
           "month, quarter, half_year, year, two_years, four_years or irregular"),
    _field("delay_months", "integer", "Forsinkelse i måneder", "Delay in months",
           "Fra periodens slutning til offentliggørelsen",
           "From the end of the period to publication"),
    _field("baseline_value", "decimal", "Udgangspunkt", "Baseline", "I tallets enhed",
           "In the metric's unit"),
    _field("baseline_period", "string", "Udgangspunktets periode", "Period of the baseline",
           _PERIOD.da, _PERIOD.en),
    _field("trajectory", "string", "Målstiens form", "Shape of the target path",
           "linear, geometric, s_curve, stepped eller points",
           "linear, geometric, s_curve, stepped or points"),
    *_in_both("quality_note", "Om datakvaliteten", "Note on quality", "Forbehold", "Caveats"),
)  # fmt: skip
_OBSERVATIONS: Final = (
    _METRIC_ID,
    *_SPAN,
    _field("value", "decimal", "Værdi", "Value", "I tallets enhed", "In the metric's unit"),
    _field("status", "string", "Status", "Status", "estimate, preliminary, final eller revised",
           "estimate, preliminary, final or revised"),
    _field("published", "string", "Offentliggjort", "Published", _PERIOD.da, _PERIOD.en),
    _field("former_value", "decimal", "Tidligere værdi", "Former value",
           "Hvad der stod før den seneste rettelse", "What stood there before the correction"),
    _field("correction_reason", "string", "Rettelsens grund", "Reason of the correction",
           "Hvorfor tallet blev rettet", "Why the figure was corrected"),
    _field("source_reference", "string", "Reference", "Reference", "Hvor tallet står",
           "Where the figure stands"),
)  # fmt: skip
_TARGETS: Final = (
    _METRIC_ID,
    _field("kind", "string", "Art", "Kind", "target: mål; interim: delmål",
           "target: the target; interim: an interim target"),
    *_SPAN,
    _field("value", "decimal", "Værdi som aftalt", "Value as agreed",
           "Hvad den betyder, siger formen", "What it means is said by the shape"),
    _field("shape", "string", "Form", "Shape",
           "level: niveau; relative: pct. fra udgangspunktet; absolute: ændring i enheden; "
           "cumulative: sum over årene; binary: opfyldt eller ej",
           "level: a level; relative: per cent from the baseline; absolute: change in the unit; "
           "cumulative: a total over the years; binary: done or not"),
    _field("level", "decimal", "Målniveau", "Target level",
           "Niveauet, der opfylder målet; tomt, når målet ikke er et niveau",
           "The level that meets the target; empty when it is no level"),
)  # fmt: skip
_RATINGS: Final = (
    _METRIC_ID,
    _MISSION_CODE,
    _field("date", "date", "Opgjort pr.", "As of", "Dato", "Date"),
    _field("rating", "string", "Vurdering", "Rating",
           "achieved, on_track, accelerate, limited, deterioration eller cannot_rate",
           "achieved, on_track, accelerate, limited, deterioration or cannot_rate"),
    _field("ratio", "decimal", "Forhold", "Ratio",
           "Målt mod nødvendig vækst; 1 er netop det nødvendige tempo",
           "Observed against required growth; 1 is exactly the required pace"),
    _field("method", "string", "Metode", "Method", "Metode og version", "Method and version"),
    _field("inputs", "string", "Tal i beregningen", "Inputs", "Tallene, der indgik",
           "The figures that went in"),
    _field("latest_period", "string", "Seneste periode", "Latest period", _PERIOD.da, _PERIOD.en),
)  # fmt: skip
_CHANGES: Final = (
    _METRIC_ID,
    _field("decided", "string", "Besluttet", "Decided", _PERIOD.da, _PERIOD.en),
    _field("fields", "string", "Felter", "Fields", "Hvad der blev ændret, adskilt af mellemrum",
           "What was changed, apart by spaces"),
    *_in_both("reason", "Begrundelse", "Reason", "Hvorfor", "Why"),
    _field("decided_by", "string", "Besluttet af", "Decided by", "Embede eller organ",
           "Office or body"),
)  # fmt: skip
_OF_METRIC: Final = (("metric_id", "metrics", "metric_id"),)

# The rows come from the data; the order of the fields is that of the rows.
TABLES: Final = (
    OpenTable("metrics", Wording("Nøgletal", "Metrics"), _METRICS, (), ("metric_id",)),
    OpenTable(
        "observations", Wording("Tal", "Figures"), _OBSERVATIONS, (), ("metric_id", "period"),
        _OF_METRIC,
    ),
    OpenTable(
        "targets", Wording("Mål", "Targets"), _TARGETS, (), ("metric_id", "kind", "period"),
        _OF_METRIC,
    ),
    OpenTable("ratings", Wording("Vurderinger", "Ratings"), _RATINGS, (), ("metric_id",),
              _OF_METRIC),
    OpenTable("changes", Wording("Besluttede ændringer", "Decided changes"), _CHANGES, (), (),
              _OF_METRIC),
)  # fmt: skip
