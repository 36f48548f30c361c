"""Who plays: as the command line asks, or whoever played last on the screen."""

from argparse import Namespace
from dataclasses import replace

from game.commands.problems import UsageError
from game.commands.voice import Voice
from game.content.places import shown
from game.play import preferences
from game.play.assists import ASSISTS, NONE, Chosen, in_order
from game.play.profiles import Profile, ProfileError, Profiles
from game.play.saves import data_dir
from game.study import players_told


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


def chosen_of(options: Namespace, player: Profile, voice: Voice) -> Chosen:
    """Return difficulty and assists for a new game: as the command line asks, or as the player chose last.

    Raises:
        UsageError: there is no such assist.
    """
    chosen = preferences.read(player.settings_path).chosen
    if options.difficulty is not None:
        chosen = replace(chosen, difficulty=options.difficulty)
    if options.assists is None:
        return chosen
    wanted = [] if options.assists.strip() == NONE else [one.strip() for one in options.assists.split(",")]
    unknown = [one for one in wanted if one not in ASSISTS]
    if unknown:
        raise UsageError(
            voice.phrase("assists.unknown", name=unknown[0][:80], known=", ".join((*ASSISTS, NONE)))
        )
    return replace(chosen, assists=in_order(wanted))


def _said(wrong: ProfileError, profiles: Profiles, voice: Voice) -> str:
    known = ", ".join(players_told.name_of(voice.words, profile) for profile in profiles.all())
    return shown(players_told.fault(voice.words, wrong, known))
