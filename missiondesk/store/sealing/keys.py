# SPDX-License-Identifier: Apache-2.0
"""Keys: what a passphrase gives by Argon2id, and the random data key that it wraps."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from typing import TYPE_CHECKING, Final

from missiondesk.domain.message import N_
from missiondesk.store.sealing.header import NONCE_SIZE, Cost, Slot, SlotKind
from missiondesk.store.unavailable import Reason, Unavailable
from missiondesk.system.dumps import keep_out_of_dumps

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_SIZE: Final = 32
_CHECK: Final = b"missiondesk key check v1"
_WRAP: Final = b"missiondesk slot v1"


def check_of(data_key: bytes, container: bytes) -> bytes:
    """What tells this data key from all others and gives nothing of it away."""
    return hmac.digest(data_key, _CHECK + container, hashlib.sha256)


def wrap_key(
    data_key: bytes, passphrase: str, kind: SlotKind, container: bytes, cost: Cost
) -> Slot:
    """A new slot that this passphrase opens."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(NONCE_SIZE)
    blank = Slot(kind, secrets.token_bytes(8), cost, salt, nonce, bytes(48))
    wrapped = _cipher(derived(passphrase, salt, cost)).encrypt(
        nonce, data_key, _WRAP + container + blank.facts()
    )
    return Slot(kind, blank.key, cost, salt, nonce, wrapped)


def unwrap_key(slot: Slot, passphrase: str, container: bytes) -> bytes | None:
    """The data key, or None when it is another passphrase's slot."""
    from cryptography.exceptions import InvalidTag

    cipher = _cipher(derived(passphrase, slot.salt, slot.cost))
    try:
        return cipher.decrypt(slot.nonce, slot.wrapped, _WRAP + container + slot.facts())
    except InvalidTag:
        return None


def derived(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """32 bytes of Argon2id, version 1.3 (RFC 9106).

    Letters count as they look: "å" typed on one system is the "å" of another.

    Raises:
        Unavailable: The library of this system cannot compute it.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    keep_out_of_dumps()
    told = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        function = Argon2id(
            salt=salt,
            length=KEY_SIZE,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory,
        )
    except UnsupportedAlgorithm as error:
        raise Unavailable(
            Reason.UNREADABLE,
            N_(
                "The encryption library of this computer cannot open confidential workspaces "
                "(Argon2id is missing). Nothing was changed. Install Missiondesk with its own "
                "libraries."
            ),
        ) from error
    return function.derive(told)


def seal(key: bytes, nonce: bytes, plain: bytes, bound_to: bytes) -> bytes:
    """AES-256-GCM: the text under the key with its tag."""
    return _cipher(key).encrypt(nonce, plain, bound_to)


def unseal(key: bytes, nonce: bytes, sealed: bytes, bound_to: bytes) -> bytes | None:
    """The text, or None when anything of it is not as it was sealed."""
    from cryptography.exceptions import InvalidTag

    try:
        return _cipher(key).decrypt(nonce, sealed, bound_to)
    except InvalidTag:
        return None


def unproved(key: bytes, nonce: bytes, sealed: bytes) -> bytes:
    """What the key makes of a text whose tag does not fit: right where nothing was changed.

    GCM is a counter that is mixed into the text, from 2 on (NIST SP 800-38D, 7.2).
    """
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    counter = modes.CTR(nonce + (2).to_bytes(4, "big"))
    undo = Cipher(algorithms.AES(key), counter).decryptor()
    return undo.update(sealed) + undo.finalize()


def _cipher(key: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers import aead

    return aead.AESGCM(key)
