"""What the studies found, in words: choices, lives, reasons. Screen and terminal say the same."""

from collections.abc import Sequence

from agents.choosing import WITHOUT, Choosing, Question
from agents.luck import UTIL
from agents.messages import ACCEPT, DECLINE, LEVERS, Event, Term
from game.content import sentences
from game.content.phrases import Filling
from game.content.words import Words
from game.play.decisions import changed
from game.study.changes import Change
from game.study.choices import Choice, Part, Setting
from game.study.futures import Skipped
from game.study.life import Chapter, Turn
from game.study.moved import Moved, Mover
from game.world.level import PLAN, Level
from game.world.report import Ending

_MINUS = "−"  # as wide as plus


def util(amount: int) -> str:
    """Return 2^-16 util with two decimals and a sign."""
    hundredths = round(abs(amount) * 100 / UTIL)
    sign = "±" if hundredths == 0 else "+" if amount > 0 else _MINUS
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}"


def firm(words: Words, level: Level, index: int) -> str:
    """Return what a firm is called; doing without has a name, too."""
    if index == WITHOUT:
        return words.say("why.without")
    return words.pick(level.start.name if index == 0 else level.rivals[index - 1].name)


def term(words: Words, reason: Term) -> str:
    """Return the name of a reason."""
    return words.say(f"desk.term.{reason.name}")


def choice(words: Words, level: Level, found: Choice) -> str:
    """Return what was decided, or met, and when."""
    return words.say("turning.in-week", week=found.week, what=deed(words, level, found))


def deed(words: Words, level: Level, found: Choice) -> str:
    """Return what was decided, or met, without the week."""
    if found.part is Part.LEVER:
        before, after = (_set(words, found.key, value) for value in (found.before, found.after))
        lever = sentences.lever(words, found.key)
        return words.say("turning.lever", lever=lever, before=before, after=after)
    title = _card(words, level, found.key)
    if found.part is Part.EVENT:
        return words.say("turning.event", title=title)
    return answer(words, level, found.key, str(found.after))


def _set(words: Words, lever: str, value: Setting) -> str:
    assert not isinstance(value, str), "the setting of a lever is a number or a yes or no"
    return sentences.setting(words, lever, value)


def answer(words: Words, level: Level, key: str, said: str) -> str:
    """Return an answer to an offer or a card."""
    card = next((card for card in level.events if card.id == key), None)
    if card is not None:
        label = next((words.pick(c.label) for c in card.choices if c.id == said), said)
        return words.say("turning.answer", title=words.pick(card.title), label=label)
    fund = next((words.pick(f.name) for f in level.funds if key.startswith(f"{f.id}-")), key)
    known = said if said in (ACCEPT, DECLINE) else "other"
    return words.say(f"turning.offer.{known}", fund=fund, label=said)


def change(words: Words, level: Level, found: Change) -> str:
    """Return what is decided otherwise: what it was and what it becomes, without the week."""
    key = found.edit.key
    if found.part is Part.EVENT:
        return words.say("whatif.never", title=_card(words, level, key))
    if found.part is Part.LEVER:
        assert found.before is not None
        assert found.after is not None
        before, after = (_set(words, key, value) for value in (found.before, found.after))
        return words.say("whatif.added", lever=sentences.lever(words, key), before=before, after=after)
    before, after = (_said(words, level, key, said) for said in (found.before, found.after))
    if any(card.id == key for card in level.events):
        return words.say("whatif.card", title=_card(words, level, key), before=before, after=after)
    return words.say("whatif.offer", before=before, after=after)


def _said(words: Words, level: Level, key: str, said: Setting | None) -> str:
    """Return an answer by its own words, without what was asked if that is a card."""
    if said is None:
        return words.say("whatif.unanswered")
    card = next((card for card in level.events if card.id == key), None)
    if card is None:
        return answer(words, level, key, str(said))
    return next((words.pick(one.label) for one in card.choices if one.id == said), str(said))


def changes(words: Words, level: Level, found: Sequence[Change]) -> str:
    """Return several changes in a line, each with its week."""
    return "; ".join(
        words.say("whatif.change", week=one.edit.week, what=change(words, level, one)) for one in found
    )


def setting(words: Words, level: Level, lever: str, value: object) -> str:
    """Return the setting of a lever as it was written in a journal."""
    decision = changed(level.start.decision, {lever: value})
    return sentences.setting(words, lever, getattr(decision, lever))


def question(choice: Choosing) -> str:
    """Return which question a person asked, the id of its sentence."""
    name = choice.question.value
    if choice.question is Question.LOOK and choice.service.firm == WITHOUT:
        name += "-none"
    elif choice.question is Question.COMPARISON and choice.other.firm == WITHOUT:
        name += "-alone"
    return f"why.asked.{name}"


def between(words: Words, level: Level, choice: Choosing) -> dict[str, Filling]:
    """Return what fills the sentences about a person's choice: when, between whom, and who recommended."""
    service, other = (firm(words, level, side.firm) for side in (choice.service, choice.other))
    return {"week": choice.week + 1, "service": service, "other": other, "friend": choice.friend}


def behind(words: Words, level: Level, moved: Moved, service: Filling) -> list[str]:
    """Return what lies behind a choice: decisions that would undo it or that made it possible, and what was left aside."""
    found = [
        words.say(f"why.{key}", what=choice(words, level, decision), service=service)
        for key, decisions in (("undoing", moved.undoing), ("opening", moved.opening))
        for decision in decisions
    ]
    return [*found, words.say("why.aside", n=moved.aside)] if moved.aside else found


def skipped(words: Words, level: Level, found: Skipped) -> str:
    """Return a later decision that became impossible, and why."""
    if found.key in LEVERS:
        value = setting(words, level, found.key, found.value)
        what = words.say("whatif.set", lever=sentences.lever(words, found.key), value=value)
    else:
        what = answer(words, level, found.key, str(found.value))
    reason = sentences.refusal(words, found.refusal)
    return words.say("whatif.skipped", week=found.week, what=what, reason=reason)


def mover(words: Words, level: Level, found: Mover) -> str:
    """Return the decision that moved a reason, and by how much."""
    return words.say("why.mover", what=choice(words, level, found.choice), amount=util(found.amount))


def chapter(words: Words, level: Level, found: Chapter) -> str:
    """Return one line of a life."""
    values: dict[str, Filling] = {
        "week": found.week,
        "firm": firm(words, level, found.firm),
        "friend": found.friend,
    }
    reason = "" if found.term is None else term(words, found.term)
    if found.turn is Turn.FELT:
        how = "better" if found.amount > 0 else "worse"
        return words.say(f"why.felt.{how}", **values, term=reason, amount=util(found.amount))
    via = words.say(f"why.via.{found.via.name}", friend=found.friend)
    told = words.say(f"why.life.{found.event.name}", **values, via=via)
    if found.term is None or found.event is Event.HEARD:
        return told
    return words.say("why.life.because", told=told, term=reason, amount=util(found.amount))


def founder(words: Words, level: Level, name: str) -> str:
    """Return who played in the player's place: a founder, or a plan of the level."""
    plan = next((plan for plan in level.plans if f"{PLAN}{plan.id}" == name), None)
    if plan is not None:
        return words.say("turning.founder.plan", name=words.pick(plan.name))
    key = f"turning.founder.{name}"
    return words.say(key) if words.has(key) else name


def ended(words: Words, level: Level, end: Ending, week: int) -> str:
    """Return how a game stands or ended, and in which week."""
    outcome = words.say(f"outcome.{end.outcome.value}")
    if not end.cause:
        return words.say("turning.running", week=week)
    cause = sentences.ending(words, level, end)
    return words.say("turning.ended", week=week, outcome=outcome, cause=cause)


def _card(words: Words, level: Level, id_: str) -> str:
    return next((words.pick(card.title) for card in level.events if card.id == id_), id_)
