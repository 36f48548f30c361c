"""Drawn forecasts: the rule that scores them rewards the truth, and a drawing survives the journal to the last unit."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.play.notes import Note
from game.play.playthrough import Playthrough
from game.play.replay import Status, verify
from game.study import sketches
from game.study.forecast import quantile
from game.study.sketches import QUANTILES, Drawing, loss, pinball, scored
from game.world.conditions import ALWAYS, Binary, Condition, Number, Operator, Value
from game.world.level import Level, Sketch, Text
from game.world.model import MarketModel
from tests.levels_for_tests import tiny

values = st.floats(-1e6, 1e6)
worlds = st.lists(values, min_size=3, max_size=40)


def expected(drawn: tuple[float, float, float], believed: list[float]) -> float:
    """Return the miss one expects who believes each of these values equally."""
    return sum(loss(drawn, value) for value in believed) / len(believed)


def truth(believed: list[float]) -> tuple[float, float, float]:
    """Return the quantiles of a belief: the least value that enough others do not exceed."""
    ranked = sorted(believed)
    low, middle, high = (ranked[max(0, -(-len(ranked) * tenths // 10) - 1)] for tenths in (1, 5, 9))
    return low, middle, high


@settings(max_examples=200, deadline=None)
@given(worlds, st.tuples(values, values, values))
def test_who_draws_what_they_believe_expects_the_least_miss(
    believed: list[float], pretended: tuple[float, float, float]
) -> None:
    honest = expected(truth(believed), believed)
    assert honest <= expected(pretended, believed) + 1e-6 * max(1.0, abs(honest))


def test_neither_false_certainty_nor_false_doubt_pays() -> None:
    believed = [float(n) for n in range(101)]
    honest = expected(truth(believed), believed)
    certain, doubtful, gloomy = (50.0, 50.0, 50.0), (-100.0, 50.0, 200.0), (0.0, 30.0, 80.0)
    for pretended in (certain, doubtful, gloomy):
        assert expected(pretended, believed) > honest + 0.5


def test_a_perfect_drawing_misses_by_nothing_and_a_worse_one_by_more() -> None:
    assert loss((7.0, 7.0, 7.0), 7.0) == 0.0
    misses = [loss((7.0 + far, 7.0 + far, 7.0 + far), 7.0) for far in (0.0, 1.0, 2.0, 5.0)]
    assert misses == sorted(misses)
    assert pinball(0.0, 10.0, 0.9) == pytest.approx(9.0)
    assert pinball(20.0, 10.0, 0.9) == pytest.approx(1.0)


def test_the_quantiles_scored_are_those_a_forecast_draws() -> None:
    believed = [float(n) for n in range(1000)]
    drawn = [quantile(believed, share) for share in QUANTILES]
    assert drawn == pytest.approx(truth(believed), abs=1.0)


# ---- in a game


def asking(weeks: int = 20) -> Level:
    """Return a level that asks for users in week 0 and for trust from week 3 on."""
    later = Condition("week >= 3", Binary(Operator.AT_LEAST, Value("week"), Number(3.0)))
    text = Text("그려 보세요", "Draw it")
    asked = (Sketch("crowd", ALWAYS, "users", 6, text), Sketch("faith", later, "trust", 4, text))
    return replace(tiny(weeks=weeks, agents=400), sketches=asked)


def drawn(sketch: Sketch, week: int, at: float) -> Drawing:
    curve = (at,) * sketch.weeks
    return Drawing(sketch.id, sketch.value, week, curve, curve, curve)


def test_a_question_is_asked_once_when_its_time_has_come() -> None:
    level = asking()
    crowd, faith = level.sketches
    with Playthrough.new(level, 3, None) as game:
        assert sketches.due(level, game.model, game.notes) is crowd
        game.note(sketches.KIND, sketches.said(drawn(crowd, 0, 10.0)))
        assert sketches.due(level, game.model, game.notes) is None
        for _ in range(3):
            game.play(game.decision)
        assert sketches.due(level, game.model, game.notes) is faith
        game.note(sketches.KIND, sketches.declined(faith))
        assert sketches.due(level, game.model, game.notes) is None
        assert [d.id for d in sketches.drawings(game.notes)] == ["crowd"]


def test_asking_looks_and_does_not_touch() -> None:
    level = asking()
    world = MarketModel(level, 3)
    before = world.fingerprint()
    sketches.due(level, world, ())
    assert world.fingerprint() == before


def test_a_drawing_survives_the_journal_and_the_journal_is_verified(tmp_path: Path) -> None:
    level = asking(8)
    path = tmp_path / "a.dljournal"
    drawing = Drawing("faith", "trust", 0, (0.5,), (0.6123,), (0.7,))
    with Playthrough.new(level, 3, path) as game:
        game.note(sketches.KIND, sketches.said(drawing))
        while not game.is_over:
            game.play(game.decision)
        assert sketches.drawings(game.notes) == (drawing,)
    found = verify(path, {level.id: level}.get)
    assert found.status is Status.VERIFIED
    assert found.record is not None
    assert sketches.drawings(found.record.notes) == (drawing,)


def test_a_drawing_is_scored_against_the_weeks_that_came_and_no_others() -> None:
    level = asking()
    crowd = level.sketches[0]
    with Playthrough.new(level, 3, None) as game:
        for _ in range(5):
            game.play(game.decision)
        reports = game.model.reports
        users = tuple(report.users for report in reports[2:5])
        found = scored(drawn(crowd, 2, users[0]), reports)
        assert found.came == users
        assert not found.is_over
        perfect = Drawing("crowd", "users", 2, users, users, users)
        best = scored(perfect, reports)
        assert (best.miss, best.inside, best.is_over) == (0.0, 3, True)
        assert scored(drawn(crowd, 2, users[0] + 500), reports).miss > best.miss
        assert scored(drawn(crowd, 5, 1.0), reports, is_over=True).came == ()


@pytest.mark.parametrize(
    "said",
    [
        {"id": "x", "value": "users", "low": [1], "middle": [1, 2], "high": [1]},
        {"id": "x", "value": "gold", "low": [1], "middle": [1], "high": [1]},
        {"id": "x", "value": "users", "low": [True], "middle": [1], "high": [1]},
        {"id": "x", "value": "users", "low": [], "middle": [], "high": []},
        {"id": 3},
    ],
)
def test_a_strangers_drawing_that_makes_no_sense_is_left_aside(said: dict[str, object]) -> None:
    assert sketches.drawings([Note(1, sketches.KIND, said, "")]) == ()
