"""Claim: a handful of numbers decides the trap, and most numbers hardly matter.

Moves every parameter of `levels/research/factorial.yaml` over the whole of its stated range, under the three founders who break
one link each, and prints what that does: elementary effects of all parameters (Morris), then shares of variance of the few that
move the users' peak most (Sobol). The same seeds at every point, so that points differ in their numbers and not in their luck.
Every world is kept in `out/` as soon as it was played; the same command continues where it was stopped, and a larger study
begins with the worlds of a smaller one. Needs the extra `research`.

    python benchmarks/sensitivity.py                                 # writes docs/evidence/sensitivity.md
    python benchmarks/sensitivity.py --walks 2 --samples 8 --seeds 1 --out /dev/stdout   # a look
    python benchmarks/sensitivity.py --with b_q v0 seed hype         # these parameters alone; prints
"""

import argparse
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from game.content.levels import load  # noqa: E402 - the checkout is not installed
from game.study import sensitivity  # noqa: E402
from game.study.points import Kept, played  # noqa: E402
from game.study.sensitivity import DUMMY, EVERY, Effect, Factor, Index, MissingError, Point, Spread  # noqa: E402
from game.world.level import Level  # noqa: E402
from game.world.model import RULES  # noqa: E402
from game.world.parameters import about  # noqa: E402

TABLE = ROOT / "docs" / "evidence" / "sensitivity.md"
BOTS = ("break-performance", "break-data", "break-users")
ORDERED_BY = "peak"
SEED = 1  # of the points; the worlds have seeds of their own
OUTPUTS = {
    "peak": "peak", "won": "escaped", "alive": "alive", "weeks": "weeks", "users": "users", "quality": "quality",
    "gain": "gain",
}  # fmt: skip


@dataclass(frozen=True)
class Study:
    """Points of one level, and what became of their worlds."""

    level: Level
    over: tuple[Factor, ...]
    points: list[Point]
    spreads: list[Spread]

    def values(self, output: str, which: slice = EVERY) -> list[float]:
        """Return the mean of an output at each point."""
        return sensitivity.means(self.spreads, output, which)

    def effects(self, output: str, which: slice = EVERY) -> list[Effect]:
        """Return what each factor does to an output, largest first."""
        return sensitivity.effects(self.over, self.points, self.values(output, which), SEED)

    def indices(self, output: str, which: slice = EVERY) -> list[Index]:
        """Return the shares of each factor in an output's variance, largest first."""
        return sensitivity.indices(self.over, self.values(output, which), SEED)


def studied(
    given: argparse.Namespace, level: Level, over: tuple[Factor, ...], points: list[Point], what: str
) -> Study:
    """Play every point's worlds, or look them up."""
    start = time.perf_counter()

    def tell(done: int, of: int) -> None:
        print(
            f"\r{what}: {done} of {of} worlds, {time.perf_counter() - start:.0f} s", end="", file=sys.stderr
        )

    wanted = sensitivity.cases(over, points, BOTS, range(1, given.seeds + 1))
    fates = list(played(level, wanted, Kept(given.kept), given.processes, tell))
    print(f"\r{what}: {len(points)} points, {len(wanted)} worlds{' ' * 30}", file=sys.stderr)
    return Study(level, over, points, sensitivity.gathered(fates, len(points), len(BOTS)))


def one(bot: str) -> slice:
    """Return which of a point's worlds are one founder's."""
    return slice(BOTS.index(bot), None, len(BOTS))


def row(*cells: str) -> str:
    """Return one line of a table."""
    return f"| {' | '.join(cells)} |"


def head(*cells: str) -> list[str]:
    """Return the first two lines of a table."""
    return [row(*cells), "|---" * len(cells) + "|"]


def screened(study: Study) -> list[str]:
    """Return the table of elementary effects: all that have one on some output."""
    main = study.effects(ORDERED_BY)
    columns = [{e.name: e.mu_star for e in study.effects(ORDERED_BY, one(bot))} for bot in BOTS]
    columns += [{e.name: e.mu_star for e in study.effects(name)} for name in OUTPUTS if name != ORDERED_BY]
    moves = [e for e in main if any(column[e.name] for column in columns)]
    titles = [label for name, label in OUTPUTS.items() if name != ORDERED_BY]
    lines = head("parameter", "letter", "mu* of peak", "mu", "sigma", *(f"mu*, {b}" for b in BOTS), *titles)
    for e in moves:
        letter = about()[e.name].confidence if e.name in about() else "-"
        cells = (f"{e.mu_star:.3f} ± {e.margin:.3f}", f"{e.mu:+.3f}", f"{e.sigma:.3f}")
        lines.append(row(f"`{e.name}`", letter, *cells, *(f"{column[e.name]:.3g}" for column in columns)))
    still = ", ".join(f"`{name}`" for name in sorted({e.name for e in main} - {e.name for e in moves}))
    return [*lines, "", f"No effect on any output, to the last bit: {still or 'none'}."]


def shared(study: Study, output: str, which: slice = EVERY) -> list[str]:
    """Return the table of variance shares of one output."""
    found, values = study.indices(output, which), study.values(output, which)
    lines = head("parameter", "first order", "total")
    for i in found:
        cells = (f"{i.first:+.2f} ± {i.first_margin:.2f}", f"{i.total:.2f} ± {i.total_margin:.2f}")
        lines.append(row(f"`{i.name}`", *cells))
    mean, explained = sum(values) / len(values), sum(i.first for i in found)
    return [*lines, "", f"Mean {mean:.3g}; sum of first orders {explained:.2f}."]


def decisive(study: Study, number: int) -> list[str]:
    """Return the names of the parameters that move the peak most."""
    return [e.name for e in study.effects(ORDERED_BY) if e.name != DUMMY][:number]


def opening(given: argparse.Namespace) -> str:
    """Return what stands above the tables."""
    command = (
        f"python benchmarks/sensitivity.py --walks {given.walks} --samples {given.samples} --seeds {given.seeds} "
        f"--agents {given.agents} --top {given.top}"
    )
    founders = ", ".join(f"`{bot}`" for bot in BOTS)
    return (
        f"# Which numbers decide\n\nRules: {RULES}. Made by `{command}` from `levels/research/factorial.yaml`: "
        f"156 weeks, no jitter; the founders {founders}, each with {given.seeds} seed(s) at a point, the same at every point. "
        "Unless a column names one founder, figures are means over the three. *peak*: log10(1 + most users of any week); "
        "*escaped*: share of worlds alive in week 156 with 15,000 users and quality 0.55; *users*: people in week 156, none "
        "of a dead firm; *gain*: of the measured loop, mean of the quarters lived through. mu* and mu are counted for the whole "
        "range of a parameter. ±: half of a 95 % interval by resampling. Letters: see the parameters in `python main.py docs`.\n"
    )


def tables(given: argparse.Namespace) -> str:
    """Play everything and return the document."""
    level = replace(load("research/factorial"), agents=given.agents, jitter=0.0)
    over = sensitivity.factors(given.names)
    first = studied(given, level, over, sensitivity.walks(over, given.walks, SEED), "screening")
    told = [opening(given), f"## Screening (Morris): {given.walks} walks, {len(first.points)} points\n"]
    told += [*screened(first), ""]
    few = sensitivity.factors(decisive(first, given.top), with_dummy=False)
    second = studied(given, level, few, sensitivity.spread(few, given.samples, SEED), "variance")
    told.append(f"## Variance (Sobol): {len(few)} parameters, {len(second.points)} points\n")
    for name, label in OUTPUTS.items():
        told += [f"### {label}\n", *shared(second, name), ""]
    for bot in BOTS:
        told += [f"### {OUTPUTS[ORDERED_BY]}, {bot} alone\n", *shared(second, ORDERED_BY, one(bot)), ""]
    return "\n".join(told)


def main() -> int:
    """Print the tables, or write them down where all parameters were varied."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--walks", type=int, default=8, help="of the screening; each moves every parameter once")
    ask.add_argument("--samples", type=int, default=64, help="of Sobol's scheme, a power of two")
    ask.add_argument("--seeds", type=int, default=2, help="worlds of each founder at each point")
    ask.add_argument("--agents", type=int, default=4000)
    ask.add_argument("--top", type=int, default=8, help="parameters of the second step")
    ask.add_argument("--with", dest="names", nargs="+", default=(), metavar="NAME", choices=sorted(about()))
    ask.add_argument("--processes", type=int, default=2)
    ask.add_argument(
        "--kept", type=Path, default=ROOT / "out" / f"sensitivity-{RULES}.csv", help="worlds played"
    )
    ask.add_argument("--out", type=Path, help="docs/evidence/sensitivity.md where all parameters are varied")
    given = ask.parse_args()
    try:
        told = tables(given)
    except MissingError as missing:
        print(missing, file=sys.stderr)
        return 1
    out = given.out or (None if given.names else TABLE)
    if out is None:
        print(told)
    else:
        out.write_text(told, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
