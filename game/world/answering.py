"""Answers to term sheets and event cards, and what comes of answering late; offers coming in, firms going out."""

from typing import TYPE_CHECKING

from agents.messages import ACCEPT, DECLINE, Decision, Pitch, TermSheet, Verdict
from game.world import buyers, funding, terms
from game.world.company import Company
from game.world.level import EventCard, Text
from game.world.levers import Refusal

if TYPE_CHECKING:
    from game.world.model import MarketModel

Answers = tuple[tuple[str, str], ...]


def refused(model: "MarketModel", decision: Decision) -> tuple[Refusal, ...]:
    """Return a refusal for each promise to an investor that would be broken, and for each answer that makes no sense."""
    return terms.broken(model, decision) + unknown(model, decision.answers)


def unknown(model: "MarketModel", answers: Answers) -> tuple[Refusal, ...]:
    """Return a refusal for each answer to something that does not wait, or that it does not understand."""
    choices: dict[str, tuple[str, ...]] = {s.id: (ACCEPT, DECLINE) for s in model.sheets}
    choices |= {c.id: tuple(o.id for o in c.choices) for c in model.deck.cards(model.level)}
    found, seen = [], []
    for id_, choice in answers:
        if id_ in seen:
            found.append(Refusal("answers", "repeated-answer", (("id", id_),)))
        elif id_ not in choices:
            found.append(Refusal("answers", "unknown-answer", (("id", id_),)))
        elif choice not in choices[id_]:
            found.append(Refusal("answers", "unknown-choice", (("id", id_), ("choice", choice))))
        seen.append(id_)
    return tuple(found)


def coming_won(model: "MarketModel", answers: Answers) -> int:
    """Return the money that these answers bring in at once."""
    accepted = [id_ for id_, choice in answers if choice == ACCEPT]
    return max((s.paid_won for s in model.sheets if s.id in accepted and not s.buys_all), default=0)


def carry_out(model: "MarketModel", answers: Answers) -> None:
    """Give the answers, in their order; then let the cards that have waited too long be answered by their first choice."""
    for id_, choice in answers:
        sheet = next((s for s in model.sheets if s.id == id_), None)
        card = next((c for c in model.deck.cards(model.level) if c.id == id_), None)
        if sheet is not None:
            _answer_sheet(model, sheet, choice)
        elif card is not None:
            _answer_card(model, card, choice, "event.answered")
    for card in model.deck.overdue(model.level, model.week):
        _answer_card(model, card, card.choices[0].id, "event.default")


def _answer_sheet(model: "MarketModel", sheet: TermSheet, choice: str) -> None:
    """Accept an offer, which ends all talks of this round, or decline it."""
    if sheet.buys_all:
        _answer_buyer(model, sheet, choice)
        return
    week, fund = model.week + 1, fund_name(model, sheet.investor)
    if choice == ACCEPT:
        company = model.companies[0]
        funding.close_round(company, sheet)
        terms.keep(model, sheet.investor, sheet.terms)
        model.sector.note(model.week)
        model.sheets = []
        model.newsroom.tell(
            week,
            "investment",
            fund=fund,
            amount_won=float(sheet.amount_won),
            share=sheet.share,
            round=float(company.stage),
        )
    else:
        model.sheets = [s for s in model.sheets if s.id != sheet.id]
        model.newsroom.tell(week, "sheet.declined", fund=fund)


def _answer_buyer(model: "MarketModel", sheet: TermSheet, choice: str) -> None:
    if choice == ACCEPT:
        buyers.accept(model, sheet)
    else:
        model.sheets = [s for s in model.sheets if s.id != sheet.id]
        buyers.decline(model, sheet, "bid.declined")


def _answer_card(model: "MarketModel", card: EventCard, choice: str, told: str) -> None:
    label = next(c.label for c in card.choices if c.id == choice)
    model.newsroom.tell(model.week + 1, told, card=card.id, title=card.title, choice=label)
    model.play_on(model.deck.answer(card, choice))


def hear(model: "MarketModel", shown: Pitch, verdict: Verdict) -> None:
    """Take in an investor's verdict on a pitch: an offer, or a no and what weighed most against."""
    week, fund = model.week + 1, fund_name(model, verdict.investor)
    if verdict.is_yes:
        asked = model.level.fund(verdict.investor).conditions
        sheet = funding.sheet(shown, verdict, model.ground, asked)
        model.sheets.append(sheet)
        model.newsroom.tell(
            week,
            "sheet",
            fund=fund,
            amount_won=float(sheet.amount_won),
            share=sheet.share,
            weeks=float(funding.SHEET_WEEKS),
        )
    else:
        worst = verdict.missing or min(verdict.factors, key=lambda f: f.weight)
        is_luck = verdict.luck < worst.weight
        model.newsroom.tell(
            week,
            "pitch.no",
            fund=fund,
            factor="luck" if is_luck else worst.name,
            weight=verdict.luck if is_luck else worst.weight,
        )


def expire(model: "MarketModel") -> None:
    """Let offers lapse whose last week this was."""
    week = model.week + 1
    for sheet in model.sheets:
        if sheet.expires_week <= week and sheet.buys_all:
            buyers.decline(model, sheet, "bid.expired")
        elif sheet.expires_week <= week:
            model.newsroom.tell(
                week,
                "sheet.expired",
                fund=fund_name(model, sheet.investor),
                amount_won=float(sheet.amount_won),
            )
    model.sheets = [s for s in model.sheets if s.expires_week > week]


def fund_name(model: "MarketModel", id_: str) -> Text:
    """Return what a fund is called."""
    return model.level.fund(id_).name


def tell_rival(model: "MarketModel", company: Company, before: Decision) -> None:
    """Tell what a rival has changed for all to see: its price, and the people on its product."""
    week, now = model.week + 1, company.decision
    rival = model.level.rivals[company.index - 1].name
    if now.price_won < before.price_won:
        model.newsroom.tell(
            week,
            "rival.price",
            rival=rival,
            before_won=float(before.price_won),
            price_won=float(now.price_won),
        )
    if now.engineers > before.engineers:
        model.newsroom.tell(week, "rival.hands", rival=rival, engineers=float(now.engineers))


def close(model: "MarketModel", company: Company) -> None:
    """Shut a firm down that cannot pay; its users find the door closed next week."""
    if not company.is_alive:
        return
    company.is_alive = False
    week = model.week + 1
    if company.index == 0:
        model.newsroom.tell(week, "closed")
    else:
        model.newsroom.tell(week, "rival.closed", rival=model.level.rivals[company.index - 1].name)
