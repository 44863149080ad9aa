# SPDX-License-Identifier: Apache-2.0
"""Commitments across all letters: how each stands, and who owns what."""
