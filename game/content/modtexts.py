"""Sentences of the screen in the words of a mod: `texts/ko.yaml` and `texts/en.yaml`, ids as in `assets/words/`.

A mod can only say again what the game says: an id the game does not have is a complaint, and so is a gap that is not filled
there, or a sentence so much longer that it would not fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from game.content.complaints import Arg, Complaint, Said, meant, nearest
from game.content.figures import Language
from game.content.nodes import Entry, Leaf, Map
from game.content.phrases import phrase
from game.content.tree import Reading, read_file
from game.content.words import ends, original, slips

_LONGER = 2  # times the length of the game's own sentence
_SPARE = 24  # letters more, so that a word can become two


def read_texts(path: Path, name: str, language: Language) -> tuple[Mapping[str, str], tuple[Complaint, ...]]:
    """Return the sentences of a file by id, and all that is wrong with them."""
    reading = read_file(path, name)
    complaints = list(reading.complaints)
    texts: dict[str, str] = {}
    known = original(language)
    for key, node in ends(reading):
        if not isinstance(node, Leaf):
            kinds: dict[str, Arg] = {"key": key, "wanted": Said("a-text"), "found": Said("a-list")}
            complaints.append(Complaint("L307", node.place, kinds, key))
        elif key not in known:
            complaints.append(_unknown(key, node, reading, known))
        else:
            complaints += _wrong(key, node, known[key])
            texts[key] = node.text
    return texts, tuple(complaints)


def _unknown(key: str, node: Leaf, reading: Reading, known: Iterable[str]) -> Complaint:
    """Return the complaint about an id the game has no sentence for, with the word to write instead where one word will do."""
    args: dict[str, Arg] = {"kind": Said("sentence"), "found": key}
    entry = next((one for one in _entries(reading) if one.value is node), None)
    near = nearest(key, tuple(known))
    if entry is None or near is None:
        return Complaint("L313", entry.place if entry else node.place, args, key)
    above = key[: -len(entry.key)]
    hint = Said("known-names", {"names": near})
    if near.startswith(above):
        hint = Said("did-you-mean", {"near": near.removeprefix(above)})
    return Complaint("L313", entry.place, args, key, hint)


def _entries(reading: Reading) -> Iterator[Entry]:
    """Yield every entry of a file, of maps inside maps, too."""
    waiting = [reading.root] if reading.root is not None else []
    while waiting:
        for entry in waiting.pop().entries.values():
            yield entry
            if isinstance(entry.value, Map):
                waiting.append(entry.value)


def _wrong(key: str, leaf: Leaf, own: str) -> Iterator[Complaint]:
    """Yield what keeps a sentence from taking the place of the game's own."""
    yield from slips(leaf, key)
    names = phrase(own).names
    for name in sorted(phrase(leaf.text).names - names):
        at = leaf.spot(max(0, leaf.text.find("{" + name)) + 1, len(name))
        yield Complaint("L315", at, {"name": name}, key, meant(name, names))
    most = _LONGER * len(own) + _SPARE
    if len(leaf.text) > most:
        yield Complaint("L322", leaf.place, {"key": key, "found": len(leaf.text), "most": most}, key)
