# SPDX-License-Identifier: Apache-2.0
"""What the secretariat talks about: frozen values and rules; standard library only, no I/O."""
