"""Particles follow the sound of the word before them, as a Korean reads it aloud."""

import pytest

from game.content.particles import PAIRS, particle

SAID = """
사람은 회사는 서울은 사용자가 시장이 데이터를 모델을 성능과 고리와
서울로 부산으로 대구로 집으로 길로 카페로 물로써 돈으로써 회사로서 사람으로서 서울로부터 부산으로부터
3을 2를 1이 0이 4가 5가 6이 7이 8이 9가 10이 20으로 100이 1,000이 10000이 100,000,000이 1,000,000,000,000가
1로 7로 8로 3으로 6으로 0으로 2로 3.5가 3.0이 0.7로 40%가 7%p가 ₩9,900이 $30가 12주가 9,900원이 4.12억으로
URL을 GPU가 API를 LLM이 AI가 UX가 VC가 URL로 LLM으로 GPU로 ARPU를 R로 M이 MVP를 A가 IPO를
Google은 model로 server가 app이 bot이 chatbot이 team이 game이 file로 table이 cloud가 service가 network가 web이 traffic이
click이 startup이 BigCo가 privacy가 deep이 loop가 Facebook이 marketing이 token이 phone으로 machine이 event가 test가
product가 site가 update가 help가 bank가 credit이 type이 week가 users가 blog가 hub가 dataset이 price가 cash를 pipeline이 online이
GPT-4가 (사람)이 딥레마(Deeplemma)가 사람"이 `users`가 ‘서울’로 “회사”가 『책』이 회사.가 ㅋㅋ이 ㄹ로 ㅏ가
사람이에요 회사예요 사람이라고 회사라고 지민아 영희야 사람이나 회사나 사람이랑 회사랑
""".split()  # noqa: SIM905 - as a Korean would read it
FORMS = sorted({form for pair in PAIRS for form in pair.split("/")}, key=len, reverse=True)


def taken_apart(said: str) -> tuple[str, str, str]:
    form = next(form for form in FORMS if said.endswith(form))
    pair = next(pair for pair in PAIRS if form in pair.split("/"))
    return said.removesuffix(form), pair, form


@pytest.mark.parametrize("said", SAID)
def test_a_particle_fits_the_sound_before_it(said: str) -> None:
    word, pair, _ = taken_apart(said)
    assert word + particle(word, pair) == said


BOTH = {
    "은/는": "은(는)",
    "이/가": "이(가)",
    "을/를": "을(를)",
    "와/과": "과(와)",
    "로/으로": "(으)로",
    "이라고/라고": "(이)라고",
}


@pytest.mark.parametrize("pair", BOTH)
@pytest.mark.parametrize("word", ["", "日本", "カフェ", "→", "…"])
def test_a_word_nobody_can_read_gets_both_forms(word: str, pair: str) -> None:
    assert particle(word, pair) == BOTH[pair]


@pytest.mark.parametrize("pair", list(PAIRS))
def test_a_pair_may_be_named_in_either_order(pair: str) -> None:
    first, _, second = pair.partition("/")
    for word in ("사람", "회사", "서울"):
        assert particle(word, pair) == particle(word, f"{second}/{first}")
