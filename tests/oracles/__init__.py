# SPDX-License-Identifier: Apache-2.0
"""What other people's readers make of the same files; none of them is a dependency of the desk."""
