# SPDX-License-Identifier: Apache-2.0
"""The government platform on the screen: chapters and goals beside the true pages."""
