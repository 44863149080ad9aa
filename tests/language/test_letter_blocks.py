# SPDX-License-Identifier: Apache-2.0
"""The standard letter texts: 22 blocks, the same in both languages, only known placeholders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from missiondesk.domain.letter import BlockKind
from missiondesk.domain.placeholders import PLACEHOLDERS, names_in
from missiondesk.language import (
    configure,
    revision_opening,
    salutation_without_name,
    standard_blocks,
)
from missiondesk.language.letter_blocks import OWN_TEXTS


@pytest.fixture
def letters(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "letters").mkdir()
    configure(tmp_path)
    yield tmp_path / "letters"
    configure(None)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_block_of_a_letter_has_its_text_in_printing_order(lang: str) -> None:
    assert [block.kind for block in standard_blocks(lang)] == [kind.value for kind in BlockKind]


KINDS = ("mission", *OWN_TEXTS)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_only_known_placeholders_are_used(lang: str, kind: str) -> None:
    assert set(names_in(revision_opening(lang))) <= PLACEHOLDERS
    for block in standard_blocks(lang, kind):
        for text in (block.heading, block.text):
            assert set(names_in(text)) <= PLACEHOLDERS, block.kind
            rest = text.replace("{{", "").replace("}}", "")
            assert "{" not in rest
            assert "}" not in rest


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_say_the_same_with_the_same_facts(kind: str) -> None:
    both = zip(standard_blocks("da", kind), standard_blocks("en", kind), strict=True)
    for danish, english in both:
        assert danish.kind == english.kind
        assert sorted(names_in(danish.text)) == sorted(names_in(english.text)), danish.kind
        assert bool(danish.heading) == bool(english.heading)
        assert bool(danish.text) == bool(english.text)
        assert danish.text.count("\n\n") == english.text.count("\n\n")
        assert danish.text.count("\n- ") == english.text.count("\n- ")


@pytest.mark.parametrize("lang", ["da", "en"])
def test_texts_are_short_enough_for_a_letter_of_two_pages(lang: str) -> None:
    for kind in OWN_TEXTS:
        assert [one.kind for one in standard_blocks(lang, kind)] == [one.value for one in BlockKind]
    blocks = standard_blocks(lang)
    assert max(len(block.text) for block in blocks) <= 420
    assert sum(len(block.text) for block in blocks) <= 3200


def test_the_salutation_for_an_addressee_without_a_name() -> None:
    assert salutation_without_name("da") == "Kære minister"
    assert salutation_without_name("en") == "Dear Minister"


def test_a_text_file_with_a_block_that_lacks_its_text_is_refused(letters: Path) -> None:
    (letters / "da.toml").write_text('[[block]]\nkind = "goal"\nheading = "Målet"\n', "utf-8")
    with pytest.raises(ValueError, match="block 1"):
        standard_blocks("da")
    with pytest.raises(ValueError, match="salutation"):
        salutation_without_name("da")


def test_a_text_file_that_is_not_toml_is_refused(letters: Path) -> None:
    (letters / "en.toml").write_text("[[block]\n", "utf-8")
    with pytest.raises(ValueError, match="Expected"):
        standard_blocks("en")
    with pytest.raises(FileNotFoundError):
        standard_blocks("da")


@pytest.mark.parametrize("lang", ["da", "en"])
def test_no_sentence_ends_in_an_amount_that_has_its_own_full_stop(lang: str) -> None:
    for block in standard_blocks(lang):
        assert "{{resources.total}}." not in block.text, block.kind
