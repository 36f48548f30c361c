"""The tests a level brings with it: who plays it in how many worlds, and what must come out.

A promise that is not kept is a complaint about the line that makes it, like any other slip of the author's. Games are shared: two
tests with one player play each world once.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.content.checks import Draft
from game.content.complaints import Arg, Complaint, Said
from game.study.plans import player
from game.study.sharing import shared
from game.world.level import Level, Promise
from game.world.model import MarketModel
from game.world.report import Ending, Outcome
from game.world.values import Value

_WORLDS_NAMED = 8  # of those in which a promise failed; enough to look at one
_CLOSE = 1e-9  # 35 worlds of 50 are 70 %, whatever the last bit of the quotient says
_FEW = 8  # games below which another process costs more than it plays


@dataclass(frozen=True, slots=True)
class Game:
    """One playthrough: a level by its id, a player by name, a world."""

    level: str
    player: str
    seed: int


@dataclass(frozen=True, slots=True)
class Played:
    """How a game ended, and every value of the catalogue in its last week."""

    ending: Ending
    values: Mapping[str, Value]

    @property
    def asked(self) -> dict[str, Value]:
        """Return what a test can ask for: the catalogue, and how it ended."""
        outcome = self.ending.outcome
        return {
            **self.values,
            "won": outcome is Outcome.WON,
            "lost": outcome is Outcome.LOST,
            "score": float(self.ending.score),
        }


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of a promise of a level: the worlds it held in, and those it did not."""

    level: str
    promise: Promise
    held: tuple[int, ...]
    failed: tuple[int, ...]

    @property
    def share(self) -> float:
        """Return the share of the worlds in which it held, 0..1."""
        return len(self.held) / self.promise.seeds

    @property
    def is_kept(self) -> bool:
        """Return whether it held in as many worlds as it says."""
        return self.promise.least - _CLOSE <= self.share <= self.promise.most + _CLOSE


def games(level: Level) -> list[Game]:
    """Return the games that the tests of a level need, each once."""
    every = (Game(level.id, test.play, seed) for test in level.tests for seed in _seeds(test))
    return list(dict.fromkeys(every))


def play(level: Level, name: str, seed: int) -> Played:
    """Let a bot or a plan play one world of a level to its end."""
    decide = player(name, level, seed)
    model = MarketModel(level, seed)
    model.measures_ring = False  # nobody looks; a level that asks for the ring is given it all the same
    while model.ending.outcome is Outcome.RUNNING:
        model.play_week(decide(model))
    ended = Played(model.ending, model.values())
    model.release()
    return ended


def play_all(levels: Iterable[Level], processes: int) -> Iterator[tuple[Game, Played]]:
    """Yield every game that the tests of these levels need, with how it ended, however many processes share the work."""
    jobs = [(level, game) for level in levels for game in games(level)]
    hands = processes if len(jobs) >= _FEW else 1
    yield from zip((game for _, game in jobs), shared(_play, jobs, hands), strict=True)


def _play(job: tuple[Level, Game]) -> Played:
    level, game = job
    return play(level, game.player, game.seed)


def kept(level: Level, played: Mapping[Game, Played]) -> list[Kept]:
    """Return what came of every promise of a level."""
    return [_judged(level, promise, played) for promise in level.tests]


def _judged(level: Level, promise: Promise, played: Mapping[Game, Played]) -> Kept:
    held: list[int] = []
    failed: list[int] = []
    for seed in _seeds(promise):
        ended = played[Game(level.id, promise.play, seed)]
        (held if promise.expect.holds(ended.asked) else failed).append(seed)
    return Kept(level.id, promise, tuple(held), tuple(failed))


def _seeds(promise: Promise) -> range:
    return range(1, promise.seeds + 1)


def complaint(draft: Draft, path: Path, broken: Kept) -> Complaint:
    """Return a promise that was not kept as a complaint about the test that makes it; `path` is that of the level."""
    promise = broken.promise
    look: dict[str, Arg] = {"level": path.name, "player": promise.play, "last": promise.seeds}
    wrong = draft.complain(
        "P501",
        *("tests", promise.id),
        at_key=True,
        hint=Said("play-it", look),
        key=promise.id,
        player=promise.play,
        expect=promise.expect.text,
        held=len(broken.held),
        worlds=promise.seeds,
        bound=_bound(promise),
    )
    missed = broken.failed if broken.share < promise.least else broken.held
    return wrong.noting(Said("worlds-to-look-at", {"worlds": _listed(missed)}))


def _bound(promise: Promise) -> Said:
    least, most = f"{promise.least:.0%}", f"{promise.most:.0%}"
    if promise.most >= 1.0:
        return Said("at-least", {"least": least})
    if promise.least <= 0.0:
        return Said("at-most", {"most": most})
    return Said("between", {"least": least, "most": most})


def _listed(seeds: tuple[int, ...]) -> str:
    shown = ", ".join(str(seed) for seed in seeds[:_WORLDS_NAMED])
    return shown if len(seeds) <= _WORLDS_NAMED else f"{shown}, …"
