"""Whatever a level file says, a level or complaints come out, and every complaint can be told and points into a file."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import levels
from game.content.amounts import figure, written
from game.content.complaints import MOST, LevelError, errors
from game.content.nodes import Plain, plain
from game.content.telling import tell
from game.content.tree import read_file

EXAMPLES = 200
WORDS = st.sampled_from(
    ["0", "1", "-1", "5", "0.5", "55", "40%", "1k", "700M", "99B", "999999999999999", "nan", ".inf", "-.inf", "1e999",
     "yes", "no", "deep", "end", "8 weeks", "won", "users > 1k", "week < 3 and (", "market.E0", "cash", "everyday",
     "plan:push-data", "../../etc/passwd", "C:\\x", "{company:은/는}", "{x.__class__}", "{", "", " ", "null", "한글", "a" * 700]
)  # fmt: skip
KEYS = st.sampled_from(
    [
        "scale",
        "add",
        "value",
        "override",
        "ko",
        "en",
        "when",
        "size",
        "extends",
        "id",
        "everyday",
        "한글",
        "A b",
        "x" * 70,
    ]
)
THINGS = st.recursive(
    WORDS | st.none(),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=3),
    max_leaves=5,
)


def whole(name: str) -> dict[str, Plain]:
    """Return a level of the game as plain maps and texts."""
    root = read_file(levels.find(name)).root
    assert root is not None
    found = plain(root)
    assert isinstance(found, dict)
    return {**found, "id": "fuzz"}


LOOP, CORE = whole("the-loop"), whole("core/startup")


def places(tree: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of everything in a tree."""
    found = [path] if path else []
    if isinstance(tree, dict):
        for key, below in tree.items():
            found += places(below, (*path, key))
    elif isinstance(tree, list):
        for number, item in enumerate(tree):
            found += places(item, (*path, number))
    return found


PATHS = {id(tree): places(tree) for tree in (LOOP, CORE)}


def changed(tree: object, path: tuple[str | int, ...], thing: object, name: str | None) -> object:
    """Return a tree with something else at a path, under another key if a name is given; the original stays."""
    if not path:
        return thing
    if isinstance(tree, list):
        return [changed(item, path[1:], thing, name) if n == path[0] else item for n, item in enumerate(tree)]
    if not isinstance(tree, dict):
        return tree
    last = len(path) == 1 and name is not None
    return {
        (name if last and key == path[0] else key): (
            changed(below, path[1:], thing, name) if key == path[0] else below
        )
        for key, below in tree.items()
    }


def at(tree: object, path: tuple[str | int, ...]) -> object:
    """Return what stands at a path."""
    for key in path:
        tree = tree[key]  # type: ignore[index]
    return tree


def varied(text: str, by: str) -> str:
    """Return a text much like it: a figure a little smaller, a sentence a little longer."""
    value = figure(text)
    return text + by if value is None else written(value * Decimal("0.97"))


GENTLE = {key: [path for path in paths if path[-1] in ("ko", "en", "jitter", "share", "quality", "privacy", "cash")]
          for key, paths in PATHS.items()}  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> object:
    """Draw a level of ours with a few things a little different, and now and then up to two of them altogether."""
    tree: object = draw(st.sampled_from([LOOP, CORE]))
    gentle, rough = GENTLE[id(tree)], PATHS[id(tree)]
    for path in draw(st.lists(st.sampled_from(gentle), max_size=4)):
        tree = changed(tree, path, varied(str(at(tree, path)), draw(st.sampled_from(["", ".", "!"]))), None)
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 1, 2]))):
        tree = changed(tree, draw(st.sampled_from(rough)), draw(THINGS), draw(st.none() | KEYS))
    return tree


def test_only_levels_and_complaints_come_out(tmp_path: Path) -> None:
    path = tmp_path / "fuzz.yaml"
    loaded: list[bool] = []

    @settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=True)
    @given(damaged())
    def look(tree: object) -> None:
        path.write_text(json.dumps(tree, ensure_ascii=False, indent=1), encoding="utf-8")
        complaints = levels.check_paths([path])
        loaded.append(not errors(complaints))
        if loaded[-1]:
            assert levels.load(path).hash
        else:
            with pytest.raises(LevelError):
                levels.load(path)
        for complaint in complaints:
            assert 1 <= complaint.place.line <= complaint.place.source.last
        assert tell(complaints, "ko").count("[") >= len(complaints)
        assert len(complaints) <= 2 * MOST

    look()
    assert sum(loaded) >= 0.3 * len(loaded)  # or the fuzz would only ever see the outermost gate


@pytest.mark.parametrize(
    "thing", ["[" * 30 + "]" * 30, "{a: " * 30 + "}" * 30, "&a [*a]", "!!python/object:os.system x"]
)
def test_hostile_yaml_under_any_key_is_refused(tmp_path: Path, thing: str) -> None:
    path = tmp_path / "bomb.yaml"
    path.write_text(
        f"format: 1\nid: bomb\nextends: core/startup\ntitle: {{ko: 가, en: A}}\nsegments: {thing}\n", "utf-8"
    )
    with pytest.raises(LevelError):
        levels.load(path)
