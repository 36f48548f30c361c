"""A recording: any week can be visited, and nobody notices."""

from pathlib import Path

import numpy as np
import pytest

from game.play.playthrough import JournalError, Playthrough
from game.study.recording import Recording
from game.world.report import Outcome
from tests.study import games


def test_every_week_can_be_visited_and_is_as_it_was(recorded: Recording) -> None:
    for week in (0, 1, 7, 8, 9, 16, 29, 30):
        world = recorded.at(week)
        assert world.week == week
        assert world.fingerprint() == recorded.fingerprints[week]
        assert np.array_equal(recorded.service(week), world.market.people.service)
        world.release()


@pytest.mark.parametrize("week", [-1, 31])
def test_a_week_that_was_not_played_cannot_be_visited(recorded: Recording, week: int) -> None:
    with pytest.raises(ValueError, match="has not been played"):
        recorded.at(week)
    with pytest.raises(ValueError, match="has not been played"):
        recorded.moment(week)


def test_a_recording_of_a_game_tells_what_the_game_tells(played: Playthrough, recorded: Recording) -> None:
    before = played.model.fingerprint()
    made = Recording.of(played)
    assert made.reports == played.model.reports
    assert made.ending == played.ending
    assert made.ending.outcome is Outcome.TIME
    assert made.decisions == played.decisions
    assert made.at(made.weeks).fingerprint() == before == played.model.fingerprint()
    assert recorded.fingerprints[-1] == before


def test_a_recording_of_a_journal_is_the_same_and_leaves_the_file_alone(
    tmp_path: Path, recorded: Recording
) -> None:
    path, level = tmp_path / "a.dljournal", games.eventful()
    with Playthrough.new(level, games.SEED, path) as game:
        for decision in games.decisions(12):
            game.play(decision)
    before = path.read_bytes()
    made = Recording.read(path, {level.id: level}.get)
    assert made.weeks == 12
    assert made.orders == recorded.orders[:12]
    assert made.at(12).fingerprint() == recorded.fingerprints[12]
    assert path.read_bytes() == before


def test_a_journal_that_comes_out_differently_is_not_explained(tmp_path: Path) -> None:
    path, level = tmp_path / "a.dljournal", games.eventful(agents=500)
    with Playthrough.new(level, games.SEED, path) as game:
        for decision in games.decisions(6):
            game.play(decision)
    path.write_bytes(path.read_bytes().replace(b'"engineers":40', b'"engineers":41'))
    with pytest.raises(JournalError) as wrong:
        Recording.read(path, {level.id: level}.get)
    assert (wrong.value.code, wrong.value.values["week"]) == ("diverged", 6)


def test_one_week_in_full_is_the_week_that_was_played(recorded: Recording) -> None:
    moment = recorded.moment(20)
    accounts = recorded.log[19]
    for row, event, terms in zip(accounts.rows, accounts.event, accounts.terms, strict=True):
        place = moment.place(int(row) + 1)
        assert place is not None
        assert moment.intents.event[place] == event
        assert np.array_equal(moment.intents.terms[place], terms)
    assert np.array_equal(moment.people.service, recorded.service(19))
