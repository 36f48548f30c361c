"""What a level may say about what happens and what counts: events, objectives, goals, plans, tests."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.content.forms import Both, ById, Listed, Shape
from game.content.scalars import Asks, Figure, Name, OneOf, Share, Weeks, Whole, Won, Written
from game.content.shape_firms import LEVERS, MOST_WON, Levers
from game.world.catalogue import EFFECTS, ValueDoc
from game.world.conditions import Condition
from game.world.guiding import ANCHORS, DEEDS
from game.world.level import Kind, Text
from game.world.sketched import MOST_WEEKS, SKETCHED

VERDICTS = {"won": ValueDoc("yes-no"), "lost": ValueDoc("yes-no"), "score": ValueDoc("number")}
"""What the tests of a level can ask besides the catalogue: how it ended."""

SHOWN = {part: part for part in ANCHORS} | LEVERS
"""What a tutorial can point at, as levels call it."""

MOST_LETTERS = 600  # of a sentence on a card
_FAR = 1e13  # an effect's own bounds are narrower; this only keeps figures finite


class Change(Shape):
    """One change an event makes: a quantity is scaled, then added to, and kept inside its bounds."""

    change: Annotated[str, OneOf(tuple(EFFECTS), "effect")] = Field(description="what is changed")
    scale: Annotated[float, Figure(0, 1000)] = Field(1.0, description="times this")
    add: Annotated[float, Figure(-_FAR, _FAR)] = Field(0.0, description="plus this")


Changes = Annotated[tuple[Change, ...], Listed(12)]


class Answer(Shape):
    """One answer to an event card."""

    label: Annotated[Text, Both(40)] = Field(description="what the button says")
    text: Annotated[Text | None, Both(MOST_LETTERS)] = Field(None, description="what it will mean")
    effects: Changes = Field((), description="what it changes")


class Event(Shape):
    """Something that happens once, in the first week in which its condition holds and its chance comes up."""

    when: Annotated[Condition, Asks()] = Field(description="when it can happen")
    chance: Annotated[float, Share()] = Field(1.0, description="a week, while the condition holds")
    title: Annotated[Text, Both(60)] = Field(description="headline of the card")
    text: Annotated[Text | None, Both(MOST_LETTERS)] = Field(None, description="what happened")
    icon: Annotated[str, Name()] = Field("shield-alert", description="picture of the card")
    effects: Changes = Field((), description="what it changes at once")
    choices: Annotated[dict[str, Answer], ById(5)] = Field(
        {}, description="answers it waits for; the first is given when nobody answers"
    )


class Aim(Shape):
    """An objective: what must never fail, what wins, what earns a star."""

    kind: Annotated[Kind, OneOf({kind.value: kind for kind in Kind})] = Field(
        description="must: lost when it fails; win: won when all hold; bonus: a star"
    )
    when: Annotated[Condition, Asks()] = Field(description="what must hold")
    text: Annotated[Text, Both(120)] = Field(description="the objective in a sentence")
    at: Annotated[str, OneOf(("end", "any"))] = Field(
        "any", description="`end`: it counts in the last week only"
    )
    hold: Annotated[int, Weeks(1, 1040)] = Field(1, description="weeks in a row it must hold")
    points: Annotated[int, Whole(0, 100)] = Field(0, description="of the score, when met")


class LearningGoal(Shape):
    """What somebody who played the level has learned, and how a machine can tell."""

    text: Annotated[Text, Both(200)] = Field(description="the goal in a sentence")
    evidence: Annotated[Condition, Asks()] = Field(description="holds in some week of a run that shows it")


class Step(Shape):
    """One order of a plan."""

    when: Annotated[Condition | None, Asks()] = Field(
        None, description="while this holds; always when left out"
    )
    set: Levers = Field(description="levers are set so")


class WayToPlay(Shape):
    """A plan: each week the start decision, changed by every step that holds, the later over the earlier."""

    name: Annotated[Text, Both(60)] = Field(description="what the plan is called")
    steps: Annotated[tuple[Step, ...], Listed(24, 1)] = Field(description="what is done, in order")
    answers: Annotated[dict[str, Annotated[str, Name()]], ById(64)] = Field(
        {}, description="event card -> answer"
    )
    takes_money: Annotated[bool, OneOf({"yes": True, "no": False})] = Field(
        True, description="accepts what investors offer"
    )
    sells_at: Annotated[int | None, Won(0, MOST_WON)] = Field(
        None, description="sells the company to whoever offers so much, won; never when left out"
    )


class Proof(Shape):
    """A test of the level: who plays it, and what must come out."""

    play: Annotated[str, Written(80)] = Field(description="name of a bot, or `plan:` and the id of a plan")
    expect: Annotated[Condition, Asks(VERDICTS)] = Field(description="what must hold in the last week")
    seeds: Annotated[int, Whole(1, 1000)] = Field(20, description="worlds it is played in")
    least: Annotated[float | None, Share()] = Field(
        None, description="share of the worlds in which it holds, at least"
    )
    most: Annotated[float | None, Share()] = Field(
        None, description="share of the worlds in which it holds, at most"
    )


class Foretelling(Shape):
    """Weeks the player is asked to draw before they happen, once, in the first week in which the condition holds."""

    when: Annotated[Condition, Asks()] = Field(description="when it is asked: before a decision that matters")
    value: Annotated[str, OneOf(tuple(SKETCHED))] = Field(description="what is to be drawn")
    weeks: Annotated[int, Weeks(4, MOST_WEEKS)] = Field(12, description="how far ahead")
    text: Annotated[Text, Both(200)] = Field(description="the question in a sentence")


class TutorialStep(Shape):
    """A sentence of the tutorial: what it points at, and what ends it; with neither condition nor deed, the player's nod."""

    show: Annotated[str, OneOf(SHOWN)] = Field(
        description="what it points at: a part of the screen, or a lever"
    )
    text: Annotated[Text, Both(160)] = Field(description="one sentence that asks for one act")
    until: Annotated[Condition | None, Asks()] = Field(
        None, description="what must hold for the next sentence to come"
    )
    deed: Annotated[str | None, OneOf(DEEDS)] = Field(
        None, description="or what the player must do on the screen"
    )


Events = Annotated[dict[str, Event], ById(64)]
Aims = Annotated[dict[str, Aim], ById(24)]
LearningGoals = Annotated[dict[str, LearningGoal], ById(12)]
Plans = Annotated[dict[str, WayToPlay], ById(24)]
Proofs = Annotated[dict[str, Proof], ById(24)]
Foretellings = Annotated[dict[str, Foretelling], ById(4)]
