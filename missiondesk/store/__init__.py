# SPDX-License-Identifier: Apache-2.0
"""The workspace: one file, one write path, one trail; SQLAlchemy and sqlite3 live here only."""
