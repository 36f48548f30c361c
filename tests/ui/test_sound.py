"""Sounds are short, soft and clean, music has no seam; without a device there is silence, a sentence, and no error."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.ui import music, sound
from game.ui.house import House
from game.ui.look import Look
from game.ui.scenes import desk_clock
from game.ui.scenes.desk_doors import Doors
from game.ui.scenes.settings import Settings
from game.ui.sound import LOUDEST, RATE_HZ, Sound, Speaker, wave
from game.ui.widgets import Act, Deed
from game.world.report import Ending, Outcome
from tests.ui import games_for_tests as games


@pytest.fixture
def heard(monkeypatch):
    """A speaker on a device nobody hears, taken for a real one; with music of a second."""
    monkeypatch.setattr(sound, "DEAF", ())
    short = np.zeros((RATE_HZ, 2), np.int16)
    monkeypatch.setattr(sound, "bed", lambda: short)
    speaker = Speaker(0.5, 0.2)
    speaker.begin()
    if not speaker.has_device:
        pytest.skip("no mixer here")
    yield speaker
    speaker.end()


@pytest.fixture(scope="module")
def bed():
    return music.bed()


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_is_short_and_never_loud_and_begins_and_ends_in_silence(sound):
    samples = wave(sound)
    assert samples.shape[1] == 2
    assert len(samples) < RATE_HZ
    assert np.abs(samples.astype(int)).max() <= LOUDEST * 32_767 + 1
    assert abs(int(samples[0, 0])) < 50
    assert abs(int(samples[-1, 0])) < 50


def test_no_two_sounds_are_alike():
    assert len({wave(sound).tobytes() for sound in Sound}) == len(Sound)


def test_music_is_softer_than_any_sound_and_never_silent_for_long(bed):
    assert np.abs(bed.astype(int)).max() <= music.LOUDEST * 32_767 + 1
    assert music.LOUDEST < LOUDEST
    seconds = (
        np.abs(bed.astype(int)).max(axis=1)[: len(bed) // RATE_HZ * RATE_HZ].reshape(-1, RATE_HZ).max(axis=1)
    )
    assert seconds.min() > 200


def test_music_goes_round_without_a_seam(bed):
    steps = np.abs(np.diff(bed.astype(int), axis=0)).max()
    assert np.abs(bed[0].astype(int) - bed[-1].astype(int)).max() <= steps


def test_music_is_the_same_every_time(bed):
    assert music.bed().tobytes() == bed.tobytes()


# ---- the device


def test_without_a_device_there_is_silence(monkeypatch):
    def fail(*_):
        raise pygame.error("no device")

    monkeypatch.setattr(pygame.mixer, "init", fail)
    speaker = Speaker()
    speaker.begin()
    assert speaker.has_device is False
    assert not speaker.play(Sound.CLICK)
    speaker.turn(1.0, 1.0)
    speaker.end()


def test_a_device_nobody_hears_is_none():
    speaker = Speaker()
    speaker.begin()
    if pygame.mixer.get_init() is None:
        assert speaker.has_device is False
    speaker.end()


def test_nothing_is_heard_before_somebody_has_looked_for_a_device():
    speaker = Speaker()
    assert speaker.has_device is None
    assert not speaker.play(Sound.CLICK)


def test_every_sound_is_heard_unless_its_volume_is_nought(heard):
    assert all(heard.play(sound) for sound in Sound)
    heard.turn(0.0, 0.2)
    assert not any(heard.play(sound) for sound in Sound)


def test_music_begins_by_itself_and_goes_on_and_off(heard):
    channel = pygame.mixer.Channel(0)
    assert channel.get_busy()
    heard.turn(0.5, 0.7)
    assert channel.get_sound().get_volume() == pytest.approx(0.7, abs=0.02)
    heard.turn(0.5, 0.0)
    heard.turn(0.5, 0.3)
    assert heard.music == 0.3


def test_music_turned_up_later_is_made_then(monkeypatch):
    monkeypatch.setattr(sound, "DEAF", ())
    made = []
    monkeypatch.setattr(sound, "bed", lambda: made.append(1) or np.zeros((RATE_HZ, 2), np.int16))
    speaker = Speaker(0.5, 0.0)
    speaker.begin()
    if not speaker.has_device:
        pytest.skip("no mixer here")
    assert made == []
    speaker.music = 0.4
    speaker._play_music()
    assert made == [1]
    speaker.end()
    assert not speaker.play(Sound.CLICK)


# ---- what is heard when


def test_the_end_of_a_level_is_heard_before_anything_else_of_its_week():
    view = games.played("the-loop", 28).view()
    for outcome, wanted in ((Outcome.WON, Sound.WON), (Outcome.LOST, Sound.LOST), (Outcome.TIME, Sound.LOST)):
        over = replace(view, ending=replace(view.ending, outcome=outcome))
        assert desk_clock.sound_of(over, view, 1) is wanted
    assert isinstance(view.ending, Ending)


def test_a_press_on_the_desk_is_heard_and_a_change_is_not():
    played = []
    doors = Doors(sound=played.append)
    doors.click(Act("speed.1", Deed.PRESS))
    doors.click(Act("lever.price", Deed.CHANGE, 3))
    assert played == [Sound.CLICK]


# ---- the settings


def test_volumes_are_set_heard_at_once_and_remembered(tmp_path):
    house = House(tmp_path, "en")
    page = Settings(house, Look())
    page.act(Act("settings.effects", Deed.CHANGE, 30))
    page.act(Act("settings.music", Deed.CHANGE, 0))
    assert (house.speaker.effects, house.speaker.music) == (0.3, 0.0)
    assert (House(tmp_path, "en").preferences.effects, House(tmp_path, "en").speaker.music) == (30, 0.0)


def test_a_computer_without_sound_is_told_that_nothing_is_lost(tmp_path):
    house = House(tmp_path, "ko")
    assert "settings.sound.none" not in {widget.id for widget in Settings(house, Look()).widgets()}
    house.speaker.has_device = False
    assert "장치" in Settings(house, Look()).view.root.find("settings.sound.none").label
