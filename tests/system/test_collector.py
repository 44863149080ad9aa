# SPDX-License-Identifier: Apache-2.0
"""The collector is left as it was found, also after an error."""

from __future__ import annotations

import gc

import pytest

from missiondesk.system.collector import collector_held


def test_it_is_held_and_let_go() -> None:
    assert gc.isenabled()
    with collector_held():
        assert not gc.isenabled()
        with collector_held():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_lets_it_go_too() -> None:
    with pytest.raises(KeyError), collector_held():
        raise KeyError
    assert gc.isenabled()
