"""A Korean particle follows the sound of the word before it: 사람이, 회사가; 서울로, 부산으로; URL을, GPU가; 3을, 2를.

Hangul tells its last sound by its code point. Digits, letters and English words are read as Koreans read them aloud; the
rules for English are those of common loanwords (National Institute of Korean Language, Loanword Orthography, chapter 3,
section 1), by spelling, so a few words come out wrong. What cannot be read gets both forms: 은(는).
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache


class Sound(Enum):
    """How a word ends, as far as particles care."""

    VOWEL = "vowel"
    RIEUL = "rieul"  # ㄹ: a consonant for every particle but 으로
    CONSONANT = "consonant"
    UNKNOWN = "unknown"


_PAIRS = (
    "은/는 이/가 을/를 과/와 으로/로 으로서/로서 으로써/로써 으로부터/로부터 이라/라 이라고/라고 이라는/라는 "
    "이나/나 이나마/나마 이든/든 이랑/랑 이란/란 이며/며 이면/면 이고/고 이지만/지만 아/야 이야/야 이여/여 "
    "이에요/예요 이었/였"
)
PAIRS: dict[str, tuple[str, str]] = {}
"""Every pair a text may name, in either order -> the form after a consonant, the form after a vowel."""
for _pair in _PAIRS.split():
    _closed, _open = _pair.split("/")
    PAIRS[_pair] = PAIRS[f"{_open}/{_closed}"] = (_closed, _open)

_BOTH = {"으로": "(으)로", "이라": "(이)라"}  # how both forms are written when the sound is not known
_SKIPPED = re.compile(r"[\s\"'`’”」』》〉)\]}>.,!?:;…~*_-]+$")
_BRACKETED = re.compile(r"(?<=\S)\s*[(\[（][^()\[\]（）]*[)\]）]$")
_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS, _RIEUL = (
    0xAC00,
    0xD7A3,
    28,
    8,
)  # Unicode, Hangul syllable composition
_NUMBER = re.compile(r"[₩$]?[\d,]*\.?\d+$")
_WORD = re.compile(r"[A-Za-z]+$")
_DIGITS = "영일이삼사오육칠팔구"
_ZEROS = ("", "십", "백", "천", "만", "만", "만", "만", "억", "억", "억", "억", "조")
_SIGNS = {
    "%": "퍼센트",
    "㎞": "킬로미터",
    "₩": "원",
    "°": "도",
    "&": "앤드",
    "+": "플러스",
    "@": "앳",
    "#": "샵",
}
_SPELLED_RIEUL, _SPELLED_CONSONANT = "LR", "MN"  # 엘, 알; 엠, 엔


def particle(before: str, pair: str) -> str:
    """Return the form of a pair such as `은/는` that follows the text before it."""
    closed, opened = PAIRS[pair]
    sound = sound_of(before)
    if sound is Sound.UNKNOWN:
        return next(
            (both + closed[len(start) :] for start, both in _BOTH.items() if closed.startswith(start)), ""
        ) or (f"{closed}({opened})")
    if sound is Sound.RIEUL and closed.startswith("으로"):
        return opened
    return opened if sound is Sound.VOWEL else closed


@lru_cache(maxsize=1024)
def sound_of(text: str) -> Sound:
    """Return how a text ends when read aloud in Korean; closing quotes, brackets and what is in brackets are not read."""
    text = _SKIPPED.sub("", _BRACKETED.sub("", text[-80:]))
    if not text:
        return Sound.UNKNOWN
    last = _SIGNS.get(text[-1], text[-1])[-1]
    number = _NUMBER.search(text)
    if number:
        last = _read_number(number[0])[-1]
    word = _WORD.search(text)
    if word:
        return _english(word[0])
    return _hangul(last)


def _hangul(letter: str) -> Sound:
    code = ord(letter)
    if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
        final = (code - _FIRST_SYLLABLE) % _FINALS
        return Sound.VOWEL if final == 0 else Sound.RIEUL if final == _RIEUL else Sound.CONSONANT
    if "ㄱ" <= letter <= "ㅎ":  # a letter alone is read by its name: 기역, 리을
        return Sound.RIEUL if letter == "ㄹ" else Sound.CONSONANT
    return Sound.VOWEL if "ㅏ" <= letter <= "ㅣ" else Sound.UNKNOWN


def _read_number(written: str) -> str:
    """Return how a number ends: `1,000` in 천, `20` in 십, `0.30` in 영, `₩9,900` in 원."""
    if written[0] in "₩$":
        return "원" if written[0] == "₩" else "달러"
    digits = written.replace(",", "")
    whole = digits.rstrip("0")
    if "." in digits or not whole or whole[-1] == ".":
        return _DIGITS[int(digits[-1])]
    zeros = len(digits) - len(whole)
    return _ZEROS[min(zeros, len(_ZEROS) - 1)] if zeros else _DIGITS[int(digits[-1])]


# Endings of English words and how the Korean loanword ends, the first that fits. `.` is any letter.
_ENDINGS: tuple[tuple[str, Sound], ...] = (
    (r"ng", Sound.CONSONANT),  # 마케팅
    (r"[^aeiou]le|[aiou]le|l|ll", Sound.RIEUL),  # 테이블, 파일, 모델
    (r"[aeiou]r|r", Sound.VOWEL),  # 서버
    (r"[mn]|[aiou][mn]e|mb|gn", Sound.CONSONANT),  # 팀, 토큰, 게임, 폰
    (r"type", Sound.CONSONANT),  # 타입
    (r"ch|sh|th|gh|ph", Sound.VOWEL),  # 벤치
    (r"(^|[^aeiou])[aeiou](ck|c|tt|t|pp|p|b)", Sound.CONSONANT),  # 클릭, 트래픽, 챗, 앱, 랩
    (r"ook|eep|out", Sound.CONSONANT),  # 북, 딥, 아웃
)
_SOUNDS_OUT = re.compile("|".join(f"(?P<e{i}>(?:{ending})$)" for i, (ending, _) in enumerate(_ENDINGS)))
_LOANWORDS = {"hub": Sound.VOWEL}  # 허브; words that break the rules above


def _english(word: str) -> Sound:
    if word.isupper() or len(word) == 1:
        letter = word[-1].upper()
        if letter in _SPELLED_RIEUL:
            return Sound.RIEUL
        return Sound.CONSONANT if letter in _SPELLED_CONSONANT else Sound.VOWEL
    lowered = word.lower()
    known = _LOANWORDS.get(lowered)
    if known is not None:
        return known
    found = _SOUNDS_OUT.search(lowered)
    return Sound.VOWEL if found is None else _ENDINGS[int(str(found.lastgroup)[1:])][1]
