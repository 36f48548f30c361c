"""What an editor makes of a level with our schema: no false alarm, slips where they are, names to choose from, meanings on hover.

It needs node and the npm package yaml-language-server; name its program in YAML_LANGUAGE_SERVER, or have it on the path.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.content import drafting, levels, sandbox, shelf
from game.content.sandbox_written import Named, written
from game.content.words import Words
from tests.content.language_server import Server

SERVER = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
pytestmark = pytest.mark.skipif(
    SERVER is None,
    reason="no yaml-language-server: npm install yaml-language-server and name it in YAML_LANGUAGE_SERVER",
)
LINE = f"# yaml-language-server: $schema={drafting.SCHEMA.as_uri()}\n"
SLIPS = """\
format: 1
id: a/b
extends: core/startup
title: {ko: 하나, en: One}
player:
  cash: {scale: 0.5}
  models: [rules, clasical]
segments: {overseas: null}
objectives:
  loop:
    kind: wim
plaier: 3
market:
  jitter: lots
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    assert SERVER is not None
    with Server(SERVER) as running:
        yield running


@pytest.mark.parametrize("path", shelf.files_in(shelf.LEVELS), ids=lambda path: path.stem)
def test_our_levels_are_right_to_an_editor(server: Server, path: Path) -> None:
    assert server.wrong(LINE + path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_new_level_is_right_to_an_editor(server: Server, language: str, tmp_path: Path) -> None:
    parent = levels.examine(levels.find("core/startup"))
    text = drafting.draft("new", parent, tmp_path / "new.yaml", language, is_full=True)  # type: ignore[arg-type]
    assert server.wrong(LINE + text.partition("\n")[2]) == []


@pytest.mark.parametrize("number", [4, 7, 11])
def test_a_market_of_ones_own_is_right_to_an_editor(server: Server, number: int) -> None:
    parent = levels.load(sandbox.PARENT)
    market = sandbox.rolled(sandbox.usual(parent), number)
    text = written(market, parent, Named("mine", "Mine", number), Words("ko"), drafting.SCHEMA.as_uri())
    assert server.wrong(text) == []


def test_slips_are_marked_on_their_lines(server: Server) -> None:
    found = server.wrong(LINE + SLIPS)
    assert [line for line, _ in found] == [8, 12, 13, 15]
    assert '"classical"' in found[0][1]
    assert '"win"' in found[1][1]
    assert "plaier" in found[2][1]


def test_names_are_offered_and_keys_explained(server: Server) -> None:
    server.wrong(LINE + SLIPS)
    offered = {item["label"] for item in server.ask_at("completion", 12, 11)["items"]}
    assert {"must", "win", "bonus"} <= offered
    told = server.ask_at("hover", 7, 4)["contents"]
    words = told["value"] if isinstance(told, dict) else str(told)
    assert "money in the till" in words
    assert "가진 돈" in words
