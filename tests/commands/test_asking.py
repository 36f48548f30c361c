"""`why`, `what-if` and `explain-play`: questions about a saved game, answered in sentences or as plain data."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from agents.messages import ModelKind
from game.content import levels
from game.play.playthrough import Playthrough
from game.study import why
from game.study.changes import events_of
from game.study.recording import Recording
from game.world.level import Level
from tests.commands.conftest import Command

LANGUAGES = ("en", "ko")
WEEKS = 16


@pytest.fixture
def level(small: Path) -> Level:
    """The small level, twice as long."""
    text = small.read_text(encoding="utf-8").replace("weeks: 8", f"weeks: {WEEKS}")
    small.write_text(text.replace("agents: 500", "agents: 2k"), encoding="utf-8")
    return levels.load(str(small))


@pytest.fixture
def journal(level: Level, tmp_path: Path) -> Path:
    """A game of rules and advertisements, with one answer to a card; played to its end."""
    path = tmp_path / "a.dljournal"
    with Playthrough.new(level, 3, path) as game:
        first = replace(game.decision, model=ModelKind.RULES, marketing_won=9_000_000, ux_won=3_000_000)
        course = {
            1: first,
            5: replace(first, answers=(("rumour", "admit"),)),
            12: replace(first, price_won=900),
        }
        while not game.is_over:
            game.play(course.get(game.week + 1, game.decision))
    return path


@pytest.fixture
def recorded(journal: Path, level: Level) -> Recording:
    return Recording.read(journal, {level.id: level}.get)


def options(level_file: Path) -> tuple[object, ...]:
    return ("--levels", level_file.parent)


def korean(text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_person_is_explained_in_sentences(
    command: Command, journal: Path, small: Path, recorded: Recording, lang: str
) -> None:
    for week in (10, 13):
        for person in why.who_moved(recorded, week)[:2]:
            said = command("why", journal, "--person", person, "--week", week, *options(small), lang=lang)
            assert (said.code, said.err) == (0, "")
            assert f"{person}" in said.out.splitlines()[0]
            assert korean(said.out) is (lang == "ko")
            assert "{" not in said.out


def test_every_line_of_an_account_adds_up(
    command: Command, journal: Path, small: Path, recorded: Recording
) -> None:
    weighed = 0
    for person in why.who_moved(recorded, 13):
        said = command("why", journal, "--person", person, "--week", 13, "--json", *options(small))
        found = json.loads(said.out)["person"]["choice"]
        assert sum(found["differences"].values()) == found["margin"]
        assert found["service_sum"] - found["other_sum"] == found["margin"]
        weighed += any(found["differences"].values())
        if weighed == 3:
            return
    raise AssertionError("hardly anybody weighed anything")


def test_what_moved_a_reason_is_named_with_its_week(
    command: Command, journal: Path, small: Path, recorded: Recording
) -> None:
    people = [p for p in why.who_moved(recorded, 14)
              if (c := why.last_choice(recorded, p, 14)) and c.service.firm == 0 and c.margin]  # fmt: skip
    assert people
    said = command("why", journal, "--person", people[0], "--week", 14, *options(small))
    assert "< week 12, price ₩300 → ₩900" in said.out
    data = json.loads(
        command("why", journal, "--person", people[0], "--week", 14, "--json", *options(small)).out
    )
    assert data["moved"]["by"]["price"]["choice"]["week"] == 12


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_rival_and_an_investor_are_explained(
    command: Command, journal: Path, small: Path, level: Level, lang: str
) -> None:
    for rival in level.rivals:
        said = command("why", journal, "--rival", rival.id, "--week", 9, *options(small), lang=lang)
        assert said.code == 0
        assert rival.name.of(lang) in said.out
        data = command("why", journal, "--rival", rival.id, "--week", 9, "--json", *options(small))
        assert json.loads(data.out)["week"] == 9
    for fund in level.funds:
        said = command("why", journal, "--fund", fund.id, *options(small), lang=lang)
        assert (fund.name.of(lang) in said.out) or (said.code == 1 and korean(said.err) is (lang == "ko"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (["why"], 2, ""),
        (["why", "--week", "13"], 2, "--person"),
        (["why", "--person", "0"], 1, "2,000"),
        (["why", "--person", "2001"], 1, "2001"),
        (["why", "--person", "1", "--week", "17"], 1, "17"),
        (["why", "--rival", "nobody"], 1, "incumbent"),
        (["why", "--rival", "incumbent", "--week", "0"], 1, ""),
        (["why", "--fund", "nobody"], 1, "earnings"),
        (["why", "--fund", "earnings", "--week", "0"], 1, "earnings"),
        (["what-if", "--set", "price=1"], 2, "--week"),
        (["what-if", "--week", "3"], 2, "--set"),
        (["what-if", "--week", "3", "--set", "price"], 2, "price"),
        (["what-if", "--week", "0", "--set", "price=1"], 1, "16"),
        (["what-if", "--week", "17", "--set", "price=1"], 1, "17"),
        (["what-if", "--week", "3", "--set", "pricce=1"], 1, "price"),
        (["what-if", "--week", "3", "--set", "price=dear"], 1, "dear"),
        (["what-if", "--week", "3", "--set", "price=9999999"], 1, ""),
        (["what-if", "--week", "3", "--set", "crawl=5"], 1, ""),
        (["what-if", "--week", "3", "--set", "advertising=90B"], 1, ""),
        (["what-if", "--week", "3", "--drop", "price"], 1, ""),
        (["what-if", "--week", "9", "--drop", "rumour"], 1, "9"),
        (["what-if", "--set", "3:price=100", "--drop", "price"], 2, "--week"),
        (["what-if", "--set", "17:price=100"], 1, "17"),
        (["what-if", "--week", "5", "--set", "rumour=shrug"], 1, "shrug"),
        (["what-if", "--week", "9", "--set", "rumour=deny"], 1, "rumour"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_sentence(
    command: Command, journal: Path, small: Path, arguments: list[str], code: int, named: str, lang: str
) -> None:
    where = [] if arguments == ["why"] else [journal]
    said = command(arguments[0], *where, *arguments[1:], *options(small), lang=lang)
    assert said.code == code
    assert said.out == ""
    assert named in said.err
    assert korean(said.err) is (lang == "ko")
    assert len(said.err.splitlines()) == code  # wrong usage points to the help, too


@pytest.mark.parametrize(
    "asked", [["why", "--person", "1"], ["what-if", "--week", "1", "--set", "price=1"], ["explain-play"]]
)
def test_a_journal_of_other_rules_or_another_level_is_refused(
    command: Command, journal: Path, small: Path, asked: list[str]
) -> None:
    said = command(asked[0], journal, *asked[1:])  # the level is not in the game's own folder
    assert (said.code, said.out) == (1, "")
    assert "--levels" in said.err
    journal.write_bytes(journal.read_bytes().replace(b'"rules":"', b'"rules":"x', 1))
    said = command(asked[0], journal, *asked[1:], *options(small))
    assert (said.code, said.out) == (1, "")
    assert "rules" in said.err
    said = command(asked[0], "none.dljournal", *asked[1:])
    assert (said.code, said.out) == (2, "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_futures_are_told_side_by_side(command: Command, journal: Path, small: Path, lang: str) -> None:
    said = command("what-if", journal, "--week", 12, "--set", "price=100", *options(small), lang=lang)
    assert (said.code, said.err) == (0, "")
    assert "₩900 → ₩100" in said.out or "900원 → 100원" in said.out
    assert korean(said.out) is (lang == "ko")
    assert "{" not in said.out


def test_two_futures_as_plain_data_have_both_curves(command: Command, journal: Path, small: Path) -> None:
    said = command("what-if", journal, "--week", 12, "--drop", "price", "--json", *options(small))
    data = json.loads(said.out)
    users = data["curves"]["actual"]["users"], data["curves"]["changed"]["users"]
    assert [len(curve) for curve in users] == [WEEKS, WEEKS]
    assert users[0][:11] == users[1][:11]
    assert users[0] != users[1]
    assert sum(data["crowd"].values()) == pytest.approx(600_000)
    assert data["edits"] == [{"week": 12, "key": "price_won", "value": None}]


def test_a_setting_as_it_was_changes_nothing(command: Command, journal: Path, small: Path) -> None:
    said = command("what-if", journal, "--week", 12, "--set", "price=900", *options(small))
    assert "Nobody would stand otherwise." in said.out


def test_korean_names_and_units_can_be_typed(command: Command, journal: Path, small: Path) -> None:
    said = command("what-if", journal, "--week", 6, "--set", "광고=300만", "--json", *options(small))
    assert json.loads(said.out)["edits"] == [{"week": 6, "key": "marketing_won", "value": 3_000_000}]


def test_an_answer_can_be_changed_or_left_out(command: Command, journal: Path, small: Path) -> None:
    denied = command("what-if", journal, "--week", 5, "--set", "rumour=deny", *options(small))
    assert "week 5: “There is talk”: Admit it → Deny it" in denied.out
    silent = command("what-if", journal, "--week", 5, "--drop", "rumour", *options(small))
    assert "week 5: “There is talk”: Admit it → not answered" in silent.out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_several_things_are_changed_at_once_each_in_its_week(
    command: Command, journal: Path, small: Path, recorded: Recording, lang: str
) -> None:
    met = next(event for event in events_of(recorded) if event.key == "rumour")
    changes = (
        "--set",
        "12:price=100",
        "--drop",
        f"{met.week}:rumour",
        "--week",
        6,
        "--set",
        "advertising=3M",
    )
    said = command("what-if", journal, *changes, *options(small), lang=lang)
    assert (said.code, said.err) == (0, "")
    first = said.out.splitlines()[0]
    places = [first.index(text) for text in (f"{met.week}", "6", "12")]
    assert places == sorted(places)
    assert korean(first) is (lang == "ko")
    data = json.loads(command("what-if", journal, *changes, "--json", *options(small), lang=lang).out)
    assert data["edits"] == [
        {"week": met.week, "key": "rumour", "value": None},
        {"week": 6, "key": "marketing_won", "value": 3_000_000},
        {"week": 12, "key": "price_won", "value": 100},
    ]
    assert [change["part"] for change in data["changes"]] == ["event", "lever", "lever"]
    assert (data["changes"][2]["before"], data["changes"][2]["after"]) == (900, 100)


def test_other_worlds_are_counted(command: Command, journal: Path, small: Path) -> None:
    said = command("what-if", journal, "--week", 12, "--drop", "price", "--worlds", 2, *options(small))
    assert "in 2 worlds: " in said.out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_whole_game_is_explained(
    command: Command, journal: Path, small: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.study.turning_points.MOST_RESCUERS", 1)
    before = journal.read_bytes()
    said = command("explain-play", journal, "-j", 1, *options(small), lang=lang)
    assert (said.code, said.err) == (0, "")
    assert korean(said.out) is (lang == "ko")
    assert "{" not in said.out
    assert journal.read_bytes() == before
    data = json.loads(command("explain-play", journal, "-j", 1, "--json", *options(small)).out)
    assert {"points", "chances", "last_chance", "links", "weakest", "actual"} <= data.keys()
    assert len(data["links"]) == WEEKS
    assert {(p["choice"]["week"], p["choice"]["key"]) for p in data["points"]} >= {
        (12, "price_won"),
        (5, "rumour"),
    }
