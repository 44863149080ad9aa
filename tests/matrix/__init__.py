# SPDX-License-Identifier: Apache-2.0
"""Every file of statistics there is to test with, what should come of it, and what does."""
