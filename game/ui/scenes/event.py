"""Something has happened, and time stands still until it is answered: what each answer changes is said before it is given.

The card's own effects are certain and stand there at once. What people will make of an answer is foreseen in a few worlds with
other luck and added as a range when it is known: ask `unforeseen` what to look ahead to, and tell the dialog what came of it.
"""

from dataclasses import replace

from agents.messages import Decision
from game.content import cards
from game.content.words import Words
from game.study.outlook import Outlook
from game.ui.dialogs import Answer, Dialog, Effect, Question
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.readings import amounts
from game.ui.tokens import Tone
from game.ui.widgets import Act, Deed
from game.world.level import Choice, EventCard
from game.world.report import MarketView

TONES = {1: Tone.GOOD, -1: Tone.BAD, 0: Tone.WARN}
GRAVE = {"shield-alert", "triangle-alert", "file-warning", "thumbs-down", "frown", "user-round-x"}  # icons


class EventDialog(Dialog):
    """An event card as a question. It may be put off with Escape; the card then waits where offers do.

    Args:
        words: of the language.
        view: the market as it stands.
        card: what has happened.
        foresees: whether somebody will ask `unforeseen` and answer with `foretell`; room is kept for it.
    """

    def __init__(self, words: Words, view: MarketView, card: EventCard, *, foresees: bool = True) -> None:
        self.card, self.words = card, words
        self._waiting = [choice.id for choice in card.choices] if foresees else []
        answers = [_answer(words, view, choice, foresees) for choice in card.choices]
        if not answers:
            answers = [Answer(_NOTED, words.say("event.noted"), effects=_effects(words, view, card))]
        question = Question(
            title=words.pick(card.title),
            text=words.pick(card.text),
            kicker=words.say("event.kicker", week=view.week),
            note=words.say("event.note" if card.choices else "event.note-plain"),
            icon=card.icon,
            tone=Tone.BAD if card.icon in GRAVE else Tone.ACCENT,
        )
        super().__init__(f"event.{card.id}", question, answers, closing=words.say("event.later"))
        close_last(self)
        self._place = (Look(), Box(0, 0, 0, 0))

    def place(self, look: Look, box: Box) -> None:
        """Take the middle of `box`, and remember it for when there is more to say."""
        self._place = (look, box)
        super().place(look, box)

    # ---- what was answered

    def answer(self, act: Act) -> tuple[str, str] | None:
        """Return the card and the choice an act answers it with, for `Decision.answers`; None if it answers nothing."""
        if act.deed is not Deed.PRESS or not act.who.startswith(_ANSWER):
            return None
        return self.card.id, act.who.removeprefix(_ANSWER)

    def is_over(self, act: Act) -> bool:
        """Return whether an act ends the dialog, answered or put off."""
        closes = act.deed is Deed.CLOSE or (self.closer is not None and act.who == self.closer.id)
        return closes or act.who == _NOTED or self.answer(act) is not None

    # ---- what would come of it

    def unforeseen(self, draft: Decision) -> Decision | None:
        """Return the draft with the first choice whose outcome is still to be foreseen; None when none is."""
        if not self._waiting:
            return None
        others = tuple(pair for pair in draft.answers if pair[0] != self.card.id)
        return replace(draft, answers=(*others, (self.card.id, self._waiting[0])))

    def foretell(self, outlook: Outlook) -> None:
        """Say of a choice what next week would bring; an outlook on anything else is passed over."""
        chosen = dict(outlook.decision.answers).get(self.card.id)
        if chosen not in self._waiting:
            return
        self._waiting.remove(chosen)
        shown = next(card for card in self.cards if card.id == _ANSWER + chosen)
        shown.answer = replace(
            shown.answer, effects=(*shown.answer.effects[:-1], _users(self.words, outlook))
        )
        self.place(*self._place)
        self.touch()


_ANSWER, _NOTED = "event.answer.", "event.noted"
_NOT_YET = "…"  # stands for a range until it is known


def close_last(dialog: Dialog) -> None:
    """Let the keyboard meet the answers first and the button that puts them off last."""
    if dialog.closer is not None:
        dialog.children.remove(dialog.closer)
        dialog.children.append(dialog.closer)


def _answer(words: Words, view: MarketView, choice: Choice, foresees: bool) -> Answer:
    label, about = words.pick(choice.label), words.pick(choice.text)
    coming = (Effect(words.say("event.users-next"), _NOT_YET),) if foresees else ()
    return Answer(_ANSWER + choice.id, label, about, (*_effects(words, view, choice), *coming))


def _users(words: Words, outlook: Outlook) -> Effect:
    amount = amounts.span(outlook.users, lambda n: amounts.count_change(words, n))
    middle = (outlook.users.low + outlook.users.high) / 2
    return Effect(words.say("event.users-next"), amount, amounts.tone_of(middle, amount))


def _effects(words: Words, view: MarketView, source: Choice | EventCard) -> tuple[Effect, ...]:
    found = cards.changes(words, source.effects, view.report)
    return tuple(Effect(change.what, change.amount, TONES[change.good]) for change in found)
