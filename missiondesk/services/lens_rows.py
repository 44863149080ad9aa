# SPDX-License-Identifier: Apache-2.0
"""The official rating with version and inputs, and the other methods beside it, as a table."""

from __future__ import annotations

from missiondesk.domain.message import N_
from missiondesk.domain.metric import TargetShape
from missiondesk.domain.progress import METHOD
from missiondesk.domain.report_content import Rows
from missiondesk.language import Translator
from missiondesk.services import lens_words
from missiondesk.services.input_words import inputs_said
from missiondesk.services.report_facts import MissionFacts
from missiondesk.services.status_marks import rating_mark


def lens_rows(facts: MissionFacts) -> Rows:
    """The official rating first, then each lens that can be read; a sentence when they part."""
    metric, tr, judged = facts.metric, facts.tr, facts.judged
    if metric is None or metric.target_shape is TargetShape.BINARY or not facts.seen:
        return Rows()
    found, told = lens_words.lens_rows(facts.now, metric, tr)
    share = "" if judged.ratio is None else tr.percent(round(100 * judged.ratio))
    rows = [
        (
            tr.say(N_("Official: {method}"), method=_named(judged.method, tr)),
            tr.say(N_("{share} of the pace needed"), share=share) if share else "",
            rating_mark(judged.rating, tr).text,
        )
    ]
    rows += [
        (one.name, one.figure, rating_mark(one.rating, tr).text if one.rating is not None else "")
        for one in found
        if one.figure
    ]
    head = (
        tr.say(N_("Way to look at it")),
        tr.say(N_("What it shows")),
        tr.say(N_("On the official scale")),
    )
    inputs = (
        tr.say(N_("Inputs: {inputs}."), inputs=inputs_said(judged.inputs, tr))
        if judged.inputs
        else ""
    )
    return Rows(
        tr.say(N_("How it is judged, also by others")),
        head,
        tuple(rows),
        lead=told,
        note=" ".join(part for part in (inputs, facts.caption) if part),
    )


def _named(method: str, tr: Translator) -> str:
    """A method with its version: the growth ratio in words, others as they are kept."""
    name, _, version = method.partition(" ")
    if name != METHOD:
        return method
    return tr.say(N_("growth ratio of Eurostat's type, version {version}"), version=version)
