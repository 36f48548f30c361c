"""Levels are found by id, built on others, and read without what a check does not need."""

import subprocess
import sys
from pathlib import Path

import pytest

from game.content import levels, resolving, shelf
from game.content.complaints import LevelError
from game.content.shelf import LEVELS, Shelf
from game.world.level import Text
from tests.content.levels_on_disk import PARENT, child, write

# --- finding


def test_a_level_goes_by_its_id_its_file_or_its_name() -> None:
    path = LEVELS / "02_the_loop.yaml"
    found = [levels.load(name) for name in ("the-loop", "02_the_loop", str(path), path)]
    assert {level.hash for level in found} == {levels.load("the-loop").hash}
    assert levels.find("the-loop") == path


def test_a_level_nobody_knows_is_named_with_the_nearest() -> None:
    with pytest.raises(LevelError) as caught:
        levels.load("the-lop")
    complaint = caught.value.complaints[0]
    assert complaint.code == "L313"
    assert complaint.hint is not None
    assert complaint.hint.args["near"] == "the-loop"


def test_ids_never_leave_the_folders(tmp_path: Path) -> None:
    outside = write(tmp_path, "outside", PARENT)
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.yaml").symlink_to(outside)
    (inside / "linked").symlink_to(tmp_path)
    assert list(Shelf((inside,)).ids()) == []
    for name in ("../outside", "inside/../outside", "link"):
        with pytest.raises(LevelError):
            levels.load(name, [inside])


def test_a_level_is_built_on_its_neighbour_before_it_is_installed(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT)
    level = levels.load(child(tmp_path, "kid", "player: {cash: {scale: 0.5}}\n"))
    assert level.start.cash_won == 150_000_000


def test_a_file_that_is_not_there_is_a_complaint(tmp_path: Path) -> None:
    with pytest.raises(LevelError) as caught:
        levels.load(tmp_path / "nowhere.yaml")
    assert caught.value.complaints[0].code == "Y101"


def test_a_changed_parent_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT)
    path = child(tmp_path, "kid")
    before = levels.load(path)
    write(tmp_path, "base", PARENT.replace("300M", "30M"))
    assert (before.start.cash_won, levels.load(path).start.cash_won) == (300_000_000, 30_000_000)


# --- building on others


def test_four_lines_are_a_level(tmp_path: Path) -> None:
    path = child(tmp_path, "four", extends="core/startup")
    assert [complaint.code for complaint in levels.check_paths([path])] == ["W411"]
    assert levels.load(path).title == Text("아이", "Child")


def test_maps_merge_lists_are_replaced_and_null_removes(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT + "hints: [{ko: 하나, en: One}, {ko: 둘, en: Two}]\n")
    level = levels.load(
        child(
            tmp_path,
            "kid",
            "segments: {everyday: {wants: {price: 2}}, overseas: null}\nhints: [{ko: 셋, en: Three}]\n"
            "events: null\n",
        )
    )
    everyday = level.segments[0]
    assert (everyday.people, everyday.taste.price, everyday.taste.privacy) == (10_000, 2.0, 0.9)
    assert [segment.id for segment in level.segments] == ["everyday", "workers", "students"]
    assert [hint.en for hint in level.hints] == ["Three"]
    assert level.events == ()


def test_changes_follow_each_other_down_the_family(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT)
    child(tmp_path, "kid", "player: {cash: {scale: 0.5}}\n")
    path = child(
        tmp_path, "grandkid", "player: {cash: {scale: 2, add: 1M}}\nclock: {weeks: {scale: 0.333}}\n", "kid"
    )
    level = levels.load(path)
    assert level.start.cash_won == 301_000_000
    assert level.weeks == 35  # 104 x 0.333, rounded


def test_the_past_of_a_value_is_remembered(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT)
    path = child(tmp_path, "kid", "player: {cash: {scale: 0.5}}\n")
    merging = resolving.resolve(path, Shelf().beside(path)).merging
    assert merging is not None
    past = merging.past[("player", "cash")]
    assert [(Path(origin.place.file).name, origin.text) for origin in past] == [
        ("startup.yaml", "700M"),
        ("base.yaml", "300M"),
        ("kid.yaml", "scale 0.5"),
    ]
    assert past[1].place.line == 5


def test_a_family_of_nine_is_one_too_many(tmp_path: Path) -> None:
    write(tmp_path, "g0", PARENT.replace("id: base", "id: g0").replace("extends: core/startup\n", ""))
    paths = [child(tmp_path, f"g{n}", extends=f"g{n - 1}") for n in range(1, 10)]
    codes = [{complaint.code for complaint in levels.check_paths([path])} for path in paths]
    assert "L312" not in codes[7]  # eight above it
    assert "L312" in codes[8]


def test_a_child_of_a_broken_parent_says_who_uses_it(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT.replace("300M", "lots"))
    complaints = levels.check_paths([child(tmp_path, "kid")])
    assert [Path(complaint.place.file).name for complaint in complaints] == ["base.yaml"]
    assert [note.id for note in complaints[0].notes] == ["used-through-extends"]


# --- staying light


def test_checking_needs_no_arrays_no_engine_of_the_market_and_no_window() -> None:
    code = (
        "import sys; from game.content.levels import check_paths; "
        "assert check_paths(['levels']) == []; "
        "print([m for m in ('numpy', 'mesa', 'pygame', 'scipy', 'networkx') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=LEVELS.parent
    )
    assert done.stdout.strip() == "[]"


def test_a_folder_stands_for_its_levels(tmp_path: Path) -> None:
    write(tmp_path, "base", PARENT.replace("300M", "lots"))
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    (tmp_path / "deeper").mkdir()
    write(tmp_path / "deeper", "other", PARENT.replace("id: base", "id: other").replace("10k", "many"))
    files = {Path(complaint.place.file).name for complaint in levels.check_paths([tmp_path])}
    assert files == {"base.yaml", "other.yaml"}


def test_a_listing_needs_only_the_file_itself(tmp_path: Path) -> None:
    path = child(tmp_path, "orphan", "teaching: {minutes: 25}\n", extends="nobody")
    listing = levels.listing(path)
    assert listing is not None
    assert (listing.id, listing.title.ko, listing.minutes) == ("orphan", "아이", 25)
    assert levels.listing(write(tmp_path, "broken", "[")) is None
    assert shelf.id_of(tmp_path / "nowhere.yaml") is None
