"""Where there can be no window, or it is another size, the kit says so by name and does no harm."""

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.ui import memory, window
from game.ui.look import Look
from game.ui.tokens import BODY, LIGHT

ROOT = Path(__file__).resolve().parents[2]


def test_plain_pygame_is_refused_by_name(monkeypatch):
    monkeypatch.setattr(pygame, "IS_CE", False)
    with pytest.raises(window.WrongPygameError):
        window.Window("test")


def test_without_a_display_there_is_an_error_with_a_name():
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have a display")
    code = (
        "from game.ui.window import Window, NoDisplayError\n"
        "try:\n    Window('t')\nexcept NoDisplayError:\n    raise SystemExit(7)\n"
    )
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, timeout=60, check=False
    )
    assert ran.returncode == 7, ran.stderr.decode()


def test_the_kit_imports_neither_the_world_nor_yaml():
    modules = sorted(path.stem for path in (ROOT / "game/ui").glob("*.py") if path.stem in KIT)
    load = f"import sys\nfor m in {modules!r}: __import__('game.ui.' + m)\n"
    code = load + "print([m for m in ('mesa', 'yaml', 'pandas') if m in sys.modules])"
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout.splitlines()[-1] == "[]"


KIT = {
    "app", "background", "backdrop", "brush", "buttons", "cache", "charts", "choices", "crowd", "curves", "dialogs", "dots",
    "fields", "focus", "fonts", "groups", "inputs", "keys", "labels", "layers", "layout", "look", "market", "marks", "raster",
    "resting", "ring", "rows", "scene", "scrolling", "seating", "seats", "segments", "sliders", "snapshot", "streams", "strokes",
    "text", "tips", "tokens", "trends", "view", "widgets", "window",
}  # fmt: skip


def test_a_look_changed_in_size_forgets_pictures_of_the_old_size():
    look = Look()
    look.type.line("x", BODY, "#FFFFFF")
    assert len(look.cache) == 1
    assert len(look.changed(theme=LIGHT).cache) == 1
    assert len(look.changed(size_px=(1920, 1080)).cache) == 0


def test_the_allocator_is_asked_to_give_back_what_is_dropped_and_nobody_minds_if_it_cannot(monkeypatch):
    monkeypatch.setattr(memory.sys, "platform", "win32")
    assert not memory.spare_memory()
    assert not memory.give_back()
    monkeypatch.setattr(memory.sys, "platform", "linux")

    def another_library(_):
        raise OSError

    monkeypatch.setattr(memory.ctypes, "CDLL", another_library)
    memory._loaded.cache_clear()
    assert not memory.spare_memory()
    assert not memory.give_back()


def test_a_small_window_keeps_fewer_pictures_than_a_large_one():
    small, large = Look((1280, 720)).cache.limit_bytes, Look((3840, 2160)).cache.limit_bytes
    assert small < large <= 64 * 2**20
    assert Look((1280, 720)).changed(size_px=(1920, 1080)).cache.limit_bytes > small
