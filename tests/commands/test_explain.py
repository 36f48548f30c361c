"""`explain`: values with every file and line that had a say in them, lists of names, messages."""

import re
from pathlib import Path

import pytest

from game.content import checks, pages
from game.study.bots import BOTS
from game.world.catalogue import CATALOGUE
from tests.commands.conftest import Command

KID = """\
format: 1
id: kid
extends: small
title: {ko: 아이, en: A child}
player: {cash: {scale: 0.5}, knowledge: {scale: 2}}
market: {reference_price: {add: -100}}
clock: {weeks: 9}
events: null
"""


@pytest.fixture
def kid(small: Path) -> Path:
    path = small.with_name("kid.yaml")
    path.write_text(KID, encoding="utf-8")
    return path


def test_a_changed_figure_is_told_as_a_sum_with_files_and_lines(command: Command, kid: Path) -> None:
    said = command("explain", kid, "player.cash")
    assert said.code == 0
    first, second = said.out.splitlines()
    assert re.fullmatch(
        rf"player\.cash: 350M = 700M \(.*core/startup\.yaml:\d+\) x 0\.5 \({re.escape(str(kid))}:5\)", first
    )
    assert second == "    money in the till, won: won, 0 to 10000B"


def test_what_was_replaced_is_told_too(command: Command, kid: Path) -> None:
    said = command("explain", kid, "clock.weeks").out.splitlines()[0]
    assert re.fullmatch(
        r"clock\.weeks: 9 \(.*kid\.yaml:7\); instead of 8 \(.*small\.yaml:6\); instead of 104 \(.*\)", said
    )


def test_a_share_that_was_worked_out_is_told_in_per_cent(command: Command, kid: Path) -> None:
    assert command("explain", kid, "player.knowledge").out.startswith("player.knowledge: 30% = 15% (")


def test_a_change_downwards_has_a_minus(command: Command, kid: Path) -> None:
    assert ") - 100 (" in command("explain", kid, "market.reference_price").out


def test_what_nothing_is_said_about_is_the_game_s_own(command: Command, kid: Path) -> None:
    said = command("explain", kid, "market.distance").out
    assert said.startswith("market.distance: 30% (nothing is written")
    assert "0.03 to 0.25" in command("explain", kid, "parameters.wom").out


def test_what_was_removed_is_told_with_its_line(command: Command, kid: Path) -> None:
    said = command("explain", kid, "events.rumour").out
    assert re.match(r"events\.rumour: removed \(.*kid\.yaml:8\)", said)


def test_a_whole_level_is_told_key_by_key(command: Command, kid: Path) -> None:
    lines = command("explain", kid).out.splitlines()
    assert len(lines) > 50
    assert all(re.match(r"[a-z]+(\.[\w-]+)*: .* \(.*:\d+\)$", line) for line in lines)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_key_no_level_has_is_wrong_usage_with_the_nearest(command: Command, kid: Path, lang: str) -> None:
    for key in ("player.csh", "segments.studnets.size"):
        said = command("explain", kid, key, lang=lang)
        assert (said.code, said.out) == (2, "")
        assert "player.cash" in said.err or "segments.students.size" in said.err


def test_a_broken_level_is_explained_as_far_as_it_goes(command: Command, kid: Path) -> None:
    kid.write_text(KID + "plaier: {cash: 1}\n", encoding="utf-8")
    said = command("explain", kid, "player.cash")
    assert said.out.startswith("player.cash: 350M")
    assert "1 thing is wrong with this level" in said.err


def test_a_file_that_cannot_be_read_is_told_like_any(command: Command, kid: Path) -> None:
    kid.write_text("[", encoding="utf-8")
    said = command("explain", kid)
    assert said.code == 1
    assert "kid.yaml:1" in said.err


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_lists_name_everything_and_stand_in_columns(command: Command, lang: str) -> None:
    lines = command("explain", "values", lang=lang).out.splitlines()
    assert [line.split()[0] for line in lines] == list(CATALOGUE)
    starts = {re.match(r"\S+ +", line)[0].__len__() for line in lines}  # type: ignore[index]
    assert len(starts) == 1
    for word in ("effects", "parameters"):
        assert len(command("explain", word, lang=lang).out.splitlines()) > 10


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_message_is_explained_with_a_wrong_and_a_right_example(command: Command, lang: str) -> None:
    said = command("explain", "l301", lang=lang)
    assert said.code == 0
    assert said.out.startswith("L301  ")
    assert "plaier: {cash: 300M}" in said.out
    assert said.out.index("plaier") < said.out.index("    player: {cash: 300M}")


@pytest.mark.parametrize(("word", "near"), [("vaules", "values"), ("L399", "L3"), ("no-such-level", "")])
def test_a_word_that_is_nothing_is_wrong_usage(command: Command, word: str, near: str) -> None:
    said = command("explain", word)
    assert (said.code, said.out) == (2, "")
    assert word in said.err
    assert near in said.err


def test_every_page_can_be_asked_for(command: Command) -> None:
    for code in pages.codes():
        assert command("explain", code).code == 0


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_bot_and_every_icon_is_listed(command: Command, lang: str) -> None:
    told = command("explain", "bots", lang=lang).out.splitlines()
    assert [line.split()[0] for line in told] == list(BOTS)
    assert command("explain", "icons", lang=lang).out.split() == list(checks.icons())


def test_a_parameter_is_listed_with_its_figure_range_and_unit(command: Command) -> None:
    lines = command("explain", "parameters").out.splitlines()
    line = next(line for line in lines if line.startswith("half_life "))
    assert re.match(r"half_life +78 +26 … 260 +weeks +", line)
