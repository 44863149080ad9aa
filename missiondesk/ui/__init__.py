# SPDX-License-Identifier: Apache-2.0
"""The screen: the only room that knows Qt."""

import builtins

_plain_import = builtins.__import__

import PySide6  # noqa: E402, F401

# PySide6 replaces the import function for a feature that nobody here uses; with it in place
# importing SQLAlchemy costs a third more time (github.com/napari/napari/issues/8584).
builtins.__import__ = _plain_import
