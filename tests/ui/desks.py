"""Desks to test and to look at: a market of three rivals with an event, an offer soon after, and a small one that loads fast."""

import pygame

from agents.messages import Decision
from game.content.words import Words
from game.play.playthrough import Playthrough
from game.ui.look import Look
from game.ui.scenes import ways
from game.ui.scenes.desk import Desk, Doors
from game.ui.session import Session
from game.world.conditions import Binary, Condition, Number, Operator, Value
from game.world.level import Choice, Effect, EventCard, Fund, Rival, Segment, Start, Strategy, Text, Thesis
from tests.levels_for_tests import SEGMENTS, tiny

NAMES = (
    Text("젊은 층", "Young people"),
    Text("직장인", "Office workers"),
    Text("학부모", "Parents"),
    Text("해외", "Overseas"),
)
PEOPLE = tuple(
    Segment(s.id, name, s.people, s.taste, s.open_share, s.crawl_share)
    for s, name in zip(SEGMENTS, NAMES, strict=True)
)
RIVALS = (
    Rival("ara", Text("아라검색", "Arasearch"), Strategy.INCUMBENT, share=0.38, quality=0.66),
    Rival("pong", Text("퐁랩", "Ponglab"), Strategy.INCUMBENT, share=0.12, quality=0.55),
    Rival("deullin", Text("들린", "Deullin"), Strategy.INCUMBENT, share=0.06, quality=0.5),
)
FUNDS = (
    Fund("saebyeok", Text("새벽투자", "Saebyeok Partners"), Thesis.EARNS),
    Fund("gaon", Text("가온벤처스", "Gaon Ventures"), Thesis.SCARCE),
)
FIRST = Decision(
    labelling_won=900_000,
    governance_won=180_000,
    ux_won=1_300_000,
    marketing_won=1_000_000,
    content_won=600_000,
)


def _after(week):
    return Condition(f"week >= {week}", Binary(Operator.AT_LEAST, Value("week"), Number(float(week))))


LEAK = EventCard(
    "leak",
    _after(5),
    Text("협력사 서버가 열려 있었습니다", "A partner's server stood open"),
    Text("기자가 내일 기사를 내겠다고 합니다.", "A reporter says the story runs tomorrow."),
    choices=(
        Choice("tell", Text("모두에게 알린다", "Tell everyone"), Text("신뢰를 지킵니다.", "Trust is kept."),
               (Effect("cash", add=-20_000_000.0),)),
        Choice("hide", Text("조용히 막는다", "Close it quietly"), Text("돈은 덜 듭니다.", "It costs less."),
               (Effect("trust", add=-0.1),)),
    ),
)  # fmt: skip


def market_level(weeks=104, agents=20_000, **changes):
    """A market as in the pictures: four groups of people, three rivals, two funds."""
    start = Start(Text("하늘눈", "Haneulnun"), 700_000_000, FIRST)
    made = {"title": Text("둘째 장 · 고리", "Chapter 2 · The loop"), "segments": PEOPLE, "rivals": RIVALS, "funds": FUNDS,
            "start": start}  # fmt: skip
    return tiny(weeks, agents, **(made | changes))


def new_desk(level=None, *, language="ko", look=None, seed=1, path=None, doors=None, weeks=0):
    """A desk over a new game, or over one some weeks old that was left as it began."""
    game = Playthrough.new(level or market_level(agents=500), seed, path)
    for _ in range(weeks):
        game.play(game.decision)
    desk = Desk(Session(game), Words(language), look or Look(), doors or Doors())
    settle(desk)
    return desk


def settle(desk, seconds=0.5):
    """Let frames pass until everything has come that was asked for."""
    for _ in range(max(1, int(seconds * 20))):
        desk.update(0.05)
        wait(desk)


def wait(desk, dt_s=0.3):
    """Wait for the thread, and let the desk hear what it has done."""
    while desk.session.is_waiting:
        desk.session.rest()
        desk.update(dt_s)


def picture(desk):
    """The desk drawn on a fresh surface."""
    surface = pygame.Surface(desk.view.look.size_px)
    desk.draw(surface)
    return surface


def desk_in(house, **told):
    """A desk some weeks old that leads to the codex of a house."""
    doors = Doors(
        lead=house.lead, codex=lambda _, page: ways.codex(house, page), help=lambda at: ways.keys(house, at)
    )
    return new_desk(language=house.language, doors=doors, weeks=2, **told)
