"""Claim: every level of the campaign passes `check --strict --play --prove`, and what the promises and the proof say of each.

Runs the command on one level after another and prints one row of a Markdown table for each: how often doing nothing, the insight,
the other ways, the traps and the hints end as promised in the worlds of the level's own tests, and what the bots win in those of
the proof. What the command said is kept by the hash of the level, so that only a level that has changed is played again.

    python benchmarks/proofs.py [--jobs 2] [--kept FOLDER] [LEVEL ...] > docs/evidence/proofs.md
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from game.content import levels
from game.play.saves import data_dir
from game.study.proving import IDLE, WAY
from game.world.level import PLAN, Level, Promise
from game.world.model import RULES

ROOT = Path(__file__).parent.parent
TRAP = 0.25  # share of worlds that a trap wins at most; a way wins `WAY` at least
KEPT = re.compile(r"promised: [^,]+, (?P<test>[^:]+): \S+ (?P<held>\d+) of (?P<worlds>\d+)")
BOT = re.compile(r"^  (?P<player>\S+)\s+(?P<won>\d+)%\s+(?P<lost>\d+)%", re.MULTILINE)
CODE = re.compile(r"(?:warning|error)\[(\w+)\]")
HEAD = (
    "level",
    "doing nothing",
    "insight",
    "other ways",
    "traps",
    "the hints",
    "bots in the proof",
    "verdict",
)


@dataclass(frozen=True, slots=True)
class Said:
    """What the command said of a level: its exit code first, then both streams."""

    text: str

    @property
    def held(self) -> dict[str, tuple[int, int]]:
        """Return of each test in how many worlds it held, and of how many."""
        rows = KEPT.finditer(self.text)
        return {row["test"]: (int(row["held"]), int(row["worlds"])) for row in rows}

    @property
    def bots(self) -> dict[str, int]:
        """Return the per cent of worlds that each bot of the proof won."""
        rows = BOT.finditer(self.text)
        return {row["player"]: int(row["won"]) for row in rows if not row["player"].startswith(PLAN)}

    @property
    def verdict(self) -> str:
        """Return whether the command passed, and what it complained of."""
        codes = ", ".join(dict.fromkeys(CODE.findall(self.text)))
        return "passes" if self.text.startswith("0\n") else f"fails: {codes}"


def asked(level: Level, path: Path, folder: Path, jobs: int) -> Said:
    """Run the command, or read what it said of this level before."""
    kept = folder / f"{level.id}-{level.hash}-{RULES}.txt"
    if not kept.exists():
        words = ("check", str(path), "--strict", "--play", "--prove", "-j", str(jobs), "--lang", "en")
        command = (sys.executable, str(ROOT / "main.py"), *words)
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
        folder.mkdir(parents=True, exist_ok=True)
        told = done.stderr.replace("\r", "\n")
        kept.write_text(f"{done.returncode}\n{done.stdout}\n{told}", encoding="utf-8")
    return Said(kept.read_text("utf-8"))


def row(level: Level, said: Said) -> tuple[str, ...]:
    """Return what the table says of a level."""
    won = [test for test in level.tests if test.expect.text == "won" and test.play != IDLE]
    insight = [test for test in won if test.id == "insight"]
    ways = [test for test in won if test.least >= WAY and test not in insight and "hint" not in test.id]
    traps = [test for test in won if test.most <= TRAP and test.play.startswith(PLAN)]
    hints = [test for test in level.tests if "hint" in test.id]
    idle = [test for test in level.tests if test.play == IDLE and "won" in test.expect.text]
    cells = (idle, insight, ways, traps, hints)
    return (level.title.en, *(_cell(tests, said) for tests in cells), _bots(said), said.verdict)


def _cell(tests: list[Promise], said: Said) -> str:
    return "; ".join(_shown(test, said) for test in tests if test.id in said.held) or "-"


def _shown(test: Promise, said: Said) -> str:
    held, worlds = said.held[test.id]
    who = test.play.removeprefix(PLAN)
    what = "" if test.expect.text == "won" else f" `{test.expect.text}`"
    return f"{who}{what} {held} of {worlds}".replace("|", "/")


def _bots(said: Said) -> str:
    bots = said.bots
    if not bots:
        return "-"
    best = max(bots, key=lambda name: bots[name])
    return f"nothing {bots.get(IDLE, 0)} %, random {bots.get('random', 0)} %, {best} {bots[best]} %"


def table(paths: list[Path], folder: Path, jobs: int) -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| " + " | ".join(HEAD) + " |"
    yield "|" + " --- |" * len(HEAD)
    for path in paths:
        level = levels.load(path)
        yield "| " + " | ".join(row(level, asked(level, path, folder, jobs))) + " |"


def main() -> int:
    """Print the table; return 1 if a level does not pass."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("levels", nargs="*", type=Path)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--kept", type=Path, default=data_dir(None) / "proofs" / "said")
    wanted = options.parse_args()
    paths = wanted.levels or [one.path for one in levels.campaign()]
    is_good = True
    for line in table(paths, wanted.kept, wanted.jobs):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
        is_good = is_good and "| fails" not in line
    return 0 if is_good else 1


if __name__ == "__main__":
    raise SystemExit(main())
