"""What can be ticked has a square mark, one of many a round one: the form says how many can be on."""

import pygame
import pytest

from game.ui.buttons import CHECK, Card
from game.ui.layout import Box
from game.ui.scenes.desk_levers import OneCard
from game.ui.view import View


@pytest.mark.parametrize(("kind", "is_round"), [(Card, False), (OneCard, True)])
@pytest.mark.parametrize("is_on", [True, False])
def test_the_form_of_the_mark_says_whether_others_can_be_on_too(look, kind, is_round, is_on):
    card = kind("card", "A card", is_on, icon="layers")
    marks = []
    card.paint_mark = lambda brush, box: (marks.append(box), kind.paint_mark(card, brush, box))
    canvas = pygame.Surface(look.size_px)
    View(card, look).draw(canvas)
    box = marks[0]
    assert isinstance(box, Box)
    assert box.w == CHECK

    def at(x, y):
        return canvas.get_at((round(x), round(y)))

    ground = at(box.x - 3, box.cy)
    assert (at(box.x + 2, box.y + 1) == ground) is is_round
    assert at(box.cx, box.y + 1) != ground
