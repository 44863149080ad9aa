# SPDX-License-Identifier: Apache-2.0
"""Confidential workspaces: the image under a random key, and that key under each passphrase."""
