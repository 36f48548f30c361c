"""The entry in the menu of a desktop."""

import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from game.commands.desktop_entry import entry, quoted
from tests.commands.conftest import Command

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="menus of other systems are others")


def test_the_entry_starts_this_game_with_this_python():
    parsed = ConfigParser(interpolation=None)
    parsed.optionxform = str
    parsed.read_string(entry())
    told = parsed["Desktop Entry"]
    assert sys.executable in told["Exec"]
    assert (Path(told["Path"]) / "main.py").exists()
    assert Path(told["Icon"]).exists()
    assert told["Name[ko]"] == "딥레마"


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/opt/game/main.py", "/opt/game/main.py"),
        ("/opt/my games/main.py", '"/opt/my games/main.py"'),
        ('/opt/a"b$c/main.py', '"/opt/a\\"b\\$c/main.py"'),
        ("/opt/100%/main.py", "/opt/100%%/main.py"),
    ],
)
def test_paths_are_quoted_as_the_specification_asks(path, written):
    assert quoted(path) == written


@linux
def test_it_is_put_in_and_taken_out(command: Command, tmp_path: Path) -> None:
    assert command("desktop-entry", "-o", tmp_path).code == 0
    file = tmp_path / "deeplemma.desktop"
    assert file.read_text(encoding="utf-8") == entry()
    assert command("desktop-entry", "-o", tmp_path, "--remove").code == 0
    assert not file.exists()
    assert command("desktop-entry", "-o", tmp_path, "--remove").code == 0
