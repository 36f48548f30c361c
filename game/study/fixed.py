"""Is there one way to play that wins everywhere? Then "always do this" would be the lesson, and the campaign would teach nothing.

A fixed plan is any bot, any plan of any level carried over to the others, or a decision drawn once and held for ever. Each
is tried on every level, a few worlds at a time, and given up as soon as it can no longer win too many of them: most plans are
done with after one world of each level.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b

from game.study import bots, plans
from game.study.bots import BOTS
from game.study.plans import Player
from game.study.sharing import shared
from game.world.level import Level, Plan
from game.world.model import RULES, MarketModel
from game.world.report import Outcome

MOST_LEVELS = 4  # of the campaign that a fixed plan may win
WORLDS = 5  # of each level, an odd number; most of them win a level
CONSTANTS = 200


@dataclass(frozen=True, slots=True)
class Fixed:
    """Somebody who plays every level alike: a bot by its name, the plan of a level, or a decision drawn with a number."""

    name: str
    plan: Plan | None = None
    number: int = -1

    @property
    def key(self) -> str:
        """Return what tells it from all others, though two levels call their plans alike: 16 letters."""
        drawn = bots.drawn(self.number) if self.number >= 0 else ""
        return blake2b(f"{self}{drawn}".encode(), digest_size=8).hexdigest()

    def player(self, level: Level, seed: int) -> Player:
        """Return it at the desk of a level."""
        if self.plan is not None:
            return plans.follower(self.plan, level)
        if self.number >= 0:
            mind = bots.constant(self.number, level)
            return lambda model: mind(model.news())
        return plans.player(self.name, level, seed)


def everybody(levels: Sequence[Level], constants: int = CONSTANTS) -> Iterator[Fixed]:
    """Yield every bot, every plan of every level, and so many constant decisions."""
    yield from (Fixed(name) for name in BOTS)
    yield from (Fixed(f"{level.id}/{plan.id}", plan) for level in levels for plan in level.plans)
    yield from (Fixed(f"constant-{number}", number=number) for number in range(constants))


Won = dict[str, bool]
"""Games by the level's hash, the key of who played, and the world; whether they were won."""


def entry(level: Level, who: Fixed, seed: int) -> str:
    """Return the key of a game, with the rules it was played under."""
    return f"{level.hash}-{RULES}-{who.key}-{seed}"


@dataclass(slots=True)
class Tally:
    """How a fixed plan has done so far: worlds won and lost of each level."""

    who: Fixed
    won: list[int]
    lost: list[int]

    @property
    def levels(self) -> int:
        """Return how many levels it has won for good."""
        return len([n for n in self.won if n > WORLDS // 2])

    def next_world(self) -> tuple[int, int] | None:
        """Return the level, by its place, and the world to try next; None when nothing more can change the verdict."""
        done = WORLDS // 2
        lost = len([n for n in self.lost if n > done])
        if self.levels > MOST_LEVELS or len(self.won) - lost <= MOST_LEVELS:
            return None
        open_ = [i for i in range(len(self.won)) if max(self.won[i], self.lost[i]) <= done]
        if self._is_hopeless():
            return None
        place = min(open_, key=lambda i: (self.won[i] + self.lost[i], i))
        return place, self.won[place] + self.lost[place] + 1

    def _is_hopeless(self) -> bool:
        """Return whether it can lead in so few levels, those not tried yet among them, that nobody need look further."""
        leads = [w > x or w + x == 0 for w, x in zip(self.won, self.lost, strict=True)]
        return leads.count(True) < MOST_LEVELS

    def note(self, place: int, is_won: bool) -> None:
        """Count a world."""
        (self.won if is_won else self.lost)[place] += 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came out: how many levels each fixed plan wins at most, the best first, and which win too many."""

    levels: int
    tallies: tuple[Tally, ...] = field(default=())

    @property
    def too_good(self) -> tuple[Tally, ...]:
        """Return the plans that win more levels than a fixed plan may."""
        return tuple(tally for tally in self.tallies if tally.levels > MOST_LEVELS)


def judge(
    levels: Sequence[Level],
    who: Iterable[Fixed],
    known: Won,
    processes: int = 1,
    tell: Callable[[int, int], None] = lambda *_: None,
) -> Verdict:
    """Play until it is clear of every fixed plan whether it wins too many levels; games in `known` are not played again.

    Args:
        levels: of the campaign.
        who: the fixed plans.
        known: games played before; those played now are added.
        processes: that share the work.
        tell: hears how many games of a round were played, of how many.
    """
    tallies = [Tally(one, [0] * len(levels), [0] * len(levels)) for one in who]
    while jobs := _round(levels, tallies, known):
        work = partial(_play, tuple(levels))
        for number, (job, is_won) in enumerate(
            zip(jobs, shared(work, jobs, processes), strict=True), start=1
        ):
            place, fixed, seed = job
            known[entry(levels[place], fixed, seed)] = is_won
            tell(number, len(jobs))
    best = sorted(tallies, key=lambda tally: (-tally.levels, -sum(tally.won), tally.who.name))
    return Verdict(len(levels), tuple(best))


Job = tuple[int, Fixed, int]  # level by its place, player, world


def _round(levels: Sequence[Level], tallies: Sequence[Tally], known: Mapping[str, bool]) -> list[Job]:
    """Count all that is known, and return the next game of every plan that is still open."""
    jobs = []
    for tally in tallies:
        while (wanted := tally.next_world()) is not None:
            place, seed = wanted
            is_won = known.get(entry(levels[place], tally.who, seed))
            if is_won is None:
                jobs.append((place, tally.who, seed))
                break
            tally.note(place, is_won)
    return jobs


def _play(levels: tuple[Level, ...], job: Job) -> bool:
    """Return whether a fixed plan wins one world of a level."""
    place, who, seed = job
    level = levels[place]
    decide = who.player(level, seed)
    model = MarketModel(level, seed)
    model.measures_ring = False
    while model.ending.outcome is Outcome.RUNNING:
        decision = decide(model)
        model.play_week(model.news().decision.hold() if model.check(decision) else decision)
    model.release()
    return model.ending.outcome is Outcome.WON
