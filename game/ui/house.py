"""What all scenes share: the player's words, settings, saves and levels, and the game that is open.

The house owns no widget. Scenes ask it for words each time they build, so that a new language shows at once.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.content.figures import Language
from game.content.words import Words
from game.play import preferences
from game.play.assists import Chosen
from game.play.preferences import Preferences
from game.play.profiles import Profile, Profiles
from game.play.saves import Saves, mods_dir
from game.study.players_told import name_of
from game.ui.background import Task
from game.ui.keymap import KeyMap
from game.ui.readings.pages import PAGES, page_of
from game.ui.scene import Restyle
from game.ui.sound import Speaker
from game.ui.tips import Lead
from game.ui.tokens import THEMES

if TYPE_CHECKING:  # the world is loaded behind the first picture
    from game.ui.inquiry import Inquiry
    from game.ui.library import Library
    from game.ui.session import Session

PER_CENT = 100


@dataclass
class House:
    """One run of the program, from the first picture to the last."""

    data: Path  # everything the player owns
    usual: Language = "en"  # the system's language
    asked: Language | None = None  # as the command line asks; holds until the settings say otherwise
    folders: tuple[Path, ...] | None = None  # where levels lie; None: the game's own
    seed: int | None = None  # of the next new game, as the command line asks
    preferences: Preferences = field(default_factory=Preferences)
    settings_path: Path = field(init=False)
    trouble: str = ""  # why the settings could not be kept, as the system says it
    speaker: Speaker = field(default_factory=Speaker)
    mods: Path | None = None  # the folder of mods; None: among what the player owns
    ease: Chosen | None = (
        None  # difficulty and assists, as the command line asks; as chosen last if not given
    )
    profile: Profile | None = None  # who plays, as the command line asks; who played last if not given
    session: "Session | None" = None
    loading: Task[Any] | None = None  # brings the `Library`

    def __post_init__(self) -> None:
        self.profiles = Profiles(self.data)
        self.player = self.profile or self.profiles.current
        self._move_in()
        self._words: Words | None = None
        self._said: Mapping[str, str] = {}
        self._keymap: tuple[tuple[tuple[str, str], ...], KeyMap] | None = None
        self._inquiry: Inquiry | None = None
        self._leads: dict[tuple[str, bool], Lead] = {}
        self._leads_of: tuple[Words, KeyMap] | None = None  # the language and the keys they are told with

    @property
    def language(self) -> Language:
        """Return the language of the screen: as asked on the command line, as set, or the system's."""
        if self.asked is not None:
            return self.asked
        return (
            "ko" if self.preferences.language == "ko" else "en" if self.preferences.language else self.usual
        )

    @property
    def words(self) -> Words:
        """Return the sentences of the language in force."""
        instead = self._instead(self.language)
        if self._words is None or self._words.language != self.language or self._said != instead:
            self._words, self._said = Words(self.language, instead=instead), instead
        return self._words

    def _instead(self, language: Language) -> Mapping[str, str]:
        """Return what mods say instead of the game's own sentences, once they are read."""
        read = self.loading.peek() if self.loading is not None else None
        modded = getattr(read, "modded", None)  # the world is not imported for a word
        return modded.texts(language) if modded is not None else {}

    # ---- who plays

    def _move_in(self) -> None:
        """Take over the saved games and settings of who plays."""
        self.settings_path = self.player.settings_path
        self.preferences = preferences.read(self.settings_path)
        self.saves = Saves(self.player.data)
        self._turn_volumes()

    @property
    def player_name(self) -> str:
        """Return what who plays is called."""
        return name_of(self.words, self.player)

    def switch(self, player: Profile) -> Restyle:
        """Let somebody else play, and return how the screen changes; no game may be open.

        Whoever comes for the first time finds the language that is spoken. What the disk refuses is noted in `trouble`.
        """
        off, spoken = self.preferences.mods_off, self.language
        self.player, self.asked, self.trouble = player, None, ""
        is_new = not player.settings_path.exists()
        self._move_in()
        try:
            self.profiles.choose(player)
            if is_new:
                preferences.write(self.settings_path, replace(self.preferences, language=spoken))
                self.preferences = preferences.read(self.settings_path)
        except OSError as refused:
            self.trouble = refused.strerror or str(refused)
        if self.preferences.mods_off != off:
            self.reload()
        return Restyle(self.looks())

    # ---- settings

    def looks(self) -> dict[str, Any]:
        """Return the settings as fields of `Look`."""
        mine = self.preferences
        return {
            "theme": THEMES[mine.theme],
            "text_size": mine.text_size / PER_CENT,
            "interface": mine.interface / PER_CENT,
            "calm": mine.calm,
        }

    def prefer(self, mine: Preferences) -> Restyle:
        """Take other settings, remember them, and return how the screen changes; a disk that refuses is noted in `trouble`."""
        if mine.language != self.preferences.language:
            self.asked = None
        self.preferences = mine
        self._turn_volumes()
        try:
            preferences.write(self.settings_path, mine)
            self.trouble = ""
        except OSError as refused:
            self.trouble = refused.strerror or str(refused)
        return Restyle(self.looks())

    @property
    def chosen(self) -> Chosen:
        """Return how the next new game is to be played: as the command line asks, or as chosen last."""
        return self.ease or self.preferences.chosen

    def choose(self, chosen: Chosen) -> None:
        """Remember how games are to be played."""
        self.ease = None
        self.prefer(self.preferences.choosing(chosen))

    def lead(self, term: str) -> Lead | None:
        """Return the way to the codex page about a term, None if it has none; for "" the way to the codex."""
        page = page_of(term)
        if term and not page:
            return None
        of = self.words, self.keymap
        if of != self._leads_of:
            self._leads_of, self._leads = of, {}
        key = page, term in PAGES
        if key not in self._leads:
            self._leads[key] = self._lead(*key)
        return self._leads[key]

    def _lead(self, page: str, is_own: bool) -> Lead:
        try:
            entry = import_module("game.content.codex").read().entries.get(page)
        except Exception:  # a broken codex is told of by whoever opens it
            entry = None
        words = self.words
        said = words.say("tip.codex", title=words.pick(entry.title)) if entry else words.say("codex.title")
        keys = words.say("help.cap", cap=self.keymap.cap("codex")), words.say("tip.click")
        return Lead(page, keys, said, is_own=is_own)

    @property
    def keymap(self) -> KeyMap:
        """Return the keys in force; they can be read once there is a screen."""
        if self._keymap is None or self._keymap[0] != self.preferences.keys:
            self._keymap = (self.preferences.keys, KeyMap(self.preferences.keys))
        return self._keymap[1]

    def _turn_volumes(self) -> None:
        self.speaker.turn(self.preferences.effects / PER_CENT, self.preferences.music / PER_CENT)

    # ---- what is loaded behind

    @property
    def own_levels(self) -> Path:
        """Return the folder of the player's own levels."""
        return self.data / "levels"

    @property
    def mods_folder(self) -> Path:
        """Return the folder of mods."""
        return mods_dir(self.mods, self.data)

    def read(self) -> "Library":
        """Return the levels as they are now, those of mods included; this takes a while."""
        library: Library = import_module("game.ui.library").read(
            self.folders, self.mods_folder, self.preferences.mods_off, self.own_levels
        )
        return library

    def reload(self) -> Task[Any]:
        """Read all levels and mods again, behind the frames. A game that is open keeps the level it began with."""
        self.loading = Task(self.read).start()
        return self.loading

    @property
    def library(self) -> "Library | None":
        """Return the levels once they are loaded.

        Raises:
            Exception: whatever loading raised.
        """
        if self.loading is None or not self.loading.is_done:
            return None
        library: Library = self.loading.result(0)
        return library

    # ---- the game that is open

    def enter(self, session: "Session") -> "Session":
        """Let a game be the one that is open; the one before is left."""
        self.leave()
        self.session = session
        return session

    def leave(self) -> None:
        """Close the game that is open, if one is. The week under way is finished and written first.

        Raises:
            JournalError: the disk has refused a week.
        """
        session, self.session = self.session, None
        if self._inquiry is not None:
            self._inquiry.close()
            self._inquiry = None
        if session is not None:
            session.close()

    @property
    def inquiry(self) -> "Inquiry":
        """Return what answers questions about the game that is open, up to its last week."""
        from game.ui.inquiry import Inquiry  # with the world behind it

        assert self.session is not None, "there is no game to ask about"
        if self._inquiry is None:
            self._inquiry = Inquiry(self.session.game)
        else:
            self._inquiry.renew(self.session.game)
        return self._inquiry

    def new_seed(self) -> int:
        """Return the number of the next new world: as the command line asks, once, else one nobody can foresee."""
        asked, self.seed = self.seed, None
        return asked if asked is not None else 1 + int.from_bytes(os.urandom(2), "big") % 9_999
