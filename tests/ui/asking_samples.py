"""The scenes that answer questions about a game, as they look once everything asked for has come."""

from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from game.study import compared as study
from game.study.changes import events_met
from game.study.choices import Edit, EditError, Part, choices_of, orders_of, without
from game.study.deletions import Deletions
from game.study.moved import what_moved
from game.study.movers import Way, movers
from game.study.progress import Progress, answer
from game.study.subjects import Subject, Who, told_by
from game.study.turning_points import Chance, Explanation, TurningPoint, end_of
from game.study.whatif import elsewhere
from game.study.why import NobodyError, Person
from game.ui.inquiry import Asked, Inquiry
from game.ui.scenes.ending import Ended, Told
from game.ui.scenes.what_if import WhatIfPage
from game.ui.scenes.why import Why
from game.world.report import Ending, Outcome
from tests.ui import games_for_tests as games

LONG_S = 60.0


class Patient(Inquiry):
    """Begins nothing that takes other processes: scenes that want it are shown waiting, or what came of it is put in."""

    def ask_apart(self, question):
        return Asked(iter(()))


@lru_cache
def inquiry(name="the-loop", weeks=78, seed=5):
    """Questions about a sample game, one for all scenes of it."""
    return Patient(games.played(name, weeks, seed))


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


def several(house, look):
    """Three things otherwise at once: a lever set, another left out, and a card that never came."""
    scene = WhatIfPage(house, look, games.level("the-loop"), inquiry())
    met = events_met(inquiry().past.reports)
    week = made("ux_won").week
    edits = [Edit(week, "ux_won", 9_000_000), without(made("marketing_won")), *map(without, met[:1])]
    scene.choice = made("ux_won")
    scene.edits = tuple(sorted(edits, key=lambda edit: edit.week))
    scene.draft, scene.both = scene._decided(), both()
    scene._visit(scene.choice)
    return answered(scene, "_visiting")


def met(house, look):
    """An event about to be left out, or answered after all."""
    scene = answered(WhatIfPage(house, look, games.level("the-loop"), inquiry()), "_visiting")
    event = next((one for one in scene.made if one.part is Part.EVENT), None)
    if event is not None:
        scene._choose(event)
    return answered(scene, "_visiting")


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


def lost_seeking(house, look):
    """The end while the turning points are being looked for."""
    game = games.played("the-loop", 78, 5)
    scene = Ended(house, look, Told(game.level, game.view(), game.seed), inquiry())
    scene.turning._asked.done, scene.turning._asked.of = 21, 48
    scene.turning.hear()
    return scene


def lost_explained(house, look):
    """The end with its turning points."""
    scene = lost_seeking(house, look)
    scene.turning.stop()
    scene.turning.found = explained()
    scene._is_old = True
    scene.update(0.0)
    return scene


def lost_listed(house, look):
    """The list of all turning points."""
    scene = lost_explained(house, look)
    scene.open(scene.turning.sheet(house.words), lambda _: None)
    return scene


@lru_cache
def explained():
    """What might have decided the sample game: its own decisions with ends made up, so that no game need be replayed."""
    level, past, actual = games.level("the-loop"), inquiry().past, end_of(recording())
    choices = choices_of(level.start.decision, orders_of(level.start.decision, past.decisions))[:5]
    ends = [
        Ending(Outcome.WON, "goals-met", 70), Ending(Outcome.LOST, "out-of-cash", 58), Ending(Outcome.TIME, "out-of-time", 78),
        Ending(Outcome.LOST, "out-of-cash", 71), Ending(Outcome.LOST, "out-of-cash", 62),
    ]  # fmt: skip
    points = tuple(
        TurningPoint(choice, replace(actual, ending=end, week=end.week, users=_other(actual.users, choice, i)),
                     -0.9 if i == 0 else 0.4 - 0.3 * i, 2 if i == 1 else 0)
        for i, (choice, end) in enumerate(zip(choices, ends, strict=True))
    )  # fmt: skip
    tried = ("break-all", "break-data", "break-users", "break-performance")
    chances = tuple(Chance(week, tried, tried[: 3 - i]) for i, week in enumerate(range(0, 65, 13)) if i < 4)
    links = tuple(report.ring.weakest for report in past.reports)
    return Explanation(actual, points, 3, chances, 26, links, links[-1])


def _other(users, choice, number):
    return tuple(value * (0.6 + 0.3 * number) for value in users[choice.week - 1 :])
