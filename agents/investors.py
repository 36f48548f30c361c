"""Those who might pay for another year: each hears a pitch and answers with a verdict whose every factor is named.

Two theses, as the source deck has them: investors fund firms that earn, and, of those that earn nothing, the ones
whose technology somebody will buy dearly. Interest is in util; a logistic luck of the day is added, so that a
pitch of interest x is answered with yes with the chance sigma(x). Funds see what others fund: in a market with a herd
each round of the last half-year multiplies the odds.
"""

import math
from typing import Any

from agents import exact, luck
from agents.engine import mesa
from agents.luck import Stream
from agents.messages import Factor, Pitch, Verdict

# Weights of the model document, investors; judged and calibrated there so that about half of all seed firms raise a second round.
CONVICTION = 1.6  # util of interest per point of the score
FRIENDS = 50  # users everybody has
REACH = 2.5  # points for ten times the users the stage expects
GROWTH, LEAST_GROWTH, MOST_GROWTH = 1.2, -0.5, 1.5  # points for doubling in 13 weeks; nobody believes in more
LEAD = 9.0  # points for a lead of 1 in quality over the best rival
EARNS_LABEL, SCARCE_LABEL = 1.5, 0.75  # points for the label at hype 1
SCANDAL, CAUTION, STAGE = -0.4, -1.0, -0.5  # points for each scandal, for any firm, for each round before
LN_10 = 2.302585092994046


class Investor(mesa.Agent):
    """A fund. `number` keeps its luck apart from the others'; `id` is the level's name for it."""

    def __init__(self, model: Any, id: str, seed: int, number: int) -> None:  # noqa: A002 the level's word
        super().__init__(model)
        self.id = id
        self.seed = seed
        self.number = number

    def consider(self, pitch: Pitch) -> Verdict:
        """Return how interested the fund is, and why."""
        factors = tuple(Factor(name, value, CONVICTION * weight) for name, value, weight in self.score(pitch))
        factors += _herd(pitch)
        interest = math.fsum(f.weight for f in factors)
        draw = luck.draw(self.seed, pitch.week, Stream.INVESTOR, self.number)
        chance = float(luck.logistic_table()[draw >> 16]) / luck.UTIL
        return Verdict(self.id, interest, chance, factors)

    def score(self, pitch: Pitch) -> tuple[tuple[str, float, float], ...]:
        """Return (name, what was seen, points) of each thing the fund looks at."""
        raise NotImplementedError

    def state(self) -> tuple[object, ...]:
        """Return what this fund remembers, for fingerprints."""
        return (self.id, self.seed, self.number)


def _herd(pitch: Pitch) -> tuple[Factor, ...]:
    """Return what the rounds of others add: the odds of a yes are multiplied by 1 + chi for each of them."""
    if pitch.chi <= 0:
        return ()
    push = float(exact.log(1 + pitch.chi * pitch.rounds_seen))
    return (Factor("herd", float(pitch.rounds_seen), push),)


class EarningsInvestor(Investor):
    """Believes in users and growth; a label helps, a scandal hurts."""

    def score(self, pitch: Pitch) -> tuple[tuple[str, float, float], ...]:
        """Return the points for users against the stage's bar, growth, label and scandals."""
        bar = pitch.bars[min(pitch.stage, len(pitch.bars) - 1)]
        reach = float(exact.log((pitch.users + FRIENDS) / bar)) / LN_10
        return (
            ("users", pitch.users, REACH * reach),
            ("growth", pitch.growth, GROWTH * min(max(pitch.growth, LEAST_GROWTH), MOST_GROWTH)),
            ("label", float(pitch.has_ai_label), EARNS_LABEL * pitch.hype * pitch.has_ai_label),
            ("scandals", float(pitch.scandals), SCANDAL * pitch.scandals),
            ("caution", 1.0, CAUTION),
        )


class ScarcityInvestor(Investor):
    """Believes in technology nobody else has; each round asks for more of it."""

    def score(self, pitch: Pitch) -> tuple[tuple[str, float, float], ...]:
        """Return the points for the lead over the best rival, label, scandals and stage."""
        lead = pitch.quality - pitch.best_rival_quality
        return (
            ("lead", lead, LEAD * lead),
            ("label", float(pitch.has_ai_label), SCARCE_LABEL * pitch.hype * pitch.has_ai_label),
            ("scandals", float(pitch.scandals), SCANDAL * pitch.scandals),
            ("stage", float(pitch.stage), STAGE * pitch.stage),
            ("caution", 1.0, CAUTION),
        )
