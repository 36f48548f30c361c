"""The text of a file on the screen: every letter of it, in rows that fit, with keys and remarks told apart."""

import pytest

from game.ui.code import CodeText, Quote, _all_rows
from game.ui.fonts import missing
from game.ui.look import Look
from game.ui.text import _code_runs
from game.ui.tokens import CODE, Face

TEXT = """# 한글 머리말: a remark that is rather long and goes on and on
format: 1
story:
  ko: |
    가게: 누구나 {weeks}주를 삽니다 # 아님
    # 여기도 글
parameters:
  half_life: 26  # 26에서 260까지
  - name: {ko: "이름", en: "Name"}

tests: null"""


def rows(letters, text=TEXT):
    return list(_all_rows(text.split("\n"), letters))


@pytest.mark.parametrize("letters", [12, 20, 33, 80, 500])
def test_no_letter_is_lost_and_every_line_has_its_number(letters):
    found = rows(letters)
    drawn = "".join(part for row in found for part, _ in row.parts)
    assert "".join(drawn.split()) == "".join(TEXT.split())
    assert [row.number for row in found if row.number] == list(range(1, TEXT.count("\n") + 2))


@pytest.mark.parametrize("letters", [12, 20, 33])
def test_every_row_fits(letters):
    for row in rows(letters):
        text = "".join(part for part, _ in row.parts)
        assert sum(2 if char >= "\u1100" else 1 for char in text) <= letters


def inks(number, letters=200):
    (row,) = [row for row in rows(letters) if row.number == number]
    return {part.strip(): ink for part, ink in row.parts if part.strip()}


def test_keys_remarks_and_told_text_have_inks_of_their_own():
    assert inks(2) == {"format:": "accent", "1": "text"}
    assert set(inks(1).values()) == {"text3"}
    assert inks(8) == {"half_life:": "accent", "26": "text", "# 26에서 260까지": "text3"}
    assert set(inks(5).values()) == set(inks(6).values()) == {"text2"}
    assert inks(7) == {"parameters:": "accent"}


@pytest.mark.parametrize("size", [0.85, 1.0, 1.5])
def test_what_is_counted_in_letters_fits_in_pixels(size):
    look = Look(text_size=size)
    code = CodeText("code", "Code", TEXT)
    for width in (160.0, 300.0, 700.0):
        for row in code._broken(look, width):
            wide = sum(look.type.width(part, CODE) for part, _ in row.parts)
            assert wide <= width - code._lead(look) + 1


def test_signs_the_code_font_lacks_are_drawn_as_in_words():
    faces = dict(_code_runs("a₩→가"))
    assert faces == {"a": Face.CODE_NARROW, "₩→": Face.REGULAR, "가": Face.CODE_WIDE}
    assert not missing("₩→", Face.REGULAR)


@pytest.mark.parametrize("column", [0, 24, 60, 119, 500])
@pytest.mark.parametrize("room", [120.0, 260.0, 2_000.0])
def test_a_quote_shows_the_marked_letter_and_fits(column, room):
    line = "".join(chr(ord("a") + at % 26) for at in range(100)) + "가나다라마바사아자차카타파하거너더러머버"
    quote, look = Quote("quote", line, 7, column), Look()
    text, at = quote._part(look, room)
    assert look.type.width(text, CODE) <= room
    assert text[at] == line[min(column, len(line) - 1)]
    assert quote.value == "7"
