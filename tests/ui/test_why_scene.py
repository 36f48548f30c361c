"""Why?: somebody is chosen by number, by key or from a list; the answer comes beside the frames; looking changes nothing."""

import pygame
import pytest

from agents.messages import Term
from game.study import movers as study
from game.study.movers import Way
from game.study.subjects import Subject, Who
from game.study.why import Person
from game.ui.background import Task
from game.ui.house import House
from game.ui.inputs import Key, Typed
from game.ui.inquiry import Inquiry
from game.ui.look import Look
from game.ui.scene import Back, Go
from game.ui.scenes.what_if import WhatIfPage
from game.ui.scenes.why import Why
from game.ui.widgets import Act, Deed
from tests.study import games
from tests.ui.scene_samples import library

LONG_S = 60.0
WEEKS, AGENTS = 24, 1500


@pytest.fixture(scope="module")
def game():
    with games.game(games.eventful(WEEKS, AGENTS), weeks=WEEKS) as made:
        yield made


@pytest.fixture(scope="module")
def inquiry(game):
    made = Inquiry(game)
    yield made
    made.close()


@pytest.fixture(scope="module")
def recording(game):
    return games.recording(games.eventful(WEEKS, AGENTS), weeks=WEEKS)


@pytest.fixture
def house(tmp_path):
    made = House(tmp_path, "en")
    made.loading = Task(library).start()
    return made


@pytest.fixture
def scene(house, game, inquiry):
    """Opens the scene about somebody, and waits for the answer and the list."""

    def opened(subject=None, week=None):
        return heard(Why(house, Look(), game.level, inquiry, subject, week))

    return opened


def heard(page, *, origins=False):
    """Let frames pass until everything asked for has come; what moved the reasons only if wanted."""
    while page._asking or page._listing or (origins and page._moving):
        for asked in (page._asking, page._listing, page._moving if origins else None):
            if asked is not None:
                asked._over.wait(LONG_S)
        page.update(0.016)
    return page


def shown(page):
    """Every widget's words, by id."""
    return {widget.id: f"{widget.label} {widget.value}" for widget in page.view.widgets()}


def press(page, name):
    return page.act(Act(name, Deed.PRESS))


def test_whoever_left_last_is_asked_if_nobody_is_named(scene):
    page = scene()
    subject, week, told = page.found
    assert subject.who is Who.PERSON
    assert isinstance(told, Person)
    assert 1 <= week <= WEEKS


def test_a_number_typed_and_entered_asks_that_person(scene):
    page = scene(Subject.person(5))
    page.view.focus_on("why.number")
    page.handle(Typed("123"))
    page.handle(Key(pygame.K_RETURN))
    heard(page)
    assert page.found[0] == Subject.person(123)
    assert "no. 123" in page.view.root.find("why.head").value


@pytest.mark.parametrize(
    ("typed", "told"), [("0", "no person 0"), ("1501", "no person 1501"), ("x", "no person 0")]
)
def test_a_number_nobody_has_is_refused_in_a_sentence_and_the_last_answer_stays(scene, typed, told):
    page = scene(Subject.person(5))
    page.view.focus_on("why.number")
    page.handle(Typed(typed))
    press(page, "why.ask")
    heard(page)
    assert told in shown(page)["why.trouble"]
    assert page.found[0] == Subject.person(5)


def test_l_and_j_go_from_one_who_left_and_came_to_the_next(scene, recording):
    page = scene(Subject.person(1), 10)
    for key, way in ((pygame.K_l, Way.LEFT), (pygame.K_l, Way.LEFT), (pygame.K_j, Way.CAME)):
        expected = study.next_mover(recording, page.week, page.found[0].number, way)
        page.handle(Key(key))
        heard(page)
        assert (page.week, page.found[0].number) == expected


def test_the_list_of_reasons_counts_the_week_and_leads_from_one_person_to_the_next(scene, recording):
    page = scene(Subject.person(1), 24)
    moving = [m for m in study.movers(recording, 24) if m.way is Way.LEFT]
    reasons = [m.why for m in moving]
    assert reasons
    people = [m.person for m in moving if m.why == reasons[0]]
    row = f"why.for.left.{reasons[0]}"
    for person in [*people, people[0]][: 1 + len(people)]:
        press(page, row)
        heard(page)
        assert page.found[0].number == person


def test_another_week_asks_the_same_person_as_they_stood_then(scene):
    page = scene(Subject.person(7), 24)
    page.whom.week.set(11)
    page.act(Act("why.week", Deed.CHANGE, 11.0))
    heard(page)
    assert page.found[:2] == (Subject.person(7), 11)
    assert page.found[2].week == 11


def test_every_reason_stands_there_with_both_sides_and_they_add_up_to_the_sum(scene, recording):
    leaver = next(m for m in study.movers(recording, 24) if m.way is Way.LEFT and m.why.startswith("term"))
    page = scene(Subject.person(leaver.person), 24)
    choice = page.found[2].choice
    table = page.view.root.find("why.reasons")
    there = [t for t in Term if choice.service.terms.get(t, 0) or choice.other.terms.get(t, 0)]
    assert {r.id for r in table.found.reasons} == {t.name for t in there}
    assert sum(r.push for r in table.found.reasons) == choice.margin == table.found.margin


def test_what_moved_the_reasons_comes_later_and_leads_to_the_future_without_it(scene, recording):
    leaver = next(m for m in study.movers(recording, 24) if m.way is Way.LEFT and m.why.startswith("term"))
    page = scene(Subject.person(leaver.person), 24)
    assert "why.seeking.bar" in shown(page)
    heard(page, origins=True)
    assert "why.seeking.bar" not in shown(page)
    chips = page.view.root.find("why.reasons").chips
    assert set(chips) == {r.id for r in page.view.root.find("why.reasons").found.reasons}
    name, chip = next((n, c) for n, c in chips.items() if c.reachable)
    page.view.focus_on(chip.id)
    command = page.handle(Key(pygame.K_RETURN))
    assert isinstance(command, Go)
    future = command.scene(Look())
    assert isinstance(future, WhatIfPage)
    assert future.choice == page.moved.by[Term[name]].choice
    future._drop()


def test_seeking_can_be_stopped(scene, recording):
    leaver = next(m for m in study.movers(recording, 24) if m.way is Way.LEFT and m.why.startswith("term"))
    page = scene(Subject.person(leaver.person), 24)
    press(page, "why.seeking.stop")
    assert not page.is_seeking
    assert "why.seeking.bar" not in shown(page)
    press(page, "why.seek")
    assert page.is_seeking


def test_rivals_and_investors_answer_too_or_say_that_nobody_has_asked_them(scene, game):
    page = scene(Subject.person(1), 20)
    press(page, f"why.rival.{game.level.rivals[0].id}")
    heard(page)
    assert page.found[0].who is Who.RIVAL
    press(page, f"why.fund.{game.level.funds[0].id}")
    heard(page)
    assert page.found[0].who is Who.FUND or "had not been asked" in shown(page)["why.trouble"]


def test_asking_a_twin_turns_the_question_round(scene, recording):
    for week in range(24, 10, -1):
        for mover in study.movers(recording, week):
            page = scene(Subject.person(mover.person), week)
            if page.found[2].twin is not None:
                twin = page.found[2].twin
                own, apart = page.found[2].choice.margin, sum(amount for _, amount in twin.differences)
                assert own + apart == twin.choice.margin
                press(page, "why.twin.ask")
                heard(page)
                assert page.found[0] == Subject.person(twin.choice.person)
                return
    pytest.fail("nobody has a twin")


def test_looking_around_leaves_the_game_as_it_was(scene, game):
    before = game.model.fingerprint()
    page = scene()
    for key in (pygame.K_l, pygame.K_j, pygame.K_l):
        page.handle(Key(key))
        heard(page)
        page.draw(pygame.Surface((1280, 720)))
    assert game.model.fingerprint() == before


def test_every_kind_of_last_decision_can_be_told(scene, recording):
    told = set()
    for week in range(WEEKS, 0, -1):
        for account in [recording.accounts(m.person, week)[-1] for m in study.movers(recording, week)]:
            if account.event not in told and len(told) < 4:
                told.add(account.event)
                page = scene(Subject.person(account.person), week)
                assert page.found[2].choice.event is account.event
                page._drop()
    assert len(told) >= 4


def test_escape_leads_back(scene):
    assert scene().handle(Key(pygame.K_ESCAPE)) == Back()
