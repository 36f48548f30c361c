"""The numbers of the market a level sets: `b_q: 4.2`, or with a reason where the value is out of the ordinary.

The names and their plausible ranges are those of `game.world.parameters`; the money a company opens with is `player.cash`,
so that one amount has one name. Outside its range a parameter is taken only as

    b_q: {value: 7, override: true, why: a market of connoisseurs, source: judgement}

and beyond the bounds of `game.world.bounds`, where it would mean nothing, not at all.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from game.content.amounts import percent, written
from game.content.complaints import Complaint, Said
from game.content.forms import opened
from game.content.nodes import Leaf, Node
from game.content.scalars import Figure, Reader, Scalar, Share, Written, YesNo, told
from game.world.bounds import bounds
from game.world.parameters import Provenance, about

ELSEWHERE = {"seed": "player.cash"}
KNOWN = {name: known for name, known in about().items() if name not in ELSEWHERE}

_FAR = 1e12  # keeps every product of a few parameters finite
_KEYS: dict[str, Scalar] = {
    "value": Figure(-_FAR, _FAR),
    "override": YesNo(),
    "why": Written(),
    "source": Written(),
}


class Settings:
    """Marks a `dict[str, float]`: parameters by name."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(_read)


def _read(node: object, info: ValidationInfo) -> dict[str, float]:
    reader: Reader = info.context  # type: ignore[assignment]
    settings = opened(node, tuple(KNOWN), reader, ELSEWHERE)
    found = {name: _setting(name, below, reader) for name, below in settings.items()}
    return {name: value for name, value in found.items() if value is not None}


def _setting(name: str, node: Node, reader: Reader) -> float | None:
    """Return the value of a parameter if it can be read; complain if it lies out of range without a reason."""
    if isinstance(node, Leaf):
        said, leaf = {"value": _part("value", name, node, reader)}, node
    else:
        try:
            parts = opened(node, tuple(_KEYS), reader)
        except PydanticCustomError as error:
            reader.complain(told(error.type, error.context or {}, node.place, name, reader.path(node)))
            return None
        said = {key: _part(key, key, below, reader) for key, below in parts.items()}
        if "value" not in parts:
            reader.complain(Complaint("L302", node.place, {"key": "value"}, reader.path(node)))
        below = parts.get("value")
        leaf = below if isinstance(below, Leaf) else Leaf(node.place, "")
    value = said.get("value")
    if not isinstance(value, float):
        return None
    _keep_in_range(name, value, leaf, bool(said.get("override") and said.get("why")), reader)
    return value


def _part(key: str, name: str, node: Node, reader: Reader) -> object:
    try:
        return _KEYS[key].take(node, reader)
    except PydanticCustomError as error:
        reader.complain(told(error.type, error.context or {}, node.place, name, reader.path(node)))
        return None


def _keep_in_range(name: str, value: float, leaf: Leaf, has_reason: bool, reader: Reader) -> None:
    known, (least, most) = KNOWN[name], bounds(name)
    is_sensible = least <= value <= most
    if known.low <= value <= known.high or (has_reason and is_sensible):
        return
    if not has_reason:
        least, most = known.low, known.high
    bound = Said("between", {"least": _named(least, known), "most": _named(most, known)})
    found = written(Decimal(str(value))) if not leaf.text else leaf.text
    is_slip = known.unit == "share" and 1 < value <= 100
    beyond = Said("override-range", {"value": found}) if is_sensible else Said("override-bounds")
    hint = Share().remedy(leaf, Decimal(str(value))) if is_slip else beyond
    reader.complain(
        Complaint("L304", leaf.place, {"key": name, "found": found, "bound": bound}, reader.path(leaf), hint)
    )


def _named(end: float, known: Provenance) -> str:
    exact = Decimal(str(end))
    return percent(exact) if known.unit == "share" else written(exact)
