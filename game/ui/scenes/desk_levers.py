"""The controls of the levers: cards, sliders, families of model. Each shows the draft and tells what its lever is set to.

A control keeps its widgets and knows how to read an act of theirs; a refused setting says why right below it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from agents.messages import Decision, Emphasis, ModelKind
from game.content.words import Words
from game.study.books import Books, Prospect, prospects
from game.ui.brush import Brush
from game.ui.buttons import Card, paint_radio
from game.ui.choices import Choice
from game.ui.groups import Column, Row
from game.ui.labels import Label, Paragraph
from game.ui.layout import Box, flex
from game.ui.readings import amounts, levers, previews
from game.ui.readings.levers import Lever
from game.ui.segments import Option
from game.ui.sliders import Preview, Slider
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, ROW_STRONG
from game.ui.widgets import Act, Deed, Role, Widget
from game.world.level import Level
from game.world.report import MarketView

AMOUNT = ".amount"  # ends the id of the slider below a card
KIND = "kind."  # begins the id of a family of model


@dataclass(frozen=True)
class Situation:
    """All a control needs to show itself: the orders in force, the draft, the books and what was refused."""

    words: Words
    level: Level
    view: MarketView
    books: Books
    in_force: Decision
    draft: Decision
    prospects: dict[str, Prospect]
    notes: dict[ModelKind, str]
    refusals: dict[str, str]


class Control:
    """One lever on the desk."""

    def __init__(self, words: Words, lever: Lever) -> None:
        self.lever = lever
        self.refusal = Paragraph(f"{lever.name}.refusal", "", CAPTION, ink="bad", leading=1.4)
        self.refusal.visible = False
        self.box = Column(f"{lever.name}.control", *self.widgets(words), self.refusal, gap=4)

    def widgets(self, words: Words) -> Iterator[Widget]:
        """Yield the control's widgets, top to bottom."""
        raise NotImplementedError

    def show(self, now: Situation) -> bool:
        """Show the draft; return whether the control needs another height."""
        said = now.refusals.get(self.lever.name, "")
        is_other = said != self.refusal.label
        if is_other:
            self.refusal.label, self.refusal.visible = said, bool(said)
            self.refusal.touch()
        return self.show_setting(now) or is_other

    def show_setting(self, now: Situation) -> bool:
        """Show the setting; return whether the control needs another height."""
        raise NotImplementedError

    def read(self, act: Act, draft: Decision) -> int | bool | None:
        """Return what an act sets the lever to, or None if it is about something else."""
        raise NotImplementedError


class CardControl(Control):
    """A lever of yes or no."""

    def widgets(self, words: Words) -> Iterator[Widget]:
        """Yield the card."""
        name = levers.name_of(words, self.lever)
        self.card = Card(f"lever.{self.lever.name}", name, False, icon=self.lever.icon,
                         about=levers.about_of(words, self.lever))  # fmt: skip
        yield self.card

    def show_setting(self, now: Situation) -> bool:
        """Show whether it is on, what it costs, and whether an answer is awaited."""
        is_on = bool(getattr(now.draft, self.lever.name))
        self.card.cost = self._cost(now)
        self.card.is_waiting = is_on and self.lever.name in ("applies_voucher", "applies_grant")
        self.card.is_on = is_on
        self.card.touch()
        was_shown = self.box.visible
        self.box.visible = self.lever.name != "opens_early" or not now.view.report.has_launched
        return was_shown != self.box.visible

    def _cost(self, now: Situation) -> str:
        if self.lever.name == "applies_voucher":
            return now.words.say("desk.voucher-call", weeks=now.books.voucher_weeks)
        if self.lever.name == "applies_grant":
            return now.words.say("desk.voucher-call", weeks=now.books.grant_weeks)
        return levers.cost_of(now.words, self.lever, now.draft)

    def read(self, act: Act, draft: Decision) -> int | bool | None:
        """Return on or off."""
        return bool(act.value) if act.who == self.card.id and act.deed is Deed.CHANGE else None


class SliderControl(Control):
    """A lever with an amount. The tick stands where it stands now; the line below says what the new value would change."""

    def widgets(self, words: Words) -> Iterator[Widget]:
        """Yield the slider."""
        self.slider = self.make_slider(words, f"lever.{self.lever.name}", levers.name_of(words, self.lever))
        yield self.slider

    def make_slider(self, words: Words, id_: str, label: str) -> Slider:
        """Return a slider of this lever."""
        tip = Tip(levers.name_of(words, self.lever), levers.about_of(words, self.lever))
        return Slider(id_, label, [0], 0, lambda value: levers.reads(words, self.lever, int(value)), tip=tip)

    def show_setting(self, now: Situation) -> bool:
        """Stand on the draft's setting, with the tick on the one in force."""
        value, present = getattr(now.draft, self.lever.name), getattr(now.in_force, self.lever.name)
        stops = levers.stops(self.lever, now.level, present, value)
        if self.slider.stops != stops:
            self.slider.stops = [float(stop) for stop in stops]
        self.slider.set(value or stops[0], present=present or stops[0])
        found = now.prospects.get(self.lever.name)
        if found is not None:
            said = previews.hint(now.words, found)
            self.slider.foretell(Preview(said.what, said.change, said.tone))
        return False

    def read(self, act: Act, draft: Decision) -> int | bool | None:
        """Return the amount."""
        is_mine = act.who == self.slider.id and act.deed is Deed.CHANGE
        return int(act.value) if is_mine and isinstance(act.value, int | float) else None


class AmountControl(SliderControl):
    """A lever that is off, or on with an amount: a card, and a slider below it while it is on."""

    def widgets(self, words: Words) -> Iterator[Widget]:
        """Yield the card and the slider."""
        name = f"lever.{self.lever.name}"
        self.card = Card(name, levers.name_of(words, self.lever), False, icon=self.lever.icon,
                         about=levers.about_of(words, self.lever))  # fmt: skip
        self.slider = self.make_slider(words, name + AMOUNT, words.say(f"desk.{name}{AMOUNT}"))
        yield self.card
        yield self.slider

    def show_setting(self, now: Situation) -> bool:
        """Show whether it is on, what it costs, and how much."""
        amount = int(getattr(now.draft, self.lever.name))
        self.card.is_on, self.card.cost = amount > 0, self._cost(now, amount)
        self.card.touch()
        is_other = self.slider.visible != (amount > 0)
        self.slider.visible = amount > 0
        if amount > 0:
            super().show_setting(now)
        return is_other

    def _cost(self, now: Situation, amount: int) -> str:
        """Return what it costs a week, or would if it were turned on."""
        amount = amount or self.lever.first
        if self.lever.name == "buying_won":
            return amounts.won(now.words, amount)
        trial = replace(now.draft, crawl_items=amount)
        return amounts.won(now.words, prospects(now.books, trial)[self.lever.name].after)

    def read(self, act: Act, draft: Decision) -> int | bool | None:
        """Return the amount: what it begins with when it is turned on, 0 when it is turned off."""
        if act.who == self.card.id and act.deed is Deed.CHANGE:
            return self.lever.first if act.value else 0
        return super().read(act, draft)


class OneCard(Card):
    """A card of which exactly one is on: it cannot be turned off by itself, and its mark is round."""

    role: ClassVar[Role] = Role.CHOICE

    def paint_mark(self, brush: Brush, box: Box) -> None:
        """Draw a round mark."""
        paint_radio(brush, box, self.is_on, self.enabled)

    def activate(self) -> Act | None:
        """Turn it on and report."""
        if not self.enabled or self.is_on:
            return self.used()
        return Act(self.id, Deed.CHANGE, True)


class KindControl(Control):
    """The families of model, one of which is in work."""

    icons: ClassVar[dict[ModelKind, str]] = {
        ModelKind.RULES: "clipboard-list",
        ModelKind.CLASSICAL: "chart-line",
        ModelKind.DEEP: "brain-circuit",
        ModelKind.BEST: "badge-check",
    }

    def widgets(self, words: Words) -> Iterator[Widget]:
        """Yield a card for each family."""
        self.cards = {kind: self._card(words, kind) for kind in ModelKind}
        yield Column("kinds", *self.cards.values(), gap=5, arrows=True)

    def _card(self, words: Words, kind: ModelKind) -> OneCard:
        word = kind.name.lower()
        name, about = words.say(f"desk.kind.{word}.name"), words.say(f"desk.kind.{word}.about")
        return OneCard(KIND + word, name, False, icon=self.icons[kind], about=about)

    def show_setting(self, now: Situation) -> bool:
        """Show which family is in work and how well each would do; one the level lacks is locked."""
        for kind, card in self.cards.items():
            card.is_on = now.draft.model == kind
            card.enabled = kind in now.level.start.models
            card.cost = now.notes.get(kind, "") if card.enabled else ""
            if card.enabled:
                card.tip = Tip(card.label, now.words.say("desk.model.reaches.about"))
            else:
                card.icon, card.tip = "lock", Tip(card.label, now.words.say("desk.model.missing"))
            card.touch()
        return False

    def read(self, act: Act, draft: Decision) -> int | bool | None:
        """Return the family."""
        if act.deed is not Deed.CHANGE or not act.who.startswith(KIND):
            return None
        return ModelKind[act.who.removeprefix(KIND).upper()]


class ChoiceControl(Control):
    """A lever of a few words: its name, and a menu."""

    def widgets(self, words: Words) -> Iterator[Widget]:
        """Yield the name and the menu in one line."""
        name = levers.name_of(words, self.lever)
        options = [Option(one.name.lower(), words.say(f"emphasis.{one.name.lower()}")) for one in Emphasis]
        tip = Tip(name, levers.about_of(words, self.lever))
        self.choice = Choice(f"lever.{self.lever.name}", name, options, options[0].id, tip=tip)
        label = Label(f"{self.lever.name}.label", name, ROW_STRONG)
        yield Row(f"{self.lever.name}.row", label, self.choice, parts=[flex()], gap=12)

    def show_setting(self, now: Situation) -> bool:
        """Show what is chosen."""
        self.choice.set(Emphasis(getattr(now.draft, self.lever.name)).name.lower())
        return False

    def read(self, act: Act, draft: Decision) -> int | bool | None:
        """Return what was chosen."""
        is_mine = act.who == self.choice.id and act.deed is Deed.CHANGE
        return Emphasis[str(act.value).upper()] if is_mine else None
