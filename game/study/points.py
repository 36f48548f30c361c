"""Worlds at points: one level with its parameters moved anywhere inside their ranges, played by a scripted founder.

The seeds are the same at every point, so two points differ in their numbers and not in their luck. What was played is kept, line by
line, and not played again: a study of hours can be stopped and taken up.
"""

import csv
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from functools import partial
from math import log10
from pathlib import Path
from statistics import fmean

from game.study.plans import player
from game.study.sharing import shared
from game.world.level import Level
from game.world.model import RULES, MarketModel
from game.world.report import Outcome

PURSE = "seed"  # the parameter that a level sets as the cash of the player's company
QUARTER_WEEKS = 13  # between two measurements of the ring


@dataclass(frozen=True, slots=True)
class Case:
    """One world to play: who decides, whose luck, and the parameters that are not the level's own."""

    bot: str  # or `plan:` and the id of a plan
    seed: int
    numbers: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a world. Everything is a figure, so that figures of many worlds have a mean."""

    alive: float  # 1 if the company lives at the end
    won: float  # 1 if the level is won
    weeks: float  # played
    users: float  # at the end; none of a company that is dead
    peak: float  # log10(1 + most users of any week): smooth even where the company dies on the way
    quality: float  # at the end
    gain: float  # of the loop: mean of the quarters lived through


OUTPUTS: tuple[str, ...] = tuple(Fate.__annotations__)


def setting(level: Level, numbers: Mapping[str, float]) -> Level:
    """Return a level with some parameters set, the cash at the start among them."""
    start = level.start
    if PURSE in numbers:
        start = replace(start, cash_won=round(numbers[PURSE]))
    return replace(level, parameters=replace(level.parameters, **numbers), start=start)


def play(level: Level, case: Case) -> Fate:
    """Play one world to its end."""
    here = setting(level, dict(case.numbers))
    model = MarketModel(here, case.seed)
    decide = player(case.bot, here, case.seed)
    peak, gains = 0.0, []
    while model.ending.outcome is Outcome.RUNNING:
        model.measures_ring = model.week % QUARTER_WEEKS == QUARTER_WEEKS - 1
        model.play_week(decide(model))
        peak = max(peak, model.reports[-1].users)
        if model.measures_ring:
            gains.append(model.ring.gain)
    fate = _fate(model, peak, gains)
    model.release()
    return fate


def _fate(model: MarketModel, peak: float, gains: list[float]) -> Fate:
    is_alive, end = model.companies[0].is_alive, model.reports[-1]
    return Fate(
        alive=float(is_alive),
        won=float(model.ending.outcome is Outcome.WON),
        weeks=float(model.week),
        users=end.users if is_alive else 0.0,
        peak=log10(1.0 + peak),
        quality=end.quality,
        gain=fmean(gains) if gains else 0.0,
    )


class Kept:
    """What became of worlds played before, one line of a CSV file each.

    A world is known by a hash of the rules, the level as given and the case. An interrupted line is left aside; so is the whole
    file as soon as one of its worlds comes out otherwise than it did.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, Fate]:
        """Return what became of every world kept, by its hash."""
        if not self.path.exists():
            return {}
        with self.path.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.reader(file) if len(row) == len(OUTPUTS) + 2 and row[-1] == "."]
        return {row[0]: Fate(*map(float, row[1:-1])) for row in rows}

    def add(self, name: str, fate: Fate) -> None:
        """Keep one world; its line ends with a dot, so that half a line shows."""
        is_new = not self.path.exists()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8", newline="") as file:
            if not is_new and not self._ends_well():
                file.write("\n")
            csv.writer(file, lineterminator="\n").writerow((name, *map(repr, astuple(fate)), "."))

    def forget(self) -> None:
        """Put away everything kept."""
        self.path.unlink(missing_ok=True)

    def _ends_well(self) -> bool:
        return self.path.read_bytes()[-1:] in (b"\n", b"")


def name_of(level: Level, case: Case) -> str:
    """Return what a world is kept under: it changes with rules, level, founder, luck and every number."""
    told = (
        RULES,
        level.hash,
        level.id,
        level.weeks,
        level.agents,
        level.jitter,
        repr(level.parameters),
        case,
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()[:24]


def played(
    level: Level,
    cases: Sequence[Case],
    kept: Kept,
    processes: int = 1,
    tell: Callable[[int, int], None] | None = None,
) -> Iterator[Fate]:
    """Yield what becomes of every case, in their order; those kept are not played again.

    Args:
        level: what is given to all of them.
        cases: the worlds; the same world may come twice.
        kept: where worlds are looked up and kept.
        processes: that share the work.
        tell: hears after each world how many are done, of how many that had to be played.
    """
    names = {case: name_of(level, case) for case in cases}
    known = _trusted(level, names, kept)
    missing = [case for case, name in names.items() if name not in known]
    for done, (case, fate) in enumerate(
        zip(missing, shared(partial(play, level), missing, processes), strict=True), start=1
    ):
        kept.add(names[case], fate)
        known[names[case]] = fate
        if tell is not None:
            tell(done, len(missing))
    yield from (known[names[case]] for case in cases)


def _trusted(level: Level, names: Mapping[Case, str], kept: Kept) -> dict[str, Fate]:
    """Return what is kept, if the first world asked for that is kept still comes out the same."""
    known = kept.read()
    first = next((case for case, name in names.items() if name in known), None)
    if first is not None and play(level, first) != known[names[first]]:
        kept.forget()
        return {}
    return known
