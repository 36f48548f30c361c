"""A recorded game is watched as it was played, any week of it, and nothing that is watched changes the file."""

from time import sleep

import pygame
import pytest

from game.play.journal import SUFFIX
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.reel import Reel, shot
from game.ui.scene import Back
from game.ui.scenes.film import Film
from tests.ui.scene_samples import arrived, film, house_at, recorded_of, saved_games


@pytest.fixture
def path():
    return next(p for p in saved_games().rglob(f"*{SUFFIX}") if "the-loop" in p.name)


@pytest.fixture
def scene():
    return film(Look(), "ko")


def press(scene: Film, code: int) -> object:
    return scene.handle(Key(code))


def run(scene: Film, seconds: float) -> None:
    """Let time pass in small steps, and let the weeks that are wanted come."""
    for _ in range(round(seconds / 0.05)):
        scene.update(0.05)
        for _ in range(400):
            if not scene.reel.is_waiting:
                break
            sleep(0.005)
            scene.update(0.0)


def test_every_week_is_shown_as_it_was_reported(path):
    recording, _ = recorded_of(path)
    for week in (0, 1, 7, recording.weeks):
        view = shot(recording, week).scenery.view
        assert view.week == week
        if week:
            told = recording.reports[week - 1]
            assert (view.report.users, view.report.cash_won) == (told.users, told.cash_won)


def test_the_ring_of_a_film_is_measured(path):
    ring = shot(recorded_of(path)[0], 9).scenery.view.report.ring
    assert ring.gain == ring.gain, "not a number"


def test_watching_a_whole_game_leaves_its_file_as_it_was(path, scene):
    before = path.read_bytes()
    for week in range(0, scene.reel.weeks, 5):
        scene.reel.want(week)
        arrived(scene)
    assert path.read_bytes() == before


def test_who_drags_through_a_year_gets_the_week_where_the_dragging_ends(path):
    reel = Reel(recorded_of(path)[0])
    for week in range(1, 20):
        reel.want(week)
    found = None
    for _ in range(2000):
        found = reel.poll()
        if found is not None:
            break
        sleep(0.005)
    assert found is not None
    assert found.week == 19
    assert not reel.is_waiting


def test_space_runs_the_film_and_stops_it(scene):
    start = scene.shot.week
    press(scene, pygame.K_SPACE)
    run(scene, 3.0)
    assert scene.shot.week > start
    press(scene, pygame.K_SPACE)
    stopped = scene.shot.week
    run(scene, 3.0)
    assert scene.shot.week == stopped


def test_it_runs_to_the_end_and_can_be_begun_again(scene):
    scene.reel.want(scene.reel.weeks - 2)
    arrived(scene)
    press(scene, pygame.K_3)
    run(scene, 2.0)
    assert scene.shot.week == scene.reel.weeks
    assert not scene.clock.is_running
    press(scene, pygame.K_SPACE)
    run(scene, 0.2)
    assert scene.shot.week < scene.reel.weeks


def test_the_bar_goes_to_any_week_by_keys(scene):
    scene.view.focus_on("film.week")
    press(scene, pygame.K_END)
    assert arrived(scene).shot.week == scene.reel.weeks
    press(scene, pygame.K_HOME)
    assert arrived(scene).shot.week == 0
    press(scene, pygame.K_RIGHT)
    assert arrived(scene).shot.week == 1


def test_the_decisions_of_a_week_stand_beside_it(scene, path):
    recording, _ = recorded_of(path)
    week = next(n for n, order in enumerate(recording.orders, start=1) if order)
    scene.reel.want(week)
    arrived(scene)
    rows = [widget for widget in scene.widgets() if widget.id.startswith("film.row.")]
    assert len(rows) == len(recording.orders[week - 1])


def test_escape_leaves(scene):
    assert isinstance(press(scene, pygame.K_ESCAPE), Back)


def test_saved_games_can_be_watched(path):
    from game.ui.scenes import ways
    from game.ui.scenes.loading import Loading

    house = house_at(saved_games(), "en")
    house.loading.result(60)
    waiting = ways.watch(house, path).scene(Look())
    assert isinstance(waiting, Loading)
