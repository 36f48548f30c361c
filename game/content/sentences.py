"""What the world reports by id and figures, as sentences: news, refusals, endings, names of levers and their values.

Screen and terminal say the same words. The ids are closed lists of `game.world`; the sentences lie in `assets/words/`, and a
test holds the two together.
"""

from collections.abc import Iterable

from agents.messages import EVERYTHING, LEVERS, Decision, Emphasis, Infra, ModelKind, TermSheet
from game.content.phrases import Filling
from game.content.words import Words
from game.world.level import Level
from game.world.levers import RANGES, Refusal
from game.world.report import Ending, NewsItem

_NAMED = {
    "model": "model",
    "factor": "factor",
    "stage": "stage",
    "item": "infra",
    "without": "without",
}  # values that are ids of other lists


def news(words: Words, item: NewsItem) -> str:
    """Return a line of the news."""
    values: dict[str, Filling] = dict(item.values)
    for name, family in _NAMED.items():
        if name in values:
            values[name] = words.say(f"{family}.{values[name]}")
    return words.say(f"news.{item.id}", **values)


def refusal(words: Words, refused: Refusal) -> str:
    """Return why an order cannot be carried out."""
    values: dict[str, Filling] = dict(refused.values)
    if refused.lever in LEVERS:  # answers to offers are no lever
        values["lever"] = lever(words, refused.lever)
    if refused.code == "range":
        values |= {name: setting(words, refused.lever, int(value)) for name, value in refused.values}
    return words.say(f"refusal.{refused.code}", **values)


def ending(words: Words, level: Level, end: Ending, missed: Iterable[str] = ()) -> str:
    """Return how a level ended and why; a lost objective is named in its own words, as are goals that were missed."""
    texts = {objective.id: objective.text for objective in level.objectives}
    if end.cause in texts:
        return words.say("ending.objective", objective=words.pick(texts[end.cause]))
    goals = [words.pick(texts[name]) for name in missed]
    why = words.say(f"ending.{end.cause}")
    return words.say("ending.missed", why=why, goals=" · ".join(goals)) if goals else why


def conditions(words: Words, sheet: TermSheet) -> tuple[str, ...]:
    """Return what an offer asks for beside a share of the company, one sentence a condition."""
    terms, found = sheet.terms, []
    if terms.held_won > 0:
        values = {"held": terms.held_won, "users": terms.users, "week": terms.until_week}
        found.append(words.say("terms.milestone", paid=sheet.paid_won, **values))
    found += [words.say(f"terms.forbids.{name}") for name in terms.forbids]
    if terms.first_won > 0:
        found.append(words.say("terms.first", amount=terms.first_won))
    return tuple(found)


def lever(words: Words, name: str) -> str:
    """Return the name of a lever, one of `agents.messages.LEVERS`."""
    return words.say(f"lever.{name}")


def setting(words: Words, name: str, value: int | bool | ModelKind) -> str:
    """Return the setting of a lever as a reader writes it: money, share, yes or no, a kind of model, or a number."""
    usual = getattr(_USUAL, name)
    if isinstance(usual, bool):
        return words.say("setting.yes" if value else "setting.no")
    for family, kinds in _KINDS.items():
        if isinstance(usual, kinds):
            known = RANGES[name][0] <= int(value) <= RANGES[name][1]
            return words.say(f"{family}.{kinds(value).name.lower()}") if known else str(int(value))
    if name == "infrastructure":
        return _infrastructure(words, int(value))
    if name.endswith("_won"):
        return words.say("setting.won", won=int(value))
    if name.endswith("_permille"):
        return words.say(
            "setting.share" if int(value) % 10 == 0 else "setting.share-fine", share=int(value) / 1000
        )
    return words.say("setting.number", number=int(value))


def _infrastructure(words: Words, paid: int) -> str:
    """Return what is left out of the infrastructure, or that all or nothing of it is paid for."""
    if paid >= EVERYTHING:
        return words.say("setting.infra.all")
    if paid <= 0:
        return words.say("setting.infra.none")
    names = [words.say(f"infra.{item.name.lower()}") for item in Infra if not paid >> item & 1]
    return words.say("setting.infra.without", items=", ".join(names))


_USUAL = Decision()
_KINDS: dict[str, type[ModelKind | Emphasis]] = {"model": ModelKind, "emphasis": Emphasis}
