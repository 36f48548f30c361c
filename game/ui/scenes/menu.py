"""The menu of a game being played: everything is saved already, so every way out is safe."""

from game.play.assists import Chosen
from game.study import assists_told
from game.ui.groups import Column
from game.ui.house import House
from game.ui.look import Look
from game.ui.rows import ListRow, RowWords
from game.ui.scene import Back, Command, Go, Quit
from game.ui.scenes import behind, ways
from game.ui.scenes.assisting import Switching
from game.ui.scenes.desk import Desk
from game.ui.scenes.veil import Over
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import Tone
from game.ui.widgets import Act

WIDTH = 480.0  # logical px
LEAST = 52.0  # logical px of a row: so all nine fit the smallest window at 100 % text
ROWS = (("resume", "play"), ("settings", "settings"), ("keys", "circle-help"), ("codex", "bookmark"), ("assists", "shield-check"),
        ("restart", "rotate-ccw"),
        ("levels", "map"), ("title", "log-out"), ("quit", "power"))  # fmt: skip


class Menu(Over):
    """The menu over the desk."""

    first = "menu.resume"

    def __init__(self, house: House, look: Look, desk: Desk) -> None:
        self.desk = desk
        super().__init__(house, look, desk)

    def sheet(self) -> Sheet:
        """Return the sheet."""
        words, session = self.house.words, self.desk.session
        rows = [
            ListRow(f"menu.{name}", RowWords(words.say(f"menu.{name}"), self._note(name)), icon=icon,
                    tone=Tone.ACCENT if name == "resume" else Tone.PLAIN, is_card=True, least=LEAST)
            for name, icon in ROWS
        ]  # fmt: skip
        path = session.game.path
        heading = Heading(
            words.pick(session.level.title),
            kicker=words.say("menu.kicker", week=session.scenery.view.week, weeks=session.level.weeks),
            note=words.say("menu.saved", name=path.name) if path else words.say("menu.unsaved"),
            icon="menu",
        )
        return Sheet("menu", heading, Column("menu.rows", *rows, gap=6, arrows=True), closing=words.say("menu.resume"),
                     width=WIDTH)  # fmt: skip

    def _note(self, name: str) -> str:
        """Return the small print of a row."""
        words, game = self.house.words, self.desk.session.game
        if game.path is None and name in ("restart", "levels", "title", "quit"):
            return ""  # these say that the game is kept
        if name != "assists":
            return words.say(f"menu.{name}-note")
        return assists_told.chosen(words, Chosen(game.header.difficulty, self.desk.session.assists))

    def lay(self, look: Look) -> None:
        """Lay out anew, and let the desk take over what was set meanwhile."""
        behind.refresh(self.house, self.desk)
        super().lay(look)

    def act(self, act: Act) -> Command | None:
        """Go where the row says."""
        session = self.desk.session
        level = session.level
        if act.who == "menu.assists":
            return Go(lambda look: Switching(self.house, look, self.desk))
        if act.who == "menu.settings":
            return ways.settings(self.house)
        if act.who == "menu.keys":
            return ways.keys(self.house, self)
        if act.who == "menu.codex":
            return ways.codex(self.house)
        if act.who == "menu.restart":
            return ways.begin_again(self.house, self.desk.session)
        if act.who == "menu.levels":
            return ways.out(self.house, lambda: ways.levels(self.house, level.id))
        if act.who == "menu.title":
            return ways.out(self.house)
        return Quit() if act.who == "menu.quit" else Back()
