"""The level's hints, one by one; the journal takes down each that is read for the first time."""

from game.play.assists import used
from game.ui.buttons import Button, Kind
from game.ui.groups import Column
from game.ui.house import House
from game.ui.labels import Paragraph
from game.ui.look import Look
from game.ui.scene import Back, Command
from game.ui.scenes.desk import Desk
from game.ui.scenes.veil import Over
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import BODY
from game.ui.widgets import Act, Widget

WIDTH = 620.0  # logical px


class Hints(Over):
    """What has been read so far, and a button for the next."""

    first = "hints.next"

    def __init__(self, house: House, look: Look, desk: Desk) -> None:
        self.desk = desk
        game = desk.session.game
        self.read = used(game.header, game.notes).hints
        super().__init__(house, look, desk)

    def sheet(self) -> Sheet:
        """Return the sheet."""
        words, level = self.house.words, self.desk.session.level
        hints = level.hints[: self.read]
        told: list[Widget] = [
            Paragraph(f"hints.{i}", words.pick(hint), BODY, ink="text") for i, hint in enumerate(hints)
        ]
        body = Column(
            "hints.column",
            *(told or [Paragraph("hints.none", words.say("assists.hint.first"), BODY)]),
            gap=12,
        )
        count = words.say("assists.hint.count", at=len(hints), of=len(level.hints))
        heading = Heading(words.say("assists.hint.title"), kicker=count, icon="key-round")
        close = words.say("assists.hint.close")
        is_more = len(hints) < len(level.hints)
        buttons = [Button("hints.leave", close, Kind.PLAIN if is_more else Kind.PRIMARY)]
        if is_more:
            buttons.append(
                Button(
                    "hints.next", words.say("assists.hint.next"), Kind.PRIMARY, icon="key-round", cap="Enter"
                )
            )
        return Sheet("hints", heading, body, buttons, closing=close, width=WIDTH)

    def act(self, act: Act) -> Command | None:
        """Read the next, or leave."""
        if act.who != "hints.next":
            return Back()
        self.read += 1
        self.desk.session.assist({"hint": self.read})
        self.rebuild()
        known = {widget.id for widget in self.view.widgets()}
        self.view.focus_on("hints.next" if "hints.next" in known else "hints.leave")
        return None
