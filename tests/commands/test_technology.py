"""A technology firm in the terminal: clients instead of users, salespeople instead of advertising."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tests.commands.conftest import LEVEL, Said

Command = Callable[..., Said]


@pytest.fixture
def laboratory(tmp_path: Path) -> Path:
    """The file of a level in which technology is sold."""
    text = LEVEL.replace("id: small", "id: laboratory").replace(
        "player: {locked: [crawl]}",
        "player: {business: technology, knowledge: 60%, start: {model: rules, sellers: 20, engineers: 9}}",
    )
    path = tmp_path / "levels" / "laboratory.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(command: Command, level: Path, monkeypatch: pytest.MonkeyPatch, typed: str, lang: str = "en") -> str:
    monkeypatch.setattr("sys.stdin", StringIO(typed))
    return command("play", level, "--text", "--seed", 2, lang=lang).out


@pytest.mark.parametrize(
    ("lang", "nothing", "clients", "explained"),
    [("en", "nothing to sell", "Rarity", "can be told 95%"), ("ko", "팔 기술", "희소성", "95%쯤 설명")],
)
def test_a_week_tells_of_clients_and_not_of_users(
    command: Command,
    laboratory: Path,
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    nothing: str,
    clients: str,
    explained: str,
) -> None:
    out = told(command, laboratory, monkeypatch, "next 8\n" * 3, lang)
    assert nothing in out
    assert clients in out
    assert explained in out
    assert "{" not in out


def test_salespeople_are_hired_and_a_price_for_people_is_not_set(
    command: Command, laboratory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = told(command, laboratory, monkeypatch, "sellers 5\nadvertising 3M\nnext\n")
    assert "salespeople" in out
    assert "advertising: this level keeps it as it is" in out
