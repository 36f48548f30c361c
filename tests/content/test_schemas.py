"""The schemas for editors: committed as made, content with every level of ours, and strict where a slip is likely."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from game.content import drafting, levels, pages, schemas, shelf
from game.content.atlas import keys, shapes
from tests.content.json_schema import as_an_editor_reads, slips

EDITING = schemas.schema("editing")
COMPLETE = schemas.schema("complete")
LEVELS = list(shelf.files_in(shelf.LEVELS))
HEAD = pages.HEAD


def wrong(text: str, schema: dict[str, Any] = EDITING) -> list[str]:
    return slips(as_an_editor_reads(text), schema, schema)


@pytest.mark.parametrize("kind", schemas.FILES)
def test_the_committed_schema_is_as_the_game_makes_it(kind: schemas.Kind) -> None:
    path = shelf.LEVELS / schemas.FILES[kind]
    assert path.read_text(encoding="utf-8") == schemas.text(kind), "run: python main.py schema -o levels"


@pytest.mark.parametrize("kind", schemas.FILES)
def test_the_text_of_a_schema_is_the_schema(kind: schemas.Kind) -> None:
    assert json.loads(schemas.text(kind)) == schemas.schema(kind)


@pytest.mark.parametrize("path", LEVELS, ids=lambda path: path.stem)
def test_an_editor_sees_nothing_wrong_with_our_levels(path: Path) -> None:
    assert wrong(path.read_text(encoding="utf-8")) == []


def test_the_level_that_extends_nothing_is_complete() -> None:
    assert wrong((shelf.LEVELS / "core" / "startup.yaml").read_text(encoding="utf-8"), COMPLETE) == []


def test_a_level_that_extends_another_is_not_complete_and_need_not_be() -> None:
    assert wrong(HEAD) == []
    assert wrong(HEAD, COMPLETE) == [": required"]


@pytest.mark.parametrize("code", [code for code in pages.codes() if pages.example(code, "right")])
def test_an_editor_sees_nothing_wrong_with_the_right_examples(code: str) -> None:
    assert wrong(pages.example(code, "right") or "") == []


@pytest.mark.parametrize("path", sorted(drafting.FOLDER.iterdir()), ids=lambda path: path.stem)
def test_an_editor_sees_nothing_wrong_with_a_template_and_its_examples(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("{objective}", "").replace("{id}", "mine")
    text = text.replace("{parent}", "core/startup")
    assert wrong(text) == []
    assert wrong("\n".join(re.sub(r"^# (?!yaml-lang)", "", line) for line in text.splitlines())) == []


@pytest.mark.parametrize(
    ("body", "slip"),
    [
        ("plaier: {cash: 1M}", "plaier: additionalProperties"),
        ("player: {cash: lots}", "player.cash: pattern"),
        ("player: {cash: {scale: half}}", "player.cash.scale: pattern"),
        ("player: {cash: {times: 2}}", "player.cash.times: additionalProperties"),
        ("player: {models: [rules, clasical]}", "player.models.1: enum"),
        ("player: {knowledge: 55}", "player.knowledge: maximum"),
        ("player: {start: {engineers: 2.5}}", "player.start.engineers: type"),
        ("market: {recalls: on}", "market.recalls: enum"),
        ("story: Once upon a time", "story: type"),
        ("segments: {Night Owls: {size: 10k}}", "segments: propertyNames"),
        ("events: {x: {effects: [{change: luck}]}}", "events.x.effects.0.change: enum"),
        ("objectives: {x: {kind: wim}}", "objectives.x.kind: enum"),
        ("parameters: {b_quality: 4}", "parameters.b_quality: additionalProperties"),
        ("parameters: {b_q: {value: much}}", "parameters.b_q.value: pattern"),
        ("hints: {ko: 하나, en: One}", "hints: type"),
    ],
)
def test_an_editor_marks_a_slip_where_it_is(body: str, slip: str) -> None:
    assert wrong(f"{HEAD}{body}\n") == [slip]


@pytest.mark.parametrize(
    "body",
    [
        "segments: {overseas: null}",
        "events: null",
        "player: {cash: {scale: 0.5, add: 10M}}",
        "player: {cash: null}",
        "parameters: {b_q: {add: 0.5}, wom: null, half_life: 26}",
        "clock: {weeks: 8 weeks}",
        "title: {ko: 1984, en: 1984}",
        "market: {recalls: yes, jitter: 5%}",
        "objectives: {x: {kind: win, when: yes, hold: 8 weeks}}",
    ],
)
def test_an_editor_takes_what_only_a_level_that_extends_another_may_say(body: str) -> None:
    assert wrong(f"{HEAD}{body}\n") == []


def test_what_a_schema_refuses_check_refuses_too(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    for code in pages.codes():
        text = pages.example(code, "wrong")
        if text is None or code.startswith("Y"):
            continue  # an editor's own YAML reader speaks first
        if wrong(text):
            path.write_text(text, encoding="utf-8")
            assert levels.check_paths([path]), code


@pytest.mark.parametrize("schema", [EDITING, COMPLETE])
def test_every_key_is_explained_in_both_languages(schema: dict[str, Any]) -> None:
    for _, shape in shapes():
        known = schema["definitions"].get(shape.__name__, schema)["properties"]
        assert list(known) == [key.name for key in keys(shape)]
        for name, about in known.items():
            english, korean = about["description"].split("\n\n")
            assert english, name
            assert re.search("[가-힣]", korean), name


def test_a_file_of_a_mod_may_override_a_level_instead_of_being_one() -> None:
    assert wrong("format: 1\noverrides: the-loop\nplayer: {cash: {scale: 0.5}}\n") == []
    assert wrong("format: 1\nplayer: {cash: 1M}\n") == [": required"]


@pytest.mark.parametrize(
    "path", sorted((shelf.LEVELS.parent / "examples").rglob("levels/*.yaml")), ids=lambda path: path.stem
)
def test_an_editor_sees_nothing_wrong_with_the_example_mods(path: Path) -> None:
    assert wrong(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", ["speech", "lean-loop"])
def test_an_editor_knows_mod_files_too(name: str) -> None:
    known = schemas.schema("mod")
    text = (shelf.LEVELS.parent / "examples" / "mods" / name / "mod.yaml").read_text(encoding="utf-8")
    assert wrong(text, known) == []
    assert wrong(text + "versoin: 2\n", known) == ["versoin: additionalProperties"]
    assert wrong(text.replace(f"id: {name}", f"id: a/{name}"), known) == ["id: pattern"]
    assert wrong(text.replace("version: 1.0.0\n", ""), known) == [": required"]
