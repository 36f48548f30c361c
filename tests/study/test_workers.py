"""A recorded game in several hands: it arrives whole, a task names it in a few bytes, and every hand finds the same."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from game.play.playthrough import Playthrough
from game.study import workers
from game.study.futures import play_on
from game.study.recording import STRIDE_WEEKS, Recording
from game.study.workers import Game, shared
from tests.study import games

WEEKS, AGENTS = 20, 600


@pytest.fixture(scope="module")
def short() -> Recording:
    return games.recording(games.eventful(WEEKS, AGENTS), WEEKS)


@pytest.fixture
def sent(short: Recording) -> Recording:
    """The same game as another process has it."""
    found: Recording = pickle.loads(pickle.dumps(short))
    return found


def prints(recording: Recording, weeks: list[int]) -> list[str]:
    found = []
    for week in weeks:
        world = recording.at(week)
        found.append(world.fingerprint())
        world.release()
    return found


def test_a_game_sent_to_another_process_stands_in_every_week_as_it_stood(
    short: Recording, sent: Recording
) -> None:
    weeks = list(range(WEEKS + 1))
    assert prints(sent, weeks) == short.fingerprints
    assert (sent.reports, sent.orders, sent.ending) == (short.reports, short.orders, short.ending)
    assert (sent.service(WEEKS) == short.service(WEEKS)).all()
    assert sent.moment(9).intents.rows.tolist() == short.moment(9).intents.rows.tolist()


def test_a_game_sent_plays_on_to_the_same_end(short: Recording, sent: Recording) -> None:
    ends = []
    for recording in (short, sent):
        world = recording.at(7)
        for _ in play_on(world, ()):
            pass
        ends.append((world.fingerprint(), world.reports, world.ending))
        world.release()
    assert ends[0] == ends[1]


def test_weeks_are_visited_in_any_order_and_stand_the_same(short: Recording) -> None:
    weeks = [13, 13, 14, 9, 15, STRIDE_WEEKS, 3, 20, 19, 13, 0, 20]
    assert prints(short, weeks) == [short.fingerprints[week] for week in weeks]


def test_who_changes_a_world_visited_changes_no_later_visit(short: Recording) -> None:
    world = short.at(13)
    world.deck.drawn["rumour"] = 13
    for _ in play_on(world, ({"price_won": 5000},) * 20, 16):
        pass
    world.release()
    assert prints(short, [13, 14, 16]) == [short.fingerprints[week] for week in (13, 14, 16)]


def test_a_task_names_its_game_in_a_few_bytes(short: Recording, monkeypatch: pytest.MonkeyPatch) -> None:
    game = Game(short)
    named = pickle.dumps(game)
    assert len(named) < 200
    assert len(pickle.dumps(short)) > 100_000
    assert pickle.loads(named) is game, "who stops early reads back what was not begun"
    monkeypatch.setattr(workers, "_here", {})
    workers.take(pickle.dumps((game.number, short)))
    found = shared(pickle.loads(named))
    assert found is not short
    assert prints(found, [11]) == [short.fingerprints[11]]


def test_only_the_ring_is_missing_where_it_is_not_measured(tmp_path: Path) -> None:
    path, level = tmp_path / "a.dljournal", games.eventful(8, AGENTS)
    with Playthrough.new(level, games.SEED, path) as game:
        for decision in games.decisions(8):
            game.play(game.decision if game.check(decision) else decision)
    with_ring, without = (
        Recording.read(path, {level.id: level}.get, measures_ring=measures) for measures in (True, False)
    )
    assert prints(without, [3, 8]) == prints(with_ring, [3, 8])
    assert without.orders == with_ring.orders
    assert [report.causes for report in without.reports] == [report.causes for report in with_ring.reports]
    assert with_ring.reports[-1].ring != without.reports[-1].ring


ENDED = """
import threading
from game.study.workers import spread

def begin():
    with spread(3):
        pass

if __name__ == "__main__":
    threading.Thread(target=begin, daemon=True).start()
"""


def test_a_program_that_ends_while_its_workers_begin_ends_without_a_word(tmp_path: Path) -> None:
    script = tmp_path / "ended.py"
    script.write_text(ENDED, encoding="utf-8")
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(script)], env=os.environ | {"PYTHONPATH": str(root)}, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
