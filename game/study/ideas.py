"""Ideas worth trying: alternatives to a plan, drawn from how things stand, with the levers that the level leaves open.

Each idea is one rule of a closed list: when it comes to mind, how urgently, and what it would set. No rule says whether the idea is
any good; that is found out by trying (`game.study.advice`). Factors and thresholds are judged: large enough to show among luck.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from agents.messages import Decision, Emphasis, Link, ModelKind, Term
from game.play.decisions import Plain, changed, changes
from game.study.choices import Part, by_weight
from game.study.recording import Recording
from game.world.levers import CONTENT_UNIT_WON, GOVERNANCE_UNIT_WON, UX_UNIT_WON
from game.world.model import MarketModel
from game.world.report import WeekReport

MOST_IDEAS = 5
MONTH_WEEKS = 4
SHORT_WEEKS, LONG_WEEKS = 26.0, 40.0  # of runway: below, save; above, there is money to try something
EARLIER_WEEKS = 2  # how much sooner something might have been done
RECENT_WEEKS = 12  # how far back such a thing may lie
MUCH_ASKED, HARDLY_ASKED = 900, 300  # permille of feedback: no room for more; too little for less
UNIT_WON = 1_000_000  # a week's advertisements or bought data of a small firm


@dataclass(frozen=True, slots=True)
class Idea:
    """One thing to try: its name, the levers it sets as a journal writes them, and since which week.

    `since` is the week (from 1) in which it is ordered; one that lies in the past asks what would have been.
    """

    id: str
    since: int
    changes: tuple[tuple[str, Plain], ...]
    urgency: float = 0.0
    told_week: int = 0  # of an idea about the past: when it was done in truth


@dataclass(frozen=True, slots=True)
class Situation:
    """What a player can see when thinking about what to try."""

    plan: Decision
    report: WeekReport
    first: Term | None  # why most people left in the month, those who only tried included
    weakest: Link
    models: tuple[ModelKind, ...]
    label_won: float  # an annotator's week

    @property
    def is_short(self) -> bool:
        """Return whether money will not last for half a year."""
        return self.report.runway_weeks < SHORT_WEEKS

    @property
    def is_rich(self) -> bool:
        """Return whether there is money to try something."""
        return self.report.runway_weeks > LONG_WEEKS


def ideas_of(recording: Recording, week: int, plan: Decision, most: int = MOST_IDEAS) -> tuple[Idea, ...]:
    """Return the ideas for the week after `week`, the most urgent first; all of them are possible and differ from the plan.

    Args:
        recording: the game.
        week: the last week played.
        plan: what would be ordered next.
        most: ideas at most; one of them may be about the past.
    """
    world = recording.at(week)
    seen = _situation(recording, world, plan)
    found = [idea for idea in _now(seen, world) if _is_possible(idea, world, plan)]
    past = _earlier(recording, week)
    world.release()
    found.sort(key=lambda idea: (-idea.urgency, idea.id))
    return (*found[: most - len(past)], *past)


def _situation(recording: Recording, world: MarketModel, plan: Decision) -> Situation:
    week = world.week
    report = recording.reports[week - 1] if week else world.view().report
    month = recording.reports[max(0, week - MONTH_WEEKS) : week]
    left = [(math.fsum(r.left_by[term] for r in month), term) for term in Term]
    people, first = max(left, key=lambda pair: (pair[0], -pair[1]))
    return Situation(
        plan=plan,
        report=report,
        first=first if people > 0 else None,
        weakest=report.ring.weakest,
        models=world.level.start.models,
        label_won=world.parameters.annot_cost,
    )


def _is_possible(idea: Idea, world: MarketModel, plan: Decision) -> bool:
    wanted = ordered(plan, idea)
    is_open = all(name not in world.level.start.locked for name, _ in idea.changes)
    return is_open and wanted != plan and not world.check(wanted)


def ordered(plan: Decision, idea: Idea) -> Decision:
    """Return a plan with an idea's levers set."""
    return replace(changed(plan, dict(idea.changes)), answers=plan.answers)


# ---- the rules: an urgency (0 and less: not now), and the levers

Setting = dict[str, Any]
Rule = Callable[[Situation], tuple[float, Setting] | None]


def _now(seen: Situation, world: MarketModel) -> Iterator[Idea]:
    for name, rule in _RULES.items():
        found = rule(seen)
        if found is not None:
            urgency, setting = found
            written = changes(replace(seen.plan, **setting), seen.plan)
            if written:
                yield Idea(name, world.week + 1, tuple(sorted(written.items())), urgency)


def _clean(seen: Situation) -> tuple[float, Setting]:
    """Clean more: the more raw data lie about, the more urgently."""
    more = max(2 * seen.plan.labelling_won, round(4 * seen.label_won))
    piled = math.fsum(seen.report.backlog_items) > math.fsum(seen.report.data_items)
    return 3.0 if piled else 1.5 if seen.weakest is Link.DATA else 0.5, {"labelling_won": more}


def _cut_ads(seen: Situation) -> tuple[float, Setting] | None:
    if not seen.plan.marketing_won:
        return None
    is_early = not seen.report.has_launched or seen.weakest is not Link.USERS
    return (3.0 if seen.is_short else 1.6 if is_early else 1.0), {"marketing_won": 0}


def _advertise(seen: Situation) -> tuple[float, Setting] | None:
    if not seen.report.has_launched:
        return None
    wanted = max(2 * seen.plan.marketing_won, 2 * UNIT_WON)
    return (1.8 if seen.weakest is Link.USERS and not seen.is_short else 0.4), {"marketing_won": wanted}


def _simpler(seen: Situation) -> tuple[float, Setting] | None:
    now = (
        seen.report.model if seen.plan.model is ModelKind.BEST and seen.report.model >= 0 else seen.plan.model
    )
    simpler = [kind for kind in seen.models if kind < now and kind is not ModelKind.BEST]
    if not simpler:
        return None
    is_late = not seen.report.has_launched or seen.report.weeks_to_release > MONTH_WEEKS
    return (2.6 if is_late else 1.2), {"model": max(simpler)}


def _richer(seen: Situation) -> tuple[float, Setting] | None:
    richer = [kind for kind in seen.models if kind > seen.plan.model]
    if not richer:
        return None
    is_wanted = seen.first is Term.QUALITY or seen.weakest is Link.PERFORMANCE
    return (2.2 if is_wanted else 0.3), {"model": min(richer)}


def _wait(seen: Situation) -> tuple[float, Setting] | None:
    """Wait with the release: not open before the model is ready, or put all hands on the data first."""
    if seen.plan.opens_early and not seen.report.has_launched:
        return 2.5, {"opens_early": False}
    if seen.plan.emphasis is Emphasis.DATA or seen.weakest is Link.USERS:
        return None
    return 1.4, {"emphasis": Emphasis.DATA}


def _ask_more(seen: Situation) -> tuple[float, Setting] | None:
    if seen.plan.feedback_permille >= MUCH_ASKED or not seen.report.has_launched:
        return None
    wanted = min(1000, seen.plan.feedback_permille + 300)
    return (2.3 if seen.weakest is Link.DATA and seen.first is not Term.UX else 0.9), {
        "feedback_permille": wanted
    }


def _ask_less(seen: Situation) -> tuple[float, Setting] | None:
    if seen.plan.feedback_permille < HARDLY_ASKED:
        return None
    return (2.4 if seen.first in (Term.UX, Term.HABIT) else 0.3), {
        "feedback_permille": seen.plan.feedback_permille // 2
    }


def _design(seen: Situation) -> tuple[float, Setting]:
    wanted = max(2 * seen.plan.ux_won, UX_UNIT_WON)
    return (2.2 if seen.first in (Term.UX, Term.HABIT) else 0.5), {"ux_won": wanted}


def _cheaper(seen: Situation) -> tuple[float, Setting] | None:
    if not seen.plan.price_won:
        return None
    return (2.4 if seen.first is Term.PRICE else 0.4), {"price_won": seen.plan.price_won * 7 // 10}


def _dearer(seen: Situation) -> tuple[float, Setting] | None:
    if seen.report.users <= 0 or seen.first is Term.PRICE:
        return None
    return (1.9 if seen.is_short else 0.4), {"price_won": seen.plan.price_won * 13 // 10}


def _buy_data(seen: Situation) -> tuple[float, Setting]:
    wanted = max(2 * seen.plan.buying_won, 3 * UNIT_WON)
    return (1.7 if seen.weakest is Link.DATA and not seen.is_short else 0.2), {"buying_won": wanted}


def _vouchers(seen: Situation) -> tuple[float, Setting]:
    return (1.5 if seen.weakest is Link.DATA else 0.6), {"applies_voucher": True}


def _grants(seen: Situation) -> tuple[float, Setting]:
    return (1.6 if seen.is_short else 0.3), {"applies_grant": True}


def _fewer_hands(seen: Situation) -> tuple[float, Setting] | None:
    if seen.plan.engineers <= 1:  # somebody has to be there
        return None
    return (2.7 if seen.is_short else 0.2), {
        "engineers": seen.plan.engineers - max(1, seen.plan.engineers // 3)
    }


def _more_hands(seen: Situation) -> tuple[float, Setting]:
    return (1.3 if seen.is_rich else 0.1), {"engineers": seen.plan.engineers + 2}


def _stop_crawling(seen: Situation) -> tuple[float, Setting] | None:
    return ((2.8 if seen.is_short else 1.7), {"crawl_items": 0}) if seen.plan.crawl_items else None


def _expert(seen: Situation) -> tuple[float, Setting] | None:
    if seen.plan.experts:
        return None
    return (1.8 if seen.weakest is Link.PERFORMANCE and not seen.is_short else 0.3), {"experts": 1}


def _content(seen: Situation) -> tuple[float, Setting]:
    wanted = max(2 * seen.plan.content_won, CONTENT_UNIT_WON)
    return (2.1 if seen.first in (Term.CONTENT, Term.PEERS) else 0.4), {"content_won": wanted}


def _protect(seen: Situation) -> tuple[float, Setting]:
    wanted = max(3 * seen.plan.governance_won, GOVERNANCE_UNIT_WON)
    is_wanted = seen.first is Term.PRIVACY or seen.plan.sell_data
    return (2.3 if is_wanted else 0.2), {"governance_won": wanted, "sell_data": False}


def _more_sellers(seen: Situation) -> tuple[float, Setting]:
    return (1.5 if seen.report.clientele.leads else 0.6), {"sellers": seen.plan.sellers + 2}


_RULES: dict[str, Rule] = {
    "clean": _clean,
    "cut-ads": _cut_ads,
    "advertise": _advertise,
    "simpler": _simpler,
    "richer": _richer,
    "wait": _wait,
    "ask-more": _ask_more,
    "ask-less": _ask_less,
    "design": _design,
    "cheaper": _cheaper,
    "dearer": _dearer,
    "buy-data": _buy_data,
    "vouchers": _vouchers,
    "grants": _grants,
    "fewer-hands": _fewer_hands,
    "more-hands": _more_hands,
    "stop-crawling": _stop_crawling,
    "expert": _expert,
    "content": _content,
    "protect": _protect,
    "more-sellers": _more_sellers,
}
IDEAS = (*_RULES, "earlier")


def _earlier(recording: Recording, week: int) -> tuple[Idea, ...]:
    """Return what was lately decided and might have been decided two weeks sooner: the weightiest alone."""
    orders = recording.orders[:week]
    first = max(1 + EARLIER_WEEKS, week - RECENT_WEEKS)
    for choice in by_weight(recording.level, orders):
        if choice.part is Part.LEVER and choice.week >= first:
            written: Plain = orders[choice.week - 1][choice.key]
            since = choice.week - EARLIER_WEEKS
            return (Idea("earlier", since, ((choice.key, written),), told_week=choice.week),)
    return ()
