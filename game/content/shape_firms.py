"""What a level may say about firms and money: the levers, the player's company, investors."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from agents.messages import Emphasis, Infra, ModelKind
from game.content.forms import Both, ById, Listed, Shape
from game.content.scalars import Figure, OneOf, Permille, Share, Weeks, Whole, Won, YesNo
from game.world.infrastructure import bits
from game.world.level import UNUSED, Business, Text, Thesis
from game.world.levers import RANGES

LEVERS = {
    "price": "price_won",
    "model": "model",
    "engineers": "engineers",
    "experts": "experts",
    "emphasis": "emphasis",
    "ops": "ops_won",
    "infrastructure": "infrastructure",
    "open_data": "open_data",
    "crawl": "crawl_items",
    "labelling": "labelling_won",
    "buying": "buying_won",
    "feedback": "feedback_permille",
    "collection": "collection_permille",
    "governance": "governance_won",
    "sell_data": "sell_data",
    "ux": "ux_won",
    "content": "content_won",
    "marketing": "marketing_won",
    "visible": "is_visible",
    "opens_early": "opens_early",
    "voucher": "applies_voucher",
    "grant": "applies_grant",
    "funding": "seeks_funding",
    "sellers": "sellers",
}
"""Every lever as levels call it -> as `agents.messages.Decision` does."""

Model = OneOf({kind.name.lower(): kind for kind in ModelKind})
Hands = OneOf({where.name.lower(): where for where in Emphasis})
Item = OneOf({item.name.lower(): item for item in Infra})
Lever = OneOf(LEVERS, "lever")
PROMISES = {lever: LEVERS[lever] for lever in ("sell_data", "crawl", "opens_early")}
"""What investors may forbid: levers that a firm can do without."""
Promised = OneOf(PROMISES, "lever")
MOST_WON = 10**13  # of any one amount: ten thousand billion, beyond every firm of this market


def _won(lever: str) -> Won:
    return Won(*RANGES[LEVERS[lever]])


def _whole(lever: str) -> Whole:
    return Whole(*RANGES[LEVERS[lever]])


class Levers(Shape):
    """Settings of levers; those left out stay as they are."""

    price: Annotated[int | None, _won("price")] = Field(None, description="asked of a user each week, won")
    model: Annotated[ModelKind | None, Model] = Field(None, description="family of model the team builds")
    engineers: Annotated[int | None, _whole("engineers")] = Field(None, description="people who build")
    experts: Annotated[int | None, _whole("experts")] = Field(None, description="people who know the domain")
    emphasis: Annotated[Emphasis | None, Hands] = Field(None, description="where the team puts its hands")
    ops: Annotated[int | None, _won("ops")] = Field(
        None, description="work on the platform that pays back technical debt, won a week"
    )
    infrastructure: Annotated[tuple[Annotated[Infra, Item], ...] | None, Listed(len(Infra))] = Field(
        None, description="what is paid for besides people and data; everything when left out"
    )
    open_data: Annotated[bool | None, YesNo()] = Field(None, description="train on open benchmark data")
    crawl: Annotated[int | None, _whole("crawl")] = Field(
        None, description="raw items the crawler fetches a week"
    )
    labelling: Annotated[int | None, _won("labelling")] = Field(None, description="annotators, won a week")
    buying: Annotated[int | None, _won("buying")] = Field(None, description="bought items, won a week")
    feedback: Annotated[int | None, Permille()] = Field(
        None, description="how well the product asks for usable answers"
    )
    collection: Annotated[int | None, Permille()] = Field(
        None, description="how much of what users do is recorded"
    )
    governance: Annotated[int | None, _won("governance")] = Field(
        None, description="privacy work, won a week"
    )
    sell_data: Annotated[bool | None, YesNo()] = Field(None, description="sell what users leave behind")
    ux: Annotated[int | None, _won("ux")] = Field(None, description="design, won a week")
    content: Annotated[int | None, _won("content")] = Field(
        None, description="content beside the AI, won a week"
    )
    marketing: Annotated[int | None, _won("marketing")] = Field(
        None, description="advertisements, won a week"
    )
    visible: Annotated[bool | None, YesNo()] = Field(None, description="show the analysis as it works")
    opens_early: Annotated[bool | None, YesNo()] = Field(
        None, description="open before the first model is ready"
    )
    voucher: Annotated[bool | None, YesNo()] = Field(None, description="apply for data vouchers")
    grant: Annotated[bool | None, YesNo()] = Field(None, description="apply for research grants")
    funding: Annotated[bool | None, YesNo()] = Field(
        None, description="look for investors when money runs short"
    )
    sellers: Annotated[int | None, _whole("sellers")] = Field(
        None, description="people who find clients for a technology"
    )

    def orders(self) -> tuple[tuple[str, int], ...]:
        """Return what is set, by the names of `Decision`."""
        settings = ((field, getattr(self, lever)) for lever, field in LEVERS.items())
        found = ((field, setting) for field, setting in settings if setting is not None)
        return tuple((f, bits(s) if isinstance(s, tuple) else s) for f, s in found)


class Player(Shape):
    """The player's company as the level opens."""

    name: Annotated[Text, Both(24)] = Field(description="what the company is called")
    business: Annotated[Business, OneOf({b.value: b for b in Business})] = Field(
        Business.CONTENT, description="whom it sells to: content to people, or technology to firms"
    )
    cash: Annotated[int, Won(0, MOST_WON)] = Field(description="money in the till, won")
    knowledge: Annotated[float, Share(0, 0.95)] = Field(
        0.15, description="what the founders know of the domain"
    )
    ux: Annotated[float, Share(0, 0.95)] = Field(0.25, description="how good the design already is")
    start: Levers = Field(Levers.model_construct(), description="orders in force before the first week")
    levers: Annotated[tuple[Annotated[str, Lever], ...] | None, Listed(len(LEVERS))] = Field(
        None, description="levers the player can move, as `Decision` calls them; all when left out"
    )
    locked: Annotated[tuple[Annotated[str, Lever], ...], Listed(len(LEVERS))] = Field(
        (), description="levers the player cannot move, whatever `levers` says"
    )
    models: Annotated[tuple[Annotated[ModelKind, Model], ...], Listed(len(ModelKind), 1)] = Field(
        tuple(ModelKind), description="families of model the player can choose from"
    )

    @property
    def free(self) -> frozenset[str]:
        """Return the levers the player can move, as `Decision` calls them."""
        chosen = frozenset(LEVERS.values() if self.levers is None else self.levers)
        return chosen - frozenset(self.locked) - UNUSED[self.business]


class Milestone(Shape):
    """What a part of the money waits for."""

    held_back: Annotated[float, Share(0.01, 0.9)] = Field(
        description="share of the cheque that is paid only once the milestone is reached"
    )
    users: Annotated[int, Whole(1, 10**9)] = Field(description="people who must use the service by then")
    within: Annotated[int, Weeks(1, 520)] = Field(26, description="weeks from the round to reach it")


class Terms(Shape):
    """What a fund asks for beside its share of the company."""

    milestone: Milestone | None = Field(None, description="hold back a part of the money until a milestone")
    forbids: Annotated[tuple[Annotated[str, Promised], ...], Listed(len(PROMISES))] = Field(
        (), description="what the firm promises not to do after the round"
    )
    preference: Annotated[float, Figure(0, 3)] = Field(
        0.0, description="times its cheque that the fund is paid before the founders if the company is sold"
    )


class Investor(Shape):
    """A fund as the level opens."""

    name: Annotated[Text, Both(24)] = Field(description="what the fund is called")
    looks_for: Annotated[Thesis, OneOf({"earnings": Thesis.EARNS, "scarcity": Thesis.SCARCE})] = Field(
        description="what it believes in: firms that earn, or technology nobody else has"
    )
    conditions: Terms | None = Field(None, description="what it asks for beside its share of the company")


Investors = Annotated[dict[str, Investor], ById(12)]
