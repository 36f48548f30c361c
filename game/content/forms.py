"""How the maps and lists of a level are read: keys that are known, collections by id, sentences in two languages.

Everything here is given the nodes of the file, not plain dicts, so that an unknown key is complained about where it stands,
together with everything else that is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationInfo, model_validator
from pydantic_core import CoreSchema, core_schema

from game.content.complaints import Arg, Complaint, Said, instead, meant, unspaced
from game.content.figures import LANGUAGES
from game.content.ids import better_id, is_id
from game.content.nodes import Entry, Items, Leaf, Map, Node
from game.content.phrases import phrase
from game.content.scalars import Reader, misfit, named, wrong_kind
from game.content.words import slips
from game.world.level import Text

GAPS = ("company", "rival", "weeks", "people")
"""What the sentences of a level can name: the player's firm, the first rival, the length of the level, the size of the market."""

_LANGUAGE_WORDS = {"ko": Said("korean"), "en": Said("english")}


class Shape(BaseModel):
    """A map whose keys are known; `fields` of the class are the keys."""

    # Built when a file is first read against it, the parts of a shape together with the whole.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def open(cls, node: object, info: ValidationInfo) -> dict[str, Node]:
        """Return the known keys of a map; the others are complained about."""
        reader: Reader = info.context  # type: ignore[assignment]
        return opened(node, tuple(cls.model_fields), reader)


def opened(
    node: object, keys: tuple[str, ...], reader: Reader, moved: Mapping[str, str] | None = None
) -> dict[str, Node]:
    """Return those entries of a map whose keys are known, and complain about the others.

    Args:
        node: the map.
        keys: the known ones.
        reader: takes the complaints.
        moved: keys that one might expect here -> where they are instead.

    Raises:
        PydanticCustomError: the node is not a map.
    """
    if not isinstance(node, Map):
        raise wrong_kind(node, "a-map")
    known: dict[str, Node] = {}
    for key, entry in node.entries.items():
        if key in keys:
            known[key] = entry.value
        elif key.partition(":")[0] in keys and ":" in key:
            reader.complain(_tight(entry, reader))
        else:
            hint = instead((moved or {}).get(key)) or _remedy(node, entry, keys)
            path = reader.path(entry.value)
            reader.complain(Complaint("L301", entry.place, {"key": key}, path, hint))
    return known


def _tight(entry: Entry, reader: Reader) -> Complaint:
    """Return the complaint about `cash:{scale`: a key and what was to be its value, without a space between."""
    at = entry.place.within(entry.key.index(":"), 1)
    return unspaced(at, ":", reader.path(entry.value))


def _remedy(node: Map, entry: Entry, keys: tuple[str, ...]) -> Said | None:
    # `{en: Which one, and why?}` reads as a key without a value: the commonest slip of all.
    is_torn = node.flow and isinstance(entry.value, Leaf) and entry.value.is_null
    return Said("quote-commas") if is_torn else meant(entry.key, keys)


@dataclass(frozen=True, slots=True)
class ById:
    """Marks a `dict[str, Shape]`: a collection whose keys are ids of the author's choice."""

    most: int
    least: int = 0

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_before_validator_function(self._open, handler(source))

    def _open(self, node: object, info: ValidationInfo) -> dict[str, Node]:
        reader: Reader = info.context  # type: ignore[assignment]
        if not isinstance(node, Map):
            raise wrong_kind(node, "a-map")
        for key, entry in node.entries.items():
            if not is_id(key) or "/" in key:
                hint = better_id(key) if "/" not in key else None
                reader.complain(
                    Complaint("L309", entry.place, {"found": key}, reader.path(entry.value), hint)
                )
        _count(len(node.entries), self.least, self.most)
        return {key: entry.value for key, entry in node.entries.items()}


@dataclass(frozen=True, slots=True)
class Listed:
    """Marks a `tuple[..., ...]`: a list."""

    most: int
    least: int = 0

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._open, handler(source))

    def _open(self, node: object) -> tuple[Node, ...]:
        if not isinstance(node, Items):
            raise wrong_kind(node, "a-list")
        _count(len(node.items), self.least, self.most)
        return tuple(node.items)


def _count(found: int, least: int, most: int) -> None:
    if not least <= found <= most:
        bound = Said("at-least", {"least": least}) if found < least else Said("at-most", {"most": most})
        raise misfit("L323", found=found, bound=bound)


@dataclass(frozen=True, slots=True)
class Both:
    """Marks a `Text`: a sentence in Korean and English, of at most so many letters each.

    A language that is left out is a warning, and the other is shown for it.
    """

    most: int = 400

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._take)

    def _take(self, node: object, info: ValidationInfo) -> Text:
        reader: Reader = info.context  # type: ignore[assignment]
        if isinstance(node, Leaf) and not node.is_null:
            raise misfit("L308")
        leaves = {
            key: leaf for key, leaf in opened(node, LANGUAGES, reader).items() if _has_words(leaf, reader)
        }
        texts = {key: leaf for key, leaf in leaves.items() if isinstance(leaf, Leaf)}
        if not texts:
            raise misfit("L308")
        assert isinstance(node, Map)
        self._compare(node, texts, reader)
        for key, leaf in texts.items():
            self._check(key, leaf, reader)
        ko, en = texts.get("ko") or texts["en"], texts.get("en") or texts["ko"]
        return Text(ko.text, en.text)

    def _compare(self, node: Map, texts: Mapping[str, Leaf], reader: Reader) -> None:
        """Warn of a language without words, and of a gap that only one language has."""
        names = {key: phrase(leaf.text).names for key, leaf in texts.items()}
        for language, term in _LANGUAGE_WORDS.items():
            other = "en" if language == "ko" else "ko"
            if language not in texts:
                path = reader.path(node)
                args: dict[str, Arg] = {"key": named(path), "language": term}
                reader.complain(Complaint("W402", texts[other].place, args, path))
            elif other in texts:
                for name in sorted((names[language] - names[other]) & set(GAPS)):
                    leaf = texts[language]
                    at = leaf.spot(max(0, leaf.text.find("{" + name)), len(name) + 2)
                    reader.complain(
                        Complaint("W409", at, {"language": term, "name": name}, reader.path(leaf))
                    )

    def _check(self, language: str, leaf: Leaf, reader: Reader) -> None:
        """Complain about a sentence that is too long or has gaps that nothing fills."""
        path = reader.path(leaf)
        if len(leaf.text) > self.most:
            args: dict[str, Arg] = {"key": language, "found": len(leaf.text), "most": self.most}
            reader.complain(Complaint("L322", leaf.place, args, path))
        reader.complain(*slips(leaf, path))
        for name in sorted(phrase(leaf.text).names - set(GAPS)):
            at = leaf.spot(max(0, leaf.text.find("{" + name)) + 1, len(name))
            reader.complain(Complaint("L315", at, {"name": name}, path, meant(name, GAPS)))


def _has_words(node: Node, reader: Reader) -> bool:
    if isinstance(node, Leaf):
        return not node.is_null and bool(node.text.strip())
    key = named(reader.path(node))
    reader.complain(
        Complaint("L307", node.place, {"key": key, "wanted": Said("a-text"), "found": Said("a-map")})
    )
    return False
