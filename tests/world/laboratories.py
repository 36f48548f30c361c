"""Technology firms for tests: what they offer, and one that begins."""

import numpy as np
from hypothesis import strategies as st

from agents.messages import ModelKind
from game.world.contracts import TechnologyCompany, Terms, research, terms
from game.world.parameters import Parameters
from tests.world.worlds import firm

share = st.floats(0, 1)
few = st.integers(0, 6)


def offer(quality: float, *rivals: float, explainability: float = 0.0) -> Terms:
    return terms(quality, rivals, explainability, Parameters())


def lab(quality: float = 0.8, sellers: int = 2, seed: int = 1, clients: int = 0) -> TechnologyCompany:
    company = research(firm(sellers=sellers))
    company.skill = company.lab_skill = np.full(4, quality)
    company.has_launched, company.seed, company.model = True, seed, int(ModelKind.DEEP)
    company.contracts = tuple(range(clients))
    return company
