"""Difficulty and assists: chosen before a level begins, and switched in the menu of a game. One sheet serves both."""

from dataclasses import replace

from game.content.handicaps import DIFFICULTIES, NORMAL, SLOW_MARKET
from game.content.words import Words
from game.play.assists import ASSISTS, FIXED, Chosen, has_room, switching
from game.study import assists_told
from game.ui.buttons import Button, Kind
from game.ui.flows import Flow
from game.ui.groups import Column
from game.ui.house import House
from game.ui.labels import Chip, Paragraph, Rule
from game.ui.look import Look
from game.ui.scene import Back, Command
from game.ui.scenes.desk import Desk
from game.ui.scenes.settings import Setting, Switch
from game.ui.scenes.veil import Over
from game.ui.segments import Option, Segments
from game.ui.sheets import Heading, Sheet
from game.ui.tips import Tip
from game.ui.tokens import ROW, Tone
from game.ui.widgets import Act, Deed, Widget

WIDTH = 640.0  # logical px
DONE, DIFFICULTY, ASSIST, CHANGES = "assists.done", "assists.difficulty", "assists.of.", "assists.changes"


def sheet_of(
    words: Words, chosen: Chosen, *, note: str, is_fixed: bool = False, only_written: bool = False
) -> Sheet:
    """Return the sheet.

    Args:
        words: of the screen's language.
        chosen: what is on.
        note: what to say below the title.
        is_fixed: the game is under way: what changes the world stays.
        only_written: the level cannot be made easier or harder.
    """
    blocked = (
        words.say("assists.fixed") if is_fixed else words.say("assists.only-written") if only_written else ""
    )
    names = [
        Option(
            known, assists_told.name_of(words, known), blocked=blocked if known != chosen.difficulty else ""
        )
        for known in DIFFICULTIES
    ]
    label = words.say("assists.difficulty")
    choice = Setting(f"{DIFFICULTY}.row", label, Segments(DIFFICULTY, label, names, chosen.difficulty))
    about = tell_changes(Column(CHANGES, gap=6), words, chosen, blocked if only_written else "")
    switches = [_switch(words, assist, chosen, blocked) for assist in ASSISTS]
    body = Column("assists.column", choice, about, Rule("assists.rule"), *switches, gap=9)
    done = Button(DONE, words.say("assists.close"), Kind.PRIMARY, icon="check", cap="Enter")
    heading = Heading(words.say("assists.title"), note=note, icon="shield-check")
    return Sheet("assists", heading, body, [done], closing=words.say("assists.close"), width=WIDTH)


def _switch(words: Words, assist: str, chosen: Chosen, blocked: str) -> Widget:
    about = words.say(f"assists.about.{assist}")
    switch = Switch(f"{ASSIST}{assist}", words.say(f"assists.name.{assist}"), about, assist in chosen.assists)
    if assist in FIXED and blocked:
        switch.enabled, switch.tip = False, Tip(switch.label, blocked)
    return switch


def tell_changes(about: Widget, words: Words, chosen: Chosen, instead: str = "") -> Widget:
    """Tell what a choice changes in a level, a pill for each figure, in a widget that told something else before."""
    told = () if instead else tuple(assists_told.changes(words, chosen.ways))
    line = words.say("assists.changed") if told else words.say("assists.as-written")
    about.label = ", ".join((instead or line, *told))
    about.clear()
    about.add(Paragraph(f"{CHANGES}.line", instead or line, ROW))
    if told:
        pills = [Chip(f"{CHANGES}.{at}", one, Tone.ACCENT) for at, one in enumerate(told)]
        about.add(Flow(f"{CHANGES}.pills", *pills, gap=6))
    return about


def chosen_by(act: Act, chosen: Chosen) -> Chosen:
    """Return the choice after an act on the sheet."""
    if act.deed is not Deed.CHANGE:
        return chosen
    if act.who == DIFFICULTY:
        return replace(chosen, difficulty=str(act.value))
    if act.who.startswith(ASSIST):
        return chosen.turning(act.who.removeprefix(ASSIST), bool(act.value))
    return chosen


def closes(act: Act, sheet: Sheet) -> bool:
    """Return whether an act ends the choosing."""
    return act.who == DONE or sheet.closes(act)


def as_written(chosen: Chosen) -> Chosen:
    """Return a choice without what changes the world."""
    return Chosen(NORMAL, tuple(one for one in chosen.assists if one != SLOW_MARKET))


class Switching(Over):
    """Switch assists in a game under way; the journal takes it down when the sheet is left."""

    first = DONE

    def __init__(self, house: House, look: Look, desk: Desk) -> None:
        game = desk.session.game
        self.desk, self.chosen = desk, Chosen(game.header.difficulty, desk.session.assists)
        super().__init__(house, look, desk)

    def sheet(self) -> Sheet:
        """Return the sheet."""
        words = self.house.words
        is_full = not has_room(self.desk.session.game.notes)
        note = words.say("assists.full" if is_full else "assists.note-playing")
        self.shown = sheet_of(words, self.chosen, note=note, is_fixed=True)
        if is_full:
            for widget in self.shown.walk():
                if isinstance(widget, Switch):
                    widget.enabled = False
        return self.shown

    def act(self, act: Act) -> Command | None:
        """Take a switch over, or leave."""
        self.chosen = chosen_by(act, self.chosen)
        if not closes(act, self.shown):
            return None
        if self.chosen.assists != self.desk.session.assists:
            self.desk.session.assist(switching(self.chosen.assists))
        return Back()
