"""No file kills the reader, hangs it or surprises it: a tree with places comes out, or complaints with places."""

import os
from pathlib import Path

import pytest
import yaml

from game.content.complaints import MOST
from game.content.nodes import Leaf, Map, find, locate, plain
from game.content.tree import READER, Limits, read_bytes, read_file, read_text

READERS = list(dict.fromkeys([READER, yaml.SafeLoader]))

LAUGHS = "a0: &a0 [lol, lol]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 10))
MERGES = "a0: &a0 {k: 1}\n" + "".join(f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}]}}\n" for i in range(1, 9))

# name -> (bytes, the first complaint: code, line, column); after the table of YAML attacks that were tried on other readers
HOSTILE: dict[str, tuple[bytes, str, int, int]] = {
    "billion laughs": (LAUGHS.encode(), "Y106", 1, 5),
    "merge bomb": (MERGES.encode(), "Y106", 1, 5),
    "1,000 brackets": (b"[" * 1_000, "Y114", 1, 25),
    "25,000 brackets": (b"[" * 25_000, "Y114", 1, 25),
    "100,000 brackets": (b"a: " + b"[" * 100_000, "Y114", 1, 27),
    "100,000 braces": (b"{a: " * 50_000, "Y114", 1, 97),
    "deep block lists": (b"- " * 30, "Y114", 1, 49),
    "deep block maps": ("".join(" " * i + "a:\n" for i in range(40)).encode(), "Y114", 25, 25),
    "sexagesimal number": (b"a: 1" + b":59" * 5_000, "Y116", 1, 4),
    "many keys": ("".join(f"{i}: 0\n" for i in range(20_000)).encode(), "Y115", 9999, 7),
    "a million comments": (b"#\n" * 1_000_000, "Y102", 1, 1),
    "one long text": (b"a: " + b"x" * 8_001, "Y116", 1, 4),
    "long key": (b"k" * 65 + b": 1", "Y117", 1, 1),
    "very long key": (b"k" * 2_000 + b": 1", "Y125", 1, 2001),
    "two documents": (b"a: 1\n--- \nb: 2\n", "Y113", 2, 1),
    "ten thousand documents": (b"--- a\n" * 10_000, "Y113", 2, 1),
    "python object": (b"a: !!python/object/apply:os.system [ls]\n", "Y108", 1, 4),
    "binary": (b"a: !!binary aGk=\n", "Y108", 1, 4),
    "tag directive": (b"%TAG ! tag:x.org,2000:\n---\na: !b c\n", "Y108", 3, 4),
    "escape code": (b"a: x\x1b[2J\n", "Y104", 1, 5),
    "escaped escape code": (b'a: 1\nb: "\\x1b[2J"\n', "Y104", 2, 5),
    "bidi override": ("a: 1\nb: \u202egnp.exe\n".encode(), "Y104", 2, 4),
    "escaped bidi": (b'a: "ok \\u2066x"\n', "Y104", 1, 8),
    "bell": (b"a: \x07\n", "Y104", 1, 4),
    "NUL": (b"a: b\x00c\n", "Y104", 1, 5),
    "escaped NUL": (b'a: "\\0"\n', "Y104", 1, 5),
    "C1 control": ("a: \x9b31m\n".encode(), "Y104", 1, 4),
    "line separator": ("a: b\u2028c: d\n".encode(), "Y104", 1, 5),
    "not UTF-8": ("a: 1\nb: 값\n".encode("cp949"), "Y103", 2, 4),
    "UTF-16": ("a: 1\n".encode("utf-16"), "Y103", 1, 1),
    "overlong UTF-8": (b"a: \xc0\x80\n", "Y103", 1, 4),
    "surrogate in UTF-8": (b"a: \xed\xa0\x80\n", "Y103", 1, 4),
    "cut off in a letter": ("a: 한".encode()[:-1], "Y103", 1, 4),
    "only a space": (b" ", "Y118", 1, 1),
    "nothing": (b"", "Y118", 1, 1),
    "null": (b"null\n", "Y118", 1, 1),
    "a text": (b"hello\n", "Y112", 1, 1),
    "a list": (b"[1]\n", "Y112", 1, 1),
    "unknown directive version": (b"%YAML 9.9\n---\na: 1\n", "Y105", 1, 1),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_at_its_place(name: str, reader: object) -> None:
    data, code, line, column = HOSTILE[name]
    reading = read_bytes(data, "hostile.yaml", reader=reader)
    first = reading.complaints[0]
    assert (first.code, first.place.line, first.place.column) == (code, line, column)
    assert len(reading.complaints) <= MOST + 1


@pytest.mark.parametrize("reader", READERS)
def test_an_escaped_half_letter_is_refused_by_both_parsers(reader: object) -> None:
    complaints = read_bytes(b'a: "\\ud800"\n', "a.yaml", reader=reader).complaints
    assert complaints[0].code in ("Y128", "Y104")
    assert complaints[0].place.line == 1


def test_types_are_not_guessed() -> None:
    text = "a: yes\nb: 1:30\nc: .nan\nd: 0o17\ne: 2019-01-01\nf: 1e999\n9: x\nnull: y\ng: 99999999999999999999999\n"
    root = read_text(text, "a.yaml").root
    assert root is not None
    assert plain(root) == {
        "a": "yes", "b": "1:30", "c": ".nan", "d": "0o17", "e": "2019-01-01", "f": "1e999", "9": "x", "null": "y",
        "g": "9" * 23,
    }  # fmt: skip


def test_only_an_unquoted_null_is_nothing() -> None:
    root = read_text("a:\nb: null\nc: ~\nd: 'null'\ne: ''\n", "a.yaml").root
    assert root is not None
    assert plain(root) == {"a": None, "b": None, "c": None, "d": "null", "e": ""}


def test_all_slips_of_a_file_are_found_at_once() -> None:
    reading = read_text("a: &x 1\na: 2\nb: {c: *x, c: !!str 3}\n<<: 4\n", "a.yaml")
    assert [c.code for c in reading.complaints] == ["Y106", "Y111", "Y107", "Y108", "Y111", "Y109"]
    assert reading.root is not None


def test_of_too_many_slips_only_the_first_are_kept() -> None:
    reading = read_text("a: 1\n" * 5_000, "a.yaml")
    assert len(reading.complaints) == MOST + 1
    assert reading.complaints[-1].code == "Y119"


def test_the_first_of_two_equal_keys_is_kept() -> None:
    root = read_text("a: 1\na: 2\n", "a.yaml").root
    assert root is not None
    assert plain(root) == {"a": "1"}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_files_of_other_editors_read_alike(mark: bytes, end: bytes) -> None:
    data = mark + end.join([b"a: 1", b"b: {c: [x, y]}", b""])
    root = read_bytes(data, "a.yaml").root
    assert root is not None
    assert plain(root) == {"a": "1", "b": {"c": ["x", "y"]}}
    assert locate(root, ("b", "c", 1))[1:3] == (2, 12)


TREE = """\
player:
  cash: 10M
  staff: {engineer: 2, 데이터: "3"}
segments:
  - size: 9k
  - size: many
"""


@pytest.mark.parametrize(
    ("path", "at_key", "place"),
    [
        (("player", "cash"), False, (2, 9, 3)),
        (("player", "cash"), True, (2, 3, 4)),
        (("player", "staff"), False, (3, 3, 5)),
        (("player", "staff", "데이터"), False, (3, 29, 3)),
        (("player", "staff", "데이터"), True, (3, 24, 3)),
        (("player", "missing"), False, (1, 1, 6)),
        (("player", "missing", "deeper"), True, (1, 1, 6)),
        (("segments", 1, "size"), False, (6, 11, 4)),
        (("segments", 7, "size"), False, (4, 1, 8)),
        (("segments", "x"), False, (4, 1, 8)),
        ((), False, (1, 1, 1)),
        (("nowhere",), False, (1, 1, 1)),
    ],
)
def test_every_path_has_a_place(
    path: tuple[str | int, ...], at_key: bool, place: tuple[int, int, int]
) -> None:
    root = read_text(TREE, "a.yaml").root
    assert root is not None
    assert locate(root, path, at_key=at_key)[1:] == place


WRITTEN = [
    "plain text with  two spaces",
    '"quoted \\"inside\\" and \\u00e9 \\x41 end"',
    "'it''s quoted ''twice'''",
    "folded over\n    several   lines\n    of text",
    '"folded\n    \\tquoted   over\n\n    lines"',
    ">\n    folded block\n    of lines\n\n    and more",
    "|-\n    kept\n    as it is",
    "한글 그대로 쓴 글",
]


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("reader", READERS)
def test_every_letter_of_a_text_is_found_again_in_the_file(written: str, reader: object) -> None:
    root = read_text(f"first: 1\nkey: {written}\nlast: 2\n", "a.yaml", reader=reader).root
    assert root is not None
    leaf = find(root, ("key",))
    assert isinstance(leaf, Leaf)
    for offset, letter in enumerate(leaf.text):
        place = leaf.spot(offset)
        there = place.source.line(place.line)[place.column - 1 : place.column]
        assert letter.isspace() or there == letter or (there == "\\" and leaf.style == '"')


def test_limits_can_be_set_by_the_caller() -> None:
    assert read_text("a: [1, 2]\n", "a.yaml", Limits(depth=1)).complaints[0].code == "Y114"
    assert read_bytes(b"a: 1\n", "a.yaml", Limits(bytes=4)).complaints[0].code == "Y102"


def test_a_file_that_is_not_there_is_a_complaint(tmp_path: Path) -> None:
    assert [c.code for c in read_file(tmp_path / "none.yaml").complaints] == ["Y101"]
    assert [c.code for c in read_file(tmp_path).complaints] == ["Y100"]
    assert [c.code for c in read_file(tmp_path / "a\0b").complaints] in (["Y100"], ["Y101"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert [c.code for c in read_file(tmp_path / "pipe.yaml").complaints] == ["Y100"]


def test_flow_and_block_maps_are_told_apart() -> None:
    root = read_text("a: {b: 1}\nc:\n  d: 1\n", "a.yaml").root
    assert root is not None
    a, c = find(root, ("a",)), find(root, ("c",))
    assert isinstance(a, Map)
    assert isinstance(c, Map)
    assert (a.flow, c.flow) == (True, False)
