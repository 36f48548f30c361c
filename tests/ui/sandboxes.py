"""The set-up of a market of one's own, for tests: opened, turned, and its buttons pressed."""

from pathlib import Path
from time import sleep

from game.ui.background import Task
from game.ui.house import House
from game.ui.library import read
from game.ui.look import Look
from game.ui.scene import Command, Go
from game.ui.scenes import making
from game.ui.scenes.sandbox import SandboxScene
from game.ui.scenes.sandbox_parts import SET
from game.ui.widgets import Act, Deed


def house_in(folder: Path) -> House:
    """A house with nothing of the player's in it yet."""
    found = House(folder / "data", "en")
    found.loading = Task(lambda: read(own=found.own_levels)).start()
    found.loading.result(60)
    return found


def opened(house: House, number: int = 7) -> SandboxScene:
    house.seed = number
    command = making.sandbox(house)
    assert isinstance(command, Go)
    scene = command.scene(Look())
    assert isinstance(scene, SandboxScene)
    return scene


def turn(scene: SandboxScene, **settings: object) -> None:
    for name, value in settings.items():
        scene.act(Act(SET + name, Deed.CHANGE, value))


def done(scene: SandboxScene, who: str) -> Command | None:
    """Press a button and wait until the file is written."""
    scene.act(Act(who, Deed.PRESS))
    for _ in range(3_000):
        command = scene.update(0.0)
        if scene.writing is None:
            return command
        sleep(0.01)
    raise TimeoutError
