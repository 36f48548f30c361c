"""A proof that runs beside the screen finds what `check --prove` finds, can be stopped, and goes on where it stood."""

from dataclasses import replace
from pathlib import Path

import pytest

from agents.messages import LEVERS
from game.study import proving
from game.study.proofs import Proofs
from game.study.prover import Prover
from game.study.proving import phases
from game.world.conditions import ALWAYS
from game.world.level import Kind, Level, Objective, Text

PATIENCE_S = 120  # for processes that start on a busy machine


@pytest.fixture
def level(tiny_level: Level) -> Level:
    """Two weeks, a small crowd, and one lever to move."""
    win = Objective("win", Kind.WIN, ALWAYS, Text("이긴다", "Win"))
    start = replace(tiny_level.start, locked=frozenset(LEVERS) - {"price_won"})
    return replace(tiny_level, weeks=2, agents=500, objectives=(win,), hash="2" * 32, start=start)


def test_a_proof_beside_the_screen_finds_what_one_at_the_terminal_finds(level: Level, tmp_path: Path) -> None:
    kept = Proofs(tmp_path)
    prover = Prover(level, kept, worlds=1, processes=1).start()
    assert prover.wait(PATIENCE_S)
    assert prover.error is None
    known: proving.Known = {}
    for trials in phases(level, known, 1):
        proving.play(level, trials, known, 1, lambda *_: None)
    assert prover.proof == proving.proof(level, known)
    assert kept.read(level) == known
    assert prover.share == 1.0


def test_a_proof_that_is_stopped_keeps_what_it_has(level: Level, tmp_path: Path) -> None:
    kept = Proofs(tmp_path)
    prover = Prover(level, kept, worlds=3, processes=1).start()
    while prover.done == 0 and not prover.is_done:
        prover.wait(0.01)
    prover.stop()
    assert prover.wait(PATIENCE_S)
    assert prover.is_stopped
    assert 0 < len(kept.read(level)) < 3 * len(proving.players(level, 1))


def test_what_breaks_in_a_game_is_told_and_nothing_hangs(level: Level, tmp_path: Path) -> None:
    prover = Prover(replace(level, segments=()), Proofs(tmp_path), worlds=1, processes=1).start()
    assert prover.wait(PATIENCE_S)
    assert prover.error is not None
    assert prover.proof is None
