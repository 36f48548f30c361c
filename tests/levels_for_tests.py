"""Levels for tests, built in Python so that the rules can be tested without files."""

from dataclasses import replace
from typing import Any

from agents.messages import Decision, Taste
from game.world.level import Fund, Level, Rival, Segment, Start, Strategy, Text, Thesis


def text(en: str) -> Text:
    return Text(en, en)


# Four segments of the reference market: people, minding of privacy, whom open and crawled data are about.
SEGMENTS = (
    Segment("young", text("young"), 270_000, Taste(privacy=0.9), 0.10, 0.45),
    Segment("office", text("office"), 150_000, Taste(privacy=1.2), 0.10, 0.40),
    Segment("parents", text("parents"), 120_000, Taste(privacy=0.8), 0.05, 0.05),
    Segment("overseas", text("overseas"), 60_000, Taste(privacy=1.1), 0.75, 0.10),
)
DISTANCES = (
    (0.0, 0.15, 0.25, 0.55),
    (0.15, 0.0, 0.35, 0.45),
    (0.25, 0.35, 0.0, 0.65),
    (0.55, 0.45, 0.65, 0.0),
)
RIVAL = Rival("giant", text("Giant"), Strategy.INCUMBENT)
FOLLOWER = Rival(
    "copy",
    text("Copy"),
    Strategy.FOLLOWER,
    share=0.0,
    quality=0.0,
    ux=0.0,
    brand=0.0,
    awareness=0.15,
)
FUNDS = (Fund("till", text("Till"), Thesis.EARNS), Fund("rare", text("Rare"), Thesis.SCARCE))
START = Start(
    text("We"),
    700_000_000,
    Decision(labelling_won=900_000, governance_won=180_000, ux_won=1_300_000, marketing_won=1_000_000),
)


def tiny(weeks: int = 8, agents: int = 500, **changes: Any) -> Level:
    """Return a small level with the reference market of four segments, one incumbent and two funds."""
    level = Level(
        id="tiny",
        title=text("Tiny"),
        story=text("A small world."),
        weeks=weeks,
        agents=agents,
        segments=SEGMENTS,
        distances=DISTANCES,
        start=START,
        rivals=(RIVAL,),
        funds=FUNDS,
    )
    return replace(level, **changes)


def reference(weeks: int = 8, agents: int = 500, **changes: Any) -> Level:
    """Return the market of the reference model: one incumbent, and a follower that may come."""
    return tiny(weeks, agents, **{"rivals": (RIVAL, FOLLOWER), **changes})
