# SPDX-License-Identifier: Apache-2.0
"""The page of import: pick a file, see what it changes, confirm, and take it back by undo."""
