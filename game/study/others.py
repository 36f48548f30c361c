"""Why rivals and investors did what they did: the rule that applied with its figures, and the weighed factors with their luck."""

from dataclasses import dataclass

from agents.messages import LEVERS, Verdict
from game.play.decisions import Plain, changes
from game.study.recording import Recording
from game.study.why import NobodyError, check_week
from game.world.report import Why


@dataclass(frozen=True, slots=True)
class Rival:
    """What a rival last did up to a week, and why."""

    firm: int
    week: int  # from 1, of the decision
    why: Why
    changed: tuple[tuple[str, Plain, Plain], ...]  # lever, before, after; empty where it held


@dataclass(frozen=True, slots=True)
class Fund:
    """An investor's last answer up to a week."""

    fund: str
    week: int  # from 1, in which it was asked
    verdict: Verdict


def why_rival(recording: Recording, rival: str, week: int) -> Rival:
    """Return why a rival decided as it did in a week.

    Raises:
        NobodyError: there is no such rival, or the week was not played.
    """
    ids = [r.id for r in recording.level.rivals]
    if rival not in ids:
        raise NobodyError("rival", rival=rival, known=", ".join(ids))
    check_week(recording, week)
    if week == 0:
        raise NobodyError("not-yet", week=week)
    firm = 1 + ids.index(rival)
    worlds = [recording.at(w) for w in (week - 1, week)]
    before, after = (world.companies[firm].decision for world in worlds)
    answer = worlds[1].view().firms[firm].why
    for world in worlds:
        world.drop()
    assert answer is not None
    now, then = changes(after, before), changes(before, after)
    changed = tuple((lever, then[lever], now[lever]) for lever in LEVERS if lever in now)
    return Rival(firm, week, answer, changed)


def why_fund(recording: Recording, fund: str, week: int) -> Fund:
    """Return why an investor last said yes or no up to a week.

    Raises:
        NobodyError: there is no such investor, the week was not played, or nobody had been asked by then.
    """
    ids = [f.id for f in recording.level.funds]
    if fund not in ids:
        raise NobodyError("fund", fund=fund, known=", ".join(ids))
    check_week(recording, week)
    asked = max((w for w in recording.verdicts if w <= week), default=None)
    if asked is None:
        raise NobodyError("not-asked", fund=fund, week=week)
    return Fund(fund, asked, next(v for v in recording.verdicts[asked] if v.investor == fund))
