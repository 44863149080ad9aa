# SPDX-License-Identifier: Apache-2.0
"""A copy that came back: what it is to the workspace, and each conflict to be chosen."""
