"""Who plays: as the command line asks, or whoever played last on the screen."""

from argparse import Namespace

from game.commands.problems import UsageError
from game.commands.voice import Voice
from game.play.nicknames import LONGEST
from game.play.profiles import MOST, Profile, ProfileError, Profiles
from game.play.saves import data_dir


def player_of(options: Namespace, voice: Voice) -> Profile:
    """Return who plays. What the command line asks holds for this once; the screen goes on with whom it knows.

    Raises:
        UsageError: nobody has that name, or a new name will not do.
    """
    profiles = Profiles(data_dir(options.data_dir))
    if options.new_profile is not None:
        try:
            return profiles.add(options.new_profile)
        except ProfileError as wrong:
            raise UsageError(_said(wrong, profiles, voice)) from wrong
    if options.profile is None:
        return profiles.current
    if options.profile.strip() == voice.phrase("players.first"):
        return profiles.first
    found = profiles.named(options.profile)
    if found is None:
        raise UsageError(_said(ProfileError("unknown", options.profile[:80]), profiles, voice))
    return found


def name_of(profile: Profile, voice: Voice) -> str:
    """Return what a player is called."""
    return profile.name or voice.phrase("players.first")


def _said(wrong: ProfileError, profiles: Profiles, voice: Voice) -> str:
    known = ", ".join(name_of(profile, voice) for profile in profiles.all())
    most = MOST if wrong.code == "many" else LONGEST
    return voice.phrase(f"players.wrong.{wrong.code}", name=wrong.name, most=most, known=known)
