"""Many playthroughs of one level: bots and plans x seeds, one row a run or one a week.

Runs share nothing, so the table does not depend on how many processes made it. Every run goes through a `Playthrough`,
like a player's; its journal can be kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import partial
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from agents.messages import ModelKind, Source
from game.play.journal import SUFFIX
from game.play.playthrough import Playthrough
from game.play.records import VERSION
from game.play.saves import plain_name
from game.study.plans import player
from game.study.sharing import shared
from game.world.level import Level
from game.world.model import RULES, MarketModel
from game.world.report import WeekReport


@dataclass(frozen=True, slots=True)
class Run:
    """One playthrough to make."""

    bot: str  # or `plan:` and the id of a plan
    seed: int
    journal: Path | None = None  # where to keep it


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: how a run stood after a week. The field names are the columns, with their units."""

    level: str
    bot: str
    seed: int
    week: int
    outcome: str  # won, lost, time; running in the weeks before
    cause: str
    stars: int
    score: int
    users: float
    users_peak: float
    share: float  # of all people
    awareness: float
    joined: float
    left: float
    cash_won: int
    revenue_won: int
    cost_won: int
    runway_weeks: float
    quality: float
    accuracy: float
    trust: float
    ux: float
    content: float
    price_won: int
    latency_s: float
    model: str  # empty before the first release
    releases: int
    launched_week: int  # 0 as long as the service has not opened
    data_open: float  # clean items
    data_crawl: float
    data_service: float
    data_bought: float
    data_effective: float
    rounds: int
    equity: float
    scandals: int
    loop_gain: float
    loop_weeks: float
    elasticity_data: float  # of data by users
    elasticity_performance: float  # of performance by data
    elasticity_users: float  # of users by performance
    weakest: str


COLUMNS: tuple[str, ...] = tuple(f.name for f in fields(Row))


def values(row: Row) -> tuple[str, ...]:
    """Return a row as the texts of a CSV line; floats to the last bit."""
    found = (getattr(row, name) for name in COLUMNS)
    return tuple(repr(float(value)) if isinstance(value, float) else str(value) for value in found)


def runs(level: Level, bots: Iterable[str], seeds: Iterable[int], journals: Path | None = None) -> list[Run]:
    """Return the runs of a study, bots first; with a folder, each keeps `LEVEL-BOT-SEED.dljournal` there."""
    wanted = list(seeds)
    return [Run(bot, seed, _journal(level, bot, seed, journals)) for bot in bots for seed in wanted]


def _journal(level: Level, bot: str, seed: int, folder: Path | None) -> Path | None:
    return folder and folder / f"{plain_name(level.id)}-{plain_name(bot)}-{seed}{SUFFIX}"


def play(level: Level, run: Run, *, weekly: bool = False) -> list[Row]:
    """Play one run to its end and return its last row, or the rows of all its weeks."""
    decide = player(run.bot, level, run.seed)
    with Playthrough.new(level, run.seed, run.journal, player=run.bot, bulk=True) as game:
        peak, rows = 0.0, []
        while not game.is_over:
            report = game.play(decide(game.model))
            peak = max(peak, report.users)
            if weekly or game.is_over:
                rows.append(row_of(game.model, run, report, peak))
    return rows


def play_all(
    level: Level, wanted: list[Run], *, weekly: bool = False, processes: int = 1
) -> Iterator[list[Row]]:
    """Yield the rows of each run, in the order of the runs, however many processes share the work."""
    yield from shared(partial(play, level, weekly=weekly), wanted, processes)


def about(level: Level, command: list[str]) -> dict[str, object]:
    """Return what somebody needs to make the same table again."""
    return {
        "command": command,
        "game": VERSION,
        "level": level.id,
        "level_hash": level.hash,
        "mods": list(level.mods),
        "rules": RULES,
        "python": python_version(),
        "numpy": version("numpy"),
        "mesa": version("mesa"),
        "columns": list(COLUMNS),
    }


def row_of(world: MarketModel, run: Run, report: WeekReport, peak: float) -> Row:
    """Return the row of a week of a run.

    Args:
        world: as it stands after that week.
        run: whose.
        report: of the week.
        peak: most users so far.
    """
    level, ending, ring = world.level, world.ending, report.ring
    return Row(
        level=level.id,
        bot=run.bot,
        seed=run.seed,
        week=report.week,
        outcome=ending.outcome.value,
        cause=ending.cause,
        stars=ending.stars,
        score=ending.score,
        users=report.users,
        users_peak=peak,
        share=report.users / level.people,
        awareness=report.awareness,
        joined=report.joined,
        left=report.left,
        cash_won=report.cash_won,
        revenue_won=report.revenue_won,
        cost_won=report.cost_won,
        runway_weeks=report.runway_weeks,
        quality=report.quality,
        accuracy=report.accuracy,
        trust=report.trust,
        ux=report.ux,
        content=report.content,
        price_won=report.price_won,
        latency_s=report.latency_s,
        model=ModelKind(report.model).name.lower() if report.model >= 0 else "",
        releases=report.releases,
        launched_week=_launched(world),
        data_open=report.data_items[Source.OPEN],
        data_crawl=report.data_items[Source.CRAWL],
        data_service=report.data_items[Source.SERVICE],
        data_bought=report.data_items[Source.BOUGHT],
        data_effective=report.effective_items,
        rounds=report.rounds,
        equity=report.equity,
        scandals=report.scandals,
        loop_gain=ring.gain,
        loop_weeks=ring.loop_weeks,
        elasticity_data=ring.arrows[0].elasticity,
        elasticity_performance=ring.arrows[1].elasticity,
        elasticity_users=ring.arrows[2].elasticity,
        weakest=ring.weakest.value,
    )


def _launched(world: MarketModel) -> int:
    return next((report.week for report in world.reports if report.has_launched), 0)
