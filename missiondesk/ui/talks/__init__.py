# SPDX-License-Identifier: Apache-2.0
"""The room for coalition talks on the screen."""
