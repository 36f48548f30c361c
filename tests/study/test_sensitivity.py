"""Which numbers decide: laws that hold of any study, and one small study of the real market."""

import sys
from pathlib import Path

import pytest

from game.study import points, sensitivity
from game.study.points import Case, Fate, Kept, play, played
from game.study.sensitivity import DUMMY, Factor, MissingError, cases, factors, gathered, means
from game.world.level import Level
from game.world.parameters import about
from tests.levels_for_tests import tiny

BOTS = ("trap",)
# What decides how long the money lasts, two that nothing there reads, and the dummy.
FEW = factors(("seed", "eng_cost", "seller_cost", "crawl_yield"))


def market() -> Level:
    """Return a level that is over before a rich firm has spent its money, and after a poor one has."""
    return tiny(weeks=45, agents=100)


def table(kept: Kept, walks: int = 3) -> list[sensitivity.Effect]:
    """Return the effects of a small study on the weeks a company lives."""
    asked = sensitivity.walks(FEW, walks, 1)
    fates = list(played(market(), cases(FEW, asked, BOTS, (1,)), kept))
    return sensitivity.effects(FEW, asked, means(gathered(fates, len(asked), len(BOTS)), "weeks"), 1)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(tmp_path_factory.mktemp("study") / "kept.csv")


@pytest.fixture(scope="module")
def study(kept: Kept) -> dict[str, sensitivity.Effect]:
    pytest.importorskip("SALib", reason=sensitivity.HOW)
    return {effect.name: effect for effect in table(kept)}


# --- a study of the market


def test_what_nothing_reads_has_no_effect_at_all(study: dict[str, sensitivity.Effect]) -> None:
    for name in (DUMMY, "seller_cost", "crawl_yield"):
        assert (study[name].mu_star, study[name].sigma) == (0.0, 0.0)


def test_the_money_at_the_start_decides_how_long_a_company_lives(
    study: dict[str, sensitivity.Effect],
) -> None:
    """It loses some ten million won a week, so three hundred million last for half a year."""
    assert next(iter(study)) == "seed"
    assert study["seed"].mu == study["seed"].mu_star > 10  # weeks, and never fewer for more money
    assert study["eng_cost"].mu <= 0


def test_the_same_seed_makes_the_same_table_again_and_plays_one_world_for_it(
    study: dict[str, sensitivity.Effect], kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Case] = []

    def counted(level: Level, case: Case) -> Fate:
        asked.append(case)
        return play(level, case)

    monkeypatch.setattr(points, "play", counted)
    assert table(kept) == list(study.values())
    assert len(asked) == 1  # to see whether what is kept still holds


def test_a_study_that_was_stopped_and_taken_up_makes_the_same_table(
    study: dict[str, sensitivity.Effect], kept: Kept, tmp_path: Path
) -> None:
    text = kept.path.read_text(encoding="utf-8")
    stopped = Kept(tmp_path / "stopped.csv")
    stopped.path.write_text(text[: int(len(text) * 0.7)], encoding="utf-8")
    assert 0 < len(stopped.read()) < len(kept.read())
    assert table(stopped) == list(study.values())
    assert stopped.read() == kept.read()


def test_a_larger_study_begins_with_the_points_of_a_smaller_one() -> None:
    pytest.importorskip("SALib", reason=sensitivity.HOW)
    assert sensitivity.walks(FEW, 4, 1)[: 2 * 6] == sensitivity.walks(FEW, 2, 1)
    assert sensitivity.spread(FEW, 8, 1)[: 4 * 7] == sensitivity.spread(FEW, 4, 1)


# --- indices of figures whose answer is known


def test_variance_is_shared_out_as_it_must_be() -> None:
    """2x + y: x has four fifths of the variance, y one fifth, z none; x y: neither does anything alone."""
    pytest.importorskip("SALib", reason=sensitivity.HOW)
    over = [Factor(name, -1.0, 1.0) for name in "xyz"]
    asked = sensitivity.spread(over, 256, 1)
    plain = {i.name: i for i in sensitivity.indices(over, [2 * x + y for x, y, _ in asked], 1)}
    assert (plain["x"].first, plain["x"].total) == (pytest.approx(0.8, abs=0.05),) * 2
    assert (plain["y"].first, plain["y"].total) == (pytest.approx(0.2, abs=0.05),) * 2
    assert (plain["z"].first, plain["z"].total) == (0.0, 0.0)
    together = {i.name: i for i in sensitivity.indices(over, [x * y for x, y, _ in asked], 1)}
    assert together["x"].first == pytest.approx(0, abs=0.1)
    assert together["x"].total == pytest.approx(1, abs=0.1)


def test_where_nothing_varies_nothing_is_explained() -> None:
    found = sensitivity.indices(FEW, [1.0] * 8, 1)
    assert {(i.first, i.total) for i in found} == {(0.0, 0.0)}


# --- what is varied, and what is kept


def test_every_parameter_of_the_market_is_varied_over_the_whole_of_its_range() -> None:
    found = {factor.name: (factor.low, factor.high) for factor in factors()}
    assert found.pop(DUMMY) == (0.0, 1.0)
    assert found == {name: (known.low, known.high) for name, known in about().items()}


def test_the_seed_money_is_the_cash_of_the_company() -> None:
    assert points.setting(market(), {"seed": 4e8}).start.cash_won == 400_000_000
    poor, rich = (play(tiny(weeks=80, agents=100), Case("trap", 1, (("seed", won),))) for won in (3e8, 1.2e9))
    assert (poor.alive, rich.alive) == (0.0, 1.0)
    assert poor.weeks < rich.weeks
    assert poor.users == 0


def test_the_dummy_is_not_part_of_any_world() -> None:
    over = factors(("b_q",))
    one, other = cases(over, [(4.0, 0.0), (4.0, 1.0)], BOTS, (1,))
    assert one == other == Case("trap", 1, (("b_q", 4.0),))


def test_worlds_find_back_to_their_points() -> None:
    fates = [Fate(0, 0, 0, float(n), 0, 0, 0) for n in range(12)]  # 2 seeds x 3 points x 2 bots
    found = gathered(fates, points=3, bots=2)
    assert [[int(fate.users) for fate in worlds] for worlds in found] == [
        [0, 1, 6, 7],
        [2, 3, 8, 9],
        [4, 5, 10, 11],
    ]
    assert means(found, "users") == [3.5, 5.5, 7.5]
    assert means(found, "users", slice(1, None, 2)) == [4, 6, 8]


def test_worlds_of_other_rules_are_put_away(tmp_path: Path) -> None:
    level, case, file = market(), Case("trap", 1), Kept(tmp_path / "kept.csv")
    true = play(level, case)
    file.add(points.name_of(level, case), Fate(1, 1, 1, 1, 1, 1, 1))
    assert list(played(level, [case], file)) == [true]
    assert list(file.read().values()) == [true]


def test_two_processes_make_the_same_worlds_as_one(tmp_path: Path) -> None:
    level = tiny(weeks=3, agents=100)
    wanted = [Case("trap", seed) for seed in (1, 2, 3)]
    alone = list(played(level, wanted, Kept(tmp_path / "alone.csv")))
    told: list[tuple[int, int]] = []
    shared = played(level, wanted, Kept(tmp_path / "shared.csv"), 2, lambda done, of: told.append((done, of)))
    assert list(shared) == alone
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert (tmp_path / "alone.csv").read_bytes() == (tmp_path / "shared.csv").read_bytes()


def test_without_the_package_a_study_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("SALib", "SALib.sample", "SALib.sample.morris"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingError, match="pip install"):
        sensitivity.walks(FEW, 1, 1)
