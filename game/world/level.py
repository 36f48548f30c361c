"""A level: what is given. Frozen before play, never changed by it.

`game.content` reads and checks level files; after that a `Level` is valid by construction and the model never
validates. Text in two languages rides along so that screens and reports need no second look-up.
"""

from dataclasses import dataclass, field
from enum import Enum

from agents.messages import LATER, Decision, ModelKind, Taste
from game.world.conditions import Condition
from game.world.guiding import Lesson
from game.world.parameters import Parameters
from game.world.texts import Text as Text


class Meets(Enum):
    """How people of a segment meet the player's model: as the firm offers it, or in a product that is always of one kind."""

    OFFERED = "offered"  # as the lever `is_visible` says
    SHOWN = "shown"  # they watch it think
    HIDDEN = "hidden"  # it works behind something else


@dataclass(frozen=True, slots=True)
class Segment:
    """People who are alike: how many, what they value, how far their language of feeling is from the others'."""

    id: str
    name: Text
    people: int
    taste: Taste = Taste()
    open_share: float = 0.25  # of open data that comes from people like these
    crawl_share: float = 0.25  # of crawled data
    meets: Meets = field(default=Meets.OFFERED, metadata=LATER)


class Strategy(Enum):
    """How a rival firm thinks."""

    INCUMBENT = "incumbent"
    FOLLOWER = "follower"
    PRICE_WARRIOR = "price-warrior"
    NICHE = "niche"
    COMMODITISER = "commoditiser"
    BUYER = "buyer"


@dataclass(frozen=True, slots=True)
class Rival:
    """A competitor as the level opens. What follows `reacts` is read by one strategy each."""

    id: str
    name: Text
    strategy: Strategy
    share: float = 0.12  # of each segment, loyal users
    quality: float = 0.62  # as felt by every segment
    ux: float = 0.6
    brand: float | None = None  # util; None takes `brand_inc` of the parameters
    awareness: float = 0.85  # share of people who know it, and never less
    cash_won: int = 30_000_000_000
    reacts: bool = True
    engineers: int = 4  # on its product: as many as maintain it
    enters_at: float = 0.01  # follower: share of the player that wakes it
    enters_after: int = 16  # follower: weeks until it is ready
    copies: float = 0.92  # follower: of the player's quality
    war_weeks: int = 13  # price warrior
    segment: int = 0  # niche: whom it serves first, an index
    backs: float = 0.3  # buyer: chance to buy the follower after a refusal


class Thesis(Enum):
    """What an investor believes in."""

    EARNS = "earns"  # firms with users and growth
    SCARCE = "scarce"  # technology nobody else has, which somebody will buy


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a fund asks for beside its share of the company."""

    held: float = 0.0  # share of the cheque that is paid only ...
    users: int = 0  # ... once so many people use the service ...
    within: int = 26  # ... within so many weeks of the round
    forbids: tuple[str, ...] = ()  # levers of `Decision` that stay off after the round
    preference: float = 0.0  # times its cheque, paid before the founders if the company is sold


@dataclass(frozen=True, slots=True)
class Fund:
    """An investor as the level opens."""

    id: str
    name: Text
    thesis: Thesis
    conditions: Conditions = field(default=Conditions(), metadata=LATER)


@dataclass(frozen=True, slots=True)
class Effect:
    """One change an event makes: a quantity of the closed vocabulary in `game.world.events` is scaled, then added to."""

    change: str  # e.g. "cash", "trust", "data.service", "users"
    scale: float = 1.0
    add: float = 0.0


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to an event card."""

    id: str
    label: Text
    text: Text
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class EventCard:
    """Something that happens once when its condition first holds (and chance allows); with choices it waits for an answer."""

    id: str
    when: Condition
    title: Text
    text: Text
    icon: str = "shield-alert"
    chance: float = 1.0  # a week, while the condition holds
    effects: tuple[Effect, ...] = ()
    choices: tuple[Choice, ...] = ()


class Kind(Enum):
    """What an objective is for."""

    MUST = "must"  # lost when it fails
    WIN = "win"  # won when all hold
    BONUS = "bonus"  # a star


@dataclass(frozen=True, slots=True)
class Objective:
    """A goal: a condition to meet, for so many weeks in a row, or at the end."""

    id: str
    kind: Kind
    when: Condition
    text: Text
    at_end: bool = False
    hold_weeks: int = 1
    points: int = 0


@dataclass(frozen=True, slots=True)
class Goal:
    """A learning goal with the evidence a machine can check."""

    id: str
    text: Text
    evidence: Condition


class Business(Enum):
    """Whom the player's company sells to."""

    CONTENT = "content"  # a service, to people
    TECHNOLOGY = "technology"  # technology, to other firms


# Levers that do nothing in a business; they are locked in every level of that kind.
UNUSED: dict[Business, frozenset[str]] = {
    Business.CONTENT: frozenset({"sellers"}),
    Business.TECHNOLOGY: frozenset(
        {"price_won", "ux_won", "content_won", "marketing_won", "governance_won", "collection_permille"}
        | {"sell_data", "is_visible", "opens_early"}
    ),
}


@dataclass(frozen=True, slots=True)
class Start:
    """The player's company as the level opens. Levers that its business has no use for are always locked."""

    name: Text
    cash_won: int
    decision: Decision = Decision()
    knowledge: float = 0.15  # of the domain, 0..1
    ux: float = 0.25
    locked: frozenset[str] = frozenset()  # names of `LEVERS` the player cannot touch
    models: tuple[ModelKind, ...] = tuple(ModelKind)  # families of model the player can choose from
    business: Business = Business.CONTENT

    def __post_init__(self) -> None:
        # A frozen dataclass has no other way to complete one field from another.
        object.__setattr__(self, "locked", self.locked | UNUSED[self.business])


@dataclass(frozen=True, slots=True)
class Order:
    """One line of a plan: while the condition holds, these levers are set so."""

    when: Condition
    levers: tuple[tuple[str, int], ...]  # names of `LEVERS` and what they are set to


@dataclass(frozen=True, slots=True)
class Plan:
    """A way to play a level: each week the start decision, changed by every order that holds, the later over the earlier."""

    id: str
    name: Text
    orders: tuple[Order, ...]
    answers: tuple[tuple[str, str], ...] = ()  # event card and choice; cards not named get their first choice
    takes_money: bool = True  # accepts every term sheet
    sells_at: int | None = None  # won, from which it sells the company; never when None


PLAN = "plan:"  # before the id of a plan, where the name of a bot could stand


@dataclass(frozen=True, slots=True)
class Promise:
    """What must come out when a bot or a plan plays the level: a condition on the last week, or `won` or `lost`."""

    id: str
    play: str  # name of a bot, or `plan:` and the id of a plan
    expect: Condition
    seeds: int = 20  # worlds, seeds 1 and up
    least: float = 1.0  # share of the worlds in which it must hold
    most: float = 1.0


@dataclass(frozen=True, slots=True)
class Sketch:
    """Weeks that a player is asked to draw before they happen: once, when the condition first holds; it changes nothing."""

    id: str
    when: Condition
    value: str  # one of `game.world.sketched.SKETCHED`
    weeks: int
    text: Text


@dataclass(frozen=True, slots=True)
class Level:
    """Everything a world is made of, besides its seed."""

    id: str
    title: Text
    story: Text
    weeks: int
    agents: int
    segments: tuple[Segment, ...]
    distances: tuple[tuple[float, ...], ...]  # (S, S) cultural distance between segments, 0..1
    start: Start
    parameters: Parameters = Parameters()
    jitter: float = 0.0  # spread of the parameters between worlds, sd of the log
    reference_price_won: int = 300  # the price that counts as 1
    rivals: tuple[Rival, ...] = ()
    funds: tuple[Fund, ...] = ()
    events: tuple[EventCard, ...] = ()
    objectives: tuple[Objective, ...] = ()
    goals: tuple[Goal, ...] = ()
    debrief: tuple[Text, ...] = ()
    hints: tuple[Text, ...] = ()
    minutes: int = 15
    hash: str = ""  # of the resolved level text, hex
    recalls: bool = False  # study setting: awareness multiplies inside the choice, as in the aggregate model
    tags: tuple[str, ...] = field(default=())
    audience: str = "everyone"
    predictions: tuple[Text, ...] = ()  # asked before play
    note: Text | None = None  # for the teacher
    mods: tuple[str, ...] = ()  # that had a say in it, in their order: id, version and hash
    plans: tuple[Plan, ...] = ()
    tests: tuple[Promise, ...] = ()
    sketches: tuple[Sketch, ...] = ()
    advisor: bool = True  # may be asked
    tutorial: tuple[Lesson, ...] = ()

    def fund(self, id: str) -> Fund:  # noqa: A002 the level's word
        """Return the fund of an id.

        Raises:
            KeyError: there is none.
        """
        return {fund.id: fund for fund in self.funds}[id]

    @property
    def people(self) -> int:
        """Return how many people the market has."""
        return int(sum(s.people for s in self.segments))  # whole numbers

    @property
    def firms(self) -> int:
        """Return how many firms there are, the player's first."""
        return 1 + len(self.rivals)
