"""A line of a journal is the same bytes everywhere, and no line from a stranger can hurt the reader."""

import pytest

from game.play import lines


def test_equal_content_is_equal_bytes() -> None:
    assert lines.write({"b": 1, "a": [True, "가"]}) == b'{"a":[true,"\\uac00"],"b":1}\n'
    assert lines.write({"a": 1, "b": 2}) == lines.write({"b": 2, "a": 1})


def test_a_line_can_be_read_in_any_order_and_spacing() -> None:
    assert lines.read(b' {"b": 1,  "a": "\\uac00"} ') == {"a": "가", "b": 1}


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b"7",
        b'{"a":1}{"a":1}',
        b'{"a":1.0}',
        b'{"a":1e999}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":-Infinity}',
        b'{"a":1,"a":2}',
        b'{"a":{"b":1,"b":2}}',
        b'{"a":"\xff"}',
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":99999999999999999}',
        b'{"a":' + b"[" * 20_000 + b"]" * 20_000 + b"}",
        b'{"a":"' + b"x" * 70_000 + b'"}',
        b'{"a":\0}',
    ],
    ids=lambda line: line[:20].decode("latin-1"),
)
def test_what_no_journal_holds_is_refused(line: bytes) -> None:
    with pytest.raises(lines.LineError):
        lines.read(line)


def test_a_value_that_is_no_plain_data_cannot_be_written() -> None:
    with pytest.raises(TypeError):
        lines.write({"a": object()})
    with pytest.raises(ValueError, match="Out of range"):
        lines.write({"a": float("nan")})
