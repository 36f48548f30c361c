"""How a player likes the game: language, theme, sizes, motion, and what makes time stop. One small file, remembered.

A file that is missing, broken or of another version costs nothing but the settings in it that make no sense: each falls back
to its usual value by itself. It is written beside and then renamed, so that a crash leaves the old one or the new one whole.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

from game.content.handicaps import DIFFICULTIES, NORMAL
from game.play import smallfiles
from game.play.assists import ADVISOR, USUAL, Chosen, in_order
from game.play.saves import data_dir

FILE = "settings.json"
LANGUAGES = ("", "ko", "en")  # "" takes the system's
THEMES = ("dark", "light")
TEXT_SIZES = (85, 100, 115, 130, 150)  # per cent
INTERFACE_SIZES = (75, 85, 100, 115, 130)  # per cent
VOLUMES = tuple(range(0, 101, 10))  # per cent; 0 is silence
PAUSES = ("event", "offer", "warning", "month")  # what may stop the clock
# A key as `game.ui.keymap` names it.
_KEY = re.compile(r"[a-z]{1,16}|(?:(?:ctrl|alt|shift)\+){0,3}[ -~]{1,16}", re.ASCII)
_MOST_KEYS = 32  # more than there is to choose
_MOD = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}", re.ASCII)  # an id as mods have


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the settings scene offers. Sizes are per cent."""

    language: str = ""
    theme: str = "dark"
    text_size: int = 100
    interface: int = 100
    calm: bool = False  # reduced motion
    effects: int = 60  # volume of sounds, per cent
    music: int = 20  # volume of music, per cent
    difficulty: str = NORMAL  # of the next new game
    assists: tuple[str, ...] = USUAL  # likewise
    pauses: tuple[str, ...] = PAUSES
    keys: tuple[tuple[str, str], ...] = ()  # what has another key than usual, and which
    mods_off: tuple[str, ...] = ()  # ids of the mods turned off; one that is new is on

    def stops_for(self, what: str) -> bool:
        """Return whether one of `PAUSES` makes time stop."""
        return what in self.pauses

    def pausing(self, what: str, on: bool) -> "Preferences":
        """Return these preferences with time stopping, or not, for one of `PAUSES`."""
        kept = {*self.pauses, what} if on else {*self.pauses} - {what}
        return replace(self, pauses=tuple(known for known in PAUSES if known in kept))

    @property
    def chosen(self) -> Chosen:
        """Return how the next new game is to be played."""
        return Chosen(self.difficulty, self.assists)

    def choosing(self, chosen: Chosen) -> "Preferences":
        """Return these preferences with another choice of difficulty and assists."""
        return replace(self, difficulty=chosen.difficulty, assists=chosen.assists)

    def turning(self, mod: str, on: bool) -> "Preferences":
        """Return these preferences with a mod turned on or off."""
        kept = {*self.mods_off} - {mod} if on else {*self.mods_off, mod}
        return replace(self, mods_off=tuple(sorted(kept)))


_OFFERED: dict[str, tuple[object, ...]] = {
    "language": LANGUAGES,
    "theme": THEMES,
    "text_size": TEXT_SIZES,
    "interface": INTERFACE_SIZES,
    "calm": (False, True),
    "effects": VOLUMES,
    "music": VOLUMES,
    "difficulty": DIFFICULTIES,
}


def settings_path(data: Path | None = None) -> Path:
    """Return where the settings lie: as DEEPLEMMA_CONFIG says, in a data folder chosen by the player, or the system's place."""
    if named := os.environ.get("DEEPLEMMA_CONFIG"):
        return Path(named).expanduser() / FILE
    is_chosen = os.environ.get("DEEPLEMMA_DATA") or (data is not None and data != data_dir())
    if is_chosen:
        return (data or data_dir()) / FILE
    return Path(platformdirs.user_config_dir("deeplemma", appauthor=False)) / FILE


def read(path: Path) -> Preferences:
    """Return the settings of a file; what is missing or makes no sense is as usual."""
    return _sound(smallfiles.read(path))


def write(path: Path, preferences: Preferences) -> None:
    """Write the settings whole or not at all.

    Raises:
        OSError: the disk refuses; the old file is as it was.
    """
    smallfiles.write(path, asdict(preferences))


def _sound(found: Mapping[str, Any]) -> Preferences:
    """Return what makes sense of a file; JSON's 1 is not taken for true, nor 100.0 for 100."""
    known = {name: found[name] for name, offered in _OFFERED.items() if _is_offered(found.get(name), offered)}
    assists = found.get("assists")
    if isinstance(assists, list):
        known["assists"] = in_order(one for one in assists if isinstance(one, str))
    elif found.get("advisor") is False:  # as it was written before there were other assists
        known["assists"] = in_order({*USUAL} - {ADVISOR})
    pauses = found.get("pauses")
    if isinstance(pauses, list):
        known["pauses"] = tuple(pause for pause in PAUSES if pause in pauses)
    keys = found.get("keys")
    if isinstance(keys, list):
        known["keys"] = tuple((one[0], one[1]) for one in keys[:_MOST_KEYS] if _is_key(one))
    mods = found.get("mods_off")
    if isinstance(mods, list):
        known["mods_off"] = tuple(
            sorted({mod for mod in mods if isinstance(mod, str) and _MOD.fullmatch(mod)})
        )
    return Preferences(**known)


def _is_key(found: object) -> bool:
    """Return whether this can be an action and its key; whether there are such ones the screen decides."""
    if not (isinstance(found, list) and len(found) == 2 and all(isinstance(part, str) for part in found)):
        return False
    return bool(_KEY.fullmatch(found[0]) and _KEY.fullmatch(found[1]))


def _is_offered(value: object, offered: tuple[object, ...]) -> bool:
    return any(type(value) is type(one) and value == one for one in offered)


assert {field.name for field in fields(Preferences)} == {
    *_OFFERED,
    "assists",
    "pauses",
    "keys",
    "mods_off",
}, "every setting is offered"
