"""The infrastructure at a keyboard: items are taken up and left out by name, in either language."""

import pytest

from agents.messages import EVERYTHING, LEVERS, Decision, Infra
from game.commands.settings import SettingError, Vocabulary
from game.content import sentences
from game.content.words import Words
from game.world.infrastructure import left_out


def typed(text: str, paid: int = EVERYTHING) -> tuple[Infra, ...]:
    decision = Decision(infrastructure=paid)
    return left_out(Vocabulary().with_setting(decision, "infrastructure", text))


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("-gpu", (Infra.GPU,)),
        ("-usability -ci-cd", (Infra.DELIVERY, Infra.USABILITY)),
        ("-사용성 -검수", (Infra.REVIEW, Infra.USABILITY)),
        ("none +pipeline", tuple(i for i in Infra if i is not Infra.PIPELINE)),
        ("-gpu all", ()),
        ("전부", ()),
    ],
)
def test_items_are_left_out_and_taken_up_by_name(text: str, missing: tuple[Infra, ...]) -> None:
    assert typed(text) == missing


@pytest.mark.parametrize("text", ["gpu", "-espresso", "4095", "-", "+-"])
def test_what_is_no_item_is_refused(text: str) -> None:
    with pytest.raises(SettingError, match=r"text\.not-item"):
        typed(text)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_item_has_a_name_a_price_of_leaving_it_out_and_a_word_to_type(language: str) -> None:
    words = Words(language)  # type: ignore[arg-type]
    typable = [words.say(f"text.infra.{item.name.lower()}") for item in Infra]
    assert len(set(typable)) == len(Infra)
    assert all(
        " " not in word and typed(f"-{word}") == (item,) for word, item in zip(typable, Infra, strict=True)
    )
    for family in ("infra", "without"):
        assert len({words.say(f"{family}.{item.name.lower()}") for item in Infra}) == len(Infra)
    assert "infrastructure" in LEVERS


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_setting_names_what_is_missing(language: str) -> None:
    words = Words(language)  # type: ignore[arg-type]
    lean = sentences.setting(words, "infrastructure", EVERYTHING & ~(1 << Infra.GPU))
    assert "GPU" in lean
    found = {sentences.setting(words, "infrastructure", n) for n in (0, EVERYTHING)}
    assert len(found | {lean}) == 3
