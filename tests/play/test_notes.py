"""Notes: what a player says or draws is kept and linked, and changes nothing in the world."""

from pathlib import Path

import pytest

from game.play import journal, replay
from game.play.playthrough import JournalError, Playthrough
from game.play.replay import Status, verify
from game.world.level import Level

DRAWN = {"id": "crowd", "low": [1, 2], "middle": [2, 4], "high": [3, 6], "declined": False}


@pytest.fixture
def game(tiny_level: Level, tmp_path: Path) -> Playthrough:
    return Playthrough.new(tiny_level, 3, tmp_path / "a.dljournal")


def played(game: Playthrough, noted: bool) -> str:
    """Play to the end, with notes or without; return the fingerprint of the world."""
    while not game.is_over:
        if noted and game.week in (0, 2):
            game.note("sketch", DRAWN)
        game.play(game.decision)
    if noted:
        game.note("diagnosis", {"link": "data", "right": 2})
    found = game.model.fingerprint()
    game.close()
    return found


def find(level: Level) -> replay.FindLevel:
    return {level.id: level}.get


def test_a_note_changes_nothing_in_the_world(game: Playthrough, tiny_level: Level) -> None:
    assert played(game, noted=True) == played(Playthrough.new(tiny_level, 3, None), noted=False)


def test_a_journal_with_notes_is_verified_and_read_with_them(game: Playthrough, tiny_level: Level) -> None:
    played(game, noted=True)
    assert game.path is not None
    found = verify(game.path, find(tiny_level))
    assert found.status is Status.VERIFIED
    assert found.record is not None
    assert [(n.week, n.kind, n.is_after_end) for n in found.record.notes] == [
        (0, "sketch", False), (2, "sketch", False), (tiny_level.weeks, "diagnosis", True),
    ]  # fmt: skip
    assert found.record.notes[0].said == DRAWN


def test_a_journal_without_notes_is_written_as_it_always_was(game: Playthrough, tiny_level: Level) -> None:
    played(game, noted=False)
    assert game.path is not None
    assert b'"n":' not in game.path.read_bytes()
    assert verify(game.path, find(tiny_level)).status is Status.VERIFIED


@pytest.mark.parametrize("line", [1, 4, -1])
def test_a_note_that_was_changed_later_is_noticed(game: Playthrough, tiny_level: Level, line: int) -> None:
    played(game, noted=True)
    assert game.path is not None
    lines = game.path.read_bytes().splitlines(keepends=True)
    assert b'"n":' in lines[line]
    lines[line] = lines[line].replace(b'"low":[1,2]', b'"low":[1,1]').replace(b'"right":2', b'"right":1')
    game.path.write_bytes(b"".join(lines))
    assert not verify(game.path, find(tiny_level)).status.is_fine


@pytest.mark.parametrize("line", [1, 4])
def test_a_note_that_was_taken_out_is_noticed(game: Playthrough, tiny_level: Level, line: int) -> None:
    played(game, noted=True)
    assert game.path is not None
    lines = game.path.read_bytes().splitlines(keepends=True)
    del lines[line]
    game.path.write_bytes(b"".join(lines))
    assert not verify(game.path, find(tiny_level)).status.is_fine


def test_a_game_goes_on_after_a_note_and_keeps_it(game: Playthrough, tiny_level: Level) -> None:
    game.play(game.decision)
    game.note("sketch", DRAWN)
    game.close()
    assert game.path is not None
    again = Playthrough.open(game.path, find(tiny_level))
    assert [note.said for note in again.notes] == [DRAWN]
    played(again, noted=False)
    assert verify(game.path, find(tiny_level)).status is Status.VERIFIED


def test_a_game_that_is_over_can_still_be_diagnosed(game: Playthrough, tiny_level: Level) -> None:
    played(game, noted=False)
    assert game.path is not None
    with game.path.open("ab") as file:
        file.write(b'{"n":"diag')  # a crash in the middle of a note
    with Playthrough.open(game.path, find(tiny_level)) as again:
        again.note("diagnosis", {"link": "users", "right": 0})
    record = journal.read(game.path)
    assert [note.said["link"] for note in record.notes] == ["users"]
    assert verify(game.path, find(tiny_level)).status is Status.VERIFIED


def test_rewinding_keeps_what_was_drawn_before(game: Playthrough, tiny_level: Level, tmp_path: Path) -> None:
    played(game, noted=True)
    with game.rewind(2, tmp_path / "b.dljournal") as back:
        assert [note.week for note in back.notes] == [0, 2]
        played(back, noted=False)
    assert verify(tmp_path / "b.dljournal", find(tiny_level)).status is Status.VERIFIED
    with game.rewind(1, tmp_path / "c.dljournal") as back:
        assert [note.week for note in back.notes] == [0]


@pytest.mark.parametrize("kind", ["sketch", "gossip"])
def test_a_line_that_is_no_note_is_damage(game: Playthrough, kind: str) -> None:
    game.play(game.decision)
    game.note("sketch", DRAWN)
    game.close()
    assert game.path is not None
    content = game.path.read_bytes()
    wrong = content.replace(b'"n":"sketch"', f'"n":"{kind}","x":1'.encode())
    game.path.write_bytes(wrong)
    with pytest.raises(JournalError, match="line"):
        journal.read(game.path)


def test_whatever_a_crash_leaves_of_a_journal_with_notes_can_be_read(
    game: Playthrough, tiny_level: Level, tmp_path: Path
) -> None:
    played(game, noted=True)
    assert game.path is not None
    content, cut = game.path.read_bytes(), tmp_path / "cut.dljournal"
    first = content.index(b"\n") + 1
    for end in range(first, len(content) + 1, 7):
        cut.write_bytes(content[:end])
        record = journal.read(cut)
        lines = content[:end].count(b"\n")
        assert 1 + len(record.entries) + len(record.notes) + (record.ending is not None) == lines
