"""What a screen reader hears of a scene, what it may ask for, and that it can never end the game."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.ui import access
from game.ui.access import Bridge, Request, Want
from game.ui.look import Look
from game.ui.spoken import ROOT, Numbers, tree_of
from game.ui.view import View
from tests.ui import samples
from tests.ui.scene_samples import SCENES

CHECKOUT = Path(__file__).resolve().parents[2]


def view_of(name: str, lang: str = "ko") -> View:
    scene = SCENES[name](Look(), lang)
    scene.update(0.05)
    return getattr(scene, "view", scene)


@pytest.mark.parametrize("name", SCENES)
def test_everything_that_can_be_pressed_is_heard_of_by_name(name):
    view = view_of(name)
    tree = tree_of(view, "딥레마", Numbers())
    heard = {node.id: node for node in tree.nodes}
    stops = [widget for widget in view.widgets() if widget.reachable]
    assert stops or name == "loading"
    for widget in stops:
        assert heard[widget.id].label, f"{widget.id} has no name"
        assert heard[widget.id].is_target


@pytest.mark.parametrize("name", SCENES)
def test_a_tree_is_a_tree(name):
    tree = tree_of(view_of(name), "Deeplemma", Numbers())
    numbers = [node.number for node in tree.nodes]
    children = [child for node in tree.nodes for child in node.children]
    assert len(set(numbers)) == len(numbers)
    assert sorted(children) == sorted(set(numbers) - {ROOT})
    assert tree.focus in numbers


def test_a_widget_keeps_its_number_while_others_come_and_go():
    numbers = Numbers()
    view = View(samples.desk("en"), Look())
    before = {node.id: node.number for node in tree_of(view, "", numbers).nodes}
    view.open(samples.event_dialog(samples.WORDS["en"]))
    tree_of(view, "", numbers)
    view.close()
    assert {node.id: node.number for node in tree_of(view, "", numbers).nodes} == before


def test_only_the_dialog_is_heard_of_while_it_is_open():
    view = View(samples.desk("en"), Look())
    view.open(samples.event_dialog(samples.WORDS["en"]))
    heard = tree_of(view, "", Numbers()).nodes
    assert any(node.is_modal for node in heard)
    assert "cleaning" not in {node.id for node in heard}


def asked(view: View, want: Want, name: str, value: float = 0.0) -> list[object]:
    return [act for event in access.inputs(view, Request(want, name, value)) if (act := view.handle(event))]


def test_a_slider_can_be_moved_a_stop_and_set():
    view = View(samples.desk("en"), Look())
    slider = view.root.find("cleaning")
    slider.set(slider.stops[3])
    asked(view, Want.MORE, "cleaning")
    assert slider.index == 4
    asked(view, Want.LESS, "cleaning")
    assert slider.index == 3
    asked(view, Want.SET, "cleaning", 6.0)
    assert slider.index == 6
    assert slider.focused


def test_a_button_is_pressed_as_with_enter():
    view = View(samples.desk("en"), Look())
    button = next(w for w in view.widgets() if w.reachable and w.role.value == "button")
    acts = asked(view, Want.PRESS, button.id)
    assert [act.who for act in acts] == [button.id]


def test_what_has_gone_is_passed_over():
    assert asked(View(samples.desk("en"), Look()), Want.PRESS, "nobody") == []


# --- the bridge, with something that breaks in its place


def broken_kit(where: str) -> SimpleNamespace:
    """A library that fails in one place, not by an `Exception`, as a panic does."""

    class Panic(BaseException):
        pass

    def fail(*_: object) -> None:
        raise Panic

    class Adapter:
        def __init__(
            self, first: Callable[[], object], act: Callable[[object], object], gone: object
        ) -> None:
            if where == "adapter":
                fail()
            self.first, self.act = first, act

        def update_if_active(self, make: Callable[[], object]) -> None:
            make()

    names = {want.value: want.value for want in Want}
    roles = SimpleNamespace(WINDOW=0, **{name: name for name in access.ROLES.values()})
    return SimpleNamespace(
        Role=roles, Action=SimpleNamespace(**names), TreeUpdate=fail, unix=SimpleNamespace(Adapter=Adapter)
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the adapters of other systems are others")
@pytest.mark.parametrize("where", ["adapter", "update"])
def test_a_library_that_fails_switches_the_bridge_off_and_nothing_else(where):
    bridge = Bridge(broken_kit(where), lambda: 0, clock=count().__next__)
    view = View(samples.desk("en"), Look())
    bridge._first()
    bridge.tell(lambda: tree_of(view, "", Numbers()))
    assert bridge.is_broken
    bridge.tell(lambda: tree_of(view, "", Numbers()))
    bridge.focus(True)
    assert bridge.requests() == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the adapters of other systems are others")
def test_nothing_is_told_before_somebody_listens_and_had_time_to_begin():
    """The library would wait for its own lock with the interpreter in its hand, and the game with it."""
    told: list[object] = []
    adapter = SimpleNamespace(
        update_if_active=lambda make: told.append("tree"),
        update_window_focus_state=lambda here: told.append(here),
    )
    kit = broken_kit("nowhere")
    kit.unix = SimpleNamespace(Adapter=lambda first, act, gone: adapter)
    now = [0.0]
    bridge = Bridge(kit, lambda: 0, clock=lambda: now[0])
    bridge._empty = lambda: None

    def tell() -> list[object]:
        told.clear()
        bridge.tell(lambda: pytest.fail("nobody asked"))
        return list(told)

    bridge.focus(True)
    assert tell() == []
    bridge._first()
    assert tell() == []
    now[0] += access.SETTLED_S
    assert tell() == [True, "tree"]
    assert tell() == ["tree"]
    bridge._gone()
    assert tell() == []
    assert not bridge.is_broken


def test_without_the_library_there_is_no_bridge(monkeypatch):
    monkeypatch.setattr(access, "find_spec", lambda name: None)
    assert access.bridge(lambda: 0) is None


# --- with AccessKit


def real_bridge() -> Bridge:
    kit = pytest.importorskip("accesskit", reason="the extra `access` is not installed")
    if not sys.platform.startswith("linux"):
        pytest.skip("needs a window of its own on this system")
    return Bridge(kit, lambda: 0)


@pytest.mark.parametrize("name", SCENES)
def test_accesskit_takes_every_scene(name):
    bridge = real_bridge()
    made = bridge._update(tree_of(view_of(name), "Deeplemma", Numbers()))
    assert len(made.nodes) > 1
    assert not bridge.is_broken


def test_what_a_reader_asks_for_reaches_the_widget():
    bridge = real_bridge()
    view = View(samples.desk("en"), Look())
    numbers = Numbers()
    bridge._update(tree_of(view, "", numbers))
    number = numbers.of(view.root.find("cleaning"))
    bridge._act(SimpleNamespace(action=bridge._kit.Action.INCREMENT, target=number, data=None))
    assert bridge.requests() == [Request(Want.MORE, "cleaning")]
    assert bridge.requests() == []


# --- a real reader's eyes: AT-SPI


BUS = Path("/usr/libexec/at-spi-bus-launcher")
PROBE = """
import gi, sys, time
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi

def below(node):
    yield node
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield from below(child)

Atspi.init()
end = time.time() + 40
while time.time() < end:
    desktop = Atspi.get_desktop(0)
    nodes = [n for i in range(desktop.get_child_count()) for n in below(desktop.get_child_at_index(i))]
    found = [n for n in nodes if n.get_role_name() in ("push button", "button") and n.get_name() == sys.argv[1]]
    if found:
        Atspi.Action.do_action(found[0].get_action_iface(), 0)
        print("PRESSED", flush=True)
        break
    time.sleep(0.3)
"""


def can_probe() -> bool:
    if not (BUS.exists() and shutil.which("dbus-run-session") and Path("/usr/bin/python3").exists()):
        return False
    wanted = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run(["/usr/bin/python3", "-c", wanted], capture_output=True).returncode == 0


@pytest.mark.skipif(
    not can_probe(), reason="AT-SPI (at-spi2-core, python3-gi, gir1.2-atspi-2.0) is not installed"
)
def test_a_button_of_the_title_is_found_and_pressed_through_at_spi(tmp_path):
    pytest.importorskip("accesskit", reason="the extra `access` is not installed")
    (tmp_path / "probe.py").write_text(PROBE, encoding="utf-8")
    (tmp_path / "window.py").write_text(GAME, encoding="utf-8")
    script = (
        f"{BUS} --launch-immediately --a11y=1 & sleep 1; "
        f"timeout 60 '{sys.executable}' '{tmp_path / 'window.py'}' '{tmp_path}' & game=$!; "
        f"timeout 60 /usr/bin/python3 '{tmp_path / 'probe.py'}' 'Settings'; wait $game"
    )
    said = heard_of(script, tmp_path / "said.txt")
    assert "PRESSED" in said
    assert "SCENE Settings" in said


def heard_of(script: str, said: Path) -> str:
    """Return what a session of its own says; a daemon that outlives it holds a file open, not us, and is ended."""
    env = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": str(CHECKOUT)}
    with said.open("w", encoding="utf-8") as file:
        session = subprocess.Popen(
            ["dbus-run-session", "--", "bash", "-c", script],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            env=os.environ | env,
            start_new_session=True,
        )
        try:
            session.wait(timeout=120)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(session.pid, signal.SIGKILL)
            session.wait()
    return said.read_text(encoding="utf-8", errors="replace")


GAME = """
import sys, time
from pathlib import Path
from game.ui.house import House
from game.ui.start import opened

app = opened(House(Path(sys.argv[1]), "en"))
app.step(0.0)
app._bridge.focus(True)  # as soon as it can be: it once froze the game
end = time.time() + 50
while time.time() < end and type(app.scene).__name__ == "Title":
    app.step(0.02)
    time.sleep(0.02)
print("SCENE", type(app.scene).__name__, flush=True)
app.close()
"""
