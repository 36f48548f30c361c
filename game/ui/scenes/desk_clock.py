"""When the next week runs: by hand, one at a time, or by itself at one of three speeds until something needs the player."""

from game.ui.sound import Sound
from game.world.report import MarketView, Outcome

STEP = 0  # the gear that plays one week and stops
SECONDS_A_WEEK = {1: 1.2, 2: 0.4, 3: 0.12}  # by gear: time to look, time to skim, time to wait for news
UNHURRIED = 3.0  # times as long, for whoever is not to be hurried
HOLD_S = 0.25  # least time between two weeks played by hand
SPEEDS = {1: "1", 2: "3", 3: "10"}  # what the gears are called
PAUSES = frozenset(
    {"event", "offer", "warn", "bad"}
)  # what stops the clock unless the player wishes; "month" can
MONTH_WEEKS = 4


class Clock:
    """The gear, and whether weeks follow each other."""

    def __init__(self) -> None:
        self.gear = STEP
        self.ease = 1.0  # times as long as usual
        self.is_running = False
        self._since_s = 0.0
        self._held_s = 0.0
        self._wants_step = False

    def step(self) -> None:
        """Ask for one week. A key that is held down repeats, so asking again and again asks for one more and no race."""
        self._wants_step = True

    def steps(self, dt_s: float) -> bool:
        """Let time pass; return whether a week that was asked for is due."""
        self._held_s = max(0.0, self._held_s - dt_s)
        if not self._wants_step or self._held_s > 0:
            return False
        self._wants_step, self._held_s = False, HOLD_S
        return True

    def run(self, gear: int | None = None) -> None:
        """Let weeks follow each other, the first one at once; a gear given is kept for the next time."""
        self.gear = self.gear if gear is None else gear
        self.is_running = self.gear != STEP
        self._since_s = SECONDS_A_WEEK.get(self.gear, 0.0) * self.ease

    def pause(self) -> None:
        """Stop after the week under way."""
        self.is_running = self._wants_step = False

    def is_due(self, dt_s: float) -> bool:
        """Let time pass; return whether the next week is due."""
        if not self.is_running:
            return False
        self._since_s += dt_s
        if self._since_s < SECONDS_A_WEEK[self.gear] * self.ease:
            return False
        self._since_s = 0.0
        return True


def calls(view: MarketView, before: MarketView, pauses: frozenset[str] = PAUSES) -> bool:
    """Return whether the week just played has brought something the player should see before the next."""
    if view.ending.outcome is not Outcome.RUNNING or is_month_over(view, pauses):
        return True
    is_new_card = {card.id for card in view.cards} - {card.id for card in before.cards}
    is_new_sheet = {sheet.id for sheet in view.sheets} - {sheet.id for sheet in before.sheets}
    told = {item.severity for item in view.report.news}
    is_event = any(item.id == "event" for item in view.report.news)
    return bool(
        ("event" in pauses and (is_new_card or is_event)) or ("offer" in pauses and is_new_sheet) or (told & pauses)
    )  # fmt: skip


def is_month_over(view: MarketView, pauses: frozenset[str]) -> bool:
    """Return whether the monthly report is due, for a player who wants it."""
    return "month" in pauses and view.week > 0 and view.week % MONTH_WEEKS == 0


def sound_of(view: MarketView, before: MarketView, gear: int) -> Sound | None:
    """Return what a week sounds like: the end, an offer, good or bad news, or just another week; those that fly by are silent."""
    if view.ending.outcome is not Outcome.RUNNING:
        return Sound.WON if view.ending.outcome is Outcome.WON else Sound.LOST
    told = {item.severity for item in view.report.news}
    if {sheet.id for sheet in view.sheets} - {sheet.id for sheet in before.sheets}:
        return Sound.OFFER
    if told & {"warn", "bad"}:
        return Sound.BAD
    if "good" in told:
        return Sound.GOOD
    return Sound.WEEK if gear <= 1 else None
