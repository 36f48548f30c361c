"""The game's mark: a ring in three arcs on a blue tile, drawn at any size, for the window and for the files in `assets/icons`.

python -m game.ui.emblem        # writes the files anew
"""

import struct
from io import BytesIO
from pathlib import Path

import pygame

from game.ui import raster
from game.ui.raster import Fill, Sweep
from game.ui.tokens import DARK

FOLDER = Path(__file__).parents[2] / "assets" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)  # px: of the PNG files; the freedesktop sizes
IN_ICO = (16, 24, 32, 48, 64, 256)
TILE = 36.0  # units: the side of the tile that the figures below are measured on
CORNER, RADIUS, STROKE = 10.0, 9.0, 2.6
BOLD_BELOW = 32  # px: below, the stroke is wider, or it would be a grey haze
ARCS = ((20, 120), (140, 240), (260, 360))  # degrees clockwise from the top


def emblem(size: int) -> pygame.Surface:
    """Return the mark, `size` px square."""
    scale = size / TILE
    tile = raster.box((size, size), CORNER * scale, Fill(DARK.accent, fade=DARK.accent_low))
    stroke = STROKE * scale * (1.3 if size < BOLD_BELOW else 1.0)
    for start, stop in ARCS:
        arc = raster.arc(Sweep(RADIUS * scale, stroke, start, stop), "#FFFFFF")
        tile.blit(arc, arc.get_rect(center=(size / 2, size / 2)))
    return tile


def png(size: int) -> bytes:
    """Return the mark as a PNG file."""
    file = BytesIO()
    pygame.image.save(emblem(size), file, "icon.png")
    return file.getvalue()


def ico(sizes: tuple[int, ...] = IN_ICO) -> bytes:
    """Return the mark as an ICO file, which holds a PNG for each size."""
    pictures = [png(size) for size in sizes]
    start = 6 + 16 * len(sizes)
    entries = []
    for size, picture in zip(sizes, pictures, strict=True):
        side = size % 256  # a side of 256 is written as 0
        entries.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), start))
        start += len(picture)
    return struct.pack("<HHH", 0, 1, len(sizes)) + b"".join(entries) + b"".join(pictures)


def write(folder: Path = FOLDER) -> list[Path]:
    """Write every file of the mark and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {f"deeplemma-{size}.png": png(size) for size in SIZES} | {"deeplemma.ico": ico()}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


if __name__ == "__main__":
    write()
