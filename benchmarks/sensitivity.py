"""Claim: a handful of numbers decides the trap, and most numbers hardly matter.

Moves every parameter of `levels/research/factorial.yaml` over the whole of its stated range, under the three founders who break
one link each, and prints what that does: elementary effects of all parameters (Morris), then shares of variance of the few that
move the users' peak most (Sobol). The same seeds at every point, so that points differ in their numbers and not in their luck.
First with people reckoned as averages (`tests/docking`), which costs minutes; then with people, where every world is kept in
`out/` as soon as it was played: the same command continues where it was stopped, and a larger study begins with the worlds of a
smaller one. Needs the extra `research`.

    python benchmarks/sensitivity.py                          # writes docs/evidence/sensitivity.md
    python benchmarks/sensitivity.py --averages               # the averages alone; prints
    python benchmarks/sensitivity.py --with b_q v0 seed hype  # these parameters alone; prints
"""

import argparse
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import correlation, fmean

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from game.content.levels import load  # noqa: E402 - the checkout is not installed
from game.study import sensitivity  # noqa: E402
from game.study.points import Case, Fate, Kept, played  # noqa: E402
from game.study.sensitivity import DUMMY, EVERY, Effect, Factor, Index, MissingError, Point, Spread  # noqa: E402
from game.world.level import Level  # noqa: E402
from game.world.model import RULES  # noqa: E402
from game.world.parameters import about  # noqa: E402
from tests.docking.points import reckoned  # noqa: E402

TABLE = ROOT / "docs" / "evidence" / "sensitivity.md"
BOTS = ("break-performance", "break-data", "break-users")
ORDERED_BY = "peak"
ROUNDING = 1e-9  # below it an effect is nothing but the rounding of a mean
SEED = 1  # of the points; the worlds have seeds of their own
AVERAGED = {"walks": 16, "samples": 512, "seeds": 4, "top": 12, "averages": True}  # they cost next to nothing
OUTPUTS = {
    "peak": "peak", "won": "escaped", "alive": "alive", "weeks": "weeks", "users": "users", "quality": "quality",
    "gain": "gain",
}  # fmt: skip


@dataclass(frozen=True)
class Study:
    """Points, and what became of their worlds."""

    over: tuple[Factor, ...]
    points: list[Point]
    spreads: list[Spread]
    cases: list[Case]
    fates: list[Fate]

    def values(self, output: str, which: slice = EVERY) -> list[float]:
        """Return the mean of an output at each point."""
        return sensitivity.means(self.spreads, output, which)

    def effects(self, output: str, which: slice = EVERY) -> list[Effect]:
        """Return what each factor does to an output, largest first."""
        return sensitivity.effects(self.over, self.points, self.values(output, which), SEED)

    def indices(self, output: str, which: slice = EVERY) -> list[Index]:
        """Return the shares of each factor in an output's variance, largest first."""
        return sensitivity.indices(self.over, self.values(output, which), SEED)


def level_of(given: argparse.Namespace) -> Level:
    """Return the level at whose parameters the points are taken."""
    return replace(load("research/factorial"), agents=given.agents, jitter=0.0)


def studied(given: argparse.Namespace, over: tuple[Factor, ...], points: list[Point], what: str) -> Study:
    """Play every point's worlds, look them up, or reckon them as averages."""
    level = level_of(given)
    start = time.perf_counter()

    def tell(done: int, of: int) -> None:
        print(
            f"\r{what}: {done} of {of} worlds, {time.perf_counter() - start:.0f} s", end="", file=sys.stderr
        )

    wanted = sensitivity.cases(over, points, BOTS, range(1, given.seeds + 1))
    kept = Kept(given.kept)
    fates = list(
        reckoned(level, wanted) if given.averages else played(level, wanted, kept, given.processes, tell)
    )
    taken = time.perf_counter() - start
    print(f"\r{what}: {len(points)} points, {len(wanted)} worlds, {taken:.0f} s", file=sys.stderr)
    return Study(over, points, sensitivity.gathered(fates, len(points), len(BOTS)), wanted, fates)


def one(bot: str) -> slice:
    """Return which of a point's worlds are one founder's."""
    return slice(BOTS.index(bot), None, len(BOTS))


def columns(study: Study) -> dict[str, tuple[str, slice]]:
    """Return what is looked at besides the mean peak, by its heading; what never varies is left out."""
    asked = {f"{ORDERED_BY}, {bot.removeprefix('break-')}": (ORDERED_BY, one(bot)) for bot in BOTS}
    asked |= {label: (name, EVERY) for name, label in OUTPUTS.items() if name != ORDERED_BY}
    return {label: what for label, what in asked.items() if len(set(study.values(*what))) > 1}


def row(*cells: str) -> str:
    """Return one line of a table."""
    return f"| {' | '.join(cells)} |"


def head(*cells: str) -> list[str]:
    """Return the first two lines of a table."""
    return [row(*cells), "|---" * len(cells) + "|"]


def figure(x: float) -> str:
    """Return a figure with three digits that matter; what rounding alone has made is nothing."""
    if abs(x) < ROUNDING:
        return "0"
    return f"{float(f'{x:.3g}'):,.0f}" if abs(x) >= 1000 else f"{x:.3g}"


def screened(study: Study) -> list[str]:
    """Return the table of elementary effects: all that have one on some output."""
    main, asked = study.effects(ORDERED_BY), columns(study)
    others = [{e.name: e.mu_star for e in study.effects(*what)} for what in asked.values()]
    moves = [e for e in main if max(e.mu_star, *(other[e.name] for other in others)) >= ROUNDING]
    lines = head("parameter", "letter", "mu* of peak", "mu", "sigma", *(f"mu* of {label}" for label in asked))
    for e in moves:
        letter = about()[e.name].confidence if e.name in about() else "-"
        cells = (f"{e.mu_star:.3f} ± {e.margin:.3f}", f"{e.mu:+.3f}", f"{e.sigma:.3f}")
        lines.append(row(f"`{e.name}`", letter, *cells, *(figure(other[e.name]) for other in others)))
    still = ", ".join(f"`{name}`" for name in sorted({e.name for e in main} - {e.name for e in moves}))
    return [*lines, "", f"No effect on anything, to the last bit: {still or 'none'}."]


def shared(study: Study) -> list[str]:
    """Return the table of variance shares: first order / total ± its margin, of every output."""
    asked = {ORDERED_BY: (ORDERED_BY, EVERY), **columns(study)}
    found = {label: {i.name: i for i in study.indices(*what)} for label, what in asked.items()}
    lines = head("parameter", *asked)
    for name in found[ORDERED_BY]:
        each = [found[label][name] for label in asked]
        lines.append(
            row(f"`{name}`", *(f"{i.first:.2f} / {i.total:.2f} ± {i.total_margin:.2f}" for i in each))
        )
    lines.append(
        row("sum of first orders", *(f"{sum(i.first for i in f.values()):.2f}" for f in found.values()))
    )
    means = [study.values(*what) for what in asked.values()]
    return [*lines, row("mean over the points", *(figure(fmean(m)) for m in means))]


def decisive(study: Study, number: int) -> list[str]:
    """Return the names of the parameters that move the peak most."""
    return [e.name for e in study.effects(ORDERED_BY) if e.name != DUMMY][:number]


def part(given: argparse.Namespace, title: str) -> list[str]:
    """Return one study: screening, then variance."""
    over = sensitivity.factors(given.names)
    first = studied(given, over, sensitivity.walks(over, given.walks, SEED), f"{title}, screening")
    size = f"{given.seeds} seed(s) of each founder at a point"
    told = [
        f"## {title}, screening: {given.walks} walks, {len(first.points)} points, {size}\n",
        *screened(first),
        "",
    ]
    if not given.averages:
        told += beside(given, first)
    if given.samples:
        few = sensitivity.factors(decisive(first, given.top), with_dummy=False)
        second = studied(given, few, sensitivity.spread(few, given.samples, SEED), f"{title}, variance")
        told += [
            f"## {title}, variance: {given.samples} samples, {len(second.points)} points, {size}\n",
            *shared(second),
            "",
        ]
    return told


def beside(given: argparse.Namespace, people: Study) -> list[str]:
    """Return how far averages tell the same of the same worlds."""
    told = [
        "## People and averages in the same worlds\n",
        *head("output", "mean, people", "mean, averages", "correlation"),
    ]
    others = reckoned(level_of(given), people.cases)
    for output, label in OUTPUTS.items():
        one, other = ([getattr(fate, output) for fate in fates] for fates in (people.fates, others))
        if len(set(other)) > 1:
            figures = (figure(fmean(one)), figure(fmean(other)), f"{correlation(one, other):.2f}")
            told.append(row(label, *figures))
    same = fmean(a.won == b.won for a, b in zip(people.fates, others, strict=True))
    return [
        *told,
        f"\nThe same fate, escaped or not: {same:.0%} of {len(others)} worlds, which lie anywhere in the ranges.\n",
    ]


def opening(given: argparse.Namespace) -> str:
    """Return what stands above the tables."""
    command = (
        f"python benchmarks/sensitivity.py --walks {given.walks} --samples {given.samples} --seeds {given.seeds} "
        f"--agents {given.agents} --top {given.top}"
    )
    founders = ", ".join(f"`{bot}`" for bot in BOTS)
    return (
        f"# Which numbers decide\n\nRules: {RULES}. Made by `{command}` from `levels/research/factorial.yaml`: 156 weeks, no "
        f"jitter; the founders {founders}, the same seeds at every point. Unless a heading names one of them, figures are means "
        "over the three. *peak*: log10(1 + most users of any week); *escaped*: share of worlds alive in week 156 with 15,000 "
        "users and quality 0.55; *users*: people in week 156, none of a dead firm; *gain*: of the measured loop, mean of the "
        "quarters lived through (people only). mu* and mu are counted for the whole range of a parameter, sigma is the spread of "
        "the effect between places. Variance: first order / total. ±: half of a 95 % interval by resampling. Letters: see the "
        "parameters in `python main.py docs`. *Averages*: people reckoned as shares, as in `tests/docking`, which read no "
        "parameter of tastes, network, stories, delays or herds.\n"
    )


def tables(given: argparse.Namespace) -> str:
    """Play everything and return the document."""
    told = [opening(given), *part(argparse.Namespace(**vars(given) | AVERAGED), "Averages")]
    return "\n".join([*told, *([] if given.averages else part(given, "People"))])


def main() -> int:
    """Print the tables, or write them down where nothing was left out."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--walks", type=int, default=8, help="of the screening; each moves every parameter once")
    ask.add_argument("--samples", type=int, default=64, help="of Sobol's scheme, a power of two; 0 for none")
    ask.add_argument("--seeds", type=int, default=2, help="worlds of each founder at each point")
    ask.add_argument("--agents", type=int, default=4000)
    ask.add_argument("--top", type=int, default=8, help="parameters of the second step")
    ask.add_argument("--with", dest="names", nargs="+", default=(), metavar="NAME", choices=sorted(about()))
    ask.add_argument("--averages", action="store_true", help="leave the people out")
    ask.add_argument("--processes", type=int, default=2)
    ask.add_argument(
        "--kept", type=Path, default=ROOT / "out" / f"sensitivity-{RULES}.csv", help="worlds played"
    )
    ask.add_argument("--out", type=Path, help="docs/evidence/sensitivity.md where nothing is left out")
    given = ask.parse_args()
    try:
        told = tables(given)
    except MissingError as missing:
        print(missing, file=sys.stderr)
        return 1
    out = given.out or (None if given.names or given.averages else TABLE)
    if out is None:
        print(told)
    else:
        out.write_text(told, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
