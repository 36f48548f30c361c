"""The people who share a machine: each with saved games, stars and settings of their own.

The first player's things lie where they always did, so that a machine with one player has no profiles to think about. Everybody
else has a folder `profiles/pN`; its name says nothing of theirs, so no name can lead anywhere. Who is removed is moved aside,
folder and all, and can be brought back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.play import preferences, smallfiles
from game.play.nicknames import alike, fault_of, tidied

FOLDER, ASIDE = "profiles", "removed"
_NAMED, _NOW = "profile.json", "profiles.json"
_ID = re.compile(r"p[1-9][0-9]{0,5}")
MOST = 48  # players of one machine


class ProfileError(Exception):
    """A profile cannot be made, renamed or removed.

    `code` picks the sentence `players.wrong.CODE`: a fault of `game.play.nicknames`, or many, first, unknown.
    """

    def __init__(self, code: str, name: str = "") -> None:
        super().__init__(code, name)
        self.code, self.name = code, name


@dataclass(frozen=True, slots=True)
class Profile:
    """One player: the id of the folder, the name, and the folder of everything that is theirs."""

    id: str  # "" for the first player
    name: str  # "" while the first player has none
    data: Path

    @property
    def is_first(self) -> bool:
        """Return whether it is the player whose things lie in the data folder itself."""
        return not self.id

    @property
    def settings_path(self) -> Path:
        """Return where the settings of this player lie."""
        return preferences.settings_path(self.data) if self.is_first else self.data / preferences.FILE


class Profiles:
    """All players of a data folder. The files are read anew at each question: they are few and small."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.folder = data / FOLDER

    # ---- who there is

    @property
    def first(self) -> Profile:
        """Return the player whose things lie in the data folder itself."""
        return Profile("", self._sound(self._kept().get("first")), self.data)

    def all(self) -> tuple[Profile, ...]:
        """Return all players, the first one first, then in the order in which they came."""
        return (self.first, *self._in(self.folder))

    def removed(self) -> tuple[Profile, ...]:
        """Return the players that were moved aside."""
        return tuple(self._in(self.folder / ASIDE))

    @property
    def current(self) -> Profile:
        """Return who played last; the first player if that one is gone."""
        now = self._kept().get("current")
        return next((profile for profile in self.all() if profile.id == now), self.first)

    def named(self, name: str) -> Profile | None:
        """Return the player of a name, whatever its case; None if there is none."""
        return next((p for p in self.all() if p.name and alike(p.name) == alike(name)), None)

    # ---- changing it

    def choose(self, profile: Profile) -> None:
        """Remember who plays.

        Raises:
            OSError: the disk refuses.
        """
        self._keep(current=profile.id)

    def add(self, name: str) -> Profile:
        """Return a new player.

        Raises:
            ProfileError: the name will not do, or there are too many.
            OSError: the disk refuses.
        """
        name = self._checked(name, None)
        if len(self.all()) >= MOST:
            raise ProfileError("many")
        taken = [int(p.id[1:]) for p in (*self._in(self.folder), *self.removed())]
        number = max(taken, default=0) + 1
        while True:
            folder = self.folder / f"p{number}"
            try:
                folder.mkdir(parents=True)
                break
            except FileExistsError:  # another window was faster, or something else lies there
                number += 1
        smallfiles.write(folder / _NAMED, {"name": name})
        return Profile(folder.name, name, folder)

    def rename(self, profile: Profile, name: str) -> Profile:
        """Return a player under another name; folders stay where they are.

        Raises:
            ProfileError: the name will not do.
            OSError: the disk refuses.
        """
        name = self._checked(name, profile)
        if profile.is_first:
            self._keep(first=name)
        else:
            smallfiles.write(profile.data / _NAMED, {"name": name})
        return Profile(profile.id, name, profile.data)

    def remove(self, profile: Profile) -> Path:
        """Move a player's folder aside, with everything in it, and return where it lies now.

        Raises:
            ProfileError: it is the first player, whose things lie in the data folder itself.
            OSError: the disk refuses.
        """
        if profile.is_first:
            raise ProfileError("first")
        aside = self.folder / ASIDE / profile.id
        aside.parent.mkdir(parents=True, exist_ok=True)
        profile.data.rename(aside)
        if self._kept().get("current") == profile.id:
            self.choose(self.first)
        return aside

    def restore(self, profile: Profile) -> Profile:
        """Bring back a player that was moved aside; if the name has been taken meanwhile, a number is put after it.

        Raises:
            OSError: the disk refuses.
        """
        back = self.folder / profile.id
        profile.data.rename(back)
        found = Profile(profile.id, profile.name, back)
        taken = [other.name for other in self.all() if other.id != found.id]
        name, number = found.name, 2
        while fault_of(name, taken) == "taken":
            name, number = f"{found.name[:20]} {number}", number + 1
        return found if name == found.name else self.rename(found, name)

    # ---- inside

    def _checked(self, name: str, own: Profile | None) -> str:
        others = [p.name for p in self.all() if own is None or p.id != own.id]
        fault = fault_of(name, others)
        if fault:
            raise ProfileError(fault, tidied(name))
        return tidied(name)

    def _in(self, folder: Path) -> Iterator[Profile]:
        """Yield the players of a folder; one whose name cannot be read is called by its folder."""
        try:
            below = [path for path in folder.iterdir() if _ID.fullmatch(path.name)]
        except OSError:
            return
        for path in sorted(below, key=lambda path: int(path.name[1:])):
            if path.is_dir() and not path.is_symlink():
                name = self._sound(smallfiles.read(path / _NAMED).get("name"))
                yield Profile(path.name, name or path.name, path)

    def _sound(self, found: object) -> str:
        return found if isinstance(found, str) and not fault_of(found) else ""

    def _kept(self) -> dict[str, object]:
        return smallfiles.read(self.folder / _NOW)

    def _keep(self, **now: str) -> None:
        kept = {key: value for key, value in self._kept().items() if key in ("current", "first")}
        smallfiles.write(self.folder / _NOW, {**kept, **now})
