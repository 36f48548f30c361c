"""A strip of worlds by how many users they ended with: stacked by outcome, with the place of this game marked and named."""

from game.content.words import Words
from game.study.fortune import BINS, Fortune
from game.ui.brush import CENTRE, RIGHT, Brush
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tokens import CAPTION, CAPTION_STRONG, LIST_LEADING, Tone
from game.ui.widgets import Role, Widget
from game.world.report import Outcome

HIGH, GAP = 84.0, 2.0  # logical px
ORDER = (Outcome.LOST, Outcome.TIME, Outcome.WON)  # from the ground up
TONES = {Outcome.WON: Tone.GOOD, Outcome.TIME: Tone.WARN, Outcome.LOST: Tone.BAD}


class LuckStrip(Widget):
    """Columns of worlds. Colours are named with their counts below, for colour alone says nothing."""

    role = Role.PICTURE

    def __init__(self, name: str, words: Words, found: Fortune) -> None:
        super().__init__(name, words.say("luck.strip", worlds=len(found.ends)))
        bins = found.histogram
        self.low, self.high, self.actual = bins[0][0], bins[-1][1], found.actual.users
        self.columns = [dict.fromkeys(ORDER, 0) for _ in bins]
        wide = (self.high - self.low) / BINS or 1.0
        for end in found.ends:
            self.columns[min(BINS - 1, int((end.users - self.low) / wide))][end.outcome] += 1
        self.ends = [words.say("predict.amount.people", n=round(value)) for value in (self.low, self.high)]
        self.here = words.say("luck.this")
        counts = [(outcome, sum(column[outcome] for column in self.columns)) for outcome in reversed(ORDER)]
        self.legend = [(TONES[o], f"{words.say(f'outcome.{o.value}')} {n:,}") for o, n in counts if n]
        self._says = words.say(
            "luck.strip-says", low=round(self.low), high=round(self.high), actual=round(self.actual)
        )

    @property
    def value(self) -> str:
        """Return the strip as one would tell it."""
        return ", ".join((self._says, *(text for _, text in self.legend)))

    def height(self, look: Look, width: float) -> float:
        """Return columns, the line of ends, and the legend."""
        pitch = look.type.pitch(CAPTION, LIST_LEADING)
        return pitch + HIGH + pitch + len(self._lines(look, width)) * pitch + 6

    def paint(self, brush: Brush) -> None:
        """Draw the columns, the mark, and the words."""
        theme, box, look = brush.theme, self.box, brush.look
        pitch = look.type.pitch(CAPTION, LIST_LEADING)
        plot = Box(box.x, box.y + pitch, box.w, HIGH)
        most = max(sum(column.values()) for column in self.columns) or 1
        wide = plot.w / BINS
        for i, column in enumerate(self.columns):
            y = plot.bottom
            for outcome in ORDER:
                tall = plot.h * column[outcome] / most
                if tall:
                    brush.box(
                        Box(plot.x + i * wide + GAP / 2, y - tall, wide - GAP, tall),
                        1,
                        theme.tone(TONES[outcome]),
                    )
                y -= tall
        brush.rule(plot.x, plot.bottom, plot.w, theme.line2)
        self._paint_mark(brush, plot)
        low = plot.bottom + pitch / 2 + 2
        brush.text(plot.x, low, self.ends[0], CAPTION, theme.text2)
        brush.text(plot.right, low, self.ends[1], CAPTION, theme.text2, at=RIGHT)
        self._paint_legend(brush, plot.bottom + pitch + 4, pitch)

    def _paint_mark(self, brush: Brush, plot: Box) -> None:
        share = (self.actual - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        x = plot.x + plot.w * min(1.0, max(0.0, share))
        brush.post(x, plot.y - 2, plot.h + 4, brush.theme.text)
        half = brush.look.type.width(self.here, CAPTION_STRONG) / 2
        middle = min(max(x, plot.x + half), plot.right - half)
        brush.text(
            middle,
            plot.y - brush.look.type.pitch(CAPTION, LIST_LEADING) / 2,
            self.here,
            CAPTION_STRONG,
            at=CENTRE,
        )

    def _paint_legend(self, brush: Brush, y: float, pitch: float) -> None:
        for line in self._lines(brush.look, self.box.w):
            x = self.box.x
            for tone, text in line:
                brush.disc(x + 5, y + pitch / 2, 4, brush.theme.tone(tone))
                x += 14 + brush.text(x + 14, y + pitch / 2, text, CAPTION, brush.theme.text2) + 14
            y += pitch

    def _lines(self, look: Look, width: float) -> list[list[tuple[Tone, str]]]:
        lines: list[list[tuple[Tone, str]]] = [[]]
        left = width
        for tone, text in self.legend:
            wide = look.type.width(text, CAPTION) + 28
            if wide > left and lines[-1]:
                lines.append([])
                left = width
            lines[-1].append((tone, text))
            left -= wide
        return lines
