"""The codex by hand: found from everywhere, searched as one writes, read by the keyboard alone, and left the way one came."""

import pygame
import pytest

from game.content import codex
from game.ui.fields import TextField
from game.ui.house import House
from game.ui.inputs import Composing, Key, Typed
from game.ui.look import Look
from game.ui.scene import Back, Go
from game.ui.scenes.codex import FIRST, CodexScene
from game.ui.scenes.codex_parts import ROWS, PageRow
from game.ui.widgets import Act, Deed

RETURN, ESCAPE, DOWN = Key(pygame.K_RETURN), Key(pygame.K_ESCAPE), Key(pygame.K_DOWN)


@pytest.fixture(params=["en", "ko"])
def scene(request, tmp_path):
    return CodexScene(House(tmp_path, request.param), Look())


def rows(scene):
    return [row.id.removeprefix(ROWS) for row in scene.rows.children if isinstance(row, PageRow)]


def title(scene):
    return scene.view.root.find("codex.title").label


def name_of(scene, page):
    return scene.house.words.pick(codex.read().entries[page].title)


def test_it_opens_at_the_first_page_and_lists_all(scene):
    assert title(scene) == name_of(scene, FIRST)
    assert rows(scene) == list(codex.read().entries)
    assert scene.view.top.focus.widget.id == ROWS + FIRST


def test_a_page_nobody_wrote_opens_the_first_one(tmp_path):
    assert CodexScene(House(tmp_path, "en"), Look(), "no-such-page").shown == FIRST


def test_arrows_walk_down_the_list_and_the_page_follows(scene):
    scene.handle(DOWN)
    scene.update(0.016)
    assert title(scene) == name_of(scene, list(codex.read().entries)[1])


def test_a_search_narrows_the_list_as_it_is_written_and_enter_reads_the_first(scene):
    scene.handle(Key(pygame.K_f, ctrl=True))
    assert isinstance(scene.view.top.focus.widget, TextField)
    scene.handle(Typed("golder 1993"))
    scene.update(0.016)
    assert rows(scene) == ["first-mover"]
    scene.handle(RETURN)
    assert title(scene) == name_of(scene, "first-mover")
    assert scene.view.top.focus.widget.id == ROWS + "first-mover"


def test_hangul_counts_while_it_is_still_being_composed(tmp_path):
    scene = CodexScene(House(tmp_path, "ko"), Look())
    scene.view.focus_on("codex.find")
    scene.handle(Typed("왓"))
    scene.handle(Composing("슨"))
    scene.update(0.016)
    assert "watson-oncology" in rows(scene)
    assert len(rows(scene)) < 10


def test_a_search_for_nothing_there_is_says_so(scene):
    scene.view.focus_on("codex.find")
    scene.handle(Typed("zzzz"))
    scene.update(0.016)
    scene.handle(RETURN)
    assert rows(scene) == []
    assert scene.view.root.find("codex.nothing").label


def test_a_kind_keeps_only_its_pages(scene):
    scene.act(Act("codex.kinds", Deed.CHANGE, "lore"))
    assert set(rows(scene)) == {entry.id for entry in codex.read().of("lore")}


def test_a_link_leads_on_and_the_way_back_leads_back(scene):
    for name in ("runway", "gpu-bill"):
        scene.act(Act(f"codex.to.{name}", Deed.PRESS))
        assert title(scene) == name_of(scene, name)
    scene.handle(Key(pygame.K_LEFT, alt=True))
    assert title(scene) == name_of(scene, "runway")
    scene.act(Act("codex.return", Deed.PRESS))
    assert title(scene) == name_of(scene, FIRST)
    assert "codex.return" not in {widget.id for widget in scene.view.widgets()}


def test_a_link_out_of_what_was_searched_for_brings_the_whole_list_back(scene):
    scene.view.focus_on("codex.find")
    scene.handle(Typed("golder 1993"))
    scene.update(0.016)
    scene.handle(RETURN)
    scene.act(Act("codex.to.data-moat", Deed.PRESS))
    scene.update(0.016)
    assert title(scene) == name_of(scene, "data-moat")
    assert rows(scene) == list(codex.read().entries)
    assert scene.rows.find(ROWS + "data-moat").is_chosen


def test_escape_leaves_even_from_the_search(scene):
    assert scene.handle(ESCAPE) == Back()
    scene.view.focus_on("codex.find")
    assert scene.handle(ESCAPE) == Back()


def test_every_page_lies_whole_on_the_screen(scene):
    from game.ui import snapshot

    for entry in codex.read().entries.values():
        scene.field.text = entry.id  # a short list is drawn sooner
        scene.update(0.016)
        scene.act(Act(ROWS + entry.id, Deed.PRESS))
        assert list(snapshot.faults(scene.view)) == []
        assert scene.view.root.find("codex.sure").value


def test_another_language_is_another_codex_at_the_same_page(tmp_path):
    scene = CodexScene(House(tmp_path, "en"), Look(), "drift")
    scene.house.asked = "ko"
    scene.lay(Look())
    assert title(scene) == codex.read().entries["drift"].title.ko


def test_the_title_the_menu_the_keys_and_the_opening_lead_to_it():
    from tests.ui import scene_samples as samples

    ways = {
        "title": "title.codex",
        "game-menu": "menu.codex",
        "keys": "help.codex",
        "opening": "opening.codex",
    }
    for name, widget in ways.items():
        scene = samples.SCENES[name](Look(), "ko")
        assert widget in {found.id for found in scene.view.widgets()}
        command = scene.act(Act(widget, Deed.PRESS))
        assert isinstance(command, Go)
        assert isinstance(command.scene(Look()), CodexScene)


def test_the_monthly_report_leads_to_it_through_a_door():
    from game.content.words import Words
    from game.ui.scenes.desk import Desk, Doors
    from game.ui.session import Session
    from tests.ui import games_for_tests as games

    asked = []
    doors = Doors(codex=lambda at, page: asked.append(at))
    desk = Desk(Session(games.played("the-loop", 28)), Words("en"), Look(), doors)
    desk.asking.month()
    desk.asking.hear(Act("month.codex", Deed.PRESS))
    assert asked == [desk]
