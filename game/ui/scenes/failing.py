"""The game itself has failed: that is said plainly, with the report and the save, and the game can go on from its journal."""

import sys
from pathlib import Path

from game.content.words import Words
from game.play import faults
from game.ui.buttons import Button, Kind
from game.ui.figures import Fact
from game.ui.groups import Column
from game.ui.house import House
from game.ui.labels import Paragraph
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.page import Page
from game.ui.scene import Command, Quit
from game.ui.scenes import ways
from game.ui.scenes.ground import Ground
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import BODY, CODE, Tone
from game.ui.widgets import Act, Deed, Widget

WIDTH = 720.0  # logical px
LONGEST = 200  # characters of the error that are shown; the report has it all


class Failing(Page):
    """Shown in place of whatever has failed."""

    leads_on = False

    def __init__(self, house: House, look: Look, error: BaseException) -> None:
        self.report = faults.write_report(house.data, error, sys.argv[1:])
        self.error = f"{type(error).__name__}: {error}"[:LONGEST]
        self.path = _let_go(house)
        super().__init__(house, look)
        self.view.focus_on("error.go-on" if self.path else "error.title")

    def build(self) -> Widget:
        """Return the sheet on an empty ground."""
        words = self.house.words
        facts: list[Widget] = [Paragraph("error.text", words.say("error.text"), BODY)]
        if self.path is not None:
            facts.append(Fact("error.save", words.say("error.save"), str(self.path)))
        facts.append(Fact("error.report", words.say("error.report"), str(self.report)))
        facts.append(Paragraph("error.said", self.error, CODE, ink="text3", most=3))
        heading = Heading(words.say("error.title"), icon="circle-alert", tone=Tone.BAD)
        sheet = Sheet(
            "error", heading, Column("error.column", *facts, gap=12), self._buttons(words), width=WIDTH
        )
        return Alone(sheet)

    def _buttons(self, words: Words) -> list[Button]:
        quit_, title = Button("error.quit", words.say("error.quit")), words.say("error.to-title")
        if self.path is None:
            return [quit_, Button("error.title", title, Kind.PRIMARY, cap="Enter")]
        on = Button("error.go-on", words.say("error.go-on"), Kind.PRIMARY, icon="rotate-ccw", cap="Enter")
        return [quit_, Button("error.title", title), on]

    def act(self, act: Act) -> Command | None:
        """Go on from the journal, go home, or leave."""
        if act.deed is not Deed.PRESS:
            return None
        if act.who == "error.go-on" and self.path is not None:
            return ways.go_on(self.house, self.path)
        return Quit() if act.who == "error.quit" else ways.home(self.house)


class Alone(Ground):
    """A sheet on an empty ground."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__("failing")
        self.sheet = sheet
        self.add(sheet)

    def place(self, look: Look, box: Box) -> None:
        """Give the sheet the window."""
        self.box = box
        self.sheet.place(look, box)


def _let_go(house: House) -> Path | None:
    """Close the game that was open and return its file; whatever closing raises is the same fault again."""
    path = house.session.game.path if house.session is not None else None
    try:
        house.leave()
    except Exception:
        house.session = None
    return path
