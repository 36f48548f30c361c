"""Mesa is whole for whoever asks for all of it, and light for a market that does not."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLAYED = """
import sys
from game.world.model import MarketModel
from tests.levels_for_tests import tiny

model = MarketModel(tiny(), 1)
model.play_week(model.level.start.decision)
print(*[name for name in ("pandas", "networkx", "scipy", "mesa.space") if name in sys.modules])
print(len(model.datacollector.get_model_vars_dataframe()), "pandas" in sys.modules)
"""
ASKED = """
from agents.engine import mesa
import networkx
from mesa.discrete_space import OrthogonalMooreGrid

print(mesa.space.MultiGrid(3, 2, torus=True).width, networkx.path_graph(4).number_of_nodes())
print(mesa.discrete_space.OrthogonalMooreGrid is OrthogonalMooreGrid)
"""


def said(code: str) -> list[str]:
    """Run Python in a process of its own; return its lines."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.splitlines()


def test_a_market_plays_without_tables_and_graphs_and_has_its_table_when_it_is_asked_for():
    assert said(PLAYED) == ["", "1 True"]


def test_spaces_and_graphs_of_mesa_are_there_for_whoever_wants_them():
    assert said(ASKED) == ["3 4", "True"]
