"""New levels pass `check`, and so do the examples in them once the signs before them are taken away."""

import re
from pathlib import Path

import pytest

from game.content import drafting, levels
from game.content.figures import Language
from game.content.levels import campaign, find

PARENTS = ["core/startup", *(listing.id for listing in campaign())]
EXAMPLE = re.compile(r"^# (?!yaml-language-server)", re.MULTILINE)


def drafted(folder: Path, parent: str, language: Language, *, is_full: bool) -> Path:
    path = drafting.file_of("my/new", folder)
    found = levels.examine(find(parent))
    path.write_text(drafting.draft("my/new", found, path, language, is_full=is_full), encoding="utf-8")
    return path


@pytest.mark.parametrize("parent", PARENTS)
@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("is_full", [False, True])
def test_a_new_level_has_nothing_wrong_with_it(
    tmp_path: Path, parent: str, language: Language, is_full: bool
) -> None:
    path = drafted(tmp_path, parent, language, is_full=is_full)
    assert [complaint.code for complaint in levels.check_paths([path])] == []
    level = levels.load(path)
    assert level.id == "my/new"
    assert level.objectives
    assert not re.search(r"\{(id|parent|file|schema|objective)\}", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("is_full", [False, True])
def test_the_examples_in_a_new_level_can_be_used(tmp_path: Path, language: Language, is_full: bool) -> None:
    path = drafted(tmp_path, "core/startup", language, is_full=is_full)
    before = levels.load(path)
    path.write_text(EXAMPLE.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert [complaint.code for complaint in levels.check_paths([path])] == []
    after = levels.load(path)
    assert after.hash != before.hash
    assert after.start.cash_won * 2 == before.start.cash_won
    assert (len(after.plans), len(after.tests)) == ((2, 3) if is_full else (0, 0))


@pytest.mark.parametrize("is_full", [False, True])
def test_both_languages_give_the_same_level(tmp_path: Path, is_full: bool) -> None:
    texts = []
    for language in ("ko", "en"):
        text = drafted(tmp_path, "core/startup", language, is_full=is_full).read_text(encoding="utf-8")
        examples = EXAMPLE.sub("", text).splitlines()
        texts.append([line.split("  #")[0].rstrip() for line in examples if not line.startswith("#")])
    ko, en = ([re.sub("why: .*", "", line) for line in text] for text in texts)
    assert ko == en


def test_a_level_of_the_campaign_keeps_its_own_objectives(tmp_path: Path) -> None:
    path = drafted(tmp_path, "the-loop", "en", is_full=True)
    assert levels.load(path).objectives == levels.load("the-loop").objectives


def test_the_first_line_leads_an_editor_to_the_schema(tmp_path: Path) -> None:
    path = drafted(tmp_path, "core/startup", "en", is_full=False)
    way = path.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
    assert (path.parent / way).resolve() == drafting.SCHEMA.resolve()
    assert drafting.SCHEMA.is_file()


@pytest.mark.parametrize("name", ["My Level", "../up", "a/../b", "", "é", "a" * 65])
def test_a_name_that_is_no_id_gets_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(name)}$"):
        drafting.file_of(name, tmp_path)
