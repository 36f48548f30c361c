"""What decided a game, in words: its turning points, until when it could be won, and the weakest link week by week."""

from dataclasses import dataclass

from agents.messages import Link
from game.content.words import Words
from game.study import wording
from game.study.choices import Choice, Part
from game.study.turning_points import Explanation, TurningPoint
from game.ui.readings import amounts
from game.ui.tokens import Tone
from game.world.level import Level
from game.world.report import Outcome, WeekReport

SHOWN = 3  # turning points told at once; the rest in a list
LINKS = (Link.USERS, Link.DATA, Link.PERFORMANCE)
_TONES = {Outcome.WON: Tone.GOOD, Outcome.LOST: Tone.BAD, Outcome.TIME: Tone.WARN}
_ICONS = {Part.LEVER: "sliders-horizontal", Part.ANSWER: "message-circle", Part.EVENT: "zap"}


@dataclass(frozen=True, slots=True)
class Turning:
    """One decision that mattered: what it was, how the game ends without it, and both curves of users from its week on."""

    number: int
    icon: str
    week: str
    what: str
    effect: str  # better or worse without it, and how it would have ended
    tone: Tone  # of that end
    users: str
    actual: tuple[float, ...]
    without: tuple[float, ...]
    choice: Choice


@dataclass(frozen=True, slots=True)
class Bar:
    """After one week: how many of those who were tried still won, and how many were tried."""

    week: int
    winners: int
    tried: int


def turnings(words: Words, level: Level, found: Explanation) -> tuple[Turning, ...]:
    """Return every decision without which the game would have ended otherwise, the weightiest first."""
    told = [point for point in found.points if point.gain != 0]
    return tuple(_turning(words, level, found, number, point) for number, point in enumerate(told, start=1))


def _turning(words: Words, level: Level, found: Explanation, number: int, point: TurningPoint) -> Turning:
    choice, without = point.choice, point.without
    actual = found.actual.users[choice.week - 1 :]
    end = wording.ended(words, level, without.ending, without.week)
    effect = words.say(f"asking.turn.{'better' if point.gain < 0 else 'worse'}", end=end)
    then, now = (amounts.people(words, round(users[-1]) if users else 0) for users in (without.users, actual))
    if point.skipped:
        effect = f"{effect} {words.say('asking.turn.skipped', n=point.skipped)}"
    return Turning(
        number=number,
        icon=_ICONS[choice.part],
        week=words.say("asking.week", week=choice.week),
        what=wording.deed(words, level, choice),
        effect=effect,
        tone=_TONES.get(without.ending.outcome, Tone.PLAIN),
        users=words.say("asking.turn.users", then=then, now=now),
        actual=actual,
        without=without.users,
        choice=choice,
    )


def chance(words: Words, level: Level, found: Explanation) -> str:
    """Return until when the level could still be won; "" for a game that was won."""
    if not found.chances:
        return ""
    everybody = found.chances[0].tried
    if found.last_chance is None:
        return words.say("turning.no-chance", tried=_founders(words, level, everybody))
    last = next(one for one in found.chances if one.week == found.last_chance)
    return words.say("asking.turn.chance", week=last.week, who=_founders(words, level, last.winners))


def bars(found: Explanation) -> tuple[Bar, ...]:
    """Return how many won from each week that was tried by everybody."""
    most = max((len(one.tried) for one in found.chances), default=0)
    return tuple(
        Bar(one.week, len(one.winners), len(one.tried)) for one in found.chances if len(one.tried) == most
    )


def _founders(words: Words, level: Level, who: tuple[str, ...]) -> str:
    return ", ".join(wording.founder(words, level, name) for name in who)


def links(words: Words, history: tuple[WeekReport, ...]) -> tuple[tuple[str, tuple[bool, ...]], ...]:
    """Return for each link of the loop its name and whether it was the weakest, week by week."""
    weakest = [report.ring.weakest for report in history]
    return tuple(
        (words.say(f"desk.ring.node.{link.value}"), tuple(one is link for one in weakest)) for link in LINKS
    )
