"""What if?: the decisions of the game on the left; on the right what one of them is to become, and then both futures.

The other future is played beside the frames, in the same world with the same luck. Nothing here touches the game.
"""

from agents.messages import Decision
from game.content import sentences
from game.study.choices import Choice, Edit, EditError, Part, choices_of, orders_of
from game.study.compared import Compared, compared
from game.study.progress import at_once
from game.study.subjects import Subject
from game.study.visit import Visit, visit
from game.study.whatif import Elsewhere, elsewhere
from game.study.wording import deed
from game.ui.buttons import Button, Kind
from game.ui.choices import Choice as Menu
from game.ui.groups import Column
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.inquiry import Asked, Inquiry
from game.ui.labels import Paragraph
from game.ui.look import Look
from game.ui.page import Page
from game.ui.readings import futures
from game.ui.readings.levers import TABS, of_tab
from game.ui.rows import ListRow, RowWords
from game.ui.scene import Back, Command
from game.ui.scenes import questions, ways
from game.ui.scenes.heads import Head
from game.ui.scenes.waiting import Waiting
from game.ui.scenes.what_if_change import DROP, GO, Change
from game.ui.scenes.what_if_told import ASK, OTHERS, STOP, others, told
from game.ui.scenes.why_room import TwoColumns
from game.ui.scrolling import Scroll
from game.ui.segments import Option
from game.ui.sliders import Slider
from game.ui.tokens import BODY, CAPTION_STRONG
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Level

BACK, AGAIN, MADE = "whatif.head.back", "whatif.again", "whatif.made."


def levers_of(level: Level) -> tuple[str, ...]:
    """Return the levers a firm of this business has, in the order of the desk."""
    return tuple(lever.name for tab in TABS for lever in of_tab(tab, level.start.business))


class WhatIfPage(Page):
    """The scene. Opened with a decision, it leaves that one out at once."""

    def __init__(
        self, house: House, look: Look, level: Level, inquiry: Inquiry, choice: Choice | None = None
    ) -> None:
        self.level, self.inquiry = level, inquiry
        past = inquiry.past
        self.made = choices_of(level.start.decision, orders_of(level.start.decision, past.decisions))
        self.choice = choice or (self.made[0] if self.made else None)
        self.visited: Visit | None = None
        self.draft = self._decided()
        self.both: Compared | None = None
        self.others: tuple[Elsewhere, ...] = ()
        self.edits: tuple[Edit, ...] = ()
        self.trouble: EditError | None = None
        self.waiting: Waiting
        self._visiting: Asked[Visit] | None = None
        self._comparing: Asked[Compared] | None = None
        self._trying: Asked[tuple[Elsewhere, ...]] | None = None
        super().__init__(house, look)
        if self.choice is not None:
            self._visit(self.choice)
        if choice is not None:
            self._compare(self.change.without())  # type: ignore[union-attr]

    def _decided(self) -> Decision:
        """Return what was decided in the week of the choice."""
        decisions = self.inquiry.past.decisions
        return decisions[self.choice.week - 1] if self.choice and decisions else self.level.start.decision

    # ---- what it is made of

    def build(self) -> Widget:
        """Return both columns."""
        words = self.house.words
        again = Button(AGAIN, words.say("asking.again", week=self._week), Kind.PRIMARY, icon="undo-2")
        again.visible = self.house.session is not None and self.choice is not None
        head = Head("whatif.head", words.say("asking.whatif"), words.say("asking.whatif-note"), words.say("asking.back"),
                    [again] if again.visible else [])  # fmt: skip
        left = Scroll("whatif.made", words.say("asking.decisions"), self._list())
        right = Scroll("whatif.told", words.say("asking.change"), self._told())
        return TwoColumns("whatif", head, left, right)

    @property
    def _week(self) -> int:
        return self.choice.week if self.choice else 1

    def _list(self) -> Column:
        words = self.house.words
        rows: list[Widget] = [
            Paragraph("whatif.made.title", words.say("asking.decisions"), CAPTION_STRONG, ink="text")
        ]
        if not self.made:
            rows.append(Paragraph("whatif.made.none", words.say("turning.none"), BODY))
        for i, made in enumerate(self.made):
            text = RowWords(deed(words, self.level, made), words.say("asking.week", week=made.week))
            row = ListRow(f"{MADE}{i}", text, lines=3)
            row.is_chosen = made == self.choice
            rows.append(row)
        column = Column("whatif.made.column", *rows, gap=2, arrows=True)
        return Column("whatif.left", column, *self._another(), gap=8)

    def _another(self) -> list[Widget]:
        """Return what chooses a lever that was left alone, in any week that was played."""
        words, weeks = self.house.words, self.inquiry.weeks
        free = [name for name in levers_of(self.level) if name not in self.level.start.locked]
        if not weeks or not free:
            return []
        week = min(self._week, weeks)
        self.week = Slider("whatif.week", words.say("asking.another-week"), range(1, weeks + 1), week,
                           lambda at: words.say("asking.week", week=int(at)))  # fmt: skip
        self.week.has_preview = False
        options = [Option(name, sentences.lever(words, name)) for name in free]
        chosen = self.choice.key if self.choice and self.choice.key in free else free[0]
        self.lever = Menu("whatif.lever", words.say("asking.another-lever"), options, chosen)
        go = Button("whatif.another", words.say("asking.another-go"), icon="pen-tool", small=True)
        title = Paragraph("whatif.another.title", words.say("asking.another"), CAPTION_STRONG, ink="text")
        return [title, self.week, self.lever, go]

    def _left_alone(self) -> Choice:
        """Return a lever in a week as it stood; if it was moved in that very week, that decision."""
        week, key = int(self.week.number), self.lever.chosen
        made = next((one for one in self.made if (one.week, one.key) == (week, key)), None)
        stood = getattr(self.inquiry.past.decisions[week - 1], key)
        return made or Choice(week, Part.LEVER, key, stood, stood)

    def _told(self) -> Column:
        words = self.house.words
        self.waiting = Waiting("whatif.trying", words.say("asking.playing"), words)
        parts: list[Widget] = []
        self.change: Change | None = None
        if self.choice is not None:
            self.change = Change(words, self.level, self.choice, self.visited, self.draft)
            parts.append(self.change.panel(futures.trouble(words, self.trouble) if self.trouble else ""))
        if self._comparing is not None:
            parts.append(self.waiting)
        elif self.both is not None:
            made = self.choice
            edit = self.edits[0]
            title = words.say(
                "asking.done", week=edit.week, what=futures.change(words, self.level, made, edit)
            )
            parts.append(Paragraph("whatif.done", title, BODY, ink="text"))
            look = self.view.look if hasattr(self, "view") else Look()
            parts += told(words, self.both, look.theme)
            parts.append(others(words, self.others, self.waiting if self._trying is not None else None))
        return Column("whatif.told.column", *parts, gap=12)

    # ---- asking

    def _visit(self, choice: Choice) -> None:
        week = choice.week - 1
        self._visiting = self.inquiry.ask(lambda r: at_once(lambda: visit(r, week)))

    def _compare(self, edit: Edit) -> None:
        self._drop()
        self.edits, self.both, self.others, self.trouble = (edit,), None, (), None
        self._comparing = self.inquiry.ask(lambda r: compared(r, (edit,)))
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
        """Choose a decision, change it, compare, ask people, try other worlds, or go back to that week."""
        if act.who == BACK:
            self._drop()
            return Back()
        draft = self.change.read(act) if self.change is not None else None
        if draft is not None:
            self.draft = draft
            self.show()
        elif act.deed is Deed.PRESS:
            return self._pressed(act)
        return None

    def _pressed(self, act: Act) -> Command | None:
        change = self.change
        if act.who.startswith(MADE):
            self._choose(self.made[int(act.who.removeprefix(MADE))])
        elif act.who == "whatif.another":
            self._choose(self._left_alone())
        elif act.who == GO and change is not None and (edit := change.edit()) is not None:
            self._compare(edit)
        elif act.who == DROP and change is not None:
            self._compare(change.without())
        elif act.who == OTHERS:
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
        self._drop()
        self.choice, self.visited, self.both, self.trouble, self.others = choice, None, None, None, ()
        self.draft = self._decided()
        self._visit(choice)
        self.show()
        self.view.root.find("whatif.told").scroll_to(0.0)  # type: ignore[attr-defined]

    def key(self, key: Key) -> Command | None:
        """Show the keys with F1."""
        return ways.keys(self.house, self) if ways.is_help(key) else None
