# SPDX-License-Identifier: Apache-2.0
"""Version 1.4, the chain of seals over the trail; the Steps that are there are sealed when the
migrated file is opened (`store/chain.py`), for a seal takes a hash, which SQL has none of.
"""

from __future__ import annotations

from typing import Final

_NOTHING: Final = "TEXT NOT NULL DEFAULT ''"

STATEMENTS: Final[tuple[str, ...]] = (
    f"ALTER TABLE step ADD COLUMN salt {_NOTHING}",
    f"ALTER TABLE step ADD COLUMN seal {_NOTHING}",
    f"ALTER TABLE step ADD COLUMN took {_NOTHING}",
    f"ALTER TABLE step ADD COLUMN erased {_NOTHING}",
    "ALTER TABLE step ADD COLUMN adopted INTEGER NOT NULL DEFAULT 0",
    f"ALTER TABLE change ADD COLUMN salt {_NOTHING}",
    f"ALTER TABLE change ADD COLUMN erased {_NOTHING}",
    f"ALTER TABLE joined_step ADD COLUMN salt {_NOTHING}",
    f"ALTER TABLE joined_step ADD COLUMN seal {_NOTHING}",
    f"ALTER TABLE joined_step ADD COLUMN took {_NOTHING}",
    f"ALTER TABLE joined_step ADD COLUMN erased {_NOTHING}",
    "ALTER TABLE joined_step ADD COLUMN adopted INTEGER NOT NULL DEFAULT 0",
    f"ALTER TABLE joined_step ADD COLUMN follows {_NOTHING}",
    f"ALTER TABLE joined_change ADD COLUMN salt {_NOTHING}",
    f"ALTER TABLE joined_change ADD COLUMN erased {_NOTHING}",
)
