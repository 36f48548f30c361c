"""The tutorial on the desk: one sentence and one act at a time, in a line of its own, and a frame around what it is about.

It covers nothing, takes nothing out of the player's hands, and can be put away at any time.
"""

from collections.abc import Callable, Mapping

from game.content.words import Words
from game.ui.brush import Brush
from game.ui.buttons import Button, Kind
from game.ui.labels import Paragraph
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.scenes.desk_speeds import gear_of
from game.ui.session import Session
from game.ui.tokens import BODY, RADIUS_CARD
from game.ui.widgets import Act, Role, Widget
from game.world.guiding import Lesson

ICON, PAD, GAP = 30.0, 8.0, 10.0  # logical px
AROUND = 3.0  # logical px between a thing and the frame around it

WIDGETS = {
    "cash": "figure.cash", "runway": "figure.runway", "users": "figure.users", "accuracy": "figure.accuracy",
    "investors": "figure.mood", "week": "week", "speeds": "speeds", "market": "market", "people": "stage", "lens": "lens",
    "decisions": "decisions", "next-week": "next", "apply": "apply", "trends": "trends", "loop": "loop", "news": "news",
    "menu": "menu",
}  # fmt: skip
"""What a level's words for parts of the screen mean; everything else is a lever."""

_DEEDS = {
    "apply": "run", "speed.pause": "pause", "people": "person", "person.why": "why", "why": "why", "lens": "lens", "tabs": "tab",
    "trends.range": "trends", "report": "report", "views": "views", "news.all": "news",
}  # fmt: skip


def deed_of(act: Act) -> str:
    """Return what an act on the desk is to a tutorial, or nothing."""
    gear = gear_of(act.who)
    if gear is not None:
        return "run" if gear else "step"
    return _DEEDS.get(act.who, "")


class Guide:
    """How far a tutorial has come. It knows nothing of widgets but what they tell."""

    def __init__(self, lessons: tuple[Lesson, ...], changed: Callable[[], object] = lambda: None) -> None:
        self.lessons, self.at, self._changed = lessons, 0, changed

    @property
    def lesson(self) -> Lesson | None:
        """Return the sentence that is due, None once it is over."""
        return self.lessons[self.at] if self.at < len(self.lessons) else None

    @property
    def waits_for_a_nod(self) -> bool:
        """Return whether only the player can end this sentence."""
        lesson = self.lesson
        return lesson is not None and lesson.until is None and not lesson.deed

    def hear(self, act: Act) -> None:
        """Go on if this is what was asked for, or if the player nods; stop if it is put away."""
        lesson = self.lesson
        if lesson is None:
            return
        if act.who == "coach.stop":
            self._come_to(len(self.lessons))
        elif act.who == "coach.next" or (lesson.deed and lesson.deed == deed_of(act)):
            self._come_to(self.at + 1)

    def look(self, values: Callable[[], Mapping[str, float]]) -> None:
        """Go on past every sentence whose condition holds by now."""
        now, at = None, self.at
        while at < len(self.lessons) and (until := self.lessons[at].until) is not None:
            now = values() if now is None else now
            if not until.holds(now):
                break
            at += 1
        if at != self.at:
            self._come_to(at)

    def _come_to(self, at: int) -> None:
        self.at = at
        self._changed()


def guide_of(session: Session, changed: Callable[[], object]) -> Guide:
    """Return the guide of a game; one that is under way needs none."""
    lessons = session.level.tutorial if session.scenery.view.week == 0 else ()
    return Guide(lessons, changed)


class Coach(Widget):
    """The line of the tutorial: the sentence, a button that goes on, and one that puts it away."""

    role = Role.PANEL
    radius = RADIUS_CARD

    def __init__(self, words: Words, guide: Guide) -> None:
        super().__init__("coach", words.say("coach.name"))
        self.words, self.guide = words, guide
        self.sentence = Paragraph("coach.text", "", BODY, ink="text")
        self.next = Button("coach.next", words.say("coach.next"), Kind.PLAIN, small=True)
        self.stop = Button("coach.stop", words.say("coach.stop"), Kind.QUIET, small=True)
        self.frame = Frame("coach.frame")
        self.add(self.sentence, self.next, self.stop)
        self.show()

    @property
    def value(self) -> str:
        """Return how far it is."""
        return self.words.say("coach.count", at=self.guide.at + 1, of=len(self.guide.lessons))

    @property
    def target(self) -> str:
        """Return the id of the widget it is about."""
        lesson = self.guide.lesson
        if lesson is None:
            return ""
        return WIDGETS.get(lesson.show, f"lever.{lesson.show}")

    def show(self) -> None:
        """Show the sentence that is due."""
        lesson = self.guide.lesson
        self.visible = lesson is not None
        if lesson is not None:
            self.sentence.label = self.words.fill(self.words.pick(lesson.text))
        self.next.label = self.words.say("coach.next" if self.guide.waits_for_a_nod else "coach.skip")
        self.touch()

    # ---- place

    def height(self, look: Look, width: float) -> float:
        """Return the height of the sentence beside its buttons."""
        text = self.sentence.height(look, self._room(look, width))
        return max(text, self.next.height(look, 0)) + 2 * PAD

    def _room(self, look: Look, width: float) -> float:
        return width - ICON - 2 * PAD - 2 * GAP - self.next.width(look) - self.stop.width(look)

    def place(self, look: Look, box: Box) -> None:
        """Put the buttons at the right."""
        self.box = box
        x = box.right - PAD
        for button in (self.stop, self.next):
            wide, tall = button.width(look), button.height(look, 0)
            x -= wide
            button.place(look, Box(x, box.cy - tall / 2, wide, tall))
            x -= GAP
        room = self._room(look, box.w)
        tall = self.sentence.height(look, room)
        self.sentence.place(look, Box(box.x + PAD + ICON, box.cy - tall / 2, room, tall))

    def paint(self, brush: Brush) -> None:
        """Draw the card and its sign."""
        theme = brush.theme
        brush.box(self.box, self.radius, theme.bg2)
        brush.outline(self.box, self.radius, theme.accent, 1.5)
        brush.icon("lightbulb", self.box.x + PAD + 11, self.box.cy, 18, theme.accent)


class Frame(Widget):
    """A frame around what the sentence is about. It lies over everything, and clicks go through it."""

    is_live = True

    def under(self, x: float, y: float) -> Widget | None:
        """Return nobody: what lies below is meant."""
        return None

    def around(self, box: Box | None) -> None:
        """Stand around a box, or nowhere."""
        self.visible = box is not None
        self.box = box.inset(-AROUND) if box is not None else Box(0, 0, 0, 0)

    def enliven(self, brush: Brush) -> None:
        """Draw the frame over what was drawn."""
        brush.outline(self.box, RADIUS_CARD, brush.theme.accent, 2)

    def paint(self, brush: Brush) -> None:
        """Draw the frame."""
        self.enliven(brush)
