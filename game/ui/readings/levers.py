"""Every lever of a firm as the desk shows it: on which tab, in which form, over which stops, and how its setting reads."""

from bisect import insort
from dataclasses import dataclass
from enum import Enum

from agents.messages import Decision
from game.content import sentences
from game.content.words import Words
from game.ui.readings import amounts
from game.world.level import UNUSED, Business, Level

TABS = ("data", "model", "service", "team")


class Form(Enum):
    """How a lever is set."""

    CARD = "card"  # yes or no
    AMOUNT = "amount"  # a card that, once on, shows how much
    SLIDER = "slider"
    KIND = "kind"  # one of the families of model
    CHOICE = "choice"  # one of a few words
    ITEMS = "items"  # a list to tick


@dataclass(frozen=True, slots=True)
class Lever:
    """One lever on the desk; `weekly` says that its amount is spent week by week, `first` what an amount begins with."""

    name: str
    tab: str
    form: Form
    icon: str = ""
    weekly: bool = False
    first: int = 0


LEVERS = (
    Lever("open_data", "data", Form.CARD, "layers"),
    Lever("crawl_items", "data", Form.AMOUNT, "cloud-download", True, 20_000),
    Lever("buying_won", "data", Form.AMOUNT, "shopping-bag", True, 2_000_000),
    Lever("applies_voucher", "data", Form.CARD, "landmark"),
    Lever("labelling_won", "data", Form.SLIDER, weekly=True),
    Lever("feedback_permille", "data", Form.SLIDER),
    Lever("collection_permille", "data", Form.SLIDER),
    Lever("model", "model", Form.KIND),
    Lever("emphasis", "model", Form.CHOICE),
    Lever("is_visible", "model", Form.CARD, "eye"),
    Lever("opens_early", "model", Form.CARD, "door-open"),
    Lever("price_won", "service", Form.SLIDER, weekly=True),
    Lever("ux_won", "service", Form.SLIDER, weekly=True),
    Lever("content_won", "service", Form.SLIDER, weekly=True),
    Lever("marketing_won", "service", Form.SLIDER, weekly=True),
    Lever("engineers", "team", Form.SLIDER),
    Lever("experts", "team", Form.SLIDER),
    Lever("sellers", "team", Form.SLIDER),
    Lever("ops_won", "team", Form.SLIDER, weekly=True),
    Lever("governance_won", "team", Form.SLIDER, weekly=True),
    Lever("seeks_funding", "team", Form.CARD, "handshake"),
    Lever("applies_grant", "team", Form.CARD, "graduation-cap"),
    Lever("sell_data", "team", Form.CARD, "store"),
    Lever("infrastructure", "team", Form.ITEMS),
)
HEADINGS = {  # what stands above the first of these levers
    "sources": ("open_data", "crawl_items", "buying_won", "applies_voucher"),
    "cleaning": ("labelling_won", "feedback_permille", "collection_permille"),
    "kinds": ("model", "emphasis"),
    "showing": ("is_visible", "opens_early"),
    "offer": ("price_won", "ux_won", "content_won", "marketing_won"),
    "staff": ("engineers", "experts", "sellers", "ops_won", "governance_won"),
    "items-paid": ("infrastructure",),
    "money-in": ("seeks_funding", "applies_grant", "sell_data"),
}
BY_NAME = {lever.name: lever for lever in LEVERS}

MOST_STEPS = 60  # a slider's stops are further apart than this only where money runs into billions
STEP_PERMILLE = 50
MANY_HANDS, MANY_EXPERTS = 30, 10
MOST_CRAWLED = 2_000_000  # items a week a level of this kind can make sense of
LEAST_ROOF_WON, ROOF_SHARE = (
    20_000_000,
    0.05,
)  # what a week's budget can reach: a share of what the firm opened with
_LADDER = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9)


def of_tab(tab: str, business: Business = Business.CONTENT) -> tuple[Lever, ...]:
    """Return the levers of a tab in their order, without those that the business has no use for."""
    return tuple(lever for lever in LEVERS if lever.tab == tab and lever.name not in UNUSED[business])


def heading_of(lever: Lever) -> str:
    """Return the heading a lever stands under."""
    return next(heading for heading, names in HEADINGS.items() if lever.name in names)


def name_of(words: Words, lever: Lever) -> str:
    """Return a lever's name as a heading."""
    return words.say(f"desk.lever.{lever.name}.name")


def about_of(words: Words, lever: Lever) -> str:
    """Return a line on what a lever is good for and what it costs."""
    return words.say(f"desk.lever.{lever.name}.about")


def reads(words: Words, lever: Lever, value: int) -> str:
    """Return how a setting reads beside its slider."""
    if lever.name in ("engineers", "experts", "sellers"):
        return amounts.people(words, value)
    if lever.name == "crawl_items":
        return words.say("desk.weekly", amount=amounts.counted(words, "desk.items", value))
    text = sentences.setting(words, lever.name, value)
    return words.say("desk.weekly", amount=text) if lever.weekly else text


def stops(lever: Lever, level: Level, *present: int) -> list[int]:
    """Return where a slider can stand, rising; the settings in force and in the draft are always among them."""
    found = sorted(set(_stops(lever, level, max(present))))
    for value in present:
        if value not in found and not (lever.form is Form.AMOUNT and value == 0):
            insort(found, value)
    return found


def _stops(lever: Lever, level: Level, present: int) -> list[int]:
    if lever.name == "price_won":
        step = _nice(level.reference_price_won / 10)
        return list(range(0, max(4 * level.reference_price_won, present) + step, step))
    if lever.name.endswith("_permille"):
        return list(range(0, 1001, STEP_PERMILLE))
    if lever.name == "engineers":
        return list(range(max(MANY_HANDS, 2 * present) + 1))
    if lever.name in ("experts", "sellers"):
        return list(range(max(MANY_EXPERTS, present) + 1))
    if lever.name == "crawl_items":
        return _ladder(1_000, max(MOST_CRAWLED, present))
    roof = max(LEAST_ROOF_WON, round(level.start.cash_won * ROOF_SHARE), present)
    first = [] if lever.form is Form.AMOUNT else [0]
    return first + _ladder(100_000, roof)


def _ladder(first: int, last: int) -> list[int]:
    """Return round numbers from `first` to at least `last`, about equal shares apart."""
    found: list[int] = []
    power = first
    while not found or found[-1] < last:
        found += [round(power * rung) for rung in _LADDER]
        power *= 10
    beyond = next(i for i, number in enumerate(found) if number >= last)
    return found[: beyond + 1]


def _nice(rough: float) -> int:
    """Return the largest of 1, 2, 5, 10, 20 ... that is not above `rough`, at least 1."""
    best, power = 1, 1
    while power <= rough:
        best = next(power * nice for nice in (5, 2, 1) if power * nice <= rough)
        power *= 10
    return best


def cost_of(words: Words, lever: Lever, decision: Decision) -> str:
    """Return what stands at the right of a card: what it costs a week, or that it is free; "" where that is not the point."""
    if lever.name == "open_data":
        return words.say("desk.free")
    if lever.name == "buying_won" and decision.buying_won:
        return amounts.won(words, decision.buying_won)
    return ""
