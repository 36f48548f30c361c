"""A remedy is taken over word by word: in the right line, with a copy kept, and never in a file that has changed."""

from pathlib import Path

import pytest

from game.content import levels, mending
from game.content.complaints import Complaint, Said
from game.content.examining import examine_paths
from game.content.mending import Mend, MendError
from game.content.places import Place, Source
from game.content.resolving import name_of
from tests.content.mods_for_tests import mod

LEVEL = """\
format: 1
id: mine
extends: core/startup
title: {ko: 하나, en: One}
%s
objectives: {w: {kind: win, when: users > 1k, points: 100, text: {ko: 이긴다, en: Win}}}
"""

SLIPS = {
    "plaier: {cash: 1M}": "player: {cash: 1M}",
    'player: {start: {model: "clasical"}}': 'player: {start: {model: "classical"}}',
    "player: {start: {sell_data: on}}": "player: {start: {sell_data: yes}}",
    "player: {knowledge: 20}": "player: {knowledge: 20%}",
    "player: {cash: 900m}": "player: {cash: 900M}",
    "player: {cash: 4억 2천만}": "player: {cash: 420M}",
    "player:{cash: 1M}": "player: {cash: 1M}",
    "clock: {weeks: 9개월}": "clock: {weeks: 39}",
    "segments: {Men: {name: {ko: 남, en: Men}, size: 9k}}": "segments: {men: {name: {ko: 남, en: Men}, size: 9k}}",
    "player: {locked: [crawll]}": "player: {locked: [crawl]}",
    "events: {e: {when: usres > 2, title: {ko: 가, en: A}}}": "events: {e: {when: users > 2, title: {ko: 가, en: A}}}",
}


def written(folder: Path, body: str, ends: str = "\n") -> Path:
    path = folder / "mine.yaml"
    path.write_bytes((LEVEL % body).replace("\n", ends).encode())
    return path


def mends(path: Path) -> list[tuple[Complaint, Mend]]:
    found = [(one, mending.mend_of(one, path)) for one in levels.examine(path).complaints]
    return [(complaint, mend) for complaint, mend in found if mend is not None]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_with_one_remedy_is_mended_by_one_word(slip: str, tmp_path: Path) -> None:
    path = written(tmp_path, slip)
    ((_, mend),) = mends(path)
    assert (mend.before, mend.after) == (slip, SLIPS[slip])
    mending.apply(mend, tmp_path / "backups")
    assert levels.examine(path).complaints == ()
    assert path.read_text(encoding="utf-8") == LEVEL % SLIPS[slip]


@pytest.mark.parametrize(
    "body",
    [
        "player: {seed: 1M}",  # belongs elsewhere, which is more than a word
        "parameters: {b_q: 40}",  # out of range without a reason
        "player: {cash: lots}",
        "market: {agents: 3}",
        "player: {models: [classical]}",  # what has to change is another line
    ],
)
def test_what_takes_more_than_a_word_is_left_to_its_author(body: str, tmp_path: Path) -> None:
    path = written(tmp_path, body)
    assert levels.examine(path).complaints
    assert mends(path) == []


def test_what_is_wrong_in_an_ancestor_is_not_mended_in_the_child(tmp_path: Path) -> None:
    written(tmp_path, "plaier: {}")
    child = tmp_path / "child.yaml"
    child.write_text("format: 1\nid: child\nextends: mine\ntitle: {ko: 둘, en: Two}\n", encoding="utf-8")
    assert any(one.code == "L301" for one in levels.examine(child).complaints)
    assert mends(child) == []


def test_the_file_as_it_was_is_kept_and_no_copy_is_written_over(tmp_path: Path) -> None:
    path = written(tmp_path, "plaier: {cash: 1M}")
    before = path.read_bytes()
    copies = [mending.apply(mends(path)[0][1], tmp_path / "backups")]
    path.write_bytes(before)
    copies.append(mending.apply(mends(path)[0][1], tmp_path / "backups"))
    assert copies[0] != copies[1]
    assert [copy.read_bytes() for copy in copies] == [before, before]
    mending.restore(path, copies[0])
    assert path.read_bytes() == before


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_the_ends_of_lines_and_a_mark_before_the_first_letter_stay(ends: str, tmp_path: Path) -> None:
    path = written(tmp_path, "plaier: {cash: 1M}", ends)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    mending.apply(mends(path)[0][1], tmp_path / "backups")
    expected = (LEVEL % "player: {cash: 1M}").replace("\n", ends).encode()
    assert path.read_bytes() == b"\xef\xbb\xbf" + expected


def test_a_file_that_has_changed_since_is_left_alone(tmp_path: Path) -> None:
    path = written(tmp_path, "plaier: {cash: 1M}")
    mend = mends(path)[0][1]
    written(tmp_path, "# another line\nplaier: {cash: 2M}")
    before = path.read_bytes()
    with pytest.raises(MendError) as refused:
        mending.apply(mend, tmp_path / "backups")
    assert refused.value.code == "changed"
    assert path.read_bytes() == before
    assert not (tmp_path / "backups").exists()


def test_a_disk_that_refuses_changes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "plaier: {cash: 1M}")
    mend, before = mends(path)[0][1], path.read_bytes()
    (tmp_path / "backups").write_text("no folder", encoding="utf-8")
    with pytest.raises(MendError) as refused:
        mending.apply(mend, tmp_path / "backups")
    assert refused.value.code == "refused"
    assert path.read_bytes() == before
    path.unlink()
    with pytest.raises(MendError):
        mending.apply(mend, tmp_path / "copies")


def test_words_of_a_mod_are_mended_in_its_own_files(tmp_path: Path) -> None:
    home = mod(tmp_path / "mods", "bakery")
    path = home / "mod.yaml"
    right = path.read_text(encoding="utf-8")
    path.write_text(right.replace("version:", "verison:"), encoding="utf-8")
    (found,) = [one for one in examine_paths([home]) if one.path == path]
    words = [mend for one in found.complaints if (mend := mending.mend_of(one, path)) is not None]
    assert [(mend.path, mend.word) for mend in words] == [(path, "version")]
    mending.apply(words[0], tmp_path / "backups")
    assert path.read_text(encoding="utf-8") == right
    assert not [one for found in examine_paths([home]) for one in found.complaints]


def test_a_sentence_of_a_mod_is_mended_where_it_stands(tmp_path: Path) -> None:
    home = mod(
        tmp_path / "mods",
        "bakery",
        files={"texts/en.yaml": "title: {moto: Bread}\n", "texts/ko.yaml": "title: {motto: 빵}\n"},
    )
    path = home / "mod.yaml"
    (found,) = [one for one in examine_paths([home]) if one.path == path]
    words = [mend for one in found.complaints if (mend := mending.mend_of(one, path)) is not None]
    assert [(mend.path, mend.after) for mend in words] == [
        (home / "texts" / "en.yaml", "title: {motto: Bread}")
    ]


def test_no_file_outside_a_mod_is_mended_as_one_of_it(tmp_path: Path) -> None:
    home = tmp_path / "bakery"
    home.mkdir()
    (tmp_path / "other.yaml").write_text("cash: 4억\n", encoding="utf-8")
    place = Place(Source(f"{name_of(home)}/../other.yaml", "cash: 4억\n"), 1, 7, 2)
    slip = Complaint(
        "L317", place, {"key": "cash", "found": "4억"}, "", Said("write-instead", {"better": "400M"})
    )
    assert mending.mend_of(slip, home / "mod.yaml") is None
