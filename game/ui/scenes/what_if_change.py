"""Changing one past decision: with the control the desk has for it, among the answers there were, or by leaving it out."""

from dataclasses import replace
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
from game.ui.scenes.desk_strips import Note
from game.ui.segments import Option
from game.ui.tokens import BODY_STRONG, CAPTION, Tone
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Level

GO, DROP, ANSWERS = "whatif.go", "whatif.drop", "whatif.answers"


class Change:
    """One decision and what it is to become; `panel` shows it, `read` takes an act of its control."""

    def __init__(
        self, words: Words, level: Level, made: Choice, visit: Visit | None, draft: Decision
    ) -> None:
        self.words, self.level, self.made, self.visit, self.draft = words, level, made, visit, draft
        self.control: Control | None = None
        self.menu: Menu | None = None

    def panel(self, trouble: str) -> Panel:
        """Return the panel; the control is there once the week has been visited."""
        words, made = self.words, self.made
        is_made = (
            made.before != made.after
        )  # else the lever stood as it stood, and there is nothing to leave out
        what = wording.deed(words, self.level, made) if is_made else sentences.lever(words, made.key)
        what = words.say("asking.decided" if is_made else "asking.undecided", week=made.week, what=what)
        rows: list[Widget] = [Paragraph("whatif.what", what, BODY_STRONG, ink="text")]
        control = self._control()
        if control is not None:
            rows.append(Paragraph("whatif.instead", words.say("asking.instead"), CAPTION))
            rows.append(control)
        go = Button(GO, words.say("asking.with"), Kind.PRIMARY, icon="git-fork")
        go.enabled = self.edit() is not None
        drop = Button(DROP, words.say("asking.without"), icon="x")
        drop.visible = is_made
        rows.append(Flow("whatif.buttons", go, drop, gap=8))
        if trouble:
            rows.append(
                Note("whatif.trouble", words.say("asking.trouble"), trouble, Tone.WARN, "circle-help")
            )
        return Panel("whatif.change", words.say("asking.change"), Column("whatif.change.column", *rows, gap=10),
                     icon="pen-tool")  # fmt: skip

    def _control(self) -> Widget | None:
        if self.visit is None:
            return None
        if self.made.part is Part.LEVER:
            lever = levers.BY_NAME[self.made.key]
            self.control = CONTROLS[lever.form](self.words, lever)
            self.control.show(self._situation())
            return self.control.box
        options = self._options()
        if not options:
            return None
        chosen = dict(self.draft.answers).get(self.made.key, str(self.made.after))
        self.menu = Menu(ANSWERS, self.words.say("asking.answer"), options, chosen)
        return self.menu

    def _options(self) -> list[Option]:
        assert self.visit is not None
        card = self.visit.card(self.made.key)
        if card is not None:
            return [Option(one.id, self.words.pick(one.label)) for one in card.choices]
        if self.visit.sheet(self.made.key) is None:
            return []
        return [
            Option(said, wording.answer(self.words, self.level, self.made.key, said))
            for said in (ACCEPT, DECLINE)
        ]

    def _situation(self) -> Situation:
        visit = self.visit
        assert visit is not None
        notes = previews.model_notes(self.words, visit.books, self.draft) if self.made.key == "model" else {}
        return Situation(
            self.words, self.level, visit.view, visit.books, visit.decision, self.draft,
            prospects(visit.books, self.draft), notes, {},
        )  # fmt: skip

    def read(self, act: Act) -> Decision | None:
        """Return the draft an act leads to, or None if it is about something else."""
        if self.control is not None:
            value = self.control.read(act, self.draft)
            if value is not None:
                changes: dict[str, Any] = {self.made.key: value}
                return replace(self.draft, **changes)
        if act.who == ANSWERS and act.deed is Deed.CHANGE:
            others = tuple(pair for pair in self.draft.answers if pair[0] != self.made.key)
            return replace(self.draft, answers=(*others, (self.made.key, str(act.value))))
        return None

    def edit(self) -> Edit | None:
        """Return what is decided otherwise; None as long as nothing is."""
        made = self.made
        if made.part is Part.ANSWER:
            said = dict(self.draft.answers).get(made.key)
            return Edit(made.week, made.key, said) if said not in (None, made.after) else None
        if getattr(self.draft, made.key) == made.after:
            return None
        return set_as(self.draft, made.key, made.week)

    def without(self) -> Edit:
        """Return the edit that leaves the decision out."""
        return Edit(self.made.week, self.made.key)
