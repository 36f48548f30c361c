"""A market of one's own: everything that can be turned at the left, what is different at the right, and a level file from it.

Nothing is played but the file: what the screen writes is read again like any level, so that a journal of it can be verified and
handed on without this screen. Writing and checking happen beside the frames.
"""

from pathlib import Path

from game.content import sandbox
from game.content.sandbox import Sandbox
from game.content.sandbox_export import Exporter, ExportError
from game.content.sandbox_told import told
from game.content.shape_rivals import MOST_COMPETITORS
from game.ui import clipboard
from game.ui.background import Task
from game.ui.buttons import Button, Kind
from game.ui.code import CodeText
from game.ui.fields import TextField
from game.ui.flows import Flow
from game.ui.groups import Column, Panel
from game.ui.house import House
from game.ui.labels import Label, Paragraph
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.page import Page
from game.ui.scene import Back, Command, Go
from game.ui.scenes import sandbox_preview, ways
from game.ui.scenes.ground import Ground
from game.ui.scenes.heads import Head
from game.ui.scenes.sandbox_parts import PAGES, SET, Setup, changed
from game.ui.scrolling import Scroll
from game.ui.segments import Option, Segments, Tabs
from game.ui.sliders import Slider
from game.ui.tokens import CAPTION, ROW, ROW_STRONG
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Level, Strategy

SIDE, GUTTER = 20.0, 12.0  # logical px
LEFT_SHARE = 0.55  # of the window, for what can be turned
MOST_SEED = 2**31 - 1
_ANEW = ("business", "trade")  # controls that change others
TOLD, FILE = "told", "file"  # what is read at the right


class SandboxScene(Page):
    """The set-up of a market."""

    first = "sandbox.play"

    def __init__(self, house: House, look: Look, parent: Level, number: int) -> None:
        library = house.library
        assert library is not None, "markets are set up once the levels are read"
        self.parent, self.usual = parent, sandbox.usual(parent)
        self.wanted, self.number, self.tab = self.usual, number, PAGES[0]
        self.exporter = Exporter(house.own_levels, library.shelf, parent)
        self.title = self.exporter.free(house.words.say("sandbox.name-usual"))
        self.paper_shown = TOLD
        self.written: tuple[str, Sandbox] | None = None  # the title and the market written last
        self.free = ""  # a title to offer instead of one that is taken
        self.said: tuple[str, str] = ("", "text2")  # what happened last, and its colour
        self.writing: Task[Level] | None = None
        self.plays = False
        super().__init__(house, look)

    # ---- what it is made of

    def build(self) -> Widget:
        """Return head, controls and what is different."""
        words = self.house.words
        self.dice = TextField(
            "sandbox.number", words.say("sandbox.number"), str(self.number), longest=10, icon="globe"
        )
        label = Label("sandbox.number.label", words.say("sandbox.number"), CAPTION, ink="text2")
        roll = Button("sandbox.roll", words.say("sandbox.roll-short"), icon="dices")
        head = Head("sandbox.head", words.say("sandbox.title"), words.say("sandbox.note"), words.say("sandbox.back"),
                    [label, self.dice, roll])  # fmt: skip
        options = [Option(name, words.say(f"sandbox.tab.{name}")) for name in PAGES]
        self.tabs = Tabs("sandbox.tabs", words.say("sandbox.tabs"), options, self.tab)
        self.page = Column("sandbox.page")
        self.paper = Scroll("sandbox.scroll", words.say("sandbox.settings"), self.page)
        left = Column("sandbox.left", self.tabs, self.paper, gap=10, flexible=["sandbox.scroll"])
        self._turn()
        return Plan(head, Panel("sandbox.settings", "", left, padding=14), self._right())

    def _right(self) -> Panel:
        words = self.house.words
        papers = [Option(one, words.say(f"sandbox.paper.{one}")) for one in (TOLD, FILE)]
        self.papers = Segments("sandbox.paper", words.say("sandbox.changes"), papers, self.paper_shown)
        self.list = Column("sandbox.told", gap=5)
        self.news = Scroll("sandbox.news", words.say("sandbox.changes"), self.list)
        self.news.is_read = True
        self.preview = sandbox_preview.preview(words)
        self.name = TextField("sandbox.name", words.say("sandbox.name"), self.title, hint=words.say("sandbox.name-hint"),
                              icon="pen-tool")  # fmt: skip
        self.file = Paragraph("sandbox.file", "", CAPTION)
        self.report = Paragraph("sandbox.report", "", ROW)
        self.use = Button("sandbox.use", "", icon="check")
        self.play = Button("sandbox.play", words.say("sandbox.play"), Kind.PRIMARY, icon="play")
        self.export = Button("sandbox.export", words.say("sandbox.export"), icon="save")
        self.copy = Button("sandbox.copy", words.say("sandbox.copy"), icon="copy")
        foot = Flow("sandbox.foot", self.play, self.export, self.copy, gap=8)
        body = Column(
            "sandbox.right", sandbox_preview.Seen("sandbox.seen", self.papers, self.news, self.preview),
            Label("sandbox.name.label", words.say("sandbox.name"), ROW_STRONG), self.name, self.file,
            self.report, self.use, foot, gap=6, flexible=["sandbox.seen"],
        )  # fmt: skip
        self._tell()
        return Panel("sandbox.different", "", body, padding=16)

    def _turn(self) -> None:
        """Show the page of the chosen tab."""
        self.page.clear()
        self.page.add(Setup(self.house.words, self.wanted, self.usual, self.parent).page(self.tab))
        self.paper.offset = 0.0

    def _tell(self) -> None:
        """Say what is different, where it goes, and what happened."""
        words = self.house.words
        self.list.clear()
        self.list.add(*self._paper())
        sandbox_preview.show(self.preview, words, self.wanted, self.parent)
        path = str(self.exporter.path(self.title)) if self.title.strip() else "–"
        self.file.label = words.say("sandbox.file-at", path=path)
        self.report.label, self.report.ink = self.said
        self.report.visible = bool(self.report.label)
        self.use.label = words.say("sandbox.use", name=self.free)
        self.use.visible = bool(self.free)
        self.play.enabled = self.export.enabled = self.writing is None
        self.copy.visible = self.written is not None and self.written[0] == self.title

    def _paper(self) -> list[Widget]:
        """Return what is read at the right: the sentences that tell what is different, or the file as it would be written."""
        words = self.house.words
        if self.paper_shown == FILE:
            text = self.exporter.text(self.wanted, self.title, self.number, words)
            return [CodeText("sandbox.text", words.say("sandbox.paper.file"), text)]
        said = [sentence for _, sentence in told(words, self.wanted, self.usual, self.parent)]
        if not said:
            return [Paragraph("sandbox.told.0", words.say("sandbox.told.nothing"), ROW, ink="text")]
        return [Paragraph(f"sandbox.told.{at}", f"· {one}", ROW, ink="text") for at, one in enumerate(said)]

    def _show(self, said: str = "", ink: str = "text2", free: str = "") -> None:
        """Say what happened, and lay out for it."""
        self.said, self.free = (said, ink), free
        self._tell()
        self.view.lay()

    # ---- time

    def update(self, dt_s: float) -> Command | None:
        """Go on once the file is written; follow the name as it is typed."""
        if self.name.text != self.title:
            self.title = self.name.text
            self._show()
        if self.writing is not None and self.writing.is_done:
            task, self.writing = self.writing, None
            return self._arrived(task)
        return super().update(dt_s)

    def _arrived(self, task: Task[Level]) -> Command | None:
        """Play the level that was written, or say where it lies or why it does not."""
        words = self.house.words
        try:
            level = task.result(0)
        except ExportError as wrong:
            self._show(
                words.say(f"sandbox.wrong.{wrong.code}", **wrong.values), "bad", wrong.values.get("free", "")
            )
            return None
        self.written = self.title, self.wanted
        self._show(words.say("sandbox.done", path=str(self.exporter.path(self.title))), "good")
        return Go(ways.opening(self.house, level, self.number)) if self.plays else None

    # ---- what it answers

    def act(self, act: Act) -> Command | None:
        """Turn a page, take a setting over, roll, write, play, or go back."""
        if act.who == self.tabs.id and act.deed is Deed.CHANGE:
            self.tab = str(act.value)
            self._turn()
            self.view.lay()
        elif act.who == self.papers.id and act.deed is Deed.CHANGE:
            self.paper_shown, self.news.offset = str(act.value), 0.0
            self._show(*self.said, free=self.free)
        elif act.who.startswith(SET):
            self._set(act)
        elif act.who == self.dice.id:
            self._number(act)
        elif act.who == self.name.id and act.deed is Deed.SUBMIT:
            self._write(plays=False)
        elif act.deed is Deed.PRESS:
            return self._pressed(act.who)
        return None

    def _pressed(self, who: str) -> Command | None:
        if who == "sandbox.roll":
            self._roll(self.house.new_seed())
        elif who == "sandbox.use":
            self._call(self.free)
        elif who in (self.play.id, self.export.id):
            self._write(plays=who == self.play.id)
        elif who == self.copy.id:
            is_put = clipboard.put(str(self.path))
            self._show(
                self.house.words.say(f"sandbox.{'copied' if is_put else 'not-copied'}"),
                "good" if is_put else "warn",
            )
        elif who == "sandbox.head.back":
            return Back()
        return None

    def _set(self, act: Act) -> None:
        after = changed(act, self.wanted, self.usual)
        if after is None:
            return
        is_same, self.wanted = after == self.wanted, after
        name, _, which = act.who.removeprefix(SET).partition(".")
        if name in _ANEW:
            self.said = ("", "text2")
            self.rebuild()
            return
        words, refused = self.house.words, ""
        if name == "segments" and is_same:
            refused = words.say("sandbox.last-segment")
            self._turn()
            self.view.focus_on(act.who)
        elif name == "rival" and after.of(Strategy(which)) != round(float(str(act.value))):
            refused = words.say("sandbox.most-rivals", n=MOST_COMPETITORS)
            slider = self.page.find(act.who)
            assert isinstance(slider, Slider)
            slider.set(after.of(Strategy(which)))
        self._show(refused, "warn")

    def _number(self, act: Act) -> None:
        """Keep the digits of what was typed; with Enter, roll that market."""
        if self.dice.keep_digits():
            self.view.lay()
        self.number = min(int(self.dice.text or self.number), MOST_SEED)
        if act.deed is Deed.SUBMIT:
            self._roll(self.number)

    def _roll(self, number: int) -> None:
        """Set everything up as the dice of a number say."""
        self.number, self.wanted = number, sandbox.rolled(self.usual, number)
        self.said, self.free = (self.house.words.say("sandbox.rolled", number=number), "text2"), ""
        self.rebuild()

    def _call(self, title: str) -> None:
        self.name.text, self.name.caret, self.title = title, len(title), title
        self._show()
        self.view.focus_on(self.play.id)

    def _write(self, *, plays: bool) -> None:
        """Write the file beside the frames. A market that was changed since it was written gets the next free name."""
        if self.writing is not None:
            return
        if self.written is not None and self.written[0] == self.title and self.written[1] != self.wanted:
            self._call(self.exporter.free(self.title))
        self.plays = plays
        wanted, title, number, words = self.wanted, self.title, self.number, self.house.words
        self.writing = Task(lambda: self.exporter.export(wanted, title, number, words)).start()
        self._show(words.say("sandbox.busy"))

    @property
    def path(self) -> Path:
        """Return the file the market goes to."""
        return self.exporter.path(self.title)


class Plan(Ground):
    """The head above, the controls at the left, what they come to at the right."""

    light = (0.3, 0.1)

    def __init__(self, head: Head, settings: Panel, different: Panel) -> None:
        super().__init__("sandbox")
        self.head, self.settings, self.different = head, settings, different
        self.add(head, settings, different)

    def place(self, look: Look, box: Box) -> None:
        """Share the window out."""
        self.box = box
        inner = box.inset(SIDE, 16)
        head, rest = inner.top(self.head.height(look, inner.w), 12)
        self.head.place(look, head)
        left, right = rest.left(rest.w * LEFT_SHARE, GUTTER)
        self.settings.place(look, left)
        self.different.place(look, right)
