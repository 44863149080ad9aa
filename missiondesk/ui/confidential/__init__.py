# SPDX-License-Identifier: Apache-2.0
"""Passphrases on the screen: opening, locking, and who may open the workspace."""
