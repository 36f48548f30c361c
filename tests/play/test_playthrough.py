"""A playthrough: one path from a decision to a week, whatever happens to the machine in between."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from agents.messages import Decision
from game.play import journal
from game.play.playthrough import FindLevel, JournalError, Playthrough, Refused
from game.world.level import Level
from game.world.report import Outcome
from tests.levels_for_tests import tiny

DECISIONS = [
    Decision(marketing_won=1_000_000 * week, ux_won=500_000, collection_permille=100 * week)
    for week in range(8)
]


def finder(level: Level) -> FindLevel:
    return {level.id: level}.get


def test_a_game_opened_again_stands_where_it_was_left(tiny_level: Level, tmp_path: Path) -> None:
    path = tmp_path / "a.dljournal"
    with Playthrough.new(tiny_level, 3, path, player="하늘", assists=("hints",)) as game:
        for decision in DECISIONS[:5]:
            game.play(decision)
        left = game.model.fingerprint()
    with Playthrough.open(path, finder(tiny_level)) as game:
        assert (game.week, game.model.fingerprint(), game.header.player) == (5, left, "하늘")
        assert game.decisions == tuple(DECISIONS[:5])
        assert game.decision == DECISIONS[4]


def test_weeks_played_in_one_sitting_or_in_many_are_the_same(tiny_level: Level, tmp_path: Path) -> None:
    once, often = tmp_path / "once.dljournal", tmp_path / "often.dljournal"
    with Playthrough.new(tiny_level, 3, once) as game:
        for decision in DECISIONS:
            game.play(decision)
    Playthrough.new(tiny_level, 3, often).close()
    for decision in DECISIONS:
        with Playthrough.open(often, finder(tiny_level)) as game:
            game.play(decision)
    assert once.read_bytes() == often.read_bytes()


def test_the_last_week_writes_the_result_and_no_week_follows(tiny_level: Level, tmp_path: Path) -> None:
    path = tmp_path / "a.dljournal"
    with Playthrough.new(tiny_level, 3, path) as game:
        for decision in DECISIONS:
            report = game.play(decision)
        with pytest.raises(JournalError, match="over"):
            game.play(Decision())
    ending = journal.read(path).ending
    assert ending is not None
    assert (ending.result.outcome, ending.result.week) == (Outcome.TIME.value, 8)
    assert ending.result.cash_won == report.cash_won


def test_a_game_that_is_over_can_be_looked_at_and_its_file_stays_as_it_is(
    tiny_level: Level, tmp_path: Path
) -> None:
    path = tmp_path / "a.dljournal"
    with Playthrough.new(tiny_level, 3, path) as game:
        for decision in DECISIONS:
            game.play(decision)
    path.chmod(0o400)
    before = path.read_bytes()
    with Playthrough.open(path, finder(tiny_level)) as game:
        assert game.is_over
        assert game.view().week == 8
    assert path.read_bytes() == before


def test_a_refused_decision_changes_nothing_and_is_not_written(tiny_level: Level, tmp_path: Path) -> None:
    with Playthrough.new(tiny_level, 3, tmp_path / "a.dljournal") as game:
        before = game.model.fingerprint()
        impossible = replace(game.decision, engineers=400)
        assert [refusal.code for refusal in game.check(impossible)] == ["cash"]
        with pytest.raises(Refused):
            game.play(impossible)
        assert (game.week, game.model.fingerprint()) == (0, before)
    assert journal.read(tmp_path / "a.dljournal").entries == ()


def test_a_rewound_game_is_a_new_file_that_names_its_parent_and_the_parent_stays(
    tiny_level: Level, tmp_path: Path
) -> None:
    path, again = tmp_path / "a.dljournal", tmp_path / "b.dljournal"
    with Playthrough.new(tiny_level, 3, path) as game:
        marks = []
        for decision in DECISIONS[:6]:
            game.play(decision)
            marks.append(game.model.fingerprint())
        assert game.journal is not None
        game.journal.wait()
        before = path.read_bytes()
        with game.rewind(4, again) as rewound:
            assert rewound.model.fingerprint() == marks[3]
            rewound.play(Decision(price_won=500))
    parent = journal.read(again).header.parent
    assert parent is not None
    assert (parent.week, parent.chain) == (4, journal.read(path).entries[3].chain)
    assert path.read_bytes() == before
    with Playthrough.open(again, finder(tiny_level)) as rewound:
        assert (rewound.week, rewound.decision.price_won) == (5, 500)


def test_no_game_rewinds_to_a_week_that_has_not_been(tiny_level: Level) -> None:
    with Playthrough.new(tiny_level, 3, None) as game, pytest.raises(ValueError, match="week 1"):
        game.rewind(1, None)


def test_looking_changes_nothing(tiny_level: Level) -> None:
    with Playthrough.new(tiny_level, 3, None) as game:
        game.play(DECISIONS[1])
        before = game.model.fingerprint()
        game.view()
        game.check(Decision())
        game.model.news()
        assert game.model.fingerprint() == before


@pytest.mark.parametrize(
    ("change", "code"), [({"hash": "other"}, "level"), ({"weeks": 9}, "level"), ({}, "unknown-level")]
)
def test_a_game_of_another_level_is_not_opened(
    tiny_level: Level, tmp_path: Path, change: dict[str, object], code: str
) -> None:
    path = tmp_path / "a.dljournal"
    Playthrough.new(tiny_level, 3, path).close()
    level = replace(tiny_level, **change) if change else replace(tiny_level, id="elsewhere")
    with pytest.raises(JournalError) as refused:
        Playthrough.open(path, finder(level))
    assert refused.value.code == code


def test_a_result_that_was_torn_off_is_written_again(tiny_level: Level, tmp_path: Path) -> None:
    path = tmp_path / "a.dljournal"
    with Playthrough.new(tiny_level, 3, path) as game:
        for decision in DECISIONS:
            game.play(decision)
    whole = path.read_bytes()
    path.write_bytes(whole[:-10])
    Playthrough.open(path, finder(tiny_level)).close()
    assert path.read_bytes() == whole


LONG = tiny(weeks=400, agents=500, start=replace(tiny().start, cash_won=10**11))

PLAYER = """
import sys
from pathlib import Path
from agents.messages import Decision
from game.play.playthrough import Playthrough
from tests.play.test_playthrough import LONG
path = Path(sys.argv[1])
game = Playthrough.open(path, {LONG.id: LONG}.get)
while not game.is_over:
    game.play(Decision(marketing_won=game.week * 1000))
    game.journal.wait()
    print(game.week, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system without SIGKILL")
def test_a_game_killed_again_and_again_loses_no_week_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.dljournal"
    Playthrough.new(LONG, 3, path).close()
    root = Path(__file__).parents[2]
    saved = 0
    for number in range(4):
        with subprocess.Popen(
            [sys.executable, "-c", PLAYER, str(path)], cwd=root, stdout=subprocess.PIPE, text=True
        ) as player:
            assert player.stdout is not None
            for line in player.stdout:
                saved = int(line)
                if saved % 7 == 0:
                    time.sleep(0.003 * number)  # cut at different places of the week's work
                    os.kill(player.pid, signal.SIGKILL)
                    break
        record = journal.read(path)
        assert len(record.entries) >= saved > 0
    with Playthrough.open(path, {LONG.id: LONG}.get) as game:
        assert game.week >= saved
        assert [d.marketing_won for d in game.decisions] == [week * 1000 for week in range(game.week)]
