"""What the player is about to do: a decision in the making, which can be taken back step by step until the week runs."""

from dataclasses import replace
from typing import Any

from agents.messages import LEVERS, Decision


class Draft:
    """The orders of the coming week. Nothing here touches the world."""

    def __init__(self, in_force: Decision) -> None:
        self.in_force = in_force.hold()
        self.decision = self.in_force
        self._steps: list[Decision] = []
        self._moving = ""  # the lever a slider is being dragged over: one drag is one step

    @property
    def changes(self) -> int:
        """Return how many levers and answers differ from the orders in force."""
        moved = [name for name in LEVERS if getattr(self.decision, name) != getattr(self.in_force, name)]
        return len(moved) + len(self.decision.answers)

    @property
    def can_undo(self) -> bool:
        """Return whether there is a step to take back."""
        return bool(self._steps)

    @property
    def answers(self) -> dict[str, str]:
        """Return the answers given, by id of the offer or card."""
        return dict(self.decision.answers)

    def set(self, lever: str, value: Any) -> None:
        """Set a lever; several settings of the same lever in a row are one step."""
        if getattr(self.decision, lever) == value:
            return
        if lever != self._moving:
            self._steps.append(self.decision)
        self._moving = lever
        self.decision = replace(self.decision, **{lever: value})

    def answer(self, asked: str, choice: str) -> None:
        """Answer an offer or an event card, in place of an earlier answer."""
        others = tuple(pair for pair in self.decision.answers if pair[0] != asked)
        self._step(replace(self.decision, answers=(*others, (asked, choice))))

    def undo(self) -> None:
        """Take the last step back."""
        if self._steps:
            self.decision = self._steps.pop()
        self._moving = ""

    def settle(self) -> None:
        """End a movement: the next setting is a step of its own."""
        self._moving = ""

    def week_over(self, played: Decision, in_force: Decision) -> None:
        """Begin the next week: what was played is in force, and what was changed meanwhile stays a change."""
        given = set(played.answers)
        left = tuple(pair for pair in self.decision.answers if pair not in given)
        self.in_force = in_force.hold()
        turned = {name: now for name in LEVERS if (now := getattr(in_force, name)) != getattr(played, name)}
        self.decision = replace(self.decision, **turned, answers=left)  # a card may have moved levers itself
        self._steps.clear()
        self._moving = ""
        if self.changes:
            self._steps.append(self.in_force)

    def _step(self, decision: Decision) -> None:
        if decision != self.decision:
            self._steps.append(self.decision)
            self.decision = decision
        self._moving = ""
