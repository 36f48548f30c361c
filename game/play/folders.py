"""Where the player's things lie. Nothing else is imported here: a command that only asks for a folder starts sooner."""

import os
from pathlib import Path


def data_dir(wanted: str | Path | None = None) -> Path:
    """Return the folder of everything the player owns: as wanted, or DEEPLEMMA_DATA, or the system's usual place."""
    if wanted:
        return Path(wanted).expanduser()
    if named := os.environ.get("DEEPLEMMA_DATA"):
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("deeplemma", appauthor=False))


def mods_dir(wanted: str | Path | None, data: Path) -> Path:
    """Return the folder of the player's mods: as wanted, or DEEPLEMMA_MODS, or the one among what the player owns."""
    if wanted:
        return Path(wanted).expanduser()
    if named := os.environ.get("DEEPLEMMA_MODS"):
        return Path(named).expanduser()
    return data / "mods"
