# SPDX-License-Identifier: Apache-2.0
"""Confidential files: what opens them, what does not, and why it is said (SEC-01, SEC-03)."""

from __future__ import annotations

import hashlib
import hmac
import random
import struct
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st

from missiondesk.domain.refused import Refused
from missiondesk.store.database import Database
from missiondesk.store.image import PLAIN, Opener, codec_of
from missiondesk.store.sealing import header as head
from missiondesk.store.sealing import keys, recovery
from missiondesk.store.sealing.codec import SealedCodec, new_codec, open_codec
from missiondesk.store.sealing.header import Cost, SlotKind, read_header
from missiondesk.store.unavailable import Reason, Unavailable

PHRASE = "fire æbler under en blå cykel"
SECOND = "otte gule tog mod Skærbæk"
FILES = Path(__file__).with_name("files")


@pytest.fixture(scope="module")
def image() -> bytes:
    """The image of an empty workspace."""
    database = Database.new()
    try:
        return database.image()
    finally:
        database.close()


@pytest.fixture(scope="module")
def codec() -> SealedCodec:
    """A container with two passphrases."""
    return new_codec(PHRASE, "Sekretariatet", head.LEAST).with_passphrase(SECOND, "Vagten")


@pytest.fixture(scope="module")
def file(codec: SealedCodec, image: bytes) -> bytes:
    """A confidential file."""
    return codec.wrap(image)


def refuses(data: bytes, passphrase: str = PHRASE) -> Reason:
    with pytest.raises(Unavailable) as refused:
        codec_of(data, Opener(passphrase)).unwrap(data)
    return refused.value.reason


# ---------------------------------------------------------------- known answers


def test_argon2id_gives_the_known_answer_of_its_reference() -> None:
    # The reference implementation's own test: version 1.3, t=2, m=64 MiB, p=1.
    found = keys.derived("password", b"somesalt", Cost(65536, 2, 1))
    assert found.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_aes_256_gcm_gives_the_known_answer_of_its_standard() -> None:
    # Test case 16 of the GCM specification: with associated data and a text that fills no block.
    key = bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)
    nonce = bytes.fromhex("cafebabefacedbaddecaf888")
    text = bytes.fromhex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )
    bound = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    sealed = bytes.fromhex(
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        "76fc6ece0f4e1768cddf8853bb2d551b"
    )
    assert keys.seal(key, nonce, text, bound) == sealed
    assert keys.unseal(key, nonce, sealed, bound) == text


def opened_by_the_written_format(data: bytes, passphrase: str) -> bytes:
    """The image of a file, by what the format says and without the code that wrote it."""
    names, size = struct.unpack_from(">HH", data, 12)
    container, check = data[16:32], data[32:64]
    nonce, length = data[64:76], struct.unpack_from(">Q", data, 76)[0]
    first = data[84 : 84 + 96]
    lanes = first[2]
    memory, passes = struct.unpack_from(">II", first, 4)
    salt, wrapping, wrapped = first[20:36], first[36:48], first[48:96]
    derived = Argon2id(
        salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory
    ).derive(passphrase.encode())
    bound = b"missiondesk slot v1" + container + first[:36] + bytes(60)
    key = AESGCM(derived).decrypt(wrapping, wrapped, bound)
    told = b"missiondesk key check v1" + container
    assert hmac.digest(key, told, hashlib.sha256) == check
    assert data[size - 32 : size] == hashlib.sha256(data[: size - 32]).digest()
    assert names > 12
    return AESGCM(key).decrypt(nonce, data[size : size + length + 16], data[:size])


def test_the_format_is_what_its_description_says(file: bytes, image: bytes) -> None:
    assert opened_by_the_written_format(file, PHRASE) == image


def test_a_file_of_the_first_version_opens_for_ever() -> None:
    data = (FILES / "v1.mission").read_bytes()
    image = open_codec(data, PHRASE).unwrap(data)
    assert hashlib.sha256(image).hexdigest() == (FILES / "v1.sha256").read_text().strip()
    assert opened_by_the_written_format(data, PHRASE) == image
    key = (FILES / "v1.recovery").read_text().strip()
    assert open_codec(data, key).unwrap(data) == image


# ---------------------------------------------------------------- opening


def test_every_passphrase_opens_the_same_image(file: bytes, image: bytes) -> None:
    for passphrase in (PHRASE, SECOND):
        opened = codec_of(file, Opener(passphrase))
        assert opened.confidential
        assert opened.unwrap(file) == image
    assert not PLAIN.confidential


def test_a_letter_composed_on_another_system_is_the_same_letter(file: bytes, image: bytes) -> None:
    decomposed = PHRASE.replace("å", "a\u030a")
    assert decomposed != PHRASE
    assert open_codec(file, decomposed).unwrap(file) == image


def test_each_save_is_another_file_and_names_stay_inside(codec: SealedCodec, image: bytes) -> None:
    one, other = codec.wrap(image), codec.wrap(image)
    assert read_header(one).nonce != read_header(other).nonce
    assert one != other
    for plain in (b"SQLite", b"Sekretariatet", b"CREATE TABLE"):
        assert plain not in one
    again = open_codec(one, SECOND)
    assert [again.name_of(slot) for slot in again.slots] == ["Sekretariatet", "Vagten"]
    assert PHRASE not in repr(again) and again._key.hex() not in repr(again)


def test_without_a_passphrase_or_with_a_wrong_one_the_reason_is_its_own(file: bytes) -> None:
    with pytest.raises(Unavailable) as refused:
        codec_of(file)
    assert refused.value.reason is Reason.SEALED
    assert refuses(file, "fire æbler under en rød cykel") is Reason.WRONG_KEY
    assert refuses(file, "") is Reason.WRONG_KEY
    assert refuses(file, f"{PHRASE} ") is Reason.WRONG_KEY


def test_an_open_workspace_opens_its_copies_without_asking(codec: SealedCodec, file: bytes) -> None:
    held = codec.with_passphrase("seks hvide svaner ved Mols", "")
    opened = codec_of(file, Opener(like=held))
    assert isinstance(opened, SealedCodec)
    assert opened.slots == codec.slots  # the copy keeps its own
    stranger = new_codec(PHRASE, cost=head.LEAST)
    with pytest.raises(Unavailable) as refused:
        codec_of(file, Opener(like=stranger))
    assert refused.value.reason is Reason.SEALED
    assert codec_of(file, Opener(like=PLAIN, passphrase=PHRASE)).confidential


# ---------------------------------------------------------------- slots


def test_passphrases_are_added_and_removed_without_another_data_key(
    codec: SealedCodec, file: bytes, image: bytes
) -> None:
    kept = codec.without(codec.slots[0].key)
    data = kept.wrap(image)
    assert read_header(data).check == read_header(file).check
    assert refuses(data, PHRASE) is Reason.WRONG_KEY
    assert open_codec(data, SECOND).unwrap(data) == image
    with pytest.raises(Refused, match="only passphrase"):
        kept.without(kept.slots[0].key)
    with pytest.raises(Refused, match="not there"):
        kept.without(b"absent..")


def test_a_workspace_has_at_most_eight(codec: SealedCodec) -> None:
    full = codec
    while len(full.slots) < head.MOST_SLOTS:
        full = full.with_passphrase(f"{PHRASE} {len(full.slots)}", "")
    with pytest.raises(Refused, match="at most"):
        full.with_passphrase("en til", "")


def test_the_recovery_key_opens_and_a_new_one_shuts_the_former_out(
    codec: SealedCodec, image: bytes
) -> None:
    first, key = codec.with_recovery_key()
    data = first.wrap(image)
    sloppy = key.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert open_codec(data, sloppy).unwrap(data) == image
    assert open_codec(data, PHRASE).unwrap(data) == image
    second, other = first.with_recovery_key()
    data = second.wrap(image)
    assert len(second.slots) == len(first.slots)
    assert refuses(data, key) is Reason.WRONG_KEY
    assert open_codec(data, other).unwrap(data) == image
    only = second.slots[-1]
    assert only.kind is SlotKind.RECOVERY
    with pytest.raises(Refused):
        second.without(second.slots[0].key).without(second.slots[1].key)


def test_a_slip_in_the_recovery_key_is_told_as_one(codec: SealedCodec, image: bytes) -> None:
    sealed, key = codec.with_recovery_key()
    data = sealed.wrap(image)
    slip = ("8" if key[0] != "8" else "9") + key[1:]
    with pytest.raises(Unavailable, match="slip") as refused:
        codec_of(data, Opener(slip))
    assert refused.value.reason is Reason.WRONG_KEY


def test_recovery_keys_differ_and_say_their_own_slips() -> None:
    draw = random.Random(3)
    made = [recovery.new_recovery_key() for _ in range(200)]
    assert len(set(made)) == 200
    for key in made:
        assert recovery.read_recovery_key(key) == key
        place = draw.choice([at for at, sign in enumerate(key) if sign != "-"])
        signs = [sign for sign in recovery._SIGNS if sign != key[place]]
        wrong = key[:place] + draw.choice(signs) + key[place + 1 :]
        assert recovery.looks_like_one(wrong)
        assert recovery.read_recovery_key(wrong) is None
    assert not recovery.looks_like_one(PHRASE)


@given(st.text())
def test_any_text_may_be_looked_at_as_a_recovery_key(text: str) -> None:
    assert recovery.read_recovery_key(text) is None or recovery.looks_like_one(text)


# ---------------------------------------------------------------- damage


def test_every_flipped_byte_of_the_head_is_damage(file: bytes) -> None:
    size = read_header(file).size
    draw = random.Random(5)
    for place in range(size):
        data = bytearray(file)
        data[place] ^= 1 << draw.randrange(8)
        assert refuses(bytes(data)) is Reason.DAMAGED, place


@pytest.mark.parametrize("count", [400, pytest.param(9_900, marks=pytest.mark.long)])
def test_flipped_bytes_of_the_body_are_damage(codec: SealedCodec, file: bytes, count: int) -> None:
    size = read_header(file).size
    draw = random.Random(6)
    places = [draw.randrange(size, len(file)) for _ in range(count)]
    for place in [*places, *range(len(file) - 100, len(file))]:
        data = bytearray(file)
        data[place] ^= 1 << draw.randrange(8)
        with pytest.raises(Unavailable) as refused:
            codec_of(bytes(data), Opener(like=codec)).unwrap(bytes(data))
        assert refused.value.reason is Reason.DAMAGED, place


def test_every_cut_and_addition_is_damage(file: bytes) -> None:
    size = read_header(file).size
    for length in (*range(1, 60), 1000, len(file) - size, len(file) - 84, len(file) - 8):
        assert refuses(file[:-length]) is Reason.DAMAGED, length
        assert refuses(file + bytes(length)) is Reason.DAMAGED, length
    assert refuses(file + file) is Reason.DAMAGED


def resigned(data: bytes, place: int, new: int) -> bytes:
    """The file with one byte of its head changed by somebody who knows of the digest."""
    size = struct.unpack_from(">H", data, 14)[0]
    told = bytearray(data[: size - 32])
    told[place] = new
    return bytes(told) + hashlib.sha256(told).digest() + data[size:]


def test_a_head_that_was_changed_with_its_digest_opens_nothing(file: bytes) -> None:
    # Also the head is under the seal of the image and of the slots, so nothing is believed.
    size = read_header(file).size
    draw = random.Random(9)
    seen = set()
    for place in [*range(8, 84), *draw.sample(range(84, size - 32), 30)]:
        seen.add(refuses(resigned(file, place, file[place] ^ (1 << draw.randrange(8)))))
    assert seen <= {
        Reason.DAMAGED,
        Reason.NEWER,
        Reason.WRONG_KEY,
        Reason.STRANGE_STRUCTURE,
    }


def test_slots_of_one_container_open_nothing_in_another(image: bytes) -> None:
    one, other = new_codec(PHRASE, cost=head.LEAST), new_codec(PHRASE, cost=head.LEAST)
    data = other.wrap(image)
    packed = one.slots[0].packed()
    swapped = data
    for place, byte in enumerate(packed):
        swapped = resigned(swapped, 84 + place, byte)
    assert refuses(swapped) is Reason.WRONG_KEY


# ---------------------------------------------------------------- a hostile head


@pytest.mark.parametrize(
    "cost",
    [
        Cost(memory=1024 * 1024 * 1024),  # a terabyte
        Cost(memory=256 * 1024 + 1),
        Cost(memory=8),
        Cost(passes=1_000_000),
        Cost(passes=1),
        Cost(lanes=0),
        Cost(lanes=255),
        Cost(memory=256 * 1024, passes=12),
    ],
)
def test_what_a_file_may_demand_is_bounded(cost: Cost, codec: SealedCodec, image: bytes) -> None:
    slot = codec.slots[0]
    dear = head.Slot(slot.kind, slot.key, cost, slot.salt, slot.nonce, slot.wrapped)
    greedy = SealedCodec(codec.container, (dear, dear), {}, codec._key)
    assert refuses(greedy.wrap(image)) is Reason.STRANGE_STRUCTURE


def test_a_newer_container_is_said_to_be_newer(file: bytes) -> None:
    assert refuses(resigned(file, 8, 2)) is Reason.NEWER
    assert refuses(resigned(file, 8, 0)) is Reason.DAMAGED
    assert refuses(resigned(file, 10, 2)) is Reason.DAMAGED


@given(st.binary(max_size=2000))
def test_any_bytes_behind_the_magic_are_refused(rest: bytes) -> None:
    for data in (head.MAGIC + rest, rest + head.TAIL):
        with pytest.raises(Unavailable) as refused:
            codec_of(data, Opener(PHRASE))
        assert refused.value.reason is Reason.DAMAGED
