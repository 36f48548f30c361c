"""A proof under way: bots and plans play a level in other processes while somebody watches, and may stop at any moment.

The games go into the same store as those of `check --prove`, so a proof that was stopped goes on where it stood, here or there.
"""

import os
import threading

from game.study import proving
from game.study.proofs import Proofs
from game.study.proving import Known, Proof
from game.study.sharing import Shared, apart
from game.study.trying import Trial, attempt
from game.world.level import Level


class Prover:
    """Proves a level beside the frames. Ask `done` of `of`, `proof` and `is_done`; `stop` it when it is not wanted any more."""

    def __init__(self, level: Level, kept: Proofs, worlds: int = proving.WORLDS, processes: int = 0) -> None:
        self.level = level
        self.done, self.of = 0, max(1, len(proving.players(level, worlds)))
        self.proof: Proof | None = None  # what is known so far, anew after every phase
        self.error: BaseException | None = None
        self._kept, self._worlds = kept, worlds
        self._processes = processes or max(1, (os.cpu_count() or 2) - 1)
        self._stopped, self._over = threading.Event(), threading.Event()

    def start(self) -> "Prover":
        """Begin; return self."""
        threading.Thread(target=self._run, name="prover", daemon=True).start()
        return self

    @property
    def is_done(self) -> bool:
        """Return whether nothing more will come: all was played, it was stopped, or something failed."""
        return self._over.is_set()

    @property
    def is_stopped(self) -> bool:
        """Return whether somebody stopped it."""
        return self._stopped.is_set()

    @property
    def share(self) -> float:
        """Return how far it has come, 0..1."""
        return min(1.0, self.done / self.of)

    def stop(self) -> None:
        """Play no further; what was played is kept."""
        self._stopped.set()

    def wait(self, timeout_s: float) -> bool:
        """Return whether it was over within a time."""
        return self._over.wait(timeout_s)

    def _run(self) -> None:
        known: Known = {}
        try:
            with apart(self._processes) as share:
                known = self._kept.current(self.level, lambda job: next(share(attempt, [job])))
                for trials in proving.phases(self.level, known, self._worlds):
                    self._play(trials, known, share)
                    self.proof = proving.proof(self.level, known) if known else None
                    if self.is_stopped:
                        break
        except BaseException as error:
            self.error = error
        finally:
            if known:
                self._kept.keep(self.level, known)
            self._over.set()

    def _play(self, trials: list[Trial], known: Known, share: Shared) -> None:
        missing = [trial for trial in trials if trial not in known]
        self.done, self.of = len(trials) - len(missing), max(1, len(trials))
        for tried in share(attempt, [(self.level, trial) for trial in missing]):
            known[tried.trial] = tried
            self.done += 1
            if self.is_stopped:
                return
