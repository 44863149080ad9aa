# SPDX-License-Identifier: Apache-2.0
"""Registers on paper: long tables that repeat their heads."""

from missiondesk.documents.register.printing import print_register

__all__ = ["print_register"]
