"""The command line: which command is meant, and what its end means to a shell.

Exit codes: 0 fine, 1 problems found, 2 wrong usage, 3 a fault of the game itself, with a report written. Commands are imported
when they are run, so that `--help` and `check` do not wait for Mesa or pygame.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from game.commands.arguments import COMMANDS, parser_of
from game.commands.problems import ProblemError, UsageError
from game.commands.voice import Voice, language_of
from game.content import telling
from game.content.complaints import LevelError, nearest

FINE, PROBLEMS, WRONG_USAGE, OWN_FAULT = 0, 1, 2, 3

_TAKES_VALUE = ("--lang", "--data-dir", "--mods")  # options that may stand before the command


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    voice = Voice(language_of(_value_of("--lang", arguments)))
    _speak_utf8()
    try:
        return _run(arguments, voice)
    except UsageError as wrong:
        voice.tell(str(wrong))
        voice.say("command.try-help")
        return WRONG_USAGE
    except ProblemError as wrong:
        voice.tell(str(wrong))
        return PROBLEMS
    except LevelError as broken:
        voice.tell(telling.tell(broken.complaints, voice.language))
        voice.tell(telling.summary(broken.complaints, voice.language))
        return PROBLEMS
    except KeyboardInterrupt:
        voice.say("command.stopped")
        return PROBLEMS
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except Exception as fault:
        from game.play import faults, saves

        data = saves.data_dir(_value_of("--data-dir", arguments))
        voice.say("command.own-fault", path=str(faults.write_report(data, fault, arguments)))
        return OWN_FAULT


def _run(arguments: list[str], voice: Voice) -> int:
    command, rest = _split(arguments, voice)
    parser = parser_of(command, voice.words)
    options = parser.read(rest)
    if options.help:
        voice.data(parser.format_help())
        return FINE
    if not command:
        if options.version:
            from game.play.records import VERSION

            voice.data(f"Deeplemma {VERSION}")
            return FINE
        command, options = "play", parser_of("play", voice.words).read(rest)
    code: int = _imported(command).main(options, voice)
    return code


def _imported(command: str) -> Any:
    """Return the module of a command. Nothing imported is ever garbage: looking for some meanwhile took a seventh of the start."""
    # It would open every package there is to look for some.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()
    try:
        return import_module(f"game.commands.{command.replace('-', '_')}")
    finally:
        gc.freeze()  # nor is it later
        gc.enable()


def _split(arguments: list[str], voice: Voice) -> tuple[str, list[str]]:
    """Return the command and everything else; a level or a journal alone is played."""
    skip = False
    for place, word in enumerate(arguments):
        if skip or word.startswith("-"):
            skip = not skip and word in _TAKES_VALUE
            continue
        if word in COMMANDS:
            return word, arguments[:place] + arguments[place + 1 :]
        if Path(word).suffix in (".yaml", ".yml", ".dljournal"):
            return "play", arguments
        raise UsageError(_no_command(word, voice))
    return "", arguments


def _no_command(word: str, voice: Voice) -> str:
    sentence = voice.phrase("command.wrong.command", word=word, known=", ".join(COMMANDS))
    near = nearest(word, COMMANDS)
    return f"{sentence} {voice.phrase('command.wrong.near', near=near)}" if near else sentence


def _value_of(name: str, arguments: Sequence[str]) -> str | None:
    """Return the value of an option before anything else is understood; complaints need the language."""
    for place, word in enumerate(arguments):
        if word == name:
            return arguments[place + 1] if place + 1 < len(arguments) else None
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
    return None


def _speak_utf8() -> None:
    """Write Korean to pipes and old consoles too; what a terminal cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
