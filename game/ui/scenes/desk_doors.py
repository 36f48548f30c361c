"""Where the desk leads. It knows no other scene; whoever opens it says what lies behind each door."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.ui.inputs import Input, Key
from game.ui.keys import is_help
from game.ui.scene import Back, Command
from game.ui.sound import Sound
from game.ui.tips import Leads, nowhere
from game.ui.widgets import Act, Deed

if TYPE_CHECKING:
    from game.study.forecast import Fan
    from game.study.subjects import Subject
    from game.ui.inquiry import Asked
    from game.ui.scenes.desk import Desk

Door = Callable[["Desk"], Command | None]


@dataclass(frozen=True)
class Doors:
    """Where the desk leads: each is asked with the desk and may name a scene; the title's wiring fills them."""

    menu: Callable[["Desk"], Command | None] = field(default=lambda _: Back())
    help: Callable[["Desk"], Command | None] = field(default=lambda _: None)
    advice: Door = field(default=lambda _: None)
    hint: Door = field(default=lambda _: None)
    back: Door = field(default=lambda _: None)  # before the last week
    sketch: Door = field(default=lambda _: None)
    views: Door = field(default=lambda _: None)
    codex: Callable[["Desk", str], Command | None] = field(default=lambda _, __: None)  # at a page
    lead: Leads = nowhere
    why: Callable[["Desk", "Subject | None"], Command | None] = field(default=lambda _, __: None)
    what_if: Door = field(default=lambda _: None)
    fan: Callable[["Desk"], "Asked[Fan] | None"] = field(default=lambda _: None)
    cap: Callable[[str], str] = field(default=lambda _: "")  # what is printed on the key of an action
    sound: Callable[[Sound], object] = field(default=lambda _: None)
    over: Callable[["Desk"], Command | None] = field(default=lambda _: None)

    def unheard(self, desk: "Desk", event: Input) -> Command | None:
        """Answer what nothing on the desk or over it wanted: the key for help shows the keys."""
        return desk.leave(self.help) if isinstance(event, Key) and is_help(event) else None

    def click(self, act: Act) -> None:
        """Let a press be heard."""
        if act.deed is Deed.PRESS:
            self.sound(Sound.CLICK)

    def play(self, sound: Sound | None) -> None:
        """Let a sound be heard, if there is one."""
        if sound is not None:
            self.sound(sound)


class Doorway:
    """A door somebody wants to go through as soon as the week under way is over and nothing lies over the desk."""

    def __init__(self) -> None:
        self.wanted: Door | None = None

    def week_over(self, desk: "Desk") -> None:
        """Show the doors there are, and want the one behind which the level asks to draw, if it asks."""
        desk.room.decisions.offer(desk.session.assists)
        if desk.session.scenery.asks is not None:
            desk.look_into(desk.doors.sketch)

    def passed(self, desk: "Desk") -> Command | None:
        """Return what lies behind the door, once, when the time has come."""
        if self.wanted is None or desk.session.is_busy or desk.asking.is_open:
            return None
        door, self.wanted = self.wanted, None
        return door(desk)
