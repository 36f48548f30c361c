"""A fan of futures: wide where luck decides, narrow where nothing does, and blind to what the player cannot know."""

import math
import statistics
from dataclasses import replace

import pytest

from agents.messages import Decision
from game.play.playthrough import Playthrough
from game.study.forecast import CURVES, QUANTILES, Fan, forecast, quantile
from game.study.progress import answer
from game.study.unknown import in_the_dark, other_seed
from game.world.level import Effect, EventCard
from game.world.model import MarketModel
from game.world.report import Outcome
from tests.levels_for_tests import text, tiny
from tests.study import games


@pytest.fixture(scope="module")
def fan() -> Fan:
    with games.game(weeks=12) as game:
        return answer(forecast(game.model, weeks=10, copies=8))


def test_every_curve_has_a_point_for_each_week_to_come(fan: Fan) -> None:
    assert (fan.week, fan.copies) == (12, 8)
    assert set(fan.curves) == set(CURVES)
    for bands in fan.curves.values():
        assert [len(band) for band in bands] == [10] * len(QUANTILES)
    assert sum(fan.outcomes.values()) == 8


def test_quantiles_never_cross(fan: Fan) -> None:
    for bands in fan.curves.values():
        for week in range(10):
            points = [band[week] for band in bands]
            assert points == sorted(points)


def test_what_luck_decides_spreads_with_time(fan: Fan) -> None:
    users = fan.curves["users"]
    width = [high - low for low, high in zip(users[0], users[-1], strict=True)]
    assert width[-1] > width[0] > 0


def test_the_same_question_gets_the_same_answer(fan: Fan) -> None:
    with games.game(weeks=12) as game:
        assert answer(forecast(game.model, weeks=10, copies=8)) == fan


def test_looking_ahead_changes_nothing(played: Playthrough) -> None:
    with games.game(weeks=5) as game:
        before = game.model.fingerprint()
        answer(forecast(game.model, Decision(marketing_won=2_000_000), weeks=4, copies=2))
        assert game.model.fingerprint() == before


def test_the_worlds_own_luck_is_never_among_the_copies() -> None:
    seeds = [other_seed(7, number) for number in range(200)]
    assert 7 not in seeds
    assert len(set(seeds)) == 200


def test_a_card_that_nobody_has_seen_is_in_no_forecast() -> None:
    windfall = EventCard("windfall", games.in_week(10), text("."), text("."),
                         effects=(Effect("cash", 1.0, 9e9),))  # fmt: skip
    level = tiny(weeks=20, agents=400, events=(windfall,))
    with games.game(level, weeks=6) as game:
        seen = answer(forecast(game.model, weeks=8, copies=2))
        unseen = answer(forecast(game.model.branch(), weeks=8, copies=2))
    assert max(seen.curves["cash"][-1]) < 1e9
    assert seen == unseen
    plain = tiny(weeks=20, agents=400)
    with games.game(plain, weeks=6) as game:
        assert answer(forecast(game.model, weeks=8, copies=2)).curves == seen.curves


def jittery() -> MarketModel:
    return MarketModel(tiny(weeks=200, agents=400, jitter=0.3), 3)


def test_hidden_numbers_of_the_world_are_not_looked_up_and_the_people_stay() -> None:
    world = jittery()
    one, other = in_the_dark(world, 0), in_the_dark(world, 1)
    assert world.parameters != one.parameters != other.parameters
    assert one.market.nature.wom == one.parameters.wom != world.parameters.wom
    assert one.ground.parameters == one.parameters == one.scene.parameters
    assert (one.market.people.taste == world.market.people.taste).all()


def test_before_the_first_week_a_player_knows_no_more_than_the_level_says() -> None:
    world = jittery()
    strangers = MarketModel(world.level, other_seed(3, 0)).parameters
    assert in_the_dark(world, 0).parameters.arpu == pytest.approx(strangers.arpu)


def test_the_longer_somebody_watches_the_closer_the_belief_comes_to_the_truth() -> None:
    world, errors = jittery(), []
    for week in (0, 26, 104):
        world.week = week
        copies = [in_the_dark(world, number).parameters for number in range(6)]
        names = ("arpu", "wom", "consider", "half_life", "item_cost", "cpi", "E0", "forget")
        gaps = [abs(math.log(getattr(c, n) / getattr(world.parameters, n))) for c in copies for n in names]
        errors.append(statistics.mean(gaps))
    assert errors[0] > errors[1] > errors[2] > 0


def test_without_jitter_there_is_nothing_hidden_to_draw() -> None:
    world = MarketModel(tiny(weeks=20, agents=400), 3)
    assert in_the_dark(world, 0).parameters == world.parameters


def test_a_firm_that_runs_out_of_money_in_every_future_is_foretold_to() -> None:
    level = tiny(weeks=40, agents=400)
    level = replace(level, start=replace(level.start, cash_won=60_000_000))
    with games.game(level, weeks=2) as game:
        found = answer(forecast(game.model, weeks=26, copies=4))
    assert found.outcomes == {Outcome.LOST: 4}
    assert found.running[0] == 1.0
    assert found.running[-1] == 0.0


def test_a_forecast_ends_with_the_level() -> None:
    with games.game(tiny(weeks=8, agents=400), weeks=6) as game:
        found = answer(forecast(game.model, copies=2))
    assert len(found.running) == 2


def test_a_dear_plan_is_foretold_to_cost(fan: Fan) -> None:
    with games.game(weeks=12) as game:
        order = replace(game.decision, marketing_won=game.decision.marketing_won + 50_000_000)
        dear = answer(forecast(game.model, order, weeks=10, copies=8))
    assert dear.curves["cash"][2][-1] < fan.curves["cash"][2][-1] - 300_000_000


def test_a_quantile_lies_where_it_should() -> None:
    assert [quantile([4.0, 1.0, 3.0, 2.0, 5.0], share) for share in (0.0, 0.25, 0.5, 1.0)] == [1, 2, 3, 5]
    assert quantile([0.0, 10.0], 0.9) == pytest.approx(9.0)
    assert quantile([7.0], 0.3) == 7.0
