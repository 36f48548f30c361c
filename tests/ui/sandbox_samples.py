"""The set-up of a market in several states: as it opens, other people, many rivals, rolled, and under a name that is taken."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from game.content.sandbox_export import ExportError
from game.ui.background import Task
from game.ui.house import House
from game.ui.library import Library, read
from game.ui.look import Look
from game.ui.scenes.sandbox import SandboxScene
from game.ui.scenes.sandbox_parts import SET
from game.ui.widgets import Act, Deed


@lru_cache
def home() -> Path:
    """A player's folder with a market in it."""
    data = Path(mkdtemp(prefix="deeplemma-"))
    (data / "levels").mkdir()
    (data / "levels" / "harbour.yaml").write_text(
        "# somebody's own\nformat: 1\nid: harbour\n", encoding="utf-8"
    )
    return data


@lru_cache
def library() -> Library:
    """The levels, read once."""
    return read(own=home() / "levels")


def scene(look: Look, lang: str, tab: str = "company") -> SandboxScene:
    """The set-up, with a page open."""
    house = House(home(), lang)  # type: ignore[arg-type]
    house.loading = Task(library).start()
    house.loading.result(60)
    parent = library().level("sandbox")
    assert parent is not None
    found = SandboxScene(house, look, parent, 7)
    found.act(Act("sandbox.tabs", Deed.CHANGE, tab))
    found.tabs.set(tab)
    return found


def usual_one(look: Look, lang: str) -> SandboxScene:
    """Nothing turned yet."""
    return scene(look, lang)


def people(look: Look, lang: str) -> SandboxScene:
    """A larger market with fewer kinds of people."""
    found = scene(look, lang, "market")
    for name, value in (("segments.overseas", False), ("size", 5.0), ("jitter", 0.3), ("events", False)):
        found.act(Act(SET + name, Deed.CHANGE, value))
    found.rebuild()
    return found


def rivals(look: Look, lang: str) -> SandboxScene:
    """More rivals than there is room for."""
    found = scene(look, lang, "rivals")
    for kind in ("incumbent", "follower", "price-warrior"):
        found.act(Act(f"{SET}rival.{kind}", Deed.CHANGE, 3.0))
    found.act(Act(SET + "funds.earnings", Deed.CHANGE, False))
    found.rebuild()
    found.act(Act(SET + "rival.buyer", Deed.CHANGE, 1.0))
    return found


def rolled_one(look: Look, lang: str) -> SandboxScene:
    """A market of the dice, with its figures."""
    found = scene(look, lang, "figures")
    found.dice.text, found.dice.caret = "4", 1
    found.act(Act("sandbox.number", Deed.SUBMIT, "4"))
    return found


def taken(look: Look, lang: str) -> SandboxScene:
    """A name that is taken, and another offered."""
    found = scene(look, lang, "levers")
    found.act(Act(SET + "levers.crawl", Deed.CHANGE, False))
    found.rebuild()
    found.name.text, found.name.caret = "Harbour", 0
    found.update(0.0)
    found.act(Act("sandbox.export", Deed.PRESS))
    assert found.writing is not None
    with suppress(ExportError):
        found.writing.result(60)
    found.update(0.0)
    return found


def paper(look: Look, lang: str) -> SandboxScene:
    """The file as it would be written, read instead of what is different."""
    found = rolled_one(look, lang)
    found.act(Act("sandbox.paper", Deed.CHANGE, "file"))
    found.papers.set("file")
    found.written = found.title, found.wanted
    found.rebuild()
    return found


SCENES = {
    "sandbox": usual_one, "sandbox-market": people, "sandbox-rivals": rivals, "sandbox-figures": rolled_one,
    "sandbox-taken": taken, "sandbox-file": paper,
}  # fmt: skip
