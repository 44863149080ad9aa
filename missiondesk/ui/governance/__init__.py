# SPDX-License-Identifier: Apache-2.0
"""The bodies that govern across ministries on the screen."""
