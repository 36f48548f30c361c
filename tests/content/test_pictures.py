"""A picture is measured by its first bytes; nothing that could stop the computer is ever opened."""

from pathlib import Path

import pytest

from game.content.pictures import MOST_BYTES, MOST_SIDE, check_picture, size_of
from tests.content.mods_for_tests import jpeg, png

THUMBNAIL = (
    b"\xff\xe1\x00\x10" + b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x11\x00\x00\x00"
)  # a frame inside a segment


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(640, 480), (640, 480)),
        (png(60_000, 60_000), (60_000, 60_000)),
        (jpeg(640, 480), (640, 480)),
        (jpeg(65_535, 65_535), (65_535, 65_535)),
        (jpeg(640, 480, before=THUMBNAIL), (640, 480)),
        (b"", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIDAT" + b"\0" * 40, None),
        (png(640, 480)[:30], None),
        (jpeg(640, 480)[:12], None),
        (b"\xff\xd8" + b"\xff" * 5_000, None),
        (b"\xff\xd8\xff\xc0\x00\x01", None),
        (b"GIF89a\x10\x00\x10\x00", None),
        (b"BM" + b"\0" * 60, None),
        (b"<svg/>", None),
        (b"RIFF\0\0\0\0WEBP", None),
    ],
)
def test_the_size_is_read_off_the_first_bytes(data: bytes, size: tuple[int, int] | None) -> None:
    assert size_of(data) == size


def test_every_cut_of_a_picture_has_a_size_or_none() -> None:
    for whole in (png(64, 64), jpeg(64, 64, before=THUMBNAIL)):
        found = {size_of(whole[:end]) for end in range(len(whole) + 1)}
        assert found == {None, (64, 64)}


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (png(MOST_SIDE, 2), []),
        (png(MOST_SIDE + 1, 2), ["M615"]),
        (png(2, MOST_SIDE + 1), ["M615"]),
        (png(0, 2), ["M615"]),
        (b"\x89PNG" + b"\0" * MOST_BYTES, ["M615"]),
        (b"#!/bin/sh\n", ["M614"]),
    ],
)
def test_a_picture_that_is_too_large_or_none_is_refused(
    data: bytes, codes: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(data)
    assert [complaint.code for complaint in check_picture(path, "a.png")] == codes
