"""The journal: what was played can be read again, a torn end costs one week, and damage is named by line."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from agents.messages import Decision
from game.play import journal, lines, records
from game.play.journal import Journal
from game.play.records import Header, JournalError, Parent, Result

HEADER = Header(level="first", level_hash="ab", rules="r1", seed=7, weeks=8, agents=500, player="김하늘")
RESULT = Result("won", "loop", 3, 2, 60, 5000, 123_456_789)
DECISIONS = [replace(Decision(), price_won=300 + 10 * week) for week in range(3)]


def written(path: Path, *, finish: bool = False, bulk: bool = False) -> Path:
    kept = Journal.create(path, HEADER, Decision(), bulk=bulk)
    for week, decision in enumerate(DECISIONS):
        kept.add(kept.draft(decision), f"fingerprint {week}")
    if finish:
        kept.finish(RESULT)
    kept.close()
    return path


@pytest.mark.parametrize("bulk", [False, True])
def test_what_was_played_can_be_read_again(tmp_path: Path, bulk: bool) -> None:
    record = journal.read(written(tmp_path / "a.dljournal", finish=True, bulk=bulk))
    assert record.header == HEADER
    assert [entry.orders for entry in record.entries] == [{}, {"price_won": 310}, {"price_won": 320}]
    assert record.ending is not None
    assert record.ending.result == RESULT


def test_a_header_with_a_parent_comes_back_as_it_was(tmp_path: Path) -> None:
    header = replace(HEADER, parent=Parent("0" * 32, 2), assists=("hints",), mods=("campus",))
    Journal.create(tmp_path / "a.dljournal", header, Decision()).close()
    assert journal.read(tmp_path / "a.dljournal").header == header


def test_no_file_is_ever_written_over(tmp_path: Path) -> None:
    path = written(tmp_path / "a.dljournal")
    before = path.read_bytes()
    with pytest.raises(JournalError) as refused:
        Journal.create(path, HEADER, Decision())
    assert refused.value.code == "exists"
    assert path.read_bytes() == before


def test_the_chain_depends_on_header_decisions_and_fingerprints() -> None:
    first = records.first_link(HEADER)
    other = records.first_link(replace(HEADER, seed=8))
    links = {
        records.link(first, 1, {}, "f"),
        records.link(other, 1, {}, "f"),
        records.link(first, 1, {"price_won": 1}, "f"),
        records.link(first, 1, {}, "g"),
        records.link(first, 2, {}, "f"),
    }
    assert len(links) == 5


def test_cutting_a_journal_anywhere_loses_at_most_the_week_that_was_cut(tmp_path: Path) -> None:
    content = written(tmp_path / "a.dljournal", finish=True).read_bytes()
    first = content.index(b"\n") + 1
    for end in range(first, len(content)):
        path = tmp_path / "cut.dljournal"
        path.write_bytes(content[:end])
        record = journal.read(path)
        assert len(record.entries) == min(content[:end].count(b"\n") - 1, 3)
        assert content[:end].endswith(record.torn)


def test_a_journal_cut_inside_its_header_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.dljournal"
    path.write_bytes(lines.write(HEADER.plain())[:-5])
    with pytest.raises(JournalError) as refused:
        journal.read(path)
    assert refused.value.code == "empty"


def test_going_on_after_a_tear_keeps_the_torn_bytes_in_a_file_of_their_own(tmp_path: Path) -> None:
    path = written(tmp_path / "a.dljournal")
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"c":"12')
    kept = Journal.resume(path, journal.read(path), Decision())
    kept.add(kept.draft(replace(Decision(), price_won=999)), "")
    kept.close()
    assert path.read_bytes().startswith(whole)
    assert journal.read(path).entries[3].orders == {"price_won": 999}
    assert (tmp_path / "a.dljournal.torn1").read_bytes() == b'{"c":"12'


def test_two_games_cannot_write_one_journal(tmp_path: Path) -> None:
    path = written(tmp_path / "a.dljournal")
    record = journal.read(path)
    first = Journal.resume(path, record, Decision())
    with pytest.raises(JournalError) as refused:
        Journal.resume(path, record, Decision())
    first.close()
    assert refused.value.code == "used"


@pytest.mark.parametrize("number", [2, 3, 5])
def test_damage_in_the_middle_is_named_by_line(tmp_path: Path, number: int) -> None:
    path = written(tmp_path / "a.dljournal", finish=True)
    content = path.read_bytes().splitlines(keepends=True)
    content[number - 1] = content[number - 1].replace(b":", b";", 1)
    path.write_bytes(b"".join(content))
    with pytest.raises(JournalError) as refused:
        journal.read(path)
    assert (refused.value.code, refused.value.values) == ("line", {"line": number})


def test_a_week_missing_or_doubled_is_named_by_line(tmp_path: Path) -> None:
    path = written(tmp_path / "a.dljournal")
    content = path.read_bytes().splitlines(keepends=True)
    for order in ([0, 1, 3], [0, 1, 1, 2], [0, 2, 1]):
        path.write_bytes(b"".join(content[line] for line in order))
        with pytest.raises(JournalError, match="line"):
            journal.read(path)


@pytest.mark.parametrize(
    "line",
    [
        b"{}\n",
        b"hello\n",
        b'{"kind":"deeplemma-journal"}\n',
        lines.write({**HEADER.plain(), "seed": True}),
        lines.write({**HEADER.plain(), "every": 4}),
        lines.write({**HEADER.plain(), "player": "\x1b[31m"}),
        lines.write({**HEADER.plain(), "mods": "campus"}),
        lines.write({**HEADER.plain(), "parent": {"week": 1}}),
        lines.write({**HEADER.plain(), "extra": 1}),
    ],
)
def test_a_header_no_game_writes_is_refused(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "a.dljournal"
    path.write_bytes(line)
    with pytest.raises(JournalError) as refused:
        journal.read(path)
    assert refused.value.code == "header"


def test_a_journal_of_a_newer_format_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.dljournal"
    path.write_bytes(lines.write({**HEADER.plain(), "format": 2}))
    with pytest.raises(JournalError) as refused:
        journal.read(path)
    assert refused.value.code == "format"


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.dljournal")
    for path, code in (("none", "missing"), (".", "unreadable"), ("pipe.dljournal", "unreadable")):
        with pytest.raises(JournalError) as refused:
            journal.read(tmp_path / path)
        assert refused.value.code == code


def test_lines_that_windows_has_ended_are_read_the_same(tmp_path: Path) -> None:
    path = written(tmp_path / "a.dljournal", finish=True)
    before = journal.read(path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert journal.read(path) == before


def test_a_full_disk_stops_the_game_before_the_next_week_and_leaves_whole_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.dljournal"
    kept = Journal.create(path, HEADER, Decision())
    kept.wait()

    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    kept.add(kept.draft(DECISIONS[0]), "")
    with pytest.raises(JournalError, match="unwritable"):
        kept.wait()
    with pytest.raises(JournalError, match="unwritable"):
        kept.draft(DECISIONS[1])
    with pytest.raises(JournalError, match="unwritable"):
        kept.close()
    assert path.read_bytes().endswith(b"\n")
