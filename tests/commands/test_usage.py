"""The command line explains itself, in both languages, and says what is wrong with what was typed."""

import subprocess
import sys
from pathlib import Path

import pytest

from game.commands import cli
from game.commands.arguments import COMMANDS
from game.commands.voice import language_of
from game.play.records import VERSION
from tests.commands.conftest import Command

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_help_shows_two_examples(command: Command, name: str, lang: str) -> None:
    said = command(*([name] if name else []), "--help", lang=lang)
    assert said.code == 0
    assert said.err == ""
    heading = "examples:" if lang == "en" else "예:"
    examples = said.out[said.out.index(f"\n{heading}\n") :]
    assert examples.count("python main.py") == 2
    assert "{" not in said.out.replace("{ko,en}", "").replace("{text,json,github}", "")


def test_korean_help_is_korean(command: Command) -> None:
    english = [line for line in command("run", "--help", lang="ko").out.splitlines() if "show this" in line]
    assert english == []
    assert "사용법" in command("run", "--help", lang="ko").out


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["runn"], "run"),
        (["run", "--sedes", "3"], "--seeds"),
        (["run", "--seeds"], "--seeds"),
        (["run", "--seeds", "3-1"], "3-1"),
        (["run", "--seeds", "0-"], "0-"),
        (["run", "--seeds", "1-999999999"], "1-999999999"),
        (["run", "x", "--bot", "brek-data"], "break-data"),
        (["run", "x"], "nothing, trap"),
        (["run", "--bot", "trap"], ""),
        (["run", "x", "y", "--bot", "trap"], "y"),
        (["play", "--seed", "-3"], "-3"),
        (["play", "none.dljournal", "--text"], "none.dljournal"),
        (["check"], ""),
        (["check", "none.yaml"], "none.yaml"),
        (["check", "levels", "--format", "xml"], "--format"),
        (["verify"], ""),
        (["verify", "none.dljournal"], "none.dljournal"),
    ],
)
def test_wrong_usage_says_what_is_wrong_and_ends_with_two(
    command: Command, arguments: list[str], named: str, lang: str
) -> None:
    said = command(*arguments, lang=lang)
    assert said.code == cli.WRONG_USAGE
    assert said.out == ""
    assert named in said.err
    assert "python main.py --help" in said.err
    has_korean = any("가" <= letter <= "힣" for letter in said.err)
    assert has_korean is (lang == "ko")


def test_a_word_that_would_move_the_cursor_is_shown_instead(command: Command) -> None:
    assert "\x1b" not in command("\x1b[2J").err


def test_a_fault_of_the_game_leaves_a_report_and_ends_with_three(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(name: str) -> None:
        raise RuntimeError("a screw is loose")

    monkeypatch.setattr(cli, "import_module", fail)
    said = command("check", "levels")
    report = next((tmp_path / "data" / "crashes").iterdir())
    assert said.code == cli.OWN_FAULT
    assert str(report) in said.err
    assert "a screw is loose" in report.read_text(encoding="utf-8")
    assert "Traceback" not in said.err


def test_the_language_is_the_one_asked_for_then_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert language_of(None) == "en"
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    assert language_of(None) == "ko"
    assert language_of("en") == "en"


def test_the_version_is_that_of_the_project(command: Command) -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{VERSION}"' in project
    assert VERSION in command("--version").out


LOADED = """
import sys
from game.commands.cli import main
code = main(sys.argv[1:])
print(*[name for name in ("mesa", "pygame", "numpy") if name in sys.modules], file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["check", "levels"]])
def test_help_and_check_do_not_wait_for_the_market_or_the_screen(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == ""


def test_a_reader_who_has_seen_enough_of_a_pipe_is_no_fault(tmp_path: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} main.py run --help --lang en | head -1",
        cwd=ROOT, capture_output=True, text=True, shell=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.startswith("usage:")
    assert "Traceback" not in done.stderr
