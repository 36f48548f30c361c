"""Ask any rival why: every rule has a sentence in both languages, and the sentence uses the rule's figures."""

import pytest

from agents.motives import RULES
from game.content.rivals import why
from game.content.words import Words
from game.world.level import Text
from game.world.model import MarketModel
from game.world.report import Why
from tests.levels_for_tests import tiny

LANGUAGES = ("ko", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_a_sentence(rule: str, language: str) -> None:
    figures = tuple(
        (name, Text("직장인", "office workers") if name == "segment" else 0.5) for name in RULES[rule]
    )
    said = why(Words(language), Why(rule, figures))  # type: ignore[arg-type]
    assert said
    assert "{" not in said


def test_a_rival_in_play_answers_with_what_it_saw() -> None:
    model = MarketModel(tiny(), 1)
    model.step()
    account = model.view().firms[1].why
    assert account is not None
    assert why(Words("en"), account) == (
        "The largest newcomer has 0.0% of the market. Below 3% we do not lose sleep."
    )
    assert model.view().firms[0].why is None
