"""An advisor that tries first: the same question gets the same table, every count can be counted again, and nothing is touched."""

from dataclasses import replace

import pytest

from game.content.words import Words
from game.play.playthrough import Playthrough
from game.study import advice_told
from game.study.advice import Advice, End, Tried, advise
from game.study.branches import Branch, rows
from game.study.ideas import IDEAS, MOST_IDEAS, Idea, ideas_of, ordered
from game.study.progress import answer
from game.study.recording import Recording
from game.world.level import Level
from game.world.model import MarketModel
from game.world.report import Outcome
from tests.levels_for_tests import START, tiny
from tests.study import games

WEEK, WORLDS = 24, 3


@pytest.fixture(scope="module")
def advice(recorded: Recording) -> Advice:
    return answer(advise(recorded, WEEK, worlds=WORLDS, processes=1))


def test_every_idea_is_possible_and_differs_from_the_plan(recorded: Recording) -> None:
    for week in range(recorded.weeks):
        world = recorded.at(week)
        plan = world.companies[0].decision.hold()
        ideas = ideas_of(recorded, week, plan)
        assert len(ideas) <= MOST_IDEAS
        for idea in ideas:
            assert idea.id in IDEAS
            if idea.since > week:
                assert ordered(plan, idea) != plan
                assert not world.check(ordered(plan, idea))
        world.release()


def test_no_idea_touches_a_lever_that_the_level_locks() -> None:
    locked = frozenset({"labelling_won", "marketing_won", "model", "feedback_permille", "ux_won"})
    level = tiny(weeks=10, agents=400, start=replace(START, locked=locked))
    recording = Recording.played(level, 3, ({},) * 4, 4)
    ideas = ideas_of(recording, 4, recording.decisions[-1].hold())
    assert ideas
    assert not {name for idea in ideas for name, _ in idea.changes} & locked


def test_the_same_question_gets_the_same_table(recorded: Recording, advice: Advice) -> None:
    assert answer(advise(recorded, WEEK, worlds=WORLDS, processes=1)) == advice
    assert advice.worlds == WORLDS
    assert {len(tried.ends) for tried in advice.tried} == {WORLDS}


def test_what_the_advisor_counts_can_be_counted_again_by_run(recorded: Recording, advice: Advice) -> None:
    for tried in [t for t in advice.tried if t.idea.since > WEEK][:2]:
        again = list(rows(recorded, Branch("x", WEEK, tried.idea.changes), range(1, WORLDS + 1)))
        assert [(r.seed, r.outcome, r.users, r.cash_won) for r in again] == [
            (e.seed, e.outcome.value, e.users, e.cash_won) for e in tried.ends
        ]
    plan = list(rows(recorded, Branch("plan", WEEK), range(1, WORLDS + 1)))
    assert [r.cash_won for r in plan] == [e.cash_won for e in advice.ends]


def test_one_idea_may_look_back_and_is_held_against_the_same_past(advice: Advice) -> None:
    past = [tried for tried in advice.tried if tried.idea.id == "earlier"]
    assert len(past) == 1
    assert past[0].idea.since == past[0].idea.told_week - 2 < WEEK
    assert [a.seed for a in past[0].ends] == [b.seed for b in past[0].plan]
    assert advice.best != "earlier"


def test_asking_changes_nothing_in_the_game(played: Playthrough) -> None:
    before = played.model.fingerprint()
    recording = Recording.of(played)
    with pytest.raises(ValueError, match="no week left"):
        answer(advise(recording, processes=1, worlds=1))
    assert played.model.fingerprint() == before


def test_somebody_who_loses_interest_stops_it_at_once(recorded: Recording) -> None:
    steps = advise(recorded, WEEK, worlds=WORLDS, processes=1)
    first = next(steps)
    assert (first.done, first.answer) == (1, None)
    steps.close()
    assert list(steps) == []


def test_an_unseen_card_and_the_own_luck_are_in_no_world(recorded: Recording, advice: Advice) -> None:
    assert recorded.seed not in {end.seed for end in advice.ends}
    bare = replace(recorded.level, events=recorded.level.events[:1])
    before_the_rumour = answer(advise(_played(recorded.level, 12), worlds=1, processes=1))
    without_it = answer(advise(_played(bare, 12), worlds=1, processes=1))
    assert [e.users for e in before_the_rumour.ends] == [e.users for e in without_it.ends]


def test_nothing_is_advised_that_does_not_lead_by_more_than_luck() -> None:
    idea = Idea("clean", 5, (("labelling_won", 5),))
    plan = tuple(_end(n, 1.0) for n in range(20))
    even = Tried(idea, tuple(_end(n, 1.0 + (0.1 if n % 2 else -0.1)) for n in range(20)), plan)
    slight = Tried(idea, tuple(_end(n, 1.0 + 1e-5) for n in range(20)), plan)
    clear = Tried(idea, tuple(_end(n, 1.1 if n < 15 else 0.9) for n in range(20)), plan)
    assert (even.leads, slight.leads, clear.leads) == (False, False, True)
    assert (slight.better, clear.better, clear.worse) == (0, 15, 5)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_advice_is_told_with_its_counts(recorded: Recording, advice: Advice, language: str) -> None:
    words = Words("ko" if language == "ko" else "en")
    lines = list(advice_told.lines(words, recorded.level, advice))
    assert len([line for line in lines if line.startswith("  ") and line[2] != " "]) == 1 + len(advice.tried)
    for name in IDEAS:
        if name != "earlier":
            assert words.say(f"advice.idea.{name}")
    nothing = replace(advice, best=None)
    assert str(len(advice.tried)) in advice_told.headline(words, recorded.level, nothing)


def _played(level: Level, weeks: int) -> Recording:
    return Recording.played(level, games.SEED, games.orders(level, weeks), weeks)


def _end(number: int, merit: float) -> End:
    return End(number, Outcome.TIME, 9, 0, 0, 1.0, 1, merit, 0)


def test_before_the_first_week_there_is_something_to_try_too() -> None:
    recording = Recording.played(tiny(weeks=6, agents=400), 3, (), 0)
    world = MarketModel(recording.level, 3)
    assert ideas_of(recording, 0, world.companies[0].decision.hold())
