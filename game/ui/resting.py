"""When a tip opens: after the pointer has rested on a thing, or the keyboard's focus has, and at once while one is open."""

from game.ui.brush import Brush
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tips import Lead, Leads, Tip, nowhere, paint_tip, tip_box
from game.ui.tokens import TIP_DELAY_S
from game.ui.widgets import Widget


class Resting:
    """What is rested on, and for how long."""

    def __init__(self, leads: Leads = nowhere) -> None:
        self.leads = leads
        self.lead: Lead | None = None  # from what is rested on to a page about it
        self.widget: Widget | None = None
        self.rested_s = 0.0
        self.is_open = False
        self.is_hidden = False  # Escape hides a tip until something else is rested on
        self._about: Tip | None = None

    @property
    def tip(self) -> Tip | None:
        """Return the tip that is open."""
        return self._told(self.widget) if self.widget is not None and self.is_open else None

    def rest(self, widget: Widget | None) -> None:
        """Rest on a widget, or on whatever around it has a tip."""
        owner = next((w for w in widget.lineage() if self._told(w)), None) if widget else None
        about = self._told(owner) if owner else None
        if owner is self.widget and about == self._about:
            return
        was_open = self.is_open
        self.widget, self._about, self.is_hidden = owner, about, False
        self.lead = self.leads(owner.term) if owner else None
        self.rested_s = TIP_DELAY_S if was_open else 0.0
        self.is_open = was_open and about is not None

    def _told(self, widget: Widget) -> Tip | None:
        """Return a widget's tip; for one without that can have the focus and that a page is about, one that only leads there."""
        if widget.told is not None or not widget.focusable:
            return widget.told
        lead = self.leads(widget.term)
        return Tip() if lead is not None and lead.is_own else None

    def leave(self) -> bool:
        """Close the tip; return whether one was open."""
        was_open, self.is_open = self.is_open, False
        self.is_hidden = True
        return was_open

    def wait(self, dt_s: float) -> None:
        """Let time pass."""
        if self.widget is not None:
            self.rested_s += dt_s
            self.is_open = not self.is_hidden and self.rested_s >= TIP_DELAY_S

    def box(self, look: Look) -> Box | None:
        """Return where the open tip lies."""
        if self.tip is None or self.widget is None:
            return None
        return tip_box(self.tip, look, self.widget.anchor, self.lead)

    def paint(self, brush: Brush) -> None:
        """Draw the open tip."""
        box = self.box(brush.look)
        if box is not None and self.tip is not None:
            paint_tip(self.tip, brush, box, self.lead)
