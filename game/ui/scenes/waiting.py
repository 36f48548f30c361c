"""A question that takes its time: how far it has come, and a button that stops asking."""

from typing import Any

from game.content.words import Words
from game.ui.buttons import Button, Kind
from game.ui.groups import Column, Row
from game.ui.inquiry import Asked
from game.ui.labels import Meter, Paragraph
from game.ui.layout import flex
from game.ui.readings import amounts
from game.ui.tokens import CAPTION
from game.ui.widgets import Widget


class Waiting(Column):
    """A sentence, a bar with its share, and a button beside it, `NAME.stop`; `show` moves the bar."""

    def __init__(self, name: str, label: str, words: Words) -> None:
        self.words = words
        self.meter = Meter(f"{name}.bar", "", 0.0, amounts.share(words, 0.0))
        stop = Button(f"{name}.stop", words.say("asking.stop"), Kind.QUIET, icon="x", small=True)
        parts: list[Widget] = [self.meter, stop]
        row = Row(f"{name}.row", *parts, parts=[flex()], gap=14)
        super().__init__(name, Paragraph(f"{name}.about", label, CAPTION), row, gap=2)

    def show(self, asked: "Asked[Any]") -> None:
        """Show how far a question has come."""
        amount = amounts.share(self.words, asked.share)
        if amount != self.meter.amount:
            self.meter.share, self.meter.amount = asked.share, amount
            self.meter.touch()
