"""A market of one's own: turned with keys alone, written as a level, played as that level, and refused in a sentence."""

from pathlib import Path

import pygame
import pytest

from game.commands import cli
from game.content import levels
from game.content.complaints import errors
from game.content.examining import examine_paths
from game.content.shelf import Shelf
from game.play.playthrough import Playthrough
from game.ui.background import Task
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.library import Library
from game.ui.look import Look
from game.ui.scene import Back, Go
from game.ui.scenes import making
from game.ui.scenes.levels import Levels
from game.ui.scenes.opening import Opening
from game.ui.scenes.sandbox import SandboxScene
from game.ui.scenes.sandbox_parts import SET
from game.ui.scenes.title import Title
from game.ui.scenes.workshop import Workshop
from game.ui.widgets import Act, Deed
from tests.ui.sandboxes import done, house_in, opened, turn


@pytest.fixture
def house(tmp_path: Path) -> House:
    return house_in(tmp_path)


def test_what_is_played_from_the_screen_is_the_file_and_can_be_verified_without_the_screen(
    house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scene = opened(house)
    turn(scene, weeks=26.0, size=0.1, agents=1_000.0, cash=500_000_000.0)
    command = done(scene, "sandbox.play")
    assert isinstance(command, Go)
    opening = command.scene(Look())
    assert isinstance(opening, Opening)
    assert (opening.seed, opening.level.weeks) == (7, 26)
    assert house.library is not None
    from_disk = levels.load(scene.path, house.library.shelf)
    assert opening.level.hash == from_disk.hash
    prints = []
    for number, level in enumerate((opening.level, from_disk)):
        with Playthrough.new(level, 7, house.saves.folder / f"{number}.dljournal") as game:
            for _ in range(3):
                game.play(game.decision)
            prints.append(game.model.fingerprint())
    assert prints[0] == prints[1]
    arguments = ["--data-dir", str(house.data), "verify", str(house.saves.folder / "0.dljournal")]
    assert cli.main(arguments) == 0
    assert "UNFINISHED" in capsys.readouterr().out
    with Playthrough.open(house.saves.folder / "0.dljournal", house.library.level) as again:
        assert again.week == 3


def test_the_file_passes_a_strict_check_wherever_it_is_taken(house: House, tmp_path: Path) -> None:
    scene = opened(house)
    scene.act(Act("sandbox.roll", Deed.PRESS))
    done(scene, "sandbox.export")
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_bytes(scene.path.read_bytes())
    (found,) = examine_paths([elsewhere], Shelf(), tmp_path / "mods")
    assert found.level is not None
    assert found.complaints == ()
    assert errors(found.complaints) == ()


def test_the_whole_way_is_walked_with_keys_alone(house: House) -> None:
    scene = opened(house)
    scene.handle(Key(pygame.K_2, alt=True))
    assert scene.tab == "market"
    scene.view.focus_on(SET + "size", by_key=True)
    scene.handle(Key(pygame.K_RIGHT))
    assert scene.wanted.size == 2.0
    scene.view.focus_on(SET + "segments.students", by_key=True)
    scene.handle(Key(pygame.K_SPACE))
    assert "students" not in scene.wanted.segments
    scene.view.focus_on("sandbox.export", by_key=True)
    scene.handle(Key(pygame.K_RETURN))
    assert scene.writing is not None
    scene.writing.result(60)
    scene.update(0.0)
    assert scene.path.exists()
    assert isinstance(scene.handle(Key(pygame.K_ESCAPE)), Back)


def test_what_is_different_is_told_as_it_is_turned(house: House) -> None:
    scene = opened(house)
    assert [one.label for one in scene.list.children] == ["Nothing is different yet: this is the sandbox."]
    turn(scene, weeks=52.0, trade="fashion")
    told = [one.label for one in scene.list.children]
    assert "· 52 weeks instead of 156." in told
    assert any(line.startswith("· Trade: Fashion.") for line in told)
    turn(scene, weeks=156.0, trade="everyday")
    assert len(scene.list.children) == 1


def test_a_trade_turns_the_figures_on_the_other_page(house: House) -> None:
    scene = opened(house)
    turn(scene, trade="law")
    scene.act(Act("sandbox.tabs", Deed.CHANGE, "figures"))
    slider = scene.page.find(SET + "figure.half_life")
    assert slider.value == "260 weeks"


def test_the_dice_and_a_typed_number_roll_the_same_market(house: House) -> None:
    scene = opened(house)
    scene.act(Act("sandbox.roll", Deed.PRESS))
    number, market = scene.number, scene.wanted
    other = opened(house)
    other.dice.text = str(number)
    other.act(Act("sandbox.number", Deed.SUBMIT, str(number)))
    assert other.wanted == market
    assert str(number) in other.report.label


@pytest.mark.parametrize(("typed", "kept"), [("12ab3", "123"), ("", ""), ("99999999999", "99999999999")])
def test_a_number_is_made_of_digits(house: House, typed: str, kept: str) -> None:
    scene = opened(house)
    scene.dice.text, scene.dice.caret = typed, len(typed)
    scene.act(Act("sandbox.number", Deed.CHANGE, typed))
    assert scene.dice.text == kept
    assert 0 < scene.number < 2**31


def test_the_last_people_and_an_eighth_rival_are_refused_in_a_sentence(house: House) -> None:
    scene = opened(house)
    scene.act(Act("sandbox.tabs", Deed.CHANGE, "market"))
    for name in scene.usual.segments:
        turn(scene, **{f"segments.{name}": False})
    assert len(scene.wanted.segments) == 1
    assert "stay" in scene.report.label
    scene.act(Act("sandbox.tabs", Deed.CHANGE, "rivals"))
    for name in ("incumbent", "follower", "niche"):
        turn(scene, **{f"rival.{name}": 3.0})
    assert sum(scene.wanted.rivals) == 7
    assert "room for 7" in scene.report.label
    assert scene.page.find(SET + "rival.niche").value == "1"


# --- what can go wrong with the file


def test_a_name_is_needed(house: House) -> None:
    scene = opened(house)
    scene.name.text, scene.name.caret = "  ", 0
    scene.update(0.0)
    assert done(scene, "sandbox.play") is None
    assert "needs a name" in scene.report.label
    assert not house.own_levels.exists()


def test_a_name_that_is_taken_is_refused_and_another_offered(house: House) -> None:
    house.own_levels.mkdir(parents=True)
    mine = house.own_levels / "harbour.yaml"
    mine.write_text("# mine\n", encoding="utf-8")
    scene = opened(house)
    scene.name.text, scene.name.caret = "Harbour", 0
    scene.update(0.0)
    assert done(scene, "sandbox.export") is None
    assert "“Harbour 2” is free" in scene.report.label
    assert mine.read_text(encoding="utf-8") == "# mine\n"
    scene.act(Act("sandbox.use", Deed.PRESS))
    done(scene, "sandbox.export")
    assert (house.own_levels / "harbour-2.yaml").exists()


def test_a_folder_that_cannot_be_written_is_told_of(house: House) -> None:
    house.data.mkdir(parents=True, exist_ok=True)
    house.own_levels.write_text("not a folder", encoding="utf-8")
    scene = opened(house)
    assert done(scene, "sandbox.play") is None
    assert "cannot be written" in scene.report.label


def test_a_market_that_was_changed_after_it_was_written_gets_a_file_of_its_own(house: House) -> None:
    scene = opened(house)
    done(scene, "sandbox.export")
    first = scene.path.read_bytes()
    done(scene, "sandbox.export")
    turn(scene, weeks=52.0)
    done(scene, "sandbox.export")
    assert sorted(file.name for file in house.own_levels.iterdir()) == ["my-market-2.yaml", "my-market.yaml"]
    assert (house.own_levels / "my-market.yaml").read_bytes() == first


def test_a_second_visit_does_not_begin_with_a_name_that_is_taken(house: House) -> None:
    done(opened(house), "sandbox.export")
    assert opened(house).title == "My market 2"


# --- the ways in and out


def test_the_set_up_is_entered_from_the_levels(house: House) -> None:
    command = Levels(house, Look()).act(Act("levels.sandbox", Deed.PRESS))
    assert isinstance(command, Go)
    scene = command.scene(Look())
    assert isinstance(scene, SandboxScene)
    assert isinstance(scene.act(Act("sandbox.head.back", Deed.PRESS)), Back)


def test_where_the_sandbox_is_broken_the_workshop_says_why(house: House, tmp_path: Path) -> None:
    house.loading = Task(lambda: Library(())).start()
    house.loading.result(10)
    assert isinstance(opened_or_workshop(house), SandboxScene)  # the game's own is still there
    (tmp_path / "levels").mkdir()
    (tmp_path / "levels" / "s.yaml").write_text("format: 1\nid: sandbox\nplaier: 1\n", encoding="utf-8")
    house.loading = Task(lambda: Library((), Shelf((tmp_path / "levels",)))).start()
    house.loading.result(10)
    assert isinstance(opened_or_workshop(house), Workshop)


def opened_or_workshop(house: House) -> object:
    command = making.sandbox(house)
    assert isinstance(command, Go)
    return command.scene(Look())


def test_another_language_keeps_what_was_turned(house: House) -> None:
    scene = opened(house)
    turn(scene, weeks=52.0)
    house.asked = "ko"
    scene.lay(Look())
    assert scene.wanted.weeks == 52
    assert [one.label for one in scene.list.children] == ["· 156주 대신 52주."]


def test_the_set_up_is_entered_from_the_title_too_and_left_to_it(house: House) -> None:
    title = Title(house, Look())
    command = title.act(Act("title.sandbox", Deed.PRESS))
    assert isinstance(command, Go)
    scene = command.scene(Look())
    assert isinstance(scene, SandboxScene)
    assert isinstance(scene.act(Act("sandbox.head.back", Deed.PRESS)), Back)
