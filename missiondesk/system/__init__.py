# SPDX-License-Identifier: Apache-2.0
"""The machine around the desk: files shipped with it, folders, settings, log and crash report."""
