"""Complaints are told so that a modder, an editor and a build machine can each use them."""

import json
import pickle
import re
from pathlib import Path

import pytest

import game.content
from game.content.complaints import Complaint, LevelError, Said, Severity, errors, in_order, meant
from game.content.nodes import Map, plain
from game.content.phrases import phrase
from game.content.places import Place, Source, columns, shown
from game.content.telling import CATALOGUE, summary, tell
from game.content.tree import read_file, read_text

SOURCE = Source("levels/한글.yaml", "a: 1\n이름: {값: wim, b: 2}\n")
TYPO = Complaint(
    "L303",
    Place(SOURCE, 2, 9, 3),
    {"found": "wim", "choices": ("must", "win", "bonus")},
    "objectives.loop.kind",
    Said("did-you-mean", {"near": "win"}),
    (Said("used-through-extends", {"file": "levels/campus.yaml"}),),
)
WARNING = Complaint("W403", Place(SOURCE, 1, 1, 1), {"key": "wants", "found": 0.9})


def catalogue() -> dict[str, dict[str, dict[str, str]]]:
    root = read_file(CATALOGUE).root
    assert root is not None
    return plain(root)  # type: ignore[return-value]


def test_the_caret_stands_under_wide_letters() -> None:
    assert tell([TYPO], "en").splitlines() == [
        "levels/한글.yaml:2:9: error[L303]: `wim` is not one of must, win or bonus",
        "     2 | 이름: {값: wim, b: 2}",
        "       |            ^^^ did you mean `win`?",
        "       = note: used by levels/campus.yaml through `extends`",
    ]


def test_the_same_is_told_in_korean() -> None:
    assert tell([TYPO], "ko").splitlines() == [
        "levels/한글.yaml:2:9: 오류[L303]: `wim`은 must, win, bonus 중 하나가 아닙니다",
        "     2 | 이름: {값: wim, b: 2}",
        "       |            ^^^ 혹시 `win`?",
        "       = 참고: levels/campus.yaml이 `extends`로 이어받습니다",
    ]


def test_complaints_are_told_by_place() -> None:
    assert [line[:18] for line in tell([TYPO, WARNING, TYPO], "en").splitlines() if "[" in line] == [
        "levels/한글.yaml:1:1",
        "levels/한글.yaml:2:9",
    ]


def test_json_says_everything() -> None:
    records = json.loads(tell([TYPO], "en", "json"))
    assert records == [
        {
            "file": "levels/한글.yaml", "line": 2, "column": 9, "length": 3, "code": "L303", "severity": "error",
            "path": "objectives.loop.kind", "message": "`wim` is not one of must, win or bonus",
            "hint": "did you mean `win`?", "notes": ["used by levels/campus.yaml through `extends`"],
        }
    ]  # fmt: skip
    assert json.loads(tell([], "ko", "json")) == []


def test_a_build_machine_gets_one_line_each() -> None:
    odd = Complaint("L301", Place(Source("a,b:c%.yaml", "x"), 1, 1, 1), {"key": "50%\n::error::x"})
    assert tell([odd], "en", "github") == (
        r"::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,endColumn=2,title=L301::unknown key `50%25\n::error::x`"
    )
    assert tell([WARNING], "ko", "github").startswith("::warning file=levels/한글.yaml,line=1,col=1,")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_nothing_a_file_holds_reaches_the_terminal_as_a_command(form: str) -> None:
    nasty = "\x1b]0;owned\x07\u202e\x9b\r"
    source = Source(f"{nasty}.yaml", f"a: {nasty}\n")
    told = tell([Complaint("L301", Place(source, 1, 4, 3), {"key": nasty}, nasty)], "ko", form)  # type: ignore[arg-type]
    assert not set(told) & set("\x1b\x07\u202e\x9b\r")


@pytest.mark.parametrize(
    ("text", "as_shown", "cells"),
    [
        ("plain", "plain", 5),
        ("한글 ok", "한글 ok", 7),
        ("a\tb", "a\\tb", 4),
        ("\x1b[2J", "\\x1b[2J", 7),
        ("\u202e", "\\u202e", 6),
        ("\u200b", "\\u200b", 6),
        ("e\u0301", "e\u0301", 1),
        ("👩\u200d💻", "👩\u200d💻", 4),
    ],
)
def test_what_acts_is_written_out_and_cells_are_counted(text: str, as_shown: str, cells: int) -> None:
    assert shown(text) == as_shown
    assert columns(shown(text)) == cells


def test_a_file_without_a_line_to_quote_still_says_the_remedy() -> None:
    complaint = read_file(Path("no such folder"), "levels").complaints[0]
    assert tell([complaint], "en") == "levels:1:1: error[Y101]: there is no such file"
    folder = read_file(Path(__file__).parent, "levels").complaints[0]
    assert tell([folder], "en").splitlines()[1].startswith("       = help: ")


def test_the_closing_line_counts_errors_before_warnings() -> None:
    assert summary([TYPO, WARNING, TYPO], "en") == "2 problems. Nothing was loaded."
    assert summary([WARNING], "ko") == "경고 1건."
    assert summary([], "ko") == "문제가 없습니다."


def test_only_errors_block() -> None:
    assert errors([WARNING, TYPO]) == (TYPO,)
    assert WARNING.severity is Severity.WARNING


def test_a_level_error_carries_every_complaint_in_order() -> None:
    error = LevelError([TYPO, WARNING])
    assert error.complaints == in_order([TYPO, WARNING]) == (WARNING, TYPO)
    assert str(error) == "levels/한글.yaml:1: W403; levels/한글.yaml:2: L303"
    assert [c.code for c in pickle.loads(pickle.dumps(error)).complaints] == ["W403", "L303"]


def test_a_near_name_is_suggested_and_a_short_list_otherwise() -> None:
    assert meant("plaier", ["player", "events"]) == Said("did-you-mean", {"near": "player"})
    assert meant("Early_Birds", ["early-birds", "mass"]) == Said("did-you-mean", {"near": "early-birds"})
    assert meant("zzz", ["must", "win"]) == Said("known-names", {"names": "must, win"})
    assert meant("zzz", [f"name{i}" for i in range(100)]) is None


def test_every_sentence_is_there_in_both_languages_with_the_same_gaps() -> None:
    for section in catalogue().values():
        for code, texts in section.items():
            names = {key: phrase(text).names for key, text in texts.items()}
            assert names["en"] == names["ko"], code
            assert names.get("hint-en") == names.get("hint-ko"), code
            assert all(text and not phrase(text).slips for text in texts.values()), code


def test_every_code_and_phrase_the_reader_uses_has_words() -> None:
    written = "".join(p.read_text(encoding="utf-8") for p in Path(game.content.__path__[0]).glob("*.py"))
    sections = catalogue()
    assert set(re.findall(r'"([YXLW]\d{3})"', written)) <= set(sections["codes"])
    assert set(re.findall(r'Said\(\s*"([a-z-]+)"', written)) <= set(sections["phrases"])


def test_complaints_about_the_reader_itself_can_be_told() -> None:
    reading = read_text("- \n\t- [", "odd.yaml")
    assert tell(reading.complaints, "ko")
    root = read_file(CATALOGUE).root
    assert isinstance(root, Map)
