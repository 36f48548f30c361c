"""A difficulty changes a level by the level format's own overrides, and nothing but what it says."""

from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import pytest

from game.content import difficulty, levels
from game.content.complaints import LevelError
from game.content.handicaps import DIFFICULTIES, NORMAL, SLOW_MARKET, WAYS, parted, variant, ways_of
from game.content.shelf import LEVELS
from game.content.words import Words
from game.study import assists_told
from game.world.level import Level
from game.world.parameters import Parameters

IDS = [listing.id for listing in levels.campaign()]


def level_with(tmp_path: Path, text: str, ways: tuple[str, ...]) -> Level:
    path = tmp_path / "own.yaml"
    path.write_text(
        f"format: 1\nid: own\nextends: core/startup\ntitle: {{ko: 내 것, en: Own}}\n{text}\n",
        encoding="utf-8",
    )
    return levels.load(path, (LEVELS,), ways)


@pytest.mark.parametrize("id_", IDS)
@pytest.mark.parametrize("way", WAYS)
def test_every_level_can_be_played_in_every_way_and_is_another_level_then(id_: str, way: str) -> None:
    plain, other = levels.load(id_), levels.load(variant(id_, (way,)))
    assert other.id == plain.id
    assert other.hash != plain.hash
    same = replace(other, hash=plain.hash, start=replace(other.start, cash_won=plain.start.cash_won),
                   parameters=plain.parameters, rivals=plain.rivals)  # fmt: skip
    assert same == plain


def test_a_level_played_normally_is_the_level_itself() -> None:
    assert levels.load(variant("the-loop", ways_of(NORMAL, ("hints", "undo")))) == levels.load("the-loop")


def test_the_figures_are_those_of_the_file() -> None:
    plain, hard = levels.load("the-loop"), levels.load("the-loop+hard")
    by = {factor.key: factor.by for factor in difficulty.factors(("hard",))}
    assert hard.start.cash_won == plain.start.cash_won * by["player", "cash"]
    changed = {
        f.name
        for f in fields(Parameters)
        if getattr(hard.parameters, f.name) != getattr(plain.parameters, f.name)
    }
    assert changed == {"seed", *(key[-1] for key in by if key[0] == "parameters")}
    assert difficulty.said(("hard",))[0] == "player.cash x0.97"


def test_gentle_is_gentler_and_hard_is_harder_in_every_figure() -> None:
    """Money and people who stay help; mistakes, clients who hesitate and trust that is lost do not."""
    helps = {
        "cash": 1,
        "conv_max": 1,
        "Einf_ml": -1,
        "Einf_dl": -1,
        "E_rule": -1,
        "lead_weeks": -1,
        "trust_hit": -1,
    }
    for way, sign in (("gentle", 1), ("hard", -1)):
        for factor in difficulty.factors((way,)):
            assert (factor.by - 1) * helps[factor.key[-1]] * sign > 0, factor.said


def test_ways_add_up_in_their_order() -> None:
    both = levels.load(variant("the-loop", ("hard", SLOW_MARKET)))
    assert both.start.cash_won == levels.load("the-loop+hard").start.cash_won
    assert both.parameters.half_life == levels.load("the-loop+slow-market").parameters.half_life == 156


def test_only_firms_that_copy_are_slowed() -> None:
    slow = levels.load("the-loop+slow-market")
    assert [rival.enters_after for rival in slow.rivals] == [16, 32]


def test_a_figure_at_the_edge_of_what_is_plausible_still_moves(tmp_path: Path) -> None:
    edge = level_with(tmp_path, "parameters: {half_life: 200, forget: 0.001}", (SLOW_MARKET,))
    assert (edge.parameters.half_life, edge.parameters.forget) == (400.0, 0.0005)
    reasoned = level_with(
        tmp_path, "parameters: {half_life: {value: 300, override: true, why: law}}", (SLOW_MARKET,)
    )
    assert reasoned.parameters.half_life == 600.0


def test_a_market_without_rivals_can_be_slow(tmp_path: Path) -> None:
    alone = level_with(
        tmp_path,
        "competitors: {incumbent: null, follower: null}\nevents: {rival-press: null}",
        (SLOW_MARKET,),
    )
    assert alone.rivals == ()
    assert alone.parameters.half_life == 156


@pytest.mark.parametrize("name", ["the-loop+easy", "the-loop+", "the-loop+hard+nonsense", "the-loop+normal"])
def test_a_way_nobody_knows_is_told(name: str) -> None:
    with pytest.raises(LevelError) as wrong:
        levels.load(name)
    assert wrong.value.complaints[0].code == "L313"


def test_names_and_ways_join_and_part_again() -> None:
    assert parted(variant("core/startup", ("gentle", SLOW_MARKET))) == (
        "core/startup",
        ("gentle", SLOW_MARKET),
    )
    assert parted("the-loop") == ("the-loop", ())
    assert [ways_of(known, ()) for known in DIFFICULTIES] == [("gentle",), (), ("hard",)]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_everything_a_way_changes_is_told_in_words(lang: str) -> None:
    for way in WAYS:
        told = list(assists_told.changes(Words(lang), (way,)))
        factors = difficulty.factors((way,))
        assert len(set(told)) == len(told) > 0
        assert {line.rpartition("×")[2] for line in told} == {str(Decimal(f.by).normalize()) for f in factors}
