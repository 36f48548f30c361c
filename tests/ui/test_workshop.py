"""The level workshop: what is there and whose, what is wrong, mods on and off, read again without a restart."""

import shutil
from pathlib import Path
from time import sleep

import pygame
import pytest

from game.play import preferences
from game.play.playthrough import Playthrough
from game.ui.background import Task
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.labels import Label, Paragraph
from game.ui.look import Look
from game.ui.photos import photo
from game.ui.rows import ListRow
from game.ui.scene import Back, Go
from game.ui.scenes.levels import Levels
from game.ui.scenes.opening import Opening
from game.ui.scenes.workshop import ROWS, Workshop
from game.ui.session import Session
from game.ui.widgets import Act, Deed
from tests.content.mods_for_tests import level, mod, patch, png
from tests.ui.workshop_samples import EXAMPLES, proved

GAME = """\
format: 1
id: base
extends: core/startup
title: {ko: 바탕, en: Base}
objectives: {w: {kind: win, when: users > 1k, points: 100, text: {ko: 이긴다, en: Win}}}
"""


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house with one level of the game's, one of a mod, one of the player's, and a broken mod."""
    game = tmp_path / "game"
    shutil.copytree(EXAMPLES.parents[1] / "levels" / "core", game / "core")
    (game / "01_base.yaml").write_text(GAME, encoding="utf-8")
    data = tmp_path / "data"
    mod(
        data / "mods",
        "shop",
        "picture: cover\n",
        {"levels/a.yaml": level("shop/a"), "assets/cover.png": png(64, 32)},
    )
    mod(data / "mods", "bad", "needs: [not-here]\n")
    (data / "levels").mkdir()
    (data / "levels" / "own.yaml").write_text(level("own", "plaier: 1\n"), encoding="utf-8")
    found = House(data, "en", folders=(game,))
    found.loading = Task(found.read).start()
    return found


def opened(house: House) -> Workshop:
    return waited(Workshop(house, Look()))


def waited(scene: Workshop) -> Workshop:
    for _ in range(1_500):
        scene.update(0.0)
        if scene.reading is None:
            return scene
        sleep(0.01)
    raise TimeoutError


def rows(scene: Workshop) -> dict[str, str]:
    return {row.label: row.value for row in scene.rows.children if isinstance(row, ListRow)}


def texts(scene: Workshop) -> str:
    return "\n".join(widget.label for widget in scene.reader.walk() if isinstance(widget, Label | Paragraph))


def choose(scene: Workshop, part: str) -> None:
    name = next(name for name, _ in scene._things() if part in name)
    scene.act(Act(ROWS + name, Deed.PRESS))


def test_everything_is_listed_with_how_it_stands(house: House) -> None:
    scene = opened(house)
    states = {row.words.note: row.words.badge for row in scene.rows.children if isinstance(row, ListRow)}
    assert states["shop 1.0"] == "on"
    assert states["bad 1.0"] == "broken"
    assert states["own"] == "broken"
    assert states["shop/a"] == ""
    assert states["base"] == ""


def test_a_broken_level_shows_its_complaints_and_cannot_be_played(house: House) -> None:
    scene = opened(house)
    choose(scene, "own.yaml")
    assert "own.yaml:5:1 L301" in texts(scene)
    assert "unknown key ‘plaier’" in texts(scene)
    assert scene.act(Act("workshop.play", Deed.PRESS)) is None


def test_a_level_of_a_mod_can_be_played_from_here(house: House) -> None:
    scene = opened(house)
    choose(scene, "shop/levels/a.yaml")
    command = scene.act(Act("workshop.play", Deed.PRESS))
    assert isinstance(command, Go)
    opening = command.scene(Look())
    assert isinstance(opening, Opening)
    assert opening.level.id == "shop/a"
    assert opening.level.mods


def test_a_mod_is_turned_off_and_on_and_that_is_remembered(house: House) -> None:
    scene = opened(house)
    choose(scene, "mods/shop")
    scene.act(Act("workshop.turn", Deed.CHANGE, False))
    waited(scene)
    assert "shop/a" not in [row.words.note for row in scene.rows.children if isinstance(row, ListRow)]
    assert preferences.read(house.settings_path).mods_off == ("shop",)
    scene.act(Act("workshop.turn", Deed.CHANGE, True))
    waited(scene)
    assert "shop/a" in [row.words.note for row in scene.rows.children if isinstance(row, ListRow)]


def test_a_file_that_was_mended_shows_without_a_restart(house: House) -> None:
    scene = opened(house)
    (house.own_levels / "own.yaml").write_text(level("own"), encoding="utf-8")
    scene.handle(Key(pygame.K_F5))
    waited(scene)
    choose(scene, "own.yaml")
    assert isinstance(scene.act(Act("workshop.play", Deed.PRESS)), Go)


def test_a_mod_that_comes_while_the_game_runs_changes_the_campaign_after_reading_again(house: House) -> None:
    scene = opened(house)
    assert house.library is not None
    before = house.library.entries[0].level
    body = "format: 1\noverrides: base\nplayer: {cash: 1M}\n"
    mod(house.mods_folder, "poor", files={"levels/x.yaml": body})
    scene.handle(Key(pygame.K_F5))
    waited(scene)
    after = house.library.entries[0].level
    assert before is not None
    assert after is not None
    assert before.start.cash_won != after.start.cash_won == 1_000_000


def test_the_ring_of_levels_follows_what_was_read_again(house: House) -> None:
    assert house.loading is not None
    house.loading.result(60)
    ring = Levels(house, Look())
    mod(
        house.mods_folder, "poor", files={"levels/x.yaml": "format: 1\noverrides: base\nplayer: {cash: 1M}\n"}
    )
    house.reload().result(60)
    ring.update(0.0)
    entry = ring.library.entry("base")
    assert entry is not None
    assert entry.level is not None
    assert entry.level.start.cash_won == 1_000_000


def test_a_game_that_is_open_keeps_its_level(house: House) -> None:
    assert house.loading is not None
    library = house.loading.result(60)
    session = house.enter(Session(Playthrough.new(library.level("base"), 1, None)))
    before = session.level
    mod(
        house.mods_folder, "poor", files={"levels/x.yaml": "format: 1\noverrides: base\nplayer: {cash: 1M}\n"}
    )
    house.reload().result(60)
    session.play(session.game.decision)
    session.rest()
    session.poll()
    assert session.level is before
    assert session.level.mods == ()
    house.leave()


def test_what_a_mod_says_instead_is_said_on_the_screen(house: House) -> None:
    opened(house)
    mod(house.mods_folder, "dialect", files={"texts/en.yaml": "workshop: {name: The shed}\n"})
    assert house.reload().result(60)
    assert house.words.say("workshop.name") == "The shed"
    assert house.words.say("workshop.back") == "Back to the levels"


def test_what_is_looked_for_is_found(house: House) -> None:
    scene = opened(house)
    scene.field.text = "shop"
    scene.update(0.0)
    assert {row.words.note for row in scene.rows.children if isinstance(row, ListRow)} == {
        "shop 1.0",
        "shop/a",
    }
    scene.field.text = "nothing of the kind"
    scene.update(0.0)
    assert rows(scene) == {}


@pytest.mark.parametrize(
    ("kind", "found"),
    [("mine", {"shop/a", "own"}), ("broken", {"bad 1.0", "own"}), ("mods", {"shop 1.0", "bad 1.0"})],
)
def test_a_part_of_the_list_can_be_shown(kind: str, found: set[str], house: House) -> None:
    scene = opened(house)
    scene.act(Act("workshop.kinds", Deed.CHANGE, kind))
    assert {row.words.note for row in scene.rows.children if isinstance(row, ListRow)} == found


def test_the_workshop_is_entered_from_the_levels_and_left_again(house: House) -> None:
    assert house.loading is not None
    house.loading.result(60)
    command = Levels(house, Look()).act(Act("levels.workshop", Deed.PRESS))
    assert isinstance(command, Go)
    scene = waited(command.scene(Look()))  # type: ignore[arg-type]
    assert isinstance(scene.act(Act("workshop.head.back", Deed.PRESS)), Back)


def test_a_proof_is_shown_player_by_player() -> None:
    scene = proved(Look(), "en")
    meters = {
        widget.label: widget.value
        for widget in scene.reader.walk()
        if widget.id.startswith("workshop.player.")
    }
    assert meters["plan:push-data"] == "wins 80%, loses 20%"
    assert "in more than one way (16 worlds)" in texts(scene)


@pytest.mark.parametrize("data", [png(60_000, 60_000), b"GIF89a", png(32, 32)[:33] + b"garbage" * 9, b""])
def test_a_picture_that_is_none_is_not_opened(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(data)
    assert photo(path) is None


def test_an_override_shows_with_its_mod_and_not_as_a_level(house: House) -> None:
    mod(
        house.mods_folder,
        "poor",
        files={"levels/x.yaml": patch("player: {cash: 1M}\n").replace("the-loop", "base")},
    )
    house.reload()
    scene = opened(house)
    assert [made.path.name for made in scene.bench.levels if made.mod == "poor"] == []  # type: ignore[union-attr]
    choose(scene, "mods/poor")
    assert {widget.id: widget.value for widget in scene.reader.walk()}["workshop.fact.changes"] == "base"
