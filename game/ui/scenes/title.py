"""The first picture: go on where you were with Enter, or choose; and the ring of people that the game is about."""

from collections.abc import Callable
from datetime import datetime

from game.content.words import Words
from game.play import campaign
from game.play.campaign import Standing
from game.play.records import VERSION
from game.play.saves import Save
from game.ui.background import Task
from game.ui.brush import RIGHT
from game.ui.buttons import Button, IconButton
from game.ui.groups import Column
from game.ui.house import House
from game.ui.labels import Label
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.orbit import Legend, Orbit
from game.ui.page import Page
from game.ui.rows import ListRow, RowWords
from game.ui.scene import Command, Quit
from game.ui.scenes import making, ways
from game.ui.scenes.ground import Ground
from game.ui.scenes.title_parts import Brand, PlayCard
from game.ui.scrolling import Scroll
from game.ui.segments import Option, Segments
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, Tone
from game.ui.widgets import Act, Deed, Widget

SIDE, MENU = 28.0, 292.0  # logical px: the margin, and the menu's width at 100 % text
FRESH_SHARE = 0.34  # of the ring turns for somebody who has played nothing yet: an invitation
CARD = 98.0  # logical px of the large card at 100 % text
ROW_LEAST = 53.0  # logical px: with a game to go on with, all eight fit the smallest window at 100 % text
ROWS = (
    ("levels", "map"),
    ("sandbox", "sliders-horizontal"),
    ("codex", "bookmark"),
    ("settings", "settings"),
    ("quit", "power"),
)


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
        self.menu = Column("title.menu", self._card(words), *self._rows(words), gap=8, arrows=True)
        self._tell_standing()
        return Hall(words, self.menu, [*self._corner(words), self._player(words)], self.orbit)

    def _card(self, words: Words) -> PlayCard:
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
            return ListRow(f"title.{name}", texts, icon=icon, tone=Tone.ACCENT, is_card=True, least=ROW_LEAST)

        rows = [row(*always) for always in ROWS]
        if self.latest is not None:
            rows.insert(0, row("new", "rocket"))
            rows.insert(3, row("saves", "history"))
        return list(rows)

    def _player(self, words: Words) -> Button:
        """Return the button that says who plays, once somebody has a name."""
        is_shared = bool(self.house.player.name) or len(self.house.profiles.all()) > 1
        said = words.say("title.player", name=self.house.player_name) if is_shared else words.say("title.who")
        return Button("title.player", said, icon="user-round", tip=Tip(said, words.say("title.player-note")))

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
            "title.sandbox": making.sandbox,
            "title.saves": ways.saves,
            "title.settings": ways.settings,
            "title.codex": ways.codex,
            "title.player": ways.players,
        }
        return going[act.who](self.house) if act.who in going else Quit()


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
        player = self.corner[-1]
        across = player.width(look)
        player.place(look, Box(box.right - SIDE - across, SIDE, across, player.height(look, across)))
        left = SIDE + wide + 20
        self.orbit.place(look, Box(left, box.y, box.right - left, box.h))

    def _place_corner(self, look: Look, box: Box) -> None:
        language, help_, version, _ = self.corner
        wide = language.width(look)
        language.place(look, Box(box.x, box.y, wide, box.h))
        help_.place(look, Box(box.x + wide + 10, box.cy - 17, 34, 34))
        version.place(look, Box(box.x + wide + 50, box.y, max(10.0, box.w - wide - 50), box.h))


def when(words: Words, save: Save, now: datetime) -> str:
    """Return when a game was last played: today and yesterday by the clock, else by the date."""
    days = (now.date() - save.played.date()).days
    key = {0: "title.today", 1: "title.yesterday"}.get(days, "title.on-day")
    return words.say(key, time=f"{save.played:%H:%M}", date=f"{save.played:%Y-%m-%d}")
