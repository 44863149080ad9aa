# SPDX-License-Identifier: Apache-2.0
"""Skills that the missions need on the screen."""
