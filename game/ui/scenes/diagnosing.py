"""Before the end tells why, the player says it: which link was the weakest, and which decision mattered most."""

from collections.abc import Callable, Sequence

from agents.messages import Link
from game.study import diagnosis, wording
from game.study.choices import Choice
from game.study.diagnosis import Diagnosis, Quiz
from game.ui.buttons import Button, Kind
from game.ui.groups import Column
from game.ui.house import House
from game.ui.labels import Paragraph
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.page import Page
from game.ui.rows import ListRow, RowWords
from game.ui.scene import Command, Go, Scene
from game.ui.scenes.ground import Ground
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import CAPTION, ROW_STRONG
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Level

WIDTH = 760.0  # logical px
LINK, CHOICE = "diagnosis.link.", "diagnosis.choice."
ICONS = {Link.USERS: "users", Link.DATA: "database", Link.PERFORMANCE: "brain-circuit"}


class Diagnosing(Page):
    """Two questions of several answers. `keep` takes what is said for the journal; `onward` makes the scene that tells.

    `verdict` is the sentence of how it ended: who is asked what an ending hung on has to know the ending.
    """

    def __init__(self, house: House, look: Look, level: Level, quiz: Quiz,
                 keep: Callable[[dict[str, object]], None], onward: Callable[[Look], Scene],
                 verdict: str = "diagnosis.kicker") -> None:  # fmt: skip
        self.verdict = verdict
        self.level, self.quiz, self.keep, self.onward = level, quiz, keep, onward
        self.link: Link | None = None
        self.choice: Choice | None = None
        super().__init__(house, look)

    def build(self) -> Widget:
        """Return both questions with their answers."""
        words = self.house.words
        links = [self._row(f"{LINK}{link.value}", words.say(f"text.link.{link.value}"), ICONS[link], link is self.link)
                 for link in self.quiz.links]  # fmt: skip
        choices = [self._row(f"{CHOICE}{i}", wording.choice(words, self.level, choice), "split", choice == self.choice)
                   for i, choice in enumerate(self.quiz.choices)]  # fmt: skip
        parts: list[Widget] = [Paragraph("diagnosis.note", words.say("diagnosis.note"), CAPTION)]
        parts += self._question("link", links)
        parts += self._question("choice", choices) if choices else []
        submit = Button("diagnosis.submit", words.say("diagnosis.submit"), Kind.PRIMARY, icon="check")
        submit.enabled = self._is_whole
        skip = Button("diagnosis.skip", words.say("diagnosis.skip"))
        heading = Heading(words.say("diagnosis.title"), kicker=words.say(self.verdict), icon="search")
        body = Column("diagnosis.column", *parts, gap=6)
        return OnGround(Sheet("diagnosis", heading, body, [skip, submit], width=WIDTH))

    def _question(self, name: str, rows: Sequence[Widget]) -> list[Widget]:
        label = Paragraph(
            f"diagnosis.{name}", self.house.words.say(f"diagnosis.{name}"), ROW_STRONG, ink="text"
        )
        return [label, Column(f"diagnosis.{name}.rows", *rows, gap=2, arrows=True)]

    def _row(self, name: str, label: str, icon: str, is_chosen: bool) -> ListRow:
        row = ListRow(name, RowWords(label), icon=icon, lines=3)
        row.is_chosen = is_chosen
        return row

    @property
    def _is_whole(self) -> bool:
        return self.link is not None and (self.choice is not None or not self.quiz.choices)

    def act(self, act: Act) -> Command | None:
        """Choose, or go on: with a diagnosis or without."""
        if act.deed is not Deed.PRESS:
            return None
        if act.who.startswith(LINK):
            self.link = Link(act.who.removeprefix(LINK))
        elif act.who.startswith(CHOICE):
            self.choice = self.quiz.choices[int(act.who.removeprefix(CHOICE))]
        elif act.who == "diagnosis.skip":
            self.keep(dict(diagnosis.SKIPPED))
            return Go(self.onward, replace=True)
        elif act.who == "diagnosis.submit" and self.link is not None and self._is_whole:
            self.keep(diagnosis.written(Diagnosis(self.link, self.choice)))
            return Go(self.onward, replace=True)
        self.rebuild()
        return None


class OnGround(Ground):
    """A sheet on an empty ground."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__("diagnosing")
        self.sheet = sheet
        self.add(sheet)

    def place(self, look: Look, box: Box) -> None:
        """Give the sheet the window."""
        self.box = box
        self.sheet.place(look, box)
