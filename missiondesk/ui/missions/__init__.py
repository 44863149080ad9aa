# SPDX-License-Identifier: Apache-2.0
"""The missions on the screen: their list, and one mission with everything that belongs to it."""
