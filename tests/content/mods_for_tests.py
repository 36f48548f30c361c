"""Mods made of a few lines, and pictures of a few bytes."""

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

HEAD = "format: 1\nid: {id}\nversion: 1.0\ntitle: {{ko: 모드, en: A mod}}\n"
LEVEL = "format: 1\nid: {id}\nextends: core/startup\ntitle: {{ko: 레벨, en: A level}}\n{body}"
PATCH = "format: 1\noverrides: the-loop\n{body}"
WIN = "objectives: {w: {kind: win, when: users > 1k, points: 100, text: {ko: 이긴다, en: Win}}}\n"


def mod(folder: Path, name: str, more: str = "", files: Mapping[str, str | bytes] | None = None) -> Path:
    """Write a mod: its folder is its id, `more` goes into mod.yaml, `files` beside it."""
    home = folder / name
    for inner, content in {"mod.yaml": HEAD.format(id=name) + more, **(files or {})}.items():
        path = home / inner
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return home


def level(name: str, body: str = WIN) -> str:
    """Return a level file."""
    return LEVEL.format(id=name, body=body)


def patch(body: str) -> str:
    """Return a file that overrides the second level."""
    return PATCH.format(body=body)


def png(width: int, height: int) -> bytes:
    """Return a PNG of one colour that says it is so large; its rows are packed as they come, a few bytes each."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    row = b"\0" * (1 + (width + 7) // 8)
    rows = b"".join(packer.compress(row) for _ in range(min(height, 4_096))) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int, height: int, before: bytes = b"") -> bytes:
    """Return the beginning of a JPEG with a frame header; `before` are segments in front of it."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + before + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\xff\xd9"
