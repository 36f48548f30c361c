"""What the codex is drawn with: how sure a page is as a letter and four circles, the rows of the list, and the page itself."""

from collections.abc import Iterator

from game.content.codex import LETTERS, Entry, Source
from game.content.words import Words
from game.ui.brush import Brush
from game.ui.buttons import Button, Kind
from game.ui.flows import Flow
from game.ui.groups import Column
from game.ui.labels import Chip, Paragraph, Rule
from game.ui.look import Look
from game.ui.raster import Sweep
from game.ui.rows import ListRow, RowWords
from game.ui.tokens import BODY, CAPTION, CAPTION_STRONG, HEADING, LIST_LEADING, ROW, ROW_STRONG, Tone
from game.ui.widgets import Role, Widget

ICONS = {"term": "bookmark", "case": "building-2", "study": "flask-conical", "lore": "megaphone"}
DOT, STEP = 3.2, 10.0  # logical px at 100 % text: the radius of a circle, and from one to the next
LINK = "codex.to."  # begins the ids of buttons that lead to another page
ROWS = "codex.row."  # begins the ids of the rows of the list


def sure_width(look: Look, letter: str) -> float:
    """Return how wide a letter and its circles are."""
    return look.type.width(letter, CAPTION_STRONG) + 7 + STEP * look.text_size * len(LETTERS)


def paint_sure(brush: Brush, x: float, y: float, letter: str, shown: str) -> None:
    """Draw a letter, as the words have it, and its circles from `x` on: all four full for A, one for D, the others hollow."""
    look, ink = brush.look, brush.theme.text
    left = x + brush.text(x, y, shown, CAPTION_STRONG, ink) + 7 + DOT * look.text_size
    full = len(LETTERS) - LETTERS.index(letter)
    for place in range(len(LETTERS)):
        at, radius = left + place * STEP * look.text_size, DOT * look.text_size
        if place < full:
            brush.disc(at, y, radius, ink)
        else:
            brush.arc(at, y, Sweep(radius * 0.82, radius * 0.36, 0, 360), brush.theme.text2)


class PageRow(ListRow):
    """A page in the list: its title, what kind it is, and how sure."""

    def __init__(self, words: Words, entry: Entry) -> None:
        kind = words.say(f"codex.one.{entry.kind}")
        super().__init__(
            ROWS + entry.id, RowWords(words.pick(entry.title), kind), icon=ICONS[entry.kind], lines=3
        )
        self.letter, self.shown = entry.letter, words.say("codex.mark", letter=entry.letter)
        self.sure = words.say(f"codex.letter.{entry.letter}")

    @property
    def value(self) -> str:
        """Return the kind, the letter and what it means."""
        return f"{super().value} · {self.shown} · {self.sure}"

    def _side(self, look: Look) -> float:
        return sure_width(look, self.shown) + 10

    def _paint_side(self, brush: Brush) -> None:
        x = self.box.right - 8 - sure_width(brush.look, self.shown)
        paint_sure(brush, x, self.box.cy, self.letter, self.shown)


class Sure(Widget):
    """How sure a page is: the letter, its circles and what they mean, and below it why."""

    role = Role.LABEL

    def __init__(self, words: Words, entry: Entry) -> None:
        super().__init__("codex.sure", words.say("codex.trust", letter=entry.letter))
        self.letter, self.shown = entry.letter, words.say("codex.mark", letter=entry.letter)
        self.meaning = words.say(f"codex.letter.{entry.letter}")
        self.why = words.pick(entry.why)

    @property
    def value(self) -> str:
        """Return what the letter means here."""
        return f"{self.meaning} · {self.why}"

    def height(self, look: Look, width: float) -> float:
        """Return the height of the line and the reason."""
        pitch = look.type.pitch(ROW, LIST_LEADING)
        heads = len(self._meaning(look, width)) * look.type.pitch(ROW_STRONG, LIST_LEADING)
        return heads + 2 + len(look.type.wrap(self.why, ROW, width)) * pitch

    def paint(self, brush: Brush) -> None:
        """Draw the line and the reason."""
        look, box = brush.look, self.box
        head = look.type.pitch(ROW_STRONG, LIST_LEADING)
        paint_sure(brush, box.x, box.y + head / 2, self.letter, self.shown)
        lead = self._lead(look)
        low = brush.lines(box.x + lead, box.y, self._meaning(look, box.w), ROW_STRONG, leading=LIST_LEADING)
        brush.lines(box.x, low + 2, look.type.wrap(self.why, ROW, box.w), ROW, brush.theme.text2,
                    leading=LIST_LEADING)  # fmt: skip

    def _lead(self, look: Look) -> float:
        return sure_width(look, self.shown) + 8

    def _meaning(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.meaning, ROW_STRONG, width - self._lead(look))


def page_of(words: Words, entry: Entry, titles: dict[str, str], *, can_return: bool) -> Column:
    """Return a page from top to bottom; `titles` are those of the pages it leads to."""
    chip = Chip("codex.kind", words.say(f"codex.one.{entry.kind}"), Tone.ACCENT, ICONS[entry.kind])
    head: list[Widget] = [chip]
    if can_return:
        head.append(
            Button(
                "codex.return", words.say("codex.return"), Kind.QUIET, icon="undo-2", cap="Alt+←", small=True
            )
        )
    return Column(
        "codex.whole",
        Flow("codex.head.chips", *head),
        Paragraph("codex.title", words.pick(entry.title), HEADING, ink="text", leading=1.3),
        Paragraph("codex.text", words.pick(entry.text), BODY, ink="text"),
        Rule("codex.rule.game"),
        Paragraph("codex.game.head", words.say("codex.in-game"), ROW_STRONG, ink="accent"),
        Paragraph("codex.game", words.pick(entry.game), ROW),
        *_knobs(words, entry),
        Rule("codex.rule.sure"),
        Sure(words, entry),
        Rule("codex.rule.sources"),
        Paragraph("codex.sources", words.say("codex.sources"), ROW_STRONG, ink="accent"),
        *_sources(words, entry),
        Rule("codex.rule.related"),
        Paragraph("codex.related", words.say("codex.related"), ROW_STRONG, ink="accent"),
        Flow("codex.links", *(Button(LINK + name, title, small=True, icon="arrow-right")
                              for name, title in titles.items()), arrows=True),
        gap=8,
    )  # fmt: skip


def _knobs(words: Words, entry: Entry) -> Iterator[Widget]:
    if entry.levers:
        names = ", ".join(words.say(f"lever.{lever}") for lever in entry.levers)
        yield Paragraph("codex.levers", words.say("codex.levers", names=names), CAPTION)
    if entry.parameters:
        told = words.say("codex.parameters", names=", ".join(entry.parameters))
        yield Paragraph("codex.parameters", told, CAPTION)


def _sources(words: Words, entry: Entry) -> Iterator[Widget]:
    if not entry.sources:
        yield Paragraph("codex.no-sources", words.say("codex.no-sources"), ROW)
    for source in entry.sources:
        yield Paragraph(f"codex.source.{source.id}", cited(words, source), ROW)
        if source.link:
            yield Paragraph(f"codex.link.{source.id}", source.link, CAPTION, ink="text3")


def cited(words: Words, source: Source) -> str:
    """Return a source in one line, with what kind of source it is."""
    line = words.say(
        "codex.cited", by=source.by, year=str(source.year), title=source.title, venue=source.venue
    )
    return f"{line} ({words.say(f'codex.source.{source.kind}')})"
