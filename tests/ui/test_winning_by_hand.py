"""The whole game from the title to the end of the prologue, as a process on a real window, with a real mouse and real keys.

The player hears what a screen reader hears, goes by the tutorial, and finds the journal true afterwards. Needs Xvfb and xdotool
(Debian packages of the same names); skipped with a message where they are not installed.
"""

import pytest

from game.content import levels
from game.content.words import Words
from game.play import journal, replay
from game.play.replay import Status
from game.ui.readings.levers import LEVERS, name_of, reads
from game.world.report import Outcome
from tests.ui.real_screen import Player, needs_a_screen, screen

LEVEL = levels.load("one-minute-pitch")
WORLD = (
    4  # one that is won by the price of 300 won whenever it is set until week 9 (tried by decisions alone)
)
FAIR_WON = 300  # what the tutorial calls usual
OPEN_BY = 6  # weeks, by which the service has long opened
WORDS = Words("en")
PRICE = next(lever for lever in LEVERS if lever.name == "price_won")


@pytest.fixture
def player(tmp_path):
    with screen() as display:
        data = str(tmp_path / "data")
        somebody = Player(display, tmp_path, "--lang", "en", "--data-dir", data, "play", "--seed", str(WORLD))
        try:
            yield somebody
        finally:
            somebody.leave()


@needs_a_screen
def test_the_prologue_is_won_from_the_title_by_its_own_tutorial(player):
    begin_from_the_title(player)
    learn_to_step(player)
    ask_somebody_and_change_the_colours(player)
    lower_the_price(player)
    play_to_the_end(player)
    player.leave()
    verdict = replay.verify(journal_of(player), lambda _: LEVEL)
    assert verdict.status is Status.VERIFIED
    assert verdict.record.ending.result.outcome == Outcome.WON.value
    assert any(entry.orders.get("price_won") == FAIR_WON for entry in verdict.record.entries)


def begin_from_the_title(player):
    title, world = WORDS.say("title.begin-note"), WORDS.say("opening.world")
    player.wait_for(lambda: any(title in thing.value for thing in player.things()), "the title")
    player.key("Return")
    opened = player.wait_for_thing(world, "TEXT_INPUT")
    assert opened.value == str(WORLD)
    player.click(player.wait_for_thing(WORDS.say("opening.start"), "BUTTON"))
    player.wait_for(lambda: lesson(player) == 1, "the desk with its first lesson")


def learn_to_step(player):
    player.click(player.wait_for_thing(WORDS.say("coach.next"), "BUTTON"))
    player.wait_for(lambda: lesson(player) == 2, "the second lesson")
    player.until(lambda: player.key("space"), lambda: weeks(player) >= 1, "a week by Space")
    player.wait_for(lambda: lesson(player) == 3, "the third lesson")
    while lesson(player) == 3:
        assert weeks(player) < OPEN_BY, "the service never opens"
        due = weeks(player) + 1
        player.until(lambda: player.key("4"), lambda least=due: weeks(player) >= least, f"week {due}")
        player.wait_for(lambda: is_shown(player), "the week on the screen")


def ask_somebody_and_change_the_colours(player):
    places = iter((0.5 + 0.03 * n, 0.5 + 0.02 * n) for n in range(15))  # somebody stands at one of them
    player.until(
        lambda: player.click(player.find(WORDS.say("desk.market.stage")), *next(places)),
        lambda: lesson(player) == 5,
        "somebody's card",
        3.0,
    )
    assert player.find(WORDS.say("desk.person.panel")).value
    lens = player.wait_for_thing(WORDS.say("desk.lens.name"), "COMBO_BOX")

    def choose():
        player.click(lens)
        player.key("Down", "Down", "Down", "Down", "Return")

    player.until(choose, lambda: lesson(player) == 6, "other colours")


def lower_the_price(player):
    name, wanted = name_of(WORDS, PRICE), reads(WORDS, PRICE, FAIR_WON)

    def price():
        return player.find(name, "SLIDER").value

    player.click(player.wait_for_thing(name, "SLIDER"))
    player.until(lambda: player.key("Home"), lambda: price() == reads(WORDS, PRICE, 0), "the lowest price")
    while (before := price()) != wanted:
        player.key("Right")
        player.wait_for(lambda was=before: price() != was, "another price")


def play_to_the_end(player):
    def report():
        return player.find(WORDS.say("monthly.close"), "BUTTON")

    def let_time_run():
        if report() is not None:
            player.key("Escape")
            player.wait_for(lambda: report() is None, "the monthly report to close")
        player.key("3")

    while not is_over(player):
        before = weeks(player)
        player.until(
            let_time_run, lambda was=before: is_over(player) or weeks(player) > was, "time to run", 2.0
        )
    player.click(player.wait_for_thing(WORDS.say("diagnosis.skip"), "BUTTON"))
    made_it = WORDS.say("end.because.goals-met")
    player.wait_for(
        lambda: any(made_it in f"{thing.label} {thing.value}" for thing in player.things()), "the good end"
    )


# ---- what can be known


def lesson(player):
    """Which sentence of the tutorial is due, 0 for none."""
    coach = player.find(WORDS.say("coach.name"))
    counts = [
        WORDS.say("coach.count", at=at, of=len(LEVEL.tutorial)) for at in range(len(LEVEL.tutorial) + 1)
    ]
    return counts.index(coach.value) if coach is not None and coach.value in counts else 0


def is_shown(player):
    """Whether the screen shows the last week that was written."""
    return player.find(WORDS.say("desk.week", week=weeks(player))) is not None


def journal_of(player):
    """The only game there is, None before there is one."""
    return next(player.folder.rglob(f"*{journal.SUFFIX}"), None)


def weeks(player):
    """How many weeks are written."""
    path = journal_of(player)
    return 0 if path is None else len(journal.read(path).entries)


def is_over(player):
    """Whether the end is written."""
    path = journal_of(player)
    return path is not None and journal.read(path).ending is not None
