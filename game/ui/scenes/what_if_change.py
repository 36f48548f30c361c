"""Changing one past decision: with the control the desk has for it, among the answers there were, or by leaving it out."""

from dataclasses import dataclass, replace
from typing import Any

from agents.messages import ACCEPT, DECLINE, Decision
from game.content import sentences
from game.content.words import Words
from game.study import wording
from game.study.books import prospects
from game.study.choices import Choice, Edit, Part, set_as
from game.study.visit import Visit
from game.ui.buttons import Button, Kind
from game.ui.choices import Choice as Menu
from game.ui.flows import Flow
from game.ui.groups import Column, Panel
from game.ui.labels import Paragraph
from game.ui.readings import levers, previews
from game.ui.scenes.desk_controls import CONTROLS
from game.ui.scenes.desk_levers import Control, Situation
from game.ui.segments import Option
from game.ui.tokens import BODY_STRONG, CAPTION
from game.ui.widgets import Act, Deed, Widget
from game.world.level import EventCard, Level

GO, DROP, ANSWERS = "whatif.go", "whatif.drop", "whatif.answers"
NO_ANSWER = "-"  # the option of saying nothing; no id of a choice looks so


@dataclass(frozen=True)
class Chosen:
    """What is to be changed, how things stood before it, and what it is to become.

    Attributes:
        made: The decision, the event, or a lever as it stood.
        visit: The week before it; None as long as nobody has looked, and for an event.
        draft: The orders of its week with the change in work.
        ignored: The card of an event that nobody answered, and that can be answered in the next week.
        is_first: Whether nothing else is otherwise yet.
    """

    made: Choice
    visit: Visit | None
    draft: Decision
    ignored: EventCard | None = None
    is_first: bool = True


class Change:
    """One decision and what it is to become; `panel` shows it, `read` takes an act of its control."""

    def __init__(self, words: Words, level: Level, chosen: Chosen) -> None:
        self.words, self.level, self.chosen = words, level, chosen
        self.made, self.draft = chosen.made, chosen.draft
        self.control: Control | None = None

    def panel(self) -> Panel:
        """Return the panel; the control is there once the week has been visited."""
        words = self.words
        rows: list[Widget] = [Paragraph("whatif.what", self._what(), BODY_STRONG, ink="text")]
        control = self._control()
        if control is not None:
            rows += [Paragraph("whatif.instead", self._about(), CAPTION), control]
        go = Button(GO, words.say("asking.with" if self.chosen.is_first else "asking.with-too"), Kind.PRIMARY,
                    icon="git-fork")  # fmt: skip
        go.enabled = self.edit() is not None
        go.visible = self.made.part is not Part.EVENT or control is not None
        drop = Button(DROP, words.say(self._leaving()), icon="x")
        drop.visible = self._is_made
        rows.append(Flow("whatif.buttons", go, drop, gap=8))
        return Panel("whatif.change", words.say("asking.change"), Column("whatif.change.column", *rows, gap=10),
                     icon="pen-tool")  # fmt: skip

    @property
    def _is_made(self) -> bool:
        """Return whether there is anything to leave out: a lever may have stood as it stood."""
        return self.made.part is not Part.LEVER or self.made.before != self.made.after

    def _what(self) -> str:
        words, made = self.words, self.made
        what = wording.deed(words, self.level, made) if self._is_made else sentences.lever(words, made.key)
        return words.say("asking.decided" if self._is_made else "asking.undecided", week=made.week, what=what)

    def _about(self) -> str:
        if self.made.part is Part.EVENT:
            return self.words.say("asking.ignored", week=self.made.week + 1)
        return self.words.say("asking.instead" if self.made.part is Part.LEVER else "asking.instead-answer")

    def _leaving(self) -> str:
        name = "never" if self.made.part is Part.EVENT else "without"
        return f"asking.{name}" if self.chosen.is_first else f"asking.{name}-too"

    # ---- the control

    def _control(self) -> Widget | None:
        if self.made.part is Part.EVENT:
            return None if self.chosen.ignored is None else self._menu(self._answers(self.chosen.ignored))
        if self.chosen.visit is None:
            return None
        if self.made.part is Part.LEVER:
            lever = levers.BY_NAME[self.made.key]
            self.control = CONTROLS[lever.form](self.words, lever)
            self.control.show(self._situation(self.chosen.visit))
            return self.control.box
        options = self._options(self.chosen.visit)
        return self._menu(options) if options else None

    def _menu(self, options: list[Option]) -> Menu:
        said = dict(self.draft.answers).get(self.made.key, str(self.made.after))
        known = said if said in {option.id for option in options} else options[0].id
        return Menu(ANSWERS, self.words.say("asking.answer"), options, known)

    def _answers(self, card: EventCard) -> list[Option]:
        """Return the answers of a card that was left to itself, and none."""
        found = [Option(one.id, self.words.pick(one.label)) for one in card.choices]
        return [Option(NO_ANSWER, self.words.say("whatif.unanswered")), *found]

    def _options(self, visit: Visit) -> list[Option]:
        card = visit.card(self.made.key)
        if card is not None:
            return [Option(one.id, self.words.pick(one.label)) for one in card.choices]
        if visit.sheet(self.made.key) is None:
            return []
        return [
            Option(said, wording.answer(self.words, self.level, self.made.key, said))
            for said in (ACCEPT, DECLINE)
        ]

    def _situation(self, visit: Visit) -> Situation:
        notes = previews.model_notes(self.words, visit.books, self.draft) if self.made.key == "model" else {}
        return Situation(
            self.words, self.level, visit.view, visit.books, visit.decision, self.draft,
            prospects(visit.books, self.draft), notes, {},
        )  # fmt: skip

    # ---- what comes of it

    def read(self, act: Act) -> Decision | None:
        """Return the draft an act leads to, or None if it is about something else."""
        if self.control is not None:
            value = self.control.read(act, self.draft)
            if value is not None:
                changes: dict[str, Any] = {self.made.key: value}
                return replace(self.draft, **changes)
        if act.who == ANSWERS and act.deed is Deed.CHANGE:
            return answered(self.draft, self.made.key, None if act.value == NO_ANSWER else str(act.value))
        return None

    def edit(self) -> Edit | None:
        """Return what is decided otherwise; None as long as nothing is."""
        made = self.made
        if made.part is Part.LEVER:
            is_same = getattr(self.draft, made.key) == made.after
            return None if is_same else set_as(self.draft, made.key, made.week)
        said = dict(self.draft.answers).get(made.key)
        week = made.week + 1 if made.part is Part.EVENT else made.week
        return None if said in (None, made.after) else Edit(week, made.key, said)

    def without(self) -> Edit:
        """Return the edit that leaves the decision out."""
        return Edit(self.made.week, self.made.key)


def answered(draft: Decision, key: str, said: str | None) -> Decision:
    """Return orders with something answered so, or not at all."""
    others = tuple(pair for pair in draft.answers if pair[0] != key)
    return replace(draft, answers=others if said is None else (*others, (key, said)))
