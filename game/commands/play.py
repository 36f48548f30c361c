"""`play`: the game in a window, or line by line where there is none or `--text` asks for it.

The world is imported late: the window shows its first picture while Mesa is still being loaded.
"""

import sys
from argparse import Namespace
from pathlib import Path

from game.commands.problems import UsageError
from game.commands.screen import why_no_window
from game.commands.voice import Voice, language_of
from game.commands.who import chosen_of, player_of
from game.content.figures import Language


def main(options: Namespace, voice: Voice) -> int:
    """Play in the window, or say why not and play in the terminal."""
    options.player = player_of(options, voice)
    options.chosen = chosen_of(options, options.player, voice)
    if not options.text:
        reason = why_no_window()
        if reason is None:
            return _in_window(options, voice)
        voice.say(reason)
        if not sys.stdin.isatty():
            voice.say("command.no-screen-no-keys")
            return 1
    from game.commands import terminal

    return terminal.main(options, voice)


def _in_window(options: Namespace, voice: Voice) -> int:
    from game.content.shelf import LEVELS
    from game.play.saves import data_dir
    from game.ui import start

    path, level = None, None
    if options.level is not None:
        from game.commands.finding import level_named
        from game.play.journal import SUFFIX

        if options.level.endswith(SUFFIX):
            path = Path(options.level)
            if not path.exists():
                raise UsageError(voice.phrase("journal.missing", path=options.level))
        else:
            level = level_named(options.level, options)
    return start.main(
        data=data_dir(options.data_dir),
        usual=voice.language,
        asked=_asked(options.lang),
        folders=(LEVELS, options.levels) if options.levels is not None else None,
        level=level,
        journal=path,
        seed=options.seed,
        mods=options.mods,
        profile=options.player,
        ease=options.chosen if options.difficulty or options.assists else None,
    )


def _asked(language: str | None) -> Language | None:
    """Return the language asked for on the command line, if any: only that outweighs the settings."""
    return language_of(language) if language else None
