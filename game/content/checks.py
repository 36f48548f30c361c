"""What must be true of a level as a whole: one short function a question; its docstring is the line in the manual.

The shape has been read by then, so every figure is a figure; here parts are held against each other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.content.complaints import Arg, Complaint, Said, meant
from game.content.merging import Merging
from game.content.nodes import Step, locate
from game.content.shape import LevelShape
from game.world.conditions import Condition
from game.world.level import Kind

ICONS = Path(__file__).parents[2] / "assets" / "fonts" / "icons.json"
PLAN = "plan:"  # before the id of a plan, where a bot could stand

_TIMES = frozenset({"week", "weeks.left"})
_FULL_SCORE = 100


@dataclass(frozen=True, slots=True)
class Draft:
    """A level that fits its shape, and the tree it was read from."""

    shape: LevelShape
    merging: Merging

    def complain(
        self, code: str, *path: Step, hint: Said | None = None, at_key: bool = False, **args: Arg
    ) -> Complaint:
        """Return a complaint about a key of the level."""
        place = locate(self.merging.root, path, at_key=at_key)
        return Complaint(code, place, args, ".".join(str(step) for step in path), hint)


Check = Callable[[Draft], Iterator[Complaint]]


def check_all(draft: Draft) -> tuple[Complaint, ...]:
    """Return everything that is wrong with a level as a whole."""
    return tuple(complaint for check in CHECKS for complaint in check(draft))


def check_parts(draft: Draft) -> tuple[Complaint, ...]:
    """Return what is wrong with a level that is only there to be extended."""
    return tuple(complaint for check in REFERENCES for complaint in check(draft))


def distances_name_segments(draft: Draft) -> Iterator[Complaint]:
    """Distances are between segments of the level; those to inherited segments that were removed are left aside."""
    known = draft.shape.segments
    gone = {path[1] for path in draft.merging.removed if path[:1] == ("segments",) and len(path) == 2}
    for a, row in draft.shape.distances.items():
        paths = [("distances", a), *(("distances", a, b) for b in row)]
        for path in paths:
            name = path[-1]
            if name not in known and name not in gone:
                yield _no_such("segment", name, draft, path, tuple(known))


def distances_come_once(draft: Draft) -> Iterator[Complaint]:
    """The distance of two segments is the same both ways, so it is written once."""
    seen: set[frozenset[str]] = set()
    for a, row in draft.shape.distances.items():
        for b in row:
            if frozenset({a, b}) in seen:
                yield draft.complain("L324", "distances", a, b, at_key=True, key=a, found=b)
            seen.add(frozenset({a, b}))


def plans_answer_cards(draft: Draft) -> Iterator[Complaint]:
    """A plan answers event cards of the level, with answers they know."""
    for name, plan in draft.shape.plans.items():
        for card, answer in plan.answers.items():
            path = ("plans", name, "answers", card)
            event = draft.shape.events.get(card)
            if event is None:
                yield _no_such("event", card, draft, path, tuple(draft.shape.events))
            elif answer not in event.choices:
                hint = meant(answer, event.choices)
                yield draft.complain("L313", *path, hint=hint, kind=Said("answer"), found=answer)


def tests_name_plans(draft: Draft) -> Iterator[Complaint]:
    """A test that plays `plan:ID` names a plan of the level."""
    for name, proof in draft.shape.tests.items():
        plan = proof.play.removeprefix(PLAN)
        if proof.play.startswith(PLAN) and plan not in draft.shape.plans:
            hint = meant(plan, draft.shape.plans)
            yield draft.complain("L313", "tests", name, "play", hint=hint, kind=Said("plan"), found=plan)


def icons_exist(draft: Draft) -> Iterator[Complaint]:
    """The picture of an event is one of the game's icons."""
    for name, event in draft.shape.events.items():
        if event.icon not in _icons():
            hint = meant(event.icon, _icons())
            yield draft.complain(
                "L313", "events", name, "icon", hint=hint, kind=Said("icon"), found=event.icon
            )


def rivals_share_one_market(draft: Draft) -> Iterator[Complaint]:
    """The shares that rivals hold at the start add up to the whole market at most."""
    left = 1.0
    for name, firm in draft.shape.competitors.items():
        if firm.share > left + 1e-9:
            bound = Said("at-most", {"most": f"{left:.0%}"})
            found = f"{firm.share:.0%}"
            yield draft.complain("L304", "competitors", name, "share", key="share", found=found, bound=bound)
        left = max(0.0, left - firm.share)


def start_builds_an_allowed_model(draft: Draft) -> Iterator[Complaint]:
    """The family of model in work at the start is one the player can choose."""
    player = draft.shape.player
    model = player.start.model
    if model is not None and model not in player.models:
        choices = tuple(kind.name.lower() for kind in player.models)
        found = model.name.lower()
        yield draft.complain("L303", "player", "start", "model", found=found, choices=choices)


def objectives_fit_the_clock(draft: Draft) -> Iterator[Complaint]:
    """No objective has to hold for more weeks than the level has."""
    weeks = draft.shape.clock.weeks
    for name, aim in draft.shape.objectives.items():
        if aim.hold > weeks:
            bound = Said("at-most", {"most": weeks})
            yield draft.complain("L304", "objectives", name, "hold", key="hold", found=aim.hold, bound=bound)


def it_can_be_won(draft: Draft) -> Iterator[Complaint]:
    """A level has an objective that wins it."""
    if all(aim.kind is not Kind.WIN for aim in draft.shape.objectives.values()):
        yield draft.complain("L325", "objectives", at_key=True)


def points_make_a_score(draft: Draft) -> Iterator[Complaint]:
    """The points of all objectives add up to 100, or none has any."""
    total = sum(aim.points for aim in draft.shape.objectives.values())
    if total not in (0, _FULL_SCORE):
        yield draft.complain("W403", "objectives", at_key=True, found=total)


def conditions_can_hold(draft: Draft) -> Iterator[Complaint]:
    """Events, objectives and goals do not ask for weeks that never come."""
    shape = draft.shape
    weeks = shape.clock.weeks
    for name, event in shape.events.items():
        if event.chance == 0.0 or not _can_hold(event.when, 1, weeks):
            yield draft.complain("W405", "events", name, "when", found=name)
    for name, aim in shape.objectives.items():
        if not _can_hold(aim.when, weeks if aim.at else 1, weeks):
            yield draft.complain("W410", "objectives", name, "when", found=name)
    for name, goal in shape.teaching.goals.items():
        if not _can_hold(goal.evidence, 1, weeks):
            yield draft.complain("W410", "teaching", "goals", name, "evidence", found=name)


def _can_hold(condition: Condition, first: int, weeks: int) -> bool:
    """Return whether a condition that asks for nothing but the week holds in some week; others are given the benefit."""
    if not _TIMES.issuperset(condition.names):
        return True
    return any(
        condition.holds({"week": float(week), "weeks.left": float(weeks - week)})
        for week in range(first, weeks + 1)
    )


def _no_such(kind: str, name: str, draft: Draft, path: tuple[Step, ...], known: tuple[str, ...]) -> Complaint:
    return draft.complain("L313", *path, at_key=True, hint=meant(name, known), kind=Said(kind), found=name)


@lru_cache(maxsize=1)
def _icons() -> tuple[str, ...]:
    return tuple(json.loads(ICONS.read_text("utf-8")))


REFERENCES: tuple[Check, ...] = (
    distances_name_segments,
    distances_come_once,
    plans_answer_cards,
    tests_name_plans,
    icons_exist,
)
CHECKS: tuple[Check, ...] = (
    *REFERENCES,
    rivals_share_one_market,
    start_builds_an_allowed_model,
    objectives_fit_the_clock,
    it_can_be_won,
    points_make_a_score,
    conditions_can_hold,
)
