"""`play --text`: which game is meant, and then the game in the terminal."""

import secrets
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from game.commands.finding import finder, level_named, modded, shelf_of
from game.commands.problems import ProblemError, UsageError
from game.commands.text import TextGame, typed
from game.commands.voice import Voice
from game.content import levels
from game.content.handicaps import variant
from game.content.words import Words
from game.play.assists import FIXED, Chosen, in_order
from game.play.journal import SUFFIX
from game.play.playthrough import JournalError, Playthrough
from game.play.saves import Saves
from game.study import players_told
from game.world.level import Level

_SEEDS = 1_000_000  # worlds a new game may fall into; few enough to read out to a neighbour


def main(options: Namespace, voice: Voice) -> int:
    """Open the game that is meant, or ask for one, and play it."""
    player = options.player
    saves = Saves(player.data)
    voice.words = Words(voice.language, instead=modded(options).texts(voice.language))
    lines = typed(voice, sys.stdin, prompt=sys.stdin.isatty())
    if not player.is_first or player.name:
        voice.data(voice.phrase("text.playing", name=players_told.name_of(voice.words, player)))
    path, level = _wanted(options, voice)
    if path is None and level is None:
        path, level = _chosen(saves, lines, options, voice)
    if path is not None:
        game = _opened(path, options, voice)
    elif level is not None:
        seed = secrets.randbelow(_SEEDS) if options.seed is None else options.seed
        game = _begun(level, seed, saves.free_path(level.id), options)
    else:
        return 0
    if game.torn:
        voice.data(voice.phrase("text.torn"))
    TextGame(voice, game, saves).play(lines)
    return 0


def _begun(level: Level, seed: int, path: Path, options: Namespace) -> Playthrough:
    """Return a new game as it was chosen to be; a level that lies in no folder is played as it is written."""
    chosen: Chosen = options.chosen
    found = finder(options)(variant(level.id, chosen.ways)) if chosen.ways else level
    plain = finder(options)(level.id) if chosen.ways else level
    if found is None or plain is None or plain.hash != level.hash:
        chosen, found = Chosen(assists=in_order({*chosen.assists} - FIXED)), level
    return Playthrough.new(found, seed, path, player=options.player.name, difficulty=chosen.difficulty,
                           assists=chosen.written)  # fmt: skip


def _wanted(options: Namespace, voice: Voice) -> tuple[Path | None, Level | None]:
    """Return the journal or the level that the command line names."""
    if options.level is None:
        return None, None
    if options.level.endswith(SUFFIX):
        if not Path(options.level).exists():
            raise UsageError(voice.phrase("journal.missing", path=options.level))
        return Path(options.level), None
    return None, level_named(options.level, options)


def _opened(path: Path, options: Namespace, voice: Voice) -> Playthrough:
    try:
        return Playthrough.open(path, finder(options))
    except JournalError as wrong:
        reason = voice.phrase(f"journal.{wrong.code}", **wrong.values)
        raise ProblemError(voice.phrase("command.wrong.journal", path=str(path), reason=reason)) from wrong


def _chosen(
    saves: Saves, lines: Iterator[str], options: Namespace, voice: Voice
) -> tuple[Path | None, Level | None]:
    """Let the player choose a level, or the game last played; neither when the lines end."""
    listed, latest = levels.campaign(shelf_of(options)), saves.latest()
    voice.data(voice.phrase("text.levels"))
    if latest is not None:
        voice.data(voice.phrase("text.continue-line", name=latest.name, week=latest.week))
    names: dict[str, Path] = {}
    for number, level in enumerate(listed, start=1):
        title = voice.words.pick(level.title)
        voice.data(voice.phrase("text.level-line", number=number, title=title, id=level.id))
        names[str(number)] = names[level.id] = level.path
    voice.data(voice.phrase("text.choose-level"))
    for line in lines:
        word = line.strip()
        if word == "0" and latest is not None:
            return latest.path, None
        if word in names:
            return None, levels.load(names[word], shelf_of(options))
        if word:
            voice.data(voice.phrase("text.no-level", word=word))
    return None, None
