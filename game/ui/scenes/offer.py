"""Money is on offer: how much, for what share, what the investor saw, and what spoke against."""

from math import isfinite

from agents.messages import ACCEPT, DECLINE, Factor, TermSheet
from game.content import sentences
from game.content.words import Words
from game.study.subjects import Subject, Who
from game.ui.buttons import Button, Kind
from game.ui.dialogs import Answer, Dialog, Effect, Question
from game.ui.figures import Figure, Figures, Scales, Weight
from game.ui.flows import Flow
from game.ui.labels import Label
from game.ui.scenes.event import close_last
from game.ui.tokens import CAPTION_STRONG, Tone
from game.ui.widgets import Act, Deed, Widget
from game.world.level import Fund, Level, Rival
from game.world.report import MarketView, WeekReport

_ANSWER = "offer.answer."


class OfferDialog(Dialog):
    """A term sheet, or an offer for the whole company. It may be put off with Escape until its last week."""

    def __init__(self, words: Words, view: MarketView, level: Level, sheet: TermSheet) -> None:
        self.sheet = sheet
        kind = "offer.whole" if sheet.buys_all else "offer"
        name = _name(words, level, sheet.investor)
        question = Question(
            title=words.say(f"{kind}.title", fund=name),
            text=words.say(f"{kind}.text", fund=name, amount=sheet.amount_won, share=sheet.share),
            kicker=words.say(f"{kind}.kicker", week=sheet.expires_week),
            note=words.say("offer.note"),
            icon="handshake",
            tone=Tone.WARN if sheet.buys_all else Tone.GOOD,
        )
        answers = _farewell(words, view, sheet) if sheet.buys_all else _answers(words, view, sheet)
        super().__init__("offer", question, answers, closing=words.say("offer.later"))
        figures = _price(words, view, sheet) if sheet.buys_all else _deal(words, view.report, sheet)
        deal = Figures("offer.deal", words.say("offer.deal"), figures)
        seen = Scales("offer.seen", words.say(f"{kind}.seen"), _weights(words, sheet))
        heading = Label("offer.seen.title", words.say(f"{kind}.seen"), CAPTION_STRONG, ink="text2")
        column = self.scroll.content
        text, *_ = column.children
        column.clear()
        self.why = Button(
            "offer.why", words.say("offer.why"), Kind.PLAIN, icon="message-circle-question", small=True
        )
        column.add(
            text, deal, *_conditions(words, sheet), heading, seen, *self.cards, Flow("offer.more", self.why)
        )
        close_last(self)
        known = {rival.id for rival in level.rivals}
        self.subject = Subject(Who.RIVAL if sheet.investor in known else Who.FUND, sheet.investor)

    def asks_why(self, act: Act) -> bool:
        """Return whether an act asks the investor, or the buyer, why."""
        return act == Act(self.why.id, Deed.PRESS)

    def answer(self, act: Act) -> tuple[str, str] | None:
        """Return the sheet and the answer an act gives, for `Decision.answers`; None if it answers nothing."""
        if act.deed is not Deed.PRESS or not act.who.startswith(_ANSWER):
            return None
        return self.sheet.id, act.who.removeprefix(_ANSWER)

    def is_over(self, act: Act) -> bool:
        """Return whether an act ends the dialog, answered or put off."""
        closes = act.deed is Deed.CLOSE or (self.closer is not None and act.who == self.closer.id)
        return closes or self.answer(act) is not None


def _name(words: Words, level: Level, who: str) -> str:
    """Return what an investor or a buyer is called."""
    known: tuple[Fund | Rival, ...] = (*level.funds, *level.rivals)
    return next((words.pick(found.name) for found in known if found.id == who), who)


def _conditions(words: Words, sheet: TermSheet) -> list[Widget]:
    """Return what is asked for beside a share, if anything is."""
    told = sentences.conditions(words, sheet)
    if not told:
        return []
    title = Label("offer.terms.title", words.say("offer.terms"), CAPTION_STRONG, ink="text2")
    return [title, *(Label(f"offer.terms.{n}", line) for n, line in enumerate(told))]


def _farewell(words: Words, view: MarketView, sheet: TermSheet) -> list[Answer]:
    """Return the answers to an offer for the whole company: to sell ends the level."""
    gain = Effect(
        words.say("offer.whole.yours"),
        words.say("offer.gain", amount=_founders(view, sheet)),
        Tone.GOOD,
    )
    return [
        Answer(
            _ANSWER + ACCEPT, words.say("offer.whole.accept"), words.say("offer.whole.accept-about"), (gain,)
        ),
        Answer(_ANSWER + DECLINE, words.say("offer.whole.decline"), words.say("offer.whole.decline-about")),
    ]


def _price(words: Words, view: MarketView, sheet: TermSheet) -> list[Figure]:
    report = view.report
    return [
        Figure(words.say("offer.whole.price"), words.say("offer.money", amount=sheet.amount_won)),
        Figure(words.say("offer.equity"), words.say(_percent(report.equity), share=report.equity)),
        Figure(
            words.say("offer.whole.yours"),
            words.say("offer.money", amount=_founders(view, sheet)),
            Tone.GOOD,
        ),
    ]


def _founders(view: MarketView, sheet: TermSheet) -> int:
    """Return what of the price goes to the founders, won, once the investors who come first are paid."""
    left = max(sheet.amount_won - view.preferred_won, 0)
    return min(round(sheet.amount_won * view.report.equity), left)


def _answers(words: Words, view: MarketView, sheet: TermSheet) -> list[Answer]:
    report = view.report
    gain = Effect(words.say("offer.cash"), words.say("offer.gain", amount=sheet.paid_won), Tone.GOOD)
    given = Effect(
        words.say("offer.equity"), words.say("offer.given", change=-report.equity * sheet.share), Tone.WARN
    )
    others = "offer.accept-about-others" if len(view.sheets) > 1 else "offer.accept-about"
    return [
        Answer(_ANSWER + ACCEPT, words.say("offer.accept"), words.say(others), (gain, given)),
        Answer(_ANSWER + DECLINE, words.say("offer.decline"), words.say("offer.decline-about")),
    ]


def _deal(words: Words, report: WeekReport, sheet: TermSheet) -> list[Figure]:
    worth = sheet.amount_won / sheet.share if sheet.share else float("nan")
    after = report.equity * (1 - sheet.share)
    figures = [
        Figure(words.say("offer.amount"), words.say("offer.money", amount=sheet.amount_won), Tone.GOOD),
        Figure(words.say("offer.share"), words.say(_percent(sheet.share), share=sheet.share)),
        Figure(words.say("offer.worth"), words.say("offer.money", amount=worth)),
        Figure(words.say("offer.equity"), words.say("offer.from-to", before=report.equity, after=after)),
    ]
    if isfinite(report.runway_weeks) and report.runway_weeks > 0 and report.cash_won > 0:
        longer = report.runway_weeks * (1 + sheet.paid_won / report.cash_won)
        change = words.say("offer.weeks", before=int(report.runway_weeks), after=int(longer))
        figures.append(Figure(words.say("offer.runway"), change, Tone.GOOD))
    return figures


def _percent(share: float) -> str:
    return "offer.percent" if round(share * 1000) % 10 == 0 else "offer.percent-fine"


def _weights(words: Words, sheet: TermSheet) -> list[Weight]:
    """Return what the investor weighed, what spoke for it first; the mood of the day comes last."""
    verdict = sheet.verdict
    told = [factor for factor in verdict.factors if factor.weight]
    rows = [_weight(words, factor) for factor in sorted(told, key=lambda factor: -factor.weight)]
    mood = Weight(words.say("factor.luck"), "", verdict.luck, _push(verdict.luck))
    return [*rows, mood] if verdict.luck else rows


def _weight(words: Words, factor: Factor) -> Weight:
    key = f"offer.saw.{factor.name}"
    seen = words.say(key, seen=factor.value) if words.has(key) else ""
    return Weight(words.say(f"factor.{factor.name}"), seen, factor.weight, _push(factor.weight))


def _push(weight: float) -> str:
    written = f"{abs(weight):.1f}"
    return written if written == "0.0" else f"{'+' if weight > 0 else '−'}{written}"
