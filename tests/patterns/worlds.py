"""Worlds to measure patterns in: one policy, one setting, many seeds, played by the rules of the game."""

from dataclasses import dataclass, replace

import numpy as np

from agents import luck
from agents.arrays import Floats
from agents.columns import PopulationModel
from agents.luck import Stream
from agents.market import Market
from agents.messages import ACCEPT, DECLINE, Decision, Event, ModelKind, News, Source
from agents.nature import Origin
from agents.users import User, born
from game.study.bots import TRAP, Policy, decision_of
from game.world.contracts import arr_won
from game.world.level import Level
from game.world.model import MarketModel
from game.world.money import Reason
from game.world.parameters import Parameters
from game.world.report import Outcome
from tests.agents.market_for_tests import NATURE, PEOPLE, TASTES, offers
from tests.levels_for_tests import FOLLOWER, others, technology, tiny

NEVER = 10**6
USERS_OUT, QUALITY_OUT = 15_000, 0.55  # out of the trap: people enough, and a model good enough to hold them
SERVING = (Reason.INFERENCE, Reason.GPU, Reason.ANNOTATORS)  # what a service costs besides those who make it
HOSTING_SHARE = 0.25  # of revenue, for hosting and support: what the margin of other firms has to bear too
LEAST_ARR_WON = 100_000_000  # below it a multiple of revenue says nothing
TRIED = (Event.TRIED_AND_STAYED, Event.TRIED_AND_LEFT)


@dataclass(frozen=True, eq=False)
class Record:
    """What became of one world. Paths are (weeks,), from the first week on; a dead firm has no users."""

    users: Floats
    quality: Floats
    trials: Floats
    rival_users: Floats
    alive: bool
    launched: bool
    rounds: int
    raised_won: int
    scandals: int
    revenue_won: int
    serving_won: int
    one_segment: Floats  # (S,) error of a deep model trained on what the first segment's users bring
    fee_won: int = 0  # a year of one contract, of a technology firm at the end
    multiple: float = 0.0  # of its yearly revenue that the last offer for the whole firm was; 0 without one

    @property
    def escaped(self) -> bool:
        """Return whether the firm is out of the trap at the end."""
        return bool(self.alive and self.users[-1] >= USERS_OUT and self.quality[-1] >= QUALITY_OUT)


@dataclass(frozen=True)
class Arm:
    """One setting: a policy in a market. Weeks are counted from 0."""

    policy: Policy = TRAP
    cash_won: int = 700_000_000
    weeks: int = 156
    jitter: float = 0.15
    numbers: tuple[tuple[str, float], ...] = ()  # parameters that differ from their defaults
    rival_quality: float = 0.62
    follows: bool = False  # a fast follower watches
    still_from: int = NEVER  # the engineers leave: nothing is released any more
    scandal_in: int = NEVER
    is_mixed: bool = False  # each world draws its own policy
    is_idle: bool = False  # nobody enters the market

    def level(self, agents: int) -> Level:
        """Return the level of this setting."""
        plain = tiny(
            self.weeks, agents, jitter=self.jitter, parameters=replace(Parameters(), **dict(self.numbers))
        )
        rivals = (replace(plain.rivals[0], quality=self.rival_quality), *[FOLLOWER] * self.follows)
        return replace(plain, start=replace(plain.start, cash_won=self.cash_won), rivals=rivals)

    def play(self, seed: int, agents: int) -> Record:
        """Return what becomes of the world with this seed."""
        level = self.level(agents)
        model = MarketModel(level, seed)
        model.measures_ring = False
        policy = _drawn(seed) if self.is_mixed else self.policy
        trials = []
        while model.ending.outcome is Outcome.RUNNING:
            if model.week == self.scandal_in:
                _let_it_break(model)
            model.play_week(self._decide(policy, model.news(), level))
            trials.append(_trials(model))
        found = _record(model, trials, self.weeks)
        model.release()
        return found

    def _decide(self, policy: Policy, news: News, level: Level) -> Decision:
        if self.is_idle:
            return replace(Decision(), engineers=0, open_data=False, price_won=300)
        decision = decision_of(policy, news, level)
        return replace(decision, engineers=0) if news.week > self.still_from else decision


def _let_it_break(model: MarketModel) -> None:
    """Make a scandal certain this week; in worlds of this kind there is none by chance."""
    sure = replace(model.parameters, hz_scandal=1e9)
    model.ground = replace(model.ground, parameters=sure)


def _trials(model: MarketModel) -> float:
    """Return the people who tried the player's service this week; put a forced scandal away."""
    model.ground = replace(model.ground, parameters=model.parameters)
    week = model.market.reasons.weeks[-1]
    rows = week.rows[np.isin(week.event, TRIED) & (week.subject == 0)]
    return float(model.market.weight[model.market.people.segment[rows]].sum())


def _record(model: MarketModel, trials: list[float], weeks: int) -> Record:
    company, reports = model.companies[0], model.reports
    missing = weeks - len(reports)
    ledger = company.ledger
    clean = np.zeros_like(company.stocks.clean)
    clean[Source.SERVICE, 0] = company.stocks.clean[Source.SERVICE, 0]
    users = [r.users for r in reports]
    return Record(
        users=np.array((users if company.is_alive else [*users[:-1], 0.0]) + [0.0] * missing),
        quality=np.array([r.quality for r in reports] + [reports[-1].quality] * missing),
        trials=np.array(trials + [0.0] * missing),
        rival_users=np.array([r.firm_users[1] for r in reports] + [np.nan] * missing),
        alive=company.is_alive,
        launched=company.has_launched,
        rounds=company.stage,
        raised_won=ledger.totals.get(Reason.INVESTMENT, 0),
        scandals=company.scandals,
        revenue_won=ledger.revenue_won,
        serving_won=-sum(ledger.week.get(r, 0) for r in SERVING),
        one_segment=company.would_err(clean, model.ground).felt[ModelKind.DEEP],
    )


def _drawn(seed: int) -> Policy:
    """Return the policy of a firm among many: mixed strategies, in the ranges of the reference model."""
    u = [luck.share(seed, 0, Stream.FOUNDER, number) for number in range(20)]
    kinds = (
        (ModelKind.RULES,) * 2 + (ModelKind.CLASSICAL,) * 5 + (ModelKind.DEEP,) * 8 + (ModelKind.BEST,) * 5
    )
    return Policy(
        model=kinds[int(u[0] * len(kinds))],
        engineers=2 + int(u[1] * 3),
        experts=int(u[2] * 2),
        open_data=u[3] < 0.8,
        crawl_items=50_000 + int(u[4] * 1_000_000) if u[4] < 0.15 else 0,
        annotators=6 * u[5],
        buying=4 * u[6],
        feedback_permille=int(900 * u[7]),
        collection_permille=int(1000 * u[8]),
        governance=u[9],
        ux=2 * u[10],
        content=0.5 + 1.5 * u[12] if u[11] < 0.4 else 0.0,
        marketing=3 * u[13],
        is_visible=u[16] < 0.35,
        opens_early=u[17] < 0.4,
        voucher=u[18] < 0.5,
        grant=u[19] < 0.3,
    )


@dataclass(frozen=True)
class Laboratory:
    """A firm that sells technology to firms, alone or among rivals of some quality; it is never sold."""

    rivals: int = 0
    quality: float = 0.0
    weeks: int = 156

    def play(self, seed: int, agents: int) -> Record:
        """Return what becomes of the world with this seed."""
        level = technology(self.weeks, jitter=0.15)
        level = replace(level, rivals=(*level.rivals, *others(self.rivals, self.quality)))
        model = MarketModel(level, seed)
        model.measures_ring = False
        multiple, seen = 0.0, set()
        while model.ending.outcome is Outcome.RUNNING:
            news = model.news()
            for sheet in news.sheets:
                if sheet.share == 1.0 and sheet.id not in seen:
                    seen.add(sheet.id)
                    multiple = sheet.amount_won / max(arr_won(model.companies[0]), LEAST_ARR_WON)
            answers = tuple((s.id, DECLINE if s.share == 1.0 else ACCEPT) for s in news.sheets)
            model.play_week(replace(news.decision, answers=answers))
        found = _record(model, [0.0] * len(model.reports), self.weeks)
        clientele = model.reports[-1].clientele
        model.release()
        return replace(found, fee_won=clientele.fee_won if clientele else 0, multiple=multiple)


@dataclass(frozen=True)
class WordOfMouth:
    """A single good service that spreads without advertising; `users` of its record are people who ever joined."""

    weeks: int = 300
    opens: int = 6

    def play(self, seed: int, agents: int) -> Record:
        """Return what becomes of the world with this seed."""
        model = PopulationModel(rng=seed)
        origin = Origin(PEOPLE, TASTES, shares=(0.0,), awareness=(0.0,), agents=agents)
        # Everybody stays who tries a service worth 2 util, and nobody forgets: what is left is how it spreads.
        nature = replace(NATURE, conv_max=1.0, forget=0.0, taste_sd=0.0)
        market = Market(
            model.populate(User, agents, born(origin, nature, seed)), origin, nature, seed, self.weeks
        )
        joined, path = np.zeros(agents, bool), []
        for week in range(self.weeks):
            market.choose(_alone(week >= self.opens), week)
            joined |= market.people.service == 0
            path.append(joined @ market.weight[market.people.segment])
        model.release()
        none = np.zeros(self.weeks)
        return Record(np.array(path), none, none, none, True, True, 0, 0, 0, 0, 0, none)


def _alone(is_open: bool):
    """Return the offers of a market with one firm, worth 2 util to everybody."""
    perfect = np.ones((1, 4))
    one = np.zeros(1)
    return offers(
        quality=perfect, lab_quality=perfect, ux=np.array([0.75]), content=one, speed=one, relative_price=one + 1,
        trust=0.7 * perfect, brand=one, people=0 * perfect, is_open=np.array([is_open]), advertised=one,
        marketing_won=np.zeros(1, np.int64), collection=one, scandal=np.zeros(1, bool), press=one,
    )  # fmt: skip
