# SPDX-License-Identifier: Apache-2.0
"""Settings survive being written, being damaged and being read by another version."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.system.settings import RECENT_MOST, Session, Settings, SettingsFile, WindowPlace

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.json")


def test_the_first_start_is_danish(file: SettingsFile) -> None:
    assert file.read() == Settings(language="da")


def test_the_file_lies_in_the_settings_folder(own_home: Path) -> None:
    SettingsFile().write(Settings(person="Kontoret"))
    assert SettingsFile().read().person == "Kontoret"
    assert [p.name for p in (own_home / "settings").iterdir()] == ["settings.json"]


def test_reading_makes_no_folder_and_needs_none(own_home: Path) -> None:
    (own_home / "settings").write_bytes(b"")  # as good as a disk on which no folder can be made
    assert SettingsFile().read() == Settings()
    (own_home / "settings").unlink()
    assert SettingsFile().read() == Settings()
    assert list(own_home.iterdir()) == []


def test_what_is_written_is_read(file: SettingsFile) -> None:
    settings = Settings(
        language="en",
        person="Åse Øster",
        theme="contrast",
        recent=("/a/æøå.mission", "/b/\udcff.mission"),
        folders={"pdf": "/ud"},
        window=WindowPlace(-5, 0, 1440, 900, maximized=True),
        other={"later": {"x": 1}},
    )
    file.write(settings)
    assert file.read() == settings


def test_recent_workspaces_are_newest_first_and_never_twice(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(RECENT_MOST + 3):
        settings = settings.opened(tmp_path / f"{number}.mission")
    settings = settings.opened(tmp_path / "5.mission")
    assert settings.recent[0] == str(tmp_path / "5.mission")
    assert len(settings.recent) == len(set(settings.recent)) == RECENT_MOST
    assert str(tmp_path / "5.mission") not in settings.forgotten(settings.recent[0]).recent


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff", b"[]", b"null", b'{"language": ', b"[" * 100_000]
)
def test_a_damaged_file_means_the_defaults(file: SettingsFile, content: bytes) -> None:
    file.path.write_bytes(content)
    assert file.read() == Settings()


@given(
    found=st.dictionaries(
        st.sampled_from(["language", "person", "theme", "recent", "folder", "window", "new"]),
        json_values,
    )
)
def test_any_json_is_read_and_can_be_written_back(
    tmp_path_factory: pytest.TempPathFactory, found: dict[str, object]
) -> None:
    file = SettingsFile(tmp_path_factory.mktemp("any") / "settings.json")
    file.path.write_text(json.dumps(found))
    settings = file.read()
    assert settings.language in ("da", "en")
    file.write(settings)
    assert file.read() == settings


def test_a_window_that_no_screen_can_hold_is_forgotten(file: SettingsFile) -> None:
    for place in ({"x": 0, "y": 0, "width": 0, "height": 9}, {"x": 10**9, "y": 0}, {"x": True}):
        file.path.write_text(json.dumps({"window": place}))
        assert file.read().window is None


def test_a_failed_write_leaves_the_old_file_and_no_litter(
    file: SettingsFile, tmp_path: Path
) -> None:
    file.write(Settings(person="før"))
    before = file.path.read_bytes()
    with pytest.raises(TypeError):
        file.write(Settings(other={"x": object()}))
    target = tmp_path / "folder"
    target.mkdir()
    (target / "inside").touch()
    with pytest.raises(OSError):
        SettingsFile(target).write(Settings())
    assert file.path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "settings.json"]


def test_where_the_user_was_is_remembered(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    session = Session("/a/b.mission", "roadmap", "x#y")
    file.write(Settings(recent=("/a/b.mission",), session=session, resume=False))
    read = file.read()
    assert read.session == session
    assert not read.resume
    assert read.forgotten("/a/b.mission").session is None
    assert read.forgotten("/other.mission").session == session


def test_filters_are_kept_with_their_workspace_while_it_is_listed(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    path, other = Path("/a/b.mission"), Path("/c.mission")
    listed = Settings(recent=(str(path), str(other)))
    left = listed.left(path, Session(str(path), "missions"), {"missionFilter": "unge"})
    left = left.left(other, Session(str(other), "missions"), {"missionFilter": "æld"})
    file.write(left)
    assert file.read().filters == {
        str(path): {"missionFilter": "unge"}, str(other): {"missionFilter": "æld"}
    }  # fmt: skip
    assert list(left.forgotten(str(path)).filters) == [str(other)]
    assert list(left.left(path, None, {"missionFilter": "x"}).filters) == [str(other)]
    assert left.left(path, Session(str(path), "x"), {}).filters.keys() == {str(other)}


@pytest.mark.parametrize(
    "value", [None, 3, ["x"], {"/a": 3}, {"/a": {"x": 4, "y": ""}}, {"/a": []}]
)
def test_filters_that_are_none_are_none(tmp_path: Path, value: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"filters": value}), encoding="utf-8")
    assert SettingsFile(path).read().filters == {}


@pytest.mark.parametrize("value", [None, 3, [], {}, {"workspace": 3}, {"workspace": ""}])
def test_a_session_that_is_none_is_none(tmp_path: Path, value: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"session": value, "resume": "no"}), encoding="utf-8")
    read = SettingsFile(path).read()
    assert read.session is None
    assert read.resume
