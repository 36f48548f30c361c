"""Event cards change quantities of a closed vocabulary, inside their bounds."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.messages import Source
from game.world.catalogue import EFFECTS, MARKET
from game.world.effects import Scene, apply
from game.world.level import Effect
from game.world.money import Reason
from game.world.parameters import Parameters
from tests.world.worlds import firm


@pytest.fixture
def scene():
    return Scene(firm(), Parameters())


@pytest.mark.parametrize("name", EFFECTS)
def test_every_effect_can_be_played_and_stays_inside_its_bounds(name, scene):
    for effect in (Effect(name, 1000.0, 1e9), Effect(name, 0.0, -1e9), Effect(name, 1.0, 0.0)):
        apply(effect, scene)
    doc = EFFECTS[name]
    if name.startswith(MARKET):
        assert doc.low <= getattr(scene.parameters, name.removeprefix(MARKET)) <= doc.high
    company = scene.company
    assert (company.trust >= 0).all()
    assert (company.stocks.clean >= 0).all()
    assert (company.stocks.raw >= 0).all()
    assert company.knowledge <= 0.95


def test_an_effect_scales_first_and_adds_then(scene):
    scene.company.content = 0.4
    apply(Effect("content", 0.5, 0.1), scene)
    assert scene.company.content == pytest.approx(0.3)


def test_money_moves_through_the_ledger(scene):
    apply(Effect("cash", 1.0, -50_000_000.0), scene)
    assert scene.company.ledger.week == {Reason.EVENT: -50_000_000}
    assert scene.company.ledger.cash_won == 650_000_000


@given(st.floats(0, 3), st.floats(0, 1e6))
@settings(derandomize=True, max_examples=30)
def test_scaled_data_keep_whom_they_are_about(scale, add):
    scene = Scene(firm(), Parameters())
    scene.company.stocks.clean[Source.SERVICE] = [400.0, 300.0, 200.0, 100.0]
    apply(Effect("data.service", scale, add), scene)
    row = scene.company.stocks.clean[Source.SERVICE]
    assert np.allclose(row, (1000 * scale + add) * np.array([0.4, 0.3, 0.2, 0.1]))


def test_data_out_of_nothing_are_about_everybody_alike(scene):
    apply(Effect("data.bought", 1.0, 800.0), scene)
    assert scene.company.stocks.clean[Source.BOUGHT].tolist() == [200.0] * 4


def test_a_number_that_a_level_has_put_outside_its_range_moves_no_further_out():
    scene = Scene(firm(), replace(Parameters(), hype=0.9))
    apply(Effect("market.hype", 2.0), scene)
    assert scene.parameters.hype == 0.9
    apply(Effect("market.hype", 0.5), scene)
    assert scene.parameters.hype == pytest.approx(0.45)


def test_what_people_are_like_cannot_be_decreed():
    assert "market.b_q" not in EFFECTS
    assert "users" not in EFFECTS
    with pytest.raises(KeyError):
        apply(Effect("users"), Scene(firm(), Parameters()))
