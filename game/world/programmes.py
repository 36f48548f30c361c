"""Public money has its seasons: calls that everybody hears of, odds that prefer the label, and reports to write."""

from dataclasses import dataclass

from game.world.company import Company
from game.world.funding import (
    CALL_EVERY_WEEKS,
    GRANT_LASTS_WEEKS,
    GRANT_WEEK,
    VOUCHER_WEEK,
    odds,
)
from game.world.parameters import Parameters

NOTICE_WEEKS = 4  # from the call to the decision; judged, calls of 2019 ran a month


@dataclass(frozen=True, slots=True)
class Call:
    """A call for applications. `id` is "voucher" or "grant"."""

    id: str
    weeks: int  # until it is decided
    chance: float  # of this firm, as it stands
    amount_won: float  # once for a voucher, a week for a grant
    lasts: int  # weeks


def calls(company: Company, week: int, p: Parameters) -> tuple[Call, ...]:
    """Return the calls that are published this week and that the firm could apply for."""
    season = (week + NOTICE_WEEKS) % CALL_EVERY_WEEKS
    found = []
    if season == VOUCHER_WEEK:
        found.append(Call("voucher", NOTICE_WEEKS, odds(company, p.voucher_p, p), p.voucher, 1))
    if season == GRANT_WEEK and company.grant_weeks <= NOTICE_WEEKS:
        chance = odds(company, p.grant_p, p)
        found.append(Call("grant", NOTICE_WEEKS, chance, p.grant_week, GRANT_LASTS_WEEKS))
    return tuple(found)
