"""The worlds an advisor tried, played once more as runs: one row each, so that anybody can count what it said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from game.play.decisions import Plain, changed, changes
from game.study.futures import play_on
from game.study.recording import Recording
from game.study.runs import Row, Run, row_of
from game.study.unknown import in_the_dark, other_seed
from game.study.workers import Game, shared, spread


@dataclass(frozen=True, slots=True)
class Branch:
    """A game up to a week, and what is ordered from the next week on, as a journal writes it."""

    name: str
    week: int
    orders: tuple[tuple[str, Plain], ...] = ()


def rows(recording: Recording, branch: Branch, numbers: Sequence[int], processes: int = 1) -> Iterator[Row]:
    """Yield the last row of each world, in the order of the numbers (from 1, as an advice counts its worlds)."""
    found: dict[int, Row] = {}
    game = Game(recording)
    with spread(processes, game) as work:
        for number, row in work(partial(_row, game, branch), numbers):
            found[number] = row
    yield from (found[number] for number in numbers)


def _row(game: Game, branch: Branch, number: int) -> Row:
    recording = shared(game)
    start = recording.at(branch.week)
    world = in_the_dark(start, number - 1)
    start.release()
    now = world.companies[0].decision
    wanted = changes(changed(now, dict(branch.orders)), now)
    peak = max((report.users for report in world.reports), default=0.0)
    for _ in play_on(world, (*({},) * branch.week, wanted)):
        peak = max(peak, world.reports[-1].users)
    world.release()
    return row_of(world, Run(branch.name, other_seed(recording.seed, number - 1)), world.reports[-1], peak)
