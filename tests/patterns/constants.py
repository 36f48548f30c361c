"""The patterns that follow from parameters alone: they guard edits of a curve, a constant or a default.

Each is computed by the rules of the game, at the default parameters, without playing a week.
"""

from collections.abc import Callable

import numpy as np

from agents import exact
from agents.arrays import Floats
from agents.messages import Decision, ModelKind, Source
from agents.week import OWN_CASUAL, OWN_LOYAL, REVIEW_CASUAL, REVIEW_LOYAL, SLOPE
from game.world import data, learning
from game.world.data import TrainingSets
from game.world.ground import ground_of
from game.world.parameters import Parameters
from tests.levels_for_tests import tiny

DEFAULTS = Parameters()
GROUND = ground_of(tiny(), DEFAULTS)
FOUNDERS = 0.15  # knowledge of the domain that founders have read up on
FEATURED = range(3)  # segments the open data are not about


def _curve(items: Floats) -> Floats:
    """Return the error of an untuned deep learner without domain knowledge."""
    return np.asarray(learning.learning_curve(items, 0.0, 0.0, DEFAULTS)[1])


def _slope(error: Floats, items: Floats) -> float:
    return float(-np.polyfit(np.log(items), np.log(error), 1)[0])


_DECADES = np.logspace(4.5, 7.5, 30)


def exponent() -> float:
    return _slope(_curve(_DECADES) - DEFAULTS.Einf_dl, _DECADES)


def naive_exponent() -> float:
    return _slope(_curve(_DECADES), _DECADES)


def _families(items: Floats) -> Floats:
    """Return the errors of rules, classical and deep on perfect items of the people asked, (3, n)."""
    sets = TrainingSets(np.broadcast_to(items, (2, 4, items.size)), np.zeros((2, 4, items.size)))
    return learning.errors(sets, 0.0, FOUNDERS, DEFAULTS).felt


def _crossing(overtaker: ModelKind, overtaken: ModelKind) -> float:
    items = np.logspace(1.5, 7, 4000)
    felt = _families(items)
    behind = np.flatnonzero(felt[overtaker] > felt[overtaken])
    return float(items[behind[-1]])


def deep_overtakes_classical() -> float:
    return _crossing(ModelKind.DEEP, ModelKind.CLASSICAL)


def classical_overtakes_rules() -> float:
    return _crossing(ModelKind.CLASSICAL, ModelKind.RULES)


def _from(clean: Floats, feedback: int = 0) -> learning.Errors:
    wrong = data.noise(Decision(feedback_permille=feedback), DEFAULTS)
    return learning.errors(data.training_sets(clean, wrong, GROUND), 0.0, FOUNDERS, DEFAULTS)


def learned_against_rules_on_open_data() -> float:
    clean = np.zeros((4, 4))
    clean[Source.OPEN] = DEFAULTS.open_n * GROUND.open_mix
    felt = _from(clean).felt[:, FEATURED].mean(axis=1)
    return float(min(felt[1], felt[2]) / felt[0])


def saturation() -> float:
    e = _curve(np.array([1e4, 1e5, 1e6, 1e7]))
    return float((e[2] - e[3]) / (e[0] - e[1]))


def items_for_wrong_labels() -> float:
    clean = np.full((4, 4), 1000.0)
    right, wrong = (data.training_sets(clean, np.full(4, share), GROUND).items for share in (0.0, 0.2))
    return float((right / wrong).mean())


def points_lost_by_distance() -> float:
    clean = np.zeros((4, 4))
    clean[Source.OPEN, 0] = 1e5
    found = _from(clean)
    return float(100 * (found.felt - found.lab)[ModelKind.DEEP, 0])


def _retention(value: float, weeks: int) -> float:
    """Return the share of those who tried a service of constant value who are still there weeks later."""
    p, happy = DEFAULTS, float(exact.sigma(SLOPE * value))
    casual, loyal = p.conv_max * happy, 0.0
    for _ in range(weeks):
        warms = casual * 2 * p.promote * happy
        casual *= 1 - OWN_CASUAL - REVIEW_CASUAL * (1 - happy) - 2 * p.promote * happy
        loyal = loyal * (1 - OWN_LOYAL - REVIEW_LOYAL * (1 - happy)) + warms
    return casual + loyal


def _wait(seconds: float, is_visible: bool) -> float:
    return learning.latency_util(seconds, is_visible, DEFAULTS)


def _preferring(seconds: float, is_visible: bool) -> float:
    return float(exact.sigma(_wait(seconds, is_visible) - _wait(0.1, False)))


def _slower(seconds: float) -> float:
    """Return the change of use, per cent, when hidden inference takes so much longer than 0.2 s."""
    return 100 * (float(exact.exp(_wait(0.2 + seconds, False) - _wait(0.2, False))) - 1)


FIGURES: dict[str, Callable[[], float]] = {
    "P1": exponent,
    "P1.1": naive_exponent,
    "P2": deep_overtakes_classical,
    "P3": classical_overtakes_rules,
    "P4": learned_against_rules_on_open_data,
    "P5": saturation,
    "P6": items_for_wrong_labels,
    "P7": points_lost_by_distance,
    "P11": lambda: _retention(0.0, 0),
    "P11.1": lambda: _retention(0.0, 3),
    "P11.2": lambda: _retention(1.5, 3),
    "P18": lambda: _preferring(30, True),
    "P18.1": lambda: _preferring(30, False),
    "P19": lambda: _slower(0.1),
    "P19.1": lambda: _slower(0.4),
    "P19.2": lambda: _slower(2.0),
}
