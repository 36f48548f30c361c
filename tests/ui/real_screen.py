"""A virtual screen, and a player before it who hears the game as a screen reader does and acts with a real mouse and real keys.

Nothing here waits for a time: everything waits for what it is about, until it comes or patience ends. Every process leads a group
of its own, writes to files and never to a pipe somebody reads, and is ended with its whole group whatever happens.
"""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EARS = Path(__file__).parent / "hearing"
SIZE = (1280, 720)
STARTS_S = 20.0  # a virtual screen that is not there by then cannot be had
WAITS_S = 100.0  # for one thing, on a loaded machine; usually it is there in a moment
ACTS_S = 30.0  # after which something that did not help is done again; usually it helps at once
ENDS_S = 10.0  # after which what was asked to end is made to
LOOKS_EVERY_S = 0.03

needs_a_screen = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="Xvfb and xdotool are not installed"
)


def begun(command, **more):
    """A process that holds no pipe of ours and leads a group of its own."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, start_new_session=True, **(quiet | more))


def ended(process):
    """End a process and all it has begun: it is asked first."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        with suppress(subprocess.TimeoutExpired):
            process.wait(ENDS_S)
            break
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # what it left behind


@contextmanager
def screen(size=SIZE):
    """A virtual screen of its own; its name. The test is passed over where none can be had."""
    read, write = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(write),
        "-screen",
        "0",
        f"{size[0]}x{size[1]}x24",
        "-nolisten",
        "tcp",
    ]
    server = begun(command, pass_fds=(write,))
    os.close(write)
    try:
        number = _number(read)
        os.close(read)
        if not number:
            pytest.skip("Xvfb is installed but opens no screen here")
        yield f":{number}"
    finally:
        ended(server)


def _number(read):
    """What the server writes once it is ready; "" if it goes away or takes too long."""
    told, end = b"", time.monotonic() + STARTS_S
    while not told.endswith(b"\n"):
        ready, _, _ = select.select([read], [], [], max(0.0, end - time.monotonic()))
        piece = os.read(read, 64) if ready else b""
        if not piece:
            return ""
        told += piece
    return told.decode().strip()


@dataclass(frozen=True)
class Heard:
    """One thing a screen reader tells of."""

    role: str
    label: str
    value: str
    box: tuple[int, int, int, int]  # px of the window: left, top, right, bottom
    is_enabled: bool
    focused: bool

    def at(self, across=0.5, down=0.5):
        """A place in it."""
        left, top, right, bottom = self.box
        return round(left + (right - left) * across), round(top + (bottom - top) * down)


class Player:
    """Somebody before a game that is a process of its own."""

    def __init__(self, display, folder, *arguments):
        self.folder = folder
        self.heard, self.said = folder / "heard.json", folder / "said.txt"
        without = {"SDL_VIDEODRIVER", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"}
        self.environment = {k: v for k, v in os.environ.items() if k not in without} | {
            "DISPLAY": display,
            "SDL_VIDEODRIVER": "x11",
            "SDL_AUDIODRIVER": "dummy",
            "PYTHONPATH": str(EARS),
            "HEARD": str(self.heard),
        }
        with self.said.open("wb") as said:
            self.game = begun(
                [sys.executable, "main.py", *arguments],
                cwd=ROOT,
                env=self.environment,
                stdout=said,
                stderr=said,
            )

    # ---- hearing

    def things(self):
        """All that is heard now."""
        try:
            nodes = json.loads(self.heard.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return []
        return [
            Heard(n["role"], n.get("label", ""), n.get("value", ""), tuple(n["bounds"]), "disabled" not in n, n["focused"])
            for n in nodes
        ]  # fmt: skip

    def find(self, label, role=""):
        """Something by its name, and by what it is if several have it; None if it is not there."""
        return next((t for t in self.things() if t.label == label and role in ("", t.role)), None)

    def wait_for(self, found, what, seconds=WAITS_S):
        """Wait until something is so, and return it."""
        end = time.monotonic() + seconds
        while not (it := found()):
            assert self.game.poll() is None, f"the game has gone before {what}: {self._last_words()}"
            assert time.monotonic() < end, f"waited in vain for {what}; heard {self._now()}"
            time.sleep(LOOKS_EVERY_S)
        return it

    def wait_for_thing(self, label, role=""):
        """Wait until something of a name is there and can be used."""

        def usable():
            thing = self.find(label, role)
            return thing if thing is not None and thing.is_enabled else None

        return self.wait_for(usable, repr(label))

    def _now(self):
        return [f"{thing.label}: {thing.value}" for thing in self.things() if thing.label][:40]

    def _last_words(self):
        return self.said.read_text(encoding="utf-8", errors="replace")[-2000:]

    # ---- acting

    def do(self, *words):
        """Move mouse or keys."""
        command = ["xdotool", *(str(word) for word in words)]
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(command, env=self.environment, check=True, timeout=WAITS_S, **quiet)

    def key(self, *names):
        """Press keys, one after the other."""
        self.do("key", "--delay", "30", *names)

    def click(self, thing, across=0.5, down=0.5):
        """Press the mouse on something."""
        self.do("mousemove", *thing.at(across, down), "click", "1")

    def until(self, act, found, what, again_s=ACTS_S):
        """Do something until it has helped: a first key or click may come before the window has the keyboard.

        It must be something that does no harm when it is done again, after `again_s` at the earliest.
        """
        end = time.monotonic() + WAITS_S
        while True:
            act()
            try:
                return self.wait_for(found, what, min(again_s, max(0.1, end - time.monotonic())))
            except AssertionError:
                if time.monotonic() >= end or self.game.poll() is not None:
                    raise

    # ---- leaving

    def leave(self):
        """Close the game as a system does when it shuts down."""
        ended(self.game)
