"""Played games to draw scenes from: real weeks of real levels, played once a process and never changed."""

from dataclasses import replace
from functools import lru_cache

from agents.messages import Decision, Factor, Link, ModelKind, TermSheet, Verdict
from game.content import levels
from game.play.playthrough import Playthrough
from game.study import bots
from game.study.advice import Advice, Tried
from game.study.advice import End as AdviceEnd
from game.study.choices import Choice, Part
from game.study.diagnosis import Diagnosis, Mark, Quiz
from game.study.fortune import End as FortuneEnd
from game.study.fortune import Fortune
from game.study.ideas import Idea
from game.study.sketches import Drawing, Scored
from game.study.turning_points import End, TurningPoint
from game.ui.scenes.ending_learned import Learned
from game.world.conditions import ALWAYS, Binary, Condition, Number, Operator, Value
from game.world.level import Choice as CardChoice
from game.world.level import Effect, EventCard, Sketch, Text
from game.world.report import Ending, Outcome

AGENTS = 2_000  # enough to see a crowd; a week takes a few milliseconds


@lru_cache
def level(name="the-loop"):
    """A level of the campaign, with fewer agents."""
    return replace(levels.load(name), agents=AGENTS)


def level_of(name):
    """Find the level of a saved sample game."""
    return level(name)


@lru_cache
def played(name="the-loop", weeks=30, seed=3):
    """A game some weeks in, with a little of everything: pushes, orders, a release."""
    game = Playthrough.new(level(name), seed, None)
    for _ in range(weeks):
        if game.is_over:
            break
        game.play(order(game))
    return game


@lru_cache
def won():
    """A game that was won: bots push the model, the first world in which that works."""
    for seed in range(1, 30):
        game = Playthrough.new(level("the-loop"), seed, None)
        founder = bots.founder("break-all", game.level, seed)
        while not game.is_over:
            game.play(founder(game.model.news()))
        if game.ending.outcome is Outcome.WON:
            return game
        game.close()
    raise AssertionError("nobody wins the sample level any more")


def advice():
    """What an advisor might say: ten worlds of each plan, written down instead of played."""
    plan = tuple(_end(n, n < 4, 2_400 + 310 * n, 120_000_000 - 9_000_000 * n) for n in range(10))
    ideas = (
        (Idea("clean", 29, (("labelling_won", 3_000_000),)), 8, 900),
        (Idea("cut-ads", 29, (("marketing_won", 0),)), 5, -300),
        (Idea("simpler", 29, (("model", "rules"),)), 2, -1_500),
        (Idea("earlier", 25, (("ux_won", 2_600_000),), told_week=27), 4, 20),
    )
    tried = tuple(
        Tried(
            idea, tuple(_end(n, n < wins, end.users + more, end.cash_won) for n, end in enumerate(plan)), plan
        )
        for idea, wins, more in ideas
    )
    return Advice(28, (), plan, tried, "clean")


def learned(level):
    """What is learned at the end, written down instead of played: a diagnosis half right, middling luck, one drawing."""
    found = Learned(level, None)
    worlds = tuple(
        FortuneEnd(
            n,
            (Outcome.LOST, Outcome.TIME, Outcome.WON)[n % 3],
            78,
            900.0 + 61 * (n * 7 % 60),
            0,
            n / 60,
            n % 4 // 3,
        )
        for n in range(60)
    )
    found.fortune = Fortune(replace(worlds[31], users=2_700.0), worlds, 24, 2_000, True, None)
    curve = tuple(900.0 + 150 * n for n in range(12))
    drawn = Drawing("push", "users", 20, tuple(v * 0.8 for v in curve), curve, tuple(v * 1.2 for v in curve))
    came = tuple(900.0 + 90 * n for n in range(12))
    found.sketches = (Scored(drawn, came, 180.0, 260.0, 7, True),)
    found.quiz = Quiz(tuple(Link), (Choice(19, Part.LEVER, "applies_voucher", False, True),))
    found.said = Diagnosis(Link.DATA, found.quiz.choices[0])
    point = TurningPoint(found.quiz.choices[0], End(Ending(), 1, 1.0, (), ()), 0.4, 0)
    found.mark = Mark(Link.USERS, point, False, True)
    return found


def _end(number, is_won, users, cash):
    outcome = Outcome.WON if is_won else Outcome.TIME
    return AdviceEnd(
        number, outcome, 78, int(is_won), 0, float(users), cash, 2.0 if is_won else users / 1e4, 0
    )


PUSHES = {
    0: {"marketing_won": 3_000_000, "content_won": 1_800_000},
    1: {"model": ModelKind.RULES, "price_won": 300},
    5: {"feedback_permille": 800},
    18: {"applies_voucher": True},
    26: {"marketing_won": 1_000_000, "ux_won": 2_600_000},
}


def order(game: Playthrough) -> Decision:
    """What the sample founder does this week; what the level does not allow is left as it is."""
    wanted = replace(game.decision, **PUSHES.get(game.week, {}))
    return game.decision if game.check(wanted) else wanted


LEAK = EventCard(
    id="leak",
    when=Condition("week >= 3", Binary(Operator.AT_LEAST, Value("week"), Number(3.0))),
    title=Text("협력사 서버에서 위치 기록이 유출됐습니다", "Location records have leaked from a partner's server"),
    text=Text(
        "우리가 모은 사용자 1,240명의 위치 기록이 협력사 저장소에서 누구나 볼 수 있게 열려 있었습니다. "
        "기자가 내일 아침 기사를 낸다고 알려 왔습니다. 어떻게 대응할까요?",
        "The location records of 1,240 of our users lay open in a partner's storage. "
        "A reporter tells us the story runs tomorrow morning. How do we answer?",
    ),
    choices=(
        CardChoice(
            "tell",
            Text("먼저 공개하고 모두에게 알린다", "Publish first and tell everyone"),
            Text("이번 주에 떠나는 사람이 있겠지만 신뢰는 빨리 돌아옵니다.", "Some will leave this week, but trust heals fast."),
            (Effect("cash", add=-20_000_000), Effect("trust", add=0.06), Effect("press", add=0.2)),
        ),
        CardChoice(
            "hush",
            Text("조용히 막고 협력사를 바꾼다", "Close it quietly and change the partner"),
            Text("기사가 나오면 신뢰가 크게 떨어집니다.", "If the story runs, trust falls hard."),
            (Effect("cash", add=-8_000_000), Effect("trust", add=-0.18), Effect("press", add=0.7)),
        ),
        CardChoice(
            "stop",
            Text("수집을 멈추고 익명화에 투자한다", "Stop collecting and invest in anonymity"),
            Text("데이터가 줄어드는 대신 위험이 사라집니다.", "There is less data, and the risk is gone."),
            (Effect("cash", add=-45_000_000), Effect("data.service", scale=0.7), Effect("debt", add=0.1)),
        ),
    ),
)  # fmt: skip

SKETCH = Sketch(
    "push",
    ALWAYS,
    "users",
    12,
    Text("광고를 줄이면 사용자는 어떻게 될까요?", "What will the users do if we advertise less?"),
)

SHEET = TermSheet(
    id="earnings-24",
    investor="earnings",
    amount_won=600_000_000,
    share=0.18,
    expires_week=34,
    verdict=Verdict(
        "earnings",
        0.6,
        0.4,
        (
            Factor("users", 3_412.0, -1.1),
            Factor("growth", 0.42, 0.8),
            Factor("label", 1.0, 1.7),
            Factor("scandals", 1.0, -0.6),
            Factor("caution", 1.0, -1.6),
        ),
    ),
)
