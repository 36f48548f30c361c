"""Take the last week back: asked first, since a key is quickly pressed. Nothing is lost either way."""

from game.ui.buttons import Button, Kind
from game.ui.house import House
from game.ui.labels import Paragraph
from game.ui.look import Look
from game.ui.scene import Back, Command
from game.ui.scenes import ways
from game.ui.scenes.desk import Desk
from game.ui.scenes.veil import Over
from game.ui.sheets import Heading, Sheet
from game.ui.widgets import Act

WIDTH = 560.0  # logical px


class TakingBack(Over):
    """The question."""

    first = "back.yes"

    def __init__(self, house: House, look: Look, desk: Desk) -> None:
        self.desk = desk
        super().__init__(house, look, desk)

    def sheet(self) -> Sheet:
        """Return the sheet."""
        words, week = self.house.words, self.desk.session.scenery.view.week
        text = Paragraph("back.text", words.say("assists.back.text", week=week))
        buttons = [
            Button("back.no", words.say("assists.back.no"), cap="Esc"),
            Button("back.yes", words.say("assists.back.yes"), Kind.PRIMARY, icon="history", cap="Enter"),
        ]
        heading = Heading(words.say("assists.back.title", week=week), icon="history")
        return Sheet("back", heading, text, buttons, closing=words.say("assists.back.no"), width=WIDTH)

    def act(self, act: Act) -> Command | None:
        """Go back a week, or to the desk."""
        return ways.take_back(self.house) if act.who == "back.yes" else Back()
