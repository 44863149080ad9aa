# SPDX-License-Identifier: Apache-2.0
"""Finding by typing: the palette of commands and records, and the page of all that was found."""
