"""Why: accounts that add up, luck that can be drawn again, twins, lives, rivals and investors."""

from dataclasses import replace

import numpy as np
import pytest

from agents import luck
from agents.choosing import WITHOUT, Question
from agents.luck import Stream
from agents.messages import Event, Term
from agents.motives import RULES
from agents.week import OWN_CASUAL, SLOPE
from game.play.playthrough import Playthrough
from game.study import others, why
from game.study.choices import Orders
from game.study.life import Turn, life_of
from game.study.recording import Recording
from game.study.why import NobodyError
from tests.levels_for_tests import START, tiny
from tests.study import games

AGENTS = games.AGENTS


@pytest.fixture(scope="module")
def whole() -> Recording:
    """A whole level of 60 weeks with 6,000 people, a rival and two funds, in which all kinds of things happen."""
    # Little trust work and much recorded: scandals come.
    first = replace(games.FIRST, governance_won=0, collection_permille=900, sell_data=True)
    level = tiny(weeks=60, agents=6000, start=replace(START, cash_won=1_250_000_000, ux=0.7))
    level = replace(level, start=replace(level.start, decision=first))
    orders: list[Orders] = [{}] * 60
    orders[19] = {"price_won": 600}
    return Recording.played(level, 5, orders)


def movers(
    recording: Recording, *events: Event
) -> list[tuple[int, int, Event, int, int, int, dict[Term, int]]]:
    """Return (week, row, event, source, target, subject, terms) of every mover of the level to whom this happened."""
    return [
        (a.week, int(row), Event(int(event)), int(source), int(target), int(subject),
         {t: int(terms[t]) for t in Term})
        for a in recording.log
        for row, event, source, target, subject, terms in zip(
            a.rows, a.event, a.source, a.target, a.subject, a.terms, strict=True)
        if event in events
    ]  # fmt: skip


def drawn(recording: Recording, week: int, stream: int, row: int) -> int:
    return luck.draw(recording.seed, week, stream, row)


def reviewed(draw: int) -> int:
    """Return the luck of a review from its draw, by the rule of the model document."""
    return round(int(luck.logistic_table()[draw & 0xFFFF]) / SLOPE)


def test_terms_and_luck_drawn_again_decide_every_trial_of_a_level_as_recorded(whole: Recording) -> None:
    found = movers(whole, Event.TRIED_AND_STAYED, Event.TRIED_AND_LEFT)
    reach = luck.threshold(whole.level.parameters.conv_max) >> 16
    for week, row, event, _, target, subject, terms in found:
        draw = drawn(whole, week, Stream.TRY, row)
        assert terms[Term.LUCK] == reviewed(draw)
        stays = draw >> 16 < reach and sum(terms.values()) >= 0
        assert (event is Event.TRIED_AND_STAYED) == stays
        assert target == (subject if stays else WITHOUT)
    assert len(found) > 1000


def test_terms_and_luck_drawn_again_decide_every_review_and_every_switch_as_recorded(
    whole: Recording,
) -> None:
    left, switched = movers(whole, Event.LEFT_REVIEW), movers(whole, Event.SWITCHED)
    for week, row, _, _, _, _, terms in left:
        assert terms[Term.LUCK] == reviewed(drawn(whole, week, Stream.STAY, row))
        assert sum(terms.values()) < 0
    for week, row, _, source, target, _, terms in switched:
        own, other = (
            int(luck.gumbel_table()[drawn(whole, week, Stream.CHOICE + firm, row) >> 16])
            for firm in (source, target)
        )
        assert terms[Term.LUCK] == own - other
        assert sum(terms.values()) < 0
    assert min(len(left), len(switched)) > 10


def test_own_reasons_and_scandals_are_luck_below_a_chance(whole: Recording) -> None:
    own, scandal = movers(whole, Event.LEFT_OWN_REASONS), movers(whole, Event.LEFT_SCANDAL)
    for week, row, *_, terms in own:
        number = luck.WeeklyNumbers(whole.seed, week, whole.level.agents).numbers(np.array([row]))[0]
        assert number < luck.threshold(OWN_CASUAL)
        assert not any(terms.values())
    for week, row, *_ in scandal:
        assert drawn(whole, week, Stream.STORM, row) < luck.threshold(0.9)
    assert own
    assert scandal


def test_nobody_moves_for_a_reason_that_is_not_one_of_these(whole: Recording) -> None:
    events = {Event(int(e)) for a in whole.log for e in np.unique(a.event)}
    assert events <= {
        Event.TRIED_AND_STAYED, Event.TRIED_AND_LEFT, Event.LEFT_REVIEW, Event.SWITCHED,
        Event.LEFT_OWN_REASONS, Event.LEFT_SCANDAL, Event.LEFT_CLOSED, Event.HEARD,
    }  # fmt: skip


def test_both_sides_of_a_choice_differ_by_exactly_what_decided(whole: Recording) -> None:
    for week in (12, 30, 48):
        moment = whole.moment(week)
        for place in range(moment.intents.size):
            choice = moment.choice(place)
            if choice.question in (Question.TRIAL, Question.REVIEW):
                assert choice.margin == moment.intents.terms[place].sum()
                stayed = choice.margin >= 0 and choice.gets_there
                assert stayed == (choice.target == choice.service.firm)
            elif choice.event is Event.SWITCHED:
                assert choice.margin == moment.intents.terms[place].sum() < 0
                assert choice.other.firm == choice.target
            elif choice.question is Question.COMPARISON:
                assert choice.other.firm == WITHOUT or choice.margin >= 0
            elif choice.question is Question.LOOK:
                assert choice.service.firm == WITHOUT or choice.margin <= 0
            assert sum(choice.terms.values()) == choice.margin


def test_every_term_of_either_side_belongs_to_one_firm_or_to_none(whole: Recording) -> None:
    moment = whole.moment(30)
    for place in range(moment.intents.size):
        choice = moment.choice(place)
        assert choice.service.terms.get(Term.RIVAL, 0) == 0
        if choice.other.firm == WITHOUT:
            assert set(choice.other.terms) <= {Term.RIVAL, Term.LUCK}


def test_the_last_decision_of_everybody_asked_is_the_last_that_happened(whole: Recording) -> None:
    for person in range(1, 6000, 499):
        found = why.last_choice(whole, person, 45)
        later = [w for w in range(46 - 8, 46) if whole.choice(person, w) is not None
                 and whole.choice(person, w).question is not Question.STORY]  # fmt: skip
        if later:
            assert found is not None
            assert found.week + 1 == max(later)
        assert found is None or found.week < 45


def test_somebody_who_stayed_is_told_by_the_last_review(whole: Recording) -> None:
    reviews = whole.moment(40).intents
    places = np.flatnonzero(reviews.has_reviewed & (reviews.event == Event.NONE))
    person = int(reviews.rows[places[0]]) + 1
    found = why.why(whole, person, 40)
    assert found.choice is not None
    assert (found.choice.week, found.choice.question) == (39, Question.REVIEW)
    assert found.choice.margin == reviews.terms[places[0]].sum() >= 0
    assert found.service == found.choice.service.firm


def test_a_twin_asked_the_same_in_the_same_week_and_decided_otherwise(whole: Recording) -> None:
    twins = 0
    for week in (20, 30, 40, 50):
        for person in why.who_moved(whole, week)[:20]:
            found = why.why(whole, person, week)
            if found.twin is None or found.choice is None:
                continue
            twins += 1
            one, other = found.choice, found.twin.choice
            assert (one.week, one.question, one.service.firm) == (
                other.week,
                other.question,
                other.service.firm,
            )
            assert (one.target == one.service.firm) != (other.target == other.service.firm)
            assert one.margin + sum(amount for _, amount in found.twin.differences) == other.margin
            assert 0.5 < found.twin.likeness <= 1
    assert twins > 10


def test_people_alike_are_counted_as_the_log_counts_them(whole: Recording) -> None:
    people = whole.at(0).market.people
    for person in why.who_moved(whole, 30)[:12]:
        found = why.why(whole, person, 30)
        assert found.choice is not None
        assert found.alike is not None
        rows = [int(row) for a in whole.log[26:30]
                for row, event, subject in zip(a.rows, a.event, a.subject, strict=True)
                if event == found.choice.event and subject == found.choice.service.firm
                and people.segment[row] == found.segment]  # fmt: skip
        assert sorted(found.alike.rows) == sorted(rows)
        assert person - 1 in rows
        weight = whole.level.segments[found.segment].people / np.count_nonzero(
            people.segment == found.segment
        )
        assert found.alike.people == pytest.approx(len(rows) * weight)
        if found.alike.by:
            assert sum(p for _, p in found.alike.by) == pytest.approx(found.alike.people)


def test_a_life_has_at_most_three_lines_in_order_and_ends_with_the_last_move(whole: Recording) -> None:
    lines = 0
    for person in why.who_moved(whole, 50)[:40]:
        life = why.why(whole, person, 50).life
        lines = max(lines, len(life))
        assert [c.week for c in life] == sorted(c.week for c in life)
        last = life[-1]
        assert (last.week, last.turn) == (50, Turn.MOVE)
    assert lines == 3


def test_what_was_felt_in_a_life_is_what_the_offers_did(whole: Recording) -> None:
    people, checked = whole.at(0).market.people, 0
    for week in (21, 22, 24, 30, 40):
        for chapter, person in ((c, p) for p in why.who_moved(whole, week) for c in life_of(whole, p, week)):
            if chapter.turn is Turn.FELT:
                row, firm = np.array([person - 1]), np.array([chapter.firm])
                before, after = (
                    whole.readings[chapter.week - n].now.terms(people, row, firm)[0] for n in (2, 1)
                )
                assert chapter.term is not None
                assert after[chapter.term] - before[chapter.term] == chapter.amount != 0
                checked += 1
    assert checked > 5


@pytest.mark.parametrize(
    ("person", "week", "code"),
    [(0, 5, "person"), (AGENTS + 1, 5, "person"), (1, 31, "week"), (1, -1, "week")],
)
def test_who_or_when_there_is_not_is_said(recorded: Recording, person: int, week: int, code: str) -> None:
    with pytest.raises(NobodyError) as wrong:
        why.why(recorded, person, week)
    assert wrong.value.code == code


def test_before_the_first_week_nobody_has_decided_anything(recorded: Recording) -> None:
    found = why.why(recorded, 1, 0)
    assert found.choice is None
    assert found.life == ()
    assert found.twin is None


def test_a_rival_is_told_by_the_rule_that_applied(recorded: Recording) -> None:
    for week in (1, 12, 30):
        found = others.why_rival(recorded, "giant", week)
        assert found.firm == 1
        assert {name for name, _ in found.why.figures} <= set(RULES[found.why.rule])
        before, after = (recorded.at(w).companies[1].decision for w in (week - 1, week))
        assert {lever for lever, _, _ in found.changed} == {
            lever for lever in ("price_won", "engineers") if getattr(before, lever) != getattr(after, lever)
        }


def test_an_investor_is_told_by_every_factor_and_the_luck_of_the_day(whole: Recording) -> None:
    asked = min(whole.verdicts)
    for number, fund in enumerate(("till", "rare")):
        found = others.why_fund(whole, fund, whole.weeks)
        assert found.week in whole.verdicts
        factors = sum(f.weight for f in found.verdict.factors)
        assert factors == pytest.approx(found.verdict.interest)
        draw = luck.draw(whole.seed, found.week - 1, Stream.INVESTOR, number)
        assert found.verdict.luck == luck.logistic_table()[draw >> 16] / luck.UTIL
        with pytest.raises(NobodyError) as early:
            others.why_fund(whole, fund, asked - 1)
        assert early.value.code == "not-asked"


@pytest.mark.parametrize(("kind", "code"), [("rival", "rival"), ("fund", "fund")])
def test_a_rival_or_fund_there_is_not_is_said(recorded: Recording, kind: str, code: str) -> None:
    ask = others.why_rival if kind == "rival" else others.why_fund
    with pytest.raises(NobodyError) as wrong:
        ask(recorded, "nobody", 3)
    assert wrong.value.code == code


def test_asking_changes_nothing(played: Playthrough) -> None:
    before = played.model.fingerprint()
    made = Recording.of(played)
    for person in range(1, AGENTS, 499):
        why.why(made, person, made.weeks)
    assert played.model.fingerprint() == before
    assert made.at(made.weeks).fingerprint() == before


def test_the_log_of_a_long_level_with_20_000_people_stays_small() -> None:
    first = replace(games.FIRST, marketing_won=60_000_000, content_won=6_000_000, ux_won=6_000_000)
    level = tiny(weeks=104, agents=20_000, start=replace(START, cash_won=80_000_000_000, ux=0.7))
    level = replace(level, start=replace(level.start, decision=first))
    made = Recording.played(level, 2, [{}] * 104)
    assert made.weeks == 104
    size = sum(getattr(a, name).nbytes for a in made.log for name in a.__slots__ if name != "week")
    assert size < 5_000_000
