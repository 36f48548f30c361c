"""What an event card does to the world: to the player's firm, to the numbers of the market, and to whom the firm sells."""

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from game.world import contracts
from game.world.company import Company
from game.world.effects import apply
from game.world.ground import ground_of
from game.world.level import UNUSED, Business, Effect
from game.world.rivals import MatureCompany

if TYPE_CHECKING:
    from game.world.model import MarketModel


def play_on(model: "MarketModel", effects: tuple[Effect, ...]) -> None:
    """Let an event card change the player's firm, its rivals or the numbers of the market."""
    scene = model.scene
    for effect in effects:
        apply(effect, scene)
    if scene.parameters is not model.parameters:
        model.parameters = scene.parameters
        model.ground = ground_of(model.level, model.parameters)
    if scene.learned > 0:
        _teach(model, scene.learned)
        scene.learned = 0.0
    if scene.business is not None:
        become(model, scene.business)
        scene.business = None


def _teach(model: "MarketModel", gain: float) -> None:
    """Let every finished product that is open grow better by what was published."""
    for other in model.companies:
        if isinstance(other, MatureCompany) and other.is_open:
            other.adopt(gain)


def become(model: "MarketModel", business: Business) -> None:
    """Let the player's firm sell to somebody else from this week on; levers that are of no use then are locked, others open."""
    start, company = model.level.start, model.companies[0]
    if start.business is business:
        return
    turned = contracts.research(company) if business is Business.TECHNOLOGY else _service(company)
    idle = {lever: 0 for lever in UNUSED[business] if lever.endswith("_won") and lever != "price_won"}
    turned.decision = replace(turned.decision, **idle)  # type: ignore[arg-type] # budgets of Decision
    locked = start.locked - UNUSED[start.business] | UNUSED[business]
    model.level = replace(model.level, start=replace(start, business=business, locked=locked))
    model.companies = (turned, *model.companies[1:])
    model.scene.company = turned


def _service(company: Company) -> Company:
    return Company(**{f.name: getattr(company, f.name) for f in fields(Company)})
