"""The codex keeps its promises: both languages, honest letters, sources that exist, and a page for all that the game borrows."""

import re
from pathlib import Path

import pytest

from agents.messages import LEVERS
from game.content import codex
from game.content.codex import KINDS, ROWS, CodexError
from game.content.complaints import LevelError
from game.world.parameters import about

ENTRIES = codex.read().entries
HANGUL = re.compile("[가-힣]")
ENTRY = """\
one:
  title: {ko: 하나, en: One}
  text: {ko: 글, en: A text}
  game: {ko: 게임, en: A game}
  letter: A
  why: {ko: 까닭, en: A reason}
"""


def texts(language):
    """Every text of every page in a language, with the page's id."""
    for entry in ENTRIES.values():
        for text in (entry.title, entry.text, entry.game, entry.why):
            yield entry.id, text.of(language)


# ---- what is in it


def test_every_page_is_written_in_korean_and_in_english():
    assert [name for name, text in texts("ko") if not re.search("[가-힣ㅠ]", text)] == []
    assert [name for name, text in texts("en") if HANGUL.search(text)] == []


def test_there_are_pages_of_every_kind():
    assert len(ENTRIES) >= 45
    assert all(len(codex.read().of(kind)) >= 8 for kind in KINDS)


def test_pages_tell_in_a_few_sentences():
    for name, text in ((entry.id, entry.text) for entry in ENTRIES.values()):
        assert 2 <= len(re.findall(r"[.?!”](?:\s|$)", text.en)) <= 9, name
        assert len(text.en) < 1_300, name


def test_every_row_of_the_source_deck_has_a_page():
    reached = {row for entry in ENTRIES.values() for row in entry.rows}
    assert [row for row in ROWS if row not in reached] == []


@pytest.mark.parametrize("name", [*about(), *LEVERS])
def test_every_parameter_and_every_lever_has_a_page(name):
    assert codex.read().about(name)


NOT_SOURCES = {"KRW", "FTE", "API", "CPU", "CPM", "D7", "D30", "DL", "ML", "T4", "A100", "ARPU", "QA", "SKU"}


@pytest.mark.parametrize("name", about())
def test_whatever_a_parameter_says_it_comes_from_is_in_the_codex(name):
    known = "\n".join(
        [text for _, text in texts("en")]
        + [f"{s.by} {s.title} {s.venue}" for s in codex.read().sources.values()]
    )
    cited = set(re.findall(r"\b[A-Z][A-Za-z0-9]+", about()[name].source)) - NOT_SOURCES
    assert {word for word in cited if word not in known} == set()


def test_every_source_is_quoted_by_a_page():
    quoted = {source.id for entry in ENTRIES.values() for source in entry.sources}
    assert set(codex.read().sources) - quoted == set()


def test_every_page_can_be_reached_from_the_first():
    reached, waiting = set(), ["deep-lemma"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += ENTRIES[name].related
    assert set(ENTRIES) - reached == set()


# ---- honesty


def test_hearsay_has_the_lowest_letter_and_nothing_else_has():
    assert {entry.id for entry in ENTRIES.values() if entry.letter == "D"} == {
        entry.id for entry in codex.read().of("lore")
    }


def test_studies_and_cases_quote_their_sources():
    bare = [entry.id for kind in ("study", "case") for entry in codex.read().of(kind) if not entry.sources]
    assert bare == []


def test_a_study_is_not_called_well_founded_on_a_firm_s_own_figures_alone():
    weak = {"trade", "told", "own"}
    for entry in ENTRIES.values():
        if entry.letter == "A" and entry.sources and entry.id not in ("same-luck", "slow-search"):
            assert any(source.kind not in weak for source in entry.sources), entry.id


# ---- Korean as a Korean writes it


def final(letter):
    """Number of the final consonant of a Hangul syllable, 0 none, 8 rieul."""
    return (ord(letter) - 0xAC00) % 28


PARTICLES = (  # the particle, the finals it follows, and beginnings of words that are no noun with it: 마을, 모은, 나을
    (re.compile(r"([가-힣])를(?![가-힣])"), lambda last: last == 0, ()),
    (re.compile(r"([가-힣])을(?![가-힣])"), lambda last: last != 0, ("마", "가", "노", "모", "나")),
    (re.compile(r"([가-힣])와(?![가-힣])"), lambda last: last == 0, ()),
    (re.compile(r"([가-힣])은(?![가-힣])"), lambda last: last != 0, ("모", "나")),
    (re.compile(r"([가-힣])으로(?![가-힣])"), lambda last: last not in (0, 8), ()),
)


def test_particles_fit_the_sound_before_them():
    wrong = []
    for name, text in texts("ko"):
        for pattern, fits, nouns in PARTICLES:
            wrong += [
                (name, text[max(0, found.start() - 8) : found.end()])
                for found in pattern.finditer(text)
                if not fits(final(found[1])) and found[1] not in nouns
            ]
    assert wrong == []


# ---- searching


def test_a_search_finds_every_page_with_all_its_words_titles_first():
    found = codex.read().search("amazon", "en")
    assert {entry.id for entry in found} >= {"hundred-milliseconds"}
    assert codex.read().search("딥레마", "ko")[0].id == "deep-lemma"
    assert [entry.id for entry in codex.read().search("golder 1993", "en")] == ["first-mover"]
    assert codex.read().search("", "ko") == tuple(ENTRIES.values())
    assert codex.read().search("no-such-word", "en") == ()


def test_hangul_typed_in_parts_is_found_too():
    parted = "딥레마".encode().decode()
    import unicodedata

    assert codex.read().search(unicodedata.normalize("NFD", parted), "ko")[0].id == "deep-lemma"


# ---- a file that is not as it should be


def folder(
    tmp_path: Path, terms: str, sources: str = "src: {by: A, year: 2001, title: T, venue: V}\n"
) -> Path:
    """A codex of one file."""
    for file in KINDS.values():
        (tmp_path / file).write_text("none-" + file.split(".")[0] + ENTRY[3:], encoding="utf-8")
    (tmp_path / "terms.yaml").write_text(terms, encoding="utf-8")
    (tmp_path / "sources.yaml").write_text(sources, encoding="utf-8")
    return tmp_path


def test_a_small_codex_is_read(tmp_path):
    entry = codex.read(folder(tmp_path, ENTRY + "  sources: [src]\n  levers: [ux_won]\n")).entries["one"]
    assert (entry.kind, entry.title.ko, entry.sources[0].year) == ("term", "하나", 2001)


@pytest.mark.parametrize(
    ("terms", "named"),
    [
        (ENTRY.replace("letter: A", "letter: E"), "one.letter"),
        (ENTRY.replace("  letter: A\n", ""), "one.letter"),
        (ENTRY.replace("en: One", "en: ''"), "one.title.en"),
        (ENTRY.replace("{ko: 글, en: A text}", "{ko: 글}"), "one.text.en"),
        (ENTRY.replace("{ko: 글, en: A text}", "A text"), "one.text"),
        (ENTRY + "  sources: [nobody]\n", "one.sources"),
        (ENTRY + "  related: [one]\n", "one.related"),
        (ENTRY + "  rows: [D32]\n", "one.rows"),
        (ENTRY + "  levers: [magic]\n", "one.levers"),
        (ENTRY + "  parameters: [magic]\n", "one.parameters"),
        (ENTRY + "  parameters: [b_q, b_q]\n", "one.parameters"),
        (ENTRY + "  parameters: b_q\n", "one.parameters"),
        (ENTRY + "  colour: red\n", "one.colour"),
        (ENTRY.replace("one:", "One Two:"), "One Two"),
        ("one: two\n", "one"),
        ("none-cases" + ENTRY[3:], "none-cases"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_page_is_said_with_its_name(tmp_path, terms, named):
    with pytest.raises(CodexError) as wrong:
        codex.read(folder(tmp_path, terms))
    assert str(wrong.value).startswith((named, repr(named)))


@pytest.mark.parametrize(
    "sources",
    ["src: {by: A, year: soon, title: T, venue: V}\n", "src: {by: A, year: 2001, title: T}\n",
     "src: {by: A, year: 2001, title: T, venue: V, link: 'javascript:x'}\n",
     "src: {by: A, year: 2001, title: T, venue: V, kind: gossip}\n"],
)  # fmt: skip
def test_what_is_wrong_with_a_source_is_said_with_its_name(tmp_path, sources):
    with pytest.raises(CodexError, match=r"^src\."):
        codex.read(folder(tmp_path, ENTRY, sources))


@pytest.mark.parametrize(
    "hostile", ["[" * 5_000, "one: &a [*a]\n", "one: {}\none: {}\n", "a" * 300_000, "\x1b[2J: x\n"]
)
def test_no_file_can_do_more_than_be_refused(tmp_path, hostile):
    with pytest.raises(LevelError):
        codex.read(folder(tmp_path, hostile))
