# SPDX-License-Identifier: Apache-2.0
"""Recovering what validates from a damaged workspace into a new one; the file is only read."""
