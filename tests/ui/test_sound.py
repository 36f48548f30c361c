"""Sounds are short, soft and clean; without a device there is silence and no error."""

import numpy as np
import pygame
import pytest

from game.ui.sound import LOUDEST, RATE_HZ, Sound, Speaker, wave


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_is_short_and_never_loud_and_begins_and_ends_in_silence(sound):
    samples = wave(sound)
    assert samples.shape[1] == 2
    assert len(samples) < RATE_HZ * 0.6
    assert np.abs(samples.astype(int)).max() <= LOUDEST * 32_767 + 1
    assert abs(int(samples[0, 0])) < 50
    assert abs(int(samples[-1, 0])) < 50


def test_no_two_sounds_are_alike():
    assert len({wave(sound).tobytes() for sound in Sound}) == len(Sound)


def test_without_a_device_there_is_silence(monkeypatch):
    def fail(*_):
        raise pygame.error("no device")

    monkeypatch.setattr(pygame.mixer, "init", fail)
    speaker = Speaker()
    assert not speaker.play(Sound.CLICK)
    assert speaker.is_silent


def test_a_sound_is_made_once_and_volume_nought_is_silence():
    speaker = Speaker(volume=0.5)
    if speaker.is_silent:
        pytest.skip("no mixer here")
    assert speaker.play(Sound.GOOD)
    made = dict(speaker._made)
    assert speaker.play(Sound.GOOD)
    assert speaker._made == made
    speaker.volume = 0
    assert not speaker.play(Sound.GOOD)
    pygame.mixer.quit()
