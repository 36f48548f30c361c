"""Mods on the command line: listed, ordered, turned on and off, played with, and remembered by journals."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Command
from tests.content.mods_for_tests import level, mod, patch

SHORT = "clock: {weeks: 12}\nmarket: {agents: 500}\n"
PLAYED = [
    SHORT,
    "objectives: {w: {kind: win, when: users > 900k, points: 100, text: {ko: 이긴다, en: Win}}}\n",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two mods in the player's folder: a level, and an override of another."""
    mods = tmp_path / "data" / "mods"
    mod(mods, "shop", files={"levels/first.yaml": level("shop/first", "".join(PLAYED))})
    mod(mods, "poor", files={"levels/loop.yaml": patch(f"player: {{cash: {{scale: 0.5}}}}\n{SHORT}")})
    monkeypatch.delenv("DEEPLEMMA_MODS", raising=False)
    return mods


def test_mods_are_listed_with_how_they_stand(command: Command, folder: Path) -> None:
    said = command("mods")
    assert said.code == 0
    assert [line.split()[:3] for line in said.out.splitlines()] == [
        ["on", "poor", "1.0"],
        ["on", "shop", "1.0"],
    ]
    assert "켜짐" in command("mods", "list", lang="ko").out


def test_mods_are_listed_for_programs(command: Command, folder: Path) -> None:
    mod(folder, "bad", "versoin: 1\n")
    said = command("mods", "list", "--format", "json")
    found = {one["id"]: one for one in json.loads(said.out)}
    assert said.code == 1
    assert [found[name]["state"] for name in ("shop", "poor", "bad")] == ["on", "on", "broken"]
    assert found["poor"]["overrides"] == ["the-loop"]
    assert found["bad"]["complaints"][0]["code"] == "L301"
    assert len(found["shop"]["hash"]) == 32


def test_mods_are_told_in_their_order(command: Command, folder: Path) -> None:
    mod(folder, "all", "needs: [shop, poor]\n")
    assert command("mods", "order").out.splitlines() == ["1  poor", "2  shop", "3  all (after shop, poor)"]
    assert [one["id"] for one in json.loads(command("mods", "order", "--format", "json").out)] == [
        "poor",
        "shop",
        "all",
    ]


def test_where_mods_are_at_odds_is_told_with_both_places(command: Command, folder: Path) -> None:
    assert "No mods are at odds" in command("mods", "conflicts").err
    mod(folder, "rich", files={"levels/loop.yaml": patch("player: {cash: 9B}\n")})
    said = command("mods", "conflicts")
    assert (said.code, said.out.count("W407")) == (0, 1)
    assert "poor/levels/loop.yaml:3" in said.out
    assert "rich/levels/loop.yaml:3" in said.out
    assert json.loads(command("mods", "conflicts", "--format", "json").out)[0]["path"] == "player.cash"


def test_a_mod_turned_off_stays_off(command: Command, folder: Path) -> None:
    assert command("check", "shop/first").code == 0
    assert command("mods", "off", "shop").code == 0
    assert command("mods").out.splitlines()[1].startswith("off")
    assert command("check", "shop/first").code == 2
    assert command("mods", "on", "shop").code == 0
    assert command("check", "shop/first").code == 0


@pytest.mark.parametrize("words", [("mods", "lits"), ("mods", "off"), ("mods", "off", "shpo")])
def test_what_cannot_be_done_with_mods_is_wrong_usage(
    command: Command, folder: Path, words: tuple[str, ...]
) -> None:
    assert command(*words).code == 2


def test_mods_can_lie_elsewhere(
    command: Command, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = mod(tmp_path / "other", "far").parent
    assert "far 1.0" in command("mods", "--mods", other).out
    monkeypatch.setenv("DEEPLEMMA_MODS", str(other))
    assert "far 1.0" in command("mods").out


def test_a_game_remembers_its_mods_and_verifies_only_with_them(
    command: Command, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "games"
    played = ("run", "the-loop", "--bot", "nothing", "--seeds", "1-1", "-j", "1")
    assert command(*played, "--journals", out, "-o", tmp_path / "t.csv").code == 0
    (journal,) = out.rglob("*.dljournal")
    header = json.loads(journal.read_text(encoding="utf-8").splitlines()[0])
    assert [mod.rpartition(" ")[0] for mod in header["mods"]] == ["poor 1.0"]
    assert command("verify", journal).out.startswith("VERIFIED")
    command("mods", "off", "poor")
    said = command("verify", journal)
    assert said.out.startswith("OTHER-LEVEL")
    assert "poor 1.0" in said.out


def test_a_game_without_a_mod_names_the_mod_that_changes_its_level_now(
    command: Command, folder: Path, tmp_path: Path
) -> None:
    command("mods", "off", "poor")
    out = tmp_path / "games"
    played = ("run", "first-customer", "--bot", "nothing", "--seeds", "1-1", "-j", "1", "--journals", out)
    assert command(*played, "-o", tmp_path / "t.csv").code == 0
    (journal,) = out.rglob("*.dljournal")
    body = "format: 1\noverrides: first-customer\nplayer: {cash: {scale: 2}}\n"
    mod(folder, "rich", files={"levels/x.yaml": body})
    said = command("verify", journal)
    assert said.out.startswith("OTHER-LEVEL")
    assert "change its level: rich 1.0" in said.out


def test_explain_names_the_mod_that_had_a_say(command: Command, folder: Path) -> None:
    assert "loop.yaml:3" in command("explain", "the-loop", "player.cash").out


def test_an_escape_in_a_mod_is_shown_and_not_sent(command: Command, folder: Path) -> None:
    mod(folder, "evil", 'about: {ko: "\\x1b[2J", en: "\x1b]0;x\x07"}\n')
    said = command("mods")
    assert said.code == 1
    assert "\x1b" not in said.out + said.err
