"""What pointing at the pictures does: a person opens a card, an arrow of the loop shows the people behind it."""

from typing import TYPE_CHECKING

from game.study.subjects import Subject, Who
from game.ui.gatherings import Firm, Named, Person
from game.ui.readings import crowd
from game.ui.widgets import Act
from game.world.report import MarketView

if TYPE_CHECKING:
    from game.ui.scenes.desk import Desk

USERS_TO_DATA, DATA_TO_MODEL = 0, 1  # arrows of the loop; the third leads from the model back to users


def pick(desk: "Desk", act: Act) -> None:
    """Show the card of a person, or of somebody of a company picked by the keyboard; the story follows when it is known."""
    picked, view = act.value, desk.session.scenery.view
    if isinstance(picked, Named):
        ask_firm(desk, picked.index)
        return
    row = row_of(view, picked)
    if row is not None:
        desk.room.market.show_person(row, None)
        desk.session.look_up(row)


def row_of(view: MarketView, picked: object) -> int | None:
    """Return the person picked: by the pointer, or somebody of a company picked by the keyboard; None if there is nobody."""
    if isinstance(picked, Firm):
        return crowd.somebody(view, picked.index)
    return picked.row if isinstance(picked, Person) else None


def ask_firm(desk: "Desk", firm: int) -> None:
    """Ask a rival why it did what it did last; of the player's own company, anybody who left."""
    rivals = desk.session.level.rivals
    asked = Subject(Who.RIVAL, rivals[firm - 1].id) if 1 <= firm <= len(rivals) else None
    desk.look_into(lambda at: at.doors.why(at, asked))


def ask_person(desk: "Desk") -> None:
    """Ask the person whose card is open."""
    row = desk.room.market.row
    if row is not None:
        desk.look_into(lambda at: at.doors.why(at, Subject.person(row + 1)))


def follow_arrow(desk: "Desk", act: Act) -> None:
    """Show who is behind an arrow: users behind data, those who came or went behind users; the model's data are on their tab."""
    desk.room.market.close_person()
    if act.value == DATA_TO_MODEL:
        desk.turn("data")
        return
    view = desk.session.scenery.view
    people = crowd.users(view) if act.value == USERS_TO_DATA else crowd.movers(view)
    desk.room.turn_to("market")
    desk.room.market.light(people if len(people) else None)
    desk.unsettle()
