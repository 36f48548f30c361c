"""What can be written after `python main.py`: commands, options and their help, in the reader's language.

`argparse` splits the words; usage, headings, help and complaints come from the catalogue. Nothing heavy is imported here, so
`--help` answers at once.
"""

from collections.abc import Callable
from pathlib import Path

from game.commands.numbers import seeds, whole
from game.commands.parsing import Parser
from game.content.handicaps import DIFFICULTIES
from game.content.words import Words

COMMANDS = (
    "play",
    "run",
    "check",
    "mods",
    "upgrade",
    "explain",
    "new-level",
    "schema",
    "docs",
    "verify",
    "why",
    "what-if",
    "explain-play",
    "codex",
    "week",
    "replay",
    "desktop-entry",
    "advise",
    "predict",
    "luck",
)
USUAL_PARENT = "core/startup"  # what a new level builds on if nothing is said
MODS = ("list", "order", "conflicts", "on", "off")  # what `mods` can do
FORMS = ("text", "json", "github")


def parser_of(command: str, words: Words) -> Parser:
    """Return the parser of a command; of the whole game for the empty one."""
    parser = Parser(command, words)
    if command:
        _OWN[command](parser)
    else:
        parser.argument("command", nargs="?", metavar="|".join(COMMANDS))
    parser.option("--lang", choices=("ko", "en"))
    parser.option("--data-dir", metavar="DIR", type=Path)
    parser.option("--mods", metavar="DIR", type=Path)
    parser.option("-h", "--help", action="store_true")
    if not command:
        parser.option("--version", action="store_true")
    return parser


def _play(parser: Parser) -> None:
    parser.argument("level", nargs="?", metavar="LEVEL|FILE.dljournal")
    parser.option("--seed", type=whole(parser.words), metavar="N")
    parser.option("--text", action="store_true")
    parser.option("--profile", metavar="NAME")
    parser.option("--new-profile", metavar="NAME")
    parser.option("--difficulty", choices=DIFFICULTIES, metavar="|".join(DIFFICULTIES))
    parser.option("--assists", metavar="NAME,NAME|none")
    parser.option("--levels", type=Path, metavar="DIR|FILE")


def _run(parser: Parser) -> None:
    words = parser.words
    parser.argument("level", nargs="?", metavar="LEVEL")
    parser.option("--bot", action="append", metavar="NAME")
    parser.option("--seeds", type=seeds(words), metavar="N|A-B", default=range(1, 21))
    parser.option("--weekly", action="store_true")
    parser.option("--journals", type=Path, metavar="DIR")
    parser.option("-j", "--jobs", type=whole(words, 1), metavar="N")
    parser.option("-o", "--output", metavar="FILE.csv", default="-")
    parser.option("--after", type=Path, metavar="FILE.dljournal")
    parser.option("--week", type=whole(words), metavar="N")
    parser.option("--set", action="append", metavar="KEY=VALUE")
    parser.option("--levels", type=Path, metavar="DIR|FILE")


def _check(parser: Parser) -> None:
    parser.argument("paths", nargs="*", metavar="PATH")
    parser.option("--format", choices=FORMS, default="text", metavar="|".join(FORMS))
    parser.option("--strict", action="store_true")
    parser.option("--play", action="store_true")
    parser.option("--prove", action="store_true")
    parser.option("--worlds", type=whole(parser.words, 1), metavar="N")
    parser.option("--watch", action="store_true")
    parser.option("-j", "--jobs", type=whole(parser.words, 1), metavar="N")


def _mods(parser: Parser) -> None:
    parser.argument("what", nargs="?", default="list", metavar="|".join(MODS))
    parser.argument("ids", nargs="*", metavar="ID")
    parser.option("--format", choices=("text", "json"), default="text", metavar="text|json")


def _upgrade(parser: Parser) -> None:
    parser.argument("paths", nargs="*", metavar="PATH")
    parser.option("--dry-run", action="store_true")


def _explain(parser: Parser) -> None:
    parser.argument("what", nargs="?", metavar="LEVEL|values|effects|parameters|bots|icons|CODE|codex:ID")
    parser.argument("key", nargs="?", metavar="KEY")


def _codex(parser: Parser) -> None:
    parser.argument("what", nargs="*", metavar="ID|WORD")


def _new_level(parser: Parser) -> None:
    parser.argument("id", nargs="?", metavar="ID")
    parser.option("--from", dest="parent", metavar="LEVEL", default=USUAL_PARENT)
    parser.option("--full", action="store_true")
    parser.option("-o", "--output", type=Path, metavar="DIR|FILE", default=Path())


def _schema(parser: Parser) -> None:
    parser.option("--complete", action="store_true")
    parser.option("-o", "--output", type=Path, metavar="FILE|DIR")


def _docs(parser: Parser) -> None:
    parser.option("-o", "--output", type=Path, metavar="DIR")


def _verify(parser: Parser) -> None:
    parser.argument("files", nargs="*", metavar="FILE.dljournal")
    parser.option("--levels", type=Path, metavar="DIR|FILE")


def _why(parser: Parser) -> None:
    _about_a_game(parser)
    parser.option("--person", type=whole(parser.words), metavar="N")
    parser.option("--rival", metavar="ID")
    parser.option("--fund", metavar="ID")
    parser.option("--week", type=whole(parser.words), metavar="N")


def _what_if(parser: Parser) -> None:
    _about_a_game(parser)
    parser.option("--week", type=whole(parser.words), metavar="N")
    parser.option("--set", action="append", metavar="KEY=VALUE")
    parser.option("--drop", action="append", metavar="KEY")
    parser.option("--worlds", type=whole(parser.words), metavar="N", default=0)


def _explain_play(parser: Parser) -> None:
    _about_a_game(parser)
    parser.option("-j", "--jobs", type=whole(parser.words, 1), metavar="N")


def _week(parser: Parser) -> None:
    _about_a_game(parser)
    parser.option("--week", type=whole(parser.words), metavar="N")


def _desktop_entry(parser: Parser) -> None:
    parser.option("--remove", action="store_true")
    parser.option("--print", action="store_true")
    parser.option("-o", "--output", type=Path, metavar="DIR")


def _replay(parser: Parser) -> None:
    parser.argument("file", nargs="?", metavar="FILE.dljournal")
    parser.option("--text", action="store_true")
    parser.option("--levels", type=Path, metavar="DIR|FILE")


def _luck(parser: Parser) -> None:
    _about_a_game(parser)
    parser.option("--worlds", type=whole(parser.words, 2), metavar="N")
    parser.option("-j", "--jobs", type=whole(parser.words, 1), metavar="N")


def _advise(parser: Parser) -> None:
    _about_a_game(parser)
    parser.option("--week", type=whole(parser.words), metavar="N")
    parser.option("--worlds", type=whole(parser.words, 1), metavar="N")
    parser.option("-j", "--jobs", type=whole(parser.words, 1), metavar="N")


def _about_a_game(parser: Parser) -> None:
    parser.argument("file", nargs="?", metavar="FILE.dljournal")
    parser.option("--json", action="store_true")
    parser.option("--levels", type=Path, metavar="DIR|FILE")


_OWN: dict[str, Callable[[Parser], None]] = {
    "play": _play,
    "run": _run,
    "check": _check,
    "mods": _mods,
    "upgrade": _upgrade,
    "explain": _explain,
    "codex": _codex,
    "new-level": _new_level,
    "schema": _schema,
    "docs": _docs,
    "verify": _verify,
    "why": _why,
    "what-if": _what_if,
    "explain-play": _explain_play,
    "week": _week,
    "advise": _advise,
    "predict": _about_a_game,
    "luck": _luck,
    "replay": _replay,
    "desktop-entry": _desktop_entry,
}
