"""Which key does what on the desk: the usual keys, or those a player has chosen instead.

A chosen key keeps what it is (a letter still writes in a field, Space still presses a button) and also *means* the usual key of
what it stands for; shortcuts listen to the meaning. A usual key that was given up means nothing any more. Keys that move, press
and close are not for choosing, so that nobody can lock themselves out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pygame

from game.ui.inputs import NOTHING, Key
from game.ui.keys import ARROWS

USUAL: dict[str, Key] = {
    "run": Key(pygame.K_SPACE),
    "slow": Key(pygame.K_1),
    "fast": Key(pygame.K_2),
    "faster": Key(pygame.K_3),
    "week": Key(pygame.K_4),
    "undo": Key(pygame.K_z, ctrl=True),
    "views": Key(pygame.K_v),
    "advice": Key(pygame.K_a),
    "why": Key(pygame.K_w),
    "whatif": Key(pygame.K_i),
    "forecast": Key(pygame.K_f),
    "hint": Key(pygame.K_h),
    "back": Key(pygame.K_b),
    "codex": Key(pygame.K_c),
    "help": Key(pygame.K_F1),
}
"""What can be given another key, and its usual one."""

_KEPT = frozenset({
    *ARROWS, pygame.K_TAB, pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_ESCAPE, pygame.K_F6, pygame.K_F11, pygame.K_HOME,
    pygame.K_END, pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_BACKSPACE, pygame.K_DELETE, pygame.K_LEFTBRACKET,
    pygame.K_RIGHTBRACKET,
})  # fmt: skip
_HELD = frozenset({
    pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT, pygame.K_LMETA,
    pygame.K_RMETA, pygame.K_CAPSLOCK, pygame.K_MODE, pygame.K_NUMLOCKCLEAR,
})  # fmt: skip
_MODIFIERS = ("ctrl", "alt", "shift")


class KeyMap:
    """The keys in force. Built from what the settings hold; what makes no sense or clashes there is as usual."""

    def __init__(self, chosen: Iterable[tuple[str, str]] = ()) -> None:
        self._keys = dict(USUAL)
        for action, named in chosen:
            key = parse(named)
            if action in USUAL and key is not None and not _is_kept(key):
                self._keys[action] = key
        while (twice := self._taken_twice()) is not None:
            self._keys[twice] = USUAL[twice]
        self._means = {key: USUAL[action] for action, key in self._keys.items()}

    def key(self, action: str) -> Key:
        """Return the key of an action."""
        return self._keys[action]

    def cap(self, action: str) -> str:
        """Return what is printed on the key of an action: `Ctrl+Z`."""
        return cap(self._keys[action])

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """Return what differs from the usual, for the settings to hold."""
        return tuple((action, name(key)) for action, key in self._keys.items() if key != USUAL[action])

    def clash(self, action: str, key: Key) -> str:
        """Return why a key cannot be an action's: "kept" for keys that move and close, another action, or "" if it can."""
        if _is_kept(key):
            return "kept"
        return next((other for other, taken in self._keys.items() if taken == key and other != action), "")

    def choosing(self, action: str, key: Key) -> tuple[tuple[str, str], ...]:
        """Return what the settings hold once an action has another key, which does not clash."""
        named: Mapping[str, str] = {**dict(self.chosen), action: name(key)}
        return KeyMap(named.items()).chosen

    def read(self, key: Key) -> Key:
        """Return a key together with what it means here."""
        if key in self._means:
            meaning = self._means[key]
            return key if meaning == key else replace(key, means=meaning)
        return replace(key, means=NOTHING) if key in USUAL.values() else key

    def _taken_twice(self) -> str | None:
        """Return a chosen action whose key another has too, or None."""
        keys = list(self._keys.values())
        doubtful = (
            action for action, key in self._keys.items() if keys.count(key) > 1 and key != USUAL[action]
        )
        return next(doubtful, None)


def _is_kept(key: Key) -> bool:
    """Return whether a key moves, presses, closes or has no name, so that it cannot be chosen."""
    is_tab = key.alt and pygame.K_1 <= key.code <= pygame.K_9
    is_search = key.ctrl and key.code == pygame.K_f
    return key.code in _KEPT or is_tab or is_search or not name(key)


def is_held(key: Key) -> bool:
    """Return whether a key is only held down beside others, such as Shift."""
    return key.code in _HELD


def name(key: Key) -> str:
    """Return how the settings name a key, "ctrl+z"; "" for keys without a name."""
    plain = pygame.key.name(key.code) if pygame.display.get_init() else ""
    held = [word for word in _MODIFIERS if getattr(key, word)]
    return "+".join([*held, plain.lower()]) if plain else ""


def parse(text: str) -> Key | None:
    """Return the key of a name, or None if there is no such key."""
    held: list[str] = []
    for word in _MODIFIERS:
        if text.startswith(f"{word}+"):
            held.append(word)
            text = text.removeprefix(f"{word}+")
    if not text or not pygame.display.get_init():
        return None
    try:
        code = pygame.key.key_code(text)
    except ValueError:
        return None
    return Key(code, shift="shift" in held, ctrl="ctrl" in held, alt="alt" in held)


def cap(key: Key) -> str:
    """Return what is printed on a key."""
    held = [word.title() for word in _MODIFIERS if getattr(key, word)]
    plain = pygame.key.name(key.code)
    return "+".join([*held, plain.title() if len(plain) > 1 else plain.upper()])
