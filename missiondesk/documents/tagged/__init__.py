# SPDX-License-Identifier: Apache-2.0
"""Tagged PDF out of ReportLab: canvas, structure and flowables for PDF/UA-1 and PDF/A-3a."""
