# SPDX-License-Identifier: Apache-2.0
"""The user guide inside the program: its pages, the reader, and the window that F1 opens."""
