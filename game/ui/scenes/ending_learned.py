"""What one learns at the end beside what happened: one's diagnosis marked, luck or skill, and what one had drawn."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.messages import Decision
from game.content.words import Words
from game.play.notes import Note, is_diagnosed
from game.study import diagnosis, fortune_told, wording
from game.study.choices import orders_of
from game.study.diagnosis import Mark
from game.study.fortune import WORLDS, Fortune, fortune
from game.study.sketches import Scored
from game.study.turning_points import Explanation
from game.ui.buttons import Button
from game.ui.groups import Column, Panel
from game.ui.inquiry import Asked, Inquiry
from game.ui.labels import Paragraph
from game.ui.luckstrip import LuckStrip
from game.ui.scenes import ending_sketches
from game.ui.scenes.waiting import Waiting
from game.ui.tokens import CAPTION, ROW, ROW_STRONG
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Level

if TYPE_CHECKING:
    from game.ui.session import Session

SEEK, STOP = "end.luck.seek", "end.luck.waiting.stop"


class Learned:
    """Asks for luck when wanted, marks the diagnosis once the game has been replayed, and shows the drawings."""

    def __init__(self, level: Level, inquiry: Inquiry | None, session: "Session | None" = None) -> None:
        self.level, self.inquiry, self.session = level, inquiry, session
        self.sketches: Sequence[Scored] = session.scenery.sketches if session else ()
        decisions: Sequence[Decision] = session.scenery.decisions if session else ()
        notes: tuple[Note, ...] = tuple(session.game.notes) if session else ()
        self.quiz = diagnosis.quiz_of(level, orders_of(level.start.decision, decisions))
        self.said = diagnosis.said_of(notes, self.quiz)
        self.mark: Mark | None = None
        self.has_star = is_diagnosed(notes)
        self.fortune: Fortune | None = None
        self._waiting: Waiting | None = None
        self._asked: Asked[Fortune] | None = None

    # ---- what is found out

    def hear(self, found: Explanation | None) -> bool:
        """Take what has come; return whether there is something new to show."""
        return self._marks(found) or self._hears_luck()

    def _marks(self, found: Explanation | None) -> bool:
        if self.said is None or self.mark is not None or found is None:
            return False
        self.mark = diagnosis.mark(self.quiz, self.said, found)
        if self.session is not None and not self.has_star:
            self.session.keep(diagnosis.KIND, diagnosis.written(self.said, self.mark))
        self.has_star |= self.mark.earns_star
        return True

    def _hears_luck(self) -> bool:
        if self._asked is None:
            return False
        if self._asked.is_done:
            self.fortune, self._asked = self._asked.answer(0), None
            return True
        if self._waiting is not None:
            self._waiting.show(self._asked)
        return False

    def act(self, act: Act) -> bool:
        """Begin or stop trying elsewhere; return whether the act was for this."""
        if act.who == SEEK and act.deed is Deed.PRESS and self.inquiry is not None:
            self._asked = self.inquiry.ask_apart(fortune)
        elif act.who == STOP and self._asked is not None:
            self._asked.drop()
            self._asked = None
        else:
            return False
        return True

    # ---- what there is to see

    def panels(self, words: Words) -> list[Widget]:
        """Return the panels there is something to say in."""
        drawn = ending_sketches.section(words, self.level, self.sketches)
        found = (self._diagnosis(words), self._luck(words), drawn)
        return [panel for panel in found if panel is not None]

    def _diagnosis(self, words: Words) -> Panel | None:
        if self.said is None:
            return None
        if self.mark is None:
            parts: list[Widget] = [Paragraph("end.diagnosis.waiting", words.say("diagnosis.waiting"), ROW)]
        else:
            key = "star" if self.mark.earns_star else "no-star"
            parts = [Paragraph("end.diagnosis.star", words.say(f"diagnosis.{key}"), ROW_STRONG, ink="text")]
            told = (self._link(words, self.mark), self._choice(words, self.mark))
            parts += [Paragraph(f"end.diagnosis.{i}", line, ROW) for i, line in enumerate(told) if line]
        body = Column("end.diagnosis.column", *parts, gap=6)
        return Panel("end.diagnosis", words.say("diagnosis.section"), body, icon="search")

    def _link(self, words: Words, mark: Mark) -> str:
        assert self.said is not None
        if mark.link is None:
            return ""
        link, said = (words.say(f"text.link.{one.value}") for one in (mark.link, self.said.link))
        return words.say(f"diagnosis.link-{'right' if mark.link_is_right else 'wrong'}", link=link, said=said)

    def _choice(self, words: Words, mark: Mark) -> str:
        if mark.point is None:
            return words.say("diagnosis.choice-free") if self.quiz.choices else ""
        what = wording.choice(words, self.level, mark.point.choice)
        return words.say(f"diagnosis.choice-{'right' if mark.choice_is_right else 'wrong'}", what=what)

    def _luck(self, words: Words) -> Panel | None:
        if self.inquiry is None and self.fortune is None:
            return None
        self._waiting = None
        if self.fortune is not None:
            parts = self._found(words, self.fortune)
        elif self._asked is not None:
            self._waiting = Waiting("end.luck.waiting", words.say("luck.seeking"), words)
            parts = [self._waiting]
        else:
            parts = [Button(SEEK, words.say("luck.seek", worlds=WORLDS), icon="dices")]
        body = Column("end.luck.column", *parts, gap=8)
        return Panel("end.luck", words.say("luck.section"), body, icon="dices", note=words.say("luck.note"))

    def _found(self, words: Words, found: Fortune) -> list[Widget]:
        parts: list[Widget] = [
            Paragraph("end.luck.headline", fortune_told.headline(words, found), ROW, ink="text"),
            LuckStrip("end.luck.strip", words, found),
        ]
        parts += [
            Paragraph(f"end.luck.note.{i}", note, CAPTION)
            for i, note in enumerate(fortune_told.notes(words, found))
        ]
        return parts
