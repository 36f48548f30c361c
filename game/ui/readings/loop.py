"""The ring in words: how full each node is, what each arrow passes on, and the weakest link in one plain sentence."""

from dataclasses import dataclass
from math import isfinite

from agents.messages import Link
from game.content.words import Words
from game.ui.readings import amounts
from game.ui.readings.amounts import NOTHING
from game.ui.tokens import Tone
from game.world.level import Business
from game.world.loop import HEALTHY
from game.world.report import Ring, WeekReport

ORDER = (Link.USERS, Link.DATA, Link.PERFORMANCE)  # clockwise from the top; arrow k leaves node k
FULL_HEALTH = 1.5  # an arrow this many times as strong as a healthy one is drawn at its thickest
NONE = -1  # no arrow is the weakest before any has been measured
LOW, MIDDLE = 0.25, 0.5  # of a gauge: where bad ends and good begins


@dataclass(frozen=True, slots=True)
class Node:
    """One gauge: name, share 0..1, figure, and how it stands."""

    name: str
    share: float
    figure: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Passage:
    """One arrow: its name, strength 0..1, whether it passes nothing on, and a sentence about it."""

    label: str
    strength: float
    is_broken: bool
    about: str


@dataclass(frozen=True, slots=True)
class LoopWords:
    """All that the ring's panel says."""

    nodes: tuple[Node, ...]
    passages: tuple[Passage, ...]
    state: str  # in a word
    state_icon: str
    tone: Tone
    momentum: str  # what the loop adds to the users a week, all by itself
    weakest: int  # index of the weakest arrow, or NONE
    title: str
    why: str


def loop(words: Words, report: WeekReport, business: Business = Business.CONTENT) -> LoopWords:
    """Return the ring as measured after the last week."""
    ring, weeks_played = report.ring, report.week
    state, icon, tone = _state(ring, weeks_played)
    title, why = _sentences(words, report, business)
    return LoopWords(
        nodes=tuple(
            _node(_name(words, link, business), share)
            for link, share in zip(ORDER, _shares(ring), strict=True)
        ),
        passages=tuple(_passage(words, ring, link, weeks_played > 0) for link in ORDER),
        state=words.say(f"desk.ring.state.{state}"),
        state_icon=icon,
        tone=tone,
        momentum=_momentum(words, ring, weeks_played),
        weakest=(ORDER.index(ring.weakest) - 1) % 3 if weeks_played else NONE,
        title=title,
        why=why,
    )


def _shares(ring: Ring) -> tuple[float, float, float]:
    return ring.users, ring.data, ring.performance


def _name(words: Words, link: Link, business: Business) -> str:
    """Return the name of a node: who sells technology has clients where others have users."""
    is_clients = link is Link.USERS and business is Business.TECHNOLOGY
    return words.say("desk.clients" if is_clients else f"desk.ring.node.{link.value}")


def _node(name: str, share: float) -> Node:
    tone = Tone.BAD if share < LOW else Tone.WARN if share < MIDDLE else Tone.GOOD
    return Node(name, share, f"{100 * share:.0f}", tone)


def _passage(words: Words, ring: Ring, start: Link, is_measured: bool) -> Passage:
    label = words.say(f"desk.ring.arrow.{start.value}")
    if not is_measured:
        return Passage(label, 0.0, False, words.say("desk.ring.unmeasured.why"))
    arrow = next(a for a in ring.arrows if a.start is start)
    strength = min(1.0, arrow.elasticity / (FULL_HEALTH * HEALTHY[start]))
    key = "desk.ring.arrow.broken" if arrow.is_broken else "desk.ring.arrow.about"
    about = words.say(key, figure=f"{arrow.elasticity:.2f}", healthy=f"{HEALTHY[start]:.2f}")
    return Passage(label, strength, arrow.is_broken, about)


def _state(ring: Ring, weeks_played: int) -> tuple[str, str, Tone]:
    if not weeks_played:
        return "unmeasured", "clock", Tone.PLAIN
    if not isfinite(ring.loop_weeks):
        return "stalled", "pause", Tone.BAD
    if ring.loop_weeks > ring.runway_weeks:
        return "slow", "hourglass", Tone.WARN
    return "turning", "refresh-cw", Tone.GOOD


def _momentum(words: Words, ring: Ring, weeks_played: int) -> str:
    if not weeks_played:
        return NOTHING
    growth = 1 / ring.loop_weeks if isfinite(ring.loop_weeks) and ring.loop_weeks > 0 else 0.0
    written = amounts.share(words, growth, 1 if growth < 0.1 else 0)
    return f"+{written}" if growth > 0 else written


def _sentences(words: Words, report: WeekReport, business: Business) -> tuple[str, str]:
    """Return the weakest link by name, and why, and how the loop stands against the clock."""
    ring = report.ring
    if not report.week:
        return words.say("desk.ring.unmeasured.title"), words.say("desk.ring.unmeasured.why")
    if not report.has_launched:
        return words.say("desk.ring.unopened.title"), _unopened(words, report)
    title = words.say("desk.ring.weakest", node=_name(words, ring.weakest, business))
    why = words.say(f"desk.ring.why.{ring.weakest.value}")
    if isfinite(ring.loop_weeks) and isfinite(ring.runway_weeks):
        key = "desk.ring.race.won" if ring.loop_weeks < ring.runway_weeks else "desk.ring.race.lost"
        why = f"{why} {words.say(key, loop=round(ring.loop_weeks), runway=int(ring.runway_weeks))}"
    return title, why


def _unopened(words: Words, report: WeekReport) -> str:
    """Return what the loop waits for before the service is open."""
    if not isfinite(report.weeks_to_release):
        return words.say("desk.ring.unopened.never")
    return words.say("desk.ring.unopened.why", weeks=max(1, round(report.weeks_to_release)))
