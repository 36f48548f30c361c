"""What a level may contain: the one place that says so, with units, ranges, defaults and what each key means.

Reading a file against it gives a shape whose figures are figures and whose conditions are trees, and every complaint at
once, each at its place. The manual and the schema for editors are to be made from these classes, never written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, TypeVar

from pydantic import Field, ValidationError

from game.content.complaints import Complaint
from game.content.forms import Both, ById, Listed, Shape
from game.content.nodes import Items, Map, Node, find, locate
from game.content.scalars import Figure, Name, OneOf, Reader, Share, Weeks, Whole, Won, YesNo, told
from game.content.settings import Settings
from game.content.shape_events import Aims, Events, Foretellings, LearningGoals, Plans, Proofs, TutorialStep
from game.content.shape_firms import Investors, Player
from game.content.shape_rivals import Competitors
from game.world.catalogue import CATALOGUE
from game.world.level import Meets, Text

FORMAT = 1  # of level files; a later one comes with a rule that rewrites the earlier
SomeShape = TypeVar("SomeShape", bound=Shape)
AUDIENCES = ("everyone", "school", "undergraduate", "graduate")


class Clock(Shape):
    """How long the level lasts."""

    weeks: Annotated[int, Weeks(1, 1040)] = Field(description="weeks from the first to the last")


class Market(Shape):
    """The market as a whole."""

    agents: Annotated[int, Whole(500, 1_000_000)] = Field(
        20_000,
        description="simulated people; each stands for as many as it takes, and never for less than one",
    )
    reference_price: Annotated[int, Won(1, 1_000_000)] = Field(
        300, description="price a week that counts as 1, won"
    )
    jitter: Annotated[float, Share(0, 0.5)] = Field(
        0.0, description="spread of the parameters between worlds, sd of the logarithm"
    )
    distance: Annotated[float, Share()] = Field(
        0.3, description="cultural distance of two segments that `distances` does not name"
    )
    recalls: Annotated[bool, YesNo()] = Field(
        False, description="for studies: people recall firms anew at each choice instead of knowing them"
    )


class Wants(Shape):
    """What people of a segment value, against everybody: 1 is like all others, 2 twice as much."""

    quality: Annotated[float, Figure(0, 5)] = Field(1.0, description="how well the AI works")
    ux: Annotated[float, Figure(0, 5)] = Field(1.0, description="how pleasant it is to use")
    content: Annotated[float, Figure(0, 5)] = Field(1.0, description="what else there is to read and do")
    price: Annotated[float, Figure(0, 5)] = Field(1.0, description="a low price")
    speed: Annotated[float, Figure(0, 5)] = Field(1.0, description="not having to wait")
    privacy: Annotated[float, Figure(0, 5)] = Field(1.0, description="trust, consent, what scandals do")


class SegmentOfPeople(Shape):
    """People who are alike."""

    name: Annotated[Text, Both(24)] = Field(description="what they are called")
    size: Annotated[int, Whole(100, 100_000_000)] = Field(description="how many people")
    wants: Wants = Field(Wants.model_construct(), description="what they value")
    open_share: Annotated[float, Share()] = Field(
        0.25, description="of open data, about people like these; a weight, the shares need not add up to 1"
    )
    crawl_share: Annotated[float, Share()] = Field(0.25, description="of crawled data, likewise")
    meets: Annotated[Meets, OneOf({kind.value: kind for kind in Meets})] = Field(
        Meets.OFFERED,
        description="how they meet the model: as the firm offers it, always shown at work, or always hidden",
    )


class Teaching(Shape):
    """What a teacher wants to know."""

    minutes: Annotated[int, Whole(1, 600)] = Field(15, description="how long a first run takes")
    level: Annotated[str, OneOf(AUDIENCES)] = Field("everyone", description="for whom")
    goals: LearningGoals = Field({}, description="what is learned")
    predict: Annotated[tuple[Annotated[Text, Both()], ...], Listed(12)] = Field(
        (), description="asked before play"
    )
    debrief: Annotated[tuple[Annotated[Text, Both()], ...], Listed(12)] = Field(
        (), description="asked after play"
    )
    note: Annotated[Text | None, Both(2000)] = Field(None, description="a word to the teacher")


class LevelShape(Shape):
    """A level file, with everything it inherits."""

    format: Annotated[int, Whole(1, 1_000_000)] = Field(description="format of level files; 1")
    id: Annotated[str, Name()] = Field(description="name of the level; others extend it, saves remember it")
    extends: Annotated[str | None, Name()] = Field(None, description="id of the level this one builds on")
    overrides: Annotated[str | None, Name()] = Field(
        None,
        description="in a mod: id of the level this file changes, whoever made it; it has no `id` and no `extends` then",
    )
    title: Annotated[Text, Both(60)] = Field(description="what the level is called")
    story: Annotated[Text | None, Both(2000)] = Field(None, description="told before the first week")
    tags: Annotated[tuple[Annotated[str, Name()], ...], Listed(12)] = Field(
        (), description="words to find it by"
    )
    teaching: Teaching = Field(Teaching.model_construct(), description="what a teacher wants to know")
    clock: Clock = Field(description="how long it lasts")
    market: Market = Field(Market.model_construct(), description="the market as a whole")
    player: Player = Field(description="the player's company")
    segments: Annotated[dict[str, SegmentOfPeople], ById(24, 1)] = Field(description="the people")
    distances: Annotated[dict[str, Annotated[dict[str, Annotated[float, Share()]], ById(24)]], ById(24)] = (
        Field({}, description="how far the language of feeling of two segments lies apart; each pair once")
    )
    parameters: Annotated[dict[str, float], Settings()] = Field({}, description="numbers of the market")
    competitors: Competitors = Field({}, description="rival firms")
    investors: Investors = Field({}, description="funds")
    events: Events = Field({}, description="what can happen")
    objectives: Aims = Field({}, description="what counts")
    hints: Annotated[tuple[Annotated[Text, Both()], ...], Listed(12)] = Field(
        (), description="shown one by one"
    )
    tutorial: Annotated[tuple[TutorialStep, ...], Listed(24)] = Field(
        (), description="sentences that guide a first game, one at a time; they can be put away"
    )
    predict: Foretellings = Field(
        {}, description="weeks the player draws before they happen; scored, and the world does not change"
    )
    advisor: Annotated[bool, YesNo()] = Field(
        True, description="whether the advisor may be asked, who tries ideas before speaking"
    )
    plans: Plans = Field({}, description="ways to play it, for tests and hints")
    tests: Proofs = Field({}, description="what must come out when somebody plays it")


def read_shape(root: Map) -> tuple[LevelShape | None, tuple[Complaint, ...]]:
    """Return the shape of a level, inherited parts included, and everything that does not fit; None if it cannot be used."""
    return read_as(LevelShape, root)


def read_as(kind: type[SomeShape], root: Map) -> tuple[SomeShape | None, tuple[Complaint, ...]]:
    """Return a file as a shape, and everything that does not fit; None if it cannot be used."""
    reader = Reader(CATALOGUE, dict(_paths(root)))
    shape = None
    try:
        shape = kind.model_validate(root, context=reader)
    except ValidationError as error:
        reader.complain(*_misfits(error, root))
    return shape, tuple(reader.complaints)


def _paths(root: Map) -> Iterator[tuple[int, str]]:
    """Yield every node of a tree, by its identity, and the key it stands under: `events.leak.when`."""
    waiting: list[tuple[str, Node]] = [("", root)]
    while waiting:
        path, node = waiting.pop()
        yield id(node), path
        below: list[tuple[str, Node]] = []
        if isinstance(node, Map):
            below = [(key, entry.value) for key, entry in node.entries.items()]
        elif isinstance(node, Items):
            below = [(str(number), item) for number, item in enumerate(node.items)]
        waiting += [(f"{path}.{key}" if path else key, child) for key, child in below]


def _misfits(error: ValidationError, root: Map) -> Iterator[Complaint]:
    """Yield a complaint for everything pydantic found, with the place of the key it is about."""
    for found in error.errors(include_url=False, include_input=False):
        path = found["loc"]
        key, written = str(path[-1]) if path else "", ".".join(str(step) for step in path)
        if found["type"] == "missing":
            yield Complaint("L302", locate(root, path[:-1]), {"key": key}, written)
            continue
        node = find(root, path)
        place = locate(root, path) if node is not None else locate(root, path[:-1])
        yield told(found["type"], found.get("ctx", {}), place, key, written)
