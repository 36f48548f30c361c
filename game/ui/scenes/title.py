"""The first picture: go on where you were with Enter, or choose; and the ring of people that the game is about."""

from collections.abc import Callable
from datetime import datetime

from game.content.words import Words
from game.play import campaign
from game.play.campaign import Standing
from game.play.records import VERSION
from game.play.saves import Save
from game.ui.background import Task
from game.ui.brush import LEFT, RIGHT, Brush
from game.ui.buttons import IconButton, warm
from game.ui.groups import Column
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.labels import Label
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.marks import bar, key_cap, key_cap_width
from game.ui.orbit import Legend, Orbit
from game.ui.page import Page
from game.ui.rows import ListRow, RowWords
from game.ui.scene import Command, Quit
from game.ui.scenes import ways
from game.ui.scenes.ground import Ground, paint_mark
from game.ui.scrolling import Scroll
from game.ui.segments import Option, Segments
from game.ui.tokens import BODY_STRONG, CAPTION, CAPTION_STRONG, LIST_LEADING, SCREEN_TITLE, TITLE, Tone
from game.ui.widgets import Act, Deed, Role, Target, Widget

SIDE, MENU = 28.0, 292.0  # logical px: the margin, and the menu's width at 100 % text
FRESH_SHARE = 0.34  # of the ring turns for somebody who has played nothing yet: an invitation
CARD = 98.0  # logical px of the large card at 100 % text
MARK = 58.0  # logical px
ROWS = (("levels", "map"), ("codex", "bookmark"), ("settings", "settings"), ("quit", "power"))


class Title(Page):
    """The first scene."""

    first = "title.continue"

    def __init__(self, house: House, look: Look, onward: Callable[[], Command] | None = None) -> None:
        self.onward = onward
        self.latest = house.saves.latest()
        self.counting: Task[tuple[Standing, ...]] | None = None  # reads every saved game, beside the frames
        self.standings: tuple[Standing, ...] | None = None
        super().__init__(house, look)

    def build(self) -> Widget:
        """Return menu and picture."""
        words = self.house.words
        legend = Legend(
            nodes=(words.say("title.users"), words.say("title.data"), words.say("title.model")),
            lines=(words.say("title.leave"), words.say("title.learn"), words.say("title.gather")),
        )
        self.orbit = Orbit("title.ring", words.say("title.ring"), legend, FRESH_SHARE, room=68.0)
        self.menu = Column("title.menu", self._card(words), *self._rows(words), gap=9, arrows=True)
        self._tell_standing()
        return Hall(words, self.menu, self._corner(words), self.orbit)

    def _card(self, words: Words) -> "PlayCard":
        save = self.latest
        if save is None or save.header is None:
            return PlayCard(self.first, words.say("title.begin"), words.say("title.begin-note"))
        week, weeks = save.week, save.header.weeks
        return PlayCard(
            self.first,
            words.say("title.continue"),
            "",
            share=week / max(1, weeks),
            far=words.say("title.week", week=week, weeks=weeks),
            when=when(words, save, datetime.now().astimezone()),
        )

    def _rows(self, words: Words) -> list[Widget]:
        def row(name: str, icon: str) -> ListRow:
            is_true = name != "quit" or self.latest is not None
            texts = RowWords(words.say(f"title.{name}"), words.say(f"title.{name}-note") if is_true else "")
            return ListRow(f"title.{name}", texts, icon=icon, tone=Tone.ACCENT, is_card=True)

        rows = [row(*always) for always in ROWS]
        if self.latest is not None:
            rows.insert(0, row("new", "rocket"))
            rows.insert(2, row("saves", "history"))
        return list(rows)

    def _corner(self, words: Words) -> list[Widget]:
        languages = [Option("ko", "한국어"), Option("en", "English")]  # each in its own tongue
        return [
            Segments("title.language", words.say("settings.language"), languages, self.house.language),
            IconButton("title.help", words.say("help.title"), "circle-help"),
            Label("title.version", f"v{VERSION}", CAPTION, ink="text3", at=RIGHT),
        ]

    # ---- what comes from behind the picture

    def update(self, dt_s: float) -> Command | None:
        """Let the people walk; once the levels are loaded, say their names. Somebody on the way elsewhere does not stay."""
        if self.onward is not None:
            onward, self.onward = self.onward, None
            return onward()
        library = self.house.library
        if self.counting is None and library is not None:
            self.counting = Task(lambda: library.standings(self.house.saves.all())).start()
        if self.standings is None and self.counting is not None and self.counting.is_done:
            self.standings = self.counting.result(0)
            self._tell_standing()
            self.view.lay()
        return super().update(dt_s)

    def _tell_standing(self) -> None:
        """Name the level on the large card, and let as much of the ring turn as is won."""
        library, words, found = self.house.library, self.house.words, self.standings
        if library is None or found is None:
            return
        won = [standing for standing in found if standing.is_won]
        share = len(won) / max(1, len(found))
        self.orbit.light(FRESH_SHARE + (1 - FRESH_SHARE) * share)
        card = self.menu.children[0]
        assert isinstance(card, PlayCard)
        level_id = self.latest.header.level if self.latest and self.latest.header else ""
        following = campaign.next_level(found)
        entry = library.entry(level_id or (following.level if following else ""))
        if entry is not None:
            card.about = words.say("title.level", number=entry.number, title=entry.title)
        for row in self.menu.children:
            if isinstance(row, ListRow) and row.id == "title.new" and following is not None:
                next_entry = library.entry(following.level)
                if next_entry is not None:
                    note = words.say("title.level", number=next_entry.number, title=next_entry.title)
                    row.words = RowWords(row.label, note)
        self.menu.touch()

    def lay(self, look: Look) -> None:
        """Lay out anew; what was saved meanwhile shows."""
        latest = self.house.saves.latest()
        if latest != self.latest:
            self.latest, self.counting, self.standings = latest, None, None
            self.rebuild(look)
        super().lay(look)

    # ---- what it answers

    def act(self, act: Act) -> Command | None:
        """Go where the menu says."""
        if act.who == "title.language" and act.deed is Deed.CHANGE:
            return ways.speak(self.house, str(act.value))
        if act.who == self.first:
            return ways.go_on(self.house, self.latest.path) if self.latest else ways.new_game(self.house)
        if act.who == "title.help":
            return ways.keys(self.house, self)
        going = {
            "title.new": ways.new_game,
            "title.levels": ways.levels,
            "title.saves": ways.saves,
            "title.settings": ways.settings,
            "title.codex": ways.codex,
        }
        return going[act.who](self.house) if act.who in going else Quit()

    def key(self, key: Key) -> Command | None:
        """Open the help with F1."""
        return ways.keys(self.house, self) if ways.is_help(key) else None


class Hall(Ground):
    """The menu at the left, the picture in what is left of the window."""

    light = (0.62, 0.52)

    def __init__(self, words: Words, menu: Widget, corner: list[Widget], orbit: Orbit) -> None:
        super().__init__("title")
        self.name, self.motto = words.say("title.name"), words.say("title.motto")
        self.head = Brand("title.brand", self.name, self.motto)
        self.orbit, self.corner = orbit, corner
        self.scroll = Scroll("title.scroll", self.name, menu)
        self.add(self.head, self.scroll, *corner, orbit)

    def place(self, look: Look, box: Box) -> None:
        """Share the window out."""
        self.box = box
        wide = MENU * max(1.0, look.text_size**0.8)
        head = self.head.height(look, wide)
        self.head.place(look, Box(SIDE, SIDE, wide, head))
        low = box.bottom - 20 - self.corner[0].height(look, wide)
        self._place_corner(look, Box(SIDE, low, wide, box.bottom - 20 - low))
        top = SIDE + head + 18
        self.scroll.place(look, Box(SIDE, top, wide, max(40.0, low - 12 - top)))
        left = SIDE + wide + 20
        self.orbit.place(look, Box(left, box.y, box.right - left, box.h))

    def _place_corner(self, look: Look, box: Box) -> None:
        language, help_, version = self.corner
        wide = language.width(look)
        language.place(look, Box(box.x, box.y, wide, box.h))
        help_.place(look, Box(box.x + wide + 10, box.cy - 17, 34, 34))
        version.place(look, Box(box.x + wide + 50, box.y, max(10.0, box.w - wide - 50), box.h))


class Brand(Widget):
    """The game's mark, its name and one line."""

    role = Role.LABEL

    def __init__(self, name: str, label: str, motto: str) -> None:
        super().__init__(name, label)
        self.motto = motto

    @property
    def value(self) -> str:
        """Return the line below the name."""
        return self.motto

    def height(self, look: Look, width: float) -> float:
        """Return the height of name and line."""
        return (
            max(MARK, look.type.pitch(SCREEN_TITLE, 1.2) + len(self._lines(look, width)) * self._pitch(look))
            + 4
        )

    def paint(self, brush: Brush) -> None:
        """Draw mark and words."""
        paint_mark(brush, Box(self.box.x, self.box.cy - MARK / 2, MARK, MARK))
        x = self.box.x + MARK + 16
        lines = self._lines(brush.look, self.box.w)
        first = brush.look.type.pitch(SCREEN_TITLE, 1.2)
        y = self.box.cy - (first + len(lines) * self._pitch(brush.look)) / 2
        brush.text(x, y + first / 2, self.label, SCREEN_TITLE, width=self.box.right - x)
        brush.lines(x, y + first, lines, CAPTION, brush.theme.text2)

    def _lines(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.motto, CAPTION, width - MARK - 16)

    def _pitch(self, look: Look) -> float:
        return look.type.pitch(CAPTION, LIST_LEADING)


class PlayCard(Target):
    """The large card: what Enter does, on which level, how far it is and when it was played."""

    role = Role.BUTTON
    radius = 13.0

    def __init__(self, name: str, label: str, about: str, *, share: float | None = None, far: str = "", when: str = ""
                 ) -> None:  # fmt: skip
        super().__init__(name, label)
        self.about, self.share, self.far, self.when = about, share, far, when

    @property
    def value(self) -> str:
        """Return all that stands on the card."""
        return " · ".join(part for part in (self.about, self.far, self.when) if part)

    def height(self, look: Look, width: float) -> float:
        """Return the height of its lines and the bar."""
        first, second, third = self._pitches(look)
        return first + second + (third + 22 if self.share is not None else 0) + 30

    def activate(self) -> Act | None:
        """Report the press."""
        return Act(self.id, Deed.PRESS)

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        theme, box, look = brush.theme, self.box, brush.look
        brush.box(box, self.radius, warm(theme.accent, self, theme), fade=warm(theme.accent_low, self, theme))
        first, second, third = self._pitches(look)
        y = box.y + 15
        brush.icon("play", box.x + 28, y + first / 2, 22, theme.on_accent)
        cap = key_cap_width(look, "Enter")
        key_cap(brush, box.right - 14, y + first / 2, "Enter", at=RIGHT, on=theme.on_accent)
        brush.text(box.x + 50, y + first / 2, self.label, TITLE, theme.on_accent, width=box.w - 72 - cap)
        brush.text(
            box.x + 50, y + first + second / 2, self.about, BODY_STRONG, theme.on_accent, width=box.w - 64
        )
        if self.share is not None:
            self._paint_bar(brush, y + first + second + 8, third)

    def _paint_bar(self, brush: Brush, y: float, pitch: float) -> None:
        theme, inner = brush.theme, self.box.inset(16, 0)
        ground = theme.accent_low
        bar(brush, Box(inner.x, y, inner.w, 6), self.share or 0.0, theme.on_accent, ground)
        middle = y + 14 + pitch / 2
        taken = brush.text(inner.x, middle, self.far, CAPTION_STRONG, theme.on_accent, at=LEFT)
        brush.text(
            inner.right, middle, self.when, CAPTION, theme.on_accent, at=RIGHT, width=inner.w - taken - 10
        )

    def _pitches(self, look: Look) -> tuple[float, float, float]:
        pitch = look.type.pitch
        return pitch(TITLE, 1.35), pitch(BODY_STRONG, 1.35), pitch(CAPTION, 1.3)


def when(words: Words, save: Save, now: datetime) -> str:
    """Return when a game was last played: today and yesterday by the clock, else by the date."""
    days = (now.date() - save.played.date()).days
    key = {0: "title.today", 1: "title.yesterday"}.get(days, "title.on-day")
    return words.say(key, time=f"{save.played:%H:%M}", date=f"{save.played:%Y-%m-%d}")
