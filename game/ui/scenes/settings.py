"""The settings: each shows at once what it does, and is remembered."""

from collections.abc import Callable
from dataclasses import replace

from game.content.words import Words
from game.play.preferences import INTERFACE_SIZES, PAUSES, TEXT_SIZES, Preferences
from game.play.records import VERSION
from game.ui.brush import Brush
from game.ui.buttons import CHECK, Button, Toggle, paint_check
from game.ui.figures import Fact
from game.ui.flows import Blocks
from game.ui.groups import Column, Panel
from game.ui.inputs import Key
from game.ui.labels import Paragraph, Rule
from game.ui.layout import Box
from game.ui.look import Look
from game.ui.page import Page
from game.ui.scene import Back, Command, Fullscreen
from game.ui.scenes import ways
from game.ui.scenes.heads import Head, Room
from game.ui.scenes.settings_keys import CATCH, KEY, USUALLY, Catch, catching, keys_panel, refusal
from game.ui.scenes.settings_sound import HEARD, sound_panel
from game.ui.scrolling import Scroll
from game.ui.segments import Option, Segments
from game.ui.sheets import Sheet
from game.ui.sound import Sound
from game.ui.tokens import CAPTION, LIST_LEADING, ROW, ROW_STRONG, TARGET, THEMES
from game.ui.widgets import Act, Deed, Role, Widget

GUTTER = 12.0  # logical px


class Settings(Page):
    """Language, theme, sizes, motion and pauses."""

    first = "settings.language"

    def build(self) -> Widget:
        """Return two panels: how it looks, and when time stops."""
        words, mine = self.house.words, self.house.preferences
        head = Head(
            "settings.head",
            words.say("settings.title"),
            words.say("settings.note"),
            words.say("settings.back"),
        )
        self.trouble = Paragraph("settings.trouble", self._trouble(words), ROW, ink="bad")
        self.trouble.visible = bool(self.house.trouble)
        body = Pair("settings.panels", self._looks(words, mine), self._pauses(words, mine))
        sound = sound_panel(words, mine, self.house.speaker.has_device)
        keys = keys_panel(words, self.house.keymap, Setting)
        column = Column("settings.column", self.trouble, body, sound, keys, self._credits(words), gap=GUTTER)
        return Room(head, Scroll("settings.scroll", words.say("settings.title"), column))

    def _looks(self, words: Words, mine: Preferences) -> Panel:
        languages = [Option("ko", "한국어"), Option("en", "English")]  # each in its own tongue
        themes = [Option(name, words.say(f"settings.themes.{name}")) for name in THEMES]
        rows = [
            self._choice("language", words, languages, self.house.language),
            self._choice("theme", words, themes, mine.theme),
            self._choice("text", words, _sizes(words, TEXT_SIZES), str(mine.text_size)),
            self._choice("interface", words, _sizes(words, INTERFACE_SIZES), str(mine.interface)),
        ]
        calm = Switch(
            "settings.calm", words.say("settings.calm"), words.say("settings.about.calm"), mine.calm
        )
        full = Button("settings.fullscreen", words.say("settings.fullscreen"), cap="F11")
        body = Column(
            "settings.looks.column", *rows, Rule("settings.rule"), calm, Rule("settings.rule-2"),
            Setting("settings.full", words.say("settings.screen"), full), gap=10,
        )  # fmt: skip
        return Panel("settings.looks", words.say("settings.looks"), body, icon="eye")

    def _choice(self, name: str, words: Words, options: list[Option], chosen: str) -> "Setting":
        label = words.say(f"settings.{name}")
        return Setting(f"settings.{name}.row", label, Segments(f"settings.{name}", label, options, chosen))

    def _pauses(self, words: Words, mine: Preferences) -> Panel:
        toggles = [
            Switch(f"settings.pause.{pause}", words.say(f"settings.pause.{pause}"),
                   words.say(f"settings.about.{pause}"), mine.stops_for(pause))
            for pause in PAUSES
        ]  # fmt: skip
        about = Paragraph("settings.pauses.about", words.say("settings.pauses-note"), ROW)
        assists = Paragraph("settings.assists", words.say("settings.assists"), ROW)
        parts = (about, *toggles, Rule("settings.rule-3"), assists)
        body = Column("settings.pauses.column", *parts, gap=9)
        return Panel("settings.pauses", words.say("settings.pauses"), body, icon="pause")

    def _credits(self, words: Words) -> Panel:
        texts = {"saves": str(self.house.saves.folder), "file": str(self.house.settings_path)}
        texts |= {name: words.say(f"settings.credit.{name}") for name in ("fonts", "icons", "game")}
        facts = [
            Fact(f"settings.fact.{name}", words.say(f"settings.fact.{name}"), text)
            for name, text in texts.items()
        ]
        grid = Blocks("settings.facts", *facts, gap=8)
        return Panel("settings.credits", words.say("settings.credits", version=VERSION), grid, icon="info")

    # ---- what it answers

    def act(self, act: Act) -> Command | None:
        """Take a setting over, or go back."""
        if act.who == "settings.head.back":
            return Back()
        if act.who == "settings.fullscreen":
            return Fullscreen()
        if act.who == USUALLY:
            return self._choose_keys(())
        if act.who.startswith(KEY):
            self._catch(act.who.removeprefix(KEY))
        if act.deed is not Deed.CHANGE:
            return None
        command = self._prefer(act)
        if act.who == "settings.effects":
            self.house.speaker.play(Sound.OFFER)  # as loud as it is from now on
        self.trouble.label, self.trouble.visible = self._trouble(self.house.words), bool(self.house.trouble)
        return command

    def _catch(self, action: str) -> None:
        """Wait for another key for an action."""
        sheet = catching(self.house.words, action)
        self.open(sheet, lambda act: self._caught(act, action, sheet), focus=CATCH)

    def _caught(self, act: Act, action: str, sheet: Sheet) -> Command | None:
        if sheet.closes(act):
            self.close()
        if act.who != CATCH or not isinstance(act.value, Key):
            return None
        keymap, catch = self.house.keymap, sheet.find(CATCH)
        refused = refusal(self.house.words, keymap, action, act.value)
        if not refused:
            self.close()
            return self._choose_keys(keymap.choosing(action, act.value))
        assert isinstance(catch, Catch)
        catch.say(refused)
        self.view.lay()
        return None

    def _choose_keys(self, chosen: tuple[tuple[str, str], ...]) -> Command:
        command = self.house.prefer(replace(self.house.preferences, keys=chosen))
        self.rebuild()
        return command

    def _trouble(self, words: Words) -> str:
        return words.say("settings.trouble", reason=self.house.trouble) if self.house.trouble else ""

    def _prefer(self, act: Act) -> Command:
        mine, name = self.house.preferences, act.who.removeprefix("settings.")
        if name.startswith("pause."):
            return self.house.prefer(mine.pausing(name.removeprefix("pause."), bool(act.value)))
        if name == "language":
            return ways.speak(self.house, str(act.value))
        return self.house.prefer(replace(mine, **{_FIELDS[name]: _READS[name](act.value)}))  # type: ignore[arg-type]


_FIELDS = {
    "theme": "theme",
    "text": "text_size",
    "interface": "interface",
    "calm": "calm",
    **dict(zip(HEARD, HEARD, strict=True)),
}
_READS: dict[str, Callable[[object], object]] = {
    "theme": str,
    "text": lambda size: int(str(size)),
    "interface": lambda size: int(str(size)),
    "calm": bool,
    **dict.fromkeys(HEARD, lambda volume: round(float(str(volume)))),
}


def _sizes(words: Words, sizes: tuple[int, ...]) -> list[Option]:
    return [Option(str(size), words.say("settings.size", size=size / 100)) for size in sizes]


class Switch(Toggle):
    """A checkbox with small print below its words, all of which can be pressed."""

    lead = CHECK + 10  # logical px: the square and the gap after it

    def __init__(self, name: str, label: str, about: str, is_on: bool) -> None:
        super().__init__(name, label, is_on)
        self.about = about

    @property
    def value(self) -> str:
        """Return "on" or "off", and the small print."""
        return f"{super().value} · {self.about}"

    def height(self, look: Look, width: float) -> float:
        """Return the height of the words and the small print."""
        lines = len(self._lines(look, width)) * look.type.pitch(CAPTION, LIST_LEADING)
        return max(TARGET, self._first(look) + lines + 6)

    def paint(self, brush: Brush) -> None:
        """Draw square, words and small print."""
        look, box = brush.look, self.box
        first = self._first(look)
        square = Box(box.x, box.y + 3 + (first - CHECK) / 2, CHECK, CHECK)
        paint_check(brush, square, self.is_on, self.enabled)
        ink = brush.theme.text if self.enabled else brush.theme.text3
        brush.text(box.x + self.lead, square.cy, self.label, ROW_STRONG, ink, width=box.w - self.lead)
        brush.lines(
            box.x + self.lead, box.y + 3 + first, self._lines(look, box.w), CAPTION, brush.theme.text2
        )

    def _lines(self, look: Look, width: float) -> list[str]:
        return look.type.wrap(self.about, CAPTION, width - self.lead)

    def _first(self, look: Look) -> float:
        return max(CHECK + 2, look.type.pitch(ROW_STRONG, LIST_LEADING))


class Setting(Widget):
    """A name and its control: side by side where both fit, else the control below."""

    role = Role.GROUP
    is_island = False

    def __init__(self, name: str, label: str, control: Widget) -> None:
        super().__init__(name, label)
        self.control = control
        self.add(control)

    def height(self, look: Look, width: float) -> float:
        """Return the height of one line or two."""
        tall = self.control.height(look, width)
        return tall if self._is_beside(look, width) else tall + self._pitch(look) + 4

    def place(self, look: Look, box: Box) -> None:
        """Put the control at the right, or below."""
        self.box = box
        wide = min(box.w, self.control.width(look))
        tall = self.control.height(look, wide)
        self._beside = self._is_beside(look, box.w)
        x = box.right - wide if self._beside else box.x
        self.control.place(look, Box(x, box.bottom - tall, wide, tall))

    def paint(self, brush: Brush) -> None:
        """Draw the name."""
        y = self.control.box.cy if self._beside else self.box.y + self._pitch(brush.look) / 2
        brush.text(self.box.x, y, self.label, ROW_STRONG)

    def _is_beside(self, look: Look, width: float) -> bool:
        return self.control.width(look) + look.type.width(self.label, ROW_STRONG) + 20 <= width

    def _pitch(self, look: Look) -> float:
        return look.type.pitch(ROW_STRONG, LIST_LEADING)


class Pair(Widget):
    """Two panels side by side, or one below the other where they do not fit."""

    is_island = False
    least = 440.0  # logical px of the narrower panel at 100 % text

    def __init__(self, name: str, *panels: Panel) -> None:
        super().__init__(name)
        self.add(*panels)

    def height(self, look: Look, width: float) -> float:
        """Return the height of the row or the stack."""
        wide, is_row = self._share(look, width)
        talls = [panel.height(look, wide) for panel in self.children]
        return max(talls) if is_row else sum(talls) + GUTTER

    def place(self, look: Look, box: Box) -> None:
        """Put the panels."""
        self.box = box
        wide, is_row = self._share(look, box.w)
        x, y = box.x, box.y
        for panel in self.children:
            tall = box.h if is_row else panel.height(look, wide)
            panel.place(look, Box(x, y, wide, tall))
            x, y = (x + wide + GUTTER, y) if is_row else (x, y + tall + GUTTER)

    def _share(self, look: Look, width: float) -> tuple[float, bool]:
        is_row = width >= 2 * self.least * look.text_size**0.8 + GUTTER
        return ((width - GUTTER) / 2, True) if is_row else (width, False)
