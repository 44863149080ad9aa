# SPDX-License-Identifier: Apache-2.0
"""Widgets that know nothing of missions: tables, fields, findings, figures and paper."""
