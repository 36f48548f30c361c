"""Old level files become new ones line by line; nothing is ever lost."""

from pathlib import Path

import pytest

from game.content import levels
from game.content.complaints import errors
from game.content.upgrades import upgraded
from tests.commands.conftest import Command

OLD = """\
# A draft.   Spaces and remarks stay.
format: 0   # before the first version
id: mine/old
extends: core/startup
title: {ko: 옛것, en: 'Old, but "mine"'}
player: {lock: [crawl], "cash": 600M}
segments:
  students: {wants: {accuracy: 1.5, privacy: 0.8}}   # accuracy here is no key of a condition
competitors:
  follower:
    strategy: "fast-follower"
    money: 900M
investors: {scarcity: {looks_for: technology}}
objectives:
  loop:
    kind: win
    when: "users > 3k and model.accuracy > 60% and
      not privacy.trust < 40%"
    points: 100
    text: {ko: 'privacy.trust는 그대로', en: The words model.accuracy stay}
events:
  leak:
    when: privacy.trust < 20%
    title: {ko: 소문, en: A rumour}
    effects: [{change: data.service.rows, scale: 0.5}, {change: privacy.trust, add: -5%}]
tests:
  gift: {play: nothing, expect: not won}
  greed: {play: greedy-data, expect: "not model.accuracy > 99%"}
"""
NEW = """\
# A draft.   Spaces and remarks stay.
format: 1   # before the first version
id: mine/old
extends: core/startup
title: {ko: 옛것, en: 'Old, but "mine"'}
player: {locked: [crawl], "cash": 600M}
segments:
  students: {wants: {quality: 1.5, privacy: 0.8}}   # accuracy here is no key of a condition
competitors:
  follower:
    strategy: follower
    cash: 900M
investors: {scarcity: {looks_for: scarcity}}
objectives:
  loop:
    kind: win
    when: "users > 3k and accuracy > 60% and
      not trust < 40%"
    points: 100
    text: {ko: 'privacy.trust는 그대로', en: The words model.accuracy stay}
events:
  leak:
    when: trust < 20%
    title: {ko: 소문, en: A rumour}
    effects: [{change: data.service, scale: 0.5}, {change: trust, add: -5%}]
tests:
  gift: {play: nothing, expect: not won}
  greed: {play: crawler-first, expect: "not accuracy > 99%"}
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_what_is_called_otherwise_changes(end: str) -> None:
    found = upgraded(OLD.replace("\n", end), "old.yaml")
    assert found.text == NEW.replace("\n", end)
    assert found.by_hand == ()


def test_what_comes_out_can_be_played(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_text(NEW, encoding="utf-8")
    assert errors(levels.examine(path).complaints) == ()


def test_an_upgraded_file_needs_no_second_upgrade() -> None:
    assert upgraded(NEW, "new.yaml").edits == ()


def test_every_file_of_the_game_is_of_the_present_format() -> None:
    for path in levels.files([levels.shelf.LEVELS]):
        text = path.read_text(encoding="utf-8")
        assert upgraded(text, path.name).text == text


def test_what_nothing_stands_for_any_more_is_named() -> None:
    found = upgraded("format: 0\nid: a\ndomain: {ceiling: 55%}\nplayer: {staff: {engineer: 2}}\n", "a.yaml")
    assert [(edit.place.line, edit.old) for edit in found.by_hand] == [(3, "domain"), (4, "player.staff")]


def test_the_old_file_is_kept_beside(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + OLD.encode())
    said = command("upgrade", path)
    assert said.code == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + NEW.encode()
    assert (tmp_path / "old.yaml.bak").read_bytes() == b"\xef\xbb\xbf" + OLD.encode()
    assert said.out.count(" -> ") == 13
    assert [p.name for p in sorted(tmp_path.iterdir()) if "old" in p.name] == ["old.yaml", "old.yaml.bak"]


def test_a_dry_run_changes_nothing(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_text(OLD, encoding="utf-8")
    said = command("upgrade", path, "--dry-run")
    assert (said.code, path.read_text(encoding="utf-8")) == (0, OLD)
    assert "old.yaml:6: lock -> locked" in said.out
    assert not (tmp_path / "old.yaml.bak").exists()


def test_a_backup_is_never_written_over(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_text(OLD, encoding="utf-8")
    (tmp_path / "old.yaml.bak").write_text("precious", encoding="utf-8")
    said = command("upgrade", path)
    assert said.code == 1
    assert (path.read_text(encoding="utf-8"), (tmp_path / "old.yaml.bak").read_text()) == (OLD, "precious")


def test_a_folder_is_upgraded_file_by_file_and_a_broken_one_is_left_alone(
    command: Command, tmp_path: Path
) -> None:
    home = tmp_path / "mine"
    home.mkdir()
    (home / "a.yaml").write_text("format: 0\nid: [\n", encoding="utf-8")
    (home / "b.yaml").write_text(OLD, encoding="utf-8")
    (home / "c.yaml").write_text(NEW, encoding="utf-8")
    said = command("upgrade", home)
    assert said.code == 1
    assert "a.yaml:2" in said.out
    assert (home / "b.yaml").read_text(encoding="utf-8") == NEW
    assert not (home / "c.yaml.bak").exists()


def test_check_says_that_an_old_file_can_be_upgraded(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_text(OLD, encoding="utf-8")
    said = command("check", path)
    assert "L327" in said.out
    assert "upgrade" in said.out
