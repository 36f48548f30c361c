"""One game of a proof: who played, in which world, perhaps with one lever held fast, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from agents.messages import LEVERS, Decision, ModelKind
from game.study.plans import Player, player
from game.world.level import Level
from game.world.levers import RANGES, lever_costs
from game.world.model import MarketModel
from game.world.report import Outcome

PUSH_WON = 5_000_000  # a week: about what a small firm of this market spends on its largest budget
CROWD = 3  # people more than at the start
CRAWLED_ITEMS = 300_000  # a week: a crawler that is worth its machines


@dataclass(frozen=True, slots=True)
class Trial:
    """A game to play; with a lever, that lever is held at a setting whenever the world allows it."""

    player: str
    seed: int
    lever: str = ""
    setting: int = 0


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a trial.

    Attributes:
        trial: who played where.
        outcome: won, lost or time.
        cause: what ended it, an id of `game.world.goals` or of an objective.
        week: weeks played.
        score: of the objectives.
        users: in the last week, people.
        spent: what each lever cost in all, won, in the order of `LEVERS`.
        moved: levers that ever stood differently from the start.
        print: the world's fingerprint at the end.
        families: weeks for which each family of model was ordered, in the order of `ModelKind`.
    """

    trial: Trial
    outcome: str
    cause: str
    week: int
    score: int
    users: float
    spent: tuple[int, ...]
    moved: tuple[str, ...]
    print: str
    families: tuple[int, ...] = ()

    @property
    def is_won(self) -> bool:
        """Return whether the level was won."""
        return self.outcome == Outcome.WON.value


def attempt(job: tuple[Level, Trial]) -> Tried:
    """Play a trial to its end."""
    level, trial = job
    decide, start = player(trial.player, level, trial.seed), level.start.decision
    model = MarketModel(level, trial.seed)
    model.measures_ring = False
    spent, moved, families = dict.fromkeys(LEVERS, 0.0), set[str](), [0] * len(ModelKind)
    while model.ending.outcome is Outcome.RUNNING:
        decision = _held(model, decide, trial)
        model.play_week(decision)
        families[decision.model] += 1
        for lever, won in lever_costs(decision, model.parameters).items():
            spent[lever] += won
        moved |= {lever for lever in LEVERS if getattr(decision, lever) != getattr(start, lever)}
    ending = model.ending
    found = Tried(
        trial=trial,
        outcome=ending.outcome.value,
        cause=ending.cause,
        week=ending.week,
        score=ending.score,
        users=model.reports[-1].users,
        spent=tuple(int(spent[lever]) for lever in LEVERS),
        moved=tuple(sorted(moved)),
        print=model.fingerprint(),
        families=tuple(families),
    )
    model.release()
    return found


def _held(model: MarketModel, decide: Player, trial: Trial) -> Decision:
    """Return what the player decides, with the lever of the trial where it is to be, if the world allows it."""
    decision = decide(model)
    if not trial.lever:
        return decision
    held = replace(decision, **{trial.lever: _as(trial.lever, trial.setting)})
    return decision if model.check(held) else held


def settings(level: Level) -> Iterator[tuple[str, int]]:
    """Yield every lever the player can move in this level, with settings far apart."""
    start = level.start
    for lever in LEVERS:
        if lever in start.locked:
            continue
        yield from ((lever, setting) for setting in _far_apart(lever, level))


def _far_apart(lever: str, level: Level) -> tuple[int, ...]:
    usual, (low, high) = getattr(Decision(), lever), RANGES[lever]
    if lever == "model":
        return tuple(int(kind) for kind in level.start.models)
    if lever == "price_won":
        return level.reference_price_won // 2, level.reference_price_won * 2
    if lever.endswith("_won"):
        return 0, PUSH_WON
    if lever == "crawl_items":
        return 0, CRAWLED_ITEMS
    if isinstance(usual, bool | Enum) or lever.endswith("_permille") or lever == "infrastructure":
        return low, high
    return 0, int(getattr(level.start.decision, lever)) + CROWD


def _as(lever: str, setting: int) -> Any:
    return type(getattr(Decision(), lever))(setting)
