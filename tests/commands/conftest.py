"""A small level as a file, and a way to run a command and hear what it says."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from game.commands.cli import main
from game.content import levels
from game.play.playthrough import Playthrough

LEVEL = """\
format: 1
id: small
extends: core/startup
title: {ko: 작은 시장, en: A small market}
story: {ko: "{company:이/가} 문을 엽니다.", en: "{company} opens its doors."}
clock: {weeks: 8}
market: {agents: 500}
player: {locked: [crawl]}
objectives:
  loop:
    kind: win
    when: users > 500k
    points: 100
    text: {ko: "50만 명이 쓴다", en: "Half a million people use it"}
events:
  rumour:
    when: week == 3
    title: {ko: 소문이 돕니다, en: There is talk}
    text: {ko: "누가 퍼뜨렸을까요?", en: "Who started it?"}
    choices:
      deny: {label: {ko: 부인한다, en: Deny it}, effects: [{change: trust, add: -5%}]}
      admit: {label: {ko: 인정한다, en: Admit it}, effects: [{change: trust, add: 5%}]}
"""


class Said(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The file of a level of 8 weeks with 500 agents."""
    path = tmp_path / "levels" / "small.yaml"
    path.parent.mkdir()
    path.write_text(LEVEL, encoding="utf-8")
    return path


@pytest.fixture
def journal(small: Path, tmp_path: Path) -> Path:
    """The file of a game on it, played to its end without a decision."""
    path = tmp_path / "a.dljournal"
    with Playthrough.new(levels.load(str(small)), 3, path) as game:
        while not game.is_over:
            game.play(game.decision)
    return path


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command in English, with a data folder of its own; `lang="ko"` for Korean."""
    monkeypatch.setenv("DEEPLEMMA_DATA", str(tmp_path / "data"))

    def run(*arguments: object, lang: str = "en") -> Said:
        code = main([*(str(argument) for argument in arguments), "--lang", lang])
        return Said(code, *capsys.readouterr())

    return run
