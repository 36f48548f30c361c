"""Mods: they bring levels, change those of others, and whatever is wrong with one harms nothing else."""

import os
from pathlib import Path

import pytest

from game.content import levels
from game.content.complaints import LevelError
from game.content.examining import examine_paths
from game.content.modding import read_mods
from game.content.modorder import State
from game.content.nodes import Map
from game.content.telling import CATALOGUE, sentence, tell
from game.content.tree import read_file
from tests.content.mods_for_tests import HEAD, level, mod, patch, png
from tests.content.mods_read import codes

# --- what a mod brings


def test_a_level_of_a_mod_is_found_by_its_id(tmp_path: Path) -> None:
    mod(tmp_path, "shop", files={"levels/first.yaml": level("shop/first")})
    where = read_mods(tmp_path).shelf()
    found = levels.load("shop/first", where)
    assert found.title.en == "A level"
    assert [stamp.rpartition(" ")[0] for stamp in found.mods] == ["shop 1.0"]


def test_without_the_mod_its_level_is_unknown(tmp_path: Path) -> None:
    mod(tmp_path, "shop", files={"levels/first.yaml": level("shop/first")})
    where = read_mods(tmp_path, off=["shop"]).shelf()
    with pytest.raises(LevelError):
        levels.load("shop/first", where)


def test_a_level_of_the_game_can_be_overridden_key_by_key(tmp_path: Path) -> None:
    body = "title: {ko: 가난, en: Poor}\nplayer: {cash: {scale: 0.5}, ux: 40%}\nevents: {leak-rumour: null}\n"
    mod(tmp_path, "poor", files={"levels/loop.yaml": patch(body)})
    before, after = levels.load("the-loop"), levels.load("the-loop", read_mods(tmp_path).shelf())
    assert after.id == "the-loop"
    assert after.title.en == "Poor"
    assert after.start.cash_won * 2 == before.start.cash_won
    assert after.start.ux == 0.4
    assert {card.id for card in before.events} - {card.id for card in after.events} == {"leak-rumour"}
    assert after.hash != before.hash


def test_a_parent_that_is_overridden_changes_its_children(tmp_path: Path) -> None:
    patched = patch("player: {cash: 123M}\n").replace("the-loop", "core/startup")
    mod(tmp_path, "rich", files={"levels/core.yaml": patched})
    assert levels.load("the-loop", read_mods(tmp_path).shelf()).start.cash_won == 123_000_000


def test_the_later_mod_counts_and_later_means_needed_first_then_by_name(tmp_path: Path) -> None:
    mod(tmp_path, "a", "needs: [b]\n", {"levels/x.yaml": patch("player: {cash: {add: 1M}}\n")})
    mod(tmp_path, "b", files={"levels/x.yaml": patch("player: {cash: 10M}\n")})
    found = read_mods(tmp_path)
    assert [one.id for one in found.mods] == ["b", "a"]
    assert levels.load("the-loop", found.shelf()).start.cash_won == 11_000_000


def test_a_game_without_mods_has_the_levels_it_always_had(tmp_path: Path) -> None:
    assert levels.load("the-loop", read_mods(tmp_path / "none").shelf()) == levels.load("the-loop")
    assert levels.load("the-loop").mods == ()


def test_mods_do_not_put_their_levels_into_the_campaign(tmp_path: Path) -> None:
    mod(tmp_path, "shop", files={"levels/01_first.yaml": level("shop/first")})
    own = [found.id for found in levels.campaign()]
    assert [found.id for found in levels.campaign(read_mods(tmp_path).shelf())] == own


def test_the_order_of_keys_and_comments_of_a_mod_do_not_change_a_level_but_its_hash_changes(
    tmp_path: Path,
) -> None:
    home = mod(tmp_path, "shop", files={"levels/first.yaml": level("shop/first")})
    before = levels.load("shop/first", read_mods(tmp_path).shelf())
    (home / "levels" / "first.yaml").write_text("# a remark\n" + level("shop/first"), encoding="utf-8")
    after = levels.load("shop/first", read_mods(tmp_path).shelf())
    assert before.hash == after.hash
    assert before.mods != after.mods


def test_texts_say_the_sentences_of_the_screen_in_other_words(tmp_path: Path) -> None:
    mod(tmp_path, "dialect", files={"texts/ko.yaml": "title:\n  motto: 어서 오이소\n"})
    found = read_mods(tmp_path)
    assert found.texts("ko") == {"title.motto": "어서 오이소"}
    assert found.texts("en") == {}


def test_a_picture_is_found_by_its_name(tmp_path: Path) -> None:
    home = mod(tmp_path, "shop", "picture: cover\n", {"assets/cover.png": png(64, 64)})
    assert read_mods(tmp_path).mods[0].picture == home / "assets" / "cover.png"


# --- what is refused, and takes nothing else along


def good(tmp_path: Path) -> None:
    mod(tmp_path, "zz-good", files={"levels/first.yaml": level("zz-good/first")})


REFUSED = {
    "no mod.yaml": ({"mod.yaml": ""}, "Y118"),
    "not YAML": ({"mod.yaml": "id: [\n"}, "Y105"),
    "an id that is a path": ({"mod.yaml": "format: 1\nid: ../up\nversion: 1\ntitle: {ko: 가, en: A}\n"}, "L309"),
    "an id of two parts": ({"mod.yaml": "format: 1\nid: a/b\nversion: 1\ntitle: {ko: 가, en: A}\n"}, "L309"),
    "no version": ({"mod.yaml": "format: 1\nid: bad\ntitle: {ko: 가, en: A}\n"}, "L302"),
    "a version that is none": ({"mod.yaml": "format: 1\nid: bad\nversion: new\ntitle: {ko: 가, en: A}\n"}, "M606"),
    "a range that is none": ({"mod.yaml": HEAD.format(id="bad") + "game: newest\n"}, "M607"),
    "a picture that is too large": ({"assets/cover.png": png(60_000, 60_000)}, "M615"),
    "a picture that is none": ({"assets/cover.png": b"GIF89a" + b"\0" * 40}, "M614"),
    "a sentence the game does not have": ({"texts/ko.yaml": "title: {moto: 안녕}\n"}, "L313"),
    "a gap nothing fills": ({"texts/ko.yaml": "title: {motto: '{name.__class__}'}\n"}, "L316"),
    "a gap of another sentence": ({"texts/ko.yaml": "title: {motto: '{week}주'}\n"}, "L315"),
    "a sentence without end": ({"texts/ko.yaml": f"title: {{motto: {'아' * 400}}}\n"}, "L322"),
    "an override that breaks a level": ({"levels/x.yaml": patch("segments: null\n")}, "L302"),
    "an override of nothing": ({"levels/x.yaml": patch("").replace("the-loop", "no-such")}, "L313"),
    "an override with an id": ({"levels/x.yaml": patch("extends: core/startup\n")}, "M610"),
    "a device": ({"assets/NUL.png": png(2, 2)}, "M612"),
    "a name with a stroke in it": ({"assets/a\\b.png": png(2, 2)}, "M612"),
    "a name with an escape in it": ({"assets/a\x1b[2J.png": png(2, 2)}, "M612"),
    "two names alike": ({"assets/A.png": png(2, 2), "assets/a.png": png(2, 2)}, "M612"),
    "too many files": ({f"assets/{n}.md": "" for n in range(501)}, "M613"),
}  # fmt: skip
ONLY_HERE = {"a device", "a name with a stroke in it", "a name with an escape in it", "two names alike"}


@pytest.mark.parametrize("case", REFUSED)
def test_a_broken_mod_is_told_and_harms_nothing_else(case: str, tmp_path: Path) -> None:
    if os.name == "nt" and case in ONLY_HERE:
        pytest.skip("this system cannot even keep such a file")
    files, code = REFUSED[case]
    mod(tmp_path, "bad", files=files)  # type: ignore[arg-type]
    good(tmp_path)
    found = read_mods(tmp_path)
    broken = [one for one in found.standings if one.state is State.BROKEN]
    assert [code in [c.code for c in one.complaints] for one in broken] == [True]
    assert [one.id for one in found.mods] == ["zz-good"]
    assert levels.load("zz-good/first", found.shelf()).hash
    assert levels.load("the-loop", found.shelf()) == levels.load("the-loop")
    told = tell(broken[0].complaints, "ko") + tell(broken[0].complaints, "en")
    assert "\x1b" not in told
    for complaint in broken[0].complaints:
        assert 1 <= complaint.place.line <= complaint.place.source.last


@pytest.mark.skipif(os.name == "nt", reason="this system cannot keep some of the files")
def test_every_message_about_mods_is_met_and_said_in_both_languages(tmp_path: Path) -> None:
    for number, (files, _) in enumerate(REFUSED.values()):
        mod(tmp_path / f"{number}", "bad", files=files)  # type: ignore[arg-type]
    others = tmp_path / "others"
    mod(others, "a", "conflicts: [h]\n", {"levels/x.yaml": level("b/x"), "tool.exe": "MZ"})
    mod(others, "b", 'game: ">=9"\n')
    mod(others, "c", "needs: [d]\n")
    mod(others, "d", "needs: [c]\n")
    mod(others, "e", "needs: [f]\n")
    mod(others, "f").joinpath("link").symlink_to("/etc")
    mod(others, "h")
    mod(others / "g", "i").rename(others / "again")
    mod(others, "i")
    odds = tmp_path / "odds"
    mod(odds, "b", files={"levels/x.yaml": patch("player: {cash: 2M}\n")})
    mod(odds, "c", files={"levels/x.yaml": patch("player: {cash: 3M}\n")})
    complaints = [
        c
        for place in sorted(tmp_path.iterdir())
        for found in examine_paths([place])
        for c in found.complaints
    ]
    catalogue = read_file(CATALOGUE).root
    assert catalogue is not None
    codes = catalogue.entries["codes"].value
    assert isinstance(codes, Map)
    wanted = {code for code in codes.entries if code[0] == "M"} - {"M609"} | {
        "W407",
        "W431",
    }  # M609 is about no mod
    assert wanted - {complaint.code for complaint in complaints} == set()
    for language in ("ko", "en"):
        assert "{" not in "".join(sentence(c, language) for c in complaints if c.code in wanted)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no links or pipes here")
@pytest.mark.parametrize("kind", ["file", "folder", "levels", "pipe", "mod"])
def test_nothing_leads_out_of_a_mod(kind: str, tmp_path: Path) -> None:
    mods, home = tmp_path / "mods", mod(tmp_path / "mods", "bad")
    outside = mod(tmp_path, "outside", files={"levels/x.yaml": level("bad/x")})
    (home / "assets").mkdir()
    if kind == "file":
        (home / "assets" / "passwd.png").symlink_to("/etc/passwd")
    elif kind == "folder":
        (home / "assets" / "up").symlink_to(tmp_path)
    elif kind == "levels":
        (home / "levels").symlink_to(outside / "levels")
    elif kind == "pipe":
        os.mkfifo(home / "assets" / "pipe.png")
    else:
        (mods / "linked").symlink_to(outside)
    found = read_mods(mods)
    assert ["M611" in codes(found, one.mod.id) for one in found.standings if one.state is State.BROKEN] == [
        True
    ]
    with pytest.raises(LevelError):
        levels.load("bad/x", found.shelf())


def test_code_in_a_mod_is_never_read_only_named(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    code = f"open({str(mark)!r}, 'w')\n"
    mod(tmp_path / "mods", "shop", files={"levels/__init__.py": code, "mod.py": code, "conftest.py": code})
    found = read_mods(tmp_path / "mods")
    assert codes(found, "shop") == ["W431"] * 3
    assert found.mods
    assert not mark.exists()


def test_a_broken_level_of_a_mod_leaves_its_others_alone(tmp_path: Path) -> None:
    files = {"levels/good.yaml": level("shop/good"), "levels/bad.yaml": level("shop/bad", "plaier: 1\n")}
    mod(tmp_path, "shop", files=files)
    where = read_mods(tmp_path).shelf()
    assert levels.load("shop/good", where).hash
    with pytest.raises(LevelError):
        levels.load("shop/bad", where)


@pytest.mark.parametrize("name", ["the-loop", "other/first", "shopping/first", "shop"])
def test_a_mod_cannot_take_the_place_of_a_level_by_its_id(name: str, tmp_path: Path) -> None:
    mod(tmp_path, "shop", files={"levels/first.yaml": level(name)})
    where = read_mods(tmp_path).shelf()
    complaints = levels.examine(tmp_path / "shop" / "levels" / "first.yaml", where).complaints
    assert "M608" in [complaint.code for complaint in complaints]
    assert levels.load("the-loop", where) == levels.load("the-loop")


def test_a_mod_cannot_take_the_place_of_another_mod_s_level(tmp_path: Path) -> None:
    mod(tmp_path, "aaa", files={"levels/first.yaml": level("shop/first").replace("A level", "A thief")})
    mod(tmp_path, "shop", files={"levels/first.yaml": level("shop/first")})
    where = read_mods(tmp_path).shelf()
    assert levels.load("shop/first", where).title.en == "A level"
    assert levels.examine(tmp_path / "shop" / "levels" / "first.yaml", where).complaints == ()
