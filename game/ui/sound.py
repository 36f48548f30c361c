"""Five short sounds made from sines, each with a twin one can see. Without a sound device, silence, and nothing else changes."""

from enum import Enum

import numpy as np
import pygame
from numpy.typing import NDArray

RATE_HZ = 44_100
LOUDEST = 0.25  # of full scale at volume 1: effects must not startle
FADE_S = 0.008  # at either end, so that nothing clicks
FALL = 5.0  # how fast a note dies away: e to this power over its length


class Sound(Enum):
    """What can be heard: notes as (Hz, start s, length s)."""

    CLICK = ((1_100.0, 0.0, 0.05),)
    WEEK = ((392.0, 0.0, 0.10), (523.3, 0.07, 0.16))
    GOOD = ((523.3, 0.0, 0.14), (659.3, 0.09, 0.16), (784.0, 0.18, 0.30))
    BAD = ((311.1, 0.0, 0.20), (233.1, 0.14, 0.34))
    OFFER = ((659.3, 0.0, 0.12), (880.0, 0.10, 0.12), (659.3, 0.20, 0.26))


class Speaker:
    """Plays sounds, or nothing if there is no device. The device is opened at the first sound."""

    def __init__(self, volume: float = 0.7) -> None:
        self.volume = volume  # 0..1
        self._made: dict[Sound, pygame.mixer.Sound] = {}
        self._is_open: bool | None = None

    @property
    def is_silent(self) -> bool:
        """Return whether nothing can be heard: no device, or no volume."""
        return self.volume <= 0 or not self._open()

    def play(self, sound: Sound) -> bool:
        """Play a sound; return whether it can be heard."""
        if self.is_silent:
            return False
        if sound not in self._made:
            self._made[sound] = pygame.sndarray.make_sound(wave(sound))
        self._made[sound].set_volume(self.volume)
        self._made[sound].play()
        return True

    def _open(self) -> bool:
        if self._is_open is None:
            try:
                pygame.mixer.init(RATE_HZ, -16, 2, 512)
                self._is_open = True
            except (pygame.error, NotImplementedError):  # no device, or a build without a mixer
                self._is_open = False
        return self._is_open


def wave(sound: Sound) -> NDArray[np.int16]:
    """Return the samples of a sound, (samples, 2)."""
    length = max(start + lasts for _, start, lasts in sound.value)
    samples = np.zeros(round(length * RATE_HZ) + 1)
    for pitch_hz, start, lasts in sound.value:
        note = _note(pitch_hz, lasts)
        first = round(start * RATE_HZ)
        samples[first : first + len(note)] += note[: len(samples) - first]
    samples *= LOUDEST / max(1e-9, float(np.abs(samples).max()))
    return np.ascontiguousarray(np.repeat((samples * 32_767).astype(np.int16)[:, None], 2, axis=1))


def _note(pitch_hz: float, lasts_s: float) -> NDArray[np.float64]:
    """Return one note (samples,): a sine with a soft octave, dying away."""
    time_s = np.arange(round(lasts_s * RATE_HZ)) / RATE_HZ
    tone = np.sin(2 * np.pi * pitch_hz * time_s) + 0.25 * np.sin(4 * np.pi * pitch_hz * time_s)
    fade = np.minimum(1, np.minimum(time_s, lasts_s - time_s) / FADE_S)
    return np.asarray(tone * np.exp(-FALL * time_s / lasts_s) * fade)
