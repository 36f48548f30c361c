"""Luck or skill, in words: screen and terminal say the same."""

from collections.abc import Iterator

from game.content.words import Words
from game.study.fortune import Fortune

LUCKY, UNLUCKY = 0.8, 0.2  # shares of the worlds beyond which a game was luckier, or less lucky, than most


def headline(words: Words, found: Fortune) -> str:
    """Return how often the decisions win, and where this game lies among the worlds."""
    won = words.say(
        "luck.won", wins=found.wins, worlds=len(found.ends), share=found.wins / max(1, len(found.ends))
    )
    return f"{won} {placed(words, found)} {words.say('luck.by-users', share=found.users_rank)}"


def placed(words: Words, found: Fortune) -> str:
    """Return where the game lies, and what that says about it."""
    key = "lucky" if found.luck > LUCKY else "unlucky" if found.luck < UNLUCKY else "usual"
    return words.say(f"luck.{key}", share=found.luck, rest=1 - found.luck)


def notes(words: Words, found: Fortune) -> Iterator[str]:
    """Yield what must be known to read the figures rightly: what was skipped, and what was made smaller."""
    if found.skipped:
        yield words.say(
            "luck.skipped", n=found.skipped, of=found.orders * len(found.ends), worlds=found.worlds_with_skips
        )
    else:
        yield words.say("luck.nothing-skipped")
    if found.has_fewer:
        yield words.say("luck.fewer", agents=found.agents)
    if found.until is not None:
        yield words.say("luck.until", week=found.until)


def lines(words: Words, found: Fortune) -> Iterator[str]:
    """Yield it all as a terminal prints it, with a histogram of the users at the end."""
    yield words.say("luck.title", worlds=len(found.ends))
    yield headline(words, found)
    yield ""
    yield words.say("luck.users")
    most = max(count for _, _, count in found.histogram)
    for low, high, count in found.histogram:
        is_here = low <= found.actual.users < high or found.actual.users == high == found.histogram[-1][1]
        bar = "█" * round(40 * count / max(1, most))
        mark = words.say("luck.here") if is_here else ""
        yield words.say("luck.bin", low=round(low), high=round(high), bar=bar, n=count, mark=mark).rstrip()
    yield ""
    yield from notes(words, found)
