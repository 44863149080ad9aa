# SPDX-License-Identifier: Apache-2.0
"""The initiatives on the screen: a long list to filter, and the form of one."""
