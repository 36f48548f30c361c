"""How data turn into performance.

Rules need no data and stop early; classical models learn from hundreds of items; deep models need tens of
thousands and then pass both. The error of a learner falls as a power of its effective items between a plateau of
blind guessing and a floor (Hestness and others 2017); distance from the people served adds to it (Ben-David and
others 2010), and so does solving the wrong problem for want of domain knowledge. A team tests eight training sets
and keeps the best for each segment. Quality is the share of the way from blind guessing to 5 % error.
"""

from dataclasses import dataclass

import numpy as np

from agents import exact
from agents.messages import Decision, Infra, ModelKind
from game.world import infrastructure
from game.world.data import NO_CAPACITY, TrainingSets
from game.world.ground import Floats
from game.world.parameters import Parameters

BEST_ERROR = (
    0.05  # error that counts as perfect: what experts disagree about anyway; judged in the reference model
)

# How well a model can be explained to those who ask, by ModelKind: rules are read, trees and weights shown, depth guessed at;
# judged, in the order of the source deck.
EXPLAINABILITY = (0.95, 0.70, 0.20)

LEAST_LATENCY_S = 0.1  # network and rendering; "instant" in Nielsen's three limits
INFERENCE_S = (0.02, 0.05, 0.40)  # by ModelKind at rest; reference model, judged
REQUESTS_A_SERVER = 250_000  # a week
SERVER_FOR_REQUESTS = 200_000  # a week: one more is rented before it is full
FULLEST = 0.9  # load at which requests are turned away instead of waiting longer
SHOWN_AT_LEAST_S = 15.0  # a visible analysis takes its time (Buell and Norton 2011 used 10 to 60 s)
HIDDEN_CLIFF_S, HIDDEN_WORST_S = 1.0, 10.0  # past flow of thought; past attention (Nielsen)
LABOUR_S = 8.0  # most of the labour illusion is there after this time
SHOWN_LIMIT_S, SHOWN_PAIN = 60.0, 0.03  # util per second past a minute


@dataclass(frozen=True, slots=True)
class Errors:
    """Errors a firm would get if it trained today, by family of model, (3, S)."""

    felt: Floats  # by the people of the segment
    lab: Floats  # on the firm's own test set, where data and people are alike


def learning_curve(items: Floats, tune: float, knowledge: float, p: Parameters) -> Floats:
    """Return the error of the two learners, (2, ...): classical, deep.

    Args:
        items: effective items, any shape.
        tune: how well tuned the pipeline is, 0..1.
        knowledge: of the domain, 0..1; cuts the hunger for data.
        p: the world's parameters.
    """
    shape = (2,) + (1,) * items.ndim
    scale = 1 - p.n0_dk * knowledge
    n0 = np.array([p.n0_ml, p.n0_dl]).reshape(shape) * scale
    beta = np.array([p.beta_ml, p.beta_dl]).reshape(shape)
    floor = np.array([p.Einf_ml, p.Einf_dl]).reshape(shape)
    fall: Floats = exact.power(1 + items / n0, -beta)
    return floor + (p.E0 - floor) * (1 - p.tau_tune * tune) * fall


def errors(sets: TrainingSets, tune: float, knowledge: float, p: Parameters) -> Errors:
    """Return what each family of model would get from the best of eight training sets, segment by segment."""
    far = p.B_shift * (sets.shift / np.maximum(sets.items, NO_CAPACITY))
    lab = learning_curve(sets.items, tune, knowledge, p) + p.spec * (1 - knowledge)  # (2, 2, K, S)
    felt = lab + far
    segments = felt.shape[-1]
    flat = felt.reshape(2, -1, segments)
    best = np.argmin(flat, axis=1)[:, None]
    least = np.take_along_axis(flat, best, axis=1)[:, 0]
    tested = np.take_along_axis(lab.reshape(2, -1, segments), best, axis=1)[:, 0]
    rules = np.full((1, segments), p.E_rule - p.rule_dk * knowledge)
    return Errors(
        np.minimum(np.concatenate([rules, least]), p.E0),
        np.minimum(np.concatenate([rules, tested]), p.E0),
    )


def quality(error: Floats, p: Parameters) -> Floats:
    """Return the share of perfect, 0 for blind guessing, 1 at `BEST_ERROR`."""
    share: Floats = np.clip((p.E0 - error) / (p.E0 - BEST_ERROR), 0, 1)
    return share


def freshness(age_weeks: int, p: Parameters) -> float:
    """Return the share of its skill a model still has after so many weeks without training."""
    return 1 - p.stale * (1 - float(exact.power(0.5, age_weeks / p.half_life)))


def latency_s(model: ModelKind, users: float, order: Decision, p: Parameters) -> float:
    """Return the seconds a user waits: servers are rented as users come, but never quite in time."""
    requests = users * p.req_user
    servers = 1 + requests / SERVER_FOR_REQUESTS
    load = min(requests / (servers * REQUESTS_A_SERVER), FULLEST)
    thinks = INFERENCE_S[min(model, ModelKind.DEEP)]
    thinks *= infrastructure.factor(order, Infra.OPTIMISATION, infrastructure.SLOW_THINKING)
    hop = 0.0 if infrastructure.has(order, Infra.SERVING) else infrastructure.HOP_S
    waits = LEAST_LATENCY_S + hop + thinks / (1 - load)
    return max(waits, SHOWN_AT_LEAST_S) if order.is_visible else waits


def latency_util(seconds: float, is_visible: bool, p: Parameters) -> float:
    """Return what waiting is worth to a user, in util.

    Hidden inference hurts from the first tenth of a second; an analysis shown at work pleases for a while (Buell and Norton 2011).
    """
    if is_visible:
        watched = p.labor * (1 - float(exact.exp(-seconds / LABOUR_S)))
        return watched - SHOWN_PAIN * max(seconds - SHOWN_LIMIT_S, 0.0)
    return -(p.b_lat * seconds + p.b_lat1 * min(max(seconds - HIDDEN_CLIFF_S, 0.0), HIDDEN_WORST_S))
