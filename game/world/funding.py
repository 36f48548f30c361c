"""Money from outside: investors who are asked when the runway grows short, and public programmes with their calls.

A firm pitches when it has less than half a year left, at most once a quarter, for two rounds. A yes becomes a
term sheet that the founders may accept in the four weeks after; it does not wait for them longer. A voucher buys
data and nothing else; a grant pays wages and costs reports.
"""

from collections.abc import Sequence

from agents import luck
from agents.luck import Stream
from agents.messages import ModelKind, Pitch, TermSheet, Verdict
from game.world import accounts, sector
from game.world.company import Company
from game.world.contracts import WEEKS, TechnologyCompany, arr_won, rarity
from game.world.ground import Ground
from game.world.level import Conditions
from game.world.money import Reason, won
from game.world.parameters import Parameters
from game.world.terms import terms_of

SHORT_RUNWAY_WEEKS = 26.0  # model document, investors
PITCH_EVERY_WEEKS = 13
STAGES = 2  # pre-A, A
BARS = (3_000.0, 25_000.0)  # users expected at each stage (model document, investors)
SHEET_WEEKS = 4  # an offer stands this long; judged
SHARE_SOLD = 0.20  # of the company a round costs (Carta 2023: 20.5 % at seed, 19.5 % at A)
LABEL_WORTH = 0.5  # of the hype premium: how far the label raises the cheque
NO_CONDITIONS = Conditions()
LABELS = (ModelKind.DEEP, ModelKind.BEST)  # what is sold as artificial intelligence

CALL_EVERY_WEEKS = 26
VOUCHER_WEEK, GRANT_WEEK = 8, 10  # of each half-year: when the calls are decided
GRANT_LASTS_WEEKS = 104
REPORT_WON = 500_000  # a week of paperwork for a grant


def has_ai_label(company: Company) -> bool:
    """Return whether the firm can call itself an AI firm."""
    return company.decision.model in LABELS


def is_asking(company: Company, week: int) -> bool:
    """Return whether the firm pitches this week."""
    return (
        company.is_alive
        and company.decision.seeks_funding
        and company.stage < STAGES
        and week - company.last_pitch >= PITCH_EVERY_WEEKS
        and accounts.runway(company) < SHORT_RUNWAY_WEEKS
    )


def pitch(company: Company, rivals: Sequence[Company], week: int, ground: Ground) -> Pitch:
    """Return what investors are shown of a firm this week."""
    others = [ground.overall(r.quality) for r in rivals if r.is_open]
    return Pitch(
        week=week,
        firm=company.index,
        users=company.users_now + _clients_worth(company, ground),
        growth=company.growth,
        quality=ground.overall(company.quality),
        best_rival_quality=max(others, default=0.0),
        scandals=company.scandals,
        stage=company.stage,
        has_ai_label=has_ai_label(company),
        runway_weeks=accounts.runway(company),
        hype=sector.hype(week, ground.parameters),
        bars=BARS,
        chi=ground.parameters.chi,
        arr_won=arr_won(company),
        rarity=rarity(ground.overall(company.quality), others),
    )


def _clients_worth(company: Company, ground: Ground) -> float:
    """Return how many ordinary users would pay what the clients of a technology firm pay."""
    if not isinstance(company, TechnologyCompany):
        return 0.0
    return arr_won(company) / WEEKS / ground.parameters.arpu


def sheet(shown: Pitch, verdict: Verdict, ground: Ground, asked: Conditions = NO_CONDITIONS) -> TermSheet:
    """Return the offer of an investor who said yes; `expires_week` is the last week, as reports count, to accept it."""
    p = ground.parameters
    cheque = (p.preA, p.serA)[min(shown.stage, STAGES - 1)]
    amount = won(cheque * (1 + LABEL_WORTH * shown.hype * shown.has_ai_label))
    name = f"{verdict.investor}-{shown.week + 1}"
    expires = shown.week + 1 + SHEET_WEEKS
    asks = terms_of(asked, amount, shown.week + 1)
    return TermSheet(name, verdict.investor, amount, SHARE_SOLD, expires, verdict, asks)


def close_round(company: Company, accepted: TermSheet) -> None:
    """Take what is paid on signing and give the share away."""
    company.ledger.post(Reason.INVESTMENT, accepted.paid_won)
    company.equity *= 1 - accepted.share
    company.stage += 1


def hear_programmes(company: Company, week: int, seed: int, ground: Ground) -> tuple[str, ...]:
    """Decide this week's calls and pay a running grant; return what there is to tell."""
    order, p = company.decision, ground.parameters
    told = []
    if week % CALL_EVERY_WEEKS == VOUCHER_WEEK and order.applies_voucher:
        wins = _wins(company, week, seed, 0, odds(company, p.voucher_p, p))
        company.voucher_won += won(p.voucher) if wins else 0
        told.append("voucher.won" if wins else "voucher.lost")
    if week % CALL_EVERY_WEEKS == GRANT_WEEK and order.applies_grant and company.grant_weeks == 0:
        wins = _wins(company, week, seed, 1, odds(company, p.grant_p, p))
        company.grant_weeks = GRANT_LASTS_WEEKS if wins else 0
        told.append("grant.won" if wins else "grant.lost")
    company.away = p.report_hands if company.grant_weeks > 0 else 0.0
    if company.grant_weeks > 0:
        company.ledger.earn(Reason.GRANT, p.grant_week)
        company.ledger.post(Reason.REPORTING, -REPORT_WON)
        company.grant_weeks -= 1
        if company.grant_weeks == 0:
            told.append("grant.ended")
    return tuple(told)


def odds(company: Company, chance: float, p: Parameters) -> float:
    """Return the chance of this firm in a public call; programmes prefer what is called artificial intelligence."""
    return chance * (1 - p.call_label * (not has_ai_label(company)))


def _wins(company: Company, week: int, seed: int, programme: int, chance: float) -> bool:
    return luck.share(seed, week, Stream.PROGRAMME, company.index * 2 + programme) < chance
