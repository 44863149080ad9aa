# SPDX-License-Identifier: Apache-2.0
"""Coalition talks on paper."""
