# SPDX-License-Identifier: Apache-2.0
"""N10: what a party said in confidence is on nobody else's paper, wherever in a file one looks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pikepdf
import pytest

from missiondesk.domain.clause import DraftCopy
from missiondesk.domain.copy_sent import Audience as CopyAudience
from missiondesk.domain.entities import KINDS
from missiondesk.domain.negotiation import Audience, TalksQuestion, TalksRound
from missiondesk.domain.party import Party
from missiondesk.domain.position import PartyPosition
from missiondesk.domain.references import TALKS_KINDS
from missiondesk.domain.refused import Refused
from missiondesk.language import translator
from missiondesk.services.audience import seen_by
from missiondesk.services.desk import Desk
from missiondesk.services.document_jobs import DOCUMENT_KINDS
from missiondesk.services.talks_partition import PARTIES, PUBLIC, partitioned, reader_of, readers
from missiondesk.services.talks_present import slides
from tests.documents.inspection import page_texts
from tests.talks_canaries import CODES, a_planted_desk, canary, forbidden

FOR_READERS = [one.name for one in DOCUMENT_KINDS if one.readers]


def texts_in(data: bytes) -> str:
    """All that can be read in the file: pages, bookmarks, alternative texts, metadata, files."""
    parts = page_texts(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for one in pdf.objects:
            parts += _strings(one)
        parts.append(str(pdf.docinfo))
        parts += [str(name) for name in pdf.attachments]
        parts += [
            pdf.attachments[name].get_file().read_bytes().decode("utf-8", "replace")
            for name in pdf.attachments
        ]
        metadata = pdf.Root.get("/Metadata")
        if metadata is not None:
            parts.append(metadata.read_bytes().decode("utf-8", "replace"))
    whole = " ".join(parts).lower()
    return "".join(one for one in whole if one.isalnum())


def _strings(one: Any) -> Iterator[str]:
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for key in one.keys():  # noqa: SIM118 - a stream is no mapping
            value = one[key]
            if not getattr(value, "is_indirect", False) and key != "/Parent":
                yield from _strings(value)
    elif isinstance(one, pikepdf.Array):
        for value in one:
            if not value.is_indirect if isinstance(value, pikepdf.Object) else False:
                yield from _strings(value)


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A desk with a round in which every text says who may read it."""
    opened = a_planted_desk()
    yield opened
    opened.close(discard=True)


@pytest.fixture
def planted(desk: Desk) -> TalksRound:
    """The round of it."""
    (found,) = desk.situation.all(TalksRound)
    return found


def _documents(desk: Desk, kind: str, reader: str) -> Iterator[bytes]:
    found = next(one for one in DOCUMENT_KINDS if one.name == kind)
    for subject in found.offered(desk.situation):
        try:
            job = desk.printing.prepare(kind, "da", subject=subject, reader=reader)
        except Refused:
            continue  # the reader may not see what it is about
        made = job.make()
        yield made.data + job.name.encode() + job.title.encode()


@pytest.mark.parametrize("kind", FOR_READERS)
@pytest.mark.parametrize("who", ["Q", "W", PARTIES, PUBLIC])
def test_no_canary_reaches_a_reader_it_is_not_for(
    desk: Desk, planted: TalksRound, kind: str, who: str
) -> None:
    known = {one.code: one.id for one in desk.situation.all(Party)}
    reader = known.get(who, who)
    seen = ""
    for data in _documents(desk, kind, reader):
        cut = data.rfind(b"%%EOF") + 6
        seen += texts_in(data[:cut]) + data[cut:].decode("utf-8", "replace").lower()
    for word in forbidden(desk, reader):
        assert word not in seen, f"{kind} for {who} shows {word}"


@pytest.mark.parametrize("kind", FOR_READERS)
def test_the_secretariat_sees_what_is_there(desk: Desk, planted: TalksRound, kind: str) -> None:
    seen = "".join(map(texts_in, _documents(desk, kind, "")))
    for code in CODES:
        assert f"kanarie{code.lower()}" in seen


def test_a_copy_is_for_its_recipient_s_party_alone(desk: Desk, planted: TalksRound) -> None:
    for copy in desk.situation.all(DraftCopy):
        assert copy.party is not None
        made = desk.printing.prepare("draft-copies", "da", subject=copy.id).make()
        seen = texts_in(made.data)
        assert "kanarie" in seen
        for word in forbidden(desk, copy.party):
            assert word not in seen, word


@pytest.mark.parametrize("audience", [CopyAudience.MINISTRY, CopyAudience.PUBLIC])
def test_a_copy_for_others_holds_nothing_of_the_talks(
    desk: Desk, planted: TalksRound, audience: CopyAudience
) -> None:
    shown = seen_by(desk.situation, audience)
    assert all(shown.all(KINDS[kind]) == () for kind in TALKS_KINDS)


def test_the_projector_shows_what_all_parties_may_see(desk: Desk, planted: TalksRound) -> None:
    shown = slides(desk.situation, planted, translator("da"))
    assert len(shown) == len(Audience)
    told = " ".join(part for one in shown for part in (one.title, *one.options, *one.lines)).lower()
    assert canary("Q", Audience.PARTIES, "text") in told
    for word in forbidden(desk, PARTIES):
        assert word not in told, word


def test_the_party_itself_sees_its_own(desk: Desk, planted: TalksRound) -> None:
    own = next(one.id for one in desk.situation.all(Party) if one.code == "Q")
    (data,) = _documents(desk, "positions", own)
    seen = texts_in(data)
    assert canary("Q", Audience.OWN, "text") in seen
    assert canary("Q", Audience.OWN, "wish") in seen
    assert canary("W", Audience.PARTIES, "text") in seen


def test_silence_of_others_is_not_told(desk: Desk, planted: TalksRound) -> None:
    """Whoever has answered in confidence is not shown as if it had kept silent."""
    seen = partitioned(desk.situation, reader_of(desk.situation, PARTIES))
    assert all(one.asked is None for one in seen.all(TalksQuestion))


def test_a_kind_that_nobody_has_decided_on_is_not_seen(desk: Desk, planted: TalksRound) -> None:
    seen = partitioned(desk.situation, reader_of(desk.situation, PARTIES))
    allowed = {"secretariat", *TALKS_KINDS, "platform_chapter"}
    for name, kind in KINDS.items():
        if name not in allowed:
            assert seen.all(kind) == (), name
    assert not any(one.note for one in seen.all(Party))


def test_what_is_for_the_secretariat_alone_is_refused_to_others(
    desk: Desk, planted: TalksRound
) -> None:
    with pytest.raises(Refused, match="secretariat only"):
        desk.printing.prepare("platform", "da", reader=PARTIES)
    with pytest.raises(Refused, match="not there"):
        desk.printing.prepare("positions", "da", subject=planted.id, reader="nobody")
    assert len(readers(desk.situation)) == 3 + len(CODES)
    assert {one.name for one in fields(PartyPosition)} >= {"audience", "wish"}
