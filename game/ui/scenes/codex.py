"""The codex: a list to search at the left, a page at the right with its sources and how far it can be trusted."""

import pygame

from game.content import codex
from game.content.codex import KINDS
from game.ui.fields import TextField
from game.ui.groups import Column, Panel
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.labels import Label, Paragraph
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.page import Page
from game.ui.scene import Back, Command
from game.ui.scenes.codex_parts import LINK, ROWS, PageRow, page_of
from game.ui.scenes.ground import Ground
from game.ui.scenes.heads import Head
from game.ui.scrolling import Scroll
from game.ui.segments import Option, Segments
from game.ui.tokens import CAPTION, ROW
from game.ui.widgets import Act, Deed, Widget

FIRST = "deep-lemma"  # the page shown if none is asked for
LIST, READ = 380.0, 820.0  # logical px: the list's width, and the most a page is wide, at 100 % text
SIDE, GUTTER = 24.0, 12.0  # logical px
EVERY = "all"


class CodexScene(Page):
    """The list and the page."""

    leads_on = False  # one is there

    def __init__(self, house: House, look: Look, page: str = "") -> None:
        self.codex = codex.read()
        self.shown = page if page in self.codex.entries else FIRST
        self.kind, self.wanted = EVERY, ""
        self.before: list[str] = []  # pages one came from by a link, the last one at the end
        super().__init__(house, look)
        self.view.focus_on(ROWS + self.shown)

    # ---- what it is made of

    def build(self) -> Widget:
        """Return head, list and page."""
        words = self.house.words
        note = words.say("codex.note", pages=len(self.codex.entries))
        head = Head("codex.head", words.say("codex.title"), note, words.say("codex.back"))
        self.field = TextField("codex.find", words.say("codex.find"), self.wanted, hint=words.say("codex.hint"),
                               icon="search")  # fmt: skip
        kinds = [Option(kind, words.say(f"codex.kind.{kind}")) for kind in (EVERY, *KINDS)]
        choice = Segments("codex.kinds", words.say("codex.list"), kinds, self.kind)
        self.count = Label("codex.count", "", CAPTION, ink="text2")
        self.rows = Column("codex.rows", gap=2, arrows=True)
        self.list = Scroll("codex.list.scroll", words.say("codex.list"), self.rows)
        body = Column("codex.list.column", self.field, choice, self.count, self.list, gap=8,
                      flexible=["codex.list.scroll"])  # fmt: skip
        self.reader = Column("codex.reader")
        self.paper = Scroll("codex.paper", words.say("codex.page"), self.reader)
        self._fill()
        self._write()
        return Shelf(
            head,
            Panel("codex.list", "", body, padding=14),
            Panel("codex.page", "", self.paper, padding=18),
        )

    def _fill(self) -> None:
        """Put the rows that are wanted into the list."""
        words = self.house.words
        found = [
            entry
            for entry in self.codex.search(self.wanted, words.language)
            if self.kind in (EVERY, entry.kind)
        ]
        self.rows.clear()
        for entry in found:
            row = PageRow(words, entry)
            row.is_chosen = entry.id == self.shown
            self.rows.add(row)
        if not found:
            self.rows.add(Paragraph("codex.nothing", words.say("codex.nothing"), ROW))
        self.count.say(words.say("codex.found", pages=len(found)))
        self.list.offset = 0.0

    def _write(self) -> None:
        """Write the page that is shown."""
        words, entry = self.house.words, self.codex.entries[self.shown]
        titles = {name: words.pick(self.codex.entries[name].title) for name in entry.related}
        self.reader.clear()
        self.reader.add(page_of(words, entry, titles, can_return=bool(self.before)))
        self.paper.offset = 0.0

    # ---- time

    def update(self, dt_s: float) -> Command | None:
        """Let the list follow what is written, letters still being composed too, and the page follow the keyboard."""
        field = self.field
        written = field.text[: field.caret] + field.composing + field.text[field.caret :]
        if written != self.wanted:
            self.wanted = written
            self._fill()
            self.view.lay()
        focus = self.view.top.focus
        if focus.by_key and isinstance(focus.widget, PageRow):
            self._show(focus.widget.id.removeprefix(ROWS))
        return super().update(dt_s)

    # ---- what it answers

    def act(self, act: Act) -> Command | None:
        """Show a page, search, or go back."""
        if act.who == "codex.kinds" and act.deed is Deed.CHANGE:
            self.kind = str(act.value)
            self._fill()
            self.view.lay()
        elif act.who == self.field.id and act.deed is Deed.SUBMIT:
            self._to_first()
        elif act.deed is not Deed.PRESS:
            return None
        elif act.who.startswith(ROWS):
            self._show(act.who.removeprefix(ROWS))
        elif act.who.startswith(LINK):
            self._follow(act.who.removeprefix(LINK))
        elif act.who == "codex.return":
            self._return()
        elif act.who == "codex.head.back":
            return Back()
        return None

    def _show(self, name: str) -> None:
        """Show another page; it was chosen from the list, so that there is no way back to keep."""
        if name == self.shown:
            return
        self.before.clear()
        self._turn(name)

    def _follow(self, name: str) -> None:
        self.before.append(self.shown)
        self._turn(name)
        self._meet(name)

    def _return(self) -> None:
        if self.before:
            name = self.before.pop()
            self._turn(name)
            self._meet(name)

    def _turn(self, name: str) -> None:
        self.shown = name
        for row in self.rows.children:
            if isinstance(row, PageRow):
                row.is_chosen = row.id == ROWS + name
                row.touch()
        self._write()
        self.view.lay()

    def _meet(self, name: str) -> None:
        """Bring the row of a page into the list and the keyboard to the page."""
        if all(row.id != ROWS + name for row in self.rows.children):
            self.kind, self.wanted, self.field.text, self.field.caret = EVERY, "", "", 0
            self.rebuild()
        row = self.rows.find(ROWS + name)
        self.list.reveal(row.box)
        first = "codex.return" if self.before else f"{LINK}{self.codex.entries[name].related[0]}"
        self.view.focus_on(first, by_key=self.view.top.focus.by_key)
        self.paper.scroll_to(0.0)

    def _to_first(self) -> None:
        """Leave the search for its first page."""
        first = self.rows.children[0]
        if isinstance(first, PageRow):
            self._show(first.id.removeprefix(ROWS))
            self.view.focus_on(first.id)

    def key(self, key: Key) -> Command | None:
        """Go back a page with Alt and the left arrow, find with Ctrl and F."""
        if key.alt and key.code == pygame.K_LEFT:
            self._return()
        elif key.ctrl and key.code == pygame.K_f:
            self.view.focus_on(self.field.id)
        return None


class Shelf(Ground):
    """The head above, the list at the left, the page at the right and no wider than one reads with ease."""

    light = (0.3, 0.1)

    def __init__(self, head: Head, rows: Panel, page: Panel) -> None:
        super().__init__("codex")
        self.head, self.rows, self.page = head, rows, page
        self.add(head, rows, page)

    def place(self, look: Look, box: Box) -> None:
        """Share the window out."""
        self.box = box
        grown = max(1.0, look.text_size**0.6)
        narrow = min(LIST * grown, (box.w - 2 * SIDE) * 0.46)
        wide = min(READ * grown, box.w - 2 * SIDE - GUTTER - narrow)
        left = box.cx - (narrow + GUTTER + wide) / 2
        tall = self.head.height(look, narrow + GUTTER + wide)
        self.head.place(look, Box(left, box.y + 18, narrow + GUTTER + wide, tall))
        top = box.y + 18 + tall + 12
        high = max(80.0, box.bottom - 16 - top)
        self.rows.place(look, Box(left, top, narrow, high))
        self.page.place(look, Box(left + narrow + GUTTER, top, wide, high))
