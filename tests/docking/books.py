"""What the player's firm earns, pays, risks and raises in a week, for many worlds at once: see `tests.docking.firms`."""

from collections.abc import Callable

import numpy as np

from agents.arrays import Floats
from agents.luck import Stream
from tests.docking.aggregate import sigma
from tests.docking.firms import BEST, DEEP, SERVICE, Firm

Lots = Callable[[int, Stream, int], Floats]  # week, purpose, number -> uniform shares, (W,)

FUNDED = ((3_000.0, "preA"), (25_000.0, "serA"))  # users expected, and the cheque, by round


def hazard(firm: Firm, users: Floats) -> Floats:
    """Return the chance of a scandal this week, (W,); `users` are those at the start of the week."""
    policy = firm.policy
    stored = firm.clean[SERVICE].sum(axis=0) + firm.logged.sum(axis=0)
    eager = 0.3 + 2.5 * (policy.collection_permille / 1000) ** 2 + 6.0 * policy.sell_data
    chance = firm.p.hz_scandal * eager * np.log10(1 + stored / 1e3) * (1 - 0.7 * min(policy.governance, 1))
    return np.asarray(chance * (firm.launched & firm.alive & (users > 500)))


def suffer(firm: Firm, scandal: Floats, privacy: Floats) -> None:
    """Let a scandal cost trust and a fine, and trust recover."""
    p = firm.p
    hurt = np.clip(firm.trust - p.trust_hit * privacy, 0, 1)
    firm.trust = np.where(scandal, hurt, firm.trust)
    firm.cash = firm.cash - scandal * p.fine
    firm.scandals += scandal
    firm.trust = firm.trust + (0.7 - firm.trust) * (1 - 0.5 ** (1 / p.trust_half))


def marketing(firm: Firm) -> Floats:
    """Return what is spent on advertisements, (W,) won."""
    return np.asarray(firm.policy.marketing * 1e6 * firm.scale * firm.launched * firm.alive)


def settle(firm: Firm, users: Floats) -> tuple[Floats, Floats]:
    """Pay the week's bill from the week's income; return (revenue, cost), (W,)."""
    p, policy = firm.p, firm.policy
    revenue = users * (p.arpu * policy.price + p.sell_rev * policy.sell_data)
    is_deep = (firm.model == DEEP) | (policy.model == DEEP)
    staff = (
        policy.engineers * p.eng_cost
        + 1e6
        + 1.7e6 * policy.experts
        + 1.3e6 * policy.ux
        + 1.2e6 * policy.content
        + 0.6e6 * policy.governance
    )
    labels = policy.annotators * firm.level.parameters.annot_cost * firm.scale
    data = labels * np.maximum(firm.labelling, 0.2) + policy.buying * 1e6 * firm.scale
    crawler = p.crawl_fixed * (policy.crawl_items > 0) + firm.fetched * p.crawl_var
    training = np.where(is_deep, p.gpu_week * (1 + firm.clean.sum(axis=(0, 1)) / 2e6), 1e5)
    serving = np.where(is_deep, p.inf_cost_dl, p.inf_cost_ml) * p.req_user * users
    cost = staff * (1 + p.overhead) + data + crawler + training + serving + marketing(firm)
    firm.cash = firm.cash + (revenue - cost) * firm.alive
    return revenue, cost


def hear_programmes(firm: Firm, week: int, lots: Lots) -> None:
    """Decide the calls for vouchers and grants, and pay a running grant."""
    p, policy = firm.p, firm.policy
    if week % 26 == 8 and policy.voucher:
        wins = lots(week, Stream.PROGRAMME, 0) < p.voucher_p
        firm.voucher += np.where(wins & firm.alive, p.voucher, 0)
    if week % 26 == 10 and policy.grant:
        wins = (lots(week, Stream.PROGRAMME, 1) < p.grant_p) & firm.alive & (firm.grant <= 0)
        firm.grant = np.where(wins, 104, firm.grant)
    firm.cash = firm.cash + (firm.grant > 0) * firm.alive * (p.grant_week - 0.5e6)
    firm.grant = np.maximum(firm.grant - 1, 0)


def raise_money(firm: Firm, week: int, users: Floats, loss: Floats, lead: Floats, lots: Lots) -> None:
    """Ask both kinds of investor when less than half a year is left; `lead` is quality over the best rival's."""
    p = firm.p
    runway = firm.cash / np.maximum(loss, 1e5)
    ask = (runway < 26) & (week - firm.asked >= 13) & firm.alive & (firm.stage < 2)
    firm.asked = np.where(ask, week, firm.asked)
    label = p.hype * (firm.policy.model in (DEEP, BEST))
    bar = np.where(firm.stage == 0, FUNDED[0][0], FUNDED[1][0])
    cheque = np.where(firm.stage == 0, p.preA, p.serA)
    doubts = 0.4 * firm.scandals + 1.0
    earns = 2.5 * np.log10((users + 50) / bar) + 1.2 * np.clip(firm.growth, -0.5, 1.5) + 1.5 * label - doubts
    scarce = 9.0 * lead + 0.75 * label - doubts - 0.5 * firm.stage
    moods = [lots(week, Stream.INVESTOR, number) for number in range(2)]
    yes = ask & ((moods[0] > sigma(-1.6 * earns)) | (moods[1] > sigma(-1.6 * scarce)))
    firm.cash = firm.cash + yes * cheque * (1 + 0.5 * label)
    firm.stage += yes
