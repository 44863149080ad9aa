# SPDX-License-Identifier: Apache-2.0
"""The backups of the workspace: the list, what going back would change, and going back."""
