"""Claim: a question about a game costs about as many games as it has to play, and hardly anything besides.

Everything is timed in processor seconds of this process and its workers and told in games: how often the same game could have
been played to its end in that time, without the ring, on the same machine in the same minute. So a busy machine changes
the figures little. What a question must play is told beside it; the difference is what it costs to go back to the weeks asked
about, to copy worlds and to compare them. A number below 1 is less than one game.

    python benchmarks/questions.py [JOURNAL] [--luck WORLDS] [--advice WORLDS] [-j PROCESSES]
"""

import argparse
import pickle
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from game.content import levels
from game.content.shelf import Shelf
from game.study.advice import advise
from game.study.choices import choices_of, without
from game.study.fortune import fortune
from game.study.futures import play_on
from game.study.progress import answer
from game.study.recording import Recording
from game.study.turning_points import explain
from game.study.whatif import what_if
from game.world.model import MarketModel

ROOT = Path(__file__).parent.parent
JOURNAL = ROOT / "tests" / "golden" / "first-customer-random-20.dljournal"
TRIES = 5  # of what is quick; the quickest counts


def spent() -> float:
    """Return the processor seconds used so far, workers that have ended included."""
    found = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in found)


def timed(work: Callable[[], Any], tries: int = 1) -> float:
    """Return the processor seconds of the quickest try."""
    least = float("inf")
    for _ in range(tries):
        start = spent()
        work()
        least = min(least, spent() - start)
    return least


def played(recording: Recording) -> int:
    """Play the game once, as a study plays; return its weeks."""
    world = MarketModel(recording.level, recording.seed)
    world.measures_ring = False
    for _ in play_on(world, recording.orders, recording.weeks):
        pass
    world.release()
    return world.week


def main() -> None:
    """Print what each question costs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("journal", nargs="?", type=Path, default=JOURNAL)
    parser.add_argument("--luck", type=int, default=200)
    parser.add_argument("--advice", type=int, default=20)
    parser.add_argument("-j", type=int, default=2)
    options = parser.parse_args()
    shelf = Shelf()

    def found(name: str) -> Any:
        return levels.load(levels.find(name, shelf), shelf)

    def read(measures: bool) -> Recording:
        return Recording.read(options.journal, found, measures_ring=measures)

    recording = read(True)
    game = timed(lambda: played(recording), TRIES)
    print(
        f"{recording.level.id}: {recording.level.agents:,} agents, {recording.weeks} weeks; a game takes {game:.2f} s"
    )

    def tell(name: str, seconds: float, note: str = "") -> None:
        print(f"{name:34s} {seconds / game:8.2f} games  {note}", flush=True)

    tell("read a journal, ring measured", timed(lambda: read(True), TRIES), "checked week by week")
    tell("read a journal, no ring", timed(lambda: read(False), TRIES))
    tell(
        "send a game to a worker",
        timed(lambda: pickle.loads(pickle.dumps(recording)), TRIES),
        "instead of one game each",
    )
    weeks = [week for week in range(recording.weeks + 1) if week % recording.stride == recording.stride - 1]
    tell(
        "visit a week far from a copy",
        timed(lambda: [recording.at(week) for week in weeks], TRIES) / len(weeks),
    )
    last = weeks[-1]
    tell("visit it once more", timed(lambda: recording.at(last), TRIES))
    first = choices_of(recording.level.start.decision, recording.orders)[0]
    tell("what if, from the first decision", timed(lambda: what_if(recording, [without(first)]), TRIES),
         f"plays {recording.weeks - first.week + 1} of {recording.weeks} weeks")  # fmt: skip
    tell("explain a game, one process", timed(lambda: answer(explain(recording, 1))))
    tell(f"explain a game, {options.j} processes", timed(lambda: answer(explain(recording, options.j))))
    week = recording.weeks // 2
    advice: list[Any] = []
    seconds = timed(
        lambda: advice.append(answer(advise(recording, week, worlds=options.advice, processes=options.j)))
    )
    tried = sum(2 - (one.idea.since > week) for one in advice[0].tried) + 1
    tell(
        f"advice, {options.advice} worlds",
        seconds,
        f"plays {tried * options.advice} futures from about week {week}",
    )
    seconds = timed(lambda: answer(fortune(recording, options.luck, options.j)))
    tell(f"luck, {options.luck} worlds", seconds, f"plays {options.luck} games")


if __name__ == "__main__":
    main()
