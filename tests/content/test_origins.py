"""Every value of a level knows the files and lines that had a say in it."""

from pathlib import Path

import pytest

from game.content import origins, resolving
from game.content.merging import Merging
from game.content.origins import taken_out, traced
from game.content.shelf import Shelf

FILES = {
    "base": "extends: core/startup\nplayer: {cash: 300M}\nclock: {weeks: 50}\nhints: [{ko: 하나, en: One}]\n",
    "kid": "extends: base\nplayer: {cash: {scale: 0.5, add: 1M}}\nclock: {weeks: 60}\nevents: null\n",
    "grandkid": "extends: kid\nplayer: {cash: {add: -1M}}\nclock: {weeks: 70}\nparameters: {b_q: {add: 0.5}}\n"
    "segments: {overseas: null, students: {size: 5k}}\n",
}


@pytest.fixture
def merging(tmp_path: Path) -> Merging:
    for name, text in FILES.items():
        head = f"format: 1\nid: {name}\ntitle: {{ko: 집, en: House}}\n"
        body = text.replace("b_q: {add: 0.5}", "b_q: 4") if name == "grandkid" else text
        (tmp_path / f"{name}.yaml").write_text(head + body, encoding="utf-8")
    found = resolving.resolve(tmp_path / "grandkid.yaml", Shelf().beside(tmp_path / "grandkid.yaml")).merging
    assert found is not None
    return found


def past(merging: Merging, key: str) -> list[tuple[str, str]]:
    (found,) = traced(merging, key.split("."))
    return [(Path(origin.place.file).stem, origin.text) for origin in found.origins]


def test_changes_are_told_one_by_one_from_the_figure_they_change(merging: Merging) -> None:
    (cash,) = traced(merging, ("player", "cash"))
    assert (cash.key, cash.leaf.text) == ("player.cash", "150M")
    assert cash.base.text == "300M"
    assert [origin.changes for origin in cash.changes] == [
        (("scale", "0.5"), ("add", "1M")),
        (("add", "-1M"),),
    ]
    assert [(Path(o.place.file).stem, o.text) for o in cash.replaced] == [("startup", "700M")]


def test_what_was_set_anew_counts_and_what_stood_before_is_remembered(merging: Merging) -> None:
    assert past(merging, "clock.weeks") == [
        ("startup", "104"), ("base", "50"), ("kid", "60"), ("grandkid", "70"),
    ]  # fmt: skip
    (weeks,) = traced(merging, ("clock", "weeks"))
    assert (weeks.base.text, weeks.changes, len(weeks.replaced)) == ("70", (), 3)


def test_a_value_said_once_has_one_origin_at_its_line(merging: Merging) -> None:
    assert past(merging, "hints.0.ko") == [("base", "하나")]
    (hint,) = traced(merging, ("hints", "0", "ko"))
    assert hint.base.place.line == 7


def test_a_map_gives_all_that_is_in_it(merging: Merging) -> None:
    found = [one.key for one in traced(merging, ("segments", "students"))]
    assert "segments.students.size" in found
    assert all(key.startswith("segments.students.") for key in found)
    assert len(traced(merging)) > 50


def test_what_was_removed_says_where(merging: Merging) -> None:
    assert traced(merging, ("events",)) == ()
    gone = taken_out(merging, ("events", "exam-season"))
    assert gone is not None
    assert (Path(gone.file).stem, gone.line) == ("kid", 7)
    assert taken_out(merging, ("segments", "overseas", "size")) is not None
    assert taken_out(merging, ("segments", "students")) is None


def test_what_was_removed_and_set_again_forgets_its_past(tmp_path: Path) -> None:
    for name, text in {
        "a": "extends: core/startup\nplayer: {ux: 30%}",
        "b": "extends: a\nplayer: {ux: null}",
        "c": "extends: b\nplayer: {ux: 40%}",
    }.items():
        head = f"format: 1\nid: {name}\ntitle: {{ko: 집, en: House}}\n"
        (tmp_path / f"{name}.yaml").write_text(head + text + "\n", encoding="utf-8")
    merging = resolving.resolve(tmp_path / "c.yaml", Shelf().beside(tmp_path / "c.yaml")).merging
    assert merging is not None
    assert past(merging, "player.ux") == [("c", "40%")]
    assert taken_out(merging, ("player", "ux")) is None


def test_known_keys_are_maps_lists_and_values(merging: Merging) -> None:
    found = set(origins.known(merging))
    assert {"player", "player.cash", "hints", "hints.0", "hints.0.ko"} <= found
    assert "events" not in found
