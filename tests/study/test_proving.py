"""What a proof finds in the games it was given, what it plays, and what it keeps."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from agents.messages import LEVERS
from game.study import proving, trying
from game.study.bots import BOTS
from game.study.proofs import Proofs
from game.study.proving import Known, Proof
from game.study.trying import Trial, Tried, attempt, settings
from game.world.conditions import ALWAYS, Binary, Condition, Number, Operator, Value
from game.world.level import Kind, Level, Objective, Order, Plan, Text
from tests.levels_for_tests import tiny

NAME = Text("이름", "Name")
WIN = Objective("win", Kind.WIN, ALWAYS, NAME)


def asks(name: str) -> Condition:
    return Condition(f"{name} > 0", Binary(Operator.MORE, Value(name), Number(0.0)))


def game(name: str, seed: int, outcome: str = "time", **more: object) -> Tried:
    cause = {"won": "goals-met", "lost": "out-of-cash", "time": "out-of-time"}[outcome]
    lever, setting = str(more.pop("lever", "")), int(str(more.pop("setting", 0)))
    spent = tuple(more.pop("spent", (0,) * len(LEVERS)))  # type: ignore[arg-type]
    trial = Trial(name, seed, lever, setting)
    told = Tried(trial, outcome, cause, 8, 0, 100.0, spent, (), "f")
    return replace(told, **more)


def known(games: Iterable[Tried]) -> Known:
    return {one.trial: one for one in games}


def everybody(outcome: str, worlds: int = 4, **others: str) -> list[Tried]:
    """Games of every bot, all alike but for those named, a letter of w, l, t for each world."""
    letters = {"w": "won", "l": "lost", "t": "time"}
    games = []
    for name in BOTS:
        told = others.get(name.replace("-", "_").replace("+", "_"), "")
        for seed in range(1, worlds + 1):
            games.append(game(name, seed, letters[told[seed - 1]] if told else outcome))
    return games


def codes(proof: Proof) -> list[str]:
    return [finding.code for finding in proof.findings]


@pytest.fixture
def level(tiny_level: Level) -> Level:
    return replace(tiny_level, objectives=(WIN,), hash="1" * 32)


def test_a_level_nobody_wins_is_found(level: Level) -> None:
    assert codes(proving.proof(level, known(everybody("lost")))) == ["P511"]


def test_a_level_everybody_wins_is_found_and_so_is_one_won_by_doing_nothing(level: Level) -> None:
    assert {"P513", "P512"} <= set(codes(proving.proof(level, known(everybody("won")))))
    idle = proving.proof(level, known(everybody("lost", nothing="wlll", break_all="wwww")))
    assert "P512" in codes(idle)
    assert "P513" not in codes(idle)


def test_a_sandbox_need_not_be_won(tiny_level: Level) -> None:
    assert codes(proving.proof(tiny_level, known(everybody("time")))) == []


def test_one_way_is_no_choice_and_two_that_mend_different_shortages_are(level: Level) -> None:
    games = everybody("lost", break_data="wwwl", break_users="wwll")
    alone = [replace(one, moved=("ux_won",)) for one in games]
    assert codes(proving.proof(level, known(alone))) == ["W421"]
    moved = {"break-data": ("buying_won",), "break-users": ("ux_won",)}
    apart = [replace(one, moved=moved.get(one.trial.player, ())) for one in games]
    assert codes(proving.proof(level, known(apart))) == []


def test_two_ways_that_spend_their_money_differently_are_two(level: Level) -> None:
    games = everybody("lost", break_data="wwww", break_users="wwww")

    def spending(share: int) -> list[Tried]:
        spent = {"break-data": (100, 0), "break-users": (100 - share, share)}
        rest = (0,) * (len(LEVERS) - 2)
        return [replace(one, spent=(*spent.get(one.trial.player, (0, 0)), *rest)) for one in games]

    assert codes(proving.proof(level, known(spending(29)))) == ["W421"]
    assert codes(proving.proof(level, known(spending(30)))) == []


def test_an_objective_nobody_loses_by_is_found_but_solvency_is_left_aside(level: Level) -> None:
    must = (
        Objective("trusted", Kind.MUST, asks("trust"), NAME),
        Objective("solvent", Kind.MUST, asks("cash"), NAME),
    )
    level = replace(level, objectives=(WIN, *must))
    games = [
        replace(one, moved=(one.trial.player,)) for one in everybody("lost", break_all="wwww", trap="wwww")
    ]
    found = proving.proof(level, known(games)).findings
    assert [finding.path for finding in found if finding.code == "W423"] == [("objectives", "trusted")]
    lost = [replace(one, cause="trusted") if one.outcome == "lost" else one for one in games]
    assert "W423" not in codes(proving.proof(level, known(lost)))


def test_a_lever_is_dead_if_it_does_nothing_wherever_it_stands(level: Level) -> None:
    plain = everybody("lost", break_all="wwww")
    dead = [game("break-all", seed, "won", lever="ops_won", setting=s) for seed in (1, 2) for s in (0, 9)]
    found = proving.proof(level, known([*plain, *dead])).findings
    assert [finding.args[0] for finding in found if finding.code == "W422"] == [("key", "ops_won")]
    for change in ({"users": 101.0}, {"score": 10}, {"outcome": "lost"}):
        alive = [*dead[:3], replace(dead[3], **change)]
        assert "W422" not in codes(proving.proof(level, known([*plain, *alive])))


def test_a_lever_that_is_dead_in_the_best_hands_may_be_alive_in_idle_ones(level: Level) -> None:
    plain = everybody("lost", break_all="wwww")
    dead = [game("break-all", seed, "won", lever="opens_early", setting=1) for seed in (1, 2)]
    alive = game("nothing", 1, "lost", lever="opens_early", setting=1, users=150.0)
    assert "W422" in codes(proving.proof(level, known([*plain, *dead])))
    assert "W422" not in codes(proving.proof(level, known([*plain, *dead, alive])))


def test_building_another_family_of_model_is_another_way(level: Level) -> None:
    games = everybody("lost", break_data="wwwl", break_users="wwll")

    def building(families: tuple[int, ...]) -> list[Tried]:
        other = {"break-users": families}
        return [replace(one, families=other.get(one.trial.player, (24, 0, 0, 0))) for one in games]

    assert codes(proving.proof(level, known(building((20, 4, 0, 0))))) == ["W421"]
    assert codes(proving.proof(level, known(building((11, 13, 0, 0))))) == []


def test_a_first_lesson_with_one_lever_has_one_way(level: Level) -> None:
    games = everybody("lost", break_data="wwwl", break_users="wwll")
    start = replace(level.start, locked=frozenset(LEVERS) - {"price_won"})
    assert codes(proving.proof(replace(level, start=start), known(games))) == []


def test_a_standing_counts_worlds_and_names_what_ended_them(level: Level) -> None:
    games = everybody("time", trap="wlll")
    standing = next(s for s in proving.standings(level, games) if s.player == "trap")
    assert (standing.worlds, standing.won, standing.lost) == (4, 0.25, 0.75)
    assert standing.causes == (("out-of-cash", 3), ("goals-met", 1))


# --- played in earnest


def test_every_bot_and_plan_plays_every_world_once(level: Level) -> None:
    plan = Plan("cheap", NAME, (Order(ALWAYS, (("price_won", 10),)),))
    trials = proving.players(replace(level, plans=(plan,)), 3)
    assert len(trials) == len(set(trials)) == 3 * (len(BOTS) + 1)
    assert Trial("plan:cheap", 3) in trials


def test_what_is_known_is_not_played_again(level: Level) -> None:
    kept: Known = {}
    told: list[tuple[int, int]] = []
    trials = [Trial("trap", 1), Trial("nothing", 1)]
    proving.play(level, trials, kept, 1, lambda done, of: told.append((done, of)))
    proving.play(level, [*trials, Trial("nothing", 2)], kept, 1, lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2), (1, 1)]
    assert {trial.seed for trial in kept} == {1, 2}


def test_a_game_tells_what_was_spent_and_moved(level: Level) -> None:
    tried = attempt((level, Trial("break-users", 1)))
    spent = dict(zip(LEVERS, tried.spent, strict=True))
    assert spent["content_won"] > 0
    assert spent["buying_won"] == 0
    assert {"content_won", "is_visible"} <= set(tried.moved)
    assert attempt((level, Trial("break-users", 1))) == tried


def test_a_held_lever_stands_where_it_is_held(level: Level) -> None:
    held = attempt((level, Trial("trap", 1, "marketing_won", 0)))
    assert dict(zip(LEVERS, held.spent, strict=True))["marketing_won"] == 0
    assert held.print != attempt((level, Trial("trap", 1))).print


def test_a_lever_that_cannot_be_held_is_let_go(level: Level) -> None:
    locked = replace(level, start=replace(level.start, locked=frozenset({"marketing_won"})))
    held = attempt((locked, Trial("trap", 1, "marketing_won", 0)))
    assert held.print == attempt((locked, Trial("trap", 1))).print


def test_only_levers_the_player_can_move_are_tried_each_in_two_places_or_more(level: Level) -> None:
    start = replace(level.start, locked=frozenset({"price_won"}))
    found: dict[str, set[int]] = {}
    for lever, setting in settings(replace(level, start=start)):
        found.setdefault(lever, set()).add(setting)
    assert set(found) == set(LEVERS) - start.locked
    assert all(len(places) >= 2 for places in found.values())


def test_the_levers_of_the_best_and_the_idle_player_are_tried_and_of_nobody_where_none_wins(
    level: Level,
) -> None:
    games = everybody("lost", break_data="wwll", break_users="wlll")
    assert {trial.player for trial in proving.nudges(level, known(games))} == {"break-data", "nothing"}
    assert proving.nudges(level, known(everybody("lost"))) == []


def test_only_a_lever_that_did_nothing_is_tried_in_the_hands_of_all_who_find_a_way(level: Level) -> None:
    games = everybody("lost", break_data="wwww", break_users="wwll", break_all="wlll")
    dead = [
        game("break-data", seed, "won", lever="price_won", setting=s) for seed in (1, 2) for s in (150, 600)
    ]
    alive = [game("break-data", 1, "lost", lever="ux_won", setting=0)]
    told = known([*games, *dead, *alive])
    found = proving.last_nudges(level, told)
    assert {(trial.player, trial.lever) for trial in found} == {("break-users", "price_won")}
    assert "W422" in codes(proving.proof(level, told))
    other = game("break-users", 1, "won", lever="price_won", setting=150, users=300.0)
    assert "W422" not in codes(proving.proof(level, {**told, other.trial: other}))


# --- kept


@pytest.fixture
def played(level: Level) -> Known:
    return known([attempt((level, Trial("nothing", 1))), attempt((level, Trial("trap", 1, "ux_won", 0)))])


def test_what_was_played_is_kept_and_found_again(tmp_path: Path, level: Level, played: Known) -> None:
    proofs = Proofs(tmp_path)
    assert proofs.current(level) == {}
    proofs.keep(level, played)
    assert proofs.read(level) == proofs.current(level) == played
    assert proofs.read(replace(level, hash="2" * 32)) == {}
    assert [path.suffix for path in proofs.folder.iterdir()] == [".json"]


def test_what_does_not_come_out_any_more_is_left_aside(tmp_path: Path, level: Level, played: Known) -> None:
    proofs = Proofs(tmp_path)
    first = next(iter(played.values()))
    proofs.keep(level, {**played, first.trial: replace(first, print="0" * 32)})
    assert proofs.read(level) != {}
    assert proofs.current(level) == {}


@pytest.mark.parametrize(
    "text", ["", "[", "{}", "[1]", '[{"trial": 1}]', '[{"trial": {"player": "x"}}]', "[" * 100_000, "nul\0"]
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, level: Level, played: Known, text: str) -> None:
    proofs = Proofs(tmp_path)
    proofs.keep(level, played)
    next(proofs.folder.iterdir()).write_text(text, encoding="utf-8")
    assert proofs.current(level) == {}


def test_a_player_that_is_gone_makes_a_proof_begin_anew(tmp_path: Path, level: Level, played: Known) -> None:
    proofs = Proofs(tmp_path)
    first = next(iter(played.values()))
    gone = replace(first, trial=replace(first.trial, player="plan:gone"))
    proofs.keep(level, {gone.trial: gone})
    assert proofs.current(level) == {}


def test_a_disk_that_refuses_costs_only_the_keeping(tmp_path: Path, level: Level, played: Known) -> None:
    (tmp_path / "proofs").write_text("in the way", encoding="utf-8")
    Proofs(tmp_path).keep(level, played)
    assert Proofs(tmp_path).read(level) == {}


def test_every_lever_belongs_to_one_shortage_at_most() -> None:
    links = list(proving.LINKS.values())
    assert all(levers <= set(LEVERS) for levers in links)
    assert len(set().union(*links)) == sum(len(levers) for levers in links)


def test_the_places_of_a_lever_are_within_its_range(level: Level) -> None:
    for lever, setting in settings(level):
        low, high = trying.RANGES[lever]
        assert low <= setting <= high, lever
    assert tiny().start.decision.price_won in range(1, 1000)
