"""How large a picture is, read off its first bytes before any decoder sees it.

A few hundred kilobytes of PNG can claim to be 60,000 pixels square; the library that draws would ask for gigabytes, or
crash. So a picture of a mod is PNG or JPEG, of few bytes and few pixels, and nothing else is ever handed on.
PNG: ISO/IEC 15948, 11.2.2 (IHDR comes first). JPEG: ITU-T T.81, B.2.2 (the frame header holds the size).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.content.complaints import Arg, Complaint
from game.content.places import top

MOST_BYTES = 4 << 20
MOST_SIDE = 2_048  # pixels; a full screen needs no more, and 16 MB of memory
ENDINGS = (".png", ".jpg", ".jpeg")

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = {*range(0xC0, 0xD0)} - {
    0xC4,
    0xC8,
    0xCC,
}  # markers of frame headers; the three are tables and a reserve
_BARE = {0x01, *range(0xD0, 0xD9)}  # markers that nothing follows
_END = {0xD9, 0xDA}  # end of image, and start of scan: no frame header comes after them
_MOST_MARKERS = 400

Size = tuple[int, int]


def check_picture(path: Path, name: str) -> Iterator[Complaint]:
    """Yield what keeps a picture from being shown; `name` is what the complaint calls the file."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        yield Complaint("Y100", top(name))
        return
    if len(data) > MOST_BYTES:
        yield Complaint(
            "M615", top(name), {"found": f"{MOST_BYTES >> 20} MiB+", "most": f"{MOST_BYTES >> 20} MiB"}
        )
        return
    size = size_of(data)
    if size is None:
        yield Complaint("M614", top(name))
    elif not all(1 <= side <= MOST_SIDE for side in size):
        args: dict[str, Arg] = {"found": f"{size[0]} x {size[1]}", "most": f"{MOST_SIDE} x {MOST_SIDE}"}
        yield Complaint("M615", top(name), args)


def size_of(data: bytes) -> Size | None:
    """Return width and height in pixels; None if the bytes are neither PNG nor JPEG."""
    if data.startswith(_PNG):
        return _png(data)
    return _jpeg(data) if data.startswith(_JPEG) else None


def _png(data: bytes) -> Size | None:
    """Return the size in the first chunk; a decoder refuses a second one like it."""
    if data[8:16] != b"\x00\x00\x00\x0dIHDR" or len(data) < 33:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg(data: bytes) -> Size | None:
    """Return the size in the frame header, the only one; thumbnails in other segments are skipped."""
    at, found = 2, None
    for _ in range(_MOST_MARKERS):
        if at + 4 > len(data) or data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # a filling byte
            at += 1
            continue
        if marker in _END:
            return found
        if marker in _BARE:
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if length < 2 or (marker in _FRAMES and (found is not None or length < 8 or at + 9 > len(data))):
            return None
        if marker in _FRAMES:
            found = int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 + length
    return None
