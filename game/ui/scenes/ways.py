"""How one comes from scene to scene. The world and the desk are imported here, late, so that the first picture need not wait.

A way is a command for the window. What takes time (reading levels, playing a saved game again) happens beside a scene that waits.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.content.figures import Language
from game.play.assists import Chosen
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.look import Look
from game.ui.scene import Command, Go, Restyle, Scene

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough
    from game.play.profiles import Profile
    from game.ui.library import Library
    from game.ui.scenes.desk import Desk
    from game.ui.session import Session
    from game.world.level import Level

Making = Callable[[Look], Scene]


def is_escape(key: Key) -> bool:
    """Return whether a key asks to leave."""
    return key.code == pygame.K_ESCAPE


def speak(house: House, language: str) -> Restyle:
    """Change the language and remember it."""
    spoken: Language = "ko" if language == "ko" else "en"
    return house.prefer(replace(house.preferences, language=spoken))


# ---- scenes that need nothing


def settings(house: House) -> Command:
    """Show the settings."""
    from game.ui.scenes.settings import Settings

    return Go(lambda look: Settings(house, look))


def codex(house: House, page: str = "") -> Command:
    """Show the codex, at a page if one is named."""
    from game.ui.scenes.codex import CodexScene

    return Go(lambda look: CodexScene(house, look, page))


def keys(house: House, below: Scene) -> Command:
    """Show the keys over another scene."""
    from game.ui.scenes.help import Help

    return Go(lambda look: Help(house, look, below))


def players(house: House) -> Command:
    """Show who can play."""
    from game.ui.scenes.players import Players

    return Go(lambda look: Players(house, look))


def switch(house: House, player: "Profile") -> Command:
    """Let somebody else play, and show their title."""
    house.leave()
    restyled = house.switch(player)
    return home(house, lambda: restyled)


def saves(house: House) -> Command:
    """Show every saved game."""
    return after_reading(house, lambda _: _saves(house))


def _saves(house: House) -> Making:
    from game.ui.scenes.saved import Saved

    return lambda look: Saved(house, look)


def levels(house: House, chosen: str = "") -> Command:
    """Show the campaign, with a level chosen."""
    return after_reading(house, lambda _: _levels(house, chosen))


def _levels(house: House, chosen: str) -> Making:
    from game.ui.scenes.levels import Levels

    return lambda look: Levels(house, look, chosen)


# ---- scenes that wait for something


def after_reading(house: House, make: Callable[["Library"], Making]) -> Command:
    """Go to a scene that needs the levels: at once if they are read, else by way of a scene that waits."""
    library = house.library
    if library is not None:
        return Go(make(library))
    return _waiting(house, lambda: make(_read(house)))


def _read(house: House) -> "Library":
    assert house.loading is not None, "the levels are read by the window's loader"
    library: Library = house.loading.result()
    return library


def new_game(house: House) -> Command:
    """Open the level to play next, in a new world."""
    return after_reading(house, lambda library: _next_opening(house, library))


def _next_opening(house: House, library: "Library") -> Making:
    from game.play import campaign

    found = campaign.next_level(library.standings(house.saves.all()))
    entry = library.entry(found.level) if found else None
    if entry is None or entry.level is None:
        return _levels(house, "")
    return opening(house, entry.level)


def opening(house: House, level: "Level", seed: int | None = None) -> Making:
    """Return the opening of a level as it is written, in a world of this number or a new one."""
    from game.ui.scenes.opening import Opening

    number = house.new_seed() if seed is None else seed
    return lambda look: Opening(house, look, level, number)


def home(house: House, onward: Callable[[], Command] | None = None) -> Command:
    """Show the title, alone; `onward` goes on from there before it is seen."""
    from game.ui.scenes.title import Title

    return Go(lambda look: Title(house, look, onward), alone=True)


def out(house: House, onward: Callable[[], Command] | None = None) -> Command:
    """Leave the game that is open, and go home."""
    house.leave()
    return home(house, onward)


def begin(house: House, how: "Callable[[], tuple[Level, Chosen]]", seed: int) -> Command:
    """Begin a level in a new file; `how` gives it as it is to be played and what was chosen, and may take its time."""

    def make() -> Making:
        from game.play.playthrough import Playthrough
        from game.ui.session import Session

        house.leave()
        given, chosen = how()
        path = house.saves.free_path(given.id)
        game = Playthrough.new(given, seed, path, player=house.player.name, difficulty=chosen.difficulty,
                               assists=chosen.written)  # fmt: skip
        house.enter(Session(game))
        return desk(house)

    return home(house, lambda: _waiting(house, make))


def begin_again(house: House, session: "Session") -> Command:
    """Begin a game that is or was played from its start once more, in the same world and in the same way."""
    game = session.game
    given, chosen = game.given, Chosen(game.header.difficulty, game.assists)
    return begin(house, lambda: (given, chosen), game.seed)


def go_on(house: House, path: Path) -> Command:
    """Go on with a saved game where it stopped; one that is over shows its end."""

    def make() -> Making:
        from game.play.playthrough import Playthrough
        from game.ui.session import Session

        house.leave()
        library = _read(house)
        session = house.enter(Session(Playthrough.open(path, library.level)))
        return ending(house) if session.game.is_over else desk(house)

    return home(house, lambda: _waiting(house, make))


def watch(house: House, path: Path) -> Command:
    """Watch a recorded game as a film, over what is shown now."""

    def make() -> Making:
        from game.ui.scenes.film import Film, recorded

        recording, header = recorded(house, path)
        return lambda look: Film(house, look, recording, header)

    return _waiting(house, make)


def again_from(house: House, week: int) -> Command:
    """Go back to a week of the game that is open, in a new file; the one it came from stays."""
    return _earlier(house, lambda game, path: game.rewind(week, path))


def take_back(house: House) -> Command:
    """Go back to before the last week of the game that is open, in a new file that says so."""
    return _earlier(house, lambda game, path: game.take_back(path))


def _earlier(house: House, turn: "Callable[[Playthrough, Path], Playthrough]") -> Command:
    def make() -> Making:
        from game.ui.session import Session

        session = house.session
        assert session is not None, "there is no game to go back in"
        session.rest()
        house.enter(Session(turn(session.game, house.saves.free_path(session.level.id))))
        return desk(house)

    return home(house, lambda: _waiting(house, make))


def _waiting(house: House, make: Callable[[], Making]) -> Command:
    from game.ui.scenes.loading import Loading

    return Go(lambda look: Loading(house, look, make))


# ---- the desk and what leads from it


def desk(house: House) -> Making:
    """Return the desk of the game that is open."""
    from game.ui.scenes import behind, questions
    from game.ui.scenes.desk import Desk, Doors
    from game.ui.scenes.menu import Menu

    session = house.session
    assert session is not None, "there is no game to play"
    doors = Doors(
        menu=lambda at: Go(lambda look: Menu(house, look, at)),
        help=lambda at: keys(house, at),
        over=lambda _: Go(ending(house), replace=True),
        views=lambda at: behind.week_views(house, at),
        advice=lambda at: behind.advice(house, at),
        sketch=lambda at: behind.sketch(house, at),
        codex=lambda _, page: codex(house, page),
        lead=house.lead,
        hint=lambda at: behind.hints(house, at),
        back=lambda at: behind.back(house, at),
        why=lambda at, subject: questions.why(house, at.session.level, house.inquiry, subject),
        fan=lambda at: questions.fan(house.inquiry, None if at.refusals else at.draft.decision),
        what_if=lambda at: questions.what_if(house, at.session.level, house.inquiry),
        sound=house.speaker.play,
        cap=lambda action: house.keymap.cap(action),
    )

    def made(look: Look) -> "Desk":
        desk = Desk(session, house.words, look, doors, pauses=behind.pauses(house, session))
        desk.clock.ease = behind.ease_of(session)
        return desk

    return made


def ending(house: House) -> Making:
    """Return the end of the game that is open; before it tells why, the player is asked."""
    from game.study import diagnosis
    from game.study.choices import orders_of
    from game.ui.readings.ending import verdict
    from game.ui.scenes.diagnosing import Diagnosing
    from game.ui.scenes.ending import Ended, told_of

    assert house.session is not None, "there is no game that could be over"
    session, told, inquiry = house.session, told_of(house.session), house.inquiry

    def telling(look: Look) -> Scene:
        return Ended(house, look, told, inquiry)

    if not diagnosis.is_asked(session.game.notes):
        return telling
    orders = orders_of(told.level.start.decision, session.scenery.decisions)
    quiz = diagnosis.quiz_of(told.level, orders)
    return lambda look: Diagnosing(
        house,
        look,
        told.level,
        quiz,
        lambda said: session.keep(diagnosis.KIND, said),
        telling,
        verdict(told.view.ending),
    )
