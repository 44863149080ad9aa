# SPDX-License-Identifier: Apache-2.0
"""The coalition of actors on the screen."""
