# SPDX-License-Identifier: Apache-2.0
"""The verbs of the secretariat: each asks the domain, writes one Step, and knows no screen."""
