# SPDX-License-Identifier: Apache-2.0
"""Ministries, offices and who holds them."""
