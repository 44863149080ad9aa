# SPDX-License-Identifier: Apache-2.0
"""Reads PX files (PC-Axis), the format of the Nordic statistical offices."""

from missiondesk.exchange.statistics.px.file import read, recognises

__all__ = ["read", "recognises"]
