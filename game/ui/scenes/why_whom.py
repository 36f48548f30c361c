"""Whom to ask: by number, by week, the next who left or came, from the list of reasons, a rival, an investor."""

from collections import Counter

from game.content.words import Words
from game.study.movers import Mover, Way
from game.study.subjects import Subject, Who
from game.ui.buttons import Button
from game.ui.fields import TextField
from game.ui.groups import Column, Row
from game.ui.labels import Label, Paragraph
from game.ui.layout import flex
from game.ui.readings import amounts, reasons
from game.ui.rows import ListRow, RowWords
from game.ui.sliders import Slider
from game.ui.tokens import CAPTION_STRONG
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Level

BACK = "why.head.back"
MOST_REASONS = 6  # told for each way
_RIVAL, _FUND, _REASON = "why.rival.", "why.fund.", "why.for."


class Whom:
    """The left column, and what its acts ask for."""

    def __init__(self, words: Words, level: Level, weeks: int, week: int) -> None:
        self.words, self.level = words, level
        hint = words.say("asking.number-hint", people=level.agents)
        self.number = TextField(
            "why.number", words.say("asking.number"), "", hint=hint, icon="user-round", longest=9
        )
        self.week = Slider("why.week", words.say("asking.after"), range(weeks + 1), week, self._week)
        self.week.has_preview = False
        self.column = Column("why.whom.column", gap=8)

    def _week(self, week: float) -> str:
        return self.words.say("asking.week", week=int(week))

    def show(self, chosen: Subject | None, week: int, moving: tuple[Mover, ...]) -> None:
        """Show everything anew for a week and somebody who is asked."""
        words = self.words
        ask = Button("why.ask", words.say("asking.ask"), icon="message-circle-question")
        self.column.clear()
        self.column.add(
            self.week,
            Row("why.by-number", self.number, ask, parts=[flex()], gap=8),
            Button("why.next.left", words.say("asking.next.left"), icon="door-open", cap="L"),
            Button("why.next.came", words.say("asking.next.came"), icon="smile", cap="J"),
        )
        for way in (Way.LEFT, Way.CAME):
            self.column.add(*self._reasons(way, week, [m for m in moving if m.way is way]))
        self.column.add(*self._firms(chosen))

    def _reasons(self, way: Way, week: int, moving: list[Mover]) -> list[Widget]:
        words, each = self.words, self.level.people / self.level.agents
        people = amounts.people(words, len(moving) * each)
        key = f"asking.{way.value}" if moving else f"asking.{way.value}-none"
        title = words.say(key, week=week, people=people)
        found: list[Widget] = [Paragraph(f"why.{way.value}", title, CAPTION_STRONG)]
        counted = Counter(m.why for m in moving).most_common(MOST_REASONS)
        for why, count in counted:
            side = amounts.count(words, count * each)
            row = RowWords(reasons.why_moved(words, why), side=side)
            found.append(ListRow(f"{_REASON}{way.value}.{why}", row, lines=2))
        return found

    def _firms(self, chosen: Subject | None) -> list[Widget]:
        words, found = self.words, list[Widget]()
        if self.level.rivals:
            found.append(Label("why.rivals", words.say("asking.rivals"), CAPTION_STRONG))
        for rival in self.level.rivals:
            row = ListRow(f"{_RIVAL}{rival.id}", RowWords(words.pick(rival.name)), icon="building-2", lines=2)
            row.is_chosen = chosen == Subject(Who.RIVAL, rival.id)
            found.append(row)
        if self.level.funds:
            found.append(Label("why.funds", words.say("asking.funds"), CAPTION_STRONG))
        for fund in self.level.funds:
            row = ListRow(f"{_FUND}{fund.id}", RowWords(words.pick(fund.name)), icon="handshake", lines=2)
            row.is_chosen = chosen == Subject(Who.FUND, fund.id)
            found.append(row)
        return found

    def read(self, act: Act, now: Subject | None, moving: tuple[Mover, ...]) -> Subject | None:
        """Return whom an act asks for; None if it asks for nobody.

        A number that is none asks for person 0, whom nobody has ever been, so that it is refused in words.
        """
        if act.who == "why.ask" or (act.who == "why.number" and act.deed is Deed.SUBMIT):
            text = self.number.text.strip()
            return Subject.person(int(text) if text.isdecimal() else 0)
        if act.who.startswith(_RIVAL):
            return Subject(Who.RIVAL, act.who.removeprefix(_RIVAL))
        if act.who.startswith(_FUND):
            return Subject(Who.FUND, act.who.removeprefix(_FUND))
        if act.who.startswith(_REASON):
            return _next(act.who.removeprefix(_REASON), now, moving)
        return None


def _next(wanted: str, now: Subject | None, moving: tuple[Mover, ...]) -> Subject | None:
    """Return the next person who moved for a reason, after the one who is asked now."""
    way, _, why = wanted.partition(".")
    people = [m.person for m in moving if m.way.value == way and m.why == why]
    here = now.number if now else 0
    following = next((p for p in people if p > here), people[0] if people else None)
    return None if following is None else Subject.person(following)
