"""Small marks the screen says things with: pills, key caps, bars, stars, and each company's shape."""

from math import cos, pi, sin

from game.ui.brush import CENTRE, LEFT, Brush
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.raster import Sweep
from game.ui.tokens import CAPTION_STRONG, KEY_CAP, Shape, shape_of

KEY_HEIGHT = 18.0  # logical px at 100 % text


def chip_width(look: Look, text: str, icon: str = "") -> float:
    """Return how wide a pill with this text is."""
    height = chip_height(look)
    return (height + 1 if icon else 9) + look.type.width(text, CAPTION_STRONG) + 9


def chip_height(look: Look) -> float:
    """Return how high pills are at this text size."""
    return look.type.pitch(CAPTION_STRONG, 1.0) + 10


def chip(
    brush: Brush, x: float, y: float, text: str, colour: str, *, icon: str = "", at: float = LEFT
) -> float:
    """Draw a tinted pill with its middle at `y`; return its width."""
    height, width = chip_height(brush.look), chip_width(brush.look, text, icon)
    left = x - width * at
    brush.box(Box(left, y - height / 2, width, height), height / 2, colour, alpha=40)
    if icon:
        brush.icon(icon, left + height / 2 + 2, y, CAPTION_STRONG.size * brush.look.type.text_size, colour)
    brush.text(left + (height + 1 if icon else 9), y, text, CAPTION_STRONG, colour)
    return width


def key_cap_width(look: Look, text: str) -> float:
    """Return how wide a drawn key is."""
    return max(KEY_HEIGHT, look.type.width(text, KEY_CAP) + 10)


def key_cap(brush: Brush, x: float, y: float, text: str, *, at: float = LEFT, on: str = "") -> float:
    """Draw a key with its middle at `y` and return its width; `on` is the type's colour on a coloured button."""
    width = key_cap_width(brush.look, text)
    height = KEY_HEIGHT * max(1.0, brush.look.type.text_size)
    box = Box(x - width * at, y - height / 2, width, height)
    if on:
        brush.box(box, 5, on, alpha=40)
    else:
        brush.box(box, 5, brush.theme.bg1b, border=brush.theme.line2)
    brush.text(box.cx, y, text, KEY_CAP, on or brush.theme.text2, at=CENTRE)
    return width


def bar(brush: Brush, box: Box, share: float, colour: str, ground: str = "") -> None:
    """Draw a filled bar; any amount above nothing shows."""
    brush.box(box, box.h / 2, ground or brush.theme.bg3)
    if share > 0:
        filled = max(box.h, box.w * min(1.0, share))
        brush.box(Box(box.x, box.y, filled, box.h), box.h / 2, colour)


def star(brush: Brush, x: float, y: float, radius: float, colour: str) -> None:
    """Draw a five-pointed star around a centre."""
    brush.polygon(_spikes(x, y, radius, 5, 0.46), colour)


def firm_mark(brush: Brush, firm: int, x: float, y: float, radius: float, colour: str = "") -> None:
    """Draw a company's shape in its hue; people without a service (-1) are a hollow ring."""
    hue = colour or brush.theme.firm(firm)
    if firm < 0:
        brush.arc(x, y, Sweep(radius * 0.8, radius * 0.34, 0, 360), hue)
        return
    _SHAPES[shape_of(firm)](brush, x, y, radius, hue)


def _disc(brush: Brush, x: float, y: float, r: float, hue: str) -> None:
    brush.disc(x, y, r, hue)


def _square(brush: Brush, x: float, y: float, r: float, hue: str) -> None:
    brush.box(Box(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8), r * 0.3, hue)


def _triangle(brush: Brush, x: float, y: float, r: float, hue: str) -> None:
    brush.polygon([(x, y - r * 1.1), (x + r * 1.1, y + r * 0.9), (x - r * 1.1, y + r * 0.9)], hue)


def _diamond(brush: Brush, x: float, y: float, r: float, hue: str) -> None:
    brush.polygon([(x, y - r * 1.2), (x + r * 1.2, y), (x, y + r * 1.2), (x - r * 1.2, y)], hue)


def _pentagon(brush: Brush, x: float, y: float, r: float, hue: str) -> None:
    brush.polygon(_spikes(x, y, r * 1.1, 5, cos(pi / 5)), hue)


def _plus(brush: Brush, x: float, y: float, r: float, hue: str) -> None:
    brush.box(Box(x - r, y - r * 0.34, 2 * r, r * 0.68), 0, hue)
    brush.box(Box(x - r * 0.34, y - r, r * 0.68, 2 * r), 0, hue)


def _bar(brush: Brush, x: float, y: float, r: float, hue: str) -> None:
    brush.box(Box(x - r * 1.1, y - r * 0.45, r * 2.2, r * 0.9), r * 0.2, hue)


def _star(brush: Brush, x: float, y: float, r: float, hue: str) -> None:
    star(brush, x, y, r * 1.2, hue)


_SHAPES = {
    Shape.DISC: _disc,
    Shape.SQUARE: _square,
    Shape.TRIANGLE: _triangle,
    Shape.DIAMOND: _diamond,
    Shape.PENTAGON: _pentagon,
    Shape.PLUS: _plus,
    Shape.BAR: _bar,
    Shape.STAR: _star,
}


def _spikes(x: float, y: float, radius: float, count: int, waist: float) -> list[tuple[float, float]]:
    """Return the corners of a star of `count` spikes whose waist is `waist` of the radius."""
    reach = [radius if i % 2 == 0 else radius * waist for i in range(2 * count)]
    return [(x + r * sin(pi * i / count), y - r * cos(pi * i / count)) for i, r in enumerate(reach)]
