# SPDX-License-Identifier: Apache-2.0
"""How all missions stand, and what needs a hand."""
