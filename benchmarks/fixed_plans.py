"""Claim: no fixed plan wins more than 4 of the 12 levels of the campaign, so that "always do this" is never the lesson.

Fixed plans are the bots, every plan of every level carried over to the others, and 200 decisions drawn once and held for ever. A
level counts as won if most of five worlds are; who wins few first worlds is not tried further. Games are kept by the hash of the
level, so that only what has changed is played again. The first level, which nobody can lose, and the last, where everything is
open and four ends are good, do not count.

    python benchmarks/fixed_plans.py [--jobs 2] [--constants 200] [--agents 1000] [--cache FILE]
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.counted import counted, with_at_most
from game.content import levels
from game.play.saves import data_dir
from game.study.fixed import CONSTANTS, MOST_LEVELS, Verdict, everybody, judge
from game.world.level import Level

BEST = 15  # plans named


def campaign(agents: int) -> list[Level]:
    """Return the levels that count, the short ones first, with so many people at most: fewer play faster."""
    found = sorted(map(levels.load, counted()), key=lambda level: level.weeks)
    return [with_at_most(agents, level) for level in found]


def told(verdict: Verdict, names: list[str]) -> list[str]:
    """Return the table: the best plans, and in how many worlds they won which level."""
    lines = [f"{'fixed plan':44} levels  " + "  ".join(name[:8].ljust(8) for name in names)]
    for tally in verdict.tallies[:BEST]:
        worlds = "  ".join(f"{w} of {w + x}".ljust(8) for w, x in zip(tally.won, tally.lost, strict=True))
        lines.append(f"{tally.who.name[:44]:44} {tally.levels:6}  {worlds}")
    said = "none wins more" if not verdict.too_good else f"{len(verdict.too_good)} win more"
    lines.append(
        f"{len(verdict.tallies)} fixed plans, at most {MOST_LEVELS} of {verdict.levels} levels: {said}"
    )
    return lines


def main() -> int:
    """Play what is not known yet, print the table; return 1 if a fixed plan wins too much."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--constants", type=int, default=CONSTANTS)
    options.add_argument("--agents", type=int, default=1000)
    options.add_argument("--cache", type=Path, default=data_dir(None) / "proofs" / "fixed-plans.json")
    asked = options.parse_args()
    known = json.loads(asked.cache.read_text("utf-8")) if asked.cache.exists() else {}
    found = campaign(asked.agents)

    def keep(done: int, of: int) -> None:
        if done % 100 and done != of:
            return
        asked.cache.parent.mkdir(parents=True, exist_ok=True)
        asked.cache.write_text(json.dumps(known), encoding="utf-8")
        sys.stderr.write(f"{done} of {of} games of this round\n")

    verdict = judge(found, everybody(found, asked.constants), known, asked.jobs, keep)
    sys.stdout.write("\n".join(told(verdict, [level.id for level in found])) + "\n")
    return 1 if verdict.too_good else 0


if __name__ == "__main__":
    raise SystemExit(main())
