"""Levels whose cards change whom the company sells to, and people who meet the model in their own way."""

from game.content import levels
from game.world.level import Meets

HEAD = "format: 1\nid: turning\nextends: core/startup\ntitle: {ko: 가, en: a}\n"
CARD = """
events:
  whom:
    when: week >= 1
    title: {ko: 가, en: a}
    choices:
      people: {label: {ko: 가, en: a}}
      firms: {label: {ko: 나, en: b}, effects: [{change: business, add: 1}]}
"""
PLAN = """
plans:
  laboratory:
    name: {ko: 가, en: a}
    answers: {whom: firms}
    steps: [{set: {sellers: 2}}]
"""


def _codes(path, said):
    path.write_text(HEAD + said, encoding="utf-8")
    return {complaint.code for complaint in levels.examine(path).complaints}


def test_a_plan_may_move_what_a_card_frees(tmp_path):
    assert "L325" not in _codes(tmp_path / "turning.yaml", CARD + PLAN)


def test_without_such_a_card_it_may_not(tmp_path):
    plain = CARD.replace("business", "promise")
    assert "L325" in _codes(tmp_path / "turning.yaml", plain + PLAN)


def test_people_meet_the_model_as_the_level_says_and_as_it_is_offered_by_default(tmp_path):
    path = tmp_path / "turning.yaml"
    assert not _codes(path, "segments: {students: {meets: hidden}}\n") & {"L303", "L304"}
    found = {segment.id: segment.meets for segment in levels.load(path).segments}
    assert found["students"] is Meets.HIDDEN
    assert found["everyday"] is Meets.OFFERED


def test_saying_what_is_so_anyway_leaves_the_hash_alone(tmp_path):
    path = tmp_path / "turning.yaml"
    path.write_text(HEAD, encoding="utf-8")
    plain = levels.load(path).hash
    path.write_text(HEAD + "segments: {students: {meets: offered}}\n", encoding="utf-8")
    assert levels.load(path).hash == plain
