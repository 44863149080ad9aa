# SPDX-License-Identifier: Apache-2.0
"""The portfolio of initiatives on the screen."""
