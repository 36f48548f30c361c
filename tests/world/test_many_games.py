"""A class plays all day in one process; nothing may pile up."""

import gc
import weakref

from game.world.model import MarketModel
from tests.levels_for_tests import tiny


def test_two_hundred_new_games_leave_no_model_behind() -> None:
    """Mesa 3.3 keeps every model alive in a class-level dictionary until it is released."""
    level, seen = tiny(weeks=2, agents=100), []
    for seed in range(200):
        model = MarketModel(level, seed=seed)
        model.step()
        model.release()
        seen.append(weakref.ref(model))
    del model
    gc.collect()
    assert [ref for ref in seen if ref() is not None] == []
