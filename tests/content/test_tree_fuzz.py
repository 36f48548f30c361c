"""Whatever bytes a file holds, a tree or complaints come out, and every complaint can be told. And reading stays light."""

import subprocess
import sys

import pytest
import yaml
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from game.content.nodes import Leaf, Map, locate, plain
from game.content.telling import tell
from game.content.tree import READER, Limits, read_bytes

LEVEL = """\
format: 1
id: campus/cold-start
title: {ko: 콜드 스타트, en: "Cold \\"start\\""}
story:
  ko: >
    교내 상담 챗봇을 맡았다.
    데이터는 공개 데이터뿐이다.
segments:
  freshmen: {size: 9k, wants: [speed, 'price']}
events:
  - when: users > 10k and privacy.trust < 40%  # the leak
    add: {scale: 0.5}
"""
PIECES = st.sampled_from(
    ["a", "b: ", "? ", ": ", ":\n", "- ", "[", "]", "{", "}", ", ", "\n", "\n  ", "\n    ", "\t", '"', "'", "|\n", ">-\n",
     "&x ", "*x ", "!!str ", "! ", "<<: ", "---\n", "...\n", "# c\n", "%YAML 1.1\n", "\\", "\\u202e", "\\x1b", "\x1b", "한글",
     "é", "\ufeff", "\u2028", "\x85", "@", "`", "%", "1e9", "null", "~", "\r", "\r\n"]
)  # fmt: skip
SMALL = Limits(bytes=600, depth=5, events=60, text=40, key=12)


@st.composite
def damaged_levels(draw: st.DrawFn) -> bytes:
    """Draw a good level with a few bytes cut out and others put in."""
    data = LEVEL.encode()
    for _ in range(draw(st.integers(0, 4))):
        at, cut = draw(st.integers(0, len(data))), draw(st.integers(0, 8))
        data = data[:at] + draw(PIECES).encode() + data[at + cut :]
    return data


FILES = (
    damaged_levels() | st.lists(PIECES, max_size=40).map("".join).map(str.encode) | st.binary(max_size=300)
)


@pytest.mark.parametrize("reader", list(dict.fromkeys([READER, yaml.SafeLoader])))
@pytest.mark.parametrize("limits", [Limits(), SMALL])
@seed(30)
@settings(max_examples=300, deadline=None, database=None)
@given(FILES)
def test_only_trees_and_complaints_come_out(reader: object, limits: Limits, data: bytes) -> None:
    reading = read_bytes(data, "fuzz.yaml", limits, reader)
    assert reading.root is not None or reading.complaints
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for complaint in reading.complaints:
        assert 1 <= complaint.place.line <= lines
        assert complaint.place.column >= 1
        assert complaint.place.length >= 1
    for language in ("ko", "en"):
        assert bool(tell(reading.complaints, language)) is bool(reading.complaints)
    if reading.root is not None:
        look_everywhere(reading.root, reading.root, ())


def look_everywhere(root: Map, node: object, path: tuple[str | int, ...]) -> None:
    """Ask for the place of every path and every letter of a tree."""
    assert locate(root, path).line >= 1
    if isinstance(node, Map):
        for key, entry in node.entries.items():
            look_everywhere(root, entry.value, (*path, key))
    elif isinstance(node, Leaf):
        assert all(node.spot(offset, 3).column >= 1 for offset in range(len(node.text) + 1))


def test_the_level_that_is_damaged_is_good() -> None:
    reading = read_bytes(LEVEL.encode(), "good.yaml")
    assert not reading.complaints
    assert reading.root is not None
    assert plain(reading.root)["title"] == {"ko": "콜드 스타트", "en": 'Cold "start"'}  # type: ignore[call-overload,index]


def test_checking_a_file_needs_neither_the_market_nor_the_screen() -> None:
    heavy = "numpy mesa pygame pydantic pandas"
    code = (
        "import sys, game.content.conditions, game.content.telling, game.content.words\n"
        f"print(*[m for m in '{heavy}'.split() if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.stdout.split(), ran.stderr) == ([], "")
