"""A workshop with something of everything: levels of the game, a proved one, the player's own, mods on, off and broken."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from game.content.shelf import LEVELS
from game.study.proofs import Proofs
from game.study.prover import Prover
from game.study.proving import Finding, Proof, Standing
from game.ui import bench, library
from game.ui.background import Task
from game.ui.bench import Bench, Made
from game.ui.house import House
from game.ui.look import Look
from game.ui.scenes.workshop import Workshop
from game.ui.scenes.workshop_work import FIX, mend_for
from game.ui.widgets import Act, Deed
from tests.content.mods_for_tests import level, mod

EXAMPLES = LEVELS.parent / "examples" / "mods"
PLAYERS = ("nothing", "trap", "break-data", "break-users", "plan:push-data")


@lru_cache
def home() -> Path:
    """A player's folder with mods and a level."""
    data = Path(mkdtemp(prefix="deeplemma-"))
    shutil.copytree(EXAMPLES, data / "mods")
    mod(data / "mods", "harbour", "needs: [cranes]\n")
    (data / "levels").mkdir()
    slip = "objectives: {w: {kind: wim, when: usres > 1k, points: 60, text: {ko: 이긴다, en: Win}}}\nplayer: {cash: lots}\n"
    (data / "levels" / "night-bus.yaml").write_text(level("night-bus", slip), encoding="utf-8")
    return data


@lru_cache
def everything() -> Bench:
    """What the workshop shows."""
    read = library.read(None, home() / "mods", ["lean-loop"], home() / "levels")
    found = bench.read(read.shelf, read.modded, home())
    proof = Proof(
        "", 16, tuple(Standing(name, 16, n / 5, 0.2, 900, ()) for n, name in enumerate(PLAYERS)), ()
    )
    made = list(found.levels)
    made[0] = replace(made[0], proof=proof, complaints=())
    made[1] = replace(made[1], proof=replace(proof, findings=(Finding("W421", ()),)), complaints=())
    return replace(found, levels=tuple(made))


def house(lang: str) -> House:
    """The house the workshop stands in."""
    found = House(home(), lang)  # type: ignore[arg-type]
    found.loading = Task(lambda: None).start()
    found.loading.result(10)
    return found


def workshop(look: Look, lang: str, chosen: str = "") -> Workshop:
    """The workshop with a row chosen by a part of its name."""
    scene = Workshop(house(lang), look, bench=everything())
    name = next((name for name, _ in scene._things() if chosen and chosen in name), "")
    return Workshop(scene.house, look, name, everything())


def proved(look: Look, lang: str) -> Workshop:
    """A level that bots and plans have tried."""
    return workshop(look, lang, everything().levels[0].path.name)


def of_a_mod(look: Look, lang: str) -> Workshop:
    """A mod with a picture."""
    return workshop(look, lang, "speech")


def broken(look: Look, lang: str) -> Workshop:
    """A level of the player's with slips that can be mended."""
    return workshop(look, lang, "night-bus")


def mending(look: Look, lang: str) -> Workshop:
    """The question before a line is written."""
    scene = broken(look, lang)
    scene.act(Act(f"{FIX}0", Deed.PRESS))
    assert scene.has_dialog
    return scene


def proving(look: Look, lang: str) -> Workshop:
    """A proof under way."""
    scene = proved(look, lang)
    made = everything().levels[0]
    scene.trials.path, scene.trials.prover = made.path, Prover(made.level, Proofs(home()))
    scene.trials.prover.done = 31
    return scene


def names() -> set[str]:
    """What is called by names of its own: ids, players of a proof, authors."""
    found = everything()
    shapes = [one.mod.shape for one in found.mods if one.mod.shape is not None]
    return {
        *PLAYERS,
        *(line for made in found.levels if made.id == "night-bus" for line in _lines(made)),
        *(made.id for made in found.levels),
        *(author for shape in shapes for author in shape.authors),
    }


def _lines(made: Made) -> Iterator[str]:
    """The lines of a level as they are and as they would be."""
    for number in range(len(made.complaints)):
        mend = mend_for(made, number)
        if mend is not None:
            yield from (mend.before, mend.after)


SCENES = {
    "workshop": of_a_mod, "workshop-level": proved, "workshop-broken": broken, "workshop-mending": mending,
    "workshop-proving": proving,
}  # fmt: skip
