"""The news: what waits for an answer on top, then what happened, the latest first; all of it in a dialog."""

from collections.abc import Sequence

from game.content.words import Words
from game.ui import marks
from game.ui.brush import Brush
from game.ui.buttons import Button, Kind, warm
from game.ui.groups import Column, Panel
from game.ui.labels import Label, Paragraph
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.readings.news import Row, Waiting
from game.ui.readings.offers import OfferRow
from game.ui.rows import ListRow, RowWords
from game.ui.scrolling import Scroll
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import CAPTION, CAPTION_STRONG, RADIUS_CARD, ROW_STRONG
from game.ui.widgets import Act, Deed, Role, Target, Widget

WAITING, NEWS, GOAL = "waiting.", "news.", "goal."  # begin the ids of rows
ON_DESK = 14  # rows on the desk; the rest is in the dialog
MOST_LINES = 4  # of an offer's text
WHOLE = 9  # lines: more than any news has


class WaitingCard(Target):
    """An offer or an event that waits: its text, until when, and a button that opens it; all of it can be pressed."""

    role = Role.BUTTON
    radius = RADIUS_CARD

    def __init__(self, waiting: Waiting, review: str) -> None:
        super().__init__(f"{WAITING}{waiting.kind}.{waiting.id}", waiting.text)
        self.waiting, self.review = waiting, review

    @property
    def value(self) -> str:
        """Return until when, or the answer given."""
        return self.waiting.note

    def height(self, look: Look, width: float) -> float:
        """Return the height of text, note and button."""
        text = len(self._lines(look, width)) * look.type.pitch(ROW_STRONG, 1.35)
        return 20 + text + max(look.type.pitch(CAPTION, 1.5), self._button(look)[1] + 2)

    def _lines(self, look: Look, width: float) -> list[str]:
        return look.type.clamp(self.label, ROW_STRONG, width - 60, MOST_LINES)

    def _button(self, look: Look) -> tuple[float, float]:
        """Return the size of the button, none once it is answered."""
        if self.waiting.answered:
            return 0.0, 0.0
        return look.type.width(self.review, CAPTION_STRONG) + 24, marks.chip_height(look) + 2

    def activate(self) -> Act | None:
        """Report the press."""
        return Act(self.id, Deed.PRESS)

    def paint(self, brush: Brush) -> None:
        """Draw the tinted card, its icon, words and button."""
        theme, box, look = brush.theme, self.box, brush.look
        hue = theme.tone(self.waiting.tone)
        brush.box(box, self.radius, warm(theme.bg2, self, theme))
        brush.box(box, self.radius, hue, alpha=34)
        brush.outline(box, self.radius, hue, 1)
        tile = Box(box.x + 9, box.y + 11, 30, 30)
        brush.box(tile, 9, hue, alpha=52)
        brush.icon(self.waiting.icon, tile.cx, tile.cy, 17, hue)
        x = tile.right + 10
        y = brush.lines(x, box.y + 10, self._lines(look, box.w), ROW_STRONG)
        wide, high = self._button(look)
        foot = max(look.type.pitch(CAPTION, 1.5), high + 2)
        icon = "circle-check" if self.waiting.answered else "clock"
        brush.icon(icon, x + 6, y + foot / 2, 12, hue)
        brush.text(
            x + 17,
            y + foot / 2,
            self.waiting.note,
            CAPTION,
            theme.text2,
            width=box.right - 10 - wide - 8 - x - 17,
        )
        if wide:
            button = Box(box.right - 10 - wide, y + (foot - high) / 2, wide, high)
            brush.box(button, high / 2, hue)
            brush.text(button.cx, button.cy, self.review, CAPTION_STRONG, theme.on_good, at=0.5)


class NewsPanel(Panel):
    """What waits, and the latest news."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.rows = Column("news.rows", gap=3, arrows=True)
        self.scroll = Scroll("news.list", words.say("desk.news"), self.rows)
        self.all = Button(
            "news.all", words.say("desk.news.all"), Kind.QUIET, small=True, icon="chevron-right"
        )
        body = Column("news.body", self.scroll, flexible=["news.list"])
        super().__init__("news", words.say("desk.news"), body, icon="newspaper", side=[self.all])

    def show(self, waiting: Sequence[Waiting], rows: Sequence[Row]) -> None:
        """Show what waits and what happened."""
        review = self.words.say("desk.review")
        shown: list[Widget] = [WaitingCard(one, review) for one in waiting]
        shown += [news_row(row) for row in rows]
        if not shown:
            shown = [Paragraph("news.none", self.words.say("desk.news.none"), CAPTION)]
        self.rows.clear()
        self.rows.add(*shown)
        self.touch()


def news_row(row: Row, prefix: str = "") -> ListRow:
    """Return one row of the news, told in full."""
    return ListRow(
        f"{prefix}{row.id}", RowWords(row.text, row.note), icon=row.icon, tone=row.tone, lines=WHOLE
    )


def offer_row(offer: OfferRow) -> ListRow:
    """Return an offer and what became of it; what can no longer be had is grey."""
    words = RowWords(offer.text, offer.note, badge=offer.fate)
    row = ListRow(f"all.{offer.id}", words, icon=offer.icon, tone=offer.tone, lines=WHOLE)
    row.enabled = not offer.is_past
    return row


class NewsSheet(Sheet):
    """Every offer of money and all the news there has been."""

    first = "all.done"  # has the focus as the list opens

    def __init__(self, words: Words, rows: Sequence[Row], offers: Sequence[OfferRow] = ()) -> None:
        listed: list[Widget] = [news_row(row, prefix="all.") for row in rows]
        if offers:
            listed = [
                Label("all.offers", words.say("desk.offers"), CAPTION_STRONG, ink="text2"),
                *(offer_row(offer) for offer in offers),
                Label("all.news", words.say("desk.news"), CAPTION_STRONG, ink="text2"),
                *listed,
            ]
        if not listed:
            listed = [Paragraph("all.none", words.say("desk.news.none"), CAPTION)]
        heading = Heading(title=words.say("desk.news.all"), icon="newspaper")
        closing = words.say("desk.news.close")
        body = Column("all.rows", *listed, gap=4, arrows=True)
        super().__init__("all", heading, body, [Button("all.done", closing)], closing=closing)

    def is_over(self, act: Act) -> bool:
        """Return whether an act closes the list."""
        return self.closes(act) or act.who == "all.done"
