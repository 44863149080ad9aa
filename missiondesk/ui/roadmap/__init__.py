# SPDX-License-Identifier: Apache-2.0
"""The roadmap on the screen: a timeline, its table, and the way to paper."""
