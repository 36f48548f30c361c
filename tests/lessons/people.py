"""D4, D5, D19, D26 to D28: what people feel, why they leave, and what brings them."""

from dataclasses import replace

from agents.messages import Source, Term
from game.study.views import views_of
from game.world.level import Level
from game.world.model import MarketModel
from game.world.money import Reason
from tests.lessons.arms import Lesson, given, market, played, starting, way
from tests.lessons.readings import (
    CLASSICAL,
    DEEP,
    OPEN,
    PLENTY,
    RULES,
    SLOW,
    earned,
    leavers_for,
    quality,
    unfelt,
    users,
)
from tests.levels_for_tests import RIVAL

ALONE = market(34, 1500)


def test_D4_people_leave_what_is_slow_awkward_dear_or_bad_and_say_which() -> None:
    modest = replace(RIVAL, quality=0.5, engineers=0)  # what people compare with: nothing to write home about
    town = market(42, 1200, rivals=(modest,))
    good = OPEN | {"model": DEEP, "buying_won": PLENTY, "ux_won": 8_000_000}
    for terms, worse, deaf in (
        ((Term.SPEED,), {"infrastructure": SLOW}, {"b_lat": 0.0, "b_lat1": 0.0}),
        ((Term.UX,), {"ux_won": 0}, {"b_ux": 0.0}),
        ((Term.PRICE,), {"price_won": 900}, {"b_price": 0.0}),
        ((Term.QUALITY, Term.FIT), {"buying_won": 0}, {"b_q": 0.0}),
    ):
        said = Lesson(town, way(**good), way(**(good | worse)), leavers_for(*terms), 0.25)
        said.holds(given(town, **deaf))


def test_D5_the_same_week_looks_different_to_the_model_the_books_and_the_people() -> None:
    ours, theirs = (
        way(model=CLASSICAL, **source, **OPEN) for source in ({"buying_won": PLENTY}, {"open_data": True})
    )
    metrics = Lesson(ALONE, ours, theirs, unfelt, 0.05)
    metrics.holds(given(ALONE, B_shift=0.0))
    seen = views_of(played(ALONE, theirs, 1)).quarrel
    assert seen is not None
    assert seen.code == "test-is-not-them"
    fair, cheap = way(model=RULES, **OPEN), way(model=RULES, price_won=60, **OPEN)
    Lesson(ALONE, fair, cheap, users, 10_000).holds(given(ALONE, b_price=0.0))
    Lesson(ALONE, cheap, fair, earned(Reason.USERS), 50_000_000).holds(given(ALONE, arpu=0.0))


def test_D19_selling_what_people_wrote_pays_until_one_tells_the_other() -> None:
    level = given(ALONE, hz_scandal=0.05)
    keeps = way(model=RULES, governance_won=600_000, **OPEN)
    sells = way(model=RULES, governance_won=600_000, sell_data=True, **OPEN)
    Lesson(level, keeps, sells, earned(Reason.DATA_SALE), 2_000_000).holds(given(level, sell_rev=0.0))
    Lesson(level, sells, keeps, users, 8_000).holds(given(level, hz_scandal=0.0))

    def gossiping(level: Level) -> Level:
        return given(level, retell=1.0)

    def carried(world: MarketModel) -> float:
        return max(report.stories for report in world.reports)

    silent = given(level, retell=0.0, storm=1.0, wom=0.25)
    heard = Lesson(silent, sells, sells, carried, 50_000, elsewhere=gossiping)
    heard.holds(given(silent, wom=0.0))


def test_D26_who_sees_the_analysis_at_work_waits_gladly_and_who_does_not_wants_it_at_once() -> None:
    level = market(40, 1500)
    good = OPEN | {"model": DEEP, "buying_won": PLENTY}
    slow, fast, shown = way(infrastructure=SLOW, **good), way(**good), way(is_visible=True, **good)
    visible = starting(level, decision=replace(level.start.decision, is_visible=True))
    Lesson(level, slow, fast, users, 10_000).holds(visible)
    nobody_cares = {"labor": 0.0, "b_lat": 0.0, "b_lat1": 0.0}
    Lesson(level, fast, shown, users, 10_000).holds(given(level, **nobody_cares))
    # Where nobody waits, a better model that answers late holds fewer people than a worse one that answers at once.
    hasty = given(level, b_lat=0.1, b_lat1=0.6)
    at_once = way(model=CLASSICAL, buying_won=PLENTY, **OPEN)
    assert quality(played(hasty, slow, 1)) > quality(played(hasty, at_once, 1)) + 0.1
    Lesson(hasty, slow, at_once, users, 10_000).holds(given(hasty, **nobody_cares))


def test_D27_content_holds_people_before_there_is_a_model_worth_the_name() -> None:
    bare, rich = (way(model=DEEP, **(OPEN | {"content_won": won})) for won in (0, 7_200_000))
    Lesson(ALONE, bare, rich, users, 3_000).holds(given(ALONE, b_content=0.0))


def test_D28_design_brings_people_and_questions_well_asked_bring_cleaner_answers() -> None:
    plain, designed = way(model=DEEP, **OPEN), way(model=DEEP, ux_won=5_000_000, **OPEN)
    Lesson(ALONE, plain, designed, users, 5_000).holds(given(ALONE, b_ux=0.0))

    def worth_of_an_item(world: MarketModel) -> float:
        last = world.reports[-1]
        return last.effective_items / max(last.data_items[Source.SERVICE], 1.0)

    clumsy, careful = (
        way(model=DEEP, labelling_won=3_000_000, feedback_permille=share, **OPEN) for share in (0, 900)
    )
    Lesson(ALONE, clumsy, careful, worth_of_an_item, 0.05).holds(given(ALONE, svc_noise=0.0))
