"""Levers as a player of the terminal names and sets them: `marketing 3M`, `모델 딥러닝`, `feedback 40%`."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from agents.messages import EVERYTHING, LEVERS, Decision, Emphasis, Infra, Link, ModelKind
from game.content.complaints import nearest
from game.content.words import Words

# What may follow a number, in either language; money is typed in the units people speak.
_UNITS = {
    "k": 10**3, "m": 10**6, "b": 10**9,
    "천": 10**3, "만": 10**4, "백만": 10**6, "천만": 10**7, "억": 10**8, "조": 10**12,
}  # fmt: skip
ACTS = (
    "next", "set", "levers", "report", "why", "offers", "accept", "decline", "choose", "undo", "hint", "goals", "codex", "save",
    "rewind", "predict", "diagnose", "skip", "help", "quit",
)  # fmt: skip
_UNIT_SUFFIX = re.compile(r"_(won|permille|items)$")  # `marketing` is what people type for `marketing_won`
_VALUES = (
    "yes",
    "no",
    "rules",
    "classical",
    "deep",
    "best",
    "balanced",
    "data",
    "model",
    "finish",
    "all",
    "none",
)
_AMOUNT = re.compile(r"₩?(?P<figure>\d{1,15}(?:\.\d{1,6})?)(?P<unit>\D{0,2}?)(?P<sign>%|원|won|명|건)?")


class SettingError(Exception):
    """What was typed is no lever, or no value of one. `key` picks the sentence, `values` fill it."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Vocabulary:
    """What can be typed, in both languages at once: acts such as `next`, levers by every name, and what they are set to."""

    def __init__(self) -> None:
        self._levers: dict[str, str] = {_plain(lever): lever for lever in LEVERS}
        self._levers |= {_plain(_UNIT_SUFFIX.sub("", lever)): lever for lever in LEVERS}
        self._acts: dict[str, str] = {}
        self._values: dict[str, str] = {}
        self._infra: dict[str, Infra] = {}
        self._links: dict[str, Link] = {link.value: link for link in Link}
        for words in (Words("en"), Words("ko")):
            self._levers |= {_plain(words.say(f"text.lever.{lever}")): lever for lever in LEVERS}
            self._acts |= _accepted(words, ACTS)
            self._values |= _accepted(words, _VALUES)
            self._infra |= {_plain(words.say(f"text.infra.{i.name.lower()}")): i for i in Infra}
            self._infra |= {_plain(item.name): item for item in Infra}
            self._links |= {_plain(words.say(f"text.link.{link.value}")): link for link in Link}

    def act(self, word: str) -> str | None:
        """Return the act of a word, one of `ACTS`, or None."""
        return self._acts.get(word.lower())

    def lever(self, word: str) -> str | None:
        """Return the lever of a name, or None."""
        return self._levers.get(_plain(word))

    def link(self, word: str) -> Link | None:
        """Return the link of the loop of a name, or None."""
        return self._links.get(_plain(word))

    def near(self, word: str) -> str | None:
        """Return the act or lever most like a word that is neither, or None."""
        return nearest(_plain(word), (*self._levers, *self._acts))

    def lever_named(self, word: str) -> str:
        """Return the lever of a name.

        Raises:
            SettingError: there is none; the nearest name is offered.
        """
        lever = self.lever(word)
        if lever is None:
            near = nearest(_plain(word), tuple(self._levers))
            raise SettingError("text.no-lever-near" if near else "text.no-lever", word=word, near=near or "")
        return lever

    def with_setting(self, decision: Decision, lever: str, text: str) -> Decision:
        """Return a decision with one lever set as typed.

        Raises:
            SettingError: the text is no value of this lever.
        """
        said = text.strip().lower()
        is_set = lever == "infrastructure"
        value = self._items(decision.infrastructure, said) if is_set else self._read(lever, said)
        changes: dict[str, Any] = {lever: value}
        return replace(decision, **changes)

    def _items(self, paid: int, text: str) -> int:
        """Return what is paid for after `-gpu +usability`, `all` or `none`."""
        for word in text.split():
            name, meant = _plain(word.lstrip("+-")), self._values.get(word, "")
            if meant in ("all", "none"):
                paid = EVERYTHING if meant == "all" else 0
            elif name in self._infra and word[0] in "+-":
                bit = 1 << self._infra[name]
                paid = paid | bit if word.startswith("+") else paid & ~bit
            else:
                raise SettingError("text.not-item", word=word)
        return paid

    def _read(self, lever: str, text: str) -> bool | int:
        usual, meant = getattr(Decision(), lever), self._values.get(text, "")
        if isinstance(usual, bool):
            if meant in ("yes", "no"):
                return meant == "yes"
            raise SettingError("text.not-yes-no", word=text)
        if isinstance(usual, ModelKind):
            if meant.upper() in ModelKind.__members__:
                return ModelKind[meant.upper()]
            raise SettingError("text.not-model", word=text)
        if isinstance(usual, Emphasis):
            if meant.upper() in Emphasis.__members__:
                return Emphasis[meant.upper()]
            raise SettingError("text.not-emphasis", word=text)
        return permille(text) if lever.endswith("_permille") else amount(text)


def _accepted(words: Words, meanings: Iterable[str]) -> dict[str, str]:
    return {word: meaning for meaning in meanings for word in words.say(f"text.accepts.{meaning}").split()}


def amount(text: str) -> int:
    """Return a whole number: `3M`, `300만`, `1.5억`, `3,000,000원`.

    Raises:
        SettingError: it is none.
    """
    found = _AMOUNT.fullmatch(text.replace(",", "").replace("_", "").replace(" ", ""))
    if not found or found["sign"] == "%" or found["unit"] not in {"", *_UNITS}:
        raise SettingError("text.not-amount", word=text)
    return _scaled(found["figure"], _UNITS.get(found["unit"], 1))


def permille(text: str) -> int:
    """Return permille: `40%` and `40` are 400.

    Raises:
        SettingError: it is no share.
    """
    found = _AMOUNT.fullmatch(text)
    if not found or found["unit"] or found["sign"] not in (None, "%"):
        raise SettingError("text.not-share", word=text)
    return _scaled(found["figure"], 10)


def _scaled(figure: str, unit: int) -> int:
    """Return figure times unit in whole numbers, without a float in between."""
    whole, _, part = figure.partition(".")
    return int(whole) * unit + (int(part) * unit // 10 ** len(part) if part else 0)


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "", word).lower()
