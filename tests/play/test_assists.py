"""What was chosen and what was used stands in the journal, and nobody can change it there unseen."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.content.levels import load
from game.content.words import Words
from game.play import assists, journal, replay
from game.play.assists import ASSISTS, KIND, NONE, USUAL, Chosen, in_force, switching, used
from game.play.notes import MOST_NOTES
from game.play.playthrough import JournalError, Playthrough
from game.play.preferences import Preferences, read, write
from game.play.records import Header
from game.play.replay import Status, verify
from game.study import assists_told
from game.world.level import Level

OLD = Header(level="first", level_hash="ab", rules="r1", seed=7, weeks=8, agents=500)


def find(name: str) -> Level | None:
    """Return the level of a name in small, with its ways."""
    return replace(load(name), agents=500)


def game_of(path: Path, chosen: Chosen, weeks: int = 2) -> Playthrough:
    level = find("the-loop" + "".join(f"+{way}" for way in chosen.ways))
    assert level is not None
    game = Playthrough.new(level, 3, path, difficulty=chosen.difficulty, assists=chosen.written)
    for _ in range(weeks):
        game.play(replace(game.decision, marketing_won=1_000_000))
    return game


def test_a_game_made_easier_is_written_down_with_its_figures_and_verifies(tmp_path: Path) -> None:
    path = tmp_path / "a.dljournal"
    game_of(path, Chosen("gentle", ("hints", "slow-market"))).close()
    header = journal.read(path).header
    assert (header.difficulty, header.assists) == ("gentle", ("hints", "slow-market"))
    assert {"player.cash x1.05", "parameters.half_life x2"} <= set(header.changes)
    assert verify(path, find).status is Status.UNFINISHED
    with Playthrough.open(path, find) as again:
        assert again.level.start.cash_won == 735_000_000


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("difficulty", "normal"),
        ("difficulty", "hard"),
        ("difficulty", "nonsense"),
        ("assists", ["hints", "slow-market"]),
        ("changes", ["player.cash x9"]),
        ("changes", []),
    ],
)
def test_a_journal_that_says_another_difficulty_than_was_played_is_found_out(
    tmp_path: Path, key: str, value: object
) -> None:
    path = tmp_path / "a.dljournal"
    game_of(path, Chosen("gentle", ("hints",))).close()
    first, rest = path.read_bytes().split(b"\n", 1)
    line = {**json.loads(first), key: value}
    path.write_bytes(json.dumps(line, sort_keys=True, separators=(",", ":")).encode() + b"\n" + rest)
    assert not verify(path, find).status.is_fine


def test_a_journal_without_a_choice_is_byte_for_byte_as_it_always_was(tmp_path: Path) -> None:
    assert set(OLD.plain()) == {
        "level", "level_hash", "rules", "seed", "weeks", "agents", "game", "mods", "player", "difficulty", "assists",
        "assignment", "parent", "kind", "format", "every",
    }  # fmt: skip
    assert used(OLD, ()).is_plain
    assert in_force(OLD, ()) == USUAL
    assert assists_told.used_line(Words("en"), OLD, ()) == ""


def test_everything_off_is_something_else_than_never_asked() -> None:
    off = replace(OLD, assists=Chosen(assists=()).written)
    assert off.assists == (NONE,)
    assert in_force(off, ()) == ()
    assert assists_told.used_line(Words("en"), off, ()) == "Normal · no assists"


def test_switching_is_a_note_that_cannot_change_the_world(tmp_path: Path) -> None:
    path = tmp_path / "a.dljournal"
    game = game_of(path, Chosen(assists=("undo",)))
    game.note(KIND, switching(("hints", "slow-market")))
    assert game.assists == ("hints",)
    game.note(KIND, switching(("take-back",)))
    game.close()
    record = journal.read(path)
    found = used(record.header, record.notes)
    assert found.assists == (
        "hints",
        "undo",
        "take-back",
        "slow-market",
    )  # as was asked; in force it never was
    assert in_force(record.header, record.notes) == ("take-back",)
    assert verify(path, find).status is Status.UNFINISHED


def test_a_week_taken_back_is_counted_in_a_game_of_its_own_and_the_other_stays(tmp_path: Path) -> None:
    first = game_of(tmp_path / "a.dljournal", Chosen(assists=("hints",)), 3)
    first.note(KIND, switching(("hints", "take-back")))
    second = first.take_back(tmp_path / "b.dljournal")
    first.close()
    assert (second.week, second.assists) == (2, ("hints", "take-back"))
    third = second.take_back(tmp_path / "c.dljournal")
    second.close()
    third.play(third.decision)
    third.close()
    record = journal.read(tmp_path / "c.dljournal")
    assert used(record.header, record.notes).taken_back == 2
    assert record.header.parent is not None
    for name in "abc":
        assert verify(tmp_path / f"{name}.dljournal", find).status is Status.UNFINISHED
    told = assists_told.used_line(Words("en"), record.header, record.notes)
    assert "2 taken back" in told
    assert "goes on from week 1" in told


def test_hints_are_counted_once_each(tmp_path: Path) -> None:
    game = game_of(tmp_path / "a.dljournal", Chosen(), 1)
    for number in (1, 2, 2):
        game.note(KIND, {"hint": number})
    assert used(game.header, game.notes).hints == 2
    assert "(2 read)" in assists_told.used_line(Words("en"), game.header, game.notes)
    game.close()


def test_no_number_of_switches_makes_a_journal_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.dljournal"
    game = game_of(path, Chosen(), 1)
    while len(game.notes) < MOST_NOTES:
        assert assists.has_room(game.notes) == (len(game.notes) < MOST_NOTES - 64)
        game.note(KIND, {"hint": 1})
    with pytest.raises(JournalError) as full:
        game.note(KIND, {"hint": 1})
    assert full.value.code == "noted"
    game.close()
    assert verify(path, find).status is Status.UNFINISHED


@pytest.mark.parametrize(
    "said", [{"on": "hints"}, {"on": [1, None]}, {"hint": "x"}, {"back": True}, {}, {"on": ["x"]}]
)
def test_a_note_that_makes_no_sense_does_no_harm(tmp_path: Path, said: dict[str, object]) -> None:
    game = game_of(tmp_path / "a.dljournal", Chosen(assists=("undo",)), 1)
    game.notes.append(replace(game.note(KIND, {"hint": 1}), said=said))
    found = used(game.header, game.notes)
    assert set(found.assists or ()) <= set(ASSISTS)
    assert assists_told.line(Words("ko"), found)
    game.close()


def test_the_choice_is_remembered_and_an_old_no_to_the_advisor_still_holds(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write(path, Preferences().choosing(Chosen("hard", ("undo", "slow-clock"))))
    assert read(path).chosen == Chosen("hard", ("undo", "slow-clock"))
    path.write_text('{"advisor": false}')
    assert read(path).chosen == Chosen("normal", ("hints", "undo"))
    path.write_text('{"difficulty": "insane", "assists": ["undo", "undo", 7, "fly"]}')
    assert read(path).chosen == Chosen("normal", ("undo",))


def test_finding_the_level_asks_for_the_way_it_was_played(tmp_path: Path) -> None:
    asked: list[str] = []
    header = replace(OLD, level="the-loop", difficulty="hard", assists=("slow-market",))
    with pytest.raises(JournalError):
        replay.found_level(replace(header, changes=("x",)), lambda name: asked.append(name))
    assert asked == ["the-loop+hard+slow-market"]
