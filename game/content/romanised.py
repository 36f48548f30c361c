"""Korean written in Latin letters, syllable by syllable, so that a name typed in Hangul can name a file on every system.

The table is that of the Revised Romanization (Ministry of Culture and Tourism, 2000) without the changes of sound between
syllables: 모래밭 is moraebat. Nobody reads it back.
"""

from __future__ import annotations

import re

_FIRST, _LAST = 0xAC00, 0xD7A3  # the first and the last syllable of Unicode
_MEDIALS, _FINALS = 21, 28
_INITIAL = "g kk n d tt r m b pp s ss _ j jj ch k t p h".split()  # noqa: SIM905 - a table reads better as a line
_MEDIAL = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()  # noqa: SIM905 - a table reads better as a line
_FINAL = "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()  # noqa: SIM905 - a table reads better as a line
_OTHER = re.compile(r"[^a-z0-9]+")


def romanised(text: str) -> str:
    """Return a text with every syllable of Hangul in Latin letters."""
    return "".join(_syllable(ord(letter)) if _FIRST <= ord(letter) <= _LAST else letter for letter in text)


def _syllable(code: int) -> str:
    initial, rest = divmod(code - _FIRST, _MEDIALS * _FINALS)
    medial, final = divmod(rest, _FINALS)
    return (_INITIAL[initial] + _MEDIAL[medial] + _FINAL[final]).replace("_", "")


def slug(text: str, most: int) -> str:
    """Return a text as part of an id: small letters, digits and `-`, at most so many; empty where none is left."""
    return _OTHER.sub("-", romanised(text).lower()).strip("-")[:most].strip("-")
