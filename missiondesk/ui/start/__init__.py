# SPDX-License-Identifier: Apache-2.0
"""The first window: new, open, recent, the sample."""
