"""The window runs scenes, survives their errors, and can be driven by events and a clock given from outside."""

import threading
from pathlib import Path

import pygame
import pytest

from game.ui import window
from game.ui.app import App
from game.ui.background import Task
from game.ui.buttons import Button
from game.ui.fields import TextField
from game.ui.groups import Column
from game.ui.inputs import Key
from game.ui.scene import Back, Fullscreen, Go, Quit, Restyle
from game.ui.sliders import Slider
from game.ui.tokens import LIGHT
from game.ui.view import View
from game.ui.widgets import Deed

ROOT = Path(__file__).resolve().parents[2]


class Plain:
    """A scene of a few widgets that does what its buttons are named after."""

    def __init__(self, look, word="first", answer=None):
        self.word, self.answer = word, answer or {}
        self.slider = Slider("budget", "Budget", range(0, 101, 10), 50, str)
        self.view = View(Column("root", Button("go", word), self.slider, TextField("name", "Name")), look)
        self.acts, self.waited = [], 0.0

    def handle(self, event):
        act = self.view.handle(event)
        if act is not None and act.deed is not Deed.USED:
            self.acts.append(act)
        if isinstance(event, Key) and event.code in self.answer:
            answer = self.answer[event.code]
            if isinstance(answer, Exception):
                raise answer
            return answer
        return None

    def update(self, dt_s):
        self.waited += dt_s
        self.view.update(dt_s)

    def draw(self, surface):
        return self.view.draw(surface)

    def lay(self, look):
        self.view.lay(look)

    def widgets(self):
        return self.view.widgets()

    @property
    def typing(self):
        return self.view.typing


@pytest.fixture
def start():
    """Starts an app without a screen; closes it afterwards."""
    opened = []

    def begin(answer=None, **more):
        app = App(window.Window("test"), lambda look, _: Plain(look, answer=answer), **more)
        opened.append(app)
        return app

    yield begin
    for app in opened:
        app.close()
    pygame.display.init()


def key(code, **more):
    """A key as pygame tells of it."""
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="", scancode=0, **more)


def mouse(kind, pos):
    """A mouse event as pygame tells of it."""
    return pygame.event.Event(kind, pos=pos, button=1, rel=(0, 0), buttons=(1, 0, 0))


def test_real_events_reach_the_widgets(start):
    app = start()
    track = app.scene.slider.track
    app.step(
        0.016, [mouse(pygame.MOUSEBUTTONDOWN, (track.right, track.y)), mouse(pygame.MOUSEBUTTONUP, (0, 0))]
    )
    app.step(0.016, [key(pygame.K_LEFT)])
    assert [act.value for act in app.scene.acts] == [100, 90]


def test_events_posted_to_the_queue_are_heard(start):
    app = start()
    app.step(0.0)
    pygame.event.clear()  # what another test left in the queue is not this one's
    pygame.event.post(key(pygame.K_TAB))
    app.step(0.016)
    assert app.scene.view.top.focus.widget.id == "go"


def test_korean_typed_in_a_field_arrives(start):
    app = start()
    app.scene.view.focus_on("name")
    events = [
        pygame.event.Event(pygame.TEXTEDITING, text="ㅎ", start=0, length=1),
        pygame.event.Event(pygame.TEXTINPUT, text="한"),
        pygame.event.Event(pygame.TEXTINPUT, text="글"),
    ]
    app.step(0.016, events)
    assert app.scene.view.root.find("name").value == "한글"


def test_time_is_what_it_is_told_and_never_leaps(start):
    app = start()
    app.step(0.01)
    app.step(30.0)
    assert app.scene.waited == pytest.approx(0.11)


def test_a_frame_in_which_nothing_happens_draws_nothing(start):
    app = start()
    assert app.step(0.016, [])
    assert not app.step(0.016, [])


def test_scenes_come_and_go(start):
    second = Go(lambda look: Plain(look, "second", {pygame.K_b: Back()}))
    app = start({pygame.K_g: second, pygame.K_q: Quit()})
    app.step(0, [key(pygame.K_g)])
    assert (len(app.scenes), app.scene.word) == (2, "second")
    app.step(0, [key(pygame.K_b)])
    assert (len(app.scenes), app.scene.word) == (1, "first")
    app.step(0, [key(pygame.K_q)])
    assert not app.is_open


def test_going_back_from_the_last_scene_leaves_the_game(start):
    app = start({pygame.K_b: Back()})
    app.step(0, [key(pygame.K_b)])
    assert not app.is_open


def test_closing_the_window_leaves_the_game(start):
    app = start()
    app.step(0, [pygame.event.Event(pygame.QUIT)])
    assert not app.is_open


def test_another_look_is_laid_out_at_once(start):
    app = start({pygame.K_l: Restyle({"theme": LIGHT, "text_size": 1.5})})
    app.step(0, [key(pygame.K_l)])
    assert app.look.theme is LIGHT
    assert app.scene.view.look.text_size == 1.5


def test_a_resize_lays_out_once_a_frame(start, monkeypatch):
    app = start()
    laid = []
    monkeypatch.setattr(app.scene, "lay", laid.append)
    app.window._window.size = (1600, 900)
    app.step(0, [pygame.event.Event(kind) for kind in (pygame.WINDOWSIZECHANGED, pygame.WINDOWRESIZED)])
    assert len(laid) == 1
    assert app.look.size_px == (1600, 900)


def test_f11_fills_the_screen_and_back(start):
    app = start()
    app.step(0, [key(pygame.K_F11)])
    assert app.window.is_fullscreen
    app.step(0, [key(pygame.K_F11)])
    assert not app.window.is_fullscreen
    app._obey(Fullscreen())
    assert app.window.is_fullscreen


def test_an_error_in_a_scene_becomes_the_error_scene_and_the_game_goes_on(start):
    told = []

    def sorry(look, error):
        told.append(error)
        return Plain(
            look,
            "sorry",
            {pygame.K_g: Go(lambda look: Plain(look, "again", {pygame.K_x: ValueError("2")}), True)},
        )

    app = start({pygame.K_x: ValueError("broken")}, failing=sorry)
    app.step(0, [key(pygame.K_x)])
    assert (app.scene.word, str(told[0])) == ("sorry", "broken")
    app.step(0, [key(pygame.K_g)])
    app.step(0, [key(pygame.K_x)])
    assert (app.scene.word, len(told)) == ("sorry", 2)


def test_an_error_while_drawing_is_caught_too(start, monkeypatch):
    app = start(failing=lambda look, error: Plain(look, "sorry"))
    monkeypatch.setattr(app.scene, "draw", lambda surface: 1 / 0)
    assert app.step(0.016)
    assert app.scene.word == "sorry"


def test_an_error_of_the_error_scene_itself_is_not_hidden(start):
    app = start(
        {pygame.K_x: ValueError("one")},
        failing=lambda look, _: Plain(look, "sorry", {pygame.K_x: KeyError("two")}),
    )
    app.step(0, [key(pygame.K_x)])
    with pytest.raises(KeyError):
        app.step(0, [key(pygame.K_x)])


def test_what_is_slow_is_loaded_beside_the_first_picture(start):
    gate = threading.Event()
    app = start(loader=lambda: gate.wait(5) and "the world")
    app.step(0.016)
    assert app.frames == 1
    assert not app.loading.is_done
    gate.set()
    assert app.loading.result(5) == "the world"


def test_an_error_while_loading_is_raised_where_the_result_is_asked_for():
    task = Task(lambda: 1 / 0).start()
    with pytest.raises(ZeroDivisionError):
        task.result(5)
    with pytest.raises(TimeoutError):
        Task(lambda: None).result(0.01)


def test_the_loop_runs_at_most_sixty_frames_a_second(start):
    app = start()
    now, slept = [0.0], []

    def sleep(seconds):
        slept.append(seconds)
        now[0] += seconds
        if len(slept) == 30:
            app.is_open = False

    app.run(lambda: now[0], sleep)
    assert now[0] == pytest.approx(0.5)


def test_keys_are_taken_as_text_only_while_a_field_is_written_in(start, monkeypatch):
    calls = []
    monkeypatch.setattr(pygame.key, "start_text_input", lambda: calls.append("start"))
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: calls.append("stop"))
    app = start()
    app.scene.view.focus_on("name")
    app.step(0, [])
    app.scene.view.focus_on("go")
    app.step(0, [])
    assert calls == ["stop", "start", "stop"]
