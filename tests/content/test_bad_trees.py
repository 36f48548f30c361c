"""Every broken file gets exactly these words, in both languages. Set REGENERATE=1 to write them anew, then read them."""

import os
from pathlib import Path

import pytest
import yaml

from game.content.complaints import Complaint
from game.content.conditions import read_condition
from game.content.nodes import Leaf, Map, Node
from game.content.telling import CATALOGUE as SENTENCES
from game.content.telling import summary, tell
from game.content.tree import read_bytes, read_file
from tests.content.catalogue import CATALOGUE

FOLDER = Path(__file__).parent / "bad_trees"
FILES = sorted(FOLDER.glob("*.yaml"))


def complaints_of(path: Path, reader: object = None) -> list[Complaint]:
    reading = read_bytes(path.read_bytes(), path.name, reader=reader)
    found = list(reading.complaints)
    conditions = reading.root.entries.get("conditions") if reading.root else None
    if conditions:
        for path_to, leaf in leaves(conditions.value, "conditions"):
            found += read_condition(leaf, CATALOGUE, path_to)[1]
    return found


def leaves(node: Node, path: str) -> list[tuple[str, Leaf]]:
    if isinstance(node, Leaf):
        return [(path, node)] if path.rpartition(".")[2] != "ko" else []
    assert isinstance(node, Map)
    return [leaf for key, entry in node.entries.items() for leaf in leaves(entry.value, f"{path}.{key}")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_broken_file_is_told_in_these_words(path: Path, language: str) -> None:
    complaints = complaints_of(path)
    told = f"{tell(complaints, language)}\n{summary(complaints, language)}\n"
    expected = path.with_suffix(f".{language}.txt")
    if os.environ.get("REGENERATE"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_parsers_refuse_the_same_lines_for_the_same_reasons(path: Path) -> None:
    here = [(c.code, c.place.line) for c in complaints_of(path)]
    there = [(c.code, c.place.line) for c in complaints_of(path, yaml.SafeLoader)]
    assert here == there


def test_every_condition_code_has_a_broken_condition() -> None:
    sentences = read_file(SENTENCES).root
    assert sentences is not None
    codes = sentences.entries["codes"].value
    assert isinstance(codes, Map)
    wanted = {code for code in codes.entries if code.startswith("X")}
    assert wanted == {c.code for c in complaints_of(FOLDER / "conditions.yaml") if c.code.startswith("X")}
