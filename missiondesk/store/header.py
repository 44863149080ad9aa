# SPDX-License-Identifier: Apache-2.0
"""What the first hundred bytes of a database's image say, read without opening it."""

from __future__ import annotations

import struct
from typing import Final

HEAD: Final = b"SQLite format 3\x00"
HEADER_SIZE: Final = 100
APPLICATION_ID: Final = 0x4D444B31  # "MDK1"
FIRST_SEALED: Final = 1004  # the version of the tables that brought the seals of the trail

# Bytes 18 and 19: written in rollback mode. An image in write-ahead mode cannot be read from
# memory, and we never write one.
_ROLLBACK = b"\x01\x01"


def is_ours(data: bytes) -> bool:
    """Whether the bytes begin like a database that bears our application id."""
    return (
        len(data) >= HEADER_SIZE
        and data.startswith(HEAD)
        and struct.unpack_from(">i", data, 68)[0] == APPLICATION_ID
    )


def is_rollback(image: bytes) -> bool:
    """Whether the image was written in rollback mode."""
    return image[18:20] == _ROLLBACK


def version_of(image: bytes) -> int:
    """The version of its tables, major * 1000 + minor."""
    return int(struct.unpack_from(">i", image, 60)[0])
