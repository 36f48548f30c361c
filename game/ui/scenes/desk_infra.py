"""The bill behind a service as a list to tick: what each item costs a week, and what happens without it."""

from collections.abc import Iterator

from agents.messages import Decision, Infra
from game.content.words import Words
from game.study.books import item_prices_won
from game.ui.brush import RIGHT, Brush
from game.ui.buttons import CHECK, Toggle, paint_check
from game.ui.groups import Column
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.readings import amounts
from game.ui.scenes.desk_levers import Control, Situation
from game.ui.tips import Tip
from game.ui.tokens import CAPTION, ROW
from game.ui.widgets import Act, Deed, Widget

ITEM = "infra."  # begins the id of an item


class PricedToggle(Toggle):
    """A checkbox with what it costs at its right."""

    def __init__(self, name: str, label: str, tip: Tip) -> None:
        super().__init__(name, label, True, tip)
        self.cost = ""

    def show(self, is_on: bool, cost: str) -> None:
        """Show whether it is paid for, and the price."""
        if (is_on, cost) != (self.is_on, self.cost):
            self.is_on, self.cost = is_on, cost
            self.touch()

    def width(self, look: Look) -> float:
        """Return a width at which nothing is cut."""
        return CHECK + 10 + look.type.width(self.label, ROW) + 12 + look.type.width(self.cost, CAPTION)

    def height(self, look: Look, width: float) -> float:
        """Return the height of one line, at least a target."""
        return max(super().height(look, width), look.type.pitch(ROW, 1.5))

    def paint(self, brush: Brush) -> None:
        """Draw the square, the name and the price."""
        theme, box = brush.theme, self.box
        paint_check(brush, Box(box.x, box.cy - CHECK / 2, CHECK, CHECK), self.is_on, self.enabled)
        ink = theme.text if self.is_on else theme.text2
        taken = brush.text(box.right, box.cy, self.cost, CAPTION, theme.text2, at=RIGHT)
        x = box.x + CHECK + 10
        brush.text(x, box.cy, self.label, ROW, ink, width=box.right - x - taken - 8)


class InfraControl(Control):
    """The items of the bill; leaving one out saves its price and costs something else."""

    def widgets(self, words: Words) -> Iterator[Widget]:
        """Yield a line for each item."""
        self.items = {item: self._item(words, item) for item in Infra}
        yield Column("infra", *self.items.values(), gap=0, arrows=True)

    def _item(self, words: Words, item: Infra) -> PricedToggle:
        word = item.name.lower()
        name = words.say(f"infra.{word}")
        return PricedToggle(ITEM + word, name, Tip(name, words.say(f"without.{word}")))

    def show_setting(self, now: Situation) -> bool:
        """Show which items are paid for, and what each costs."""
        prices = item_prices_won(now.books, now.draft)
        for item, toggle in self.items.items():
            toggle.show(bool(now.draft.infrastructure >> item & 1), amounts.count(now.words, prices[item]))
        return False

    def read(self, act: Act, draft: Decision) -> int | bool | None:
        """Return all items with one of them turned over."""
        if act.deed is not Deed.CHANGE or not act.who.startswith(ITEM):
            return None
        bit = 1 << Infra[act.who.removeprefix(ITEM).upper()]
        return draft.infrastructure | bit if act.value else draft.infrastructure & ~bit
