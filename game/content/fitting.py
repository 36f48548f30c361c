"""Which parts of a condition fit together: numbers with numbers, yes with no, and no chains of comparisons.

A part that was complained about once has no kind any more and fits everywhere, so one slip makes one complaint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.content.complaints import Arg, Complaint, Said, instead
from game.content.places import Place
from game.content.tokens import Sort, Token
from game.world.conditions import Binary, Expression, Kind, Number, Operator

OPERATORS = {operator.value: operator for operator in Operator}
COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
_ABOUT_TRUTH = ("and", "or", "not")

Spot = Callable[[int, int], Place]
"""Turns an offset in a condition and a length into a place in the file."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a condition: its tree, what it is (None when unknown), and where it is written."""

    root: Expression
    kind: Kind | None
    start: int
    end: int
    sign: Token | None = None  # of a comparison outside brackets


class Fitting:
    """Joins the parts of one condition and collects what is wrong with it."""

    def __init__(self, text: str, spot: Spot, path: str) -> None:
        self.text = text
        self.spot = spot
        self.path = path
        self.complaints: list[Complaint] = []

    def complain(
        self,
        code: str,
        start: int,
        end: int,
        args: Mapping[str, Arg] | None = None,
        hint: Said | None = None,
    ) -> None:
        """Add a complaint about the characters from `start` up to `end`."""
        place = self.spot(start, max(1, end - start))
        self.complaints.append(Complaint(code, place, args or {}, self.path, hint))

    def slip(self, token: Token) -> None:
        """Complain about a token that was read as something else."""
        hint = instead(token.instead)
        code = "X207" if token.sort is Sort.NUMBER else "X202"
        self.complain(code, token.offset, token.end, {"found": token.text}, hint)

    def join(self, token: Token, left: Part, right: Part) -> Part:
        """Return two parts joined by an operator, and complain where it does not fit them."""
        root = Binary(OPERATORS[token.meaning], left.root, right.root)
        if token.meaning in COMPARISONS:
            return Part(root, self._compared(token, left, right), left.start, right.end, token)
        kinds = self.need(token, left), self.need(token, right)
        return Part(root, None if None in kinds else kinds[0], left.start, right.end)

    def need(self, token: Token, part: Part) -> Kind | None:
        """Return what an operator makes of a part, and complain if the part cannot stand there."""
        wants_truth = token.meaning in _ABOUT_TRUTH
        if part.kind is None:
            return None
        if wants_truth is (part.kind is Kind.YES_NO):
            return Kind.YES_NO if wants_truth else Kind.NUMBER
        self.complain("X205" if wants_truth else "X206", part.start, part.end, {"operator": token.meaning})
        return None

    def _compared(self, token: Token, left: Part, right: Part) -> Kind | None:
        if left.sign is not None:
            middle = self.text[left.sign.end : left.end].strip()
            better = f"{self._written(left)} and {middle} {token.meaning} {self._written(right)}"
            self.complain("X203", token.offset, token.end, hint=instead(better))
            return None
        if token.meaning in ("==", "!=") and Kind.YES_NO in (left.kind, right.kind):
            if {left.kind, right.kind} - {Kind.YES_NO, None}:
                self.complain("X214", left.start, right.end, {"operator": token.meaning})
            return Kind.YES_NO
        self.need(token, left)
        self.need(token, right)
        self._warn_of_percent(left, right)
        self._warn_of_percent(right, left)
        return Kind.YES_NO

    def _warn_of_percent(self, share: Part, figure: Part) -> None:
        """Warn of a share compared with 40 where 40% is meant."""
        written = self._written(figure)
        is_plain = isinstance(figure.root, Number) and figure.root.value > 1.0 and not written.endswith("%")
        if share.kind is Kind.SHARE and is_plain:
            args: dict[str, Arg] = {"name": self._written(share), "figure": written}
            self.complain("W404", figure.start, figure.end, args)

    def _written(self, part: Part) -> str:
        return self.text[part.start : part.end]
