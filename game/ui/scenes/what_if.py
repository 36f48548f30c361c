"""What if?: the decisions and events of the game on the left; on the right what they are to become, and then both futures.

Several may be changed at once: the list of changes is what is played. The other future is played beside the frames, in the same
world with the same luck. Nothing here touches the game.
"""

from agents.messages import Decision
from game.play.decisions import changed
from game.study.changes import changes_of, put, unanswered
from game.study.choices import Choice, Edit, EditError, Part, orders_of
from game.study.compared import Compared, compared
from game.study.progress import at_once
from game.study.subjects import Subject
from game.study.visit import Visit, visit
from game.study.whatif import Elsewhere, elsewhere
from game.ui.buttons import Button, Kind
from game.ui.groups import Column
from game.ui.house import House
from game.ui.inquiry import Asked, Inquiry
from game.ui.look import Look
from game.ui.page import Page
from game.ui.readings import futures
from game.ui.scene import Back, Command
from game.ui.scenes import questions, ways, what_if_changes
from game.ui.scenes.heads import Head
from game.ui.scenes.waiting import Waiting
from game.ui.scenes.what_if_change import DROP, GO, Change, Chosen, answered
from game.ui.scenes.what_if_changes import CHANGED, TAKE_ALL, TAKE_BACK
from game.ui.scenes.what_if_made import ANOTHER, MADE, Made
from game.ui.scenes.what_if_told import ASK, OTHERS, STOP, others, told
from game.ui.scenes.why_room import TwoColumns
from game.ui.scrolling import Scroll
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Level

BACK, AGAIN = "whatif.head.back", "whatif.again"


class WhatIfPage(Page):
    """The scene. Opened with a decision, it leaves that one out at once."""

    def __init__(
        self, house: House, look: Look, level: Level, inquiry: Inquiry, choice: Choice | None = None
    ) -> None:
        self.level, self.inquiry = level, inquiry
        self.orders = orders_of(inquiry.past.level.start.decision, inquiry.past.decisions)
        self.list = Made(level, inquiry.past)
        self.made = self.list.choices
        self.choice = choice or (self.made[0] if self.made else None)
        self.visited: Visit | None = None
        self.edits: tuple[Edit, ...] = ()
        self.draft = self._decided()
        self.both: Compared | None = None
        self.others: tuple[Elsewhere, ...] = ()
        self.trouble: EditError | None = None
        self.waiting: Waiting
        self._visiting: Asked[Visit] | None = None
        self._comparing: Asked[Compared] | None = None
        self._trying: Asked[tuple[Elsewhere, ...]] | None = None
        super().__init__(house, look)
        if self.choice is not None:
            self._visit(self.choice)
        if choice is not None:
            self.add(self.change.without())  # type: ignore[union-attr]

    def _decided(self) -> Decision:
        """Return what was decided in the week of the choice, with the change made to it so far."""
        choice, decisions = self.choice, self.inquiry.past.decisions
        if choice is None or not decisions:
            return self.level.start.decision
        week = choice.week + (choice.part is Part.EVENT)
        decision = decisions[min(week, len(decisions)) - 1]
        edit = next((one for one in self.edits if (one.week, one.key) == (week, choice.key)), None)
        if edit is None or edit.value is None:
            return decision
        if choice.part is Part.LEVER:
            return changed(decision.hold(), {edit.key: edit.value})
        return answered(decision, edit.key, str(edit.value))

    # ---- what it is made of

    def build(self) -> Widget:
        """Return both columns."""
        words = self.house.words
        again = Button(AGAIN, words.say("asking.again", week=self._week), Kind.PRIMARY, icon="undo-2")
        again.visible = self.house.session is not None and self.choice is not None
        head = Head("whatif.head", words.say("asking.whatif"), words.say("asking.whatif-note"), words.say("asking.back"),
                    [again] if again.visible else [])  # fmt: skip
        made = self.list.column(words, self.choice, self.edits)
        left = Scroll("whatif.made", words.say("asking.decisions"), made)
        right = Scroll("whatif.told", words.say("asking.change"), self._told())
        return TwoColumns("whatif", head, left, right)

    @property
    def _week(self) -> int:
        """Return the first week that is otherwise, or that of the choice."""
        return min((edit.week for edit in self.edits), default=self.choice.week if self.choice else 1)

    def _told(self) -> Column:
        words = self.house.words
        self.waiting = Waiting("whatif.trying", words.say("asking.playing"), words)
        parts: list[Widget] = []
        self.change = None if self.choice is None else Change(words, self.level, self._chosen(self.choice))
        if self.change is not None:
            parts.append(self.change.panel())
        if self.edits:
            trouble = futures.trouble(words, self.trouble) if self.trouble else ""
            changes = changes_of(self.inquiry.past.level, self.orders, self.edits)
            parts.append(what_if_changes.panel(words, self.level, changes, trouble))
        if self._comparing is not None:
            parts.append(self.waiting)
        elif self.both is not None:
            look = self.view.look if hasattr(self, "view") else Look()
            parts += told(words, self.both, look.theme)
            parts.append(others(words, self.others, self.waiting if self._trying is not None else None))
        return Column("whatif.told.column", *parts, gap=12)

    def _chosen(self, made: Choice) -> Chosen:
        is_event = made.part is Part.EVENT
        ignored = unanswered(self.level, made, self.made, self.inquiry.weeks) if is_event else None
        others = [edit for edit in self.edits if edit.key != made.key or edit.week != made.week]
        return Chosen(made, self.visited, self.draft, ignored, is_first=not others)

    # ---- asking

    def _visit(self, choice: Choice) -> None:
        week = choice.week - 1
        self._visiting = self.inquiry.ask(lambda r: at_once(lambda: visit(r, week)))

    def add(self, edit: Edit) -> None:
        """Change one thing more, or the same thing otherwise, and play what comes of all of it."""
        self._compare(put(self.edits, edit))

    def _compare(self, edits: tuple[Edit, ...]) -> None:
        self._drop()
        self.edits, self.both, self.others, self.trouble = edits, None, (), None
        if edits:
            self._comparing = self.inquiry.ask(lambda r: compared(r, edits))
        self.show()

    def _try_elsewhere(self) -> None:
        edits = self.edits
        self._trying = self.inquiry.ask(lambda r: elsewhere(r, edits))
        self.show()

    def _drop(self) -> None:
        for asked in (self._comparing, self._trying):
            if asked is not None:
                asked.drop()
        self._comparing = self._trying = None

    # ---- hearing

    def update(self, dt_s: float) -> Command | None:
        """Take what has been answered."""
        if self._hear_visit() | self._hear_future() | self._hear_others():
            self.show()
        else:
            under_way = self._comparing or self._trying
            if under_way is not None:
                self.waiting.show(under_way)
        return super().update(dt_s)

    def _hear_visit(self) -> bool:
        asked = self._visiting
        if asked is None or not asked.is_done:
            return False
        self._visiting = None
        self.visited = asked.answer(0)
        return True

    def _hear_future(self) -> bool:
        asked = self._comparing
        if asked is None or not asked.is_done:
            return False
        self._comparing = None
        try:
            self.both = asked.answer(0)
        except EditError as wrong:
            self.trouble = wrong
        return True

    def _hear_others(self) -> bool:
        asked = self._trying
        if asked is None or not asked.is_done:
            return False
        self._trying = None
        self.others = asked.answer(0)
        return True

    def show(self) -> None:
        """Build anew what there is to see; both columns stay where they were scrolled to."""
        names = ("whatif.made", "whatif.told")
        offsets = [self.view.root.find(name).offset for name in names]  # type: ignore[attr-defined]
        self.rebuild()
        for name, offset in zip(names, offsets, strict=True):
            self.view.root.find(name).scroll_to(offset)  # type: ignore[attr-defined]

    def lay(self, look: Look) -> None:
        """Lay out for a look; in another theme the crowd has other colours."""
        is_other = look.theme is not self.view.look.theme
        super().lay(look)
        if is_other and self.both is not None:
            self.rebuild(look)

    # ---- what it answers

    def act(self, act: Act) -> Command | None:
        """Choose a decision, change it or take a change back, ask people, try other worlds, or go back to that week."""
        if act.who == BACK:
            self._drop()
            return Back()
        draft = self.change.read(act) if self.change is not None else None
        if draft is not None:
            self.draft = draft
            self.show()
        elif act.deed is Deed.PRESS and not self._changed(act):
            return self._pressed(act)
        return None

    def _changed(self, act: Act) -> bool:
        """Choose what is to be changed, change it, or take it back; return whether the act was about that."""
        change, who = self.change, act.who
        if who.startswith(MADE):
            self._choose(self.made[int(who.removeprefix(MADE))])
        elif who == ANOTHER:
            self._choose(self.list.left_alone())
        elif who.startswith(CHANGED):
            edit = self.edits[int(who.removeprefix(CHANGED))]
            self._choose(self.list.about(edit.week, edit.key))
        elif who == GO and change is not None and (edit_ := change.edit()) is not None:
            self.add(edit_)
        elif who == DROP and change is not None:
            self.add(change.without())
        elif who.startswith(TAKE_BACK):
            number = int(who.removeprefix(TAKE_BACK))
            self._take_back((*self.edits[:number], *self.edits[number + 1 :]))
        elif who == TAKE_ALL:
            self._take_back(())
        else:
            return False
        return True

    def _take_back(self, edits: tuple[Edit, ...]) -> None:
        self.edits = edits
        self.draft = self._decided()
        self._compare(edits)

    def _pressed(self, act: Act) -> Command | None:
        if act.who == OTHERS:
            self._try_elsewhere()
        elif act.who == STOP:
            self._drop()
            self.show()
        elif act.who == AGAIN:
            return ways.again_from(self.house, self._week - 1)
        elif act.who.startswith(ASK) and self.both is not None:
            one = self.both.turned[int(act.who.removeprefix(ASK))]
            subject = Subject.person(one.person)
            return questions.why(
                self.house, self.level, self.inquiry, subject, min(one.week, self.inquiry.weeks)
            )
        return None

    def _choose(self, choice: Choice) -> None:
        """Show what can be made of a decision; what is otherwise already stays so."""
        self.choice, self.visited = choice, None
        self.draft = self._decided()
        self._visit(choice)
        self.show()
        self.view.root.find("whatif.told").scroll_to(0.0)  # type: ignore[attr-defined]
