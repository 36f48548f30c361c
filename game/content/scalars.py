"""How one text of a level is read: as a figure, an amount of won, a share, yes or no, a choice, an id, a condition.

Each way of reading is a mark that stands in the shape, `Annotated[float, Share()]`, and is all pydantic knows about the field. A
text that cannot be read raises a misfit: a complaint that knows its code but not yet its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from game.content import amounts, guesses
from game.content.amounts import Computed
from game.content.complaints import MOST, Arg, Complaint, Said, instead, meant
from game.content.conditions import Catalogue, read_condition
from game.content.ids import better_id, is_id
from game.content.nodes import Items, Leaf, Map
from game.content.places import Place
from game.world.conditions import NEVER, Condition


@dataclass(slots=True)
class Reader:
    """What reading one level needs to know, and the complaints that do not stop the reading."""

    catalogue: Catalogue  # of the names a condition may ask for
    paths: Mapping[int, str]  # id of a node -> its key in the level
    complaints: list[Complaint] = field(default_factory=list)

    def path(self, node: object) -> str:
        """Return the key a node of the level stands under."""
        return self.paths.get(id(node), "")

    def complain(self, *complaints: Complaint) -> None:
        """Add complaints, as many as anybody reads."""
        self.complaints += complaints[: max(0, MOST - len(self.complaints))]


def misfit(code: str, hint: Said | None = None, **args: Arg) -> PydanticCustomError:
    """Return the error for a text that does not fit its field; its place is found by the field."""
    return PydanticCustomError(code, "does not fit", {"args": args, "hint": hint})


def told(code: str, about: Mapping[str, Any], place: Place, key: str, path: str) -> Complaint:
    """Return a misfit as a complaint, now that its place is known; `about` is what the misfit carries."""
    args: dict[str, Arg] = {"key": named(path) or key, **about.get("args", {})}
    return Complaint(code, place, args, path, about.get("hint"))


def named(path: str) -> str:
    """Return what a complaint calls a key: its last word, and of an item of a list where it stands, `debrief.2`."""
    above, _, last = path.rpartition(".")
    return f"{above.rpartition('.')[2]}.{last}" if last.isdigit() else last


def wrong_kind(node: object, wanted: str) -> PydanticCustomError:
    """Return the error for a map, a list or nothing where something else belongs; `wanted` is a term of the catalogue."""
    found = "a-map" if isinstance(node, Map) else "a-list" if isinstance(node, Items) else "a-text"
    if isinstance(node, Leaf) and node.is_null:
        found = "nothing"
    return misfit("L307", wanted=Said(wanted), found=Said(found))


class Scalar:
    """A way to read one text."""

    wanted: ClassVar[str] = "a-text"

    def read(self, leaf: Leaf, reader: Reader) -> Any:
        """Return what the text means.

        Raises:
            PydanticCustomError: it means nothing here.
        """
        raise NotImplementedError

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._take)

    def _take(self, node: object, info: ValidationInfo) -> Any:
        reader: Reader = info.context  # type: ignore[assignment]
        return self.take(node, reader)

    def take(self, node: object, reader: Reader) -> Any:
        """Return what a node means, if it is a text at all.

        Raises:
            PydanticCustomError: it means nothing here.
        """
        if not isinstance(node, Leaf) or node.is_null:
            raise wrong_kind(node, self.wanted)
        return self.read(node, reader)


@dataclass(frozen=True, slots=True)
class Figure(Scalar):
    """A number in a range."""

    low: float
    high: float
    wanted = "a-number"

    def read(self, leaf: Leaf, reader: Reader) -> float:  # noqa: ARG002 - one shape for all scalars
        """Return the number."""
        return float(self.value(leaf, "L306"))

    def value(self, leaf: Leaf, code: str) -> Decimal:
        """Return the figure if it can be read and lies in the range."""
        value = amounts.amount(leaf)
        if value is None:
            raise misfit(code, instead(self.meant(leaf.text)), found=leaf.text)
        if not self.low <= value <= self.high:
            raise misfit("L304", self.remedy(leaf, value), found=self.quoted(leaf, value), bound=self.bound())
        return value

    def meant(self, text: str) -> str | None:
        """Return how a figure that cannot be read should have been written."""
        return amounts.better(text)

    def quoted(self, leaf: Leaf, value: Decimal) -> str:
        """Return the figure as the file has it, or as it was worked out."""
        return amounts.written(value) if isinstance(leaf, Computed) else leaf.text

    def remedy(self, leaf: Leaf, value: Decimal) -> Said | None:  # noqa: ARG002 - for the figures that know one
        """Return what to write instead, where that can be guessed."""
        return None

    def bound(self) -> Said:
        """Return the range as a phrase."""
        low, high = (self.named(Decimal(str(end))) for end in (self.low, self.high))
        return Said("between", {"least": low, "most": high})

    def named(self, end: Decimal) -> str:
        """Return an end of the range as a level would write it."""
        return amounts.written(end)


@dataclass(frozen=True, slots=True)
class Share(Figure):
    """A part of a whole, `40%` or `0.4`."""

    low: float = 0.0
    high: float = 1.0

    def remedy(self, leaf: Leaf, value: Decimal) -> Said | None:
        """Return how to write 55 as a share, if that is what was meant."""
        is_meant = 1 < value <= 100 * Decimal(str(self.high))
        if not is_meant or isinstance(leaf, Computed) or leaf.text.endswith("%"):
            return None
        return Said(
            "write-share", {"percent": amounts.percent(value / 100), "share": amounts.written(value / 100)}
        )

    def named(self, end: Decimal) -> str:
        """Return an end of the range in per cent."""
        return amounts.percent(end)


@dataclass(frozen=True, slots=True)
class Permille(Share):
    """A share kept as whole permille, as decisions do."""

    def read(self, leaf: Leaf, reader: Reader) -> int:  # noqa: ARG002 - one shape for all scalars
        """Return the share in permille."""
        return _rounded(self.value(leaf, "L306") * 1000)


@dataclass(frozen=True, slots=True)
class Whole(Figure):
    """A whole number; one worked out from an inherited figure is rounded."""

    wanted = "a-whole-number"

    def read(self, leaf: Leaf, reader: Reader) -> int:  # noqa: ARG002 - one shape for all scalars
        """Return the number."""
        return self.whole(leaf, "L305")

    def whole(self, leaf: Leaf, code: str) -> int:
        """Return the figure if it is whole."""
        value = self.value(leaf, code)
        if not isinstance(leaf, Computed) and value != value.to_integral_value():
            raise misfit(code, found=leaf.text)
        return _rounded(value)


@dataclass(frozen=True, slots=True)
class Won(Whole):
    """An amount of money in whole won."""

    wanted = "an-amount"

    def read(self, leaf: Leaf, reader: Reader) -> int:  # noqa: ARG002 - one shape for all scalars
        """Return the amount."""
        return self.whole(leaf, "L317")


@dataclass(frozen=True, slots=True)
class Weeks(Whole):
    """A length of time, `8` or `8 weeks`."""

    def value(self, leaf: Leaf, code: str) -> Decimal:
        """Return the number of weeks; the word behind it may be left out."""
        bare = re.sub(r"\s+weeks?$", "", leaf.text)
        plain = leaf if isinstance(leaf, Computed) else Leaf(leaf.place, bare, leaf.style)
        return Figure.value(self, plain, "L328" if code == "L305" else code)

    def meant(self, text: str) -> str | None:
        """Return the weeks of `3 months`."""
        return guesses.weeks(text) or amounts.better(text)


def _rounded(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_HALF_EVEN))


@dataclass(frozen=True, slots=True)
class YesNo(Scalar):
    """`yes` or `no`, `true` or `false`."""

    def read(self, leaf: Leaf, reader: Reader) -> bool:  # noqa: ARG002 - one shape for all scalars
        """Return the answer."""
        answer = {"yes": True, "true": True, "no": False, "false": False}.get(leaf.text)
        if answer is None:
            raise misfit("L314", instead(guesses.answer(leaf.text)), found=leaf.text)
        return answer


class OneOf(Scalar):
    """One word of a closed list; `kind` names the list where it is too long to say, and a remedy says where to read it."""

    def __init__(self, choices: Mapping[str, object] | Collection[str], kind: str = "") -> None:
        self.choices = choices if isinstance(choices, Mapping) else {choice: choice for choice in choices}
        self.kind = kind

    def read(self, leaf: Leaf, reader: Reader) -> object:  # noqa: ARG002 - one shape for all scalars
        """Return what the word stands for."""
        if leaf.text in self.choices:
            return self.choices[leaf.text]
        hint = meant(leaf.text, self.choices)
        if self.kind:
            raise misfit("L313", hint, kind=Said(self.kind), found=leaf.text)
        near = hint if hint is not None and hint.id == "did-you-mean" else None
        raise misfit("L303", near, found=leaf.text, choices=tuple(self.choices))


@dataclass(frozen=True, slots=True)
class Name(Scalar):
    """An id: small letters, digits, `-` and `_`, parts joined by `/`. It is looked up, never used as a path."""

    def read(self, leaf: Leaf, reader: Reader) -> str:  # noqa: ARG002 - one shape for all scalars
        """Return the id."""
        if not is_id(leaf.text):
            raise misfit("L309", better_id(leaf.text), found=leaf.text)
        return leaf.text


@dataclass(frozen=True, slots=True)
class Written(Scalar):
    """Words for those who read the file, such as a source."""

    most: int = 400

    def read(self, leaf: Leaf, reader: Reader) -> str:  # noqa: ARG002 - one shape for all scalars
        """Return the words."""
        if len(leaf.text) > self.most:
            raise misfit("L322", found=len(leaf.text), most=self.most)
        return leaf.text


class Asks(Scalar):
    """A condition; `more` are names that may be asked here besides the catalogue's."""

    wanted = "a-condition"

    def __init__(self, more: Catalogue | None = None) -> None:
        self.more = more

    def read(self, leaf: Leaf, reader: Reader) -> Condition:
        """Return the condition; what is wrong with it is complained about under the very word."""
        catalogue = {**reader.catalogue, **self.more} if self.more else reader.catalogue
        condition, complaints = read_condition(leaf, catalogue, reader.path(leaf))
        reader.complain(*complaints)
        return condition or NEVER
