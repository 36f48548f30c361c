"""The first picture appears within half a second of the command: `python benchmarks/first_picture.py [RUNS]`.

A fresh process is started each time and stopped after its first frame; what is measured lies between the start of the process and
the frame on the window. Mesa, pydantic and the levels must not have been imported by then; the loader begins right behind that
frame, on a thread of its own, so that both are looked at in the moment the frame is shown. Run it on a quiet machine.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CLAIM_S = 0.5
HEAVY = ("mesa", "pydantic", "pandas", "game.world.model")
CHILD = """
import sys, time
from pathlib import Path
from game.ui import start
from game.ui.house import House
app = start.opened(House(Path(sys.argv[1]), "ko"))
show, seen = app.window.show_frame, []
def shown():
    show()
    seen.append((time.time() - float(sys.argv[2]), time.process_time(), [name for name in sys.argv[3:] if name in sys.modules]))
app.window.show_frame = shown
app.step(0.016)
app.is_open = False
seconds, busy, early = seen[0]
print(seconds, busy, *early)
"""


def once(data: str) -> tuple[float, float]:
    """Return the seconds from the start of a process to its first picture, and those the processor worked for it."""
    hidden = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    command = [sys.executable, "-c", CHILD, data, str(time.time()), *HEAVY]
    told = subprocess.run(
        command, cwd=ROOT, env=os.environ | hidden, check=True, capture_output=True, text=True
    )
    seconds, busy, *early = told.stdout.split()
    if early:
        raise SystemExit(f"imported before the first picture: {', '.join(early)}")
    return float(seconds), float(busy)


def main(runs: int) -> None:
    """Print the median and the best of `runs`, after one that fills the disk's cache."""
    with tempfile.TemporaryDirectory() as data:
        once(data)
        found = [once(data) for _ in range(runs)]
    median, busy = (statistics.median(column) for column in zip(*found, strict=True))
    print(f"first picture: median {median * 1000:.0f} ms of {runs} runs, best {min(found)[0] * 1000:.0f} ms")
    print(
        f"the processor worked {busy * 1000:.0f} ms for it: the rest was waiting, for the disk or for other processes"
    )
    print(f"claim: {CLAIM_S * 1000:.0f} ms - {'holds' if median <= CLAIM_S else 'does not hold here'}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
