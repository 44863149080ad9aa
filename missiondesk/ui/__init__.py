# SPDX-License-Identifier: Apache-2.0
"""The screen: the only room that knows Qt."""
