"""Every saved game, the last played first: go on with one, give it another name, or read why it cannot be opened."""

from datetime import datetime

from game.content.words import Words
from game.play.saves import Save
from game.ui.buttons import Button, Kind
from game.ui.fields import TextField
from game.ui.groups import Column
from game.ui.house import House
from game.ui.labels import Paragraph
from game.ui.look import Look
from game.ui.page import Page
from game.ui.rows import ListRow, RowWords
from game.ui.scene import Command
from game.ui.scenes import ways
from game.ui.scenes.heads import Head, Room
from game.ui.scenes.title import when
from game.ui.scrolling import Scroll
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import BODY, ROW, Tone
from game.ui.widgets import Act, Deed, Widget

ICONS = {"won": "trophy", "lost": "hourglass", "time": "clock"}
TONES = {"won": Tone.GOOD, "lost": Tone.BAD, "time": Tone.WARN}
LONGEST = 40  # characters of a name


class Saved(Page):
    """The list of saved games. Delete is left to the folder: nothing here can lose a game."""

    def __init__(self, house: House, look: Look) -> None:
        self.saves = house.saves.all()
        self.trouble = ""
        super().__init__(house, look)
        if self.saves:
            self.view.focus_on("saved.0")

    def build(self) -> Widget:
        """Return the list."""
        words = self.house.words
        head = Head("saved.head", words.say("saved.title"), words.say("saved.note", folder=str(self.house.saves.folder)),
                    words.say("levels.back"))  # fmt: skip
        rows: list[Widget] = [self._row(words, i, save) for i, save in enumerate(self.saves)]
        if not rows:
            rows = [Paragraph("saved.none", words.say("saved.none"), BODY)]
        column = Column("saved.rows", *rows, gap=8, arrows=True)
        return Room(head, Scroll("saved.scroll", words.say("saved.title"), column))

    def _row(self, words: Words, number: int, save: Save) -> ListRow:
        at = when(words, save, datetime.now().astimezone())
        if save.header is None:
            reason = words.say(f"journal.{save.problem.code}", **save.problem.values) if save.problem else ""
            texts = RowWords(save.name, words.say("saved.broken", reason=reason), badge=at)
            return ListRow(f"saved.{number}", texts, icon="file-x", tone=Tone.BAD, is_card=True)
        library = self.house.library
        entry = library.entry(save.header.level) if library else None
        level = words.pick(entry.title) if entry else save.header.level
        weeks, seed = save.header.weeks, save.header.seed
        outcome = save.result.outcome if save.result else ""
        state = words.say(f"outcome.{outcome or 'running'}")
        note = words.say("saved.row", name=save.name, state=state, week=save.week, weeks=weeks, seed=seed)
        icon, tone = ICONS.get(outcome, "play"), TONES.get(outcome, Tone.ACCENT)
        return ListRow(f"saved.{number}", RowWords(level, note, side=at), icon=icon, tone=tone, is_card=True)

    def act(self, act: Act) -> Command | None:
        """Ask what to do with a game, or go back."""
        if act.deed is not Deed.PRESS:
            return None
        number = act.who.removeprefix("saved.")
        if number.isdigit():
            self._ask(self.saves[int(number)])
            return None
        return ways.home(self.house)

    def _ask(self, save: Save) -> None:
        """Offer to open a game, and another name for it."""
        words = self.house.words
        self.name = TextField(
            "saved.name", words.say("saved.name"), save.name, longest=LONGEST, icon="pen-tool"
        )
        parts: list[Widget] = [Paragraph("saved.name.label", words.say("saved.name"), ROW), self.name]
        if self.trouble:
            parts.append(Paragraph("saved.trouble", self.trouble, ROW, ink="bad"))
        rename = Button("saved.rename", words.say("saved.rename"))
        buttons = [rename]
        if save.header is not None:
            open_ = words.say("saved.open" if save.can_go_on else "saved.look")
            buttons.append(Button("saved.watch", words.say("saved.watch"), icon="circle-play"))
            buttons.append(Button("saved.open", open_, Kind.PRIMARY, icon="play", cap="Enter"))
        heading = Heading(save.name, icon="save")
        sheet = Sheet("saved.ask", heading, Column("saved.ask.column", *parts, gap=6), buttons,
                      closing=words.say("saved.close"), width=560)  # fmt: skip
        focus = "saved.open" if save.header is not None else "saved.name"
        self.open(sheet, lambda act: self._asked(act, save, sheet), focus=focus)

    def _asked(self, act: Act, save: Save, sheet: Sheet) -> Command | None:
        if act.who == "saved.open":
            return ways.go_on(self.house, save.path)
        if act.who == "saved.watch":
            return ways.watch(self.house, save.path)
        if act.who == "saved.rename" or (act.who == "saved.name" and act.deed is Deed.SUBMIT):
            self._rename(save)
        elif sheet.closes(act):
            self.close()
        return None

    def _rename(self, save: Save) -> None:
        wanted = self.name.text.strip()
        self.close()
        if not wanted or wanted == save.name:
            return
        try:
            self.house.saves.rename(save, wanted)
            self.trouble = ""
        except OSError as refused:
            self.trouble = self.house.words.say("trouble.other", reason=refused.strerror or str(refused))
            self._ask(save)
            return
        self.saves = self.house.saves.all()
        self.rebuild()
