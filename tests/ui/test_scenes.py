"""Every scene in both languages and at every text size: nothing cut, nothing on top of anything, everything reachable by keys."""

import re

import pygame
import pytest

from game.content.words import Words
from game.ui import snapshot
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.scrolling import Scroll
from game.ui.tokens import LIGHT
from tests.ui.player_samples import NAMES
from tests.ui.scene_samples import SCENES
from tests.ui.workshop_samples import names

LANGUAGES, SIZES = ("ko", "en"), (0.85, 1.0, 1.5)
OWN = {
    "한국어",
    "English",
    "Enter",
    "Esc",
    "F11",
    "F5",
    "Alt+←",
    "L",
    "J",
}  # a language is named in its own tongue; caps are as printed on keys
NEUTRAL = re.compile(r"[\d\s.,:%+±\-−~→·/()v_…?!“”\"'«»–₩|]*")
COMPLAINING = {
    "workshop-broken",
    "sandbox-file",
}  # a complaint has a catalogue of its own, a file is what it is
PATHS = ("/", "\\", ".dljournal", "the-loop", "first-customer")


def view_of(name, look, lang):
    """A scene's view, a moment after it opened."""
    scene = SCENES[name](look, lang)
    for _ in range(3):
        scene.update(0.05)
    return getattr(scene, "view", scene)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SCENES)
def test_a_scene_shows_every_word_whole_and_in_its_place(name, lang, size):
    view = view_of(name, Look(text_size=size), lang)
    assert list(snapshot.faults(view)) == []


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_fits_the_smallest_window_and_a_large_interface(name):
    for look in (Look((1024, 576)), Look((2560, 1080)), Look((1920, 1080), LIGHT, interface=1.3)):
        assert list(snapshot.faults(view_of(name, look, "ko"))) == []


@pytest.mark.parametrize("name", SCENES)
def test_tab_comes_round_to_everything_that_can_be_pressed(name):
    view = view_of(name, Look(), "en")
    wanted = {widget.id for widget in view.widgets() if widget.reachable}
    met = set()
    for _ in wanted:
        view.handle(Key(pygame.K_TAB))
        met.add(view.top.focus.widget.id)
    assert met == wanted


@pytest.mark.parametrize("name", SCENES)
def test_what_has_the_focus_is_in_sight(name):
    view = view_of(name, Look(text_size=1.5), "ko")
    for widget in [
        widget for widget in view.widgets() if widget.reachable and not isinstance(widget, Scroll)
    ]:
        view.top.focus.set(widget, by_key=True)
        windows = [above.box for above in widget.lineage() if above.clips]
        for window in [*windows, view.look.canvas]:
            assert window.meets(widget.box, min(20.0, widget.box.h / 2)), f"{widget.id} is out of sight"


@pytest.mark.parametrize("name", [name for name in SCENES if name not in COMPLAINING])
def test_every_sentence_comes_from_the_catalogue_or_from_a_level(name, monkeypatch):
    monkeypatch.setattr(Words, "say", lambda *_, **__: "«»")
    monkeypatch.setattr(Words, "fill", lambda *_, **__: "«»")
    monkeypatch.setattr(Words, "pick", lambda *_, **__: "«»")
    drawn = {run.text for run in snapshot.runs(view_of(name, Look(), "en"))}
    own = {
        text
        for text in drawn
        if not NEUTRAL.fullmatch(text)
        and text not in OWN | names() | {*NAMES, NAMES[1].upper(), *(name[0] for name in NAMES)}
    }
    assert {text for text in own if not any(part in text for part in PATHS)} <= ERROR_TEXTS


ERROR_TEXTS = {"ValueError: a share of 1.2 is more than all of it", "old", "Harbour"}


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_drawn_alike_in_reduced_motion_whenever_one_looks(name):
    view = view_of(name, Look(calm=True), "ko")
    first, later = pygame.Surface(view.look.size_px), pygame.Surface(view.look.size_px)
    for _ in range(80):  # hovers, stories and gatherings have come to rest
        view.update(0.1)
    view.draw(first)
    view.update(5.0)
    view.spoil()
    view.draw(later)
    assert pygame.image.tobytes(first, "RGB") == pygame.image.tobytes(later, "RGB")
