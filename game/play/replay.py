"""Playing a journal again: does it still come out as written, and if not, from which week on?"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from agents.messages import Decision
from game.content import difficulty
from game.content.handicaps import WAYS, variant, ways_of
from game.play import journal, records
from game.play.decisions import DecisionError, changed
from game.play.notes import linked
from game.play.records import Header, JournalError, Record, Result
from game.world.level import Level
from game.world.levers import Refused
from game.world.model import RULES, MarketModel
from game.world.report import Outcome

FindLevel = Callable[[str], Level | None]
"""Returns the level of an id, or of an id with ways (`the-loop+hard`), or None when there is none."""


class Status(Enum):
    """What a replay shows. The value is the first word of a verdict."""

    VERIFIED = "VERIFIED"
    UNFINISHED = "UNFINISHED"  # every week is right so far, and there are more to play
    DIVERGED = "DIVERGED"
    RESULT_EDITED = "RESULT-EDITED"  # every week is right, and the result is another
    OTHER_LEVEL = "OTHER-LEVEL"
    OTHER_RULES = "OTHER-RULES"
    DAMAGED = "DAMAGED"

    @property
    def is_fine(self) -> bool:
        """Return whether nothing is wrong with the journal."""
        return self in (Status.VERIFIED, Status.UNFINISHED)


_STATUS = {
    "diverged": Status.DIVERGED,
    "level": Status.OTHER_LEVEL,
    "mods": Status.OTHER_LEVEL,
    "modded": Status.OTHER_LEVEL,
    "unknown-level": Status.OTHER_LEVEL,
    "ways": Status.OTHER_LEVEL,
    "rules": Status.OTHER_RULES,
    "format": Status.OTHER_RULES,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of a journal; `problem` says why it is not fine."""

    path: Path
    status: Status
    record: Record | None = None
    problem: JournalError | None = None
    found: Result | None = None  # what playing it again came to


def verify(path: Path, find_level: FindLevel) -> Verdict:
    """Play a journal again and return how it stands. The file is only read."""
    try:
        record = journal.read(path)
    except JournalError as problem:
        return Verdict(path, _STATUS.get(problem.code, Status.DAMAGED), None, problem)
    try:
        model, _ = rebuilt(record, found_level(record.header, find_level), measures_ring=False)
    except JournalError as problem:
        return Verdict(path, _STATUS[problem.code], record, problem)
    result = result_of(model)
    model.release()
    return Verdict(path, _status(record, result), record, None, result)


def _status(record: Record, result: Result) -> Status:
    if record.ending is None:
        return Status.UNFINISHED
    is_closed = record.ending.chain == records.last_link(last_chain(record), record.ending.result)
    is_closed &= linked(record.notes, len(record.entries), record.ending.chain, is_after_end=True) is not None
    return Status.VERIFIED if is_closed and record.ending.result == result else Status.RESULT_EDITED


def last_chain(record: Record) -> str:
    """Return the link of the last week played, and of the notes made then."""
    weeks = len(record.entries)
    chain = record.entries[-1].chain if record.entries else records.first_link(record.header)
    return linked(record.notes, weeks, chain) or ""


def found_level(header: Header, find_level: FindLevel) -> Level:
    """Return the level a journal was played on.

    Raises:
        JournalError: it is not here (`unknown-level`), no longer the same (`level`), made easier or
            harder otherwise now (`ways`), a mod it was played with is not
            (`mods`), or one it was played without changes it now (`modded`).
    """
    level = _found(header, find_level)
    wanted = (header.level_hash, header.weeks, header.agents)
    if level is not None and (level.hash, level.weeks, level.agents) == wanted:
        return level  # mods that changed nothing that counts do not matter
    lacking = [mod for mod in header.mods if level is None or mod not in level.mods]
    if lacking:
        raise JournalError("mods", mods=_named(lacking))
    more = [mod for mod in level.mods if mod not in header.mods] if level is not None else []
    if more:
        raise JournalError("modded", mods=_named(more))
    code = "unknown-level" if level is None else "level"
    here = level.hash if level is not None else ""
    raise JournalError(code, level=header.level, hash=header.level_hash, here=here)


def _found(header: Header, find_level: FindLevel) -> Level | None:
    """Return the level of a journal, made easier or harder as the journal says."""
    ways = ways_of(header.difficulty, header.assists)
    if not set(ways) <= set(WAYS):
        return None
    level = find_level(variant(header.level, ways))
    if header.changes != (difficulty.said(ways) if ways else ()):
        raise JournalError("ways", level=header.level)
    return level if level is not None and level.id == header.level else None


def _named(mods: list[str]) -> str:
    """Return mods by id and version, their hashes left out."""
    return ", ".join(mod.rpartition(" ")[0] for mod in mods)


def rebuilt(
    record: Record,
    level: Level,
    watch: Callable[[MarketModel], None] | None = None,
    *,
    measures_ring: bool = True,
) -> tuple[MarketModel, list[Decision]]:
    """Play all weeks of a journal and return the world they lead to, and the decisions.

    Args:
        record: the journal as read.
        level: the one it was played on.
        watch: is shown the world before the first week and after each; it must only look.
        measures_ring: for the reports; it changes no week, and takes as long as much of one.

    Raises:
        JournalError: it was played by other rules (`rules`), or a week comes out differently (`diverged`).
    """
    header = record.header
    if header.rules != RULES:
        raise JournalError("rules", rules=header.rules, own=RULES, game=header.game)
    model = MarketModel(level, header.seed)
    model.measures_ring = measures_ring
    decisions: list[Decision] = []
    before, chain = level.start.decision, records.first_link(header)
    watch = watch or _look_away
    watch(model)
    for entry in record.entries:
        try:
            decisions.append(changed(before, entry.orders))
            model.play_week(decisions[-1])
        except (DecisionError, Refused) as wrong:
            model.release()
            raise JournalError("diverged", week=entry.week) from wrong
        before = decisions[-1].hold()
        noted = linked(record.notes, entry.week - 1, chain)
        chain = records.link(noted or "", entry.week, entry.orders, fingerprint_due(model, header))
        if chain != entry.chain:
            model.release()
            raise JournalError("diverged", week=entry.week)
        watch(model)
    return model, decisions


def _look_away(model: MarketModel) -> None:
    """Watch nothing."""


def fingerprint_due(model: MarketModel, header: Header) -> str:
    """Return the world's fingerprint in the weeks that take one, the last among them; else an empty text."""
    is_due = model.week % header.every == 0 or model.ending.outcome is not Outcome.RUNNING
    return model.fingerprint() if is_due else ""


def result_of(model: MarketModel) -> Result:
    """Return how a world stands, as a journal writes it."""
    ending = model.ending
    users, cash = (model.reports[-1].users, model.reports[-1].cash_won) if model.reports else (0.0, 0)
    return Result(
        ending.outcome.value, ending.cause, ending.week, ending.stars, ending.score, int(users), cash
    )
