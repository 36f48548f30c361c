"""The settings of what is heard: how loud, and what it means if there is nothing to hear it with."""

from game.content.words import Words
from game.play.preferences import VOLUMES, Preferences
from game.ui.groups import Column, Panel
from game.ui.labels import Paragraph
from game.ui.sliders import Slider
from game.ui.tokens import ROW
from game.ui.widgets import Widget

HEARD = ("effects", "music")  # the settings, as `Preferences` calls them


def sound_panel(words: Words, mine: Preferences, has_device: bool | None) -> Panel:
    """Return the panel; without a device it says that nothing is lost."""
    parts: list[Widget] = [Paragraph("settings.sound.about", words.say("settings.sound-note"), ROW)]
    for name in HEARD:
        slider = Slider(f"settings.{name}", words.say(f"settings.{name}"), VOLUMES, getattr(mine, name),
                        lambda volume: loudness(words, volume))  # fmt: skip
        slider.has_preview = False
        parts.append(slider)
    if has_device is False:
        parts.append(Paragraph("settings.sound.none", words.say("settings.no-device"), ROW, ink="warn"))
    return Panel(
        "settings.sound",
        words.say("settings.sound"),
        Column("settings.sound.column", *parts, gap=9),
        icon="volume-2",
    )


def loudness(words: Words, volume: float) -> str:
    """Return a volume, per cent, in words."""
    return words.say("settings.size", size=volume / 100) if volume > 0 else words.say("settings.silent")
