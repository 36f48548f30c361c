"""The scenes that answer questions about a game, as they look once everything asked for has come."""

from contextlib import suppress
from functools import lru_cache

from game.study import compared as study
from game.study.choices import EditError, choices_of, orders_of, without
from game.study.deletions import Deletions
from game.study.moved import what_moved
from game.study.movers import Way, movers
from game.study.progress import Progress, answer
from game.study.subjects import Subject, Who, told_by
from game.study.whatif import elsewhere
from game.study.why import NobodyError, Person
from game.ui.inquiry import Asked, Inquiry
from game.ui.scenes.what_if import WhatIfPage
from game.ui.scenes.why import Why
from tests.ui import games_for_tests as games

LONG_S = 60.0


@lru_cache
def inquiry(name="the-loop", weeks=78, seed=5):
    """Questions about a sample game, one for all scenes of it."""
    return Inquiry(games.played(name, weeks, seed))


def answered(scene, *names):
    """A scene whose questions have been answered, each named by the attribute that holds it."""
    for _ in range(4):
        for name in names:
            asked = getattr(scene, name)
            if asked is not None:
                with suppress(NobodyError, EditError):
                    asked.answer(LONG_S)
        scene.update(0.0)
    return scene


def asked_why(house, look, subject, week):
    """A scene that has answered everything; what takes long is taken from a shelf."""
    scene = Why(house, look, games.level("the-loop"), inquiry(), subject, week)
    scene._drop()
    scene._listing.drop()
    scene._listing = None
    scene.moving = moving(week)
    answer = told(subject, week)
    if isinstance(answer, NobodyError):
        scene.trouble = answer
    else:
        scene.found = (subject, week, answer)
        scene.moved = origins(subject, week) if isinstance(answer, Person) else None
    scene.show()
    return scene


@lru_cache
def recording():
    """The sample game, recorded."""
    return inquiry().ask(lambda r: iter([Progress(1, 1, r)])).answer(LONG_S)


@lru_cache
def moving(week):
    return movers(recording(), week)


@lru_cache
def told(subject, week):
    try:
        return told_by(recording(), subject, week)
    except NobodyError as nobody:
        return nobody


@lru_cache
def origins(subject, week):
    return answer(what_moved(Deletions(recording()), told(subject, week).choice))


LEFT_WEEK = 20


def who_left(week=LEFT_WEEK):
    """Somebody who left for a reason with a name."""
    return next(m.person for m in moving(week) if m.way is Way.LEFT and m.why.startswith("term"))


def left(house, look):
    """Somebody who left, with all there is to say."""
    return asked_why(house, look, Subject.person(who_left()), LEFT_WEEK)


def seeking(house, look):
    """The same while the replays are under way."""
    scene = left(house, look)
    scene.moved, scene._moving = None, Asked(iter(()))
    scene._moving.done, scene._moving.of = 11, 33
    scene.show()
    return scene


def rival(house, look):
    return asked_why(house, look, Subject(Who.RIVAL, games.level("the-loop").rivals[0].id), 20)


def nobody(house, look):
    return asked_why(house, look, Subject.person(0), 12)


def compared(house, look):
    """Both futures, with other worlds tried."""
    scene = WhatIfPage(house, look, games.level("the-loop"), inquiry())
    answered(scene, "_visiting")
    scene.choice, scene.both, scene.others = made("ux_won"), both(), tried()
    scene.edits, scene.draft = both().found.edits, scene._decided()
    scene.show()
    return scene


@lru_cache
def both():
    return answer(study.compared(recording(), [without(made("ux_won"))]))


@lru_cache
def tried():
    """Three worlds, shown as many."""
    return answer(elsewhere(recording(), [without(made("ux_won"))], 3)) * 6


def changing(house, look):
    """A decision about to be changed, in a window just opened."""
    return answered(WhatIfPage(house, look, games.level("the-loop"), inquiry()), "_visiting")


@lru_cache
def made(key):
    """The first decision about a lever in the sample game."""
    level, past = games.level("the-loop"), inquiry().past
    found = choices_of(level.start.decision, orders_of(level.start.decision, past.decisions))
    return next(choice for choice in found if choice.key == key)
