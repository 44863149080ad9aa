# SPDX-License-Identifier: Apache-2.0
"""Plain values in, matplotlib figures out; the same figure is shown on the screen and on paper."""
