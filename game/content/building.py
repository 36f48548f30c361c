"""From a shape that fits to the `Level` the world is made of. Nothing is checked here; what does not fit never comes this far."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

from agents.messages import LEVERS as FIELDS
from agents.messages import Decision, Taste
from game.content.figures import LANGUAGES, count
from game.content.phrases import Filling, phrase
from game.content.shape import LevelShape, SegmentOfPeople
from game.content.shape_events import Change, Event, Foretelling, LearningGoal, Proof, WayToPlay
from game.content.shape_firms import Investor, Player
from game.content.shape_rivals import Competitor
from game.world.conditions import ALWAYS
from game.world.guiding import Lesson
from game.world.level import (
    UNUSED,
    Choice,
    Conditions,
    Effect,
    EventCard,
    Fund,
    Goal,
    Level,
    Objective,
    Order,
    Plan,
    Promise,
    Rival,
    Segment,
    Sketch,
    Start,
    Text,
)
from game.world.parameters import Parameters

NOTHING = Text("", "")


def build(shape: LevelShape) -> Level:
    """Return the level a shape describes; its sentences have their gaps filled, its hash is still empty."""
    text = _Texts(shape)
    people = sum(s.size for s in shape.segments.values())
    level = Level(
        id=shape.id,
        title=text(shape.title),
        story=text(shape.story),
        weeks=shape.clock.weeks,
        agents=min(shape.market.agents, people),
        segments=_segments(shape),
        distances=_distances(shape),
        start=_start(shape.player),
        parameters=replace(Parameters(), seed=float(shape.player.cash), **shape.parameters),
        jitter=shape.market.jitter,
        reference_price_won=shape.market.reference_price,
        rivals=tuple(_rival(name, firm, tuple(shape.segments)) for name, firm in shape.competitors.items()),
        funds=tuple(_fund(name, fund) for name, fund in shape.investors.items()),
        events=tuple(_card(name, event, text) for name, event in shape.events.items()),
        objectives=_objectives(shape, text),
        goals=tuple(_goal(name, goal, text) for name, goal in shape.teaching.goals.items()),
        hints=tuple(text(hint) for hint in shape.hints),
        recalls=shape.market.recalls,
        tags=shape.tags,
        tutorial=tuple(
            Lesson(step.show, text(step.text), step.until, step.deed or "") for step in shape.tutorial
        ),
        sketches=tuple(_sketch(name, asked, text) for name, asked in shape.predict.items()),
        advisor=shape.advisor,
        plans=tuple(_plan(name, plan, text) for name, plan in shape.plans.items()),
        tests=tuple(_promise(name, proof) for name, proof in shape.tests.items()),
    )
    return _taught(level, shape, text)


def _fund(name: str, fund: Investor) -> Fund:
    asks = fund.conditions
    if asks is None:
        return Fund(name, fund.name, fund.looks_for)
    stone = asks.milestone
    held = (stone.held_back, stone.users, stone.within) if stone else (0.0, 0, 26)
    return Fund(name, fund.name, fund.looks_for, Conditions(*held, asks.forbids, asks.preference))


class _Texts:
    """Fills the gaps of a level's sentences with what the level says about itself."""

    def __init__(self, shape: LevelShape) -> None:
        people = sum(s.size for s in shape.segments.values())
        rival = next(iter(shape.competitors.values()), None)
        name = rival.name if rival else NOTHING
        self._values: dict[str, dict[str, Filling]] = {
            language: {
                "company": shape.player.name.of(language),
                "rival": name.of(language),
                "weeks": shape.clock.weeks,
                "people": count(people, language),
            }
            for language in LANGUAGES
        }

    def __call__(self, text: Text | None) -> Text:
        """Return a sentence in both languages, or nothing in both."""
        if text is None:
            return NOTHING
        ko, en = (phrase(text.of(lang)).fill(lang, self._values[lang]) for lang in LANGUAGES)
        return Text(ko, en)


def _segments(shape: LevelShape) -> tuple[Segment, ...]:
    opened = _weights([s.open_share for s in shape.segments.values()])
    crawled = _weights([s.crawl_share for s in shape.segments.values()])
    return tuple(
        Segment(name, s.name, s.size, _taste(s), opened[i], crawled[i], s.meets)
        for i, (name, s) in enumerate(shape.segments.items())
    )


def _weights(shares: list[float]) -> list[float]:
    """Return shares as parts of their sum; all zero stay zero. A sum that is 1 but for rounding counts as 1."""
    total = fsum(shares)  # `sum` rounds differently from Python 3.12 on
    if total == 0.0 or abs(total - 1.0) < 1e-9:
        return shares
    return [share / total for share in shares]


def _taste(segment: SegmentOfPeople) -> Taste:
    wants = segment.wants
    return Taste(wants.quality, wants.ux, wants.content, wants.price, wants.speed, wants.privacy)


def _distances(shape: LevelShape) -> tuple[tuple[float, ...], ...]:
    """Return the distance of every two segments, named once in either order, or the market's own."""
    named = {(a, b): far for a, row in shape.distances.items() for b, far in row.items()}

    def between(a: str, b: str) -> float:
        return 0.0 if a == b else named.get((a, b), named.get((b, a), shape.market.distance))

    return tuple(tuple(between(a, b) for b in shape.segments) for a in shape.segments)


def _start(player: Player) -> Start:
    return Start(
        name=player.name,
        cash_won=player.cash,
        decision=_first_orders(player),
        knowledge=player.knowledge,
        ux=player.ux,
        locked=frozenset(field for field in FIELDS if field not in player.free),
        models=tuple(sorted(set(player.models))),
        business=player.business,
    )


def _first_orders(player: Player) -> Decision:
    """Return the orders in force before the first week; nothing is spent on what the business has no use for."""
    said = dict(player.start.orders())
    idle = {field: 0 for field in UNUSED[player.business] if field.endswith("_won") and field != "price_won"}
    return replace(Decision(), **said | idle)  # type: ignore[arg-type]


def _rival(name: str, firm: Competitor, segments: tuple[str, ...]) -> Rival:
    return Rival(
        id=name,
        name=firm.name,
        strategy=firm.strategy,
        share=firm.usual("share") or 0.0,
        quality=firm.quality,
        ux=firm.ux,
        brand=firm.usual("brand"),
        awareness=firm.usual("awareness") or 0.0,
        cash_won=firm.cash,
        reacts=firm.reacts,
        engineers=firm.engineers,
        enters_at=firm.enters_at,
        enters_after=firm.enters_after,
        copies=firm.copies,
        war_weeks=firm.war,
        segment=segments.index(firm.segment) if firm.segment in segments else 0,
        backs=firm.backs,
    )


def _card(name: str, event: Event, text: _Texts) -> EventCard:
    return EventCard(
        id=name,
        when=event.when,
        title=text(event.title),
        text=text(event.text),
        icon=event.icon,
        chance=event.chance,
        effects=_effects(event.effects),
        choices=tuple(
            Choice(key, text(answer.label), text(answer.text), _effects(answer.effects))
            for key, answer in event.choices.items()
        ),
    )


def _effects(changes: tuple[Change, ...]) -> tuple[Effect, ...]:
    return tuple(Effect(change.change, change.scale, change.add) for change in changes)


def _objectives(shape: LevelShape, text: _Texts) -> tuple[Objective, ...]:
    return tuple(
        Objective(name, aim.kind, aim.when, text(aim.text), aim.at == "end", aim.hold, aim.points)
        for name, aim in shape.objectives.items()
    )


def _goal(name: str, goal: LearningGoal, text: _Texts) -> Goal:
    return Goal(name, text(goal.text), goal.evidence)


def _plan(name: str, plan: WayToPlay, text: _Texts) -> Plan:
    orders = tuple(Order(step.when or ALWAYS, step.set.orders()) for step in plan.steps)
    return Plan(name, text(plan.name), orders, tuple(plan.answers.items()), plan.takes_money, plan.sells_at)


def _sketch(name: str, asked: Foretelling, text: _Texts) -> Sketch:
    return Sketch(name, asked.when, asked.value, asked.weeks, text(asked.text))


def _promise(name: str, proof: Proof) -> Promise:
    """Return a test; where it names neither bound, it must come out in every world."""
    least = proof.least if proof.least is not None else 1.0 if proof.most is None else 0.0
    return Promise(
        name, proof.play, proof.expect, proof.seeds, least, 1.0 if proof.most is None else proof.most
    )


def _taught(level: Level, shape: LevelShape, text: _Texts) -> Level:
    """Return the level with what concerns teachers."""
    teaching = shape.teaching
    return replace(
        level,
        minutes=teaching.minutes,
        audience=teaching.level,
        predictions=tuple(text(question) for question in teaching.predict),
        debrief=tuple(text(question) for question in teaching.debrief),
        note=text(teaching.note) if teaching.note else None,
    )
