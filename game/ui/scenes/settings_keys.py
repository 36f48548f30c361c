"""The settings of the keys: which does what, a dialog that waits for another one, and the way back to the usual."""

from collections.abc import Callable

import pygame

from game.content.words import Words
from game.ui.brush import CENTRE, Brush
from game.ui.buttons import Button
from game.ui.flows import Blocks, Flow
from game.ui.groups import Column, Panel
from game.ui.inputs import Input, Key, Press
from game.ui.keymap import USUAL, KeyMap, cap, is_held
from game.ui.labels import Paragraph
from game.ui.look import Look
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import BODY_STRONG, LIST_LEADING, RADIUS_CARD, ROW
from game.ui.widgets import Act, Deed, Role, Target, Widget

KEY = "settings.key."  # begins the ids of the buttons
CATCH, USUALLY = "settings.catch", "settings.keys.usual"
WIDTH = 520.0  # logical px of the dialog
LEAST = 52.0  # logical px of a key


def keys_panel(words: Words, keymap: KeyMap, row: Callable[[str, str, Widget], Widget]) -> Panel:
    """Return the panel; `row` puts a name and its control side by side."""
    rows = [
        row(f"{KEY}{action}.row", words.say(f"settings.key.{action}"),
            KeyButton(KEY + action, words.say("help.cap", cap=keymap.cap(action)), small=True))
        for action in USUAL
    ]  # fmt: skip
    usual = Button(USUALLY, words.say("settings.keys-usual"), icon="rotate-ccw", small=True)
    usual.enabled = bool(keymap.chosen)
    about = Paragraph("settings.keys.about", words.say("settings.keys-note"), ROW)
    body = Column("settings.keys.column", about, Blocks("settings.keys.rows", *rows, gap=14), Flow("settings.keys.foot", usual),
                  gap=10)  # fmt: skip
    return Panel("settings.keys", words.say("settings.keys"), body, icon="pen-tool")


def catching(words: Words, action: str) -> Sheet:
    """Return the dialog that waits for a key; the widget in it is called `CATCH`."""
    wanted = words.say("settings.key-wanted", what=words.say(f"settings.key.{action}"))
    heading = Heading(wanted, note=words.say("settings.key-keep"), icon="pen-tool")
    catch = Catch(CATCH, words.say("settings.key-press"))
    return Sheet("settings.catching", heading, Column("settings.catch.column", catch), closing=words.say("settings.key-close"),
                 width=WIDTH)  # fmt: skip


def refusal(words: Words, keymap: KeyMap, action: str, key: Key) -> str:
    """Return the sentence that refuses a key, or "" if an action can have it."""
    clash = keymap.clash(action, key)
    if not clash:
        return ""
    pressed = words.say("help.cap", cap=cap(key))
    if clash == "kept":
        return words.say("settings.key-kept", key=pressed)
    return words.say("settings.key-taken", key=pressed, what=words.say(f"settings.key.{clash}"))


class KeyButton(Button):
    """A button that is a key: as wide as what is printed on it, and wide enough to hit."""

    def width(self, look: Look) -> float:
        """Return the width of the key."""
        return max(LEAST, super().width(look))


class Catch(Target):
    """Takes whatever key is pressed next, except Escape and Tab, and reports it; says why one was refused."""

    role = Role.FIELD

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label)
        self.said = ""

    @property
    def value(self) -> str:
        """Return why the last key was refused."""
        return self.said

    def say(self, sentence: str) -> None:
        """Show why a key was refused."""
        self.said = sentence
        self.touch()

    def height(self, look: Look, width: float) -> float:
        """Return room for the request, and for a refusal below it."""
        return 34 + look.type.pitch(BODY_STRONG, LIST_LEADING) + self._tall(look, width)

    def handle(self, event: Input) -> Act | None:
        """Report a key; keys that are only held down are waited out."""
        if isinstance(event, Press):
            return self.used()
        if not isinstance(event, Key) or event.code in (pygame.K_ESCAPE, pygame.K_TAB):
            return None
        return self.used() if is_held(event) else Act(self.id, Deed.CHANGE, event)

    def paint(self, brush: Brush) -> None:
        """Draw the well, the request and the refusal."""
        theme, box, look = brush.theme, self.box, brush.look
        brush.box(box, RADIUS_CARD, theme.bg1b, border=theme.accent)
        first = look.type.pitch(BODY_STRONG, LIST_LEADING)
        brush.text(box.cx, box.y + 17 + first / 2, self.label, BODY_STRONG, at=CENTRE, width=box.w - 20)
        lines = look.type.wrap(self.said, ROW, box.w - 28) if self.said else []
        brush.lines(box.cx, box.y + 21 + first, lines, ROW, theme.bad, leading=LIST_LEADING, at=CENTRE)

    def _tall(self, look: Look, width: float) -> float:
        return (
            4 + len(look.type.wrap(self.said, ROW, width - 28)) * look.type.pitch(ROW, LIST_LEADING)
            if self.said
            else 0.0
        )
