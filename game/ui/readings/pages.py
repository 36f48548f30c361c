"""Which page of the codex is about what is on the screen.

A term is what a widget says it is about, by default its own name: `figure.cash`, `lever.price_won`, `ring.arrow.0`. What has no
line of its own here belongs to what its name begins with: `lever.crawl_items.amount` to `lever.crawl_items`, all of the sheet
`views` to `views`.
"""

PAGES = {
    # The bar at the top.
    "figure.cash": "runway",
    "figure.runway": "runway",
    "figure.users": "churn",
    "figure.clients": "company-types",
    "figure.accuracy": "distance",
    "figure.mood": "two-theses",
    # What is decided.
    "lever.open_data": "four-sources",
    "lever.crawl_items": "crawl-the-world",
    "lever.buying_won": "four-sources",
    "lever.applies_voucher": "data-voucher",
    "lever.labelling_won": "raw-and-labelled",
    "lever.feedback_permille": "asking-users",
    "lever.collection_permille": "trust",
    "lever.sell_data": "worry-app",
    "lever.governance_won": "trust",
    "lever.model": "must-it-be-deep",
    "lever.engineers": "pipeline",
    "lever.experts": "domain-knowledge",
    "lever.emphasis": "pipeline",
    "lever.ops_won": "technical-debt",
    "lever.infrastructure": "infrastructure-bill",
    "infra": "infrastructure-bill",
    "lever.is_visible": "visible-and-hidden",
    "lever.opens_early": "content-first",
    "lever.price_won": "churn",
    "lever.ux_won": "content-first",
    "lever.content_won": "content-first",
    "lever.marketing_won": "word-of-mouth",
    "lever.seeks_funding": "two-theses",
    "lever.sellers": "company-types",
    "lever.applies_grant": "tips",
    "kind.rules": "must-it-be-deep",
    "kind.classical": "two-regimes",
    "kind.deep": "more-data-fewer-errors",
    "kind.best": "must-it-be-deep",
    "release": "pipeline",
    # The market, the loop, the curves.
    "market": "churn",
    "loop": "loop-gain",
    "ring": "deep-lemma",
    "ring.why": "loop-gain",
    "ring.state": "loop-gain",
    "ring.arrow.0": "raw-and-labelled",
    "ring.arrow.1": "more-data-fewer-errors",
    "ring.arrow.2": "churn",
    "trend.users": "churn",
    "trend.clients": "company-types",
    "trend.data": "raw-and-labelled",
    "trend.quality": "distance",
    "trend.cash": "runway",
    # Questions about what happened. A person's reasons bear the names of `agents.kinds.Term`.
    "why": "churn",
    "why.reasons.FIT": "distance",
    "why.reasons.QUALITY": "distance",
    "why.reasons.SPEED": "waiting",
    "why.reasons.UX": "content-first",
    "why.reasons.PRIVACY": "trust",
    "why.reasons.PEERS": "word-of-mouth",
    "why.reasons.CONTENT": "content-first",
    "why.reasons.LUCK": "same-luck",
    "why.fund": "two-theses",
    "whatif": "same-luck",
    "views": "three-views",
    "diagnosing": "loop-gain",
    "end.luck": "same-luck",
    "offer": "two-theses",
    # A market of one's own.
    "sandbox.set.business": "company-types",
    "sandbox.set.jitter": "calibration",
    "sandbox.set.figure.half_life": "drift",
    "sandbox.set.figure.n0_dl": "must-it-be-deep",
    "sandbox.set.figure.open_dist": "distance",
    "sandbox.set.figure.svc_items": "asking-users",
    "sandbox.set.figure.b_q": "churn",
    "sandbox.set.figure.b_trust": "trust",
    "sandbox.set.figure.switch_cost": "churn",
    "sandbox.set.figure.wom": "word-of-mouth",
    "sandbox.set.figure.hz_scandal": "trust",
    "sandbox.set.figure.arpu": "first-week-retention",
    "sandbox.set.figure.voucher_p": "data-voucher",
    "sandbox.set.funds": "two-theses",
    "sandbox.set.funds.scarcity": "scarcity",
    "sandbox.set.programmes.voucher": "data-voucher",
    "sandbox.set.programmes.grant": "tips",
}
"""The page of each term, by id."""


def page_of(term: str) -> str:
    """Return the id of the page about a term, "" if the codex has none."""
    while term:
        if term in PAGES:
            return PAGES[term]
        term = term.rpartition(".")[0]
    return ""
