"""`codex` in the terminal: one page, a list, and what is said when there is none; light enough for any machine."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from game.commands.codex import WIDTH
from game.content import codex
from game.content.places import columns
from tests.commands.conftest import Command

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_page_can_be_told_and_fits_a_terminal(command: Command, lang: str) -> None:
    for name, entry in codex.read().entries.items():
        said = command("codex", name, lang=lang)
        assert (said.code, said.err) == (0, "")
        assert said.out.startswith(entry.title.of(lang))
        lines = [line for line in said.out.splitlines() if "http" not in line]
        assert max(columns(line) for line in lines) <= WIDTH


def test_without_a_word_all_pages_are_listed_with_letter_and_circles(command: Command) -> None:
    said = command("codex").out
    assert all(f"  {name} " in said for name in codex.read().entries)
    assert " D ●○○○ " in said
    assert " A ●●●● " in said


@pytest.mark.parametrize(("lang", "word"), [("en", "Amazon"), ("ko", "아마존")])
def test_words_list_the_pages_that_have_them(command: Command, lang: str, word: str) -> None:
    said = command("codex", word, lang=lang)
    assert "hundred-milliseconds" in said.out
    assert "gender-shades" not in said.out


def test_explain_tells_the_same_page(command: Command) -> None:
    assert command("explain", "codex:iruda").out == command("codex", "iruda").out


@pytest.mark.parametrize("arguments", [["codex", "irudaa"], ["explain", "codex:irudaa"]])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_page_there_is_not_is_wrong_usage_with_the_nearest(
    command: Command, arguments: list[str], lang: str
) -> None:
    said = command(*arguments, lang=lang)
    assert (said.code, said.out) == (2, "")
    assert "iruda" in said.err.replace("irudaa", "")


def test_the_codex_waits_neither_for_the_market_nor_for_the_screen() -> None:
    program = (
        "import sys; from game.commands.cli import main; main(['codex', 'runway']);"
        "print(*[name for name in ('mesa', 'pygame') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr.strip()) == (0, "")


def test_a_game_in_the_terminal_answers_from_the_codex(
    command: Command, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("codex runway\n백과 아마존\ncodex irudaa\nquit\n"))
    said = command("play", small, "--text")
    told = said.out + said.err
    assert "How many weeks the money lasts" in told
    assert "hundred-milliseconds" in told
    assert "Did you mean iruda?" in told
