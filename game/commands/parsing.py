"""An `argparse` parser that speaks the reader's language: usage, headings, help and complaints come from the catalogue."""

import argparse
import os
from collections.abc import Sequence
from typing import NoReturn

from game.commands.problems import UsageError
from game.content.complaints import nearest
from game.content.words import Words

_WIDTH = {"en": 96, "ko": 72}  # characters of a line of help; Hangul is twice as wide


class Parser(argparse.ArgumentParser):
    """An `argparse` parser that speaks the reader's language and never ends the process."""

    def __init__(self, command: str, words: Words) -> None:
        self.command = command
        self.words = words
        width = min(_WIDTH[words.language], int(os.environ.get("COLUMNS") or 120))
        super().__init__(
            prog=f"python main.py {command}".rstrip(),
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
            formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, 2, 30, width),
        )
        self.arguments = self.add_argument_group()
        self.options = self.add_argument_group()
        self._described: list[tuple[argparse.Action, str]] = []

    def argument(self, name: str, **settings: object) -> None:
        """Add what is written without dashes."""
        self._described.append((self.arguments.add_argument(name, **settings), name))  # type: ignore[arg-type]

    def option(self, *names: str, **settings: object) -> None:
        """Add what begins with dashes."""
        self._described.append((self.options.add_argument(*names, **settings), names[-1]))  # type: ignore[arg-type]

    def _help(self, name: str) -> str:
        name = name.lstrip("-")
        own = f"command.help.{self.command}.{name}"
        return self.words.say(own if self.words.has(own) else f"command.help.{name}").replace("%", "%%")

    def format_help(self) -> str:
        """Return usage, what the command does, its arguments and options, and two examples."""
        about = f"command.{self.command or 'overview'}"
        for action, name in self._described:  # said only now: most commands never say it
            action.help = self._help(name)
        formatter = self._get_formatter()
        formatter.add_text(self.words.say(f"{about}.about"))
        for group, title in ((self.arguments, "arguments"), (self.options, "options")):
            formatter.start_section(self.words.say(f"command.{title}"))
            formatter.add_arguments(group._group_actions)  # noqa: SLF001 - argparse offers no other way to list a group
            formatter.end_section()
        examples = self.words.say(f"{about}.examples").rstrip()
        formatter.add_text(f"{self.words.say('command.examples')}\n{examples}")
        return f"{self.format_usage()}\n{formatter.format_help()}"

    def format_usage(self) -> str:
        """Return the usage line."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, [], prefix=f"{self.words.say('command.usage')} ")
        return formatter.format_help()

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print before it ends the process."""
        raise UsageError(self.words.say("command.wrong.other", said=message))

    def read(self, argv: Sequence[str]) -> argparse.Namespace:
        """Return what the words mean.

        Raises:
            UsageError: they mean nothing.
        """
        try:
            found, rest = self.parse_known_args(list(argv))
        except argparse.ArgumentError as wrong:
            raise UsageError(self._wrong(wrong)) from wrong
        if rest:
            raise UsageError(self._unknown(rest[0]))
        return found

    def _wrong(self, wrong: argparse.ArgumentError) -> str:
        name = wrong.argument_name or ""
        if wrong.message.startswith("expected "):
            return self.words.say("command.wrong.value-missing", name=name)
        if isinstance(wrong.__context__, argparse.ArgumentTypeError):
            return f"{name}: {wrong.message}"
        if "invalid choice" in wrong.message:
            return self.words.say("command.wrong.choice", name=name)
        return self.words.say("command.wrong.other", said=f"{name} {wrong.message}")

    def _unknown(self, word: str) -> str:
        key = "option" if word.startswith("-") else "word"
        sentence = self.words.say(f"command.wrong.{key}", word=word)
        known = tuple(name for action in self._actions for name in action.option_strings)
        near = nearest(word.split("=")[0], known) if key == "option" else None
        return f"{sentence} {self.words.say('command.wrong.near', near=near)}" if near else sentence
