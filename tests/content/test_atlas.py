"""The walk over all keys of a level misses none, explains each in both languages, and writes defaults that mean what they say."""

import re

import pytest

from game.content import lexicon
from game.content.atlas import ANY, Key, default_of, key_at, keys, shapes
from game.content.modshape import ModShape
from game.content.nodes import Leaf
from game.content.places import top
from game.content.scalars import Reader, Scalar
from game.content.settings import KNOWN
from game.world.catalogue import CATALOGUE
from game.world.parameters import about

KEYS = [key for _, shape in shapes() for key in keys(shape)]
HANGUL = re.compile("[가-힣]")


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_means_something_in_both_languages(key: Key) -> None:
    assert key.note
    assert HANGUL.search(lexicon.key(key, "ko")), f"write what {key.id} means in assets/words/format.yaml"


@pytest.mark.parametrize("name", about())
def test_every_parameter_means_something_in_both_languages(name: str) -> None:
    if name in KNOWN:
        assert lexicon.parameter(name, "en")
        assert HANGUL.search(lexicon.parameter(name, "ko")), (
            f"write what {name} means in assets/words/format.yaml"
        )


def test_nothing_is_explained_that_is_not_there() -> None:
    assert set(lexicon._lines("format.yaml", "keys")) <= {key.id for key in (*KEYS, *keys(ModShape))}
    assert {key.id for key in keys(ModShape)} <= set(lexicon._lines("format.yaml", "keys"))
    assert set(lexicon._lines("format.yaml", "parameters")) <= set(about())


def test_values_and_effects_mean_something_in_both_languages() -> None:
    for language in ("ko", "en"):
        assert all(lexicon.value(name, language) for name in CATALOGUE)
        assert all(lexicon.effect(name, language) for name in lexicon.effects())
    assert lexicon.effect("market.cpi", "en") == lexicon.parameter("cpi", "en")


SCALARS = [key for key in KEYS if isinstance(key.form.mark, Scalar) and default_of(key) is not None]


@pytest.mark.parametrize("key", SCALARS, ids=lambda key: key.id)
def test_a_default_is_written_as_a_level_would_write_it(key: Key) -> None:
    mark, leaf = key.form.mark, Leaf(top(""), default_of(key) or "")
    assert isinstance(mark, Scalar)
    assert mark.take(leaf, Reader(CATALOGUE, {})) == key.default


def test_every_map_of_a_level_has_its_place() -> None:
    paths = {".".join(path) for path, _ in shapes()}
    assert {
        "", "player", "player.start", f"segments.{ANY}.wants", f"events.{ANY}.choices.{ANY}",
        f"events.{ANY}.effects.0", f"plans.{ANY}.steps.0", f"tests.{ANY}", f"teaching.goals.{ANY}",
    } <= paths  # fmt: skip


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("player.cash", "Player.cash"),
        ("segments.nurses.wants.price", "Wants.price"),
        ("segments.nurses", "LevelShape.segments"),
        ("teaching.debrief.2", "Teaching.debrief"),
        ("events.leak.choices.deny.effects.0.scale", "Change.scale"),
        ("plans.p.steps.1.set.crawl", "Levers.crawl"),
        ("distances.a.b", "LevelShape.distances"),
        ("plyer", None),
        ("player.csh", None),
        ("segments.nurses.wants.luck", None),
    ],
)
def test_a_path_leads_to_its_key(path: str, found: str | None) -> None:
    key = key_at(tuple(path.split(".")))
    assert (key.id if key is not None else None) == found
