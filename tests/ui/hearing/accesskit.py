"""Stands in for AccessKit in the process of a game that is tested: writes down what a screen reader would hear.

The folder of this file goes before everything else on the game's path. The game itself is not changed and knows nothing of it:
what is written is what its own bridge tells, to the file the variable `HEARD` names, which is replaced whole at each change.
"""

import json
import os
import threading
import time
from pathlib import Path
from types import SimpleNamespace

HEARS_EVERY_S = 0.05  # a reader that listened at every frame would slow the game down


class Names:
    """A list of names, each of which is there."""

    def __getattr__(self, name):
        return name


Role = Action = Toggled = Names()


def Rect(*corners):
    return [round(corner) for corner in corners]


class Node:
    """One thing heard of: whatever is set is kept under its name."""

    def __init__(self, role):
        self.said = {"role": role}

    def __getattr__(self, name):
        if name.startswith("set_"):
            return lambda value=True: self.said.__setitem__(name.removeprefix("set_"), value)
        raise AttributeError(name)

    def add_action(self, action):
        self.said.setdefault("actions", []).append(action)


class TreeUpdate:
    def __init__(self, focus):
        self.focus, self.nodes = focus, []


class Tree:
    def __init__(self, root):
        self.root = root


class Adapter:
    """Begins to listen at once, on a thread of its own, and writes what it is told if it is something else than before."""

    def __init__(self, first, *others):
        self.path = Path(os.environ["HEARD"])
        self.last, self.due_s = "", 0.0
        threading.Thread(target=first, daemon=True).start()

    def update_if_active(self, make):
        if time.monotonic() < self.due_s:
            return
        self.due_s = time.monotonic() + HEARS_EVERY_S
        told = make()
        if told is not None:
            self._write([node.said | {"focused": number == told.focus} for number, node in told.nodes])

    def _write(self, nodes):
        text = json.dumps(nodes, ensure_ascii=False)
        if text != self.last:
            self.last = text
            fresh = self.path.with_suffix(".new")
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(self.path)  # at once: nobody reads half of it


unix = SimpleNamespace(Adapter=Adapter)
