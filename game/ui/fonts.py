"""The shipped fonts, opened once a size, and which characters they can draw.

SDL_ttf draws a box for a character a font lacks and reports that box's metrics. A character is therefore missing when it measures
and looks like one that is surely missing; it is then shown as "?", and the scene may say so. Invisible joiners are dropped.
"""

import json
from functools import cache
from pathlib import Path

import pygame

from game.ui.tokens import Face

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
NO_SUCH = "\ue000"  # private use: in none of our fonts
FIRST_HANGUL, RARE_HANGUL, LAST_HANGUL = "가", "뷁", "힣"
INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")
UNKNOWN_ICON = "circle-help"
WON, SIGNS = "₩", "−–+±"  # the bars of the won are as high as a sign, and as wide as its place
NARROW = "\u202f"  # a space of an eighth of the size, at which no line breaks


class AssetError(Exception):
    """A file the game ships is missing or unreadable; `path` says which."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path.name}: {cause}")
        self.path, self.cause = path, cause


@cache
def font(face: Face, size_px: int) -> pygame.font.Font:
    """Return a font at a size in real pixels.

    Raises:
        AssetError: If its file is missing or no font.
    """
    if not pygame.font.get_init():
        pygame.font.init()
    path = FONTS / (Face.CODE_NARROW if face is Face.CODE else face).value
    try:
        return pygame.font.Font(path, size_px)
    except (OSError, pygame.error) as error:
        raise AssetError(path, str(error)) from error


def close_fonts() -> None:
    """Let go of every font, as before pygame quits."""
    font.cache_clear()
    _missing.cache_clear()
    _metrics_of_box.cache_clear()
    _apart.cache_clear()


@cache
def icon_codes() -> dict[str, int]:
    """Return the code point of each icon by name.

    Raises:
        AssetError: If the list is missing or no JSON.
    """
    path = FONTS / "icons.json"
    try:
        return {str(name): int(code) for name, code in json.loads(path.read_text("utf-8")).items()}
    except (OSError, ValueError) as error:
        raise AssetError(path, str(error)) from error


def icon(name: str) -> str:
    """Return the character of an icon; an unknown name gives a question mark in a circle."""
    codes = icon_codes()
    return chr(codes.get(name, codes[UNKNOWN_ICON]))


def drawable(text: str, face: Face) -> str:
    """Return `text` as it is drawn: "?" for what the face lacks, no invisible joiners, a sign held off the won after it."""
    if text.isascii():
        return text.replace("\t", "    ")
    if WON in text:
        for sign in SIGNS:
            text = text.replace(sign + WON, sign + _apart(face) + WON)
    return "".join("?" if _missing(face, char) else char for char in text if char not in INVISIBLE)


def missing(text: str, face: Face = Face.REGULAR) -> str:
    """Return the characters of `text` that the face cannot draw, each once, in order."""
    lacking = (char for char in text if char not in INVISIBLE and _missing(face, char))
    return "".join(dict.fromkeys(lacking))


@cache
def _apart(face: Face) -> str:
    """Return a narrow space, or nothing where text is set without the means to make one up."""
    probe = font(face, 64)
    return NARROW if probe.size(NARROW)[0] < probe.size(" ")[0] else ""


@cache
def _missing(face: Face, char: str) -> bool:
    if char.isspace():
        return False
    if (
        FIRST_HANGUL < char < LAST_HANGUL and char != RARE_HANGUL
    ):  # a font has all syllables or the 2,350 of everyday
        return _missing(face, RARE_HANGUL) and _is_box(face, char)
    return _is_box(face, char)


def _is_box(face: Face, char: str) -> bool:
    probe = font(face, 16)
    return probe.metrics(char) == _metrics_of_box(face) and _picture(probe, char) == _picture(probe, NO_SUCH)


@cache
def _metrics_of_box(face: Face) -> object:
    return font(face, 16).metrics(NO_SUCH)


def _picture(probe: pygame.font.Font, char: str) -> bytes:
    return pygame.image.tobytes(probe.render(char, True, "#FFFFFF"), "RGBA")
