"""Text fits its place in both languages at any size, breaks where readers break it, and never shows boxes for letters."""

import pytest

from game.ui import fonts
from game.ui.cache import SurfaceCache
from game.ui.text import TEXT_SIZES, Typesetter
from game.ui.tokens import BODY, CAPTION, CODE, TITLE, Face

KOREAN = "배울 만한 깨끗한 데이터가 모자랍니다. 여기든 다른 두 곳이든 한 군데만 이으면 다시 돕니다."
ENGLISH = (
    "There is not enough clean data to learn from. Mend this link, or either of the others, and it turns."
)


@pytest.fixture
def setter():
    return Typesetter(1.0, 1.0, SurfaceCache())


@pytest.mark.parametrize("text", [KOREAN, ENGLISH])
@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("scale", [0.75, 1.0, 2.0])
def test_wrapped_lines_fit_and_lose_no_word(text, size, scale):
    setter = Typesetter(scale, size, SurfaceCache())
    lines = setter.wrap(text, BODY, 280)
    assert max(setter.width(line, BODY) for line in lines) <= 280
    assert " ".join(lines) == text


def test_korean_breaks_at_spaces_only(setter):
    words = set(KOREAN.split(" "))
    for line in setter.wrap(KOREAN, BODY, 150):
        assert set(line.split(" ")) <= words


def test_a_word_longer_than_the_line_is_broken_inside(setter):
    word = "가나다라마바사" * 10
    lines = setter.wrap(word, BODY, 100)
    assert len(lines) > 3
    assert "".join(lines) == word
    assert max(setter.width(line, BODY) for line in lines) <= 100


def test_a_line_feed_starts_a_line(setter):
    assert setter.wrap("one\n\ntwo", BODY, 500) == ["one", "", "two"]


def test_text_too_wide_ends_with_an_ellipsis_and_fits(setter):
    cut = setter.fit(ENGLISH, TITLE, 120)
    assert cut.endswith("…")
    assert ENGLISH.startswith(cut[:-1])
    assert setter.width(cut, TITLE) <= 120
    assert setter.fit("short", TITLE, 120) == "short"


def test_clamped_text_shows_that_there_was_more(setter):
    lines = setter.clamp(ENGLISH, CAPTION, 150, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert setter.clamp("one two", CAPTION, 150, 2) == ["one two"]


@pytest.mark.parametrize("face", [Face.REGULAR, Face.SEMIBOLD, Face.BOLD])
def test_digits_are_equally_wide_so_that_numbers_do_not_jitter(face):
    font = fonts.font(face, 40)
    assert len({font.size(digit)[0] for digit in "0123456789"}) == 1


@pytest.mark.parametrize("face", [Face.REGULAR, Face.SEMIBOLD, Face.BOLD])
def test_every_hangul_syllable_and_the_signs_we_use_can_be_drawn(face):
    assert not any(fonts._is_box(face, chr(code)) for code in range(0xAC00, 0xD7A4))
    assert fonts.missing("뷁₩·…−×→↑↓▲▼“”‘’ㄱㅏ", face) == ""


def test_what_cannot_be_drawn_becomes_a_question_mark_and_joiners_vanish():
    assert fonts.drawable("가😀漢\u200d나\ufe0f", Face.REGULAR) == "가??나"
    assert fonts.missing("가😀漢😀", Face.REGULAR) == "😀漢"


def test_an_unknown_icon_is_shown_as_one_and_does_not_crash():
    assert fonts.icon("no-such-icon") == fonts.icon("circle-help")


def test_a_missing_font_file_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "FONTS", tmp_path)
    fonts.close_fonts()
    with pytest.raises(fonts.AssetError, match="DL-Bold"):
        fonts.font(Face.BOLD, 13)
    fonts.close_fonts()


def test_code_mixes_latin_and_hangul_on_one_line(setter):
    line = setter.line("항구: {kind: win}", CODE, "#FFFFFF")
    assert line.get_width() == setter.width("항구: {kind: win}", CODE)


def test_a_line_is_rendered_once():
    cache = SurfaceCache()
    setter = Typesetter(1.0, 1.0, cache)
    assert setter.line("같은 줄", BODY, "#FFFFFF") is setter.line("같은 줄", BODY, "#FFFFFF")
    assert len(cache) == 1


def test_text_grows_with_the_scale_and_the_text_size():
    widths = [Typesetter(s, t, SurfaceCache()).width(ENGLISH, BODY) for s, t in ((1, 1), (2, 1), (1, 1.5))]
    assert widths[1] == pytest.approx(widths[0], rel=0.04)
    assert widths[2] == pytest.approx(widths[0] * 1.5, rel=0.04)


@pytest.mark.parametrize("sign", "−+±")
def test_a_sign_stands_apart_from_the_won(sign):
    assert fonts.drawable(f"{sign}₩412M", Face.REGULAR) == f"{sign}{fonts.NARROW}₩412M"
    picture = fonts.font(Face.REGULAR, 64).render(fonts.drawable(f"{sign}₩", Face.REGULAR), True, "#FFFFFF")
    columns = [
        any(picture.get_at((x, y)).a > 128 for y in range(picture.get_height()))
        for x in range(picture.get_width())
    ]
    first, last = columns.index(True), len(columns) - columns[::-1].index(True)
    assert columns[first:last].count(False) >= 3


def test_a_won_without_a_sign_is_left_alone():
    assert fonts.drawable("₩412M", Face.REGULAR) == "₩412M"
