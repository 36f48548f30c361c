"""One way to play that wins everywhere would teach nothing: fixed plans are counted, and given up early."""

from dataclasses import replace

from game.study import fixed
from game.study.fixed import CONSTANTS, MOST_LEVELS, WORLDS, Fixed, Tally, entry, everybody, judge
from game.world.conditions import ALWAYS, NEVER
from game.world.level import Kind, Objective, Order, Plan
from tests.levels_for_tests import text, tiny


def _level(number, *, is_easy, plans=()):
    """Return a level that everybody wins in the first week, or nobody ever."""
    goal = Objective("goal", Kind.WIN, ALWAYS if is_easy else NEVER, text("x"))
    return replace(tiny(weeks=2), id=f"level-{number}", hash=f"{number}", objectives=(goal,), plans=plans)


def test_everybody_is_every_bot_every_plan_of_every_level_and_the_constant_decisions():
    plan = Plan("cheap", text("Cheap"), (Order(ALWAYS, (("price_won", 100),)),))
    found = list(everybody([_level(0, is_easy=True, plans=(plan,)), _level(1, is_easy=True, plans=(plan,))]))
    names = [one.name for one in found]
    assert names[: len(fixed.BOTS)] == list(fixed.BOTS)
    assert names[len(fixed.BOTS) :][:2] == ["level-0/cheap", "level-1/cheap"]
    assert len(found) == len(fixed.BOTS) + 2 + CONSTANTS
    assert len({one.key for one in found}) == len(found)


def test_who_wins_more_than_four_levels_is_found_and_who_wins_four_is_not():
    five = [_level(n, is_easy=n < MOST_LEVELS + 1) for n in range(6)]
    four = [_level(n, is_easy=n < MOST_LEVELS) for n in range(6)]
    assert [t.who.name for t in judge(five, [Fixed("nothing")], {}).too_good] == ["nothing"]
    assert judge(four, [Fixed("nothing")], {}).too_good == ()


def test_a_plan_that_cannot_win_too_many_any_more_is_not_tried_further():
    tally = Tally(Fixed("trap"), [0] * 12, [0] * 12)
    played = 0
    while (wanted := tally.next_world()) is not None:
        tally.note(wanted[0], is_won=False)
        played += 1
    assert played == len(tally.won) - MOST_LEVELS + 1  # one world each, of as many levels as it takes
    assert tally.levels == 0


def test_a_plan_that_leads_everywhere_is_tried_until_most_worlds_say_so():
    tally = Tally(Fixed("trap"), [0] * 12, [0] * 12)
    while (wanted := tally.next_world()) is not None:
        tally.note(wanted[0], is_won=True)
    assert tally.levels == MOST_LEVELS + 1
    assert max(tally.won) == WORLDS // 2 + 1


def test_games_that_are_known_are_not_played_again(monkeypatch):
    levels, who, known = [_level(n, is_easy=True) for n in range(5)], [Fixed("nothing")], {}
    first = judge(levels, who, known)
    assert entry(levels[0], who[0], 1) in known

    def nobody(*_):
        raise AssertionError("played again")

    monkeypatch.setattr(fixed, "_play", nobody)
    assert judge(levels, who, known) == first


def test_the_plan_of_another_level_leaves_alone_what_is_locked_here():
    plan = Plan("cheap", text("Cheap"), (Order(ALWAYS, (("price_won", 100), ("ux_won", 2_000_000))),))
    level = tiny(weeks=3)
    level = replace(level, start=replace(level.start, locked=frozenset({"price_won"})))
    assert not fixed._play((level,), (0, Fixed("elsewhere/cheap", plan), 1))


def test_a_constant_decision_is_the_same_in_every_week_and_every_level():
    level, who = tiny(), Fixed("constant-3", number=3)
    from game.world.model import MarketModel

    world = MarketModel(level, 1)
    first = who.player(level, 1)(world)
    world.play_week(first.hold())
    second = who.player(level, 1)(world)
    assert (first.model, first.price_won, first.is_visible) == (
        second.model,
        second.price_won,
        second.is_visible,
    )
