# SPDX-License-Identifier: Apache-2.0
"""Passphrases that cost little to try, for tests of everything but their cost."""

from __future__ import annotations

from functools import partial

import pytest

from missiondesk.store.sealing import codec
from missiondesk.store.sealing.header import LEAST

_dear = codec.new_codec


def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let new confidential workspaces take the least cost that a file may have."""
    monkeypatch.setattr(codec, "new_codec", partial(_dear, cost=LEAST))
