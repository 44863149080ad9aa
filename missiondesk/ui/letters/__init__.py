# SPDX-License-Identifier: Apache-2.0
"""Letters on the screen: the list, the blocks beside the true pages, export and print."""
