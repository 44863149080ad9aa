# SPDX-License-Identifier: Apache-2.0
"""What was done, by whom, and taking it back."""
