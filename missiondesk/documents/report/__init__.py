# SPDX-License-Identifier: Apache-2.0
"""What metric sheets, stocktake packs and public reports share on paper, in the letter's look."""
