"""What `mod.yaml` may say: who a mod is, what it is made for, and what it goes together with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.content.forms import Both, Listed, Shape
from game.content.nodes import Leaf
from game.content.scalars import Name, Reader, Scalar, Whole, Written, misfit
from game.content.versions import MOST, Range, numbers, read_range
from game.world.level import Text

FORMAT = 1  # of mod.yaml


class PlainName(Name):
    """An id of one part."""

    def read(self, leaf: Leaf, reader: Reader) -> str:
        """Return the id."""
        if "/" in leaf.text:
            raise misfit("L309", found=leaf.text)
        return super().read(leaf, reader)


@dataclass(frozen=True, slots=True)
class VersionText(Scalar):
    """A version, `1.0.2`."""

    def read(self, leaf: Leaf, reader: Reader) -> str:  # noqa: ARG002 - one shape for all scalars
        """Return the version as written."""
        if numbers(leaf.text) is None:
            raise misfit("M606", found=leaf.text[:MOST])
        return leaf.text


@dataclass(frozen=True, slots=True)
class VersionRange(Scalar):
    """Versions of the game, `>=0.1,<0.2`."""

    def read(self, leaf: Leaf, reader: Reader) -> Range:  # noqa: ARG002 - one shape for all scalars
        """Return the range."""
        found = read_range(leaf.text) if len(leaf.text) <= MOST else None
        if found is None:
            raise misfit("M607", found=leaf.text[:MOST])
        return found


Ids = Annotated[tuple[Annotated[str, PlainName()], ...], Listed(24)]


class ModShape(Shape):
    """The file `mod.yaml` of a mod."""

    format: Annotated[int, Whole(1, FORMAT)] = Field(description="format of mod.yaml; 1")
    id: Annotated[str, PlainName()] = Field(
        description="name of the mod; the ids of its levels begin with it and a stroke"
    )
    version: Annotated[str, VersionText()] = Field(description="of the mod: one to three numbers, `1.0.2`")
    title: Annotated[Text, Both(60)] = Field(description="what the mod is called")
    about: Annotated[Text | None, Both(600)] = Field(None, description="what it brings")
    authors: Annotated[tuple[Annotated[str, Written(80)], ...], Listed(24)] = Field(
        (), description="who made it, as they wish to be named"
    )
    picture: Annotated[str | None, Name()] = Field(
        None, description="a picture of its own, by the name of its file in `assets` without the ending"
    )
    game: Annotated[Range, VersionRange()] = Field(
        Range(), description="versions of the game it is made for, `>=0.1,<0.2`; any when left out"
    )
    needs: Ids = Field(
        (), description="mods it builds on; they come before it, and without them it cannot be used"
    )
    optional: Ids = Field((), description="mods it comes after if they are there")
    conflicts: Ids = Field((), description="mods it cannot be used together with")
