"""The market as a Mesa model: one world, one week at a time.

`play_week` is the model: ten lines, read downwards, users -> data -> performance -> users. All luck is keyed by
seed, week, purpose and person, so two worlds of one seed differ only in what was decided in them.
"""

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from agents.columns import PopulationModel
from agents.competitors import Competitor
from agents.investors import Investor
from agents.market import Market
from agents.messages import Decision, News, Offers, TermSheet, Verdict
from agents.users import User, born
from game.world import (
    accounts,
    answering,
    buyers,
    casting,
    clients,
    contracts,
    digest,
    funding,
    opening,
    privacy,
    publishing,
    rivalry,
    sector,
    staging,
    view,
    weekly,
)
from game.world.buyers import Suit
from game.world.effects import Scene
from game.world.events import Deck
from game.world.goals import Streaks, counted, judge
from game.world.ground import Floats, ground_of
from game.world.jitter import jittered
from game.world.level import Effect, Level
from game.world.levers import Refusal, Refused, locked, not_here
from game.world.newsroom import Newsroom
from game.world.report import Ending, MarketView, Outcome, Ring, WeekReport
from game.world.reporters import collector
from game.world.sector import Sector
from game.world.turnout import nobody_yet, turnout_of
from game.world.values import Value, values

RULES = "r1"  # changes with any rule; recorded games name the rules they were played under

Founder = Callable[[News], Decision]


class MarketModel(PopulationModel):
    """A market of people, firms and funds, in a world given by a level and a seed.

    Attributes:
        level: What is given.
        seed: Of all luck.
        week: Weeks played.
        parameters: The numbers of this world.
        users: All the people, a ColumnSet.
        market: The people and what they know together.
        companies: All firms, the player's first.
        reports: One for each week played.
        ending: How the level stands.

    Args:
        level: What is given.
        seed: Of all luck.
        founder: Who decides for the player's firm in `step`; nobody holds the orders in force.
        rng: The seed, as Mesa's batch runs call it; taken instead of `seed` when given.
    """

    def __init__(
        self, level: Level, seed: int | None = 1, founder: Founder | None = None, rng: int | None = None
    ) -> None:
        given = seed if rng is None else rng
        self.seed = 1 if given is None else int(given)
        super().__init__(rng=self.seed & 0x7FFFFFFF)
        self.level = self.given = level  # as it stands, for a card may turn the business, and as it opened
        self.founder, self.week = founder, 0
        self.parameters = jittered(level.parameters, level.jitter, self.seed)
        self._open_market()
        self._open_firms()
        self.sheets: list[TermSheet] = []
        self.suit = Suit()
        self.verdicts: tuple[Verdict, ...] = ()
        self.deck, self.newsroom, self.streaks = Deck(), Newsroom(), Streaks()
        self.sector = Sector()
        self.reports: list[WeekReport] = []
        self.ending = Ending()
        self.datacollector = collector()

    def _open_market(self) -> None:
        level = self.level
        nature, origin = opening.nature_of(level, self.parameters), opening.origin_of(level)
        people = self.populate(User, level.agents, born(origin, nature, self.seed))
        self.market = Market(people, origin, nature, self.seed, level.weeks)
        self.previous = self.market.people.service.copy()
        self.turnout = nobody_yet(level.firms, len(level.segments))

    def _open_firms(self) -> None:
        level = self.level
        self.ground = ground_of(level, self.parameters)
        self.companies = opening.companies_of(level, self.ground, self.market.people_by_firm())
        for company in self.companies:
            company.seed = self.seed
        self.scene = Scene(self.companies[0], self.parameters)
        self.competitors: tuple[Competitor, ...] = casting.heads_of(self, level, self.seed)
        self.investors: tuple[Investor, ...] = opening.investors_of(self, level, self.seed)
        self.contributors: Floats = np.zeros_like(self.market.people_by_firm())
        self.offers: Offers = publishing.offers(self.companies, self.scene, self.ground)
        self.ring: Ring = Ring.unmeasured()
        self.measures_ring = (
            True  # studies of many worlds may do without; conditions that ask for it still get it
        )

    # --- the week

    def play_week(self, decision: Decision) -> None:
        """Play one week. Read the lines downwards: users -> data -> performance -> users.

        Raises:
            Refused: the decision cannot be carried out; nothing has changed.
        """
        self._carry_out(decision)
        self._hear_competitors()
        self._gather_data()
        self._train_models()
        self._publish_offers()
        self._let_users_choose()
        self._settle_accounts()
        self._hear_investors()
        self._turn_event_card()
        self._write_report()

    def step(self) -> None:
        """Play a week as the founder decides: Mesa's way in. After the end nothing happens."""
        if self.ending.outcome is not Outcome.RUNNING:
            self.steps = self.week  # batch_run of Mesa 3.3 asks for one step more
            return
        news = self.news()
        self.play_week(self.founder(news) if self.founder else news.decision.hold())

    def _carry_out(self, decision: Decision) -> None:
        refusals = self.check(decision)
        if refusals:
            raise Refused(refusals)
        self.companies[0].carry_out(decision)
        answering.carry_out(self, decision.answers)

    def _hear_competitors(self) -> None:
        rivalry.hear(self)

    def _gather_data(self) -> None:
        trust = np.stack([c.trust for c in self.companies])
        collection = np.array([c.decision.collection_permille / 1000 for c in self.companies])
        self.contributors = self.market.contributors(trust, collection)
        for company in self.companies:
            company.remember_users(self.week)
            company.gather(self.contributors[company.index], self.ground)

    def _train_models(self) -> None:
        player = self.companies[0]
        before, was_open = player.quality, player.is_open
        for company in self.companies:
            is_released = company.train(self.week, self.ground)
            if is_released and company is player:
                weekly.tell_release(self, self.ground.overall(before))
        if player.is_open and not was_open:
            self.newsroom.tell(self.week + 1, "launch" if player.model >= 0 else "launch.early")

    def _publish_offers(self) -> None:
        scandals = [privacy.breaks_out(c, self.week, self.seed, self.ground) for c in self.companies]
        self.offers = publishing.offers(self.companies, self.scene, self.ground, scandals)
        self.scene.advertised = self.scene.press = 0.0

    def _let_users_choose(self) -> None:
        self.previous = self.market.people.service.copy()
        choices = self.market.choose(self.offers, self.week)
        for company in self.companies:
            company.welcome(choices.people[company.index])
        self.turnout = turnout_of(choices)
        clients.choose(self)

    def _settle_accounts(self) -> None:
        for company in self.companies:
            accounts.settle(company, self.ground)
            contracts.settle(company, self.ground)
            if self.offers.scandal[company.index]:
                privacy.suffer(company, self.ground)
            privacy.forgive(company, self.ground)
            told = funding.hear_programmes(company, self.week, self.seed, self.ground)
            if company.index == 0:
                weekly.tell_programmes(self, told)
            elif company.ledger.cash_won < 0:
                answering.close(self, company)

    def _hear_investors(self) -> None:
        answering.expire(self)
        sector.hear(self)
        buyers.hear(self)
        company = self.companies[0]
        if not any(not s.buys_all for s in self.sheets) and funding.is_asking(company, self.week):
            company.last_pitch = self.week
            shown = funding.pitch(company, self.companies[1:], self.week, self.ground)
            shown = replace(shown, rounds_seen=self.sector.seen(self.week))
            self.verdicts = tuple(investor.consider(shown) for investor in self.investors)
            for verdict in self.verdicts:
                answering.hear(self, shown, verdict)

    def _turn_event_card(self) -> None:
        if self.measures_ring or opening.asks_for(self.level, "loop."):
            self.ring = clients.ring(self)
        if self.level.events:
            now = values(self, self.week + 1)
            for card in self.deck.turn(self.level, now, self.week, self.seed):
                self.newsroom.tell(self.week + 1, "event", card=card.id, title=card.title)
                self.play_on(card.effects)

    def _write_report(self) -> None:
        company, week = self.companies[0], self.week + 1
        self.streaks = counted(self.level, values(self, week), self.streaks)
        self.ending = judge(
            self.level, self.streaks, week, company.ledger.cash_won, self.suit.sale is not None
        )
        self.running = self.ending.outcome is Outcome.RUNNING
        if company.ledger.cash_won < 0:
            answering.close(self, company)
        weekly.notice(self)
        self.reports.append(weekly.report(self, week, self.newsroom.print()))
        self.steps = self.week = week
        self.datacollector.collect(self)

    def play_on(self, effects: tuple[Effect, ...]) -> None:
        """Let an event card change the player's firm or the numbers of the market."""
        staging.play_on(self, effects)

    # --- questions; none of them changes anything

    def check(self, decision: Decision) -> tuple[Refusal, ...]:
        """Return why the player's decision cannot be carried out; empty when it can."""
        if self.ending.outcome is not Outcome.RUNNING:
            return (Refusal("", "over"),)
        company = self.companies[0]
        coming = answering.coming_won(self, decision.answers)
        return (
            *company.check(decision, self.ground, coming),
            *locked(decision, company.decision, self.level.start.locked),
            *not_here(decision, self.level.start.models),
            *answering.refused(self, decision),
        )

    def news(self, firm: int = 0) -> News:
        """Return what a firm can know at the start of the coming week."""
        return publishing.news(self, firm)

    def view(self) -> MarketView:
        """Return a read-only picture of the market."""
        return view.picture(self)

    def values(self) -> dict[str, Value]:
        """Return every value of the catalogue after the weeks played."""
        return values(self, self.week)

    def fingerprint(self) -> str:
        """Return 32 hexadecimal digits that differ as soon as any agent, firm or part of the market does."""
        running = digest.Digest()
        running.feed(self.columns.arrays)
        running.feed(self.market.tables())
        running.feed((self.week, self.seed, self.parameters, self.companies, self.contributors))
        running.feed((self.scene.advertised, self.scene.press, self.streaks, self.deck, self.newsroom.told))
        running.feed(self.sector)
        if self.scene.promise:
            running.feed(self.scene.promise)
        running.feed((self.sheets, self.suit))
        running.feed([rival.state() for rival in self.competitors])
        running.feed([investor.state() for investor in self.investors])
        running.feed(self.ending)
        return running.hex()

    def branch(self, seed: int | None = None) -> "MarketModel":
        """Return an independent copy for what-ifs, with the same luck or, given a seed, with another from now on.

        The people stay who they are, and the parameters what they are. What cannot change is shared.
        """
        shared: list[Any] = [self.level, self.given, self.founder, self.offers, self.ring, self.turnout]
        shared += [*self.reports, *self.market.reasons.weeks]
        twin = copy.deepcopy(self, {id(thing): thing for thing in shared})
        if seed is not None:
            twin.seed = twin.market.seed = seed
            lucky: tuple[Any, ...] = (*twin.investors, *twin.competitors, *twin.companies)
            for one in lucky:
                one.seed = seed
        return twin
