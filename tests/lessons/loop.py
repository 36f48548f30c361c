"""D10, D11, D13, D14, D16, D31: the circle of too few users, too little data and too weak a model, and what breaks it."""

from dataclasses import replace

from agents.messages import Link
from game.content.words import Words
from game.study.bots import BREAKS, TRAP
from game.ui.readings import ending
from game.world.level import Kind, Level, Objective
from game.world.model import MarketModel
from game.world.money import Reason
from game.world.report import Outcome, Ring
from tests.lessons.arms import Lesson, Way, given, market, played, reached, starting, way
from tests.lessons.readings import (
    BEST,
    CLASSICAL,
    DEEP,
    OPEN,
    RULES,
    effective,
    own_items,
    quality,
    spent,
    unfelt,
    users,
)
from tests.levels_for_tests import RIVAL, reference, text

YEAR = market(44, 50)
TOWN = market(40, 1500)
SMALL = OPEN | {
    "model": CLASSICAL,
    "labelling_won": 4_000_000,
    "feedback_permille": 500,
    "marketing_won": 6_000_000,
}


def ring_of(level: Level) -> Ring:
    """The circle of the small service as it was measured in the last week."""
    return played(level, way(**SMALL), 1, measures_ring=True).reports[-1].ring


def test_D10_few_users_leave_few_data_few_data_a_poor_model_and_a_poor_model_few_users() -> None:
    known, bought = SMALL | {"marketing_won": 60_000_000}, SMALL | {"buying_won": 5_000_000}
    deaf, dull, blunt = given(TOWN, svc_items=0.0), given(TOWN, n0_ml=1e15), given(TOWN, b_q=0.0)
    Lesson(TOWN, way(**SMALL), way(**known), own_items, 50_000).holds(deaf)
    Lesson(TOWN, way(**SMALL), way(**known), quality, 0.02).holds(deaf)
    Lesson(TOWN, way(**SMALL), way(**bought), quality, 0.02).holds(dull)
    Lesson(TOWN, way(**SMALL), way(**bought), users, 3_000).holds(blunt)
    assert not any(arrow.is_broken for arrow in ring_of(TOWN).arrows)
    for start, level in ((Link.USERS, deaf), (Link.DATA, dull), (Link.PERFORMANCE, blunt)):
        assert next(arrow for arrow in ring_of(level).arrows if arrow.start is start).is_broken
        assert ring_of(level).gain < 0.01 < ring_of(TOWN).gain


# Without what each push works through: nothing to learn with, nothing to learn from, nobody who hears or looks.
WITHOUT = {
    "performance": {"E_rule": 0.5, "rule_dk": 0.0, "Einf_ml": 0.5, "n0_dk": 0.0, "spec": 0.0},
    "data": {"item_cost": 1e12, "svc_items": 0.0},
    "users": {"b_content": 0.0, "b_ux": 0.0, "labor": 0.0, "aw_mkt": 0.0, "cpi": 1e12},
}


def has_escaped(world: MarketModel) -> float:
    last = world.reports[-1]
    return world.companies[0].is_alive and last.users >= 5_000 and last.quality >= 0.5


def test_D11_any_one_link_broken_sets_the_circle_turning_and_none_always() -> None:
    level, seeds = replace(reference(104, 1000), jitter=0.15), (1, 2, 3)
    trap, failed = Way(policy=TRAP), 0
    for link, orders in BREAKS.items():
        push = Way(policy=replace(TRAP, **orders))
        exit_ = Lesson(level, trap, push, has_escaped, 0.6, seeds)
        exit_.shows()
        replace(exit_, seeds=seeds[1:]).goes(given(level, **WITHOUT[link]))
        failed += not all(has_escaped(played(level, push, seed)) for seed in seeds)
    assert failed == len(BREAKS)
    assert not any(has_escaped(played(level, how, seed)) for how in (trap, Way()) for seed in seeds)


def test_D13_a_heap_of_raw_data_trains_nothing_until_it_is_cleaned() -> None:
    level = market(30, 50)
    heap, cleaned = (way(model=DEEP, crawl_items=200_000, labelling_won=won) for won in (0, 20_000_000))
    Lesson(level, heap, cleaned, effective, 50_000).holds(given(level, crawl_yield=0.0))
    assert effective(played(level, heap, 1)) == 0
    idle = starting(level, locked=frozenset({"crawl_items"}))
    Lesson(level, cleaned, heap, lambda w: w.reports[-1].backlog_items[0], 1_000_000).holds(idle)
    data = spent(Reason.ANNOTATORS, Reason.CRAWLER, Reason.CRAWLING)
    Lesson(level, way(model=DEEP), cleaned, data, 500_000_000).holds(
        starting(level, locked=frozenset({"crawl_items", "labelling_won"}))
    )


def test_D14_open_data_cost_nothing_and_are_few_and_about_somebody_else() -> None:
    none, free = way(model=CLASSICAL), way(model=CLASSICAL, open_data=True)
    Lesson(YEAR, none, free, quality, 0.1).holds(given(YEAR, open_n=0.0))
    assert spent(*Reason)(played(YEAR, free, 1)) == spent(*Reason)(played(YEAR, none, 1))
    bought = way(model=CLASSICAL, buying_won=1_000_000)
    Lesson(YEAR, bought, free, unfelt, 0.08).holds(given(YEAR, open_dist=0.08, culture=0.0))

    def still_comes(world: MarketModel) -> float:
        return effective(world) - world.reports[20].effective_items

    Lesson(YEAR, free, bought, still_comes, 10_000).holds(
        starting(YEAR, locked=frozenset({"buying_won", "open_data"}))
    )


def test_D16_an_own_service_grows_its_data_and_asking_well_cleans_them() -> None:
    some = OPEN | {"model": RULES, "labelling_won": 2_000_000, "feedback_permille": 100}
    few = some | {"marketing_won": 3_000_000}
    Lesson(TOWN, way(**few), way(**some), own_items, 30_000).holds(given(TOWN, aw_mkt=0.0, cpi=1e12))
    asked = some | {"feedback_permille": 900}
    Lesson(TOWN, way(**some), way(**asked), own_items, 100_000).holds(given(TOWN, svc_items=0.0))
    # Where questions get in the way, whoever asks at every turn loses people to it.
    touchy = given(TOWN, nag=0.8)
    Lesson(touchy, way(**asked), way(**some), users, 10_000).holds(given(touchy, nag=0.0))


def at_least(name: str, number: float) -> Objective:
    """An objective of a level: a value that must be reached."""
    return Objective(name, Kind.WIN, reached(name, number), text(name))


WHOLE = {
    "model": BEST, "experts": 1, "buying_won": 8_000_000, "ux_won": 2_600_000, "content_won": 1_800_000,
    "marketing_won": 5_000_000, "opens_early": True, "is_visible": True,
}  # fmt: skip
LEGS = {
    "technology": ({"model": DEEP, "experts": 0, "buying_won": 0}, {"b_q": 0.0}),
    "business": ({"price_won": 0}, {"arpu": 0.0}),
    "users": (
        {"marketing_won": 0, "content_won": 0, "ux_won": 0},
        {"aw_mkt": 0.0, "cpi": 1e12, "b_content": 0.0},
    ),
}


def has_won(world: MarketModel) -> float:
    return world.ending.outcome is Outcome.WON


def test_D31_technology_business_and_users_stand_together_or_not_at_all() -> None:
    goals = (at_least("quality", 0.6), at_least("revenue", 8_000_000.0), at_least("users", 20_000.0))
    level = starting(market(60, 600, rivals=(RIVAL,), objectives=goals), cash_won=3_000_000_000)
    for cut, numbers in LEGS.values():
        together = Lesson(level, way(**(WHOLE | cut)), way(**WHOLE), has_won, 1.0)
        together.holds(given(level, **numbers))
    # The end shows a lamp for each: whoever cuts a leg sees that lamp darken.
    short = starting(replace(level, objectives=()), cash_won=2_400_000_000)

    def lamps(how: Way) -> dict[str, float]:
        view = played(short, how, 1, measures_ring=True).view()
        return {lamp.id: lamp.share for lamp in ending.lamps(Words("en"), view)}

    whole = lamps(way(**WHOLE))
    assert min(whole.values()) >= ending.LIT
    for leg, (cut, _) in LEGS.items():
        assert lamps(way(**(WHOLE | cut)))[leg] < 0.7 * whole[leg]
