"""Checking is quick: a level in 0.4 s as a command, 10 ms once loaded, 200 levels in a few seconds, a hostile file in 100 ms.

`python benchmarks/check_levels.py [RUNS]`. What counts is the time the processor worked, so that other programs disturb it
less. Commands find what Python compiled before, as every run but the first does. The tests hold the same files to bounds on
bytes and steps instead.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from game.content import levels, shelf  # noqa: E402 - the checkout is found first
from game.content.complaints import LevelError  # noqa: E402
from game.content.modding import read_mods  # noqa: E402
from tests.content.mods_for_tests import level, mod  # noqa: E402
from tests.content.test_hostile import FILES  # noqa: E402

LEVEL = ROOT / "levels" / "02_the_loop.yaml"
COMPILED = Path(tempfile.gettempdir()) / "deeplemma-compiled"  # kept between runs of this file
MANY = 200
BARE = (
    "import pydantic, yaml; pydantic.BaseModel"  # what any reader of levels has to load before it reads one
)
# A command against the bare libraries, because machines and their neighbours differ; a tenth above the 2.4 measured beside other
# programs. It was 3.5 before checking could do without NumPy and the market's own modules.
MOST_TIMES = 2.6
CLAIMS_MS = {"command": 400.0, "warm": 10.0, "many": 5_000.0, "hostile": 100.0}


def timed(work: Callable[[], object], runs: int) -> float:
    """Return the median milliseconds the processor worked for a run."""
    found = []
    for _ in range(runs):
        began = _worked()
        work()
        found.append((_worked() - began) * 1_000)
    return statistics.median(found)


def _worked() -> float:
    """Return the seconds the processor worked for this process and those it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def command(*words: str) -> None:
    """Run Python with these words in a process of its own, with nothing of the player's and what is compiled kept aside."""
    aside = {"DEEPLEMMA_DATA": tempfile.gettempdir(), "PYTHONPYCACHEPREFIX": str(COMPILED)}
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, *words], check=True, capture_output=True, cwd=ROOT, env=env | aside)


def check() -> None:
    """Check one level as a command."""
    command("main.py", "check", str(LEVEL))


def against_bare(runs: int) -> float:
    """Return how many times as long as loading the libraries alone a command works: the median of pairs, in turn."""
    bare = partial(command, "-c", BARE)
    bare()
    return statistics.median(timed(check, 1) / timed(bare, 1) for _ in range(runs))


def warm(folder: Path) -> None:
    """Check one level anew, all else loaded: a file nobody has read yet."""
    path = folder / f"warm-{time.perf_counter_ns()}.yaml"
    path.write_bytes(LEVEL.read_bytes())
    levels.load(path)
    path.unlink()


def many(folder: Path) -> None:
    """Check two hundred levels of a mod."""
    name = f"m{time.perf_counter_ns()}"
    files = {f"levels/l{n}.yaml": level(f"{name}/l{n}") for n in range(MANY)}
    mod(folder / name, name, files=files)
    own = read_mods(folder / name).shelf()
    found = [levels.examine(path, own) for path in own.mods[0].files]
    assert all(one.level is not None for one in found)


def hostile(path: Path) -> None:
    """Read a file that has to be refused."""
    try:
        levels.load(path)
    except LevelError:
        return
    raise SystemExit(f"{path} was not refused")


def told(name: str, found: float) -> None:
    """Print a measurement beside its claim."""
    claim = CLAIMS_MS[name.split(":")[0]]
    print(
        f"{name:<50} {found:8.1f} ms  claim {claim:6.0f} ms  {'holds' if found <= claim else 'does not hold here'}"
    )


def main(runs: int) -> None:
    """Measure everything."""
    with tempfile.TemporaryDirectory() as data:
        folder = Path(data)
        check()
        told("command", timed(check, runs))
        times = against_bare(runs)
        verdict = "holds" if times <= MOST_TIMES else "does not hold here"
        print(
            f"{'command, against the bare libraries':<50} {times:8.2f} times claim {MOST_TIMES:3.1f} {verdict:>10}"
        )
        shelf.default(None).ids()
        warm(folder)
        told("warm", timed(lambda: warm(folder), runs * 3))
        told("many", timed(lambda: many(folder), 1))
        for name, content in FILES.items():
            path = folder / "bomb.yaml"
            path.write_bytes(
                content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
            )
            told(f"hostile: {name}", timed(lambda path=path: hostile(path), 1))  # type: ignore[misc]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
