# SPDX-License-Identifier: Apache-2.0
"""Making the workspace confidential and plain again, and who may open it: explicit acts, each
noted in the trail.

An act is prepared first, which takes the tries of a passphrase (a quarter of a second each) and may
be done on any thread, and then carried out.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any

from missiondesk.domain.late_dataclass import dataclass
from missiondesk.domain.message import N_
from missiondesk.domain.passphrase import require_strong
from missiondesk.domain.refused import Refused
from missiondesk.domain.step import Verb

if TYPE_CHECKING:
    from missiondesk.services.backups import Backups
    from missiondesk.services.session import Session
    from missiondesk.store.image import Codec
    from missiondesk.store.sealing.codec import SealedCodec


@dataclass(frozen=True, slots=True)
class Opening:
    """One way to open the workspace.

    Attributes:
        key: By which it is removed.
        name: What somebody called it, "" without a name.
        recovery: It is the recovery key, not a passphrase.
    """

    key: str
    name: str
    recovery: bool


@dataclass(frozen=True, slots=True)
class Act:
    """A prepared act.

    Attributes:
        recovery_key: To be shown once, "" when none was made.
    """

    verb: Verb
    about: str
    codec: Any = field(repr=False)
    recovery_key: str = field(default="", repr=False)


class Confidential:
    """Who may open the workspace file."""

    def __init__(self, session: Session, backups: Backups) -> None:
        self._session, self._backups = session, backups
        self._former: Codec | None = None

    @property
    def on(self) -> bool:
        """Whether the workspace is confidential."""
        return self._session.store.codec.confidential

    @property
    def openings(self) -> tuple[Opening, ...]:
        """The passphrases by name, in the order in which they were added, then the recovery key."""
        if not self.on:
            return ()
        codec = self._codec()
        found = [
            Opening(slot.key.hex(), codec.name_of(slot), slot.is_recovery) for slot in codec.slots
        ]
        return tuple(sorted(found, key=lambda it: it.recovery))

    # ------------------------------------------------------------ preparing

    def prepare(self, passphrase: str, name: str = "", *, recovery: bool = True) -> Act:
        """Make the workspace confidential; one that is so gets a new data key, and only this
        passphrase opens it then.

        Raises:
            Refused: The passphrase is too weak (field "passphrase").
        """
        from missiondesk.store.sealing.codec import new_codec

        require_strong(passphrase)
        codec, key = new_codec(passphrase, name.strip()), ""
        if recovery:
            codec, key = codec.with_recovery_key()
        return Act(Verb.MAKE_CONFIDENTIAL, "", codec, key)

    def prepare_anew(self, mine: str, passphrase: str, name: str) -> Act:
        """Another data key that only this passphrase and a new recovery key open: what somebody
        kept of an earlier copy is of no use then.

        Raises:
            Refused: ``mine`` does not open it, or the other is too weak.
        """
        require_strong(passphrase)
        self._require_mine(mine)
        return self.prepare(passphrase, name)

    def prepare_plain(self, mine: str) -> Act:
        """Make the workspace plain again.

        Raises:
            Refused: ``mine`` does not open it (field "mine").
        """
        from missiondesk.store.image import PLAIN

        self._require_mine(mine)
        return Act(Verb.MAKE_PLAIN, "", PLAIN)

    def prepare_another(self, mine: str, passphrase: str, name: str) -> Act:
        """Let another passphrase open it too.

        Raises:
            Refused: ``mine`` does not open it, the other is too weak, has no name, or is there.
        """
        if not name.strip():
            raise Refused(
                N_("Say whose passphrase it is, so that it can be removed."), field="name"
            )
        require_strong(passphrase)
        self._require_mine(mine)
        self._require_new(passphrase)
        codec = self._codec().with_passphrase(passphrase, name.strip())
        return Act(Verb.ADD_PASSPHRASE, name.strip(), codec)

    def prepare_change(self, mine: str, passphrase: str) -> Act:
        """Put another passphrase in the place of ``mine``, under the same name.

        Raises:
            Refused: ``mine`` is no passphrase of it, or the other is too weak or there already.
        """
        require_strong(passphrase)
        slot = self._require_mine(mine)
        codec = self._codec()
        if slot.is_recovery:
            raise Refused(
                N_("That is the recovery key. Add a passphrase by it instead."), field="mine"
            )
        self._require_new(passphrase)
        name = codec.name_of(slot)
        return Act(Verb.CHANGE_PASSPHRASE, name, codec.in_place_of(slot, passphrase, name))

    def prepare_removal(self, mine: str, key: str) -> Act:
        """Let a passphrase or the recovery key open it no more.

        Raises:
            Refused: ``mine`` does not open it; or it is the only passphrase.
        """
        self._require_mine(mine)
        opening = next((one for one in self.openings if one.key == key), None)
        name = opening.name if opening is not None else ""
        return Act(Verb.REMOVE_PASSPHRASE, name, self._codec().without(bytes.fromhex(key)))

    def prepare_recovery(self, mine: str) -> Act:
        """Make a new recovery key; a former one opens the workspace no more.

        Raises:
            Refused: ``mine`` does not open it (field "mine").
        """
        self._require_mine(mine)
        codec, key = self._codec().with_recovery_key()
        return Act(Verb.MAKE_RECOVERY_KEY, "", codec, key)

    # ------------------------------------------------------------ carrying out

    def carry_out(self, act: Act) -> None:
        """Keep the file as the act says, noted in the trail, and wait until it is on the disk.

        The backups follow by `follow_up`.

        Raises:
            Unavailable: It is open for reading only; or the file could not be written: the act
                holds in memory, and the file is as it was until saving succeeds.
        """
        store = self._session.store
        self._former = store.codec
        with self._session.write(act.verb, "", act.about) as unit:
            unit.recode(act.codec)
        if store.path is not None:
            store.require_saved()

    def follow_up(self) -> int:
        """Close, or open, the backups as the last act did with the file; may run on any thread.

        Returns:
            How many could not be written anew and are as they were.
        """
        former, self._former = self._former, None
        now = self._session.store.codec
        if former is None or (former.confidential and now.confidential and self._same_key(former)):
            return 0  # the key is the same, so that every backup opens as before
        return self._backups.reseal(former)

    def _same_key(self, former: Codec) -> bool:
        return getattr(former, "container", b"") == self._codec().container

    def _codec(self) -> SealedCodec:
        from missiondesk.store.sealing.codec import SealedCodec

        codec = self._session.store.codec
        if not isinstance(codec, SealedCodec):
            raise Refused(N_("The workspace is not confidential."))
        return codec

    def _require_mine(self, mine: str) -> Any:
        slot = self._codec().slot_of(mine)
        if slot is None:
            raise Refused(N_("That passphrase does not open the workspace."), field="mine")
        return slot

    def _require_new(self, passphrase: str) -> None:
        if self._codec().slot_of(passphrase) is not None:
            raise Refused(N_("That passphrase opens the workspace already."), field="passphrase")
