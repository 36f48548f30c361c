"""`desktop-entry`: puts the game into the menu of a Linux desktop, or takes it out again.

The entry names this checkout and this Python, so it is made where the game lies instead of being shipped.
"""

import sys
from argparse import Namespace
from pathlib import Path

from game.commands.problems import ProblemError
from game.commands.voice import Voice
from game.commands.writing import write

ROOT = Path(__file__).parents[2]
NAME = "deeplemma.desktop"
ICON = ROOT / "assets" / "icons" / "deeplemma-256.png"
MEANT = ' "\\`$'  # what stands for something else inside quotes


def main(options: Namespace, voice: Voice) -> int:
    """Write the entry, print it, or remove it."""
    if options.print:
        voice.data(entry().rstrip("\n"))
        return 0
    if not sys.platform.startswith("linux"):
        raise ProblemError(voice.phrase("desktop-entry.elsewhere"))
    path = (options.output or applications()) / NAME
    if options.remove:
        voice.say("desktop-entry.removed" if path.exists() else "desktop-entry.none", path=str(path))
        path.unlink(missing_ok=True)
        return 0
    write(path, entry(), voice)
    return 0


def applications() -> Path:
    """Return the folder of the user's own menu entries."""
    import platformdirs

    return Path(platformdirs.user_data_dir()) / "applications"


def entry() -> str:
    """Return the entry, as the Desktop Entry Specification 1.5 has it."""
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Version=1.5\n"
        "Name=Deeplemma\n"
        "Name[ko]=딥레마\n"
        "Comment=Run an AI start-up in a market of simulated people\n"
        "Comment[ko]=시뮬레이션된 사람들의 시장에서 인공지능 회사를 꾸립니다\n"
        f"Exec={quoted(sys.executable)} {quoted(str(ROOT / 'main.py'))}\n"
        f"Path={ROOT}\n"
        f"Icon={ICON}\n"
        "Categories=Game;Simulation;Education;\n"
        "Keywords=economics;agents;market;\n"
        "Keywords[ko]=경제;에이전트;시장;인공지능;\n"
        "Terminal=false\n"
    )


def quoted(path: str) -> str:
    """Return a path as an argument of `Exec`: in quotes where it must be, `%` doubled."""
    path = path.replace("%", "%%")
    if not any(sign in path for sign in MEANT):
        return path
    for sign in '\\"`$':
        path = path.replace(sign, f"\\{sign}")
    return f'"{path}"'
