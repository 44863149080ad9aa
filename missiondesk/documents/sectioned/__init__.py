# SPDX-License-Identifier: Apache-2.0
"""Documents of facts and tables."""

from missiondesk.documents.sectioned.printing import print_sectioned

__all__ = ["print_sectioned"]
