"""Why?: whom to ask on the left, the whole account of their last decision on the right. Nothing here touches the game.

Every question goes to the inquiry and is answered beside the frames; what is shown changes only when an answer has come.
"""

from collections.abc import Iterator

import pygame

from game.study.deletions import Deletions
from game.study.moved import Moved, what_moved
from game.study.movers import Mover, Way, movers, next_mover
from game.study.progress import Progress, at_once
from game.study.recording import Recording
from game.study.subjects import Subject, Told, Who, told_by
from game.study.why import NobodyError, Person
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.inquiry import Asked, Inquiry
from game.ui.look import Look
from game.ui.page import Page
from game.ui.scene import Back, Command
from game.ui.scenes import questions
from game.ui.scenes.heads import Head
from game.ui.scenes.waiting import Waiting
from game.ui.scenes.why_account import account
from game.ui.scenes.why_room import TwoColumns
from game.ui.scenes.why_whom import BACK, Whom
from game.ui.scrolling import Scroll
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Level

Found = tuple[Subject, int, Told]  # who was asked, after which week, and what came of it


class Why(Page):
    """The scene. It asks as it opens, and again for everybody and every week that is chosen."""

    def __init__(self, house: House, look: Look, level: Level, inquiry: Inquiry, subject: Subject | None = None,
                 week: int | None = None) -> None:  # fmt: skip
        self.level, self.inquiry = level, inquiry
        self.week = inquiry.weeks if week is None else week
        self.found: Found | None = None
        self.moved: Moved | None = None
        self.moving: tuple[Mover, ...] = ()
        self.trouble: NobodyError | None = None
        self.waiting: Waiting  # made with every build
        self._subject = subject
        self._asking: Asked[Found] | None = None
        self._listing: Asked[tuple[Mover, ...]] | None = None
        self._moving: Asked[Moved] | None = None
        self._deletions: Deletions | None = None
        super().__init__(house, look)
        self._list()
        if subject is None:
            self._seek(Way.LEFT, or_anybody=True)
        else:
            self._ask(subject)

    # ---- what it is made of

    def build(self) -> Widget:
        """Return both columns."""
        words = self.house.words
        self.whom = Whom(words, self.level, self.inquiry.weeks, self.week)
        self.whom.show(self.found and self.found[0], self.week, self.moving)
        name, note, body = account(words, self.level, self)
        head = Head("why.head", name, note, words.say("asking.back"))
        left = Scroll("why.whom", words.say("asking.whom"), self.whom.column)
        right = Scroll("why.told", name, body)
        return TwoColumns("why", head, left, right)

    @property
    def is_asking(self) -> bool:
        """Return whether an answer is awaited."""
        return self._asking is not None

    @property
    def is_seeking(self) -> bool:
        """Return whether what moved the reasons is still being found out."""
        return self._moving is not None

    # ---- asking

    def _ask(self, subject: Subject) -> None:
        week = self.week
        self._drop()
        self._subject = subject
        self._asking = self.inquiry.ask(lambda r: at_once(lambda: (subject, week, told_by(r, subject, week))))

    def _seek(self, way: Way, *, or_anybody: bool = False) -> None:
        """Ask whoever came or left next, seen from the person and the week that are shown."""
        week, person = self.week, self._subject.number if self._subject else 0

        def question(recording: Recording) -> Found:
            following = next_mover(recording, week, person, way)
            if following is None and not or_anybody:
                raise NobodyError(f"no-{way.value}")
            at, number = following or (week, 1)
            subject = Subject.person(number)
            return subject, at, told_by(recording, subject, at)

        self._drop()
        self._asking = self.inquiry.ask(lambda r: at_once(lambda: question(r)))

    def _seek_origins(self, person: Person) -> None:
        """Find out what moved each reason; it takes a replay for every decision there was."""
        choice = person.choice
        if choice is None:
            return

        def question(recording: Recording) -> Iterator[Progress[Moved]]:
            if self._deletions is None or self._deletions.recording is not recording:
                self._deletions = Deletions(recording)
            return what_moved(self._deletions, choice)

        self._moving = self.inquiry.ask(question)

    def _list(self) -> None:
        """Find out who came and left in the week."""
        week = self.week
        if self._listing is not None:
            self._listing.drop()
        self._listing = self.inquiry.ask(lambda r: at_once(lambda: movers(r, week)))

    def _drop(self) -> None:
        for asked in (self._asking, self._moving):
            if asked is not None:
                asked.drop()
        self._asking = self._moving = None

    # ---- hearing

    def update(self, dt_s: float) -> Command | None:
        """Take what has been answered."""
        is_news = self._hear_person() | self._hear_origins() | self._hear_list()
        if is_news:
            self.show()
        elif self._moving is not None:
            self.waiting.show(self._moving)
        return super().update(dt_s)

    def _hear_person(self) -> bool:
        asked = self._asking
        if asked is None or not asked.is_done:
            return False
        self._asking = None
        try:
            self.found = asked.answer(0)
        except NobodyError as nobody:
            self.trouble = nobody
            return True
        self.trouble, self.moved = None, None
        self._subject, week, told = self.found
        if week != self.week:
            self.week = week
            self._list()
        if isinstance(told, Person):
            self._seek_origins(told)
        return True

    def _hear_origins(self) -> bool:
        asked = self._moving
        if asked is None or not asked.is_done:
            return False
        self._moving = None
        self.moved = asked.answer(0)
        return True

    def _hear_list(self) -> bool:
        asked = self._listing
        if asked is None or not asked.is_done:
            return False
        self._listing = None
        self.moving = asked.answer(0)
        return True

    def show(self) -> None:
        """Build anew what there is to see; the list at the left stays where it was scrolled to."""
        offset = self.view.root.find("why.whom").offset  # type: ignore[attr-defined]
        self.rebuild()
        self.view.root.find("why.whom").scroll_to(offset)  # type: ignore[attr-defined]

    # ---- what it answers

    def act(self, act: Act) -> Command | None:
        """Ask somebody else, another week, or what would have been without a decision."""
        if act.who == BACK:
            self._drop()
            return Back()
        if act.who == "why.week" and act.deed is Deed.CHANGE:
            self.week = int(self.whom.week.number)
            self._list()
            if self._subject is not None:
                self._ask(self._subject)
        elif act.who == "why.seeking.stop":
            self._drop()
            self.show()
        elif act.who.startswith("why.reasons.") and act.value is not None:
            return questions.what_if(self.house, self.level, self.inquiry, act.value)  # type: ignore[arg-type]
        elif act.deed in (Deed.PRESS, Deed.SUBMIT):
            self._choose(act)
        return None

    def _choose(self, act: Act) -> None:
        told = self.found and self.found[2]
        if act.who == "why.seek" and isinstance(told, Person):
            self._seek_origins(told)
            self.show()
        elif act.who == "why.next.left":
            self._seek(Way.LEFT)
        elif act.who == "why.next.came":
            self._seek(Way.CAME)
        elif act.who == "why.twin.ask" and isinstance(told, Person) and told.twin is not None:
            self._ask(Subject.person(told.twin.choice.person))
        else:
            subject = self.whom.read(act, self._subject, self.moving)
            if subject is not None:
                self._ask(subject)

    def key(self, key: Key) -> Command | None:
        """Step from one who left to the next, and from one who came."""
        if key.code == pygame.K_l:
            self._seek(Way.LEFT)
        elif key.code == pygame.K_j:
            self._seek(Way.CAME)
        return None


__all__ = ["Who", "Why"]
