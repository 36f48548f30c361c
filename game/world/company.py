"""One firm: everything it is, and what a week of work does to it.

The player's firm and every rival are of this kind and under the same `Decision`. A week of work is: gather data,
train, and let knowledge, design and content grow. What it costs stands in `accounts`, what the users make of it
in `agents.market`.
"""

import math
from dataclasses import dataclass, field, replace

import numpy as np

from agents import exact
from agents.messages import Decision, Emphasis, Infra, ModelKind, Source
from game.world import data, growth, infrastructure, learning, pipeline
from game.world.data import Cleaned, Stocks, no_stocks
from game.world.ground import Floats, Ground
from game.world.growth import MOST_KNOWLEDGE
from game.world.levers import Refusal, out_of_range, unaffordable
from game.world.money import Ledger
from game.world.parameters import Parameters

# Aggregate reference model, sections "build, train, tune, release" and "experiment cycle": judged there unless said otherwise.
STANDARD_TEAM = 3.0  # engineers for whom the working times of the parameters hold
TEAM_EXPONENT = 0.7  # twice the team is 1.6 times as fast (Brooks 1975 in spirit)
DEBT_DRAG = 0.5  # slow-down at technical debt 1
DEBT_A_RELEASE, MOST_DEBT = 0.05, 1.5
TUNING_STEP = 0.18  # share of the remaining tuning that each release finds
OPENS_EARLY_WEEK = 6  # weeks to build a service without a model
EXPERT_PRESENCE = (
    0.45  # knowledge at the table while an expert is employed: 0.15 of founders who read up makes 0.60
)
TRUST_AT_REST = 0.7  # of an unknown service (model document, trust)
FRIENDS, MOST_GROWTH = 50.0, 3.0  # users everybody has; growth beyond which a rate means nothing
NO_PITCH = -99  # weeks: long before the level


@dataclass(slots=True)
class Company:
    """The state of one firm. S segments; shares 0..1; weeks counted from 0."""

    index: int
    ledger: Ledger
    decision: Decision
    trust: Floats  # (S,)
    lab_errors: Floats  # (S,) of the model in use, on the firm's own test set
    skill: Floats  # (S,) quality of the model in use when it was new, as users feel it
    lab_skill: Floats  # (S,) on the firm's own test set
    users: Floats  # (S,) people at the end of last week
    stocks: Stocks
    first_knowledge: float = 0.0  # what the founders know of the domain
    learned: float = 0.0
    ux: float = 0.25
    content: float = 0.0
    brand: float = 0.0  # util that no lever moves
    model: int = -1  # ModelKind in use
    releases: int = 0
    progress: float = 0.0  # team-weeks towards the next release
    phase: int = 0  # pipeline.Stage in work
    factors: pipeline.Factors = ()  # how many times their mean the stages that have begun take
    seed: int = 0  # of the luck of its projects
    is_handing_over: bool = False  # people change places this week
    tune: float = 0.0
    debt: float = 0.0
    age: int = 0  # weeks since the model was trained
    fresh: float = 1.0  # share of its skill that is left
    crawler_weeks: int = 0
    has_open_data: bool = False
    is_alive: bool = True
    has_launched: bool = False
    launch_week: int = -1
    peak_users: float = 0.0
    past_users: list[float] = field(default_factory=lambda: [0.0] * 13)
    growth: float = 0.0  # over 13 weeks
    stage: int = 0  # rounds closed
    last_pitch: int = NO_PITCH
    equity: float = 1.0  # the founders' share
    voucher_won: int = 0  # left to spend on data
    grant_weeks: int = 0  # left to be paid
    away: float = 0.0  # engineers who write reports instead of code
    scandals: int = 0
    refused: tuple[str, ...] = ()  # codes of last week's orders that could not be carried out
    # worked out each week, for reports and for those who decide
    labelling: float = 0.0  # share of the annotators' time used
    crawled_items: int = 0  # fetched this week
    bought_won: int = 0  # paid by a voucher this week
    planned: int = 0  # ModelKind in work
    effective: float = 0.0  # items, on the average of all people
    best_quality: tuple[float, float, float] = (0.0, 0.0, 0.0)
    infrastructure: dict[Infra, int] = field(default_factory=dict)  # items paid for, won
    outlook: pipeline.Outlook = pipeline.NOTHING_BEGUN

    @property
    def is_open(self) -> bool:
        """Return whether the service can be used."""
        return self.has_launched and self.is_alive

    @property
    def knowledge(self) -> float:
        """Return what the firm knows of the domain, 0..1: the founders', what was learned, and the experts at the table."""
        present = EXPERT_PRESENCE if self.decision.experts > 0 else 0.0
        return min(self.first_knowledge + self.learned + present, MOST_KNOWLEDGE)

    @property
    def users_now(self) -> float:
        """Return the people who use the service."""
        return math.fsum(self.users.tolist())

    @property
    def speed(self) -> float:
        """Return the team-weeks of progress a week brings."""
        hands = self.decision.engineers - self.away
        if hands <= 0 or not self.is_alive:
            return 0.0
        team = float(exact.power(hands / STANDARD_TEAM, TEAM_EXPONENT))
        return team / (1 + DEBT_DRAG * self.debt)

    @property
    def explainability(self) -> float:
        """Return how well the model in use can be explained to those who ask, 0..1."""
        return learning.EXPLAINABILITY[self.model] if self.model >= 0 else 0.0

    @property
    def weeks_to_release(self) -> float:
        """Return the weeks until the next release at today's speed; infinite when nothing is being built."""
        return max(self.outlook.total - self.progress, 0.0) / self.speed if self.speed > 0 else math.inf

    # --- orders

    def check(self, decision: Decision, ground: Ground, coming_won: int = 0) -> tuple[Refusal, ...]:
        """Return why these orders cannot be carried out; empty when they can. `coming_won` is money being accepted."""
        if not self.is_alive:
            return (Refusal("", "closed"),)
        wrong = out_of_range(decision)
        if wrong:
            return wrong
        # The week has not begun, so the ledger's page still shows what the users paid last week.
        has = self.ledger.cash_won + self.ledger.revenue_won + coming_won
        return unaffordable(decision, self.decision, has, ground.parameters)

    def carry_out(self, decision: Decision) -> None:
        """Put orders in force and open the week's books."""
        self.ledger.open_week()
        self.is_handing_over = decision.emphasis != self.decision.emphasis
        model, emphasis = ModelKind(decision.model), Emphasis(decision.emphasis)
        self.decision = replace(decision, model=model, emphasis=emphasis, answers=())

    # --- a week of work

    def welcome(self, users: Floats) -> None:
        """Take note of who uses the service at the end of the week, (S,) people."""
        self.users = users.copy()
        self.peak_users = max(self.peak_users, self.users_now)

    def remember_users(self, week: int) -> None:
        """Note how the service has grown over 13 weeks."""
        place, now = week % len(self.past_users), self.users_now
        rise = (now + FRIENDS) / (self.past_users[place] + FRIENDS) - 1
        self.growth = min(max(rise, -1.0), MOST_GROWTH)
        self.past_users[place] = now

    def gather(self, contributors: Floats, ground: Ground) -> Cleaned:
        """Collect, clean and buy data; return the labelling done.

        Args:
            contributors: people of each segment who let their data be used, (S,).
            ground: what no firm can change.
        """
        p, order = ground.parameters, self.decision
        if order.open_data and not self.has_open_data:
            self.has_open_data = True
            self.stocks.clean[Source.OPEN] += p.open_n * ground.open_mix
        is_built = self.crawler_weeks >= data.CRAWLER_WEEKS
        self.crawled_items = order.crawl_items if is_built else 0
        self.crawler_weeks += order.crawl_items > 0
        logged = contributors * p.svc_items * data.logged_share(order)
        data.collect(self.stocks, logged, self.crawled_items * ground.crawl_mix)
        done = data.clean(self.stocks, order, ground)
        self.labelling = done.used
        self.bought_won = min(self.voucher_won, data.VOUCHER_A_WEEK_WON)
        self.voucher_won -= self.bought_won
        items = (order.buying_won + self.bought_won) / p.item_cost
        self.stocks.clean[Source.BOUGHT] += items * ground.weights
        return done

    def train(self, week: int, ground: Ground) -> bool:
        """Work on the next model for a week; return whether it was released."""
        p = ground.parameters
        found = self.would_err(self.stocks.clean, ground)
        self.effective = data.effective_items(self.stocks.clean, self.decision, ground)
        good = learning.quality(found.felt, p)
        self.best_quality = (ground.overall(good[0]), ground.overall(good[1]), ground.overall(good[2]))
        self.planned = plan = self._plan([ground.overall(found.felt[m]) for m in range(3)])
        present = pipeline.HANDOVER if self.is_handing_over else 1.0  # share of the week
        self.progress += self.speed * pipeline.pace(self.decision.emphasis, self.phase) * present
        self._look_up(plan, p)
        is_released = self.phase == pipeline.RELEASED and self.speed > 0 and self.proves()
        if is_released:
            self._release(plan, found, p)
            self._look_up(plan, p)
        if is_released or (self.decision.opens_early and week >= OPENS_EARLY_WEEK):
            self._launch(week)
        growth.grow(self, p)
        return is_released

    def proves(self) -> bool:
        """Return whether the model just built works well enough to be used."""
        return True

    def would_err(self, items: Floats, ground: Ground) -> learning.Errors:
        """Return the errors of all three families if the team trained on these clean items, (K, S), today."""
        sets = data.training_sets(items, data.noise(self.decision, ground.parameters), ground)
        return learning.errors(sets, self.tune, self.knowledge, ground.parameters)

    def would_be(self, items: Floats, ground: Ground) -> float:
        """Return the mean quality of the model in work if it were trained on these clean items, (K, S), today."""
        felt = self.would_err(items, ground).felt[self.planned]
        return ground.overall(learning.quality(felt, ground.parameters))

    def weeks_left(self, ground: Ground) -> float:
        """Return the weeks until the next release under the orders as they stand now, even if nothing has been built yet."""
        plan = self._plan([-quality for quality in self.best_quality])
        left = max(self._expects(plan, ground.parameters).total - self.progress, 0.0)
        return left / self.speed if self.speed > 0 else math.inf

    def _plan(self, mean_errors: list[float]) -> int:
        """Return the family of model in work: the one ordered, or whichever tests best."""
        if self.decision.model is ModelKind.BEST:
            return min(range(3), key=lambda m: (mean_errors[m], m))
        return int(self.decision.model)

    def _look_up(self, plan: int, p: Parameters) -> None:
        """Find out which stage the team has come to, and what it expects from there."""

        def drawn(stage: int) -> float:
            return pipeline.factor(self.seed, self.index, self.releases, stage, p.project_sd)

        work = pipeline.work_of(plan, self.releases, self.decision, p)
        self.phase, self.factors = pipeline.locate(work, self.progress, self.factors, drawn)
        self.outlook = self._expects(plan, p)

    def _expects(self, plan: int, p: Parameters) -> pipeline.Outlook:
        work, where = pipeline.work_of(plan, self.releases, self.decision, p), (self.phase, self.factors)
        return pipeline.outlook(work, self.progress, where, self.decision.emphasis, p.project_sd)

    def _release(self, plan: int, found: learning.Errors, p: Parameters) -> None:
        self.model, self.lab_errors = plan, found.lab[plan].copy()
        self.skill = learning.quality(found.felt[plan], p)
        self.lab_skill = learning.quality(self.lab_errors, p)
        self.releases += 1
        self.progress, self.age, self.factors = 0.0, 0, ()
        self.tune += TUNING_STEP * (1 - self.tune)
        left = DEBT_A_RELEASE * infrastructure.factor(self.decision, Infra.DELIVERY, infrastructure.MORE_DEBT)
        self.debt = min(self.debt + left, MOST_DEBT)

    def _launch(self, week: int) -> None:
        if not self.has_launched:
            self.has_launched, self.launch_week = True, week

    # --- what others see of it

    @property
    def quality(self) -> Floats:
        """Return how well the service works for each segment today, (S,) share of perfect."""
        return self.skill * self.fresh

    @property
    def lab_quality(self) -> Floats:
        """Return how well it works on the firm's own test set today, (S,)."""
        return self.lab_skill * self.fresh

    @property
    def kind_in_use(self) -> ModelKind:
        """Return the family of the model that answers users."""
        kind = ModelKind(self.model) if self.model >= 0 else self.decision.model
        return ModelKind.RULES if kind is ModelKind.BEST else kind

    def latency_s(self, ground: Ground) -> float:
        """Return the seconds a user waits this week."""
        return learning.latency_s(self.kind_in_use, self.users_now, self.decision, ground.parameters)

    def speed_util(self, ground: Ground) -> float:
        """Return what waiting for the service, or watching it work, is worth in util."""
        return learning.latency_util(self.latency_s(ground), self.decision.is_visible, ground.parameters)


def founded(index: int, cash_won: int, decision: Decision, ground: Ground) -> Company:
    """Return a firm at the start: no data, no model, nobody's trust lost yet."""
    segments = ground.people.size
    return Company(
        index=index,
        ledger=Ledger(cash_won),
        decision=decision.hold(),
        trust=np.full(segments, TRUST_AT_REST),
        lab_errors=np.full(segments, ground.parameters.E0),
        skill=np.zeros(segments),
        lab_skill=np.zeros(segments),
        users=np.zeros(segments),
        stocks=no_stocks(segments),
    )
