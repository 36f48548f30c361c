"""The advisor's words: what each idea is, what its runs came to, and what follows. Screen and terminal say the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.content import sentences
from game.content.words import Words
from game.study import wording
from game.study.advice import Advice, Span, Tried, span, won
from game.study.ideas import Idea
from game.world.level import Level


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what, won in how many worlds, better and worse than the plan, and both ranges in words."""

    id: str
    what: str
    steps: str  # the levers it sets
    wins: str
    pairs: str
    users: Span
    users_told: str
    cash: Span
    cash_told: str
    is_best: bool


@dataclass(frozen=True, slots=True)
class Told:
    """The advisor's sentence, why it may be wrong, and the table behind it, the plan first."""

    headline: str
    about: str
    rows: tuple[Row, ...]


def told(words: Words, level: Level, found: Advice) -> Told:
    """Return an advice in words."""
    rows = (_plan(words, found), *(_row(words, level, found, tried) for tried in found.tried))
    return Told(headline(words, level, found), words.say("advice.about", worlds=found.worlds), rows)


def headline(words: Words, level: Level, found: Advice) -> str:
    """Return what is advised, with the runs that say so; or that nothing is better."""
    best = next((tried for tried in found.tried if tried.idea.id == found.best), None)
    if best is None:
        past = next((t for t in found.tried if t.leads), None)
        own = words.say("advice.nothing", n=len(found.tried), worlds=found.worlds, wins=won(found.ends))
        return f"{own} {_said(words, level, found, past)}" if past else own
    return _said(words, level, found, best)


def _said(words: Words, level: Level, found: Advice, tried: Tried) -> str:
    what = name(words, level, tried.idea)
    if tried.wins == tried.plan_wins:
        return words.say(
            "advice.better", what=what, worlds=found.worlds, better=tried.better, worse=tried.worse
        )
    counts = {"wins": tried.wins, "plan": tried.plan_wins, "better": tried.better}
    return words.say("advice.wins", what=what, worlds=found.worlds, **counts)


def name(words: Words, level: Level, idea: Idea) -> str:
    """Return what an idea is called."""
    if idea.id != "earlier":
        return words.say(f"advice.idea.{idea.id}")
    key = idea.changes[0][0]
    return words.say(
        "advice.idea.earlier",
        lever=sentences.lever(words, key),
        value=wording.setting(words, level, key, idea.changes[0][1]),
        week=idea.told_week,
        since=idea.since,
    )


def steps(words: Words, level: Level, idea: Idea) -> str:
    """Return the levers an idea sets, and when."""
    parts = [
        words.say(
            "whatif.set", lever=sentences.lever(words, key), value=wording.setting(words, level, key, value)
        )
        for key, value in idea.changes
    ]
    return words.say("advice.steps", week=idea.since, parts=", ".join(parts))


def _plan(words: Words, found: Advice) -> Row:
    ends = found.ends
    users, cash = span([e.users for e in ends]), span([float(e.cash_won) for e in ends])
    parts = [key for key, _ in found.plan if key != "answers"]
    steps = words.say("advice.plan-changes", n=len(parts)) if parts else words.say("advice.plan-same")
    return Row("plan", words.say("advice.plan"), steps, _wins(words, won(ends), len(ends)), "", users,
               _people(words, users), cash, _money(words, cash), found.best is None)  # fmt: skip


def _row(words: Words, level: Level, found: Advice, tried: Tried) -> Row:
    pairs = words.say("advice.pairs", better=tried.better, worse=tried.worse)
    return Row(
        id=tried.idea.id,
        what=name(words, level, tried.idea),
        steps=steps(words, level, tried.idea),
        wins=_wins(words, tried.wins, len(tried.ends)),
        pairs=pairs,
        users=tried.users,
        users_told=_people(words, tried.users),
        cash=tried.cash_won,
        cash_told=_money(words, tried.cash_won),
        is_best=tried.idea.id == found.best,
    )


def _wins(words: Words, wins: int, worlds: int) -> str:
    return words.say("advice.won", wins=wins, worlds=worlds)


def _people(words: Words, found: Span) -> str:
    low, middle, high = (round(value) for value in (found.low, found.middle, found.high))
    return words.say("advice.users", low=low, middle=middle, high=high)


def _money(words: Words, found: Span) -> str:
    low, middle, high = (round(value) for value in (found.low, found.middle, found.high))
    return words.say("advice.cash", low=low, middle=middle, high=high)


def lines(words: Words, level: Level, found: Advice) -> Iterator[str]:
    """Yield an advice as a terminal prints it."""
    said = told(words, level, found)
    yield words.say("advice.title", week=found.week)
    yield said.headline
    yield ""
    for row in said.rows:
        pairs = f" {row.pairs}" if row.pairs else ""
        yield words.say("advice.row", what=row.what, wins=row.wins, pairs=pairs)
        yield f"    {row.steps}"
        yield f"    {row.users_told}"
        yield f"    {row.cash_told}"
    yield ""
    yield said.about
