# SPDX-License-Identifier: Apache-2.0
"""The sRGB profile."""

from __future__ import annotations

import io

from PIL import Image, ImageCms

from missiondesk.documents.tagged.srgb_profile import srgb_profile


def test_it_is_srgb() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    theirs = ImageCms.createProfile("sRGB")
    before = bytes(range(256)) * 3
    picture = Image.frombytes("RGB", (256, 1), before)
    after = ImageCms.profileToProfile(picture, ours, theirs).tobytes()
    assert max(abs(one - other) for one, other in zip(before, after, strict=True)) <= 1
    assert len(srgb_profile()) == int.from_bytes(srgb_profile()[:4], "big") < 600
