"""The keys, on F1 from anywhere."""

from collections.abc import Sequence

from game.content.words import Words
from game.ui.brush import Brush
from game.ui.buttons import Button
from game.ui.flows import Blocks
from game.ui.groups import Column
from game.ui.inputs import Key
from game.ui.keymap import USUAL, KeyMap
from game.ui.keys import is_help
from game.ui.labels import Paragraph
from game.ui.look import Look
from game.ui.marks import key_cap, key_cap_width
from game.ui.scene import Back, Command
from game.ui.scenes import ways
from game.ui.scenes.veil import Over
from game.ui.sheets import Heading, Sheet
from game.ui.tokens import LIST_LEADING, RADIUS_CARD, ROW, ROW_STRONG
from game.ui.widgets import Act, Role, Widget

WIDTH, PAD, GAP = 900.0, 14.0, 4.0  # logical px
GROUPS = {
    "everywhere": ("tab", "arrows", "enter", "escape", "panels", "help", "codex", "fullscreen"),
    "desk": (
        "run",
        "speeds",
        "week",
        "tabs",
        "slider",
        "undo",
        "views",
        "advice",
        "why",
        "whatif",
        "forecast",
        "hint",
        "back",
    ),
    "asking": ("numbers", "later"),
}


class Help(Over):
    """The keys in groups."""

    has_keys = False

    def sheet(self) -> Sheet:
        """Return the sheet."""
        words = self.house.words
        groups = [KeyGroup(words, self.house.keymap, name, ids) for name, ids in GROUPS.items()]
        body = Column(
            "help.column",
            Blocks("help.groups", *groups),
            Paragraph("help.mouse", words.say("help.mouse"), ROW),
        )
        heading = Heading(words.say("help.title"), note=words.say("help.note"), icon="circle-help")
        codex = Button("help.codex", words.say("codex.title"), icon="bookmark")
        return Sheet("help", heading, body, [codex], closing=words.say("help.close"), width=WIDTH)

    def act(self, act: Act) -> Command | None:
        """Open the codex, or go back."""
        return ways.codex(self.house) if act.who == "help.codex" else Back()

    def key(self, key: Key) -> Command | None:
        """Go back by the key that led here."""
        return Back() if is_help(key) else None


class KeyGroup(Widget):
    """A card of keys: drawn caps at the left, what they do beside them."""

    role = Role.LABEL

    def __init__(self, words: Words, keymap: KeyMap, name: str, ids: Sequence[str]) -> None:
        super().__init__(f"help.{name}", words.say(f"help.group.{name}"))
        self.rows = [(_caps(words, keymap, id_), words.say(f"help.does.{id_}")) for id_ in ids]

    @property
    def value(self) -> str:
        """Return every key and what it does."""
        return ", ".join(f"{' '.join(caps)}: {does}" for caps, does in self.rows)

    def height(self, look: Look, width: float) -> float:
        """Return the height of the title and all rows."""
        rows = sum(self._tall(look, does, width) for _, does in self.rows)
        return look.type.pitch(ROW_STRONG, 1.7) + rows + 2 * PAD - 4

    def paint(self, brush: Brush) -> None:
        """Draw the card."""
        theme, box, look = brush.theme, self.box, brush.look
        brush.box(box, RADIUS_CARD, theme.bg2, border=theme.line)
        first = look.type.pitch(ROW_STRONG, 1.7)
        brush.text(box.x + PAD, box.y + PAD - 4 + first / 2, self.label, ROW_STRONG, width=box.w - 2 * PAD)
        y = box.y + PAD - 2 + first
        for caps, does in self.rows:
            y = self._paint_row(brush, caps, does, y)

    def _paint_row(self, brush: Brush, caps: list[str], does: str, y: float) -> float:
        look, lead = brush.look, self._lead(brush.look)
        tall = self._tall(look, does, self.box.w)
        x = self.box.x + PAD
        for cap in caps:
            x += key_cap(brush, x, y + tall / 2, cap) + GAP
        lines = look.type.wrap(does, ROW, self.box.w - 2 * PAD - lead)
        top = y + (tall - len(lines) * look.type.pitch(ROW, LIST_LEADING)) / 2
        brush.lines(self.box.x + PAD + lead, top, lines, ROW, brush.theme.text2)
        return y + tall

    def _lead(self, look: Look) -> float:
        return max(sum(key_cap_width(look, cap) + GAP for cap in caps) for caps, _ in self.rows) + 10

    def _tall(self, look: Look, does: str, width: float) -> float:
        lines = look.type.wrap(does, ROW, width - 2 * PAD - self._lead(look))
        return max(26.0 * max(1.0, look.text_size), len(lines) * look.type.pitch(ROW, LIST_LEADING) + 6)


def _caps(words: Words, keymap: KeyMap, id_: str) -> list[str]:
    """Return the keys of a row: those the player has set, else as the words have them."""
    actions = ("slow", "fast", "faster") if id_ == "speeds" else (id_,)
    if actions[0] not in USUAL:
        return words.say(f"help.keys.{id_}").split()
    return [words.say("help.cap", cap=keymap.cap(action)) for action in actions]
