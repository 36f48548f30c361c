"""What the tests of mods ask of mods that were read."""

from game.content.modding import Modded
from game.content.modorder import State
from game.content.shelf import LEVELS

EXAMPLES = LEVELS.parent / "examples" / "mods"


def codes(found: Modded, name: str) -> list[str]:
    standing = found.mod(name)
    assert standing is not None
    return [complaint.code for complaint in standing.complaints]


def states(found: Modded) -> dict[str, State]:
    return {one.mod.id: one.state for one in found.standings}
