"""Whom one can ask why: a person, a rival or an investor, and what each has to say after a week."""

from dataclasses import dataclass
from enum import Enum

from game.study.others import Fund, Rival, why_fund, why_rival
from game.study.recording import Recording
from game.study.why import Person, why


class Who(Enum):
    """What kind of somebody is asked."""

    PERSON = "person"
    RIVAL = "rival"
    FUND = "fund"


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody to ask: a person's number, or the id of a rival or an investor."""

    who: Who
    id: str

    @staticmethod
    def person(number: int) -> "Subject":
        """Return the person of a number."""
        return Subject(Who.PERSON, str(number))

    @property
    def number(self) -> int:
        """Return a person's number; 0 for anybody else."""
        return int(self.id) if self.who is Who.PERSON else 0


Told = Person | Rival | Fund


def told_by(recording: Recording, subject: Subject, week: int) -> Told:
    """Return what somebody has to say after a week.

    Raises:
        NobodyError: there is no such somebody or week, or nobody had been asked by then.
    """
    if subject.who is Who.RIVAL:
        return why_rival(recording, subject.id, week)
    if subject.who is Who.FUND:
        return why_fund(recording, subject.id, week)
    return why(recording, subject.number, week)
