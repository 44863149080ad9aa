# SPDX-License-Identifier: Apache-2.0
"""What the program remembers about its user between two starts; nothing of a workspace's content.

Plain values only, so that neither the command line nor the tests need Qt to read them; and named
tuples, for the methods of a dataclass are put together anew at each start.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from missiondesk.system.paths import settings_folder

LANGUAGES = ("da", "en")
THEMES = ("system", "light", "dark", "contrast")
RECENT_MOST = 10
# Minutes without a key after which a confidential workspace is locked.
LOCK_CHOICES = (1, 5, 15, 30)
LOCK_USUAL = 5
_READ_MOST = 1_000_000  # bytes; a settings file larger than this is not one of ours
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class WindowPlace(NamedTuple):
    """Where the main window stood, in device-independent pixels."""

    x: int
    y: int
    width: int
    height: int
    maximized: bool = False


class Session(NamedTuple):
    """Where the user was when the window closed.

    Attributes:
        workspace: Path of the file.
        page: Name of the page that was in front.
        record: What was open on it, "" for none.
    """

    workspace: str
    page: str
    record: str = ""


class Settings(NamedTuple):
    """The user's choices.

    Attributes:
        language: Language of the screen, "da" or "en".
        person: Name noted in the trail for what this user does; "" means the system's user name.
        theme: One of `THEMES`.
        recent: Workspaces opened lately, newest first.
        folders: By kind of file, where one was last chosen or written.
        backups: Folder of the backups; "" means the program's own.
        window: Where the main window stood, or None before the first start.
        resume: Whether a start without a file opens what was open last.
        session: What was open last, or None.
        lock_after: One of `LOCK_CHOICES`.
        captured: Whether confidential workspaces are seen in screenshots and shared screens.
        filters: By path of a recent workspace, how its lists were narrowed: name and value.
        other: Keys this version does not know, kept for the version that does.
    """

    language: str = "da"
    person: str = ""
    theme: str = "system"
    recent: tuple[str, ...] = ()
    folders: Mapping[str, str] = _NOTHING
    backups: str = ""
    window: WindowPlace | None = None
    resume: bool = True
    session: Session | None = None
    lock_after: int = LOCK_USUAL
    captured: bool = False
    filters: Mapping[str, Mapping[str, str]] = _NOTHING
    other: Mapping[str, Any] = _NOTHING

    def opened(self, path: Path) -> Settings:
        """Settings in which ``path`` is the workspace opened last."""
        newest = str(path.absolute())
        others = tuple(each for each in self.recent if each != newest)
        return self._replace(recent=(newest, *others)[:RECENT_MOST])

    def forgotten(self, path: str) -> Settings:
        """Settings that do not know of ``path``."""
        session = self.session
        if session is not None and session.workspace == path:
            session = None
        recent = tuple(each for each in self.recent if each != path)
        filters = {each: kept for each, kept in self.filters.items() if each != path}
        return self._replace(recent=recent, session=session, filters=filters)

    def left(
        self, path: Path | None, session: Session | None, filters: Mapping[str, str]
    ) -> Settings:
        """Settings in which a workspace was left; without a session nothing is kept of it."""
        gone = "" if path is None else str(path.absolute())
        kept = {one: of for one, of in self.filters.items() if one in self.recent and one != gone}
        if session is not None and filters:
            kept[session.workspace] = dict(filters)
        return self._replace(session=session, filters=kept)


class SettingsFile:
    """The settings on the disk: read tolerantly, written whole or not at all."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path if path is not None else settings_folder() / "settings.json"

    def read(self) -> Settings:
        """The settings; whatever is missing, damaged or of the wrong type takes its default."""
        try:
            with self.path.open("rb") as stream:
                data = stream.read(_READ_MOST)
            import json  # the very first start has nothing to read

            found = json.loads(data.decode("utf-8"))
        except (OSError, ValueError, RecursionError):
            return Settings()
        return _from_json(found) if isinstance(found, dict) else Settings()

    def write(self, settings: Settings) -> None:
        """Write the settings atomically: a crash leaves the old file or the new one.

        Raises:
            OSError: The folder cannot be written to.
        """
        import json
        import tempfile

        # ASCII, because a file name may hold bytes that are no UTF-8 and must still be remembered.
        text = json.dumps(_to_json(settings), indent=2, sort_keys=True) + "\n"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".settings-", suffix=".tmp", dir=self.path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode("ascii"))
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(self.path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def _to_json(settings: Settings) -> dict[str, Any]:
    place, session = settings.window, settings.session
    return {
        **settings.other,
        "language": settings.language,
        "person": settings.person,
        "theme": settings.theme,
        "recent": list(settings.recent),
        "folders": dict(settings.folders),
        "backups": settings.backups,
        "lock_after": settings.lock_after,
        "captured": settings.captured,
        "window": place and place._asdict(),
        "resume": settings.resume,
        "filters": {path: dict(kept) for path, kept in settings.filters.items()},
        "session": session and session._asdict(),
    }


def _from_json(found: dict[str, Any]) -> Settings:
    usual = Settings()
    return Settings(
        language=_one_of(found.get("language"), LANGUAGES, usual.language),
        person=_text(found.get("person")),
        theme=_one_of(found.get("theme"), THEMES, usual.theme),
        recent=_texts(found.get("recent")),
        folders=_named(found.get("folders")),
        backups=_text(found.get("backups")),
        window=_place(found.get("window")),
        resume=found.get("resume") is not False,
        session=_session(found.get("session")),
        lock_after=_minutes(found.get("lock_after")),
        captured=found.get("captured") is True,
        filters=_filters(found.get("filters")),
        other={key: value for key, value in found.items() if key not in Settings._fields},
    )


def _session(value: object) -> Session | None:
    if not isinstance(value, dict) or not _text(value.get("workspace")):
        return None
    parts = (_text(value.get(name)) for name in ("workspace", "page", "record"))
    return Session(*parts)


def _filters(value: object) -> dict[str, dict[str, str]]:
    if not isinstance(value, dict):
        return {}
    found = {path: _named(kept) for path, kept in value.items()}
    return {path: kept for path, kept in found.items() if kept}


def _named(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {name: text for name, text in value.items() if isinstance(text, str) and text}


def _one_of(value: object, allowed: tuple[str, ...], usual: str) -> str:
    return value if isinstance(value, str) and value in allowed else usual


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _minutes(value: object) -> int:
    known = isinstance(value, int) and not isinstance(value, bool) and value in LOCK_CHOICES
    return value if known and isinstance(value, int) else LOCK_USUAL


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    texts = (each for each in value if isinstance(each, str) and each)
    return tuple(dict.fromkeys(texts))[:RECENT_MOST]


def _place(value: object) -> WindowPlace | None:
    if not isinstance(value, dict):
        return None
    numbers = [value.get(name) for name in ("x", "y", "width", "height")]
    # bool is an int in Python, and a window is neither inside out nor larger than any screen.
    whole = [n for n in numbers if isinstance(n, int) and not isinstance(n, bool)]
    if len(whole) != len(numbers) or any(abs(n) > 100_000 for n in whole):
        return None
    x, y, width, height = whole
    if width < 1 or height < 1:
        return None
    return WindowPlace(x, y, width, height, value.get("maximized") is True)
