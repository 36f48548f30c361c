"""What a scene is can be read as text, and no text of the kit is cut, crossed or lost in either language at any size."""

import pytest

from game.ui.brush import Brush
from game.ui.buttons import Button
from game.ui.groups import Column
from game.ui.labels import Label
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.snapshot import dump, faults, runs
from game.ui.view import View
from game.ui.widgets import Widget
from tests.ui import samples

SIZES = [(1280, 720), (1920, 1080)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("text_size", [0.85, 1.0])
def test_nothing_is_wrong_with_a_desk_of_controls(size, lang, text_size):
    view = View(samples.desk(lang), Look(size, text_size=text_size))
    assert [
        fault for fault in faults(view) if "n2" not in fault
    ] == []  # the one headline meant to be too long


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("text_size", [0.85, 1.0, 1.5])
@pytest.mark.parametrize("size", SIZES)
def test_a_dialog_fits_at_every_text_size(lang, text_size, size):
    view = View(Widget("empty"), Look(size, text_size=text_size))
    view.open(samples.event_dialog(samples.WORDS[lang]))
    assert list(faults(view)) == []


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("size", SIZES)
def test_crowd_charts_and_ring_fit_beside_each_other(lang, size):
    view = View(samples.WholeDesk(samples.WORDS[lang], 400), Look(size))
    assert [fault for fault in faults(view) if "n2" not in fault] == []


def test_the_dump_tells_id_role_label_value_box_and_state():
    view = View(Column("root", Button("go", "Go")), Look())
    view.focus_on("go")
    assert (
        dump(view.widgets()) == "root group '' (0,0 1280x720)\n  go button 'Go' (0,0 1280x34) [focused tab]"
    )


class Bad(Widget):
    """Writes beyond its box, and on another's words."""

    def paint(self, brush: Brush) -> None:
        brush.text(self.box.right - 5, self.box.y, "far too long for here", samples.ROW_STRONG)
        brush.text(self.box.right, self.box.y + 2, "crossing", samples.ROW_STRONG)


class Tiny(Button):
    """Too small to be hit."""

    def height(self, look, width):
        return 12.0


def test_each_kind_of_fault_is_found():
    root = Column(
        "root",
        Bad("bad"),
        Label("cut", "a text that is much too long " * 12),
        Tiny("tiny", "T"),
        Tiny("tiny", "T"),
    )
    view = View(root, Look())
    root.children[0].box = Box(100, 100, 60, 20)
    found = "\n".join(faults(view))
    for word in (
        "leaves its widget",
        "is cut short",
        "lies on",
        "tiny is 1280x12",
        "two widgets are called tiny",
    ):
        assert word in found


def test_checking_a_view_does_not_change_it():
    view = View(samples.desk("en"), Look())
    before = dump(view.widgets())
    assert runs(view)
    assert dump(view.widgets()) == before
    assert view.look.notes is None
