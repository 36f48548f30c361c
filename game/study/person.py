"""One person's story: every choice that moved them, with its reasons, as the world has kept them."""

from dataclasses import dataclass

from agents.reasons import Account
from game.play.playthrough import Playthrough


@dataclass(frozen=True, slots=True)
class Story:
    """Who it is, by row, and each account of a move, oldest first."""

    row: int
    accounts: tuple[Account, ...]

    def since(self, service: int) -> int:
        """Return the first week (from 1) of the present time with `service`, or 0 if it began before the level."""
        arrived = [a.week + 1 for a in self.accounts if a.target == service and a.source != service]
        return arrived[-1] if arrived else 0


def story_of(game: Playthrough, row: int) -> Story:
    """Return what moved the person in a row, 0 and up."""
    return Story(row, tuple(game.model.market.reasons.of(row + 1)))
