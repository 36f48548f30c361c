"""Players that a level's tests name and nobody knows. Plans are looked for where levels are read; bots are known here alone."""

from collections.abc import Iterator

from game.content.checks import Draft
from game.content.complaints import Complaint, Said, meant
from game.content.nodes import Leaf, Map, find
from game.study.bots import BOTS
from game.world.level import PLAN


def strangers(draft: Draft) -> Iterator[Complaint]:
    """Yield a complaint for every test whose player is no bot; this can be said even of a level that does not fit its shape."""
    tests = find(draft.merging.root, ("tests",))
    for name in tests.entries if isinstance(tests, Map) else ():
        played = find(tests, (name, "play")) if tests is not None else None
        if isinstance(played, Leaf) and not played.text.startswith(PLAN) and played.text not in BOTS:
            hint = meant(played.text, BOTS) or Said("known-names", {"names": ", ".join(BOTS)})
            yield draft.complain(
                "L313", "tests", name, "play", hint=hint, kind=Said("bot"), found=played.text
            )
