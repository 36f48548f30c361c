"""In the workshop a slip is mended by a press, after the line was seen both ways, and a level is proved beside the frames."""

import shutil
from pathlib import Path
from time import monotonic, sleep

import pygame
import pytest

from game.content.complaints import errors
from game.study.proofs import Proofs
from game.study.prover import Prover
from game.ui.background import Task
from game.ui.house import House
from game.ui.inputs import Key
from game.ui.labels import Label, Meter, Paragraph
from game.ui.look import Look
from game.ui.scenes.workshop import ROWS, Workshop
from game.ui.scenes.workshop_work import FIX, Trials
from game.ui.widgets import Act, Deed
from tests.content.mods_for_tests import level, mod
from tests.ui.workshop_samples import EXAMPLES

SLIP = "plaier: {cash: 1M}\n"
SMALL = """\
clock: {weeks: 2}
market: {agents: 500}
player: {levers: [price]}
"""
PATIENCE_S = 120  # for processes that start on a busy machine


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house whose player has a broken level and a small one."""
    data = tmp_path / "data"
    (data / "levels").mkdir(parents=True)
    (data / "levels" / "own.yaml").write_text(level("own", SLIP), encoding="utf-8")
    (data / "levels" / "small.yaml").write_text(level("small", SMALL), encoding="utf-8")
    game = tmp_path / "game"
    shutil.copytree(EXAMPLES.parents[1] / "levels" / "core", game / "core")
    (game / "01_base.yaml").write_text(level("base", SLIP), encoding="utf-8")
    found = House(data, "en", folders=(game,))
    found.loading = Task(found.read).start()
    found.loading.result(60)
    return found


def waited(scene: Workshop) -> Workshop:
    until = monotonic() + PATIENCE_S
    while scene.reading is not None or scene.mending is not None:
        scene.update(0.0)
        assert monotonic() < until
        sleep(0.01)
    return scene


def opened(house: House, part: str) -> Workshop:
    scene = waited(Workshop(house, Look()))
    name = next(name for name, _ in scene._things() if part in name)
    scene.view.focus_on(ROWS + name)  # what has the focus is what is shown, however long a mend takes
    scene.update(0.0)
    return scene


def texts(scene: Workshop) -> str:
    return "\n".join(one.label for one in scene.reader.walk() if isinstance(one, Label | Paragraph))


def test_a_slip_is_mended_after_the_line_was_seen_both_ways(house: House) -> None:
    scene = opened(house, "own.yaml")
    scene.view.focus_on(f"{FIX}0", by_key=True)
    scene.handle(Key(pygame.K_RETURN))
    shown = {one.id: one.label for one in scene.view.widgets()}
    assert shown["workshop.mend.before.line"] == "plaier: {cash: 1M}"
    assert shown["workshop.mend.after.line"] == "player: {cash: 1M}"
    assert "plaier" in (house.own_levels / "own.yaml").read_text(encoding="utf-8")
    scene.handle(Key(pygame.K_RETURN))
    waited(scene)
    assert "player: {cash: 1M}" in (house.own_levels / "own.yaml").read_text(encoding="utf-8")
    (copy,) = (house.data / "backups").iterdir()
    assert SLIP in copy.read_text(encoding="utf-8")
    assert str(copy) in texts(scene)
    assert "unknown key" not in texts(scene)


def test_nothing_is_written_when_the_question_is_answered_with_no(house: House) -> None:
    scene = opened(house, "own.yaml")
    before = (house.own_levels / "own.yaml").read_bytes()
    scene.act(Act(f"{FIX}0", Deed.PRESS))
    scene.handle(Key(pygame.K_ESCAPE))
    assert not scene.has_dialog
    assert (house.own_levels / "own.yaml").read_bytes() == before


def test_a_file_changed_outside_meanwhile_is_left_alone_with_a_sentence(house: House) -> None:
    scene = opened(house, "own.yaml")
    scene.act(Act(f"{FIX}0", Deed.PRESS))
    mine = level("own", "# rewritten\n" + SLIP)
    (house.own_levels / "own.yaml").write_text(mine, encoding="utf-8")
    scene.handle(Key(pygame.K_RETURN))
    waited(scene)
    assert "has changed since it was read" in texts(scene)
    assert (house.own_levels / "own.yaml").read_text(encoding="utf-8") == mine


def test_a_word_that_does_not_help_is_taken_back(house: House) -> None:
    # The word is a slip of `player`, which stands there already: writing it makes a key come twice.
    path = house.own_levels / "own.yaml"
    path.write_text(level("own", SLIP + "player: {cash: 2M}\n"), encoding="utf-8")
    before = path.read_bytes()
    scene = opened(house, "own.yaml")
    scene.act(Act(f"{FIX}0", Deed.PRESS))
    scene.handle(Key(pygame.K_RETURN))
    waited(scene)
    assert "has not helped" in texts(scene)
    assert path.read_bytes() == before


def test_a_level_of_a_mod_can_be_mended_and_the_mod_stays_clean(house: House) -> None:
    mod(house.mods_folder, "shop", files={"levels/a.yaml": level("shop/a", SLIP)})
    house.reload().result(60)
    scene = opened(house, "shop/levels/a.yaml")
    scene.act(Act(f"{FIX}0", Deed.PRESS))
    scene.handle(Key(pygame.K_RETURN))
    waited(scene)
    made = next(made for made in scene.bench.levels if made.mod == "shop")  # type: ignore[union-attr]
    assert errors(made.complaints) == ()
    assert sorted(file.name for file in (house.mods_folder / "shop" / "levels").iterdir()) == ["a.yaml"]


def test_the_games_own_levels_have_nothing_to_press(house: House) -> None:
    scene = opened(house, "01_base.yaml")
    assert "unknown key" in texts(scene)
    assert not [one.id for one in scene.reader.walk() if one.id.startswith(FIX)]


def test_a_level_is_proved_beside_the_frames_and_its_table_is_kept(house: House) -> None:
    scene = opened(house, "small.yaml")
    scene.trials = Trials(house.data, worlds=1)
    scene.view.focus_on("workshop.prove", by_key=True)
    scene.handle(Key(pygame.K_RETURN))
    until, was_shown, was_on = monotonic() + PATIENCE_S, False, set()
    while not (scene.trials.prover and scene.trials.prover.is_done):
        scene.update(0.016)
        was_shown |= any(one.id == "workshop.progress" for one in scene.reader.walk())
        was_on.add(scene.view.top.focus.widget.id)  # type: ignore[union-attr]
        assert monotonic() < until
        sleep(0.01)
    scene.update(0.0)
    assert was_shown
    assert "workshop.prove-stop" in was_on
    assert scene.trials.prover.error is None
    meters = {one.label for one in scene.reader.walk() if isinstance(one, Meter)}
    assert "a founder who does nothing" in meters
    made = next(made for made in scene.bench.levels if made.id == "small")  # type: ignore[union-attr]
    assert made.proof is not None
    assert Proofs(house.data).read(made.level)  # type: ignore[arg-type]


def test_a_proof_stops_when_it_is_told_to_and_when_one_leaves(house: House) -> None:
    scene = opened(house, "small.yaml")
    made = next(made for made in scene.bench.levels if made.id == "small")  # type: ignore[union-attr]
    for way in ("workshop.prove-stop", "workshop.play", "workshop.head.back"):
        prover = Prover(made.level, Proofs(house.data))  # type: ignore[arg-type]
        scene.trials.prover, scene.trials.path = prover, made.path
        scene.update(0.0)
        scene.act(Act(way, Deed.PRESS))
        assert prover.is_stopped
