"""Short sounds made from sines and a quiet bed of music. Without a device, or at volume 0, silence, and nothing else changes.

Each sound has a twin one can see: a press lights the button, a week moves the crowd and the week's number, good and bad news and
offers stand in the news with their icon, and the end of a level is a scene of its own. Nothing is told by sound alone.
"""

import threading
from enum import Enum

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.background import Task
from game.ui.music import bed

RATE_HZ = 44_100
LOUDEST = 0.25  # of full scale at volume 1: effects must not startle
FADE_S = 0.008  # at either end, so that nothing clicks
FALL = 5.0  # how fast a note dies away: e to this power over its length
COMES_MS, GOES_MS = 3_000, 800  # in which music swells and fades
CHANNELS = 8  # sounds at a time; the first is the music's
DEAF = ("dummy", "disk")  # audio drivers nobody hears


class Sound(Enum):
    """What can be heard: notes as (Hz, start s, length s)."""

    CLICK = ((1_100.0, 0.0, 0.05),)
    WEEK = ((392.0, 0.0, 0.10), (523.3, 0.07, 0.16))
    GOOD = ((523.3, 0.0, 0.14), (659.3, 0.09, 0.16), (784.0, 0.18, 0.30))
    BAD = ((311.1, 0.0, 0.20), (233.1, 0.14, 0.34))
    OFFER = ((659.3, 0.0, 0.12), (880.0, 0.10, 0.12), (659.3, 0.20, 0.26))
    WON = ((523.3, 0.0, 0.18), (659.3, 0.14, 0.18), (784.0, 0.28, 0.20), (1_046.5, 0.42, 0.50))
    LOST = ((392.0, 0.0, 0.25), (311.1, 0.20, 0.30), (261.6, 0.42, 0.50))


class Speaker:
    """Plays sounds and music. Nothing is heard before `begin`, which looks for a device.

    Attributes:
        effects: volume of the sounds, 0..1.
        music: volume of the bed, 0..1.
        has_device: whether there is one; None until somebody has looked.
    """

    def __init__(self, effects: float = 0.6, music: float = 0.2) -> None:
        self.effects, self.music = effects, music
        self.has_device: bool | None = None
        self._made: dict[Sound, pygame.mixer.Sound] = {}
        self._bed: pygame.mixer.Sound | None = None
        self._lock = threading.Lock()

    def begin(self) -> None:
        """Look for a device and make everything ready; it takes a while, so do it beside the frames."""
        with self._lock:
            if self.has_device is None:
                self.has_device = _opened()
            if not self.has_device:
                return
            for sound in Sound:
                if sound not in self._made:
                    self._made[sound] = pygame.sndarray.make_sound(wave(sound))
        self._play_music()

    def play(self, sound: Sound) -> bool:
        """Play a sound; return whether it can be heard."""
        made = self._made.get(sound)
        if made is None or not self.has_device or self.effects <= 0:
            return False
        made.set_volume(self.effects)
        made.play()
        return True

    def turn(self, effects: float, music: float) -> None:
        """Take other volumes, 0..1; music turned up for the first time is made beside the frames."""
        self.effects, self.music = effects, music
        if not self.has_device:
            return
        if self._bed is None and music > 0:
            Task(self._play_music).start()
        elif self._bed is not None:
            self._play_music()

    def end(self) -> None:
        """Fall silent and let go of the device."""
        with self._lock:
            if self.has_device:
                pygame.mixer.quit()
            self.has_device, self._bed = False, None
            self._made.clear()

    def _play_music(self) -> None:
        """Let the bed be heard at its volume, or fade it out."""
        with self._lock:
            if not self.has_device:
                return
            if self._bed is None and self.music > 0:
                self._bed = pygame.sndarray.make_sound(bed())
            if self._bed is None:
                return
            channel = pygame.mixer.Channel(0)
            if self.music <= 0:
                channel.fadeout(GOES_MS)
                return
            self._bed.set_volume(self.music)
            if not channel.get_busy():
                channel.play(self._bed, loops=-1, fade_ms=COMES_MS)


def _opened() -> bool:
    """Open the device; return whether there is one."""
    try:
        pygame.mixer.init(RATE_HZ, -16, 2, 512)
        if pygame.mixer.get_driver() in DEAF:
            pygame.mixer.quit()
            return False
        pygame.mixer.set_num_channels(CHANNELS)
        pygame.mixer.set_reserved(1)
    except (pygame.error, NotImplementedError):  # no device, or a build without a mixer
        return False
    return True


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
