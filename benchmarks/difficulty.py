"""Claim: gentle makes a level easier and hard makes it harder, yet hard can be won and gentle can be lost.

Plays every level of the campaign that counts in its three difficulties: the level's insight, its other ways and its traps (the
plans that its own tests promise something of), the bot that decides nothing, and the one that draws a new decision every quarter.
Prints one row of a Markdown table for each level and difficulty, then what speaks against the claim. Games are kept by the hash of
the level as it is played, so that only what has changed is played again.

    python benchmarks/difficulty.py [--jobs 2] [--worlds 16] [--agents 20000] [--cache FILE] [LEVEL ...]
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.counted import counted, with_at_most
from game.content import levels
from game.content.handicaps import DIFFICULTIES, NORMAL, ways_of
from game.play.saves import data_dir
from game.study.proving import IDLE, WAY
from game.study.sharing import shared
from game.study.trying import Trial, attempt
from game.world.level import PLAN, Level
from game.world.model import RULES

RANDOM = "random"  # the bot that knows nothing and does something
TRAP = 0.25  # share of worlds a level promises of a trap at most; of a way it is `WAY` at least
WINNABLE = 0.35  # share of worlds the insight wins on hard at least
NO_GIFT, NO_TRICK = 0.25, 0.5  # shares of worlds on gentle in which doing nothing, and each trap, wins less
ROLES = ("insight", "other ways", "traps", "nothing", "random")

Kept = dict[str, bool]
"""Whether a game was won, by the level's hash, the rules, who played and in which world."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays a level in which role."""

    roles: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def players(self) -> tuple[str, ...]:
        """Return everybody once."""
        return tuple(dict.fromkeys(name for _, names in self.roles for name in names))


def cast(level: Level) -> Cast:
    """Return who plays: the plans by what the level's tests promise of them, and two bots."""
    won = [test for test in level.tests if test.expect.text == "won" and test.play.startswith(PLAN)]
    insight = next(test.play for test in won if test.id == "insight")
    ways = dict.fromkeys(test.play for test in won if test.least >= WAY and test.play != insight)
    traps = dict.fromkeys(test.play for test in won if test.most <= TRAP)
    found = ((insight,), tuple(ways), tuple(traps), (IDLE,), (RANDOM,))
    return Cast(tuple(zip(ROLES, found, strict=True)))


def variants(path: Path, agents: int) -> dict[str, Level]:
    """Return a level by difficulty, with so many people at most: fewer play faster."""
    found = {name: levels.load(path, ways=ways_of(name, ())) for name in DIFFICULTIES}
    return {name: with_at_most(agents, level) for name, level in found.items()}


def entry(level: Level, trial: Trial) -> str:
    """Return the key of a game."""
    return f"{level.hash}-{RULES}-{trial.player}-{trial.seed}"


def play(level: Level, trials: Sequence[Trial], kept: Kept, jobs: int) -> None:
    """Play what is not known yet."""
    missing = [(level, trial) for trial in trials if entry(level, trial) not in kept]
    for tried in shared(attempt, missing, jobs):
        kept[entry(level, tried.trial)] = tried.is_won


@dataclass(frozen=True, slots=True)
class Shares:
    """How often who won a level in one difficulty."""

    level: str
    difficulty: str
    won: dict[str, float]  # share of worlds by player
    roles: Cast

    def of(self, role: str) -> list[float]:
        """Return the shares of all in a role."""
        return [self.won[name] for name in dict(self.roles.roles)[role]]

    @property
    def mean(self) -> float:
        """Return the share of all games that were won; what says how hard the level is, whoever plays."""
        return sum(self.won.values()) / len(self.won)

    def row(self) -> str:
        """Return the row of the table."""
        cells = [self._cell(names) for _, names in self.roles.roles]
        return "| " + " | ".join((self.level, self.difficulty, *cells, f"{self.mean:.0%}")) + " |"

    def _cell(self, names: Sequence[str]) -> str:
        if len(names) == 1 and names[0] in (IDLE, RANDOM):
            return f"{self.won[names[0]]:.0%}"
        return "; ".join(f"{name.removeprefix(PLAN)} {self.won[name]:.0%}" for name in names) or "-"


def measured(path: Path, worlds: int, agents: int, kept: Kept, jobs: int) -> dict[str, Shares]:
    """Play a level in its difficulties and return who won how often."""
    found = {}
    for name, level in variants(path, agents).items():
        roles = cast(level)
        trials = [Trial(who, seed) for who in roles.players for seed in range(1, worlds + 1)]
        play(level, trials, kept, jobs)
        won = {
            who: sum(kept[entry(level, Trial(who, s))] for s in range(1, worlds + 1)) for who in roles.players
        }
        found[name] = Shares(level.title.en, name, {who: n / worlds for who, n in won.items()}, roles)
    return found


def against(found: dict[str, Shares]) -> Iterator[str]:
    """Yield what speaks against the claim in one level."""
    gentle, normal, hard = (found[name] for name in DIFFICULTIES)
    if gentle.mean <= normal.mean and normal.mean < 1:
        yield f"gentle is no easier than normal ({gentle.mean:.0%}, {normal.mean:.0%})"
    if hard.mean >= normal.mean and normal.mean > 0:
        yield f"hard is no harder than normal ({hard.mean:.0%}, {normal.mean:.0%})"
    if min(hard.of("insight")) < WINNABLE:
        yield f"on hard the insight wins {min(hard.of('insight')):.0%}"
    if max(gentle.of("nothing")) >= NO_GIFT:
        yield f"on gentle doing nothing wins {max(gentle.of('nothing')):.0%}"
    if max(gentle.of("traps"), default=0) >= NO_TRICK:
        yield f"on gentle a trap wins {max(gentle.of('traps')):.0%}"


def main() -> int:
    """Play what is not known yet, print the table; return 1 if something speaks against the claim."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("levels", nargs="*", type=Path)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--worlds", type=int, default=16)
    options.add_argument("--agents", type=int, default=20_000)
    options.add_argument("--cache", type=Path, default=data_dir(None) / "proofs" / "difficulty.json")
    asked = options.parse_args()
    kept: Kept = json.loads(asked.cache.read_text("utf-8")) if asked.cache.exists() else {}
    paths = asked.levels or counted()
    doubts = []
    sys.stdout.write("| level | difficulty | " + " | ".join(ROLES) + " | all games |\n")
    sys.stdout.write("|" + " --- |" * (len(ROLES) + 3) + "\n")
    for path in paths:
        found = measured(path, asked.worlds, asked.agents, kept, asked.jobs)
        asked.cache.parent.mkdir(parents=True, exist_ok=True)
        asked.cache.write_text(json.dumps(kept), encoding="utf-8")
        sys.stdout.write("\n".join(shares.row() for shares in found.values()) + "\n")
        sys.stdout.flush()
        doubts += [f"{found[NORMAL].level}: {said}" for said in against(found)]
    sys.stdout.write(
        "\n" + ("\n".join(f"- {said}" for said in doubts) or "Nothing speaks against the claim.") + "\n"
    )
    return 1 if doubts else 0


if __name__ == "__main__":
    raise SystemExit(main())
