"""The game in a terminal: the same playthrough, line by line."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from agents.messages import LEVERS, Decision
from game.commands.settings import ACTS, SettingError, Vocabulary
from game.commands.voice import Voice
from game.content.levels import load
from game.content.words import Words
from game.play import journal
from game.play.assists import USUAL
from game.play.playthrough import Playthrough
from tests.commands.conftest import Command, Said

Type = Callable[..., Said]


@pytest.fixture
def typed(command: Command, small: Path, monkeypatch: pytest.MonkeyPatch) -> Type:
    """Play the small level, or what is named, with these lines."""

    def play(*lines: str, lang: str = "en", what: object = small) -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines) + "\n"))
        chosen = [] if what is None else [what]
        return command("play", *chosen, "--text", "--seed", "3", "--levels", small.parent, lang=lang)

    return play


def saved(tmp_path: Path, name: str = "small") -> Path:
    return tmp_path / "data" / "saves" / f"{name}.dljournal"


def test_weeks_typed_equal_the_same_decisions_played_headless(
    typed: Type, small: Path, tmp_path: Path
) -> None:
    said = typed(
        "advertising 3M", "next", "model rules", "feedback 45%", "next 2", "choose 2", "next 99", "quit"
    )
    assert said.code == 0
    found = journal.read(saved(tmp_path))
    level = load(small)
    with Playthrough.new(level, 3, tmp_path / "headless.dljournal", assists=USUAL) as game:
        for entry in found.entries:
            game.play(journal.changed(game.decision, entry.orders))
        assert game.is_over
    assert [entry.orders for entry in found.entries[:4]] == [
        {"marketing_won": 3_000_000},
        {"model": "rules", "feedback_permille": 450},
        {},
        {"answers": [["rumour", "admit"]]},
    ]
    assert journal.read(tmp_path / "headless.dljournal") == found


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_whole_level_is_told_without_a_gap_left_open(typed: Type, lang: str) -> None:
    said = typed("levers", "goals", "why", "next 3", "offers", "why", "report", "next 9", "quit", lang=lang)
    assert "{" not in said.out
    assert ("The end: out of time" in said.out) is (lang == "en")
    assert ("끝: 시간 종료" in said.out) is (lang == "ko")


def test_korean_words_do_what_english_words_do(typed: Type, tmp_path: Path) -> None:
    typed("광고 300만", "모델 규칙", "다음", "끝", lang="ko")
    typed("advertising 3M", "model rules", "next", "quit", lang="ko")
    korean, english = journal.read(saved(tmp_path)), journal.read(saved(tmp_path, "small-2"))
    assert korean.entries == english.entries


def test_weeks_stop_when_something_needs_an_answer(typed: Type) -> None:
    said = typed("next 8", "quit")
    assert "Stopped after 3 weeks" in said.out
    assert "Deny it" in said.out


def test_an_impossible_decision_is_refused_with_the_shortfall_and_the_draft_stays(
    typed: Type, tmp_path: Path
) -> None:
    said = typed("engineers 499", "crawl 5", "price 9B", "next", "quit")
    assert "short" in said.out
    assert "keeps it as it is" in said.out
    assert "is not possible" in said.out
    assert journal.read(saved(tmp_path)).entries[0].orders == {}


def test_undo_takes_back_one_setting_at_a_time(typed: Type, tmp_path: Path) -> None:
    said = typed("price 400", "design 2M", "undo", "next", "undo", "quit")
    assert journal.read(saved(tmp_path)).entries[0].orders == {"price_won": 400}
    assert "nothing to take back" in said.out


def test_a_rewind_goes_on_in_a_new_file(typed: Type, tmp_path: Path) -> None:
    said = typed("next", "next", "rewind 1", "price 999", "next", "rewind 7", "quit")
    again = journal.read(saved(tmp_path, "small-2"))
    assert again.header.parent is not None
    assert (again.header.parent.week, len(again.entries)) == (1, 2)
    assert len(journal.read(saved(tmp_path)).entries) == 2
    assert "has not been played" in said.out


def test_a_game_goes_on_where_the_lines_ended(typed: Type, tmp_path: Path) -> None:
    typed("next 2")
    typed("next", "quit", what=saved(tmp_path))
    assert len(journal.read(saved(tmp_path)).entries) == 3


def test_a_torn_week_is_said_to_be_played_again(typed: Type, tmp_path: Path) -> None:
    typed("next 2")
    path = saved(tmp_path)
    path.write_bytes(path.read_bytes()[:-9])
    said = typed("quit", what=path)
    assert "had not been saved" in said.out
    assert len(journal.read(path).entries) == 1


def test_a_damaged_journal_is_not_opened_and_not_changed(typed: Type, tmp_path: Path) -> None:
    typed("next 3")
    path = saved(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"w":2', b'"w":5'))
    before = path.read_bytes()
    said = typed("quit", what=path)
    assert said.code == 1
    assert "line 3 is damaged" in said.err
    assert path.read_bytes() == before


def test_without_a_level_one_is_chosen_or_the_last_game_goes_on(typed: Type, tmp_path: Path) -> None:
    typed("next", "quit")
    said = typed("nonsense", "0", "next", "quit", what=None)
    assert "0: go on with small, week 1" in said.out
    assert "no level nonsense" in said.out
    assert len(journal.read(saved(tmp_path)).entries) == 2


def test_a_word_that_is_not_understood_is_answered_with_the_nearest(typed: Type) -> None:
    said = typed(
        "nxet",
        "advertsing 3M",
        "advertising lots",
        "set advertising",
        "model magic",
        "feedback x",
        "qqqq",
        "quit",
    )
    for answer in (
        "Did you mean next?", "Did you mean advertising?", "lots is no amount", "Write the lever and its setting",
        "magic is no kind of model", "x is no share", "“qqqq” is not understood",
    ):  # fmt: skip
        assert answer in said.out


@pytest.mark.parametrize(
    ("lever", "text", "value"),
    [
        ("marketing_won", "3M", 3_000_000),
        ("marketing_won", "3,000,000원", 3_000_000),
        ("marketing_won", "₩500k", 500_000),
        ("marketing_won", "300만", 3_000_000),
        ("marketing_won", "1.5억 원", 150_000_000),
        ("marketing_won", "0.1B", 100_000_000),
        ("crawl_items", "20만", 200_000),
        ("engineers", "4명", 4),
        ("feedback_permille", "40%", 400),
        ("feedback_permille", "12.5", 125),
        ("open_data", "no", False),
        ("open_data", "예", True),
    ],
)
def test_amounts_are_read_as_people_write_them(lever: str, text: str, value: object) -> None:
    assert getattr(Vocabulary().with_setting(Decision(), lever, text), lever) == value


@pytest.mark.parametrize(
    ("lever", "text"),
    [("marketing_won", "40%"), ("marketing_won", "-3"), ("marketing_won", "1e9"), ("marketing_won", "9" * 40),
     ("feedback_permille", "3M"), ("open_data", "maybe"), ("model", "5")],
)  # fmt: skip
def test_what_is_no_value_of_a_lever_is_refused(lever: str, text: str) -> None:
    with pytest.raises(SettingError):
        Vocabulary().with_setting(Decision(), lever, text)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_word_that_can_be_typed_means_one_thing(language: str) -> None:
    words, vocabulary = Words(language), Vocabulary()  # type: ignore[arg-type]
    for lever in LEVERS:
        name = words.say(f"text.lever.{lever}")
        assert vocabulary.lever(name) == lever
        assert vocabulary.act(name) is None
    for act in ACTS:
        for word in words.say(f"text.accepts.{act}").split():
            assert vocabulary.act(word) == act


def test_a_voice_makes_a_strangers_text_harmless() -> None:
    assert "\x1b" not in Voice("en").phrase("text.unknown", word="\x1b[2J")
