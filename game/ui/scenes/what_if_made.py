"""What can be changed: every decision and every event of a game by week, and any lever in a week in which it was left alone."""

from collections.abc import Sequence

from game.content import sentences
from game.content.words import Words
from game.study.changes import events_met
from game.study.choices import Choice, Edit, Part, choices_of, orders_of
from game.study.past import Past
from game.study.wording import deed
from game.ui.buttons import Button
from game.ui.choices import Choice as Menu
from game.ui.groups import Column
from game.ui.labels import Paragraph
from game.ui.readings.levers import TABS, of_tab
from game.ui.rows import ListRow, RowWords
from game.ui.scenes.what_if_changes import ICONS
from game.ui.segments import Option
from game.ui.sliders import Slider
from game.ui.tokens import BODY, CAPTION_STRONG, Tone
from game.ui.widgets import Widget
from game.world.level import Level

MADE, ANOTHER = "whatif.made.", "whatif.another"


def levers_of(level: Level) -> tuple[str, ...]:
    """Return the levers a firm of this business has, in the order of the desk."""
    return tuple(lever.name for tab in TABS for lever in of_tab(tab, level.start.business))


class Made:
    """What was decided and what came, by week; `column` lists it, and below it offers what was left alone."""

    def __init__(self, level: Level, past: Past) -> None:
        self.level, self.past = level, past
        decided = choices_of(level.start.decision, orders_of(level.start.decision, past.decisions))
        every = (*decided, *events_met(past.reports))
        self.choices: tuple[Choice, ...] = tuple(sorted(every, key=lambda choice: choice.week))
        self.week: Slider | None = None
        self.lever: Menu | None = None

    def column(self, words: Words, chosen: Choice | None, edits: Sequence[Edit]) -> Column:
        """Return the list, with what is chosen and what is changed marked."""
        title = words.say("asking.decisions")
        rows: list[Widget] = [Paragraph("whatif.made.title", title, CAPTION_STRONG, ink="text")]
        if not self.choices:
            rows.append(Paragraph("whatif.made.none", words.say("turning.none"), BODY))
        changed = {(edit.week, edit.key) for edit in edits}
        for i, made in enumerate(self.choices):
            is_changed = (made.week, made.key) in changed
            icon, tone = ("git-fork", Tone.WARN) if is_changed else (ICONS[made.part], Tone.PLAIN)
            text = RowWords(deed(words, self.level, made), words.say("asking.week", week=made.week))
            row = ListRow(f"{MADE}{i}", text, icon=icon, tone=tone, lines=3)
            row.is_chosen = made == chosen
            rows.append(row)
        column = Column("whatif.made.column", *rows, gap=2, arrows=True)
        return Column("whatif.left", column, *self._another(words, chosen), gap=8)

    def _another(self, words: Words, chosen: Choice | None) -> list[Widget]:
        """Return what chooses a lever that was left alone, in any week that was played."""
        weeks = self.past.weeks
        free = [name for name in levers_of(self.level) if name not in self.level.start.locked]
        if not weeks or not free:
            return []
        week = min(chosen.week if chosen else 1, weeks)
        self.week = Slider("whatif.week", words.say("asking.another-week"), range(1, weeks + 1), week,
                           lambda at: words.say("asking.week", week=int(at)))  # fmt: skip
        self.week.has_preview = False
        options = [Option(name, sentences.lever(words, name)) for name in free]
        first = chosen.key if chosen and chosen.key in free else free[0]
        self.lever = Menu("whatif.lever", words.say("asking.another-lever"), options, first)
        go = Button(ANOTHER, words.say("asking.another-go"), icon="pen-tool", small=True)
        title = Paragraph("whatif.another.title", words.say("asking.another"), CAPTION_STRONG, ink="text")
        return [title, self.week, self.lever, go]

    def left_alone(self) -> Choice:
        """Return the lever and the week chosen below the list."""
        assert self.week is not None
        assert self.lever is not None
        return self.about(int(self.week.number), self.lever.chosen)

    def about(self, week: int, key: str) -> Choice:
        """Return what was decided about something in a week: a decision, an event, or a lever as it stood."""
        found = next((one for one in self.choices if (one.week, one.key) == (week, key)), None)
        if found is None:  # a card that is answered only now
            found = next((one for one in self.choices if (one.part, one.key) == (Part.EVENT, key)), None)
        if found is not None:
            return found
        stood = getattr(self.past.decisions[week - 1], key)
        return Choice(week, Part.LEVER, key, stood, stood)
