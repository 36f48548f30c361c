"""`check PATH...`: everything that is wrong with levels; with `--play` and `--prove`, also what playing finds out."""

import os
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.finding import mods_folder, shelf_of
from game.commands.naming import path_named
from game.commands.problems import UsageError
from game.commands.voice import Voice
from game.commands.watching import watch
from game.content import levels, shelf, telling
from game.content.complaints import Complaint, errors, in_order
from game.content.examining import examine_paths
from game.content.levels import Examined
from game.content.shelf import Shelf
from game.study.strangers import strangers
from game.world.level import Level

if TYPE_CHECKING:
    from game.study.promises import Kept

_NEAR = 2  # folders down from a level in which its neighbours are found


def main(options: Namespace, voice: Voice) -> int:
    """Print all complaints; return 1 if any is an error, or, strictly read, a warning."""
    if not options.paths:
        raise UsageError(voice.phrase("command.wrong.no-path"))
    own = shelf_of(options)
    paths = [_path(word, own, voice) for word in options.paths]
    if not options.watch:
        return _check(paths, options, voice)
    watch(lambda: _watched(paths), lambda: _check(paths, options, voice), voice)
    return 0


def _watched(paths: list[Path]) -> Iterator[Path]:
    """Yield the levels that are checked, and those they could build on."""
    yield from levels.files([shelf.LEVELS, *paths])
    for path in paths:
        if not path.is_dir():
            yield from shelf.files_in(path.parent, _NEAR)


def _path(word: str, own: Shelf, voice: Voice) -> Path:
    path = path_named(word, own)
    if path is None:
        raise UsageError(voice.phrase("journal.missing", path=word))
    return path


def _check(paths: list[Path], options: Namespace, voice: Voice) -> int:
    examined = list(examine_paths(paths, shelf_of(options), mods_folder(options)))
    found = [complaint for level in examined for complaint in _wrong(level)]
    if options.play:
        found += _play(examined, options, voice)
    if options.prove:
        found += _prove(examined, options, voice)
    complaints = in_order(found)
    told = telling.tell(complaints, voice.language, options.format)
    if told:
        voice.data(told)
    if options.format == "text":
        voice.tell(telling.summary(complaints, voice.language))
    return 1 if errors(complaints) or (options.strict and complaints) else 0


def _wrong(examined: Examined) -> Iterator[Complaint]:
    yield from examined.complaints
    if examined.draft is not None:
        yield from strangers(examined.draft)


def _play(examined: list[Examined], options: Namespace, voice: Voice) -> list[Complaint]:
    """Let the levels that nothing is wrong with be played as their tests say; return the promises that were not kept."""
    from game.study import promises  # the market is loaded only if it is needed

    ready = {level.id: (found, level) for found, level in _sound(examined)}
    playable = [level for _, level in ready.values()]
    wanted = sum(len(promises.games(level)) for level in playable)
    played: dict[promises.Game, promises.Played] = {}
    for game, ended in promises.play_all(playable, options.jobs or os.cpu_count() or 1):
        played[game] = ended
        voice.progress("command.check-progress", len(played), wanted)
    broken: list[Complaint] = []
    for found, level in ready.values():
        for kept in promises.kept(level, played):
            if options.format == "text":
                _tell(kept, voice)
            if not kept.is_kept and found.draft is not None:
                broken.append(promises.complaint(found.draft, found.path, kept))
    return broken


def _prove(examined: list[Examined], options: Namespace, voice: Voice) -> list[Complaint]:
    """Let bots and plans play each level that nothing is wrong with; return what they found."""
    from game.commands.proving import prove

    return [
        complaint
        for found, level in _sound(examined)
        if found.draft is not None
        for complaint in prove(found.draft, level, options, voice)
    ]


def _sound(examined: list[Examined]) -> Iterator[tuple[Examined, Level]]:
    """Yield the levels that can be played and have no errors."""
    for found in examined:
        if found.level is not None and not found.is_part and not errors(_wrong(found)):
            yield found, found.level


def _tell(kept: "Kept", voice: Voice) -> None:
    """Say how one test came out."""
    voice.say(
        "command.check-kept" if kept.is_kept else "command.check-broken",
        level=kept.level,
        test=kept.promise.id,
        player=kept.promise.play,
        held=len(kept.held),
        worlds=kept.promise.seeds,
        share=kept.share,
    )
