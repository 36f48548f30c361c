"""A real window, a real mouse: the same decisions as without a screen, to the last fingerprint.

Needs Xvfb and xdotool (Debian packages of the same names); skipped with a message where they are not installed.
"""

from dataclasses import replace

import pytest

from agents.messages import ModelKind
from game.content import levels
from game.content.words import Words
from game.play import journal
from game.play.playthrough import Playthrough
from game.ui.readings.levers import TABS
from tests.ui.real_screen import Player, needs_a_screen, screen

WORDS = Words("en")


def new_game(path):
    return Playthrough.new(levels.load("the-loop"), 5, path)


@pytest.fixture
def player(tmp_path):
    """Somebody before a game that was begun already."""
    path = tmp_path / "mouse.dljournal"
    new_game(path).close()
    with screen() as display:
        somebody = Player(display, tmp_path, "--lang", "en", "--data-dir", str(tmp_path), "play", str(path))
        try:
            yield somebody
        finally:
            somebody.leave()


def play_week(player, number, key="desk.apply.none"):
    """Press the large button once, when it is there, and wait until the week is written and seen."""
    player.click(player.wait_for_thing(WORDS.say(key, week=number), "BUTTON"))
    path = player.folder / "mouse.dljournal"
    player.wait_for(lambda: len(journal.read(path).entries) >= number, f"week {number} in the journal")
    player.wait_for_thing(WORDS.say("desk.week", week=number))


@needs_a_screen
def test_a_game_played_by_mouse_equals_the_same_decisions_played_headless(player, tmp_path):
    play_week(player, 1)
    tabs = player.wait_for_thing(WORDS.say("desk.decisions"), "TAB_LIST")
    player.click(tabs, (TABS.index("model") + 0.5) / len(TABS))
    player.click(player.wait_for_thing(WORDS.say("desk.kind.rules.name")))
    play_week(player, 2, "desk.apply")
    player.leave()
    plain = new_game(tmp_path / "plain.dljournal")
    first = plain.decision
    plain.play(first)
    plain.play(replace(first, model=ModelKind.RULES))
    plain.close()
    mine, same = (journal.read(tmp_path / f"{name}.dljournal").entries for name in ("mouse", "plain"))
    assert len(mine) == 2
    assert mine == same
