"""Every colour, size, distance and duration of the screen has one name and one home.

A theme is a swap of colours and of nothing else. A company is always a hue *and* a shape, a state always a hue *and* a word or an
icon, so that nobody has to tell two hues apart. Hues keep a distance that colour-blind eyes see too (tests/ui/test_tokens.py).
"""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import NamedTuple


class Face(Enum):
    """The cuts of type that are shipped."""

    REGULAR = "DL-Regular.otf"
    SEMIBOLD = "DL-SemiBold.otf"
    BOLD = "DL-Bold.otf"
    ICON = "icons.ttf"
    CODE = "code"  # both files of Nanum Gothic Coding, chosen by character
    CODE_NARROW = "nanum-gothic-coding-latin-400-normal.woff"
    CODE_WIDE = "nanum-gothic-coding-korean-400-normal.woff"

    # Each cut is there once, and texts are looked up by it thousands of times a frame.
    __hash__ = object.__hash__


class Style(NamedTuple):
    """A size in logical px at 100 % text, and a cut."""

    size: float
    face: Face = Face.REGULAR


KEY_CAP = Style(11, Face.SEMIBOLD)  # the only text below 12 px: one letter on a drawn key
CAPTION = Style(12)
CAPTION_STRONG = Style(12, Face.SEMIBOLD)
ROW = Style(13)
ROW_STRONG = Style(13, Face.SEMIBOLD)
BODY = Style(14)
BODY_STRONG = Style(14, Face.SEMIBOLD)
BUTTON = Style(14, Face.BOLD)
TITLE = Style(16, Face.BOLD)
FIGURE = Style(18, Face.BOLD)
HEADING = Style(20, Face.BOLD)
RING_FIGURE = Style(24, Face.BOLD)
SCREEN_TITLE = Style(32, Face.BOLD)
CODE = Style(13, Face.CODE)
STYLES = (KEY_CAP, CAPTION, CAPTION_STRONG, ROW, ROW_STRONG, BODY, BODY_STRONG, BUTTON, TITLE, FIGURE, HEADING, RING_FIGURE,
          SCREEN_TITLE)  # fmt: skip

PARAGRAPH_LEADING = 1.55  # line pitch / size, running text
LIST_LEADING = 1.35  # line pitch / size, rows and cards
CAP_HEIGHT = 0.72  # em; Deeplemma Sans, measured on "H"

GAP_XS, GAP_S, GAP_M, GAP_L, GAP_XL, GAP_XXL = 4, 8, 12, 16, 24, 32
GUTTER = 12
PANEL_PADDING = 14

RADIUS_CONTROL, RADIUS_CARD, RADIUS_PANEL, RADIUS_DIALOG = 9, 10, 14, 18

TARGET = 28  # least height and width of anything that can be pressed, logical px
FOCUS_WIDTH, FOCUS_GAP = 2, 2  # logical px

HOVER_S, PANEL_S, DOTS_S = 0.12, 0.20, 0.40  # durations of motion
TIP_DELAY_S = 0.40  # a tip opens after the pointer rests this long
TIP_WIDTH = 320  # widest tip, logical px


class Shape(Enum):
    """The form that goes with a company's hue."""

    DISC = "disc"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    PENTAGON = "pentagon"
    PLUS = "plus"
    BAR = "bar"
    STAR = "star"


SHAPES = tuple(Shape)  # a firm's index picks its shape: at most eight firms


class Tone(Enum):
    """How something stands; the name is that of the theme's colour."""

    PLAIN = "text2"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, as #RRGGBB."""

    name: str
    bg0: str  # window
    bg1: str  # panel
    bg1b: str  # well
    bg2: str  # card
    bg3: str  # control
    line: str  # decoration only
    line2: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_low: str  # where a primary button's gradient ends
    on_accent: str
    knob: str
    firms: tuple[str, ...]  # player first; eight
    undecided: str
    good: str
    warn: str
    bad: str
    on_good: str
    on_bad: str
    veil: str  # what lies over the desk while a dialog is open
    veil_alpha: int
    has_hue_text: bool  # whether a company's hue may colour words
    shade: float  # how dark shadows are, 1 = as drawn on dark

    def tone(self, tone: Tone) -> str:
        """Return the colour of a state."""
        return str(getattr(self, tone.value))

    def firm(self, firm: int) -> str:
        """Return the hue of firm `firm`, or that of people without a service for -1."""
        return self.undecided if firm < 0 else self.firms[firm % len(self.firms)]


DARK = Theme(
    name="dark",
    bg0="#0A0F1C", bg1="#121A2C", bg1b="#0F1626", bg2="#1A2439", bg3="#26334F", line="#2A3855", line2="#3B4C72",
    text="#F1F5FC", text2="#B4C0D9", text3="#8797B8",
    accent="#56B4E9", accent_low="#3A96D6", on_accent="#06121F", knob="#FFFFFF",
    firms=("#56B4E9", "#E69F00", "#E39BC6", "#F0E442", "#A56BFF", "#D84848", "#C0F0A8", "#A8A890"),
    undecided="#5B6987", good="#2CC79A", warn="#FFD166", bad="#FF6B3D", on_good="#06121F", on_bad="#06121F",
    veil="#060A14", veil_alpha=150, has_hue_text=True, shade=1.0,
)  # fmt: skip

LIGHT = Theme(
    name="light",
    bg0="#E9EEF6", bg1="#FFFFFF", bg1b="#F5F8FC", bg2="#F1F5FB", bg3="#DFE7F2", line="#D3DCEA", line2="#A9B7CE",
    text="#0E1830", text2="#44516D", text3="#5D6B88",
    accent="#0072B2", accent_low="#005A91", on_accent="#FFFFFF", knob="#0072B2",
    firms=("#0072B2", "#C76C00", "#793966", "#0B5C33", "#6D28D9", "#101014", "#000078", "#A87878"),
    undecided="#9AA3BA", good="#006D77", warn="#A85800", bad="#7A1010", on_good="#FFFFFF", on_bad="#FFFFFF",
    veil="#2A3448", veil_alpha=110, has_hue_text=False, shade=0.4,
)  # fmt: skip

THEMES = {theme.name: theme for theme in (DARK, LIGHT)}


def shape_of(firm: int) -> Shape:
    """Return the shape of firm `firm`, which it wears wherever its hue appears."""
    return SHAPES[firm % len(SHAPES)]


@cache
def rgb(colour: str) -> tuple[int, int, int]:
    """Return the three bytes of `#RRGGBB`.

    Raises:
        ValueError: If the text is not `#` and six hexadecimal digits.
    """
    if len(colour) != 7 or colour[0] != "#":
        msg = f"a colour is written #RRGGBB, not {colour!r}"
        raise ValueError(msg)
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@cache
def mix(first: str, second: str, share: float) -> str:
    """Return `first` with `share` (0..1) of `second` in it."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
