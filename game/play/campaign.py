"""Where a player stands in a campaign: which levels are open, how many stars each has brought, which game can go on.

A level opens once the one before it has been played to its end, won or lost: losing teaches too, and nobody is to be stuck. In the
middle of the campaign the order is free: after level 4 the seven that follow are open at once, and any four of them open the next.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.play.records import Header, Result
from game.play.saves import Save

WON = "won"
HUB, FREE, GATE = (
    4,
    range(5, 12),
    12,
)  # places in the campaign, the prologue at 0: what opens the free ones, these, what they open
ENOUGH = 4  # of the free ones, to open the gate


@dataclass(frozen=True, slots=True)
class Standing:
    """What a player's saves say about one level."""

    level: str
    is_open: bool
    saves: tuple[Save, ...] = ()  # of this level, the last played first

    @property
    def stars(self) -> int:
        """Return the most stars any game brought, and one for a right diagnosis of any."""
        return max((result.stars for result in self.results), default=0) + self.is_diagnosed

    @property
    def is_diagnosed(self) -> bool:
        """Return whether the player has found out what a game of this level hung on."""
        return any(save.is_diagnosed for save in self.saves if save.result is not None)

    @property
    def is_won(self) -> bool:
        """Return whether any game was won."""
        return any(result.outcome == WON for result in self.results)

    @property
    def is_finished(self) -> bool:
        """Return whether any game came to its end."""
        return bool(self.results)

    @property
    def results(self) -> tuple[Result, ...]:
        """Return how the finished games ended."""
        return tuple(save.result for save in self.saves if save.result is not None)

    @property
    def best(self) -> Result | None:
        """Return the best ending: most stars, then most points, then earliest."""
        return max(self.results, key=_rank, default=None)

    @property
    def best_header(self) -> Header | None:
        """Return the header of the game with the best ending."""
        best = self.best
        return next((save.header for save in self.saves if best is not None and save.result == best), None)

    def best_on(self, difficulty: str) -> Result | None:
        """Return the best ending on one difficulty."""
        own = [s.result for s in self.saves if s.result and s.header and s.header.difficulty == difficulty]
        return max(own, key=_rank, default=None)

    @property
    def running(self) -> Save | None:
        """Return the game last played that can go on."""
        return next((save for save in self.saves if save.can_go_on), None)


def _rank(result: Result) -> tuple[bool, int, int, int]:
    return result.outcome == WON, result.stars, result.score, -result.week


@dataclass(frozen=True, slots=True)
class Tally:
    """What somebody's saved games add up to."""

    stars: int
    games: int


def tally(saves: Sequence[Save]) -> Tally:
    """Return how many stars saved games have brought, each level counted once, and how many games there are."""
    played = sorted({save.header.level for save in saves if save.header is not None})
    return Tally(sum(found.stars for found in standings(played, saves)), len(saves))


def standings(levels: Sequence[str], saves: Iterable[Save]) -> tuple[Standing, ...]:
    """Return how a player stands in each of `levels`, ids in the order of the campaign."""
    by_level: dict[str, list[Save]] = {level: [] for level in levels}
    for save in saves:
        if save.header is not None and save.header.level in by_level:
            by_level[save.header.level].append(save)
    found: list[Standing] = []
    for level in levels:
        is_open = _opens(found) or bool(by_level[level])
        found.append(Standing(level, is_open, tuple(by_level[level])))
    return tuple(found)


def opened_by(place: int) -> tuple[int, ...]:
    """Return the places of the levels of which one, or `ENOUGH` of several, open the level at this place; none opens the first."""
    if place == GATE:
        return tuple(FREE)
    return (HUB,) if place in FREE else (place - 1,) if place > 0 else ()


def _opens(before: Sequence[Standing]) -> bool:
    """Return whether the level after these is open."""
    doors = [before[place].is_finished for place in opened_by(len(before))]
    return doors.count(True) >= min(ENOUGH, len(doors))


def next_level(found: Sequence[Standing]) -> Standing | None:
    """Return the level to play next: the first open one that is not won yet, or the last open one."""
    opened = [standing for standing in found if standing.is_open]
    fresh = [standing for standing in opened if not standing.is_won]
    return fresh[0] if fresh else opened[-1] if opened else None
