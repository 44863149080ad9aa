# SPDX-License-Identifier: Apache-2.0
"""A desk for a government's mission secretariat; the version is stated here and nowhere else."""

__version__ = "0.1.0"
