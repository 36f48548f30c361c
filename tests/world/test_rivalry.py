"""Rivals of every strategy under one roof: the same orders, the same books, and what each does to the market."""

from dataclasses import replace

import numpy as np
import pytest

from agents.messages import Decision
from agents.motives import RULES
from agents.specialists import LOOK_BACK_WEEKS, Niche
from game.study.bots import decision_of
from game.world.copying import COPY_STEP, FIRST_COPY, CopyingCompany, watching
from game.world.level import Level, Rival, Strategy
from game.world.model import MarketModel
from game.world.niches import NicheCompany
from game.world.publishing import offers
from game.world.report import Outcome
from tests.levels_for_tests import FOLLOWER, RIVAL, reference, text, tiny
from tests.patterns.play import broken
from tests.world.worlds import TRAP, by_segment, firm, ground

NOBODY = by_segment(0, 0, 0, 0)
WINNER = broken("performance", "users")


def rival(strategy: Strategy, share: float = 0.02, **more: object) -> Rival:
    return replace(
        RIVAL, id=strategy.value, name=text(strategy.value), strategy=strategy, share=share, **more
    )


EVERYBODY = (RIVAL, FOLLOWER, *(rival(s) for s in Strategy if s not in (RIVAL.strategy, FOLLOWER.strategy)))


def played(level: Level, seed: int = 1, policy=WINNER) -> MarketModel:
    model = MarketModel(level, seed)
    model.measures_ring = False
    while model.ending.outcome is Outcome.RUNNING:
        model.play_week(decision_of(policy, model.news(), level))
    return model


# --- the firm that copies


def follower() -> CopyingCompany:
    return watching(2, FOLLOWER, NOBODY, ground())


def on_offer(quality: float = 0.8, content: float = 0.5):
    """The offers of a week in which the player is as good as this."""
    player = firm()
    player.skill = player.lab_skill = np.full(4, quality)
    player.content, player.has_launched = content, True
    player.trust = np.full(4, 0.4)
    model = MarketModel(tiny(), 1)
    return offers((player,), model.scene, ground())


def entering() -> CopyingCompany:
    copy = follower()
    copy.study(on_offer(), ground())
    copy.carry_out(replace(copy.decision, opens_early=True, engineers=12, marketing_won=3_300_000))
    return copy


def test_before_it_enters_a_copy_is_closed_and_offers_nothing():
    copy = follower()
    copy.study(on_offer(), ground())
    copy.train(1, ground())
    assert not copy.is_open
    assert copy.quality.max() == 0


def test_a_copy_moves_two_per_cent_of_the_way_to_92_per_cent_of_the_players_quality():
    copy = entering()
    expected = FIRST_COPY
    for week in range(1, 60):
        copy.train(week, ground())
        expected += COPY_STEP * (0.92 * 0.8 - expected)
        assert copy.quality.tolist() == pytest.approx([expected] * 4)
    assert copy.is_open


def test_it_takes_seven_tenths_of_all_else_even_of_lost_trust():
    copy = entering()
    assert (copy.ux, copy.content) == (pytest.approx(0.7 * 0.25), pytest.approx(0.7 * 0.5))
    assert copy.trust.tolist() == pytest.approx([0.7 - 0.7 * 0.3] * 4)


def test_its_campaign_shows_it_to_a_hundredth_of_those_who_do_not_know_it_and_no_faster_than_eyes_are_free():
    copy = entering()
    assert copy.shown == pytest.approx(0.010)
    copy.carry_out(replace(copy.decision, marketing_won=10**10))
    assert copy.shown == 0.05


def test_a_copy_that_nobody_works_on_stands_still():
    copy = entering()
    copy.train(1, ground())
    before = copy.quality.copy()
    copy.carry_out(replace(copy.decision, engineers=0))
    copy.train(2, ground())
    assert copy.quality.tolist() == before.tolist()


def test_a_follower_takes_some_but_not_most_of_the_pioneers_users():
    """P22: three years later a pioneer has between 0.60 and 0.97 of the users it would have had alone."""
    alone, followed = tiny(156, 3000, jitter=0.15), reference(156, 3000, jitter=0.15)
    shares = []
    for seed in range(1, 4):
        with_it, without = played(followed, seed), played(alone, seed)
        assert with_it.companies[2].is_open
        shares.append(with_it.reports[-1].users / without.reports[-1].users)
    assert 0.60 < np.median(shares) < 0.97


# --- the others


def test_a_niche_product_is_best_for_its_own_people_and_worse_the_further_they_are():
    model = MarketModel(tiny(rivals=(rival(Strategy.NICHE, segment=1),)), 1)
    niche = model.companies[1]
    assert isinstance(niche, NicheCompany)
    far = model.level.distances[1]
    assert [round(q, 6) for q in niche.quality.tolist()] == [round(0.62 * (1 - d), 6) for d in far]


def moving(model: MarketModel) -> Niche:
    """Let the niche firm of a world believe that it has been losing for a quarter."""
    head = model.competitors[0]
    assert isinstance(head, Niche)
    head.shares = (1.0,) * LOOK_BACK_WEEKS
    return head


def test_a_niche_firm_that_is_losing_turns_to_the_larger_segment_next_door():
    model = MarketModel(tiny(20, rivals=(rival(Strategy.NICHE, segment=1),)), 1)
    before = model.companies[1].quality.copy()
    moving(model)
    for _ in range(10):
        model.step()
    after = model.companies[1].quality
    assert model.companies[1].aim == 0
    assert after[0] > before[0]
    assert after[1] < before[1]
    assert [n.id for r in model.reports for n in r.news].count("rival.aims") == 1


def test_a_model_given_away_makes_learning_easier_for_everybody():
    level = tiny(60, rivals=(rival(Strategy.COMMODITISER),))
    model = MarketModel(level, 1)
    for _ in range(55):
        model.play_week(Decision(engineers=0))
    p, first = model.parameters, level.parameters
    times = [n.id for r in model.reports for n in r.news].count("rival.publishes")
    assert times >= 1
    assert p.n0_dl == pytest.approx(first.n0_dl * 0.85**times)
    assert p.open_dist == pytest.approx(first.open_dist - 0.05 * times)
    assert model.ground.parameters is p
    assert model.companies[1].quality.min() > 0.62 + 0.02 * times  # it uses them itself


def test_a_rival_that_cannot_pay_keeps_its_old_orders_and_says_so():
    poor = rival(Strategy.NICHE, segment=1, cash_won=5_000_000, share=0.0)
    model = MarketModel(tiny(4, rivals=(poor,)), 1)
    moving(model)
    model.play_week(model.news().decision)
    assert model.companies[1].refused == ("ux_won:cash",)
    assert model.companies[1].aim == 1


# --- all together


@pytest.fixture(scope="module")
def crowded() -> MarketModel:
    return played(tiny(120, 2000, rivals=EVERYBODY, jitter=0.15))


def test_every_rivals_every_won_is_accounted_for(crowded):
    assert len(crowded.companies) == 7
    for company in crowded.companies:
        ledger = company.ledger
        assert ledger.opening_won + sum(ledger.totals.values()) == ledger.cash_won


def test_every_rival_can_say_why_it_did_what_it_did(crowded):
    for head in crowded.competitors:
        names = tuple(name for name, _ in head.motive.figures)
        assert names == RULES[head.motive.rule]
        assert head.motive.rule.split(".")[0] != "holds"


def test_nobody_is_counted_twice_in_a_crowded_market(crowded):
    users = crowded.market.people_by_firm().sum()
    assert 0 < users < crowded.level.people
    assert all(np.isfinite(c.quality).all() and (c.quality <= 1).all() for c in crowded.companies)


def test_a_crowded_world_comes_out_the_same_twice_and_in_a_branch():
    level = tiny(40, 500, rivals=EVERYBODY)
    first, second = MarketModel(level, 3), MarketModel(level, 3)
    for _ in range(20):
        first.step()
        second.step()
    twin = second.branch()
    for _ in range(10):
        first.step()
        twin.step()
    assert first.fingerprint() == twin.fingerprint()


def test_a_branch_with_other_luck_gives_the_rivals_other_luck_too():
    model = MarketModel(tiny(40, 500, rivals=(rival(Strategy.COMMODITISER),)), 3)
    assert [head.seed for head in model.branch(9).competitors] == [9]


def test_a_doomed_trap_meets_a_follower_that_never_comes():
    model = MarketModel(reference(40, 500, start=replace(tiny().start, decision=TRAP)), 1)
    for _ in range(40):
        model.step()
    copy = model.companies[2]
    assert not copy.has_launched
    assert copy.users_now == 0
