"""The diagnosis in a terminal: after the end, which link was the weakest and which decision mattered most, marked by replays.

Said, marked and kept as on the screen; a right one is a star.
"""

from collections.abc import Iterator
from typing import TypeVar

from game.commands.settings import SettingError, Vocabulary
from game.commands.told import awaited
from game.commands.voice import Voice
from game.play.playthrough import Playthrough
from game.study import diagnosis, wording
from game.study.choices import orders_of
from game.study.diagnosis import Diagnosis, Mark, Quiz
from game.study.recording import Recording

Answer = TypeVar("Answer")


def is_due(game: Playthrough) -> bool:
    """Return whether a game that is over still waits for its diagnosis."""
    return game.is_over and diagnosis.is_asked(game.notes)


def question(game: Playthrough, voice: Voice) -> Iterator[str]:
    """Ask both questions with their answers by number; nothing where nothing is asked."""
    if not is_due(game):
        return
    say, quiz = voice.phrase, quiz_of(game)
    yield ""
    yield f"== {say('diagnosis.title')}"
    yield say("diagnosis.link")
    for number, link in enumerate(quiz.links, start=1):
        yield say("text.diagnose.answer", number=number, what=say(f"text.link.{link.value}"))
    if quiz.choices:
        yield say("diagnosis.choice")
    for number, choice in enumerate(quiz.choices, start=1):
        what = wording.choice(voice.words, game.level, choice)
        yield say("text.diagnose.answer", number=number, what=what)
    yield say("text.diagnose.how" if quiz.choices else "text.diagnose.how-link")
    yield say("diagnosis.note")


def quiz_of(game: Playthrough) -> Quiz:
    """Return what there is to choose from, as the screen offers it."""
    return diagnosis.quiz_of(game.level, orders_of(game.level.start.decision, game.decisions))


def diagnose(game: Playthrough, typed: list[str], voice: Voice, vocabulary: Vocabulary) -> Iterator[str]:
    """Keep a diagnosis, mark it, keep the mark, and tell what was right.

    Raises:
        SettingError: nothing is asked, or what was typed is no answer.
    """
    if not is_due(game):
        raise SettingError("text.diagnose.none")
    quiz = quiz_of(game)
    said = _said(quiz, typed, vocabulary)
    game.note(diagnosis.KIND, diagnosis.written(said))
    mark = awaited(diagnosis.marking(Recording.of(game), quiz, said), voice)
    game.note(diagnosis.KIND, diagnosis.written(said, mark))
    yield from _told(game, quiz, said, mark, voice)


def decline(game: Playthrough) -> None:
    """Keep that the player would rather just see."""
    if is_due(game):
        game.note(diagnosis.KIND, diagnosis.SKIPPED)


def _said(quiz: Quiz, typed: list[str], vocabulary: Vocabulary) -> Diagnosis:
    wanted = 2 if quiz.choices else 1
    if len(typed) != wanted:
        raise SettingError("text.diagnose.form", word=" ".join(typed))
    link = vocabulary.link(typed[0]) or _picked(quiz.links, typed[0])
    return Diagnosis(link, _picked(quiz.choices, typed[1]) if quiz.choices else None)


def _picked(answers: tuple[Answer, ...], word: str) -> Answer:
    if not word.isdecimal() or not 1 <= int(word[:6]) <= len(answers):
        raise SettingError("text.diagnose.form", word=word)
    return answers[int(word) - 1]


def _told(game: Playthrough, quiz: Quiz, said: Diagnosis, mark: Mark, voice: Voice) -> Iterator[str]:
    say = voice.phrase
    if mark.link is not None:
        link, guess = (say(f"text.link.{one.value}") for one in (mark.link, said.link))
        yield say(f"diagnosis.link-{'right' if mark.link_is_right else 'wrong'}", link=link, said=guess)
    if mark.point is not None:
        what = wording.choice(voice.words, game.level, mark.point.choice)
        yield say(f"diagnosis.choice-{'right' if mark.choice_is_right else 'wrong'}", what=what)
    elif quiz.choices:
        yield say("diagnosis.choice-free")
    yield say("diagnosis.star" if mark.earns_star else "diagnosis.no-star")
