# SPDX-License-Identifier: Apache-2.0
"""The command that collects msgids, and the state of the Danish catalogue itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from missiondesk.language import configure, translator

ROOT = Path(__file__).parents[2]
COMMAND = ROOT / "packaging" / "translations"
PO = Path("resources/translations/da/LC_MESSAGES/missiondesk.po")

PROGRAM = """
def texts(tr, n, name):
    tr.say("Save")
    tr.plural("{count} mission", "{count} missions", n)
    tr.say_in("letter", "Open")
    print(f"{name}: {tr.say('Saved by {name}', name=name)}")
    chip.say("○", name)
    N_("Idea")
"""


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, COMMAND, "--root", root, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "missiondesk" / "ui").mkdir(parents=True)
    (tmp_path / "missiondesk" / "ui" / "page.py").write_text(PROGRAM, encoding="utf-8")
    assert run(tmp_path).returncode == 0
    return tmp_path


def translate(project: Path, *pairs: tuple[str, str]) -> None:
    path = project / PO
    text = path.read_text(encoding="utf-8")
    for msgid, msgstr in pairs:
        before = f'msgid "{msgid}"\nmsgstr ""'
        assert before in text
        text = text.replace(before, f'msgid "{msgid}"\nmsgstr "{msgstr}"')
    text = text.replace('msgstr[0] ""', 'msgstr[0] "én mission"')
    text = text.replace('msgstr[1] ""', 'msgstr[1] "{count} missioner"')
    path.write_text(text, encoding="utf-8")


TRANSLATED = (
    ("Save", "Gem"),
    ("Open", "Åbent"),
    ("Saved by {name}", "Gemt af {name}"),
    ("Idea", "Idé"),
)


def test_all_ways_of_saying_are_collected_without_noise(project: Path) -> None:
    text = (project / PO).read_text(encoding="utf-8")
    assert 'msgctxt "letter"\nmsgid "Open"' in text
    assert 'msgid_plural "{count} missions"' in text
    assert "#: missiondesk/ui/page.py\n" in text
    assert "Date" not in text
    assert not (project / "missiondesk.pot").exists()


def test_collecting_again_changes_nothing(project: Path) -> None:
    translate(project, *TRANSLATED)
    assert run(project).returncode == 0
    once = (project / PO).read_bytes()
    assert b"Gemt af {name}" in once
    assert run(project).stdout.startswith("5 texts, 0 to be translated")
    assert (project / PO).read_bytes() == once


def test_check_is_silent_when_all_is_translated(project: Path) -> None:
    translate(project, *TRANSLATED)
    checked = run(project, "--check")
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")


def test_check_names_what_is_not_translated(project: Path) -> None:
    checked = run(project, "--check")
    assert checked.returncode == 1
    assert "not translated: Idea\n" in checked.stdout
    assert len(checked.stdout.splitlines()) == 5


def test_check_names_what_is_missing(project: Path) -> None:
    translate(project, *TRANSLATED)
    (project / "missiondesk" / "more.py").write_text('tr.say("Undo")\n', encoding="utf-8")
    before = (project / PO).read_bytes()
    checked = run(project, "--check")
    assert (checked.returncode, checked.stdout) == (1, "missing: Undo\n")
    assert (project / PO).read_bytes() == before


def test_check_names_other_placeholders(project: Path) -> None:
    translate(project, *TRANSLATED[:2], ("Saved by {name}", "Gemt af {navn}"), TRANSLATED[3])
    checked = run(project, "--check")
    assert checked.returncode == 1
    assert checked.stdout == "other placeholders: Saved by {name} / Gemt af {navn}\n"


def test_what_is_no_longer_said_is_dropped(project: Path) -> None:
    translate(project, *TRANSLATED)
    page = project / "missiondesk" / "ui" / "page.py"
    page.write_text(PROGRAM.replace('    tr.say("Save")\n', ""), encoding="utf-8")
    assert run(project).returncode == 0
    assert '"Save"' not in (project / PO).read_text(encoding="utf-8")


def test_the_compiled_catalogue_is_what_the_program_reads(project: Path) -> None:
    translate(project, *TRANSLATED)
    assert run(project, "--compile").returncode == 0
    (project / PO).unlink()
    configure(project / "resources")
    try:
        tr = translator("da")
        assert tr.say("Saved by {name}", name="Ane") == "Gemt af Ane"
        assert tr.plural("{count} mission", "{count} missions", 1) == "én mission"
        assert tr.say_in("letter", "Open") == "Åbent"
    finally:
        configure(None)


def test_the_danish_catalogue_is_complete() -> None:
    checked = run(ROOT, "--check")
    assert checked.stdout == ""
    assert checked.returncode == 0


def test_danish_quotes_with_one_and_the_same_mark() -> None:
    entries = (ROOT / PO).read_text(encoding="utf-8").split("\n\n")
    said = [entry[entry.index("msgstr") :] for entry in entries if "msgstr" in entry]
    assert [one for one in said if set(one) & set("“„»«")] == []
    assert any("”" in one for one in said)


def test_a_sentence_without_a_translation_has_danish_marks_too() -> None:
    said = "“{name}” is no sentence of the program."
    assert translator("da").say(said, name="“x”") == "”“x”” is no sentence of the program."
    assert translator("en").say(said, name="x") == "“x” is no sentence of the program."


def danish() -> list[tuple[str, str]]:
    """Each English text with each of its Danish ones."""
    with (ROOT / PO).open("rb") as file:
        catalogue = read_po(file)
    pairs = []
    for entry in catalogue:
        if not entry.id:
            continue
        ids = entry.id if isinstance(entry.id, tuple) else (entry.id,)
        strings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        pairs += [(str(ids[0]), str(string)) for string in strings]
    return pairs


def test_a_command_that_asks_ends_as_danish_programs_write_it() -> None:
    assert [
        said
        for english, said in danish()
        if english.endswith("…") and not english.endswith(" …") and said.endswith((" …", "..."))
    ] == []


def test_the_file_of_a_workspace_has_one_name() -> None:
    assert [said for _english, said in danish() if "arbejdsområde" in said.casefold()] == []
