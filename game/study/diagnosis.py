"""The diagnosis of a game that is over: which link was the weakest, and which decision mattered most; marked by replaying it.

Nobody's opinion is graded. The weakest link is the one that was weakest in most weeks as measured, and the decision is the one of
those offered without which the same world, with the same luck, would have ended most differently (`game.study.turning_points`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from agents.messages import Link
from game.play.notes import Note
from game.study.choices import Choice, Orders, by_weight
from game.study.progress import Progress
from game.study.recording import Recording
from game.study.turning_points import Explanation, TurningPoint, points_of, weakest_of
from game.world.level import Level

KIND = "diagnosis"
MOST_CHOICES = 4


@dataclass(frozen=True, slots=True)
class Quiz:
    """What there is to choose from; without a decision there is only the first question."""

    links: tuple[Link, ...]
    choices: tuple[Choice, ...]  # by week


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a player said."""

    link: Link
    choice: Choice | None


@dataclass(frozen=True, slots=True)
class Mark:
    """What was right: the weakest link, and the decision that mattered most of those offered, with its replay."""

    link: Link | None
    point: TurningPoint | None  # None where no decision offered changed anything: then no answer is wrong
    link_is_right: bool
    choice_is_right: bool

    @property
    def earns_star(self) -> bool:
        """Return whether the whole diagnosis is right."""
        return self.link_is_right and self.choice_is_right


def quiz_of(level: Level, orders: tuple[Orders, ...]) -> Quiz:
    """Return the questions about a game: the decisions that moved most for longest, by week."""
    heaviest = by_weight(level, orders)[:MOST_CHOICES]
    return Quiz(tuple(Link), tuple(sorted(heaviest, key=lambda c: (c.week, c.key))))


def mark(quiz: Quiz, said: Diagnosis, found: Explanation) -> Mark:
    """Return what is right about a diagnosis.

    Args:
        quiz: what could be chosen.
        said: what was chosen.
        found: the game, replayed without each decision.
    """
    return _marked(said, [point for point in found.points if point.choice in quiz.choices], found.weakest)


def marking(recording: Recording, quiz: Quiz, said: Diagnosis) -> Iterator[Progress[Mark]]:
    """Mark a diagnosis by replaying what was offered and nothing else; yield after each replay, with the mark after the last.

    Args:
        recording: the game, over, with the ring measured.
        quiz: what could be chosen.
        said: what was chosen.
    """
    points, of = [], len(quiz.choices) + 1
    for point in points_of(recording, quiz.choices):
        points.append(point)
        yield Progress(len(points), of)
    yield Progress(of, of, _marked(said, points, weakest_of(recording)))


def _marked(said: Diagnosis, offered: Sequence[TurningPoint], weakest: Link | None) -> Mark:
    best = max(offered, key=lambda point: abs(point.gain), default=None)
    if best is not None and best.gain == 0:
        best = None
    return Mark(
        link=weakest,
        point=best,
        link_is_right=weakest is None or said.link is weakest,
        choice_is_right=best is None or said.choice == best.choice,
    )


def written(said: Diagnosis, marked: Mark | None = None) -> dict[str, object]:
    """Return a diagnosis as a journal writes it, with its mark once it has one."""
    found: dict[str, object] = {"link": said.link.value}
    if said.choice is not None:
        found |= {"week": said.choice.week, "key": said.choice.key}
    if marked is not None:
        found |= {"link_right": marked.link_is_right, "choice_right": marked.choice_is_right}
    return found


SKIPPED: Mapping[str, object] = {"skipped": True}


def said_of(notes: Iterable[Note], quiz: Quiz) -> Diagnosis | None:
    """Return the diagnosis among the notes of a game, the last one; None if there is none or it was skipped."""
    for note in reversed(tuple(notes)):
        if note.kind == KIND and note.said.get("link") in {link.value for link in Link}:
            week, key = note.said.get("week"), note.said.get("key")
            choice = next((c for c in quiz.choices if (c.week, c.key) == (week, key)), None)
            return Diagnosis(Link(note.said["link"]), choice)
    return None


def is_asked(notes: Iterable[Note]) -> bool:
    """Return whether a game still waits for its diagnosis: it was neither given nor declined."""
    return not any(note.kind == KIND for note in notes)
