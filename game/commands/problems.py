"""What ends a command early, told in one place, `game.commands.cli`."""


class UsageError(Exception):
    """The command line cannot be understood; the sentence is in the reader's language."""


class ProblemError(Exception):
    """What was asked for cannot be done; the sentence is in the reader's language."""
