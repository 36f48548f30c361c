"""The book of clients tells what there is, what it brings, and what clients said in the last quarter."""

from dataclasses import replace

import pytest

from game.content.words import Words
from game.ui.readings import clients
from game.ui.readings.clients import QUARTER_WEEKS
from game.ui.tokens import Tone
from game.world.report import NewsItem
from tests.ui.games_for_tests import played


def told(week, kind, **values):
    return NewsItem(week, kind, "info", tuple(values.items()))


@pytest.fixture
def view():
    """Twenty weeks of a firm that sells technology, with clients who answered in the first, the tenth and the last."""
    found = played("must-it-be-deep", 20).view()
    first = (told(1, "contract.wanting", clients=50.0),)
    tenth = (
        told(10, "contract.wanting", clients=4.0, quality=0.3),
        told(10, "contract.elsewhere", clients=2.0),
    )
    last = (
        told(20, "contract.signed", signed=3.0, fee_won=9e6, number=3.0),
        told(20, "experiment.failed", number=7.0),
    )
    said = {0: first, 9: tenth, 19: last}
    history = [replace(report, news=said.get(week, ())) for week, report in enumerate(found.history)]
    return replace(found, history=tuple(history))


def test_answers_of_the_last_quarter_are_counted_and_older_ones_are_not(view):
    counted = {news: clients.count(view, news) for _, news, _ in clients._ANSWERS}
    assert len(view.history) > QUARTER_WEEKS
    assert counted == {
        "contract.signed": 3, "contract.wanting": 4, "contract.elsewhere": 2, "contract.lapsed": 0, "experiment.failed": 1,
    }  # fmt: skip


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_happened_stands_out_and_what_did_not_is_plain(view, language):
    lines = clients.lines(Words(language), view)
    tones = [line.tone for line in lines[-5:]]
    assert [line.amount for line in lines[-5:]] == ["3", "4", "2", "0", "1"]
    assert tones == [Tone.GOOD, Tone.BAD, Tone.WARN, Tone.PLAIN, Tone.WARN]
    assert len({line.what for line in lines}) == len(lines)
