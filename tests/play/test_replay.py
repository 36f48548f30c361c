"""What a replay says of a journal, for every way in which one can be wrong."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from agents.messages import Decision
from game.play import journal, lines, records, replay
from game.play.playthrough import Playthrough
from game.play.replay import Status, verify
from game.world.level import Level


@pytest.fixture
def played(tiny_level: Level, tmp_path: Path) -> Path:
    """A level played to its end."""
    path = tmp_path / "a.dljournal"
    with Playthrough.new(tiny_level, 3, path) as game:
        while not game.is_over:
            game.play(Decision(marketing_won=game.week * 100_000))
    return path


def edit(path: Path, number: int, change: Callable[[dict], None]) -> None:
    """Change line `number`, counted from 1."""
    content = path.read_bytes().splitlines()
    found = lines.read(content[number - 1])
    change(found)
    content[number - 1] = lines.write(found).rstrip()
    path.write_bytes(b"\n".join(content) + b"\n")


def status(path: Path, level: Level) -> Status:
    return verify(path, {level.id: level}.get).status


def test_a_level_played_to_its_end_is_verified_and_left_as_it_was(played: Path, tiny_level: Level) -> None:
    before = played.read_bytes()
    verdict = verify(played, {tiny_level.id: tiny_level}.get)
    assert verdict.status is Status.VERIFIED
    assert verdict.record is not None
    assert verdict.record.ending is not None
    assert verdict.found == verdict.record.ending.result
    assert played.read_bytes() == before


def test_a_journal_cut_at_any_line_is_unfinished(played: Path, tiny_level: Level) -> None:
    content = played.read_bytes().splitlines(keepends=True)
    for end in (1, 2, 5, 9):
        played.write_bytes(b"".join(content[:end]))
        assert status(played, tiny_level) is Status.UNFINISHED


@pytest.mark.parametrize("week", [1, 4, 8])
def test_the_first_week_with_another_decision_is_named(played: Path, tiny_level: Level, week: int) -> None:
    edit(played, week + 1, lambda line: line["d"].update(price_won=299))
    verdict = verify(played, {tiny_level.id: tiny_level}.get)
    assert verdict.status is Status.DIVERGED
    assert verdict.problem is not None
    assert verdict.problem.values["week"] == week


@pytest.mark.parametrize(
    "orders", [{"engineers": 500}, {"price_won": -1}, {"answers": [["none", "accept"]]}, {"x": 1}]
)
def test_a_decision_the_world_refuses_names_its_week(
    played: Path, tiny_level: Level, orders: dict[str, object]
) -> None:
    edit(played, 4, lambda line: line["d"].update(orders))
    verdict = verify(played, {tiny_level.id: tiny_level}.get)
    assert verdict.status is Status.DIVERGED
    assert verdict.problem is not None
    assert verdict.problem.values["week"] == 3


def test_another_seed_or_player_shows_in_the_first_week(played: Path, tiny_level: Level) -> None:
    whole = played.read_bytes()
    for change in ({"seed": 4}, {"player": "somebody else"}):
        played.write_bytes(whole)
        edit(played, 1, lambda line, change=change: line.update(change))
        assert status(played, tiny_level) is Status.DIVERGED


@pytest.mark.parametrize("change", [{"users": 999_999}, {"stars": 3}, {"outcome": "won"}, {"cash_won": 0}])
def test_an_edited_result_is_told_from_edited_weeks(
    played: Path, tiny_level: Level, change: dict[str, object]
) -> None:
    edit(played, 10, lambda line: line["end"].update(change))
    assert status(played, tiny_level) is Status.RESULT_EDITED


def test_an_edited_result_with_a_chain_made_anew_is_still_found(played: Path, tiny_level: Level) -> None:
    record = journal.read(played)
    assert record.ending is not None
    better = replace(record.ending.result, users=10**6)
    link = records.last_link(replay.last_chain(record), better)
    edit(played, 10, lambda line: line.update(records.Ending(better, link).plain()))
    assert status(played, tiny_level) is Status.RESULT_EDITED


def test_a_result_brought_forward_is_found(played: Path, tiny_level: Level) -> None:
    content = played.read_bytes().splitlines(keepends=True)
    played.write_bytes(b"".join([*content[:5], content[-1]]))
    assert status(played, tiny_level) is Status.RESULT_EDITED


def test_other_levels_and_rules_are_named_as_such(played: Path, tiny_level: Level) -> None:
    assert status(played, replace(tiny_level, id="another")) is Status.OTHER_LEVEL
    assert status(played, replace(tiny_level, hash="another")) is Status.OTHER_LEVEL
    edit(played, 1, lambda line: line.update(rules="r0"))
    assert status(played, tiny_level) is Status.OTHER_RULES
    edit(played, 1, lambda line: line.update(format=9))
    assert status(played, tiny_level) is Status.OTHER_RULES


def test_damage_is_named_as_such(played: Path, tiny_level: Level) -> None:
    content = played.read_bytes()
    for damaged in (b"", b"hello\n", content.replace(b'"w":3', b'"w":7'), content + b"{}\n", content[10:]):
        played.write_bytes(damaged)
        assert status(played, tiny_level) is Status.DAMAGED
    assert status(played.with_name("none"), tiny_level) is Status.DAMAGED


def test_every_problem_a_journal_can_have_has_a_verdict() -> None:
    codes = {"diverged", "level", "unknown-level", "mods", "modded", "ways", "rules", "format"}
    assert codes == set(replay._STATUS)


def test_large_crowds_are_fingerprinted_every_fourth_week_and_at_the_end(tiny_level: Level) -> None:
    header = records.Header(level="a", level_hash="", rules="r1", seed=1, weeks=6, agents=20_001)
    assert (header.every, replace(header, agents=20_000).every) == (4, 1)
    with Playthrough.new(replace(tiny_level, weeks=6), 1, None) as game:
        due = []
        while not game.is_over:
            game.play(Decision())
            due.append(bool(replay.fingerprint_due(game.model, header)))
    assert due == [False, False, False, True, False, True]
