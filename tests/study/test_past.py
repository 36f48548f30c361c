"""A game under way is played again elsewhere, from the start or from where it was left, and who moved in it is found."""

import numpy as np
import pytest

from agents.messages import Event
from game.study.movers import Way, movers, next_mover
from game.study.past import past_of, recalled
from game.study.progress import answer
from game.study.visit import visit
from game.study.why import NobodyError
from tests.study import games


def test_a_past_played_again_comes_to_the_same_world_and_leaves_the_game_alone():
    with games.game(weeks=12) as game:
        before = game.model.fingerprint()
        recording = answer(recalled(past_of(game)))
        assert recording.weeks == 12
        assert recording.at(12).fingerprint() == before == game.model.fingerprint()


def test_a_past_is_played_on_from_where_it_was_known():
    with games.game(weeks=12) as game:
        known = answer(recalled(past_of(game)))
        for decision in games.decisions(20)[12:]:
            game.play(decision)
        steps = list(recalled(past_of(game), known))
        assert len(steps) == 8
        assert steps[-1].answer is known
        assert known.at(20).fingerprint() == game.model.fingerprint()
        assert known.reports == list(game.model.reports)


def test_everybody_who_came_or_left_is_found_with_a_reason(recorded):
    for week in (5, 12, 20, 30):
        before, after = recorded.service(week - 1), recorded.service(week)
        came, left = (np.flatnonzero((a != 0) & (b == 0)) + 1 for a, b in ((before, after), (after, before)))
        found = movers(recorded, week)
        assert [m.person for m in found if m.way is Way.CAME] == came.tolist()
        tried = {m.person for m in found if m.way is Way.LEFT} - set(left.tolist())
        accounts = recorded.log[week - 1]
        assert tried <= set((accounts.rows[accounts.event == Event.TRIED_AND_LEFT] + 1).tolist())
        assert set(left.tolist()) <= {m.person for m in found if m.way is Way.LEFT}
        assert all(m.why.startswith(("via.", "term.", "event.")) for m in found)


def test_the_next_who_left_is_found_later_and_after_the_last_week_at_the_start(recorded):
    every = [(w, m.person) for w in range(1, 31) for m in movers(recorded, w) if m.way is Way.LEFT]
    assert len(every) > 3
    for here, following in list(zip(every, [*every[1:], every[0]], strict=True))[-1 :: -len(every) // 4]:
        assert next_mover(recorded, *here, Way.LEFT) == following


def test_nobody_moves_before_the_first_week_and_a_week_not_played_is_refused(recorded):
    assert movers(recorded, 0) == ()
    with pytest.raises(NobodyError, match="week"):
        movers(recorded, 31)


def test_a_visit_shows_the_week_as_the_player_saw_it(recorded, played):
    found = visit(recorded, 3)
    assert found.card("gift") is not None
    assert found.sheet("gift") is None
    assert found.decision == games.decisions(3)[-1].hold()
    assert visit(recorded, 30).view.report.users == played.view().report.users
