"""Recorded games verify here, as they do on every other machine."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from game.content import levels
from game.play.replay import Status, verify

FOLDER = Path(__file__).parent / "golden"
ROOT = Path(__file__).parent.parent
JOURNALS = sorted(FOLDER.glob("*.dljournal"))


@pytest.mark.parametrize("journal", JOURNALS, ids=lambda p: p.stem)
def test_a_recorded_game_comes_out_as_it_was_written(journal: Path) -> None:
    verdict = verify(journal, lambda level: levels.load(level))
    assert verdict.status is Status.VERIFIED, verdict


def test_every_level_of_the_campaign_has_a_recorded_game() -> None:
    recorded = {p.stem.rsplit("-random-", 1)[0] for p in JOURNALS}
    assert {level.id.replace("/", "-") for level in levels.campaign()} <= recorded


def test_a_processor_without_wide_registers_agrees() -> None:
    """NumPy picks faster kernels by processor; with all of them switched off the bits must be the same."""
    switchable = " ".join(getattr(np._core._multiarray_umath, "__cpu_dispatch__", []))
    environment = os.environ | {"NPY_DISABLE_CPU_FEATURES": switchable, "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "main.py", "verify", str(JOURNALS[0])]
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert told.stdout.startswith("VERIFIED"), told.stdout + told.stderr
