"""Where the desk's panels stand: three columns where there is room, and else the right ones as pages over the middle.

Whatever exceeds 16:9 widens the middle. Large type widens the columns on both sides before anything else.
"""

from typing import Generic, TypeVar

from game.content.words import Words
from game.ui.brush import Brush
from game.ui.layout import Box, columns, fixed, flex, rows
from game.ui.look import Look
from game.ui.readings import news, status
from game.ui.scenes.desk_bar import Brand, Figure, TopBar, Week
from game.ui.scenes.desk_coach import Coach, Guide
from game.ui.scenes.desk_decisions import Decisions
from game.ui.scenes.desk_market import MarketPanel
from game.ui.scenes.desk_news import NewsPanel
from game.ui.scenes.desk_ring import RingPanel
from game.ui.scenes.desk_trends import TrendsPanel
from game.ui.segments import Option, Segments
from game.ui.session import Scenery, Session
from game.ui.tokens import GUTTER
from game.ui.widgets import Role, Widget
from game.world.level import Business

LEFT, RIGHT = 320.0, 308.0  # logical px of the columns at 100 % text
WIDENS = 0.6  # how much of the growth of the type the columns follow
LEAST_MIDDLE = 440.0  # logical px at 100 % text; below, the right column becomes pages
UPPER, LOWER = 352.0, 272.0  # shares of the height: market and loop, trends and news
LEAST_LOWER = 190.0  # logical px at 100 % text; below, the trends become a page too
PAGES = ("market", "trends", "loop", "news")

Left = TypeVar("Left", bound=Widget)


class Room(Widget, Generic[Left]):
    """The desk's root. What stands at the left is where things are decided; a film has something else there."""

    role = Role.GROUP
    is_island = False

    def __init__(self, words: Words, bar: TopBar, decisions: Left, market: MarketPanel, trends: TrendsPanel,
                 loop: RingPanel, news: NewsPanel, *, business: Business = Business.CONTENT,
                 coach: Coach | None = None) -> None:  # fmt: skip
        super().__init__("desk")
        self.business = business
        self.bar, self.decisions, self.market, self.trends, self.loop, self.news = (
            bar,
            decisions,
            market,
            trends,
            loop,
            news,
        )
        self.panels: dict[str, Widget] = {"market": market, "trends": trends, "loop": loop, "news": news}
        titles = {name: panel.label for name, panel in self.panels.items()}
        self._options = {name: Option(name, titles[name]) for name in PAGES}
        self.pages = Segments("pages.main", words.say("desk.main"), list(self._options.values()), "market")
        self.coach = coach
        guided: tuple[Widget, ...] = () if coach is None else (coach,)
        framed: tuple[Widget, ...] = () if coach is None else (coach.frame,)
        self.add(bar, *guided, decisions, self.pages, market, trends, loop, news, *framed)

    def turn_to(self, page: str) -> None:
        """Show another page of the middle, where it has pages."""
        self.pages.set(page)

    def show(self, words: Words, scenery: Scenery, *, animate: bool) -> None:
        """Show a week on every panel but the decisions and the news, which depend on the draft too."""
        view = scenery.view
        for figure, reading in zip(
            self.bar.figures, status.status(words, view, scenery.books, self.business), strict=True
        ):
            figure.show(reading)
        self.bar.week.show(view.week)
        self.market.show(view, animate=animate)
        self.trends.show(view)
        self.loop.show(view)

    def place(self, look: Look, box: Box) -> None:
        """Give every panel its place."""
        self.box = box
        high = self.bar.height(look, box.w)
        self.bar.place(look, Box(box.x, box.y, box.w, high))
        room = self._below(look, Box(box.x, box.y + high, box.w, box.h - high).inset(GUTTER))
        grow = 1 + max(0.0, look.text_size - 1) * WIDENS
        left, right = LEFT * grow, RIGHT * grow
        if room.w - left - right - 2 * GUTTER >= LEAST_MIDDLE * max(1.0, look.text_size):
            self._place_columns(look, room, left, right)
        else:
            self._place_pages(look, room, left)
        if self.coach is not None:
            self.coach.frame.around(self._framed(self.coach.target))

    def _below(self, look: Look, room: Box) -> Box:
        """Give the tutorial its line; return what is left for the panels."""
        if self.coach is not None:
            self.coach.show()
        if self.coach is None or not self.coach.visible:
            return room
        head, rest = room.top(self.coach.height(look, room.w), GUTTER)
        self.coach.place(look, head)
        return rest

    def _framed(self, name: str) -> Box | None:
        """Return where a widget is seen, None if it is not."""
        return next((widget.box for widget in self.walk() if name and widget.id == name), None)

    def _place_columns(self, look: Look, room: Box, left: float, right: float) -> None:
        first, middle, last = columns(room, [fixed(left), flex(), fixed(right)], GUTTER)
        self.pages.visible = False
        for panel in self.panels.values():
            panel.fold(False)
        self.decisions.place(look, first)
        for column, (upper, lower) in ((middle, (self.market, self.trends)), (last, (self.loop, self.news))):
            above, below = rows(column, [flex(UPPER), flex(LOWER)], GUTTER)
            upper.place(look, above)
            lower.place(look, below)

    def _place_pages(self, look: Look, room: Box, left: float) -> None:
        first, middle = columns(room, [fixed(left), flex()], GUTTER)
        self.decisions.place(look, first)
        self.pages.visible = True
        head, rest = middle.top(self.pages.height(look, middle.w), GUTTER / 2)
        below = rest.h * LOWER / (UPPER + LOWER)
        has_below = below >= LEAST_LOWER * max(1.0, look.text_size)
        offered = [name for name in PAGES if name != "trends" or not has_below]
        self.pages.options = tuple(self._options[name] for name in offered)
        if self.pages.chosen not in offered:
            self.pages.set("market")
        self.pages.place(look, head)
        page, foot = rows(rest, [flex(), fixed(below)], GUTTER) if has_below else (rest, rest)
        for name, panel in self.panels.items():
            is_foot = name == "trends" and has_below
            panel.fold(not (is_foot or name == self.pages.chosen))
            if panel.visible:
                panel.place(look, foot if is_foot else page)

    def paint(self, brush: Brush) -> None:
        """Draw the ground."""
        brush.fill(self.box, brush.theme.bg0)


def furnished(words: Words, session: Session, cap: str = "", guide: Guide | None = None) -> Room[Decisions]:
    """Return a desk with all its panels, as the session stands.

    Args:
        words: the sentences of a language.
        session: the game.
        cap: what is on the key that runs time, if it is not the usual one.
        guide: a tutorial under way.
    """
    level, view, books = session.level, session.scenery.view, session.scenery.books
    goals = "\n".join(f"{goal.word}: {goal.text}" for goal in news.goals(words, level))
    brand = Brand("brand", *status.headline(words, level), goals)
    figures = [
        Figure(f"figure.{one.id}", one) for one in status.status(words, view, books, level.start.business)
    ]
    bar = TopBar("bar", words, brand, Week("week", words, level.weeks), figures)
    sells = level.start.business
    panels = (
        MarketPanel(words),
        TrendsPanel(words, view, sells),
        RingPanel(words, view, sells),
        NewsPanel(words),
    )
    decisions = Decisions(words, session)
    decisions.show_cap(cap)
    coach = Coach(words, guide) if guide is not None and guide.lessons else None
    return Room(words, bar, decisions, *panels, business=sells, coach=coach)
