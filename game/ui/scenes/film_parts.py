"""What stands at the left of a film: how far it is, the button that runs it, and what the player decided in the week shown."""

import pygame

from game.content.words import Words
from game.play.records import Header
from game.study.choices import choices_of
from game.study.recording import Recording
from game.study.wording import deed
from game.ui.buttons import Button, Kind
from game.ui.groups import Column, Panel
from game.ui.inputs import Key
from game.ui.labels import Label, Paragraph, Rule
from game.ui.rows import ListRow, RowWords
from game.ui.scenes.desk_clock import Clock
from game.ui.scrolling import Scroll
from game.ui.sliders import Slider
from game.ui.tokens import CAPTION, CAPTION_STRONG, Tone
from game.ui.widgets import Widget

LINES = 4  # of one decision


class FilmPanel(Panel):
    """The scrub bar, the button, and the decisions of a week."""

    def __init__(self, words: Words, recording: Recording, header: Header) -> None:
        self.words, self.recording = words, recording
        self._choices = choices_of(recording.level.start.decision, recording.orders)
        stops = range(recording.weeks + 1)
        self.bar = Slider("film.week", words.say("film.week"), stops, 0, self._week)
        self.bar.has_preview = False
        self.play = Button(
            "film.play", "", Kind.PRIMARY, cap=words.say("desk.key.space"), shortcut=Key(pygame.K_SPACE)
        )
        self.title = Label("film.title", "", CAPTION_STRONG, ink="text2")
        self.rows = Column("film.rows", gap=4, arrows=True)
        self.scroll = Scroll("film.list", words.say("film.decided"), self.rows)
        about = Paragraph("film.about", self._about(header), CAPTION)
        body = Column("film.body", about, self.bar, self.play, Rule("film.rule"), self.title, self.scroll,
                      gap=10, flexible=["film.list"])  # fmt: skip
        super().__init__("film", words.say("film.panel"), body, icon="history")

    def _week(self, week: float) -> str:
        return self.words.say("film.at", week=int(week), weeks=self.recording.weeks)

    def _about(self, header: Header) -> str:
        who = header.player or self.words.say("film.somebody")
        return self.words.say("film.about", player=who, seed=header.seed, weeks=self.recording.weeks)

    def show(self, week: int) -> None:
        """Show how far the film is, and what was decided in this week."""
        self.bar.set(week, present=week)
        self.title.label = self.words.say("film.decided-in" if week else "film.before", week=week)
        level = self.recording.level
        rows: list[Widget] = [
            ListRow(f"film.row.{place}", RowWords(deed(self.words, level, choice)), icon="pen-tool", tone=Tone.ACCENT,
                    lines=LINES)
            for place, choice in enumerate(choice for choice in self._choices if choice.week == week)
        ]  # fmt: skip
        if not rows and week:
            rows = [Paragraph("film.none", self.words.say("film.none"), CAPTION)]
        self.rows.clear()
        self.rows.add(*rows)
        self.touch()

    def show_clock(self, clock: Clock, week: int) -> None:
        """Say on the button what pressing it would do."""
        is_over = week >= self.recording.weeks
        key = "film.pause" if clock.is_running else "film.again" if is_over else "film.run"
        label = self.words.say(key)
        if label != self.play.label:
            self.play.label = label
            self.play.touch()
