"""What the reference model leaves out is left out of its level, and part of the game."""

from game.content.levels import load
from game.world.parameters import Parameters

BEYOND = ("storm", "project_sd", "chi", "hype_half", "call_label", "report_hands")
CHOSEN = ("nag",)  # what a level is about, and no other level has


def test_the_reference_level_has_nothing_that_the_reference_model_leaves_out() -> None:
    factorial, plain = load("research/factorial").parameters, Parameters()
    assert [name for name in (*BEYOND, *CHOSEN) if getattr(factorial, name) != 0] == []
    assert [name for name in (*BEYOND, *CHOSEN) if getattr(plain, name) != 0] == []


def test_a_start_up_meets_all_of_it() -> None:
    found = load("core/startup").parameters
    assert [name for name in BEYOND if getattr(found, name) <= 0] == []
