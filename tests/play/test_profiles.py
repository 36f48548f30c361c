"""Players who share a machine: each has their own things, nothing is ever lost, and no name leads anywhere."""

import unicodedata
from pathlib import Path

import pytest

from game.play import preferences, profiles, smallfiles
from game.play.nicknames import LONGEST, fault_of, tidied
from game.play.preferences import Preferences
from game.play.profiles import ProfileError, Profiles
from game.play.saves import Saves

BAD = {
    "": "empty",
    "   ": "empty",
    "a/b": "path",
    "..\\up": "path",
    "c:": "path",
    "what?": "path",
    "..": "dots",
    ".hidden": "dots",
    "last.": "dots",
    "CON": "reserved",
    "lpt1": "reserved",
    "nul.txt": "reserved",
    "line\nbreak": "control",
    "un\u202eod": "control",
    "zero\u200bwidth": "control",
    "나" * (LONGEST + 1): "long",
}


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path, as it is."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def code(wrong: pytest.ExceptionInfo[ProfileError]) -> str:
    return wrong.value.code


@pytest.mark.parametrize(("name", "fault"), BAD.items())
def test_a_bad_name_says_what_is_wrong_and_makes_nothing(tmp_path: Path, name: str, fault: str) -> None:
    with pytest.raises(ProfileError) as wrong:
        Profiles(tmp_path).add(name)
    assert code(wrong) == fault
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    "name", ["민서", "J. R. Kim", "김가람 2", "Łukasz", "ᄀ", "🙂", "O'Neil", "-", "p1", "removed"]
)
def test_any_other_name_will_do_and_no_folder_bears_it(tmp_path: Path, name: str) -> None:
    added = Profiles(tmp_path).add(name)
    assert added.name == name
    assert Profiles(tmp_path).named(name.upper()) == added
    assert list(tree(tmp_path)) == ["profiles/p1/profile.json"]


def test_names_that_differ_only_in_case_width_or_composition_are_the_same(tmp_path: Path) -> None:
    there = Profiles(tmp_path)
    there.add("Straße 가람")
    for again in ("STRASSE 가람", unicodedata.normalize("NFD", "straße 가람"), "Ｓtraße  가람"):
        with pytest.raises(ProfileError) as wrong:
            there.add(again)
        assert code(wrong) == "taken"
    assert fault_of("straße", ["Straße 가람"]) == ""
    assert tidied(unicodedata.normalize("NFD", "가람")) == "가람"


def test_a_machine_with_one_player_is_as_it_always_was(tmp_path: Path) -> None:
    saves = Saves(tmp_path)
    saves.folder.mkdir()
    (saves.folder / "old.dljournal").write_bytes(b"{}\n")
    before = tree(tmp_path)
    only = Profiles(tmp_path).current
    assert (only.is_first, only.data, only.settings_path) == (
        True,
        tmp_path,
        preferences.settings_path(tmp_path),
    )
    assert [save.name for save in Saves(only.data).all()] == ["old"]
    assert tree(tmp_path) == before


def test_everybody_has_saves_and_settings_of_their_own(tmp_path: Path) -> None:
    there = Profiles(tmp_path)
    one, two = there.add("one"), there.add("two")
    preferences.write(one.settings_path, Preferences(theme="light"))
    paths = {Saves(p.data).free_path("the-loop") for p in there.all()}
    assert len(paths) == 3
    assert preferences.read(one.settings_path).theme == "light"
    assert preferences.read(two.settings_path) == Preferences()
    assert preferences.read(there.first.settings_path) == Preferences()


def test_who_played_last_is_remembered_and_the_first_player_stands_in_for_who_is_gone(tmp_path: Path) -> None:
    there = Profiles(tmp_path)
    added = there.add("가람")
    there.choose(added)
    assert Profiles(tmp_path).current == added
    there.remove(added)
    assert there.current.is_first


def test_a_renamed_player_keeps_everything_and_so_does_the_first(tmp_path: Path) -> None:
    there = Profiles(tmp_path)
    added = there.add("가람")
    (added.data / "saves").mkdir()
    (added.data / "saves" / "x.dljournal").write_bytes(b"{}\n")
    renamed = there.rename(added, "나래")
    assert (renamed.data, renamed.name) == (added.data, "나래")
    assert there.rename(renamed, "나래").name == "나래"  # their own name is not taken
    assert there.rename(there.first, "엄마") == there.first
    assert there.current.name == "엄마"
    with pytest.raises(ProfileError) as wrong:
        there.rename(renamed, "엄마")
    assert code(wrong) == "taken"


def test_a_player_who_is_removed_is_moved_aside_whole_and_comes_back_whole(tmp_path: Path) -> None:
    there = Profiles(tmp_path)
    added = there.add("가람")
    (added.data / "saves").mkdir()
    (added.data / "saves" / "x.dljournal").write_bytes(b"{}\n")
    before = tree(added.data)
    aside = there.remove(added)
    assert tree(aside) == before
    assert [p.id for p in there.all()] == [""]
    fresh = there.add("가람")
    assert fresh.id != added.id  # no folder is ever used twice
    back = there.restore(there.removed()[0])
    assert (back.id, back.name) == (added.id, "가람 2")
    assert (back.data / "saves" / "x.dljournal").read_bytes() == b"{}\n"
    assert there.removed() == ()


def test_the_first_player_cannot_be_removed(tmp_path: Path) -> None:
    with pytest.raises(ProfileError) as wrong:
        Profiles(tmp_path).remove(Profiles(tmp_path).first)
    assert code(wrong) == "first"


def test_broken_files_cost_a_name_and_never_a_player(tmp_path: Path) -> None:
    there = Profiles(tmp_path)
    added = there.add("가람")
    for broken in (b"", b"[]", b'{"name": 7}', b'{"name": "../x"}', b"\xff\xfe", b"[" * 100_000):
        (added.data / "profile.json").write_bytes(broken)
        (there.folder / "profiles.json").write_bytes(broken)
        assert [p.name for p in there.all()] == ["", "p1"]
        assert there.current.is_first


def test_what_is_no_player_is_left_alone(tmp_path: Path) -> None:
    there = Profiles(tmp_path)
    there.add("가람")
    for name in ("p0", "p01", "q1", "p9999999", "..x"):
        (there.folder / name).mkdir()
    (there.folder / "p7").write_text("a file")
    (tmp_path / "elsewhere").mkdir()
    (there.folder / "p8").symlink_to(tmp_path / "elsewhere")
    assert [p.id for p in there.all()] == ["", "p1"]
    assert there.add("나래").id == "p2"


def test_there_is_an_end_to_how_many_may_share_a_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profiles, "MOST", 2)
    there = Profiles(tmp_path)
    there.add("one")
    with pytest.raises(ProfileError) as wrong:
        there.add("two")
    assert code(wrong) == "many"


def test_a_small_file_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.json"
    smallfiles.write(path, {"a": 1})

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        smallfiles.write(path, {"a": 2})
    assert smallfiles.read(path) == {"format": 1, "a": 1}
    assert [p.name for p in tmp_path.iterdir()] == ["x.json"]
