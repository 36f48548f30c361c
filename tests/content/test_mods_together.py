"""Several mods at once: their order, who gives way, keys that two of them set, and how a folder of them is checked."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.content import levels, modding
from game.content.complaints import LevelError
from game.content.examining import examine_paths
from game.content.modding import read_mods
from game.content.modorder import State
from game.content.telling import tell
from tests.content.mods_for_tests import WIN, level, mod, patch
from tests.content.mods_read import EXAMPLES, codes, states

# --- order


def test_the_order_does_not_depend_on_the_names_of_folders(tmp_path: Path) -> None:
    for folder, ids in (("one", "cab"), ("two", "bca")):
        for place, name in enumerate(ids):
            home = mod(tmp_path / folder, name)
            home.rename(tmp_path / folder / f"{place}")
    assert [one.id for one in read_mods(tmp_path / "one").mods] == ["a", "b", "c"]
    assert [one.id for one in read_mods(tmp_path / "two").mods] == ["a", "b", "c"]


def test_what_is_needed_or_wished_for_comes_first(tmp_path: Path) -> None:
    mod(tmp_path, "a", "needs: [c]\noptional: [b, not-here]\n")
    mod(tmp_path, "b", "optional: [d]\n")
    mod(tmp_path, "c")
    mod(tmp_path, "d")
    assert [one.id for one in read_mods(tmp_path).mods] == ["c", "d", "b", "a"]


def test_a_mod_without_what_it_needs_takes_those_along_that_need_it(tmp_path: Path) -> None:
    mod(tmp_path, "a", "needs: [b]\n")
    mod(tmp_path, "b", "needs: [not-here]\n")
    mod(tmp_path, "c")
    found = read_mods(tmp_path)
    assert states(found) == {"c": State.ON, "a": State.BROKEN, "b": State.BROKEN}
    assert (codes(found, "a"), codes(found, "b")) == (["M602"], ["M602"])


def test_a_mod_that_is_turned_off_is_missing(tmp_path: Path) -> None:
    mod(tmp_path, "a", "needs: [b]\n")
    mod(tmp_path, "b")
    found = read_mods(tmp_path, off=["b"])
    assert states(found) == {"b": State.OFF, "a": State.BROKEN}


def test_mods_in_a_circle_are_refused_and_the_circle_is_named(tmp_path: Path) -> None:
    mod(tmp_path, "a", "needs: [b]\n")
    mod(tmp_path, "b", "optional: [c]\n")
    mod(tmp_path, "c", "needs: [a]\n")
    mod(tmp_path, "d", "optional: [a]\n")
    found = read_mods(tmp_path)
    assert [one.id for one in found.mods] == ["d"]
    standing = found.mod("b")
    assert standing is not None
    assert "b > c > a > b" in tell(standing.complaints, "en")


def test_of_two_mods_with_one_id_neither_is_used(tmp_path: Path) -> None:
    mod(tmp_path, "a")
    mod(tmp_path / "x", "a").rename(tmp_path / "copy")
    found = read_mods(tmp_path)
    assert found.mods == ()
    assert "M601" in codes(found, "a")


def test_a_mod_that_is_at_odds_with_another_gives_way(tmp_path: Path) -> None:
    mod(tmp_path, "a", "conflicts: [b]\n")
    mod(tmp_path, "b")
    assert states(read_mods(tmp_path)) == {"b": State.ON, "a": State.BROKEN}
    assert states(read_mods(tmp_path, off=["b"])) == {"a": State.ON, "b": State.OFF}


@pytest.mark.parametrize(
    ("wanted", "is_on"), [('">=0.1,<0.2"', True), ('">=0.2"', False), ("==0.1.0", True), ("!=0.1", False)]
)
def test_a_mod_says_for_which_games_it_is_made(wanted: str, is_on: bool, tmp_path: Path) -> None:
    mod(tmp_path, "a", f"game: {wanted}\n")
    assert bool(read_mods(tmp_path).mods) is is_on


# --- two mods and one key


def test_a_key_that_two_mods_set_is_told_with_both_places(tmp_path: Path) -> None:
    mod(tmp_path, "a", files={"levels/x.yaml": patch("player: {cash: 10M, ux: 30%}\n")})
    mod(tmp_path, "b", files={"levels/y.yaml": patch("clock: {weeks: 60}\nplayer: {cash: {scale: 2}}\n")})
    (found,) = read_mods(tmp_path).overlaps
    assert (found.code, found.path, found.place.line) == ("W407", "player.cash", 4)
    told = tell([found], "en")
    assert "a/levels/x.yaml:3" in told
    assert "b/levels/y.yaml:4" in told


def test_removing_what_another_mod_sets_is_told_too(tmp_path: Path) -> None:
    mod(tmp_path, "a", files={"levels/x.yaml": patch("events: {leak-rumour: {chance: 5%}}\n")})
    mod(tmp_path, "b", files={"levels/x.yaml": patch("events: {leak-rumour: null}\n")})
    assert [found.path for found in read_mods(tmp_path).overlaps] == ["events.leak-rumour"]


def test_a_mod_that_knows_the_other_may_set_what_it_sets(tmp_path: Path) -> None:
    mod(tmp_path, "a", files={"levels/x.yaml": patch("player: {cash: 10M}\n")})
    mod(tmp_path, "b", "optional: [a]\n", {"levels/x.yaml": patch("player: {cash: 20M}\n")})
    assert read_mods(tmp_path).overlaps == ()


# --- checking


def test_everything_wrong_in_a_folder_of_mods_is_said_at_once_and_by_place(tmp_path: Path) -> None:
    mod(tmp_path, "a", "versoin: 2\n", {"levels/x.yaml": level("a/x", "plaier: 1\n")})
    mod(tmp_path, "b", files={"levels/y.yaml": patch("player: {cash: lots}\n")})
    found = [
        (c.place.file.rpartition(tmp_path.name)[2], c.code)
        for e in examine_paths([tmp_path])
        for c in e.complaints
    ]
    assert {("/a/mod.yaml", "L301"), ("/a/levels/x.yaml", "L301"), ("/b/levels/y.yaml", "L317")} <= set(found)


def test_one_file_of_a_mod_is_checked_as_a_part_of_it(tmp_path: Path) -> None:
    home = mod(
        tmp_path, "a", "needs: [b]\n", {"levels/x.yaml": level("a/x").replace("core/startup", "b/base")}
    )
    mod(tmp_path, "b", files={"levels/base.yaml": level("b/base")})
    (found,) = examine_paths([home / "levels" / "x.yaml"])
    assert found.complaints == ()
    assert found.level is not None
    assert len(found.level.mods) == 2


@pytest.mark.parametrize("name", ["speech", "lean-loop"])
def test_nothing_is_wrong_with_the_example_mods(name: str) -> None:
    found = list(examine_paths([EXAMPLES / name]))
    assert [c.code for e in found for c in e.complaints] == []
    assert [e.level is not None for e in found] == [False, True]


def test_a_mod_that_is_changed_is_read_again(tmp_path: Path) -> None:
    home = mod(tmp_path, "a")
    assert read_mods(tmp_path).mods[0].shape is not None
    (home / "mod.yaml").write_text("id: [broken\n", encoding="utf-8")
    assert modding.read_mods(tmp_path).mods == ()


def test_a_mod_brings_no_level_by_its_name_alone(tmp_path: Path) -> None:
    mod(tmp_path, "a", files={"levels/x.yaml": level("a/x"), "other/y.yaml": level("a/y", WIN)})
    found = read_mods(tmp_path)
    assert codes(found, "a") == ["W431"]
    with pytest.raises(LevelError):
        levels.load("a/y", replace(found.shelf()))
