"""A tip: what a thing is, and the sum behind a number, opened by resting on it. Below it may stand the way to a page about it."""

from collections.abc import Callable
from dataclasses import dataclass

from game.ui.brush import RIGHT, Brush
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.marks import key_cap, key_cap_width
from game.ui.tokens import CAPTION, LIST_LEADING, PARAGRAPH_LEADING, ROW_STRONG, TIP_WIDTH, Tone

PAD = 12  # logical px
OFFSET = 8  # between a thing and its tip
LEAD_GAP, KEY_GAP = 12, 4  # above the way to a page, and between the keys that lead there


@dataclass(frozen=True, slots=True)
class TipRow:
    """One line of a sum: what, how much, and how it stands."""

    what: str
    amount: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Tip:
    """Translated text for a tip; any part may be empty."""

    title: str = ""
    text: str = ""
    rows: tuple[TipRow, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether it says nothing by itself."""
        return not (self.title or self.text or self.rows)


@dataclass(frozen=True, slots=True)
class Lead:
    """The way from a thing to a page about it: what leads there (as printed on keys), and what the page is called."""

    page: str
    keys: tuple[str, ...]
    label: str
    is_own: bool = True  # the page is about the very thing, not about what it belongs to


Leads = Callable[[str], Lead | None]
"""Gives the way to the page about a term, None if there is none; for "" the way to all pages."""


def nowhere(_: str) -> Lead | None:
    """Return that there is no page about anything."""
    return None


def tip_box(tip: Tip, look: Look, anchor: Box, lead: Lead | None = None) -> Box:
    """Return where a tip goes: below what it explains, or above, and always on the canvas."""
    setter = look.type
    inner = max(
        [setter.width(tip.title, ROW_STRONG), min(setter.width(tip.text, CAPTION), TIP_WIDTH)]
        + [setter.width(row.what, CAPTION) + 24 + setter.width(row.amount, CAPTION) for row in tip.rows]
        + [_keys_width(lead, look) + setter.width(lead.label, CAPTION) for lead in (lead,) if lead]
    )
    width = min(TIP_WIDTH, look.canvas.w - 16, inner + 2 * PAD)
    height = (
        2 * PAD
        + _title_height(tip, look)
        + len(_lines(tip, look, width)) * _pitch(look)
        + _rows_height(tip, look)
        + _lead_height(tip, lead, look, width)
    )
    below = Box(anchor.cx - width / 2, anchor.bottom + OFFSET, width, height)
    above = below._replace(y=anchor.y - OFFSET - height)
    box = below if below.bottom <= look.canvas.bottom - 8 or above.y < 8 else above
    return box.within(look.canvas.inset(8))


def paint_tip(tip: Tip, brush: Brush, box: Box, lead: Lead | None = None) -> None:
    """Draw a tip in its box."""
    look, theme = brush.look, brush.theme
    brush.owner, brush.room = "tip", box
    brush.shadow(box, 10, blur=16, alpha=110)
    brush.box(box, 10, theme.bg2, border=theme.line2)
    x, y = box.x + PAD, box.y + PAD
    if tip.title:
        y = brush.lines(x, y, look.type.wrap(tip.title, ROW_STRONG, box.w - 2 * PAD), ROW_STRONG, leading=1.4)
    y = brush.lines(x, y, _lines(tip, look, box.w), CAPTION, theme.text2, leading=PARAGRAPH_LEADING)
    y += 4 if tip.rows else 0
    for row in tip.rows:
        middle = y + _row_pitch(look) / 2
        tone = theme.text if row.tone is Tone.PLAIN else theme.tone(row.tone)
        taken = brush.text(box.right - PAD, middle, row.amount, CAPTION, tone, at=RIGHT)
        brush.text(x, middle, row.what, CAPTION, theme.text2, width=box.w - 2 * PAD - taken - 12)
        y += _row_pitch(look)
    if lead is not None:
        _paint_lead(tip, lead, brush, box, y)


def _paint_lead(tip: Tip, lead: Lead, brush: Brush, box: Box, y: float) -> None:
    """Draw what leads to the page, and what the page is called."""
    look, theme = brush.look, brush.theme
    if not tip.is_empty:
        brush.rule(box.x + PAD, y + LEAD_GAP / 2, box.w - 2 * PAD)
        y += LEAD_GAP
    x, middle = box.x + PAD, y + _row_pitch(look) / 2
    for cap in lead.keys:
        x += key_cap(brush, x, middle, cap) + KEY_GAP
    x += KEY_GAP
    top = middle - look.type.pitch(CAPTION, LIST_LEADING) / 2
    lines = _lead_lines(lead, look, box.w)
    brush.lines(x, top, lines, CAPTION, theme.accent, leading=LIST_LEADING)


def _lines(tip: Tip, look: Look, width: float) -> list[str]:
    return look.type.wrap(tip.text, CAPTION, width - 2 * PAD) if tip.text else []


def _title_height(tip: Tip, look: Look) -> float:
    lines = look.type.wrap(tip.title, ROW_STRONG, TIP_WIDTH - 2 * PAD) if tip.title else []
    return len(lines) * look.type.pitch(ROW_STRONG, 1.4)


def _keys_width(lead: Lead, look: Look) -> float:
    return sum(key_cap_width(look, cap) + KEY_GAP for cap in lead.keys) + KEY_GAP


def _lead_lines(lead: Lead, look: Look, width: float) -> list[str]:
    return look.type.wrap(lead.label, CAPTION, width - 2 * PAD - _keys_width(lead, look) + 1)


def _lead_height(tip: Tip, lead: Lead | None, look: Look, width: float) -> float:
    if lead is None:
        return 0.0
    more = (len(_lead_lines(lead, look, width)) - 1) * look.type.pitch(CAPTION, LIST_LEADING)
    return (0.0 if tip.is_empty else LEAD_GAP) + _row_pitch(look) + more


def _pitch(look: Look) -> float:
    return look.type.pitch(CAPTION, PARAGRAPH_LEADING)


def _row_pitch(look: Look) -> float:
    return look.type.pitch(CAPTION, LIST_LEADING) + 4


def _rows_height(tip: Tip, look: Look) -> float:
    return 4 + len(tip.rows) * _row_pitch(look) if tip.rows else 0.0
