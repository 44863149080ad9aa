# SPDX-License-Identifier: Apache-2.0
"""The workspace: one file, one write path, one trail; only here SQLAlchemy and sqlite3 are known."""
