"""What grows in a firm week by week besides its data: knowledge, design, content, age, and the debt that is paid back.

Aggregate reference model, section "experiment cycle": judged there unless said otherwise.
"""

import math
from typing import TYPE_CHECKING

from agents.messages import Infra
from game.world import infrastructure, learning
from game.world.levers import CONTENT_UNIT_WON, OPS_UNIT_WON, UX_UNIT_WON
from game.world.parameters import Parameters

if TYPE_CHECKING:
    from game.world.company import Company

UX_STEP, MOST_UX = 0.015, 0.95  # share of the way to perfect design that effort 1 goes in a week
CONTENT_STEP, CONTENT_FADE = 0.03, 0.01  # a week of effort 1; old content bores
EXPERT_STEP = 0.005  # knowledge an expert passes on a week, and what stays when the expert goes
MOST_KNOWLEDGE = 0.95
OPS_STEP = 0.02  # technical debt that one person a week pays back; judged: a release adds 0.05 in seven weeks or more


def grow(company: "Company", p: Parameters) -> None:
    """Let the model age, the team learn, debt be paid, and design and content follow their budgets."""
    order = company.decision
    company.age += 1
    company.fresh = learning.freshness(company.age, p)
    company.learned += EXPERT_STEP * math.sqrt(order.experts)
    company.learned = min(company.learned, max(MOST_KNOWLEDGE - company.first_knowledge, 0.0))
    company.debt = max(company.debt - debt_paid(order.ops_won), 0.0)
    effort = (
        order.ux_won
        / UX_UNIT_WON
        * infrastructure.factor(order, Infra.USABILITY, infrastructure.SLOWER_DESIGN)
    )
    company.ux = max(company.ux, min(MOST_UX, company.ux + UX_STEP * effort * (1 - company.ux)))
    effort = order.content_won / CONTENT_UNIT_WON
    grown = company.content + CONTENT_STEP * effort * (1 - company.content) - CONTENT_FADE * company.content
    company.content = min(max(grown, 0.0), 1.0)


def debt_paid(ops_won: int) -> float:
    """Return the technical debt that a week's spending on operations pays back: four people do the work of two."""
    return OPS_STEP * math.sqrt(ops_won / OPS_UNIT_WON)
