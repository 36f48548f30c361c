"""From what is on the screen to the page about it and back: every term has a page, by mouse, by key and for screen readers."""

from dataclasses import replace

import pygame
import pytest

from agents.messages import LEVERS, ModelKind
from game.content import codex
from game.ui import access, snapshot
from game.ui.access import Request, Want
from game.ui.app import App
from game.ui.fields import TextField
from game.ui.groups import Column
from game.ui.house import House
from game.ui.inputs import RIGHT_BUTTON, Key, Move, Press
from game.ui.keymap import USUAL
from game.ui.look import Look
from game.ui.readings import status
from game.ui.readings.levers import TABS
from game.ui.readings.pages import PAGES, page_of
from game.ui.scenes.codex import CodexScene
from game.ui.scenes.desk_room import PAGES as PANELS
from game.ui.spoken import Numbers, tree_of
from game.ui.tips import Lead
from game.ui.view import LOOK_UP, View
from game.ui.widgets import Deed
from game.ui.window import Window
from game.world.level import Business
from tests.ui.desks import desk_in, market_level
from tests.ui.scene_samples import SCENES

C, ESCAPE, F1 = Key(pygame.K_c), Key(pygame.K_ESCAPE), Key(pygame.K_F1)
ELSEWHERE = ("why", "what-if", "week-views", "diagnosing", "lost-explained", "offer", "sandbox", "sandbox-market",
             "sandbox-rivals", "sandbox-figures")  # fmt: skip


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, "en")


def level_of(business, locked=()):
    level = market_level(agents=500)
    return replace(level, start=replace(level.start, business=business, locked=frozenset(locked)))


def terms_of(view):
    return {widget.term for layer in view.layers for widget in layer.root.offered()}


def on_the_desk(house, business, locked=()):
    """Every term of a desk, on whatever tab and page it is."""
    desk = desk_in(house, level=level_of(business, locked))
    found = set()
    for tab in TABS:
        desk.turn(tab)
        found |= terms_of(desk.view)
    ring = desk.room.loop.ring
    for arrow in range(3):
        ring._point(arrow)
        found.add(ring.term)
    return found


# ---- the table


def test_every_page_of_the_table_is_in_the_codex():
    assert set(PAGES.values()) <= codex.read().entries.keys()


def test_every_lever_figure_curve_arrow_and_family_of_model_has_a_page(house):
    figures = {f"figure.{one}" for one in ("cash", "runway", "users", "clients", "accuracy", "mood")}
    wanted = (
        figures | {f"lever.{lever}" for lever in LEVERS} | {f"kind.{kind.name.lower()}" for kind in ModelKind}
    )
    wanted |= {f"ring.arrow.{arrow}" for arrow in range(3)}
    wanted |= {f"trend.{one}" for one in ("users", "clients", "data", "quality", "cash")}
    assert wanted <= PAGES.keys()
    view = desk_in(house).session.scenery
    shown = {f"figure.{one.is_of or one.id}" for one in status.status(house.words, view.view, view.books)}
    assert shown <= figures


def test_a_lever_leads_to_a_page_that_names_it_or_that_such_a_page_leads_to():
    entries = codex.read().entries
    for lever in LEVERS:
        page = page_of(f"lever.{lever}")
        near = {page, *entries[page].related}
        assert any(lever in entries[one].levers for one in near), lever


def test_no_line_of_the_table_is_about_what_is_nowhere_on_the_screen(house):
    found = on_the_desk(house, Business.CONTENT) | on_the_desk(house, Business.TECHNOLOGY)
    found |= on_the_desk(house, Business.CONTENT, LEVERS)
    for name in ELSEWHERE:
        scene = SCENES[name](Look(), "en")
        scene.update(0.05)
        view = getattr(scene, "view", scene)
        view.draw(pygame.Surface((1280, 720)))
        found |= terms_of(view)
    reasons = {term for term in PAGES if term.startswith("why.reasons.")}  # a person has but some of them
    nowhere = {term for term in PAGES if not any(one == term or one.startswith(f"{term}.") for one in found)}
    assert nowhere - reasons == set()


def test_a_name_without_a_line_belongs_to_what_it_begins_with():
    assert page_of("lever.crawl_items.amount") == PAGES["lever.crawl_items"]
    assert page_of("views.before") == PAGES["views"]
    assert page_of("viewsbefore") == page_of("") == page_of("figure") == ""


# ---- by key and by mouse, with events as a window gives them


class Sitting:
    """Somebody before a window with a desk in it."""

    def __init__(self, house, desk):
        self.house, self.desk = house, desk
        self.app = App(Window("test"), lambda look, task: desk, meaning=lambda key: house.keymap.read(key))
        self.app.step(0.5, [])

    def press(self, *codes):
        for code in codes:
            self.app.step(0.5, [pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="", scancode=0)])

    def point(self, name, *, button=0):
        box, scale = self.desk.view.root.find(name).box, self.app.look.scale
        pos = (round(box.cx * scale), round(box.cy * scale))
        moved = pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))
        down = [pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=button)] if button else []
        self.app.step(0.1, [moved, *down])
        self.app.step(0.5, [])

    @property
    def page(self):
        """The page of the codex that is open, None if it is not."""
        return self.app.scene.shown if isinstance(self.app.scene, CodexScene) else None


@pytest.fixture
def sitting(house):
    desk = desk_in(house)
    found = Sitting(house, desk)
    yield found
    found.app.window.close()


@pytest.mark.parametrize(
    ("name", "page"),
    [("figure.runway", "runway"), ("lever.labelling_won", "raw-and-labelled"), ("chart.cash", "runway"),
     ("lever.open_data", "four-sources"), ("views", "three-views"), ("people", "churn"), ("ring", "deep-lemma")],
)  # fmt: skip
def test_one_key_opens_the_page_of_what_has_the_focus_and_escape_comes_back_to_it(sitting, name, page):
    sitting.desk.view.focus_on(name)
    sitting.press(pygame.K_c)
    assert sitting.page == page
    sitting.press(pygame.K_ESCAPE)
    assert sitting.app.scene is sitting.desk
    assert sitting.desk.view.top.focus.widget.id == name


def test_the_right_button_opens_the_page_of_what_is_under_the_pointer(sitting):
    sitting.point("figure.users", button=RIGHT_BUTTON)
    assert sitting.page == "churn"
    sitting.press(pygame.K_ESCAPE)
    assert sitting.app.scene is sitting.desk


def test_the_key_opens_the_page_of_the_tip_under_the_pointer(sitting):
    sitting.desk.view.focus_on("figure.cash")
    sitting.point("figure.mood")
    assert sitting.desk.view.resting.lead.page == "two-theses"
    sitting.press(pygame.K_c)
    assert sitting.page == "two-theses"


def test_an_arrow_of_the_loop_leads_to_its_own_page(sitting):
    sitting.desk.view.focus_on("ring")
    sitting.press(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_c)
    assert sitting.page == "more-data-fewer-errors"


def test_what_no_page_is_about_leads_to_the_codex(sitting):
    sitting.desk.view.focus_on("menu")
    sitting.press(pygame.K_c)
    assert isinstance(sitting.app.scene, CodexScene)


def test_the_right_button_on_what_no_page_is_about_does_nothing(sitting):
    sitting.point("menu", button=RIGHT_BUTTON)
    assert sitting.app.scene is sitting.desk


def test_time_stands_still_meanwhile(sitting):
    sitting.desk.clock.run(1)
    sitting.desk.view.focus_on("figure.cash")
    sitting.press(pygame.K_c)
    assert not sitting.desk.clock.is_running


def test_another_key_can_be_chosen_for_it_and_is_shown(sitting, house):
    house.prefer(replace(house.preferences, keys=(("codex", "y"),)))
    sitting.desk.view.focus_on("figure.cash")
    sitting.press(pygame.K_c)
    assert sitting.page is None
    sitting.press(pygame.K_y)
    assert sitting.page == "runway"
    assert house.lead("figure.cash").keys[0] == "Y"


def test_in_the_codex_itself_the_key_leads_nowhere(house):
    scene = CodexScene(house, Look())
    assert scene.handle(C) is None


def test_whoever_writes_writes_the_letter():
    field = TextField("name", "Name")
    view = View(Column("root", field), Look(), lambda term: Lead("runway", ("C",), "Codex"))
    view.focus_on("name")
    assert view.handle(C).deed is Deed.USED


def test_without_a_codex_the_key_and_the_button_are_not_for_the_view():
    view = View(Column("root", TextField("name", "Name")), Look())
    assert view.handle(C) is None
    assert view.handle(Press(5, 5, RIGHT_BUTTON)) is None


def test_the_usual_key_is_the_one_the_view_hears():
    assert USUAL["codex"] == LOOK_UP


# ---- what it looks like, and what is heard


@pytest.mark.parametrize("text", [1.0, 1.5])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_tip_of_the_desk_shows_the_way_and_fits(tmp_path, language, text):
    desk = desk_in(House(tmp_path, language), look=Look(text_size=text))
    for page in PANELS:
        desk.room.turn_to(page)
        desk.unsettle()
        for tab in TABS:
            desk.turn(tab)
            for widget in list(desk.widgets()):
                if desk.view.leads(widget.term) is None or not (widget.focusable or widget.tip):
                    continue
                desk.view.resting.rest(widget)
                desk.view.update(1.0)
                if desk.view.resting.tip is None:
                    continue
                tips = [run for run in _runs(desk.view) if run.owner == "tip"]
                assert desk.view.resting.lead.label.split()[-1] in " ".join(run.text for run in tips)
                assert snapshot.overflow(tips, desk.view.look.canvas) == [], widget.id
                assert snapshot.overlaps(tips) == [], widget.id


def _runs(view):
    """The lines of the open tip alone, drawn on nothing."""
    notes = []
    look = replace(view.look, notes=notes)
    from game.ui.brush import Brush

    view.resting.paint(Brush(pygame.Surface(look.size_px), look))
    return notes


def test_over_the_curves_no_tip_is_in_the_way_but_over_their_title(house):
    desk = desk_in(house)
    card = desk.room.trends.cards[0]
    desk.handle(Move(card.chart.box.cx, card.chart.box.cy))
    desk.update(1.0)
    assert desk.view.resting.tip is None
    desk.handle(Move(card.box.cx, card.anchor.cy))
    desk.update(1.0)
    assert desk.view.resting.tip.title == card.label


def test_a_screen_reader_hears_of_the_page_and_can_ask_for_it(house):
    desk = desk_in(house)
    heard = {node.id: node for node in tree_of(desk.view, "", Numbers()).nodes}
    assert heard["figure.runway"].about.endswith("Codex: Runway")
    assert heard["figure.runway"].leads == heard["chart.users"].leads == "C"
    assert heard["menu"].leads == ""
    (asked,) = access.inputs(desk.view, Request(Want.LOOK_UP, "figure.runway"))
    command = desk.handle(asked)
    assert command.scene(Look()).shown == "runway"
