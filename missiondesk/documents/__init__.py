# SPDX-License-Identifier: Apache-2.0
"""Plain values become tagged PDF bytes, letters and roadmaps; the only room with reportlab."""
