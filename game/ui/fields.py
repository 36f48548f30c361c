"""A line of text to write in, with Korean composition shown while it happens."""

import pygame

from game.ui.brush import Brush
from game.ui.inputs import Composing, Input, Key, Press, Typed
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.tokens import ROW, TARGET
from game.ui.widgets import Act, Deed, Role, Target

FIELD_HEIGHT = 34.0  # logical px at 100 % text
LONGEST = 40  # characters, unless a scene asks for more


class TextField(Target):
    """One line of text. While it has the focus the window takes text input; `caret` counts characters."""

    role = Role.FIELD

    def __init__(self, name: str, label: str, text: str = "", *, hint: str = "", icon: str = "",
                 longest: int = LONGEST) -> None:  # fmt: skip
        super().__init__(name, label)
        self.text, self.hint, self.icon, self.longest = text, hint, icon, longest
        self.caret, self.composing, self.all_marked = len(text), "", False
        self._edges: list[float] = []

    @property
    def value(self) -> str:
        """Return the text as committed."""
        return self.text

    def keep_digits(self) -> bool:
        """Leave nothing in the field but digits; return whether anything had to go."""
        digits = "".join(char for char in self.text if char in "0123456789")
        is_other = digits != self.text
        self.text, self.caret = digits, min(self.caret, len(digits))
        return is_other

    def width(self, look: Look) -> float:
        """Return room for a short name."""
        return max(180.0, look.type.width(self.text or self.hint, ROW) + 40)

    def height(self, look: Look, width: float) -> float:
        """Return the field's height."""
        return max(TARGET, FIELD_HEIGHT + (look.text_size - 1) * ROW.size)

    def place(self, look: Look, box: Box) -> None:
        """Take a box and note where each character begins, for clicks."""
        super().place(look, box)
        self._look = look
        self._measure()

    def _measure(self) -> None:
        ends = [self._look.type.width(self.text[:i], ROW) for i in range(len(self.text) + 1)]
        self._shift = max(0.0, ends[self.caret] - (self.box.right - 20 - self._start))
        self._edges = [self._start - self._shift + end for end in ends]

    @property
    def _start(self) -> float:
        return self.box.x + (34 if self.icon else 12)

    @property
    def caret_box(self) -> Box | None:
        """Return where the caret stands, so that an input method can open its list there."""
        x = self._edges[min(self.caret, len(self._edges) - 1)]
        return Box(x, self.box.y, 2, self.box.h)

    # ---- input

    def handle(self, event: Input) -> Act | None:
        """Write, compose, erase, move the caret, submit by Enter."""
        if not self.enabled:
            return None
        if isinstance(event, Typed):
            return self._write(event.text)
        if isinstance(event, Composing):
            self.composing = event.text
            self.touch()
            return self.used()
        if isinstance(event, Key):
            return self._by_key(event)
        if isinstance(event, Press):
            self.all_marked = False
            self.caret = min(range(len(self._edges)), key=lambda i: abs(self._edges[i] - event.x))
            self.touch()
            return self.used()
        return None

    def _by_key(self, key: Key) -> Act | None:
        if self.composing:  # the input method owns the keys until it commits
            return self.used()
        if key.code in (pygame.K_RETURN, pygame.K_KP_ENTER):
            return Act(self.id, Deed.SUBMIT, self.text)
        if key.ctrl and key.code == pygame.K_a:
            self.all_marked = bool(self.text)
            self.touch()
            return self.used()
        if key.code in (pygame.K_BACKSPACE, pygame.K_DELETE):
            return self._erase(-1 if key.code == pygame.K_BACKSPACE else 0)
        return self._move(key)

    def _move(self, key: Key) -> Act | None:
        places = {
            pygame.K_LEFT: self.caret - 1,
            pygame.K_RIGHT: self.caret + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(self.text),
        }
        if key.alt or key.code not in places:
            is_writing = key.code == pygame.K_SPACE or not (
                key.ctrl or key.alt or key.code > 0x7F or key.code < 0x20
            )
            return self.used() if is_writing else None  # the letter itself arrives as text
        self.caret = max(0, min(len(self.text), places[key.code]))
        self.all_marked = False
        self._measure()
        self.touch()
        return self.used()

    def _write(self, text: str) -> Act:
        kept = "" if self.all_marked else self.text
        caret = min(self.caret, len(kept))
        fresh = "".join(char for char in text if char.isprintable())[: self.longest - len(kept)]
        self.composing = ""
        return self._become(kept[:caret] + fresh + kept[caret:], caret + len(fresh))

    def _erase(self, back: int) -> Act:
        if self.all_marked:
            return self._become("", 0)
        at = self.caret + back
        if not 0 <= at < len(self.text):
            return self.used()
        return self._become(self.text[:at] + self.text[at + 1 :], at)

    def _become(self, text: str, caret: int) -> Act:
        is_new = text != self.text
        self.text, self.caret, self.all_marked = text, caret, False
        self._measure()
        self.touch()
        return Act(self.id, Deed.CHANGE, text) if is_new else self.used()

    # ---- drawing

    def paint(self, brush: Brush) -> None:
        """Draw the well, the text with what is being composed underlined, and the caret."""
        theme, box = brush.theme, self.box
        brush.box(box, self.radius, theme.bg1b, border=theme.accent if self.focused else theme.line2)
        if self.icon:
            brush.icon(self.icon, box.x + 18, box.cy, 16, theme.text2)
        if not (self.text or self.composing):
            brush.text(self._start, box.cy, self.hint, ROW, theme.text3, width=box.right - 10 - self._start)
        with brush.clip(Box(self._start - 2, box.y, box.right - 8 - self._start, box.h)):
            self._paint_text(brush)

    def _paint_text(self, brush: Brush) -> None:
        theme, setter = brush.theme, brush.look.type
        before, after = self.text[: self.caret], self.text[self.caret :]
        caret = setter.width(before + self.composing, ROW)
        x = self._start - max(self._shift, caret - (self.box.right - 20 - self._start))
        if self.all_marked:
            marked = Box(x - 1, self.box.y + 7, setter.width(self.text, ROW) + 2, self.box.h - 14)
            brush.box(marked, 3, theme.accent, alpha=90)
        shown = before + self.composing + after
        brush.text(x, self.box.cy, shown, ROW, theme.text)
        if self.composing:
            under = setter.width(before, ROW)
            brush.rule(x + under, self.box.cy + ROW.size * 0.62, caret - under, theme.accent)
        if self.focused and not self.all_marked:
            brush.post(x + caret, self.box.y + 8, self.box.h - 16, theme.accent)
