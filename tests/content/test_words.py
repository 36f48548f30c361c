"""Sentences come out right in both languages, and a text from a level can do nothing but be read."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from game.content.complaints import LevelError
from game.content.figures import Language
from game.content.phrases import fixed_particles, phrase
from game.content.words import FOLDER, Words, check_words

EN = """\
desk:
  apply: Apply {n:,} {n|change|changes}
  cash: "Cash {won:won}"
report.left: "{firm} lost {n:count} people ({change:+%})"
only-english: Only here
"""
KO = """\
desk.apply: 변경 {n:,}건 적용
desk.cash: "현금 {won:money:을/를} 씁니다"
report.left: "{firm:이/가} {n:count}명을 잃었습니다 ({change:+%})"
only-english: ""
"""


@dataclass(frozen=True)
class Text:
    ko: str
    en: str

    def of(self, language: str) -> str:
        return self.ko if language == "ko" else self.en


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en.yaml").write_text(EN, encoding="utf-8")
    (tmp_path / "ko.yaml").write_text(KO, encoding="utf-8")
    return tmp_path


def test_a_sentence_is_said_in_both_languages(folder: Path) -> None:
    korean, english = Words("ko", folder), Words("en", folder)
    assert korean.say("desk.apply", n=1_200) == "변경 1,200건 적용"
    assert english.say("desk.apply", n=1_200) == "Apply 1,200 changes"
    assert english.say("desk.apply", n=1) == "Apply 1 change"
    assert korean.say("desk.cash", won=412_000_000) == "현금 4.12억 원을 씁니다"
    assert english.say("desk.cash", won=412_000_000) == "Cash ₩412M"


def test_a_name_in_two_languages_fills_a_gap(folder: Path) -> None:
    firm = Text("새벽", "Daybreak")
    korean = Words("ko", folder).say("report.left", firm=firm, n=23_400, change=-0.02)
    english = Words("en", folder).say("report.left", firm=firm, n=23_400, change=-0.02)
    assert korean == "새벽이 2.34만명을 잃었습니다 (−2%p)"
    assert english == "Daybreak lost 23.4k people (−2 pts)"


def test_what_korean_lacks_is_said_in_english(folder: Path) -> None:
    assert Words("ko", folder).say("only-english") == "Only here"
    assert Words("ko", folder).has("only-english")


def test_a_level_text_is_picked_in_the_language_it_has(folder: Path) -> None:
    assert Words("ko", folder).pick(Text("제목", "Title")) == "제목"
    assert Words("en", folder).pick(Text("제목", "")) == "제목"
    assert Words("ko", folder).pick(Text("", "Title")) == "Title"


def test_missing_words_and_values_are_named(folder: Path) -> None:
    words = Words("en", folder)
    with pytest.raises(KeyError, match=r"desk\.aply.*desk\.apply"):
        words.say("desk.aply")
    with pytest.raises(KeyError, match=r"desk\.apply: no value for \{n\}"):
        words.say("desk.apply", m=1)


def test_a_catalogue_that_is_not_there_raises_its_complaint(tmp_path: Path) -> None:
    with pytest.raises(LevelError, match="Y101"):
        Words("ko", tmp_path).say("desk.apply")


def test_the_languages_are_held_against_each_other(tmp_path: Path) -> None:
    (tmp_path / "en.yaml").write_text(
        "a: '{n} {m}'\nb: x\nc: '{x!r}'\nd: [1]\ne.f: 1\ne: {f: 2}\n", encoding="utf-8"
    )
    (tmp_path / "ko.yaml").write_text("a: '{n}가 {k}'\nc: '}'\nd: x\ne.f: 1\nz: x\n", encoding="utf-8")
    found = sorted((c.place.file, c.place.line, c.code) for c in check_words(tmp_path))
    assert found == [
        ("en.yaml", 1, "W409"), ("en.yaml", 2, "W402"), ("en.yaml", 3, "L316"), ("en.yaml", 4, "L307"),
        ("en.yaml", 6, "Y111"), ("ko.yaml", 1, "W408"), ("ko.yaml", 1, "W409"), ("ko.yaml", 2, "L316"),
        ("ko.yaml", 3, "W402"), ("ko.yaml", 5, "W402"),
    ]  # fmt: skip


@pytest.mark.skipif(not (FOLDER / "ko.yaml").exists(), reason="no screens yet")
def test_the_words_of_the_game_are_whole() -> None:
    assert [(c.code, c.path, c.args) for c in check_words()] == []


@pytest.mark.parametrize(
    "text",
    [
        "{x.__class__}", "{x[0]}", "{x!r}", "{x:>999999999}", "{0}", "{}", "{:}", "{x:}", "{:money}", "{X}",
        "{x:money:>9}", "{a|b}", "{a|b|c|d}", "{", "}", "{x", "x}", "%(x)s {__import__}",
    ],
)  # fmt: skip
def test_a_gap_outside_the_list_is_a_slip_and_stays_as_it_is(text: str) -> None:
    taken = phrase(text)
    assert taken.slips
    assert taken.fill("en", {"x": "v", "a": 1}) == text


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{{x}} {x}", "{x} v"),
        ("`{x}`{:은/는}", "`v`는"),
        ("{n|a|b}{m|a|b}{h|a|b}", "abb"),
        ("{n} {h}", "1 0.5"),
        ("{h:%} {h:%1} {n:+} {m:+won}", "50% 50.0% +1 +₩200만"),
        ("{firm:으로/로}", "서울로"),
    ],
)
def test_gaps_are_filled(text: str, filled: str) -> None:
    values = {"x": "v", "n": 1, "m": 2_000_000, "h": 0.5, "firm": "서울"}
    assert phrase(text).fill("ko", values) == filled


def test_a_value_is_never_read_as_a_gap() -> None:
    assert phrase("{x} {x:이/가}").fill("ko", {"x": "{y} {{"}).startswith("{y} {{ {y} {{")


def test_a_particle_written_by_hand_is_noticed() -> None:
    found = fixed_particles("{company}가 {firm}은 {a}이나 {b}이 {c}에서 {d:이/가} {e}과")
    assert [slip.written for slip in found] == ["company:이/가", "firm:은/는", "b:이/가", "e:과/와"]


@seed(23)
@settings(max_examples=300, deadline=None, database=None)
@given(st.text("{}|:,%+는은/a0 _money한", max_size=40), st.sampled_from(["ko", "en"]))
def test_any_text_can_be_filled(text: str, language: Language) -> None:
    taken = phrase(text)
    filled = taken.fill(language, dict.fromkeys(taken.names, 3))
    assert isinstance(filled, str)
    assert all(text[slip.offset : slip.offset + slip.length] == slip.written for slip in taken.slips)
