"""Every sentence of the game's own screens, by id, in Korean and English.

The catalogues lie in `assets/words/`, one file a language, and are read by the same bounded reader as levels. English is the
source and the fallback. Ids are dotted, `desk.apply`; a file may write them flat or as maps inside maps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from game.content.complaints import Arg, Complaint, LevelError, Said, nearest
from game.content.figures import LANGUAGES, Language
from game.content.nodes import Items, Leaf, Map, Node
from game.content.phrases import Filling, TwoTongues, fixed_particles, phrase
from game.content.tree import Reading, read_file

FOLDER = Path(__file__).parents[2] / "assets" / "words"

Texts = Mapping[str, Leaf]


class Words:
    """The sentences of one language."""

    def __init__(
        self, language: Language, folder: Path = FOLDER, *, instead: Mapping[str, str] | None = None
    ) -> None:
        self.language: Language = language
        self._folder, self._instead = folder, instead  # what mods say instead

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        """Return the sentences; the file is read when the first is said, for many a command says none."""
        own = _loaded(self._folder / f"{self.language}.yaml")
        return {**own, **self._instead} if self._instead else own

    @cached_property
    def _source(self) -> Mapping[str, str]:
        return _loaded(self._folder / "en.yaml")

    def say(self, key: str, /, **values: Filling) -> str:
        """Return the sentence of an id with its gaps filled.

        Raises:
            KeyError: no such id, or a gap without a value; both are named.
        """
        text = self._texts.get(key) or self._source.get(key)
        if text is None:
            raise KeyError(f"no words for {key!r}; the nearest id is {nearest(key, tuple(self._source))!r}")
        try:
            return phrase(text).fill(self.language, values)
        except KeyError as missing:
            raise KeyError(f"{key}: {missing.args[0]}") from None

    def fill(self, text: str, /, **values: Filling) -> str:
        """Return a text that is not of the catalogue, such as a level's, with its gaps filled."""
        return phrase(text).fill(self.language, values)

    def pick(self, text: TwoTongues) -> str:
        """Return a text of a level in this language, or in the other where this one is empty."""
        others = (text.of(language) for language in LANGUAGES)
        return text.of(self.language) or next((other for other in others if other), "")

    def has(self, key: str) -> bool:
        """Return whether there are words for an id."""
        return key in self._texts or key in self._source


def check_words(folder: Path = FOLDER) -> tuple[Complaint, ...]:
    """Return what is wrong with the catalogues of a folder: broken files, ids or gaps that only one language has."""
    complaints: list[Complaint] = []
    texts: dict[str, dict[str, Leaf]] = {}
    for language in LANGUAGES:
        reading = read_file(folder / f"{language}.yaml", f"{language}.yaml")
        complaints += reading.complaints
        texts[language] = {}
        for key, node in ends(reading):
            complaints += _own_slips(texts[language].get(key), key, node)
            if isinstance(node, Leaf):
                texts[language][key] = node
    complaints += _only_in(texts["en"], texts["ko"], english=True)
    complaints += _only_in(texts["ko"], texts["en"], english=False)
    return tuple(complaints)


def slips(leaf: Leaf, path: str) -> list[Complaint]:
    """Return a complaint for every gap of a text that is not written right, and for particles that do not bend."""
    wrong = [
        Complaint("L316", leaf.spot(slip.offset, slip.length), {"found": slip.written}, path)
        for slip in phrase(leaf.text).slips
    ]
    for slip in fixed_particles(leaf.text):
        name, _, pair = slip.written.partition(":")
        wrong.append(
            Complaint("W408", leaf.spot(slip.offset, slip.length), {"name": name, "pair": pair}, path)
        )
    return wrong


def _own_slips(first: Leaf | None, key: str, node: Leaf | Items) -> list[Complaint]:
    if isinstance(node, Items):
        args: dict[str, Arg] = {"key": key, "wanted": Said("a-text"), "found": Said("a-list")}
        return [Complaint("L307", node.place, args, key)]
    if first is not None:
        return [Complaint("Y111", node.place, {"key": key, "line": first.place.line}, key)]
    return slips(node, key)


def _only_in(these: Texts, those: Texts, *, english: bool) -> list[Complaint]:
    """Return complaints about ids and gaps that `these` have and `those` have not."""
    has, lacks = (Said("english"), Said("korean")) if english else (Said("korean"), Said("english"))
    complaints = []
    for key, leaf in these.items():
        if key not in those:
            complaints.append(Complaint("W402", leaf.place, {"key": key, "language": lacks}, key))
            continue
        for name in sorted(phrase(leaf.text).names - phrase(those[key].text).names):
            complaints.append(Complaint("W409", leaf.place, {"language": has, "name": name}, key))
    return complaints


def original(language: Language) -> Mapping[str, str]:
    """Return every sentence of the game in a language, or in English where it has none, by id."""
    return {**_loaded(FOLDER / "en.yaml"), **_loaded(FOLDER / f"{language}.yaml")}


@lru_cache(maxsize=8)
def _loaded(path: Path) -> Mapping[str, str]:
    """Read a catalogue once a process.

    Raises:
        LevelError: the file cannot be used.
    """
    reading = read_file(path, path.name)
    if reading.root is None or reading.complaints:
        raise LevelError(reading.complaints)
    return {key: node.text for key, node in ends(reading) if isinstance(node, Leaf)}


def ends(reading: Reading) -> Iterator[tuple[str, Leaf | Items]]:
    """Yield every id of a catalogue and what it holds, maps inside maps joined by dots."""
    waiting: list[tuple[str, Node]] = [("", reading.root)] if reading.root is not None else []
    while waiting:
        key, node = waiting.pop()
        if isinstance(node, Map):
            within = f"{key}." if key else ""
            waiting += reversed([(within + entry.key, entry.value) for entry in node.entries.values()])
        else:
            yield key, node
