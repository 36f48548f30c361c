"""The numbers of the market, each with unit, plausible range, meaning, source and confidence.

One line a parameter. A level may set any of them; outside its range only when it says `override: true`. Confidence: A
measured and relevant, B measured elsewhere or an order of magnitude, C judgement, D calibrated so that the patterns
in `tests/patterns` hold. "Unconfirmed" marks figures quoted from memory. Money is in won, time in weeks.
"""

from dataclasses import dataclass, field, fields
from typing import Any

from agents.messages import LATER


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a number comes from and how far it may sensibly go."""

    low: float
    high: float
    unit: str
    meaning: str
    source: str
    confidence: str


def number(
    default: float,
    low: float,
    high: float,
    unit: str,
    meaning: str,
    source: str,
    confidence: str,
    **marks: bool,
) -> Any:
    """Declare one parameter: its default and its provenance. `LATER` marks one that came after the first saved games."""
    about = Provenance(low, high, unit, meaning, source, confidence)
    return field(default=default, metadata={"about": about, **marks})


# fmt: off
@dataclass(frozen=True, slots=True)
class Parameters:
    """Every number of the weekly system; the names are those levels use."""

    # learning
    E0: float = number(0.5, 0.45, 0.6, "error", "blind guess; small-data plateau", "Hestness 2017", "B")
    Einf_ml: float = number(0.16, 0.1, 0.22, "error", "floor, classical ML", "Ng&Jordan: higher asymptote, reached faster; value judged", "C")
    n0_ml: float = number(120.0, 40.0, 400.0, "items", "data scale, classical ML", "judgement, from crossovers", "C")
    beta_ml: float = number(0.5, 0.35, 0.6, "-", "exponent, classical ML", "parametric n^-1/2 (unconfirmed)", "B")
    Einf_dl: float = number(0.05, 0.02, 0.08, "error", "floor, deep learning", "judgement; label noise alone is 3.3 %", "C")
    n0_dl: float = number(1000.0, 300.0, 4000.0, "items", "data scale, deep learning (the level's data hunger)", "set so DL passes ML at ~67k items (unconfirmed)", "C")
    beta_dl: float = number(0.3, 0.2, 0.35, "-", "exponent, deep learning", "0.07-0.35 observed; upper end, task-specific", "B")
    E_rule: float = number(0.32, 0.26, 0.4, "error", "rule-based, no domain knowledge", "source deck; judgement", "C")
    rule_dk: float = number(0.1, 0.05, 0.15, "error", "improvement of rules at full domain knowledge", "judgement", "C")
    B_shift: float = number(0.25, 0.1, 0.4, "error/distance", "extra error per unit of domain distance", "x0.45 = 11 points = Recht 11-14", "B")
    spec: float = number(0.04, 0.0, 0.08, "error", "wrong-problem error without domain knowledge", "RAND cause no. 1; value judged", "C")
    tau_tune: float = number(0.25, 0.1, 0.4, "share", "reducible error that tuning removes", "Hestness: models shift the offset, not the exponent", "C")
    n0_dk: float = number(0.5, 0.2, 0.7, "share", "cut of data hunger at full domain knowledge", "judgement", "C")
    culture: float = number(1.0, 0.4, 1.6, "-", "scale of segment distance matrix", "Yuki 2007, Gender Shades", "C")
    half_life: float = number(78.0, 26.0, 260.0, "weeks", "relevance half-life of a datum", "Vela 91 % degrade; fashion 26, law 260", "C")
    stale: float = number(0.35, 0.1, 0.6, "share", "skill an untouched model ends up losing", "Vela; value judged", "C")
    # data
    open_n: float = number(60_000.0, 20_000.0, 200_000.0, "items", "open benchmark size", "CIFAR/MNIST 60k (unconfirmed)", "B")
    open_dist: float = number(0.45, 0.25, 0.65, "distance", "open data to target", "Recht/Torralba (unconfirmed)", "B")
    open_noise: float = number(0.033, 0.02, 0.06, "share", "wrong labels, open data", "3.3 %", "A")
    crawl_dist: float = number(0.2, 0.1, 0.35, "distance", "crawled data to target", "judgement", "C")
    crawl_yield: float = number(0.3, 0.15, 0.5, "share", "crawled items that survive cleaning", "judgement: duplicates, junk", "C")
    crawl_noise: float = number(0.12, 0.06, 0.25, "share", "wrong labels after cleaning", "8-38 % in web-label sets (unconfirmed)", "B")
    svc_dist: float = number(0.02, 0.0, 0.05, "distance", "own service data", "judgement", "B")
    svc_noise: float = number(0.1, 0.05, 0.2, "share", "implicit labels", "judgement", "C")
    svc_items: float = number(2.0, 0.5, 6.0, "items/user-week", "raw loggable events worth labelling", "judgement", "C")
    buy_dist: float = number(0.08, 0.03, 0.15, "distance", "purchased/voucher data", "judgement", "C")
    buy_noise: float = number(0.05, 0.02, 0.1, "share", "verified outsourced labels", "judgement; audited sets 3-6 %", "B")
    item_cost: float = number(600.0, 100.0, 3000.0, "won/item", "outsourced, verified item", "56 KRW labeller pay (unconfirmed), 50-500, box 200-3000 with QA", "B")
    annot_rate: float = number(1500.0, 600.0, 3000.0, "items/FTE-week", "in-house annotator", "judgement: ~40/h", "C")
    annot_cost: float = number(450_000.0, 350_000.0, 700_000.0, "won/FTE-week", "annotator all-in", "data-entry 2.44 M/month = 0.56; min. wage 0.40 (unconfirmed)", "A")
    # costs
    crawl_fixed: float = number(8_500_000.0, 3_000_000.0, 14_000_000.0, "won/week", "crawler cluster + 2 data engineers", "2 x 1.5 + cloud, judged", "C")
    crawl_var: float = number(8.0, 2.0, 20.0, "won/item", "bandwidth + storage", "judgement", "C")
    eng_cost: float = number(1_600_000.0, 1_200_000.0, 2_400_000.0, "won/FTE-week", "engineer all-in", "data analyst 7.02, developer 6.40 M/month", "A")
    overhead: float = number(0.2, 0.1, 0.35, "share", "rent, tools, admin", "judgement", "B")
    gpu_week: float = number(900_000.0, 300_000.0, 3_000_000.0, "won/week", "training GPUs", "1 V100 24/7 = $3.06/h (unconfirmed) ~0.6; A100 $1.5-4", "B")
    inf_cost_dl: float = number(0.35, 0.05, 1.8, "won/request", "DL inference", "API ceiling $1.5/1000; self-hosted T4 ~$0.01-0.3 (unconfirmed)", "B")
    inf_cost_ml: float = number(0.03, 0.01, 0.1, "won/request", "classical inference", "CPU; judgement", "C")
    req_user: float = number(20.0, 5.0, 60.0, "req./user-week", "load", "judgement", "C")
    # demand
    brand_inc: float = number(0.8, 0.4, 1.6, "utils", "habit of the incumbent's users, bundling", "calibrated: 12 % share is steady", "D")
    v0: float = number(-2.9, -3.7, -2.4, "utils", "outside option", "calibrated", "D")
    b_q: float = number(4.0, 3.0, 5.5, "utils", "weight of AI quality", "calibrated (Sobol: decisive)", "D")
    b_ux: float = number(1.2, 0.6, 2.0, "utils", "weight of UX", "calibrated", "D")
    b_content: float = number(1.8, 1.0, 3.0, "utils", "weight of non-AI content", "calibrated", "D")
    b_trust: float = number(2.0, 1.0, 4.0, "utils/trust", "weight of trust", "calibrated on -14 % installs", "C")
    b_lat: float = number(0.05, 0.015, 0.1, "utils/s", "hidden latency", "Google 0.015, Bing 0.022, Amazon 0.10 (derived)", "B")
    b_lat1: float = number(0.35, 0.15, 0.6, "utils/s", "hidden latency past 1 s", "57 % leave at 3 s", "C")
    labor: float = number(0.45, 0.0, 0.7, "utils", "labour illusion, visible analysis", "logit(0.63)=0.53 (derived), less for daily use", "B")
    b_price: float = number(0.8, 0.4, 1.6, "utils per +100 % price", "price", "in-app ads = +8 % price; elasticity 1-4 (unconfirmed)", "C")
    b_net: float = number(0.0, 0.0, 0.6, "utils per ln", "direct network effect (off)", "Hagiu&Wright: not the same as data", "C")
    consider: float = number(0.02, 0.008, 0.04, "1/week", "non-users who look at the category", "judgement", "C")
    switch_rate: float = number(0.004, 0.001, 0.012, "1/week", "people in a service who reconsider", "judgement", "C")
    switch_cost: float = number(1.2, 0.5, 2.5, "utils", "switching cost", "judgement", "C")
    wom: float = number(0.1, 0.03, 0.25, "1/user-week", "recommendations", "k-factor < 1 for most apps (unconfirmed)", "C")
    aw_p: float = number(0.0008, 0.0002, 0.002, "1/week", "awareness without contact", "Bass p 0.03/yr = 0.0006/wk (derived)", "B")
    aw_q: float = number(0.6, 0.2, 1.2, "1/week", "awareness by penetration", "Bass q 0.38/yr = 0.007/wk; apps faster; judgement", "C")
    aw_mkt: float = number(0.003, 0.001, 0.006, "per M won", "awareness bought", "CPM 5 000 KRW (unconfirmed)", "C")
    forget: float = number(0.004, 0.001, 0.01, "1/week", "awareness decay", "judgement", "C")
    cpi: float = number(2500.0, 1200.0, 4500.0, "won", "cost per install", "Asia $0.74-0.90 (2015), US $1.6-2.8", "B")
    lapse_half: float = number(39.0, 13.0, 104.0, "weeks", "time before a disappointed user looks again", "judgement", "C")
    conv_max: float = number(0.32, 0.2, 0.45, "share", "D7 of a perfect product", "D7 benchmarks 12 %, best 20-30 %", "A")
    promote: float = number(0.06, 0.03, 0.1, "1/week", "casual to loyal", "fits D7/D30 = 12/6 %", "B")
    arpu: float = number(300.0, 120.0, 600.0, "won/user-week", "ads + subscriptions", "ad ARPU $0.5-1/month = 150-300; 2.2 % payers", "B")
    # privacy
    hz_scandal: float = number(0.0012, 0.0003, 0.004, "1/week", "scandal hazard scale", "judgement", "C")
    scandal_churn: float = number(0.15, 0.05, 0.3, "share", "users lost at once", "26 % deleted app within a year (44 % of 18-29)", "B")
    trust_hit: float = number(0.3, 0.15, 0.5, "trust", "trust lost", "judgement", "C")
    trust_half: float = number(26.0, 13.0, 78.0, "weeks", "recovery", "judgement; delay effects persist", "C")
    fine: float = number(100_000_000.0, 30_000_000.0, 400_000_000.0, "won", "sanction", "Iruda 103.3 M = 12 % of revenue", "A")
    sell_rev: float = number(23.0, 5.0, 60.0, "won/user-week", "selling user data", "5 M/month for 50 000 users (derived)", "A")
    press: float = number(1.2, 0.4, 2.5, "utils", "review-bomb shock to reputation", "star effects 5-9 % revenue; judgement", "C")
    # money
    seed: float = number(700_000_000.0, 300_000_000.0, 1_200_000_000.0, "won", "seed + TIPS-linked money", "50-300 M, up to 600+ with TIPS", "B")
    preA: float = number(800_000_000.0, 300_000_000.0, 1_500_000_000.0, "won", "pre-A round", "300-1 500", "A")
    serA: float = number(3_000_000_000.0, 1_500_000_000.0, 8_000_000_000.0, "won", "series A", "1 500-8 000", "A")
    hype: float = number(0.3, 0.0, 0.5, "-", "AI label premium", "15-50 %", "A")
    voucher_p: float = number(0.3, 0.12, 0.55, "chance/call", "data voucher won", "2.1:1, 3.7:1, AI 8.3:1 = 0.12-0.55", "A")
    voucher: float = number(60_000_000.0, 18_000_000.0, 70_000_000.0, "won", "voucher value", "18 / 45 / 60-70", "A")
    grant_p: float = number(0.25, 0.1, 0.4, "chance/half-year", "R&D grant won", "judgement", "C")
    grant_week: float = number(4_000_000.0, 1_000_000.0, 5_000_000.0, "won/week", "R&D grant", "TIPS 500 M over 2 years = 4.8", "A")
    # work
    T_rule: float = number(6.0, 4.0, 10.0, "weeks", "first rule system (3 engineers)", "judgement", "C")
    T_ml: float = number(10.0, 6.0, 16.0, "weeks", "first classical model", "2/3 of firms: > 1 month to build, > 1 to deploy", "B")
    T_dl: float = number(18.0, 12.0, 32.0, "weeks", "first deep model", "same, plus infrastructure (deck)", "B")
    next_frac: float = number(0.4, 0.25, 0.6, "share", "later releases / first", "judgement", "C")
    # people
    taste_sd: float = number(0.5, 0.0, 1.0, "utils", "spread of each coefficient between people", "judgement", "C")
    rewire: float = number(0.2, 0.0, 1.0, "share", "acquaintances who live far away in the network", "Watts and Strogatz 1998: small worlds between 0.01 and 0.3", "C")
    outside: float = number(0.1, 0.0, 0.5, "share", "distant acquaintances from another segment", "judgement", "C")
    acquaintances: float = number(8.0, 2.0, 30.0, "people", "whose recommendation a person may hear", "core discussion networks of some 3 (General Social Survey), wider circles of 15", "C")
    storm: float = number(0.0, 0.0, 1.0, "share", "of the press shock, felt by who hears of a scandal from an acquaintance (0: no stories, as in the aggregate model)", "judgement; bad word of mouth outweighs good (unconfirmed)", "C")
    retell: float = number(0.5, 0.0, 1.0, "chance/meeting", "that a fresh story of a scandal is told", "judgement", "C")
    chi: float = number(0.0, 0.0, 0.6, "1/round", "what each round of the last 26 weeks adds to the odds of the next (0: no herd, as in the aggregate model)", "cascades (Banerjee 1992), hot markets (Nanda and Rhodes-Kropf 2013), unconfirmed; value judged", "C")
    hype_half: float = number(0.0, 0.0, 520.0, "weeks", "in which the label premium halves (0: never, as in the aggregate model)", "judgement", "C")
    call_label: float = number(0.0, 0.0, 0.8, "share", "of its odds in public calls that a firm without the label loses (0 in the aggregate model)", "source deck; judgement", "C")
    report_hands: float = number(0.0, 0.0, 1.0, "engineers", "who write a grant's reports instead of code (0 in the aggregate model)", "source deck; judgement", "C")
    project_sd: float = number(0.0, 0.0, 0.8, "sd of ln", "uncertain length of a stage of work (0: as planned, as in the aggregate model)", "time to deploy: 14 % within 7 days, 28 % 8 to 30, 40 % longer (Algorithmia 2019); value judged", "C")
    # clients of a technology firm
    lead_rate: float = number(0.25, 0.1, 0.6, "1/seller-week", "clients a seller finds", "judgement", "C")
    lead_weeks: float = number(18.0, 8.0, 40.0, "weeks", "a client takes to decide", "judgement; sales to firms take months", "C")
    seller_cost: float = number(1_500_000.0, 1_000_000.0, 2_500_000.0, "won/FTE-week", "seller all-in", "between developer 6.40 and analyst 7.02 M/month; judged", "C")
    client_cost: float = number(300_000_000.0, 100_000_000.0, 1_000_000_000.0, "won/year", "what a client spends on the work that could be saved", "judgement: some six people", "C")
    scarcity: float = number(1.5, 0.0, 3.0, "-", "how much more is paid for what nobody else can do", "source deck; value judged", "C")
    # what came later, behind everything else: the luck of a world is drawn by place
    nag: float = number(0.0, 0.0, 1.0, "share", "design that asking at every turn costs who uses it, at none (0 in the aggregate model)", "source deck; judgement", "C", **LATER)
# fmt: on


def about() -> dict[str, Provenance]:
    """Return the provenance of every parameter by name."""
    return {f.name: f.metadata["about"] for f in fields(Parameters)}
