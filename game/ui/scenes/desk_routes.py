"""What the desk's own buttons and keys mean: who reported, and what the desk then does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.ui.scene import Command
from game.ui.scenes.desk_pointing import ask_person, follow_arrow, pick
from game.ui.widgets import Act

if TYPE_CHECKING:
    from game.ui.scenes.desk import Desk

Route = Callable[[Act], Command | None]


def routes(desk: "Desk") -> dict[str, Route]:
    """Return what each of them does, by id; all else is a lever, a speed or something that waits."""
    return {
        "apply": lambda _: desk.run_or_pause(),
        "speed.pause": lambda _: desk.pause(),
        "undo": lambda _: desk.undo(),
        "tabs": lambda act: desk.turn(str(act.value)),
        "pages.main": lambda _: desk.unsettle(),
        "lens": lambda act: desk.room.market.look_through(str(act.value)),
        "trends.range": lambda act: desk.room.trends.turn_to(str(act.value), desk.session.scenery.view),
        "people": lambda act: pick(desk, act),
        "person.why": lambda _: ask_person(desk),
        "why": lambda _: desk.look_into(lambda at: at.doors.why(at, None)),
        "forecast": lambda _: desk.fan.toggle(),
        "whatif": lambda _: desk.look_into(desk.doors.what_if),
        "person.close": lambda _: desk.room.market.close_person(),
        "ring": lambda act: follow_arrow(desk, act),
        "news.all": lambda _: desk.asking.all_news(),
        "report": lambda _: desk.asking.month(),
        "views": lambda _: desk.look_into(desk.doors.views),
        "advice": lambda _: desk.look_into(desk.doors.advice),
        "hint": lambda _: desk.look_into(desk.doors.hint),
        "back": lambda _: desk.look_into(desk.doors.back),
        "menu": lambda _: desk.leave(desk.doors.menu),
        "help": lambda _: desk.leave(desk.doors.help),
    }
