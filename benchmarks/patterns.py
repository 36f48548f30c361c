"""Claim: every pattern of the market lies inside its band.

Plays every world the patterns need, writes the table `docs/evidence/patterns.md`, and names what lies outside. Smooth figures
need at least 20 worlds, escape rates at least 200; the error beside a figure is its standard error over worlds (bootstrap).

    python benchmarks/patterns.py                          # as committed: about half an hour on two cores
    python benchmarks/patterns.py --rate 40 --smooth 10    # a look
    python benchmarks/patterns.py P12 P13 P13.1            # some
"""

import argparse
import sys
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from game.study.starting import crew, leave_interrupts  # noqa: E402
from game.world.model import RULES  # noqa: E402 - the checkout is not installed
from tests.patterns.measure import Measured, known, measured  # noqa: E402
from tests.patterns.play import PATTERNS, Setting  # noqa: E402
from tests.patterns.worlds import Record  # noqa: E402

TABLE = ROOT / "docs" / "evidence" / "patterns.md"


def needs(ids: list[str], smooth: int, rate: int) -> dict[Setting, int]:
    """Return how many worlds of each setting the patterns need."""
    found: dict[Setting, int] = {}
    for id_ in ids:
        for arm in PATTERNS[id_].arms:
            worlds = rate if known()[id_].figure == "rate" else smooth
            found[arm] = max(found.get(arm, 0), worlds)
    return found


def _play(job: tuple[Setting, int], agents: int) -> Record:
    arm, seed = job
    return arm.play(seed, agents)


def play(wanted: dict[Setting, int], agents: int, processes: int) -> dict[object, list[Record]]:
    """Return the records of all settings, seeds 1 and up."""
    jobs = [(arm, seed) for arm, worlds in wanted.items() for seed in range(1, worlds + 1)]
    found: dict[object, list[Record]] = {arm: [] for arm in wanted}
    with crew(processes, leave_interrupts) as pool:
        for (arm, _), record in zip(jobs, pool.imap(partial(_play, agents=agents), jobs, 4), strict=True):
            found[arm].append(record)
    return found


def row(id_: str, found: Measured) -> str:
    """Return one line of the table."""
    p = known()[id_]
    error = f"{found.error:.2g}" if found.worlds else "-"
    where = "yes" if p.low <= found.value <= p.high else "**no**"
    return (
        f"| {id_} | {p.name} | {p.low:g} to {p.high:g} | {p.reference:.3g} | {found.value:.4g} | {error} "
        f"| {found.worlds or '-'} | {where} | {p.anchor} | {p.kind} |"
    )


def main() -> None:
    """Play, print, and write the table when all patterns were asked for."""
    ask = argparse.ArgumentParser()
    ask.add_argument("ids", nargs="*")
    ask.add_argument("--smooth", type=int, default=40)
    ask.add_argument("--rate", type=int, default=200)
    ask.add_argument("--agents", type=int, default=20_000)
    ask.add_argument("--processes", type=int, default=2)
    ask.add_argument("--out", type=Path, default=TABLE)
    given = ask.parse_args()
    ids = [i for i in known() if i in (given.ids or PATTERNS) and i in PATTERNS]
    start = time.perf_counter()
    worlds = play(needs(ids, given.smooth, given.rate), given.agents, given.processes)
    lines = [
        row(i, measured(i, worlds, given.smooth, given.rate)) for i in known() if i in ids or not given.ids
    ]
    print("\n".join(lines))
    print(f"{time.perf_counter() - start:.0f} s", file=sys.stderr)
    if not given.ids:
        given.out.write_text(head(given) + "\n".join(lines) + "\n", encoding="utf-8")


def head(given: argparse.Namespace) -> str:
    """Return what stands above the table."""
    return (
        "# The patterns of the market, measured\n\n"
        f"Rules: {RULES}. Made by `python benchmarks/patterns.py --smooth {given.smooth} --rate {given.rate} "
        f"--agents {given.agents}`: seeds 1 and up, 156 weeks, parameters jittered by 15 %, people with their own tastes, "
        "acquaintances and awareness. Reference: the aggregate model with 600 worlds. Error: standard error over worlds. "
        "C follows from parameters, E emerges from play. Bands: `tests/patterns/patterns.yaml`.\n\n"
        "| id | pattern | band | reference | game | error | worlds | inside | anchor | kind |\n"
        "|---|---|---|---|---|---|---|---|---|---|\n"
    )


if __name__ == "__main__":
    main()
