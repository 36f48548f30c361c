"""A week in words: what the desk shows as pictures, the terminal says in sentences."""

from collections.abc import Iterator
from itertools import groupby
from math import isfinite

from agents.messages import LEVERS, Decision, ModelKind
from game.commands.voice import Voice
from game.content import sentences
from game.play.playthrough import Playthrough
from game.study import assists_told
from game.world import infrastructure, levers
from game.world.company import DEBT_DRAG
from game.world.level import UNUSED, Fund, Kind, Rival
from game.world.parameters import Parameters
from game.world.pipeline import Stage
from game.world.report import Cause, MarketView, Ring, WeekReport

_SHARES = ("quality", "trust")  # causes told in per cent
_TOLD_SHARE = 0.02  # of skill or pace lost, before it is worth a line
_MOST_CAUSES = 4  # lines of one quantity; the rest are small


class Narrator:
    """Says what there is to know about a game, line by line."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.words = voice.words

    def opening(self, game: Playthrough) -> Iterator[str]:
        """Tell what the level is about and what has to be reached."""
        level, words = game.level, self.words
        yield f"# {words.pick(level.title)}"
        yield words.fill(words.pick(level.story), company=words.pick(level.start.name))
        yield from self.goals(game)
        cash, weeks = level.start.cash_won, level.weeks
        yield words.say("text.start", cash=cash, weeks=weeks, seed=game.seed)

    def goals(self, game: Playthrough) -> Iterator[str]:
        """Tell what has to hold, what wins and what earns a star."""
        for kind in Kind:
            for objective in game.level.objectives:
                if objective.kind is kind:
                    text = self.words.pick(objective.text)
                    yield self.words.say(f"text.goal.{kind.value}", text=text)

    def week(self, game: Playthrough) -> Iterator[str]:
        """Tell the last week: people, money, product, data, the ring, the news, and what waits for an answer."""
        view = game.view()
        if not view.history:
            yield self.words.say("text.nothing-played")
        else:
            yield ""
            yield self.words.say("text.week", week=view.week, weeks=view.weeks)
            yield from self._figures(view.report)
            yield from self.ring(view.report.ring)
            yield from (f"* {sentences.news(self.words, item)}" for item in view.report.news)
        yield from self.waiting(game, view)

    def _figures(self, report: WeekReport) -> Iterator[str]:
        say = self.words.say
        if report.clientele.rarity > 0:  # a firm that sells technology
            yield self._clients(report)
        elif report.has_launched:
            came, left = round(report.joined), round(report.left)
            yield say("text.users", users=round(report.users), came=came, left=left, aware=report.awareness)
        else:
            yield say("text.not-open")
        yield say("text.cash", cash=report.cash_won, revenue=report.revenue_won, cost=report.cost_won)
        if isfinite(report.runway_weeks):
            yield say("text.runway", weeks=int(report.runway_weeks))
        else:
            yield say("text.no-loss")
        if report.model >= 0:
            kind = say(f"model.{ModelKind(report.model).name.lower()}")
            yield say("text.product", model=kind, quality=report.quality, accuracy=report.accuracy)
            yield from self._upkeep(report)
            if report.clientele.rarity > 0:
                yield say("text.explained", share=report.explainability)
        if report.clientele.rarity == 0:
            yield say("text.liked", trust=report.trust, ux=report.ux, content=report.content)
        opened, crawled, served, bought = report.data_items
        yield say("text.data", open=opened, crawl=crawled, service=served, bought=bought)
        if (waiting := report.backlog_items[0] + report.backlog_items[1]) >= 1:
            yield say("text.backlog", items=waiting)
        yield from self._work(report)

    def _clients(self, report: WeekReport) -> str:
        """Return who pays for the technology, who may, and how rare it is."""
        book = report.clientele
        if not report.has_launched:
            return self.words.say("text.no-technology")
        return self.words.say(
            "text.clients",
            contracts=book.contracts,
            leads=book.leads,
            fee=book.fee_won,
            year=report.arr_won,
            rarity=book.rarity,
        )

    def _upkeep(self, report: WeekReport) -> Iterator[str]:
        """Tell how the model in use ages, if anybody watches it, and what shortcuts cost the team."""
        if report.drift is None:
            yield self.words.say("text.unwatched")
        elif report.drift >= _TOLD_SHARE:
            yield self.words.say("text.drift", lost=report.drift)
        slower = 1 - 1 / (1 + DEBT_DRAG * report.debt)
        if slower >= _TOLD_SHARE:
            yield self.words.say("text.debt", slower=slower)

    def _work(self, report: WeekReport) -> Iterator[str]:
        """Tell which stage the next release has come to, and when it may be out."""
        say = self.words.say
        if report.stage < 0 or not isfinite(report.weeks_to_release):
            yield say("text.no-release")
            return
        stage = say(f"stage.{Stage(report.stage).name.lower()}")
        number, stages = report.stage + 1, len(Stage)
        yield say("text.stage", stage=stage, number=number, stages=stages, share=report.stage_share)
        low, high = (max(1, round(weeks)) for weeks in report.release_range)
        if low == high:
            yield say("text.release", weeks=low)
        else:
            yield say("text.release-range", low=low, high=high)

    def ring(self, ring: Ring) -> Iterator[str]:
        """Tell how strongly users, data and performance feed each other, and which link is weakest."""
        arrows = []
        for arrow in ring.arrows:
            broken = self.words.say("text.broken") if arrow.is_broken else ""
            figure = f"{arrow.elasticity:.2f}"
            arrows.append(self.words.say(f"text.arrow.{arrow.start.value}", figure=figure, broken=broken))
        yield self.words.say("text.ring", arrows=", ".join(arrows))
        yield self.words.say("text.weakest", link=self.words.say(f"text.link.{ring.weakest.value}"))
        if isfinite(ring.loop_weeks) and isfinite(ring.runway_weeks):
            key = "text.loop-wins" if ring.loop_weeks < ring.runway_weeks else "text.loop-loses"
            yield self.words.say(key, loop=round(ring.loop_weeks), runway=int(ring.runway_weeks))

    def waiting(self, game: Playthrough, view: MarketView) -> Iterator[str]:
        """Tell the offers and event cards that wait for an answer."""
        words = self.words
        known: tuple[Fund | Rival, ...] = (*game.level.funds, *game.level.rivals)
        funds = {who.id: words.pick(who.name) for who in known}
        for number, sheet in enumerate(view.sheets, start=1):
            yield words.say(
                "text.sheet",
                number=number,
                fund=funds.get(sheet.investor, sheet.investor),
                amount=sheet.amount_won,
                share=sheet.share,
                week=sheet.expires_week,
            )
            yield from sentences.conditions(words, sheet)
        for number, card in enumerate(view.cards, start=1):
            yield words.say(
                "text.card", number=number, title=words.pick(card.title), text=words.pick(card.text)
            )
            for place, choice in enumerate(card.choices, start=1):
                label, text = words.pick(choice.label), words.pick(choice.text)
                key = "text.choice" if text else "text.choice-short"
                yield words.say(key, card=number, number=place, label=label, text=text)

    def levers(self, game: Playthrough, draft: Decision) -> Iterator[str]:
        """Tell every lever: its name to type, how it is set, and what the next week would change."""
        words, now = self.words, game.decision
        unused = UNUSED[game.level.start.business]
        for lever in (name for name in LEVERS if name not in unused):
            setting = sentences.setting(words, lever, getattr(now, lever))
            if getattr(draft, lever) != getattr(now, lever):
                setting += f" → {sentences.setting(words, lever, getattr(draft, lever))}"
            locked = words.say("text.locked") if lever in game.level.start.locked else ""
            name = words.say(f"text.lever.{lever}")
            yield words.say("text.lever-line", name=name, setting=setting, locked=locked)
            if lever == "infrastructure" and not locked:
                yield from self._items(draft, game.level.parameters)

    def _items(self, draft: Decision, p: Parameters) -> Iterator[str]:
        """Tell every item of infrastructure: its name to type, its price, and what leaving it out costs instead."""
        for item, won in levers.item_prices_won(draft, p).items():
            id_ = item.name.lower()
            word, name = (self.words.say(f"{family}.{id_}") for family in ("text.infra", "infra"))
            without = self.words.say(f"without.{id_}")
            mark = "+" if infrastructure.has(draft, item) else "-"
            yield self.words.say("text.infra-line", mark=mark, word=word, name=name, won=won, without=without)

    def why(self, report: WeekReport) -> Iterator[str]:
        """Tell what moved users, money, quality and trust in the last week."""
        for what, group in groupby(report.causes, key=lambda cause: cause.what):
            causes = list(group)
            first = causes[0]
            yield self.words.say(f"text.moved.{what}", before=first.before, after=first.after)
            yield from (self._because(cause) for cause in causes[:_MOST_CAUSES])
        if not report.causes:
            yield self.words.say("text.no-causes")

    def _because(self, cause: Cause) -> str:
        kind = "cash" if cause.what == "cash" else "share" if cause.what in _SHARES else "people"
        because = self.words.say(f"because.{cause.because}")
        return self.words.say(f"text.because.{kind}", amount=cause.amount, because=because)

    def end(self, game: Playthrough) -> Iterator[str]:
        """Tell how it ended, and ask what the level wants to be asked."""
        ending, words = game.ending, self.words
        outcome = words.say(f"outcome.{ending.outcome.value}")
        yield ""
        cause = sentences.ending(words, game.level, ending, game.view().missed)
        yield words.say("text.end", outcome=outcome, cause=cause)
        yield words.say("text.score", stars=ending.stars, score=ending.score, week=ending.week)
        how = assists_told.used_line(words, game.header, game.notes)
        if how:
            yield how
        for question in game.level.debrief:
            yield f"? {words.pick(question)}"
