"""Claim: each of three ways out of the trap is a coin toss, all three are nearly sure; and people agree with averages.

Plays the 2 x 2 x 2 of broken links in many worlds of `levels/research/factorial.yaml` and prints one table for each setting:
`docked` (nobody differs in taste, everybody of a segment may meet, awareness is drawn anew at each choice), then own
awareness, a network of acquaintances and tastes switched on one at a time, then all of it: the game. Consent is a person's own
in all of these; one more table takes it as a share, so that its shift is known too. Beside each design
stand the averages of the same worlds (`tests/docking`) and the table recorded with the reference model. What was played is
kept in `out/factorial`: the same command goes on where it was stopped, and more seeds begin with the worlds of fewer.

    python benchmarks/factorial.py                                  # writes docs/evidence/factorial.md: some hours on two cores
    python benchmarks/factorial.py --others 40 --setting play       # a look
    python main.py run research/factorial --bot break-all --seeds 1..1600 -o out/all.csv   # one design as the game plays it
"""

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from agents.market import Market, givers  # noqa: E402 - the checkout is not installed
from agents.messages import ModelKind  # noqa: E402
from game.content.levels import load  # noqa: E402
from game.study.bots import BREAKS, TRAP, founder  # noqa: E402
from game.study.starting import crew, leave_interrupts  # noqa: E402
from game.world.level import Level  # noqa: E402
from game.world.model import RULES, MarketModel  # noqa: E402
from tests.docking.whole import QUALITY_OUT, USERS_OUT, Fate, reckon  # noqa: E402

TABLE = ROOT / "docs" / "evidence" / "factorial.md"
WORLDS = ROOT / "out" / "factorial"
LINKS = ("performance", "data", "users")
DESIGNS = {"trap": ()} | {
    f"break-{'+'.join(links)}": links
    for links in (
        ("performance",), ("data",), ("users",), ("performance", "data"), ("performance", "users"), ("data", "users"),
    )
} | {"break-all": LINKS}  # fmt: skip
# Recorded with the aggregate reference model, 4,000 worlds each: alive, escaped, median users.
RECORDED = {
    "trap": (0.00, 0.00, 0), "break-performance": (0.60, 0.52, 16_856), "break-data": (0.45, 0.38, 0),
    "break-users": (0.55, 0.51, 52_805), "break-performance+data": (0.84, 0.79, 40_123),
    "break-performance+users": (0.98, 0.98, 109_234), "break-data+users": (0.91, 0.91, 100_506),
    "break-all": (0.99, 0.99, 121_440),
}  # fmt: skip
ALIKE = {"taste_sd": 0.0, "rewire": 1.0, "outside": 0.0, "acquaintances": 5000.0}
KEPT = {
    "taste_sd": ("taste_sd",),
    "network": ("rewire", "outside", "acquaintances"),
}  # what a setting leaves as in play


@dataclass(frozen=True)
class Setting:
    """How far people are persons: which of the game's numbers stay, and whether awareness and consent are their own."""

    name: str
    keeps: tuple[str, ...] = ()
    recalls: bool = True
    consents: bool = True

    def of(self, level: Level) -> Level:
        """Return the level in this setting."""
        changes = {name: value for name, value in ALIKE.items() if name not in self.keeps}
        return replace(level, parameters=replace(level.parameters, **changes), recalls=self.recalls)


SETTINGS = (
    Setting("docked"),
    Setting("consent as a share", consents=False),
    Setting("own awareness", recalls=False),
    Setting("network", KEPT["network"]),
    Setting("tastes", KEPT["taste_sd"]),
    Setting("play", tuple(ALIKE), recalls=False),
)


@dataclass(frozen=True)
class Cell:
    """One design in one setting: what the worlds came to, (W,) each."""

    alive: np.ndarray
    users: np.ndarray
    quality: np.ndarray
    launch: np.ndarray
    died: np.ndarray
    rounds: np.ndarray
    is_deep: np.ndarray

    @property
    def escaped(self) -> np.ndarray:
        """Return which worlds are out of the trap."""
        return self.alive & (self.users >= USERS_OUT) & (self.quality >= QUALITY_OUT)


Fortune = tuple[bool, float, float, float, int, int, bool]  # the fields of `Cell`, for one world


def shared(market: Market, trust: np.ndarray, collection: np.ndarray) -> np.ndarray:
    """Return who lets data be used if nobody has a bar of the own: a share of every firm's users, (F, S) people."""
    return market.people_by_firm() * givers(trust, collection)


def fortune(job: tuple[str, int], level: Level, consents: bool) -> Fortune:
    """Play one world to its end and return what it came to; the ring is not measured, which changes nothing."""
    bot, seed = job
    model = MarketModel(level, seed, founder(bot, level, seed))
    model.measures_ring = False
    if not consents:
        model.market.contributors = partial(shared, model.market)
    while model.running:
        model.step()
    company, end = model.companies[0], model.reports[-1]
    launch = company.launch_week + 1.0 if company.has_launched else np.nan
    users = end.users if company.is_alive else 0.0
    is_deep = company.model == ModelKind.DEEP
    model.release()
    return company.is_alive, users, end.quality, launch, end.week, company.stage, is_deep


class Kept:
    """The worlds played so far, one line each, so that hours of work can be stopped and taken up."""

    def __init__(self, level: Level, consents: bool) -> None:
        numbers = repr((RULES, level.agents, level.weeks, level.parameters, level.recalls))
        numbers += "" if consents else "consent as a share"
        self.path = WORLDS / f"{hashlib.sha256(numbers.encode()).hexdigest()[:16]}.jsonl"

    def read(self) -> dict[tuple[str, int], Fortune]:
        """Return what became of each world; a line cut off by a stop is left aside."""
        text = self.path.read_text(encoding="utf-8") if self.path.exists() else ""
        lines = [json.loads(line) for line in text.splitlines() if line.endswith("]]")]
        return {(bot, seed): tuple(found) for bot, seed, found in lines}

    def add(self, job: tuple[str, int], found: Fortune) -> None:
        """Write one world down."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write("\n" + json.dumps([*job, found]))


def played(level: Level, consents: bool, seeds: range, processes: int) -> dict[str, Cell]:
    """Return every design's worlds in one setting; those kept are not played again, seeds go before designs."""
    kept = Kept(level, consents)
    known = kept.read()
    jobs = [(bot, seed) for seed in seeds for bot in DESIGNS]
    missing = [job for job in jobs if job not in known]
    with crew(processes, leave_interrupts) as pool:
        for job, found in zip(
            missing, pool.imap(partial(fortune, level=level, consents=consents), missing, 4), strict=True
        ):
            kept.add(job, found)
            known[job] = found
    by_bot = {bot: [known[bot, seed] for seed in seeds] for bot in DESIGNS}
    return {bot: Cell(*(np.array(column) for column in zip(*by_bot[bot], strict=True))) for bot in DESIGNS}


def reckoned(level: Level, seeds: range, links: tuple[str, ...]) -> Fate:
    """Return the averages of the same worlds."""
    orders: dict[str, object] = {}
    for link in links:
        orders |= BREAKS[link]
    return reckon(level, replace(TRAP, **orders), seeds)


def line(bot: str, c: Cell, f: Fate) -> str:
    """Return one row of a table."""
    rate, died = c.escaped.mean(), c.died[~c.alive]
    error = (max(rate * (1 - rate), 1 / c.alive.size) / c.alive.size) ** 0.5
    both = c.alive & f.alive & (f.users > 1000)
    ratio = f"{c.users[both].sum() / f.users[both].sum():.3f}" if both.any() else "-"
    alive, escaped, users = RECORDED[bot]
    return (
        f"| {bot} | {c.alive.mean():.2f} | {rate:.3f} ± {error:.3f} | {np.median(c.users):,.0f} | {np.quantile(c.users, 0.9):,.0f} "
        f"| {c.users.mean():,.0f} | {np.median(c.quality):.2f} | {np.nanmedian(c.launch):.0f} "
        f"| {f'{np.median(died):.0f}' if died.size else '-'} | {(c.rounds >= 1).mean():.2f} | {(c.rounds >= 2).mean():.2f} "
        f"| {c.is_deep.mean():.2f} | {f.escaped.mean():.3f} | {f.users.mean():,.0f} | {ratio} "
        f"| {alive:.2f} | {escaped:.2f} | {users:,} |"
    )


HEAD = (
    "| design | alive | escaped | users, median | 90 % | mean | quality | launch | death | round 1 | round 2 | deep "
    "| averages: escaped | users, mean | people / averages | recorded: alive | escaped | users, median |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"
)


def main() -> None:
    """Print the tables; write them down when all settings were asked for."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--seeds", type=int, default=1600, help="worlds of each design when docked")
    ask.add_argument("--others", type=int, default=200, help="worlds of each design in the other settings")
    ask.add_argument("--setting", nargs="+", choices=[s.name for s in SETTINGS], help="all of them")
    ask.add_argument("--agents", type=int, default=20_000)
    ask.add_argument("--processes", type=int, default=2)
    ask.add_argument("--out", type=Path, help="docs/evidence/factorial.md when all settings are played")
    given = ask.parse_args()
    level = replace(load("research/factorial"), agents=given.agents)
    asked = given.setting or [s.name for s in SETTINGS]
    told, cells = [about(given)], {}
    for setting in (s for s in SETTINGS if s.name in asked):
        worlds = given.seeds if setting.name == "docked" else given.others
        made, cells[setting.name] = table(setting, level, range(1, worlds + 1), given.processes)
        told.append(made)
        print(made, flush=True)
    if "docked" in cells and len(cells) > 1:
        told.append(shifts(cells, min(given.seeds, given.others)))
        print(told[-1])
    out = given.out or (None if given.setting else TABLE)
    if out is not None:
        out.write_text("\n".join(told), encoding="utf-8")


def table(setting: Setting, level: Level, seeds: range, processes: int) -> tuple[str, dict[str, Cell]]:
    """Play one setting and return its table, and what the worlds came to."""
    here = setting.of(level)
    cells = played(here, setting.consents, seeds, processes)
    lines = [line(bot, cells[bot], reckoned(here, seeds, links)) for bot, links in DESIGNS.items()]
    title = f"\n## {setting.name}: {len(seeds)} worlds of each design\n\n"
    return title + HEAD + "\n" + "\n".join(lines) + "\n", cells


def shifts(cells: dict[str, dict[str, Cell]], worlds: int) -> str:
    """Return what each setting makes of the same worlds: points of escape, and users beside the docked ones."""
    docked = cells.pop("docked")
    head = "| design | docked: escaped | users, mean | " + " | ".join(cells) + " |"
    lines = [head, "|---" * (3 + len(cells)) + "|"]
    for bot in DESIGNS:
        escaped, users = docked[bot].escaped[:worlds].mean(), docked[bot].users[:worlds].mean()
        row = [bot, f"{escaped:.2f}", f"{users:,.0f}"]
        for found in (cells[name][bot] for name in cells):
            share = f"{found.users.mean() / users:.2f}" if users > 1000 else "-"
            row.append(f"{100 * (found.escaped.mean() - escaped):+.0f}, {share}")
        lines.append("| " + " | ".join(row) + " |")
    title = (
        f"\n## Shifts: the same {worlds} worlds, points of escape and users as a multiple of the docked\n\n"
    )
    return title + "\n".join(lines) + "\n"


def about(given: argparse.Namespace) -> str:
    """Return what stands above the tables."""
    return (
        "# Breaking links: the 2 x 2 x 2, played\n\n"
        f"Rules: {RULES}. Made by `python benchmarks/factorial.py --seeds {given.seeds} --others {given.others} "
        f"--agents {given.agents}` from `levels/research/factorial.yaml`: 156 weeks, parameters jittered by 15 %, seeds 1 and up. "
        "Escaped: alive, 15,000 users, quality 0.55. ± is one standard error. *Averages* are the same worlds with the same luck "
        "of investors, programmes and scandals, people reckoned as shares (`tests/docking`), always in the docked setting; "
        "*people / averages* compares users where both firms live. *Recorded* is the reference model, 4,000 worlds, which also "
        "had a fast follower and counted a disappointed person once for every firm tried.\n"
    )


if __name__ == "__main__":
    main()
