"""The level workshop: every level, whose it is and how it stands; every mod, on or off; and what is wrong with either.

All is read behind the frames, and again with F5: a file that was changed outside shows without a restart. A game that is open
keeps the level it began with.
"""

from pathlib import Path

import pygame

from game.content.mending import MendError
from game.content.modorder import Standing
from game.ui import bench as benches
from game.ui.background import Task
from game.ui.bench import Bench, Made
from game.ui.buttons import Button, Kind
from game.ui.fields import TextField
from game.ui.groups import Column, Panel
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.labels import Label, Paragraph
from game.ui.look import Look
from game.ui.page import Page
from game.ui.rows import ListRow
from game.ui.scene import Back, Command, Go
from game.ui.scenes import ways
from game.ui.scenes.codex import Shelf
from game.ui.scenes.heads import Head
from game.ui.scenes.workshop_list import KINDS, Thing, is_wanted, things
from game.ui.scenes.workshop_parts import level_page, level_row, mod_parts, mod_row
from game.ui.scenes.workshop_work import FIX, Trials, advance, backups, follow, mend_for, mend_sheet, mended
from game.ui.scrolling import Scroll
from game.ui.segments import Option, Segments
from game.ui.sheets import Sheet
from game.ui.tokens import CAPTION, ROW
from game.ui.widgets import Act, Deed, Widget

ROWS = "workshop.row."


class Workshop(Page):
    """The list at the left, what is known of the chosen one at the right."""

    def __init__(self, house: House, look: Look, chosen: str = "", bench: Bench | None = None) -> None:
        self.bench = bench
        self.kind, self.wanted, self.chosen = "all", "", chosen
        self.reading: Task[Bench] | None = None
        self.trials = Trials(house.data)
        self.mending: Task[Path] | None = None
        self.mend: tuple[Made, int] | None = None  # the complaint that is being mended
        self.said: tuple[str, str] = ("", "good")  # what came of it, and its colour
        if bench is None:
            self._begin(house)
        super().__init__(house, look)
        if self.chosen:
            self.view.focus_on(ROWS + self.chosen)

    def _begin(self, house: House) -> None:
        """Look at everything that was read, behind the frames; the levels themselves may still be being read."""
        loading = house.loading
        assert loading is not None, "the levels are read by the window's loader"

        def work() -> Bench:
            library = loading.result()
            return benches.read(library.shelf, library.modded, house.data)

        self.reading = Task(work).start()

    # ---- what it is made of

    def build(self) -> Widget:
        """Return head, list and page."""
        words = self.house.words
        again = Button("workshop.again", words.say("workshop.again"), Kind.QUIET, icon="refresh-cw", cap="F5")
        head = Head(
            "workshop.head", words.say("workshop.name"), self._note(), words.say("workshop.back"), [again]
        )
        self.field = TextField("workshop.find", words.say("workshop.find"), self.wanted, hint=words.say("workshop.hint"),
                               icon="search")  # fmt: skip
        kinds = [Option(kind, words.say(f"workshop.kind.{kind}")) for kind in KINDS]
        choice = Segments("workshop.kinds", words.say("workshop.list"), kinds, self.kind)
        self.count = Label("workshop.count", "", CAPTION, ink="text2")
        self.rows = Column("workshop.rows", gap=2, arrows=True)
        self.list = Scroll("workshop.scroll", words.say("workshop.list"), self.rows)
        body = Column("workshop.column", self.field, choice, self.count, self.list, gap=8,
                      flexible=["workshop.scroll"])  # fmt: skip
        self.reader = Column("workshop.reader")
        self.paper = Scroll("workshop.paper", words.say("workshop.page"), self.reader)
        self._fill()
        self._write()
        return Shelf(
            head,
            Panel("workshop.list", "", body, padding=14),
            Panel("workshop.shown", "", self.paper, padding=18),
        )

    def _note(self) -> str:
        words = self.house.words
        if self.bench is None:
            return words.say("workshop.reading")
        on, off, broken = benches.counts(self.bench.modded)
        return words.say("workshop.note", levels=len(self.bench.levels), mods=on + off + broken)

    def _things(self) -> list[tuple[str, Thing]]:
        return things(self.bench) if self.bench is not None else []

    def _fill(self) -> None:
        """Put the rows that are wanted into the list."""
        words = self.house.words
        found = [(name, thing) for name, thing in self._things() if is_wanted(thing, self.kind, self.wanted)]
        if self.chosen not in [name for name, _ in found]:
            self.chosen = found[0][0] if found else ""
        self.rows.clear()
        for name, thing in found:
            row = (
                level_row(words, ROWS + name, thing)
                if isinstance(thing, Made)
                else mod_row(words, ROWS + name, thing)
            )
            row.is_chosen = name == self.chosen
            self.rows.add(row)
        if not found:
            empty = "workshop.nothing" if self.bench is not None else "workshop.reading"
            self.rows.add(Paragraph("workshop.nothing", words.say(empty), ROW))
        self.count.say(words.say("workshop.found", n=len(found)))

    def _write(self) -> None:
        """Write what is known of the chosen one, and where levels and mods are put."""
        words, thing = self.house.words, dict(self._things()).get(self.chosen)
        parts: list[Widget] = []
        if isinstance(thing, Made):
            parts = list(level_page(words, thing, self.trials.of(thing)))
        elif thing is not None and self.bench is not None:
            parts = mod_parts(words, thing, self.bench)
        if self.said[0]:
            parts.insert(0, Paragraph("workshop.said", self.said[0], ROW, ink=self.said[1]))
        where = words.say(
            "workshop.folders", mods=str(self.house.mods_folder), levels=str(self.house.own_levels)
        )
        self.reader.clear()
        self.reader.add(
            Column("workshop.whole", *parts, Paragraph("workshop.folders", where, CAPTION), gap=9)
        )
        self.paper.offset = 0.0

    # ---- time

    def update(self, dt_s: float) -> Command | None:
        """Show what was read; let the list follow what is written, and the page follow the keyboard."""
        if self.reading is not None and self.reading.is_done:
            self.bench, self.reading = self.reading.result(0), None
            self.rebuild()
            if self.chosen and self.view.layers[0].focus.widget is None:
                self.view.focus_on(ROWS + self.chosen)
        self._work()
        field = self.field
        written = field.text[: field.caret] + field.composing + field.text[field.caret :]
        if written != self.wanted:
            self.wanted = written
            self._fill()
            self._write()
            self.view.lay()
        focus = self.view.top.focus
        if focus.by_key and isinstance(focus.widget, ListRow):
            self._show(focus.widget.id.removeprefix(ROWS))
        return super().update(dt_s)

    def _work(self) -> None:
        """Show how far a proof has come, and what came of a word that was mended."""
        prover, words = self.trials.prover, self.house.words
        if prover is not None and self.trials.has_news():
            if self.bench is not None and prover.proof is not None and self.trials.path is not None:
                self.bench = self.bench.proved(self.trials.path, prover.proof)
            at, focus = self.paper.offset, self.view.top.focus
            was_on = focus.widget.id if focus.widget is not None else ""
            self._fill()
            self._write()
            self.view.lay()
            self.paper.scroll_to(at)
            follow(self.view, was_on, prover)
        elif prover is not None:
            advance(words, self.reader, prover)
        if self.mending is not None and self.mending.is_done:
            task, self.mending = self.mending, None
            try:
                self.said = words.say("workshop.mended", path=str(task.result(0))), "good"
            except MendError as wrong:
                self.said = words.say(f"workshop.unmended.{wrong.code}", **wrong.values), "bad"
            self._again()
            self._write()
            self.view.lay()

    # ---- what it answers

    def act(self, act: Act) -> Command | None:
        """Show a level or a mod, play, turn a mod on or off, read again, or go back."""
        if act.who == "workshop.kinds" and act.deed is Deed.CHANGE:
            self.kind = str(act.value)
            self._fill()
            self._write()
            self.view.lay()
        elif act.who == "workshop.turn" and act.deed is Deed.CHANGE:
            return self._turn(bool(act.value))
        elif act.deed is not Deed.PRESS:
            return None
        elif act.who == "workshop.play":
            return self._play()
        elif act.who == "workshop.again":
            self._again()
        elif act.who in ("workshop.prove", "workshop.prove-stop"):
            self._prove(begins=act.who == "workshop.prove")
        elif act.who.startswith(FIX):
            self._ask_to_mend(int(act.who.removeprefix(FIX)))
        elif act.who.startswith(ROWS):
            name = act.who.removeprefix(ROWS)
            if name == self.chosen:
                return self._play()
            self._show(name)
        else:
            self.trials.stop()
            return Back()
        return None

    def _prove(self, *, begins: bool) -> None:
        """Let the chosen level be proved, or no longer."""
        thing = dict(self._things()).get(self.chosen)
        if not begins:
            self.trials.stop()
        elif isinstance(thing, Made) and thing.level is not None:
            self.trials.start(thing)

    def _ask_to_mend(self, number: int) -> None:
        """Show the line both ways before a word of it is written."""
        thing = dict(self._things()).get(self.chosen)
        mend = mend_for(thing, number) if isinstance(thing, Made) else None
        if mend is None or not isinstance(thing, Made) or self.mending is not None:
            return
        self.mend = thing, number
        sheet = mend_sheet(self.house.words, mend, backups(self.house.data))
        self.open(sheet, lambda act: self._answered(act, sheet), focus="workshop.mend.apply")

    def _answered(self, act: Act, sheet: Sheet) -> Command | None:
        if sheet.closes(act) or act.who == "workshop.mend.leave":
            self.close()
        elif act.who == "workshop.mend.apply":
            self.close()
            self._mend()
        return None

    def _mend(self) -> None:
        library, found = self.house.library, self.mend
        mend = mend_for(*found) if found is not None else None
        if library is None or found is None or mend is None:
            return
        complaint, shelf, mods = found[0].complaints[found[1]], library.shelf, self.house.mods_folder
        self.mending = Task(lambda: mended(mend, complaint, backups(self.house.data), shelf, mods)).start()

    def _show(self, name: str) -> None:
        if name == self.chosen:
            return
        self.chosen, self.said = name, ("", "good")
        for row in self.rows.children:
            if isinstance(row, ListRow):
                row.is_chosen = row.id == ROWS + name
                row.touch()
        self._write()
        self.view.lay()

    def _play(self) -> Command | None:
        thing = dict(self._things()).get(self.chosen)
        if not isinstance(thing, Made) or thing.is_broken or thing.level is None:
            return None
        self.trials.stop()
        return Go(ways.opening(self.house, thing.level))

    def _turn(self, on: bool) -> Command | None:
        thing = dict(self._things()).get(self.chosen)
        if not isinstance(thing, Standing):
            return None
        command = self.house.prefer(self.house.preferences.turning(thing.mod.id, on))
        self._again()
        return command

    def _again(self) -> None:
        """Read everything again; what is shown stays until that is done."""
        if self.reading is None:
            self.house.reload()
            self._begin(self.house)

    def key(self, key: Key) -> Command | None:
        """Read again with F5, find with Ctrl and F."""
        if key.code == pygame.K_F5:
            self._again()
        elif key.ctrl and key.code == pygame.K_f:
            self.view.focus_on(self.field.id)
        return None
