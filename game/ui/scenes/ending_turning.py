"""The part of the end that is found out beside the frames: which decisions decided it, and until when it could be won."""

from game.content.words import Words
from game.study.turning_points import Explanation, explain
from game.ui.buttons import Button, Kind
from game.ui.groups import Column, Panel
from game.ui.inquiry import Asked, Inquiry
from game.ui.labels import Paragraph
from game.ui.readings import turning
from game.ui.readings.turning import SHOWN
from game.ui.scenes.waiting import Waiting
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import CAPTION, ROW
from game.ui.turning import ChanceBars, TurningCard
from game.ui.widgets import Act, Widget
from game.world.level import Level

STOP, SEEK, ALL, CARD, LISTED = (
    "end.seeking.stop",
    "end.seek",
    "end.turning.all",
    "end.turning.",
    "end.listed.",
)


class TurningPoints:
    """What is asked of a finished game, and what came of it. Without an inquiry there is nothing to ask."""

    def __init__(self, level: Level, inquiry: Inquiry | None) -> None:
        self.level, self.inquiry = level, inquiry
        self.found: Explanation | None = None
        self.waiting: Waiting | None = None
        self._asked: Asked[Explanation] | None = None
        self.seek()

    def seek(self) -> None:
        """Begin to replay every decision; other processes do the work."""
        if self.inquiry is not None:
            self._asked = self.inquiry.ask_apart(explain)

    def stop(self) -> None:
        """Let it be."""
        if self._asked is not None:
            self._asked.drop()
        self._asked = None

    def hear(self) -> bool:
        """Move the bar; return whether the answer has come."""
        if self._asked is None:
            return False
        if self._asked.is_done:
            self.found, self._asked = self._asked.answer(0), None
            return True
        if self.waiting is not None:
            self.waiting.show(self._asked)
        return False

    # ---- what there is to see

    def panels(self, words: Words) -> list[Widget]:
        """Return the turning points, and until when the level could be won."""
        if self.inquiry is None and self.found is None:
            return []
        found, rows, side = self.found, list[Widget](), list[Widget]()
        if found is None:
            rows.append(self._seeking(words))
        else:
            told = turning.turnings(words, self.level, found)
            rows += [TurningCard(f"{CARD}{one.number}", one) for one in told[:SHOWN]]
            if not told:
                rows.append(Paragraph("end.turning.none", words.say(self._nothing(found)), ROW))
            if found.aside:
                rows.append(
                    Paragraph("end.turning.aside", words.say("turning.aside", n=found.aside), CAPTION)
                )
            if len(told) > SHOWN:
                side.append(Button(ALL, words.say("asking.turn.all", n=len(told)), Kind.QUIET, small=True))
        body = Column("end.turning.column", *rows, gap=8)
        panel = Panel("end.turning", words.say("asking.turn.title"), body, icon="git-fork", side=side)
        return [panel, *self._chance(words)]

    def _nothing(self, found: Explanation) -> str:
        return "turning.nothing-mattered" if found.points else "turning.none"

    def _seeking(self, words: Words) -> Widget:
        if self._asked is None:
            self.waiting = None
            return Button(SEEK, words.say("asking.turn.seek"), icon="search")
        self.waiting = Waiting("end.seeking", words.say("asking.turn.seeking"), words)
        self.waiting.show(self._asked)
        return self.waiting

    def _chance(self, words: Words) -> list[Widget]:
        if self.found is None or not self.found.chances:
            return []
        label = words.say("asking.turn.bars")
        bars = ChanceBars("end.chance.bars", label, turning.bars(self.found), self.found.last_chance)
        said = Paragraph("end.chance.said", turning.chance(words, self.level, self.found), ROW)
        about = Paragraph("end.chance.about", label, CAPTION, ink="text3")
        body = Column("end.chance.column", said, bars, about, gap=6)
        return [Panel("end.chance", words.say("asking.turn.until"), body, icon="clock")]

    def sheet(self, words: Words) -> Sheet:
        """Return the list of every decision that mattered."""
        assert self.found is not None
        cards = [
            TurningCard(f"{LISTED}{one.number}", one)
            for one in turning.turnings(words, self.level, self.found)
        ]
        note = words.say("turning.aside", n=self.found.aside) if self.found.aside else ""
        heading = Heading(words.say("asking.turn.title"), note=note, icon="git-fork")
        return Sheet("end.list", heading, Column("end.list.column", *cards, gap=8, arrows=True),
                     closing=words.say("asking.turn.close"), width=760)  # fmt: skip

    def is_card(self, act: Act) -> bool:
        """Return whether an act asks for both futures of a decision."""
        return act.value is not None and act.who.startswith((CARD, LISTED))
