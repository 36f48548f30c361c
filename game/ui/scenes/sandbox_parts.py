"""The controls of a market of one's own, page by page, and what an act of theirs makes of the market."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from game.content import sandbox, sandbox_told, sentences
from game.content.sandbox import FIGURES, MOST_OF_A_KIND, PROGRAMMES, TRADES, Sandbox
from game.content.shape_firms import LEVERS
from game.content.shape_rivals import MOST_COMPETITORS
from game.content.words import Words
from game.ui.buttons import Toggle
from game.ui.choices import Choice
from game.ui.flows import Blocks, Flow
from game.ui.groups import Column
from game.ui.labels import Label, Paragraph
from game.ui.segments import Option, Segments
from game.ui.sliders import Slider
from game.ui.tokens import CAPTION, ROW_STRONG
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Business, Level, Strategy

SET = "sandbox.set."  # begins the ids of controls
PAGES = ("company", "market", "rivals", "figures", "levers")
FEW, TICK = 6, 168.0  # ticks that stand in one line; logical px of one among more, in columns
Say = Callable[[float], str]


class Setup:
    """What is needed to build the controls: the words, the market as it is set, and the sandbox it differs from."""

    def __init__(self, words: Words, wanted: Sandbox, usual: Sandbox, parent: Level) -> None:
        self.words, self.wanted, self.usual, self.parent = words, wanted, usual, parent

    def page(self, name: str) -> Widget:
        """Return the controls of a page."""
        build: Callable[[], Sequence[Widget]] = {
            "company": self.company,
            "market": self.market,
            "rivals": self.rivals,
            "figures": self.figures,
            "levers": self.levers,
        }[name]
        return Column(f"sandbox.page.{name}", *build(), gap=14)

    # ---- pages

    def company(self) -> Sequence[Widget]:
        """Return what is sold, in which trade, with how much money and time."""
        words, wanted = self.words, self.wanted
        kinds = [Option(one.value, words.say(f"sandbox.business.{one.value}")) for one in Business]
        trades = [Option(one, words.say(f"sandbox.trade.{one}.name")) for one in TRADES]
        label = words.say("sandbox.trade.label")
        about = words.say(f"sandbox.trade.{wanted.trade}.about")
        return [
            self._titled("business", words.say("sandbox.business.label"),
                         Segments(f"{SET}business", words.say("sandbox.business.label"), kinds, wanted.business.value)),
            Column("sandbox.trade", Label("sandbox.trade.label", label, ROW_STRONG),
                   Choice(f"{SET}trade", label, trades, wanted.trade),
                   Paragraph("sandbox.trade.about", about, CAPTION), gap=4),
            self._slider("cash", sandbox.CASH_WON, wanted.cash_won, self.usual.cash_won, self._unit("money")),
            self._slider("weeks", sandbox.WEEKS, wanted.weeks, self.usual.weeks, self._unit("weeks")),
        ]  # fmt: skip

    def market(self) -> Sequence[Widget]:
        """Return how many people there are, who, and how luck and cards mix in."""
        words, wanted, usual = self.words, self.wanted, self.usual
        names = {segment.id: words.pick(segment.name) for segment in self.parent.segments}
        return [
            self._slider("size", sandbox.SIZES, wanted.size, usual.size, self._unit("times")),
            self._toggles("segments", names, wanted.segments),
            self._slider("agents", sandbox.AGENTS, wanted.agents, usual.agents, self._unit("agents"), "agents-about"),
            self._slider("jitter", sandbox.JITTERS, wanted.jitter, usual.jitter, self._unit("share"), "jitter-about"),
            Column("sandbox.events", Toggle(f"{SET}events", words.say("sandbox.events"), wanted.has_events),
                   Paragraph("sandbox.events.about", words.say("sandbox.events-about"), CAPTION), gap=2),
        ]  # fmt: skip

    def rivals(self) -> Sequence[Widget]:
        """Return how many rivals of each kind, and who gives money."""
        words = self.words
        heading = words.say("sandbox.rivals", n=MOST_COMPETITORS)
        funds = {fund.id: words.pick(fund.name) for fund in self.parent.funds}
        programmes = {name: words.say(f"sandbox.programme.{name}") for name in PROGRAMMES}
        return [
            Label("sandbox.rivals", heading, ROW_STRONG),
            Blocks("sandbox.kinds", *(self._kind(one) for one in Strategy), gap=14, least=250),
            self._toggles("funds", funds, self.wanted.funds),
            self._toggles("programmes", programmes, self.wanted.programmes),
        ]

    def figures(self) -> Sequence[Widget]:
        """Return the telling parameters."""
        return [Blocks("sandbox.figures", *(self._figure(name) for name in FIGURES), gap=16, least=250)]

    def levers(self) -> Sequence[Widget]:
        """Return what the player can move."""
        words = self.words
        names = {
            lever: sentences.lever(words, LEVERS[lever]) for lever in sandbox.levers(self.wanted.business)
        }
        free = tuple(lever for lever in names if lever not in self.wanted.locked)
        about = Paragraph("sandbox.levers.about", words.say("sandbox.levers-about"), CAPTION)
        return [self._toggles("levers", names, free), about]

    # ---- pieces

    def _titled(self, name: str, label: str, control: Widget) -> Column:
        return Column(
            f"sandbox.{name}.titled", Label(f"sandbox.{name}.title", label, ROW_STRONG), control, gap=4
        )

    def _unit(self, unit: str) -> Say:
        return lambda number: self.words.say(f"sandbox.unit.{unit}", n=round(number, 9))

    def _slider(self, name: str, known: Sequence[float], value: float, usual: float, say: Say, about: str = ""
                ) -> Column:  # fmt: skip
        told = self.words.say(f"sandbox.{about}") if about else ""
        return self._steps(name, self.words.say(f"sandbox.{name}"), known, (value, usual), say, told)

    def _kind(self, strategy: Strategy) -> Column:
        key = f"sandbox.kind.{strategy.value}"
        slider = Slider(f"{SET}rival.{strategy.value}", self.words.say(f"{key}.name"), range(MOST_OF_A_KIND + 1),
                        self.wanted.of(strategy), self._unit("rivals"))  # fmt: skip
        slider.set(self.wanted.of(strategy), present=self.usual.of(strategy))
        slider.has_preview = False
        about = Paragraph(f"{key}.about", self.words.say(f"{key}.about"), CAPTION)
        return Column(f"{key}.column", slider, about, gap=0)

    def _figure(self, name: str) -> Column:
        words, key = self.words, f"sandbox.figure.{name}"
        values = self.wanted.figure(name), self.usual.figure(name)
        return self._steps(f"figure.{name}", words.say(f"{key}.name"), FIGURES[name].stops, values,
                           lambda number: sandbox_told.figure(words, name, number), words.say(f"{key}.about"))  # fmt: skip

    def _steps(self, name: str, label: str, known: Sequence[float], values: tuple[float, float], say: Say, about: str
               ) -> Column:  # fmt: skip
        """Return a slider with what it is, its range and its usual value below."""
        value, usual = values
        stops = sandbox.stops(known, usual)
        slider = Slider(f"{SET}{name}", label, stops, value, say)
        slider.set(value, present=usual)
        slider.has_preview = False
        between = self.words.say(
            "sandbox.range-usual", low=say(stops[0]), high=say(stops[-1]), usual=say(usual)
        )
        small = Paragraph(f"sandbox.{name}.range", f"{about} {between}".strip(), CAPTION)
        return Column(f"sandbox.{name}.column", slider, small, gap=0)

    def _toggles(self, name: str, names: dict[str, str], chosen: Sequence[str]) -> Column:
        toggles = [Toggle(f"{SET}{name}.{one}", said, one in chosen) for one, said in names.items()]
        title = Label(f"sandbox.{name}.title", self.words.say(f"sandbox.{name}"), ROW_STRONG)
        box: Widget = Flow(f"sandbox.{name}.flow", *toggles, gap=18)
        if len(toggles) > FEW:
            box = Blocks(f"sandbox.{name}.flow", *toggles, gap=6, most=4, least=TICK)
        return Column(f"sandbox.{name}.toggles", title, box, gap=6)


def changed(act: Act, wanted: Sandbox, usual: Sandbox) -> Sandbox | None:
    """Return the market after an act of a control; None if the act is about something else, the same market if it may not be."""
    if act.deed is not Deed.CHANGE or not act.who.startswith(SET):
        return None
    name, _, which = act.who.removeprefix(SET).partition(".")
    value = act.value
    if name == "business":
        return replace(wanted, business=Business(str(value)), locked=frozenset())
    if name == "trade":
        return wanted.with_trade(str(value), usual)
    if name == "events":
        return replace(wanted, has_events=bool(value))
    if name in ("segments", "funds", "programmes"):
        return _ticked(wanted, usual, name, which, is_on=bool(value))
    if name == "levers":
        return replace(wanted, locked=wanted.locked - {which} if value else wanted.locked | {which})
    number = float(str(value))
    if name == "rival":
        return wanted.with_rivals(Strategy(which), round(number))
    if name == "figure":
        return wanted.with_figure(which, number)
    if name in ("size", "jitter"):
        return replace(wanted, **{name: number})  # type: ignore[arg-type]
    return replace(wanted, **{"cash_won" if name == "cash" else name: round(number)})  # type: ignore[arg-type]


def _ticked(wanted: Sandbox, usual: Sandbox, name: str, which: str, *, is_on: bool) -> Sandbox:
    """Return the market with one of a list there or not, in the order of the sandbox; the last people stay."""
    kept = {*getattr(wanted, name)} | {which} if is_on else {*getattr(wanted, name)} - {which}
    known = PROGRAMMES if name == "programmes" else getattr(usual, name)
    chosen = tuple(one for one in known if one in kept)
    if name == "segments" and not chosen:
        return wanted
    listed: dict[str, Any] = {name: chosen}
    return replace(wanted, **listed)
