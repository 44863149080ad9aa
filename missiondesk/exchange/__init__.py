# SPDX-License-Identifier: Apache-2.0
"""Files of others become plain values: what is read is reported, what is unclear is refused."""
