"""Is a level any good? Bots and plans play it in many worlds, and what they find is said as complaints to its author.

A level that nobody wins, that wins itself, that has one way only, a lever that changes nothing, an objective that cannot
be lost: all of these are found by playing, and by nothing else. The bounds are judged; what they are for stands beside them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import fsum

from agents.messages import LEVERS
from game.study.plans import names
from game.study.sharing import shared
from game.study.trying import Trial, Tried, attempt, settings
from game.world.level import Kind, Level

FIRST_WORLDS, WORLDS = 4, 16  # for each player: a first verdict within a minute on two cores, and the proof
LEVER_WORLDS = 2  # in which a lever is tried; it is dead only if it is in both
IDLE = "nothing"  # the bot that decides nothing

GIFT = 0.25  # share of worlds won by doing nothing from which a level wins itself
EASY = 0.9  # share of worlds that everybody wins from which nobody can fail
WAY = 0.5  # share of worlds a way has to win in to count as one
OTHER_MONEY = 0.3  # share of the money spent elsewhere that makes two ways different
OTHER_MODEL = 0.3  # share of the weeks with another family of model that does so too: what is built costs no more, and decides
SAME_USERS = 0.005  # difference of users below which a lever did nothing

LINKS = {
    "performance": {"model", "engineers", "experts", "emphasis", "ops_won", "infrastructure"},
    "data": {
        "open_data", "crawl_items", "labelling_won", "buying_won", "feedback_permille", "collection_permille",
        "applies_voucher", "applies_grant",
    },
    "users": {"price_won", "ux_won", "content_won", "marketing_won", "is_visible", "opens_early", "sellers"},
}  # fmt: skip
"""Which of the three shortages a lever is about; what is left belongs to none."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one player did."""

    player: str
    worlds: int
    won: float  # share
    lost: float  # share; the rest ran out of time
    users: float  # median at the end
    causes: tuple[tuple[str, int], ...]  # what ended its games, the commonest first


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an author should know: the code of a complaint, the key it is about, and what fills its gaps."""

    code: str
    path: tuple[str, ...]
    args: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """What all games of a level together say."""

    level: str
    worlds: int
    standings: tuple[Standing, ...]
    findings: tuple[Finding, ...]


Known = dict[Trial, Tried]


def players(level: Level, worlds: int) -> list[Trial]:
    """Return every bot and plan in the first worlds."""
    return [Trial(name, seed) for name in names(level) for seed in range(1, worlds + 1)]


def nudges(level: Level, known: Known) -> list[Trial]:
    """Return the trials that show whether each lever does anything: games of the best and the idle player with it elsewhere.

    A lever may be dead in the best hands and alive in others: whoever opens with rules need not open early.
    """
    best = _best(standings(level, known.values()))
    return [] if best is None else _held(dict.fromkeys((best, IDLE)), list(settings(level)))


def last_nudges(level: Level, known: Known) -> list[Trial]:
    """Return the trials of the levers that did nothing so far, in the hands of everybody else who finds a way.

    What means nothing to one good way may be all of another: who sells to firms asks no price of people.
    """
    silent = _silent(known)
    held = [setting for setting in settings(level) if setting[0] in silent]
    hands = [one.player for one in standings(level, known.values()) if one.won >= WAY]
    return [trial for trial in _held(hands, held) if trial not in known]


def _held(hands: Iterable[str], held: Iterable[tuple[str, int]]) -> list[Trial]:
    """Return the trials of some players with each lever at each setting, in a few worlds."""
    seeds = range(1, LEVER_WORLDS + 1)
    return [Trial(who, seed, *setting) for who in hands for setting in held for seed in seeds]


def play(
    level: Level, trials: Iterable[Trial], known: Known, processes: int, tell: Callable[[int, int], None]
) -> None:
    """Play the trials that are not known yet, and know them then; `tell` hears how many are done, of how many."""
    missing = [trial for trial in trials if trial not in known]
    jobs = [(level, trial) for trial in missing]
    for number, tried in enumerate(shared(attempt, jobs, processes), start=1):
        known[tried.trial] = tried
        tell(number, len(missing))


def phases(level: Level, known: Known, worlds: int) -> Iterator[list[Trial]]:
    """Yield what is to be played, the telling games first: a few worlds, all, the levers, and those in more hands."""
    yield players(level, min(FIRST_WORLDS, worlds))
    yield players(level, worlds)
    yield nudges(level, known)
    yield last_nudges(level, known)


def proof(level: Level, known: Known) -> Proof:
    """Return what the games played so far say."""
    plain = [tried for tried in known.values() if not tried.trial.lever]
    table = standings(level, plain)
    found = (*_outcomes(level, table), *_ways(level, plain, table), *_causes(level, plain), *_levers(known))
    worlds = min((standing.worlds for standing in table), default=0)
    return Proof(level.id, worlds, table, tuple(found))


def standings(level: Level, tried: Iterable[Tried]) -> tuple[Standing, ...]:
    """Return how every player did, in the order of bots and plans."""
    by_name: dict[str, list[Tried]] = {name: [] for name in names(level)}
    for one in tried:
        if not one.trial.lever and one.trial.player in by_name:
            by_name[one.trial.player].append(one)
    return tuple(_standing(name, games) for name, games in by_name.items() if games)


def _standing(name: str, games: list[Tried]) -> Standing:
    causes: dict[str, int] = {}
    for one in games:
        causes[one.cause] = causes.get(one.cause, 0) + 1
    users = sorted(one.users for one in games)
    return Standing(
        player=name,
        worlds=len(games),
        won=len([one for one in games if one.is_won]) / len(games),
        lost=len([one for one in games if one.outcome == "lost"]) / len(games),
        users=users[len(users) // 2],
        causes=tuple(sorted(causes.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def _best(table: Iterable[Standing]) -> str | None:
    """Return who won most often; nobody if no one did."""
    best = max(table, key=lambda standing: (standing.won, standing.users), default=None)
    return best.player if best is not None and best.won > 0 else None


# --- what can be found


def _outcomes(level: Level, table: tuple[Standing, ...]) -> Iterator[Finding]:
    """Nobody wins; nobody fails; it is won by doing nothing."""
    if all(aim.kind is not Kind.WIN for aim in level.objectives):
        return  # a sandbox
    if all(standing.won == 0 for standing in table):
        yield Finding("P511", ("objectives",), (("players", len(table)), ("worlds", table[0].worlds)))
    elif all(standing.won >= EASY for standing in table):
        yield Finding("P513", ("objectives",), (("share", f"{min(s.won for s in table):.0%}"),))
    idle = next((standing for standing in table if standing.player == IDLE), None)
    if idle is not None and idle.won >= GIFT:
        yield Finding("P512", ("objectives",), (("share", f"{idle.won:.0%}"),))


def _ways(level: Level, tried: list[Tried], table: tuple[Standing, ...]) -> Iterator[Finding]:
    """One way only leads to the goal, where more than one could be thought of."""
    if len(set(LEVERS) - level.start.locked) < 2:
        return  # a first lesson
    good = [standing for standing in table if standing.won >= WAY and standing.player != IDLE]
    if good and not any(_differ(a.player, b.player, tried) for a, b in combinations(good, 2)):
        best = max(good, key=lambda standing: standing.won)
        args = (("player", best.player), ("share", f"{best.won:.0%}"))
        yield Finding("W421", ("objectives",), args)


def _differ(one: str, other: str, tried: list[Tried]) -> bool:
    """Return whether two players mend different shortages, spend much of their money differently, or build other models."""
    if _links(one, tried) != _links(other, tried) or _moved_money(one, other, tried) >= OTHER_MONEY:
        return True
    here, there = (_shares_of([x.families for x in tried if x.trial.player == who]) for who in (one, other))
    return _moved(here, there) >= OTHER_MODEL


def _links(name: str, tried: list[Tried]) -> frozenset[str]:
    moved = {lever for one in tried if one.trial.player == name for lever in one.moved}
    return frozenset(link for link, levers in LINKS.items() if levers & moved)


def _moved_money(one: str, other: str, tried: list[Tried]) -> float:
    """Return the share of the money that two players spend on different things, 0..1."""
    here, there = (_shares_of([x.spent for x in tried if x.trial.player == who]) for who in (one, other))
    return _moved(here, there)


def _moved(here: list[float], there: list[float]) -> float:
    """Return how much of one division lies elsewhere in another, 0..1; divisions of nothing are alike."""
    return fsum(abs(a - b) for a, b in zip(here, there, strict=False)) / 2


def _shares_of(games: list[tuple[int, ...]]) -> list[float]:
    totals = [float(sum(column)) for column in zip(*games, strict=True)]
    whole = fsum(totals)
    return [part / whole if whole else 0.0 for part in totals]


def _causes(level: Level, tried: list[Tried]) -> Iterator[Finding]:
    """An objective that must not fail never fails, whoever plays. An empty till ends a game anyway, so that is left aside."""
    seen = {one.cause for one in tried}
    for aim in level.objectives:
        if aim.kind is Kind.MUST and aim.id not in seen and aim.when.names != ("cash",):
            yield Finding("W423", ("objectives", aim.id), (("key", aim.id), ("games", len(tried))))


def _levers(known: Known) -> Iterator[Finding]:
    """A lever of the player changes nothing wherever it stands."""
    for lever in _silent(known):
        yield Finding("W422", ("player",), (("key", lever), ("worlds", LEVER_WORLDS)))


def _silent(known: Known) -> list[str]:
    """Return the levers that were held and changed nothing in anybody's hands."""
    alive: dict[str, bool] = {}
    for trial, tried in known.items():
        plain = known.get(Trial(trial.player, trial.seed))
        if trial.lever and plain is not None:
            alive[trial.lever] = alive.get(trial.lever, False) or _did_something(plain, tried)
    return [lever for lever, is_alive in alive.items() if not is_alive]


def _did_something(plain: Tried, held: Tried) -> bool:
    if (plain.outcome, plain.score) != (held.outcome, held.score):
        return True
    return abs(plain.users - held.users) > SAME_USERS * max(plain.users, held.users)
