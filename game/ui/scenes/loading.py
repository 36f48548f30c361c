"""Something takes a moment: the ring turns while it is done beside the frames; if it cannot be done, a sentence says why."""

from collections.abc import Callable

from game.content import telling
from game.content.complaints import LevelError
from game.content.words import Words
from game.play.records import JournalError
from game.ui.background import Task
from game.ui.brush import CENTRE, Brush
from game.ui.buttons import Button, Kind
from game.ui.house import House
from game.ui.labels import Paragraph
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.orbit import Legend, Orbit
from game.ui.page import Page
from game.ui.scene import Back, Command, Go, Scene
from game.ui.scenes.ground import Ground
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import BODY, PARAGRAPH_LEADING, Tone
from game.ui.widgets import Act, Role, Widget

SHOWN_AFTER_S = 0.25  # what is done sooner needs no word
SIZE = 300.0  # logical px of the picture


class Loading(Page):
    """Waits for a scene to be made, then gives way to it."""

    has_keys = leads_on = False

    def __init__(self, house: House, look: Look, make: Callable[[], Callable[[Look], Scene]]) -> None:
        self.waited_s = 0.0
        self.task = Task(make).start()
        super().__init__(house, look)

    def build(self) -> Widget:
        """Return the picture and its line."""
        words = self.house.words
        legend = Legend((words.say("title.users"), words.say("title.data"), words.say("title.model")))
        self.line = Line("loading.line", words.say("loading.line"))
        self.line.visible = False
        return Waiting(Orbit("loading.ring", words.say("title.ring"), legend, 1.0), self.line)

    def update(self, dt_s: float) -> Command | None:
        """Give way once it is done."""
        if self.task.is_done and not self.has_dialog:
            try:
                return Go(self.task.result(0), replace=True)
            except (JournalError, LevelError, OSError) as trouble:
                self.open(trouble_sheet(self.house.words, trouble), lambda _: Back())
        self.waited_s += dt_s
        if self.waited_s > SHOWN_AFTER_S and not self.line.visible:
            self.line.visible = True
            self.view.lay()
        return super().update(dt_s)

    def act(self, act: Act) -> Command | None:
        """Nothing here can be pressed."""
        return None


class Waiting(Ground):
    """The picture in the middle, the line below it."""

    def __init__(self, orbit: Orbit, line: Widget) -> None:
        super().__init__("loading")
        self.orbit, self.line = orbit, line
        self.add(orbit, line)

    def place(self, look: Look, box: Box) -> None:
        """Put both in the middle."""
        self.box = box
        size = min(SIZE, box.h - 120)
        self.orbit.place(look, Box(box.cx - size / 2, box.cy - size / 2 - 30, size, size))
        tall = self.line.height(look, box.w)
        self.line.place(look, Box(box.x + 40, self.orbit.box.bottom + 20, box.w - 80, tall))


class Line(Widget):
    """A line in the middle of its box."""

    role = Role.LABEL

    def height(self, look: Look, width: float) -> float:
        """Return the height of a line."""
        return look.type.pitch(BODY, PARAGRAPH_LEADING)

    def paint(self, brush: Brush) -> None:
        """Draw the line."""
        brush.text(self.box.cx, self.box.cy, self.label, BODY, brush.theme.text2, at=CENTRE)


def trouble_sheet(words: Words, trouble: Exception) -> Sheet:
    """Return a sheet that says why a game or a level cannot be opened."""
    text = _said(words, trouble)
    heading = Heading(words.say("trouble.title"), icon="file-warning", tone=Tone.WARN)
    button = Button("trouble.back", words.say("trouble.back"), Kind.PRIMARY, cap="Enter")
    return Sheet(
        "trouble", heading, Paragraph("trouble.text", text), [button], closing=words.say("trouble.back")
    )


def _said(words: Words, trouble: Exception) -> str:
    if isinstance(trouble, JournalError):
        return words.say("trouble.journal", reason=words.say(f"journal.{trouble.code}", **trouble.values))
    if isinstance(trouble, LevelError):
        return " ".join(telling.sentence(complaint, words.language) for complaint in trouble.complaints[:2])
    reason = trouble.strerror if isinstance(trouble, OSError) and trouble.strerror else str(trouble)
    return words.say("trouble.other", reason=reason)
