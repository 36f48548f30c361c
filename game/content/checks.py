"""What must be true of a level as a whole: one short function a question; its docstring is the line in the manual.

The shape has been read by then, so every figure is a figure; here parts are held against each other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from agents.messages import Decision, ModelKind
from game.content.complaints import Arg, Complaint, Said, instead, meant
from game.content.ids import is_id
from game.content.merging import Merging
from game.content.nodes import Leaf, Map, Node, Step, find, locate
from game.content.shape import LevelShape
from game.content.shape_events import Step as Order
from game.content.shape_firms import LEVERS
from game.content.shape_rivals import SPECIAL
from game.world.conditions import NEVER, Condition
from game.world.level import PLAN, UNUSED, Kind

ICONS = Path(__file__).parents[2] / "assets" / "fonts" / "icons.json"

_TIMES = frozenset({"week", "weeks.left"})
_FULL_SCORE = 100
_LEVER_OF = {field: lever for lever, field in LEVERS.items()}
_USUAL = Decision()


@dataclass(frozen=True, slots=True)
class Draft:
    """A level as it was read; `shape` is None where it does not fit."""

    merging: Merging
    shape: LevelShape | None

    def complain(
        self, code: str, *path: Step, hint: Said | None = None, at_key: bool = False, **args: Arg
    ) -> Complaint:
        """Return a complaint about a key of the level."""
        place = locate(self.merging.root, path, at_key=at_key)
        return Complaint(code, place, args, ".".join(str(step) for step in path), hint)


Check = Callable[[Draft, LevelShape], Iterator[Complaint]]
Reference = Callable[[Draft], Iterator[Complaint]]


def check_references(draft: Draft) -> tuple[Complaint, ...]:
    """Return every id that leads nowhere; this much can be said even of a level that does not fit its shape."""
    return tuple(complaint for check in REFERENCES for complaint in check(draft))


def check_whole(draft: Draft) -> tuple[Complaint, ...]:
    """Return what is wrong with a level as a whole; nothing is said of one that does not fit its shape."""
    if draft.shape is None:
        return ()
    return tuple(complaint for check in CHECKS for complaint in check(draft, draft.shape))


# --- references: about ids alone, read off the tree


def distances_name_segments(draft: Draft) -> Iterator[Complaint]:
    """Distances are between segments of the level; those to inherited segments that were removed are left aside."""
    known = _below(draft, "segments")
    if not known:
        return  # that a level without people is none is said elsewhere
    gone = {path[1] for path in draft.merging.removed if path[:1] == ("segments",) and len(path) == 2}
    for a, row in _below(draft, "distances").items():
        paths = [("distances", a), *(("distances", a, b) for b in _keys(row))]
        for path in paths:
            if path[-1] not in known and path[-1] not in gone:
                yield _no_such("segment", path[-1], draft, path, tuple(known))


def distances_come_once(draft: Draft) -> Iterator[Complaint]:
    """The distance of two segments is the same both ways, so it is written once."""
    seen: set[frozenset[str]] = set()
    for a, row in _below(draft, "distances").items():
        for b in _keys(row):
            if frozenset({a, b}) in seen:
                yield draft.complain("L324", "distances", a, b, at_key=True, key=a, found=b)
            seen.add(frozenset({a, b}))


def niches_are_segments(draft: Draft) -> Iterator[Complaint]:
    """A niche firm serves a segment of the level."""
    known = tuple(_below(draft, "segments"))
    for name in _below(draft, "competitors"):
        path = ("competitors", name, "segment")
        segment = _text(find(draft.merging.root, path))
        if segment and segment not in known:
            hint = meant(segment, known)
            yield draft.complain("L313", *path, hint=hint, kind=Said("segment"), found=segment)


def plans_answer_cards(draft: Draft) -> Iterator[Complaint]:
    """A plan answers event cards of the level, with answers they know."""
    cards = _below(draft, "events")
    for plan in _below(draft, "plans"):
        for card, answer in _below(draft, "plans", plan, "answers").items():
            path = ("plans", plan, "answers", card)
            choices = tuple(_below(draft, "events", card, "choices"))
            if card not in cards:
                yield _no_such("event", card, draft, path, tuple(cards))
            elif _text(answer) not in choices:
                hint = meant(_text(answer), choices)
                yield draft.complain("L313", *path, hint=hint, kind=Said("answer"), found=_text(answer))


def tests_name_plans(draft: Draft) -> Iterator[Complaint]:
    """A test that plays `plan:ID` names a plan of the level."""
    plans = tuple(_below(draft, "plans"))
    for name in _below(draft, "tests"):
        played = _text(find(draft.merging.root, ("tests", name, "play")))
        plan = played.removeprefix(PLAN)
        if played.startswith(PLAN) and plan not in plans:
            path = ("tests", name, "play")
            yield draft.complain("L313", *path, hint=meant(plan, plans), kind=Said("plan"), found=plan)


def icons_exist(draft: Draft) -> Iterator[Complaint]:
    """The picture of an event is one of the game's icons."""
    for name in _below(draft, "events"):
        icon = _text(find(draft.merging.root, ("events", name, "icon")))
        if is_id(icon) and icon not in icons():
            hint = meant(icon, icons())
            told = draft.complain("L313", "events", name, "icon", hint=hint, kind=Said("icon"), found=icon)
            yield told.noting(Said("list-icons"))


# --- the whole: about figures and conditions


def rivals_share_one_market(draft: Draft, shape: LevelShape) -> Iterator[Complaint]:
    """The shares that rivals hold at the start add up to the whole market at most."""
    left = 1.0
    for name, firm in shape.competitors.items():
        share = firm.usual("share") or 0.0
        if share > left + 1e-9:
            bound = Said("at-most", {"most": f"{left:.0%}"})
            found = f"{share:.0%}"
            yield draft.complain("L304", "competitors", name, "share", key="share", found=found, bound=bound)
        left = max(0.0, left - share)


def rivals_have_keys_of_their_strategy(draft: Draft, shape: LevelShape) -> Iterator[Complaint]:
    """A key that one strategy reads is not given to a rival of another."""
    for name, firm in shape.competitors.items():
        for key, strategy in SPECIAL.items():
            if key in _below(draft, "competitors", name) and firm.strategy is not strategy:
                path = ("competitors", name, key)
                yield draft.complain("L326", *path, at_key=True, key=key, found=strategy.value)


def start_builds_an_allowed_model(draft: Draft, shape: LevelShape) -> Iterator[Complaint]:
    """The family of model in work at the start is one the player can choose."""
    player = shape.player
    model = player.start.model
    if model is not None and model not in player.models:
        choices = tuple(kind.name.lower() for kind in player.models)
        hint = instead(f"start: {{model: {choices[0]}}}")
        found = model.name.lower()
        yield draft.complain("L303", "player", "models", at_key=True, hint=hint, found=found, choices=choices)


def plans_move_what_the_player_can(draft: Draft, shape: LevelShape) -> Iterator[Complaint]:
    """A plan moves no lever that is locked, and builds no family of model that the player cannot choose."""
    player = shape.player
    free = player.free | (UNUSED[player.business] if _turns(shape) else frozenset())
    before = dict(player.start.orders())
    models = tuple(kind.name.lower() for kind in player.models)
    for path, step in _steps(shape):
        for field, setting in step.set.orders():
            lever = _LEVER_OF[field]
            if field not in free and setting != before.get(field, getattr(_USUAL, field)):
                yield draft.complain("L325", *path, lever, at_key=True, key=lever)
            elif field == "model" and setting not in player.models:
                found = ModelKind(setting).name.lower()
                yield draft.complain("L303", *path, lever, found=found, choices=models)


def _turns(shape: LevelShape) -> bool:
    """Return whether a card can change whom the company sells to, which frees other levers."""
    cards = shape.events.values()
    changes = (c for e in cards for c in (*e.effects, *(c for a in e.choices.values() for c in a.effects)))
    return any(change.change == "business" for change in changes)


def _steps(shape: LevelShape) -> Iterator[tuple[tuple[Step, ...], Order]]:
    """Yield the orders of all plans, each with the key its levers stand under."""
    for name, plan in shape.plans.items():
        for number, step in enumerate(plan.steps):
            yield ("plans", name, "steps", number, "set"), step


def objectives_fit_the_clock(draft: Draft, shape: LevelShape) -> Iterator[Complaint]:
    """No objective has to hold for more weeks than the level has."""
    weeks = shape.clock.weeks
    for name, aim in shape.objectives.items():
        if aim.hold > weeks:
            bound = Said("at-most", {"most": weeks})
            yield draft.complain("L304", "objectives", name, "hold", key="hold", found=aim.hold, bound=bound)


def it_can_be_won(draft: Draft, shape: LevelShape) -> Iterator[Complaint]:
    """A level has an objective that wins it, unless it is a sandbox."""
    if all(aim.kind is not Kind.WIN for aim in shape.objectives.values()):
        yield draft.complain("W411", "objectives", at_key=True)


def points_make_a_score(draft: Draft, shape: LevelShape) -> Iterator[Complaint]:
    """The points of all objectives add up to 100, or none has any."""
    total = sum(aim.points for aim in shape.objectives.values())
    if total not in (0, _FULL_SCORE):
        yield draft.complain("W403", "objectives", at_key=True, found=total)


def conditions_can_hold(draft: Draft, shape: LevelShape) -> Iterator[Complaint]:
    """Events, objectives and goals do not ask for weeks that never come."""
    weeks = shape.clock.weeks
    for name, event in shape.events.items():
        if event.chance == 0.0 or not _can_hold(event.when, 1, weeks):
            yield draft.complain("W405", "events", name, "when", found=name)
    for name, aim in shape.objectives.items():
        if not _can_hold(aim.when, weeks if aim.at == "end" else 1, weeks):
            yield draft.complain("W410", "objectives", name, "when", found=name)
    for name, goal in shape.teaching.goals.items():
        if not _can_hold(goal.evidence, 1, weeks):
            yield draft.complain("W410", "teaching", "goals", name, "evidence", found=name)


def _can_hold(condition: Condition, first: int, weeks: int) -> bool:
    """Return whether a condition that asks for nothing but the week holds in some week; others are given the benefit."""
    if condition is NEVER or not _TIMES.issuperset(condition.names):
        return True  # the first could not be read, and that was said
    return any(
        condition.holds({"week": float(week), "weeks.left": float(weeks - week)})
        for week in range(first, weeks + 1)
    )


def _no_such(kind: str, name: str, draft: Draft, path: tuple[Step, ...], known: tuple[str, ...]) -> Complaint:
    hint = meant(name, filter(is_id, known))
    return draft.complain("L313", *path, at_key=True, hint=hint, kind=Said(kind), found=name)


def _below(draft: Draft, *path: str) -> dict[str, Node]:
    """Return what a map of the level holds, by key; nothing where there is no such map."""
    node = find(draft.merging.root, path)
    return {key: entry.value for key, entry in node.entries.items()} if isinstance(node, Map) else {}


def _keys(node: Node) -> tuple[str, ...]:
    return tuple(node.entries) if isinstance(node, Map) else ()


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Leaf) else ""


@lru_cache(maxsize=1)
def icons() -> tuple[str, ...]:
    """Return the names of the game's icons, of which an event card shows one."""
    return tuple(json.loads(ICONS.read_text("utf-8")))


REFERENCES: tuple[Reference, ...] = (
    distances_name_segments,
    distances_come_once,
    niches_are_segments,
    plans_answer_cards,
    tests_name_plans,
    icons_exist,
)
CHECKS: tuple[Check, ...] = (
    rivals_share_one_market,
    rivals_have_keys_of_their_strategy,
    start_builds_an_allowed_model,
    plans_move_what_the_player_can,
    objectives_fit_the_clock,
    it_can_be_won,
    points_make_a_score,
    conditions_can_hold,
)
