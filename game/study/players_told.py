"""Players in words: what they are called, and why one cannot be taken in, renamed or found."""

from game.content.words import Words
from game.play.nicknames import LONGEST
from game.play.profiles import MOST, Profile, ProfileError


def name_of(words: Words, player: Profile) -> str:
    """Return what a player is called; the first one may have no name yet."""
    return player.name or words.say("players.first")


def fault(words: Words, wrong: ProfileError, known: str = "") -> str:
    """Return what is wrong, in a sentence; `known` names the players there are, where that helps."""
    most = MOST if wrong.code == "many" else LONGEST
    return words.say(f"players.wrong.{wrong.code}", name=wrong.name, most=most, known=known)
