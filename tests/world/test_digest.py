"""A fingerprint differs when anything does, and only then."""

import numpy as np
import pytest

from agents.messages import Decision, ModelKind
from game.world.digest import Digest


def of(*values):
    digest = Digest()
    for value in values:
        digest.feed(value)
    return digest.hex()


DIFFERENT = [
    None,
    True,
    1,
    1.0,
    1.0000000000000002,
    -0.0,
    0.0,
    "1",
    "",
    (),
    (1,),
    (1, 2),
    ((1,), 2),
    ("ab", "c"),
    ("a", "bc"),
    {"a": 1},
    {"a": 2},
    ModelKind.DEEP,
    ModelKind.BEST,
    np.zeros(2),
    np.zeros(3),
    np.zeros((2, 1)),
    np.zeros(2, np.float32),
    np.zeros(2, np.int64),
    Decision(),
    Decision(price_won=301),
    Decision(price_won=301, engineers=2),
]


def test_different_things_have_different_fingerprints():
    found = [of(value) for value in DIFFERENT]
    assert len(set(found)) == len(DIFFERENT)
    assert all(len(f) == 32 for f in found)


def test_equal_things_have_equal_fingerprints_however_they_are_held():
    wide = np.arange(12, dtype=np.int16).reshape(3, 4)
    assert of(wide[:, ::2]) == of(np.ascontiguousarray(wide[:, ::2]))
    assert of(wide.astype(">i2")) == of(wide)
    assert of(np.int64(5)) == of(5)
    assert of(np.float64(0.1)) == of(0.1)
    assert of([1, 2]) == of((1, 2))


def test_the_letters_are_the_same_on_every_machine():
    assert (
        of(1, 0.5, "딥레마", (True, None), np.arange(3, dtype=np.int64)) == "ca260a3ccebc6797f0de551bd7c5c01a"
    )


@pytest.mark.parametrize("value", [{1, 2}, object(), int, b"x"])
def test_what_has_no_fixed_order_or_form_is_refused(value):
    with pytest.raises(TypeError):
        of(value)
