# SPDX-License-Identifier: Apache-2.0
"""Speed, measured as ratios in one run against a named peer or bare limit; never a timed test."""
