# SPDX-License-Identifier: Apache-2.0
"""All documents of the desk: each kind with what it is for, its choices and its true pages."""
