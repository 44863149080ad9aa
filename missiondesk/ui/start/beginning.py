# SPDX-License-Identifier: Apache-2.0
"""What a start opens by itself; it is known before the first window is painted, so it is light."""

from __future__ import annotations

from pathlib import Path

from missiondesk.system.settings import Session, Settings


def to_resume(settings: Settings) -> Session | None:
    """What the start may open by itself."""
    session = settings.session
    if not settings.resume or session is None or session.workspace not in settings.recent:
        return None
    return session if Path(session.workspace).is_file() else None


def opened_first(settings: Settings, path: Path | None, ended_hard: str | None) -> str:
    """Name of the file that the start will open, "" for none; see `Application.start`."""
    if path is not None:
        return path.name
    session = to_resume(settings) if ended_hard is None else None
    return "" if session is None else Path(session.workspace).name
