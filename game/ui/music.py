"""A quiet bed of music made from sines: four wide chords that come and go, and a few soft notes above; it ends where it begins."""

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 44_100
MADE_HZ = (
    RATE_HZ // 2
)  # nothing here is above 2 kHz, so that every second sample can lie between its neighbours
CHORD_S = 8.0  # how long a chord is held
SWELL_S = 3.0  # in which it comes, and in which it goes, over the next
LOUDEST = 0.14  # of full scale at volume 1: a bed lies below everything else
SOFT = 0.10  # of a chord's loudness: the notes above
NOTE_S = 2.6  # of a note above

# In Hz: a root, and what stands above it. C, A minor, F and G, with sevenths and ninths, so that nothing pulls and nothing ends.
CHORDS = (
    (130.81, 196.00, 246.94, 329.63),
    (110.00, 164.81, 261.63, 392.00),
    (87.31, 174.61, 261.63, 329.63),
    (98.00, 146.83, 246.94, 293.66),
)
ABOVE = (523.25, 587.33, 659.26, 783.99, 880.00)  # Hz: five notes that go with every chord
NOTES = (
    (0, 2.0, 2),
    (0, 5.5, 4),
    (1, 1.0, 3),
    (1, 6.5, 0),
    (2, 3.0, 1),
    (2, 4.5, 2),
    (3, 2.5, 4),
    (3, 6.0, 3),
)
"""Chord, seconds after its beginning, and which of `ABOVE`."""

Samples = NDArray[np.float64]


def bed() -> NDArray[np.int16]:
    """Return the samples of the bed, (samples, 2); played again and again, it has no seam."""
    length = round(CHORD_S * len(CHORDS) * MADE_HZ)
    both = np.zeros((length, 2))
    for place, chord in enumerate(CHORDS):
        start = round(place * CHORD_S * MADE_HZ)
        for i, pitch_hz in enumerate(chord):
            side = (i % 2) * 0.3 - 0.15  # the notes of a chord stand a little left and right
            _lay(both, start, _held(pitch_hz) / (1 + 0.35 * i), side)
    for chord_at, after_s, which in NOTES:
        start = round((chord_at * CHORD_S + after_s) * MADE_HZ)
        _lay(both, start, SOFT * _struck(ABOVE[which]), 0.5 - which / 4)
    both *= LOUDEST / float(np.abs(both).max())
    return _at_full_rate(both)


def _at_full_rate(both: Samples) -> NDArray[np.int16]:
    """Return whole samples, (2 * samples, 2), every second one between its neighbours; a second at a time, for room's sake."""
    whole = np.empty((2 * len(both), 2), np.int16)
    for start in range(0, len(both), MADE_HZ):
        here = both[start : start + MADE_HZ]
        following = both[np.arange(start + 1, start + 1 + len(here)) % len(both)]
        whole[2 * start : 2 * (start + len(here)) : 2] = (here * 32_767).astype(np.int16)
        whole[2 * start + 1 : 2 * (start + len(here)) : 2] = ((here + following) / 2 * 32_767).astype(
            np.int16
        )
    return whole


def _lay(both: Samples, start: int, note: Samples, side: float) -> None:
    """Add a note, (samples,), from `start` on; what reaches over the end goes on at the beginning. `side` is -0.5 to 0.5."""
    first = min(len(note), len(both) - start)
    for at, part in ((start, note[:first]), (0, note[first:])):
        both[at : at + len(part), 0] += part * (0.5 - side)
        both[at : at + len(part), 1] += part * (0.5 + side)


def _held(pitch_hz: float) -> Samples:
    """Return a note of a chord, (samples,): a sine, its octave, and a twin a shade off, swelling and fading."""
    time_s = np.arange(round((CHORD_S + SWELL_S) * MADE_HZ)) / MADE_HZ
    turn = 2 * np.pi * time_s
    tone = (
        np.sin(pitch_hz * turn) + 0.5 * np.sin(1.003 * pitch_hz * turn) + 0.18 * np.sin(2 * pitch_hz * turn)
    )
    edge = np.minimum(1, np.minimum(time_s, time_s[-1] - time_s) / SWELL_S)
    return np.asarray(tone * np.sin(edge * np.pi / 2) ** 2)


def _struck(pitch_hz: float) -> Samples:
    """Return a note above, (samples,): a sine that dies away, without a click at either end."""
    time_s = np.arange(round(NOTE_S * MADE_HZ)) / MADE_HZ
    edge = np.minimum(1, np.minimum(time_s, time_s[-1] - time_s) / 0.04)
    return np.asarray(np.sin(2 * np.pi * pitch_hz * time_s) * np.exp(-2.2 * time_s) * edge)
