"""Conditions as levels write them: `users > 10k and privacy.trust < 40%`.

A Pratt parser (Vaughan Pratt, Top Down Operator Precedence, 1973) turns the text into the closed tree of `game.world.conditions`.
It knows what every name is, so `cash and users > 3` is refused before the game starts, under the word that is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from game.content.complaints import Arg, Complaint, Said, Severity, meant
from game.content.fitting import COMPARISONS, OPERATORS, Fitting, Part, Spot
from game.content.nodes import Leaf
from game.content.tokens import Sort, Token, tokens
from game.world.conditions import (
    Binary,
    Condition,
    Expression,
    Flag,
    Kind,
    Number,
    Operator,
    Truth,
    Unary,
    Value,
)

MOST_LETTERS = 400  # characters of one condition; the longest of the campaign has about 100
MOST_NESTED = 16  # brackets, `not` and minus inside each other

_POWERS = {"or": 1, "and": 2, **dict.fromkeys(COMPARISONS, 4), "+": 5, "-": 5, "*": 6, "/": 6}
_NOT, _NEGATIVE = 3, 7  # `not a > b` is `not (a > b)`; `-a * b` is `(-a) * b`
_TRUTHS = {"yes": True, "true": True, "no": False, "false": False}


class Known(Protocol):
    """What the catalogue says about a name, as far as a condition cares."""

    @property
    def kind(self) -> Kind | str:
        """Whether it is a number, a share, money, weeks or a yes-or-no; as `Kind` or as it is written."""


Catalogue = Mapping[str, Known]
Parsed = tuple[Condition | None, tuple[Complaint, ...]]


def read_condition(leaf: Leaf, catalogue: Catalogue, path: str = "") -> Parsed:
    """Return the condition a text of a level says, or None, and what is wrong with it.

    Args:
        leaf: the text with its place.
        catalogue: every name that can be asked for.
        path: the key of the level it stands under, for the complaints.
    """
    return parse(leaf.text, catalogue, leaf.spot, path)


def parse(text: str, catalogue: Catalogue, spot: Spot, path: str = "") -> Parsed:
    """Return the condition a text says, or None, and what is wrong with it. A condition can come with warnings."""
    parser = _Parser(text, catalogue, Fitting(text, spot, path))
    try:
        root: Expression | None = parser.whole()
    except _BrokeOff:
        root = None
    complaints = tuple(parser.fitting.complaints)
    if root is None or any(c.severity is Severity.ERROR for c in complaints):
        return None, complaints
    return Condition(text, root), complaints


class _BrokeOff(Exception):  # noqa: N818 - the way out of the recursion, never seen outside
    """The rest of a condition cannot be read."""


class _Parser:
    """Reads one condition."""

    def __init__(self, text: str, catalogue: Catalogue, fitting: Fitting) -> None:
        self.text = text
        self.catalogue = catalogue
        self.fitting = fitting
        self.tokens: list[Token] = []
        self.reached = 0
        self.depth = 0

    def whole(self) -> Expression:
        """Read the condition to its end.

        Raises:
            _BrokeOff: it cannot be read; the complaint is made.
        """
        if len(self.text) > MOST_LETTERS:
            raise self._stop("X208", 0, len(self.text), {"most": MOST_LETTERS, "found": len(self.text)})
        self.tokens = list(tokens(self.text, self.catalogue))
        if len(self.tokens) == 1:
            raise self._stop("X210", 0, 1)
        part = self._expression(0)
        if self._next.sort is not Sort.END:
            raise self._unexpected(self._next, is_after_operand=True)
        if part.kind not in (Kind.YES_NO, None):
            self.fitting.complain("X213", part.start, part.end)
        return part.root

    @property
    def _next(self) -> Token:
        return self.tokens[self.reached]

    def _take(self) -> Token:
        token = self._next
        self.reached += 1
        if token.instead is not None:
            self.fitting.slip(token)
        return token

    def _sign(self) -> str:
        """Return what the next token means if it is an operator, a bracket or a word."""
        return self._next.meaning if self._next.sort in (Sort.SIGN, Sort.WORD) else ""

    def _expression(self, power: int) -> Part:
        """Read as far as operators bind more tightly than `power`."""
        left = self._operand()
        while _POWERS.get(self._sign(), 0) > power:
            token = self._take()
            left = self.fitting.join(token, left, self._expression(_POWERS[token.meaning]))
        return left

    def _operand(self) -> Part:
        if self._next.sort is Sort.NUMBER:
            token = self._take()
            return Part(Number(token.value), Kind.NUMBER, token.offset, token.end)
        if self._next.sort is Sort.NAME:
            return self._name(self._take())
        if self._sign() in _TRUTHS:
            token = self._take()
            return Part(Truth(_TRUTHS[token.meaning]), Kind.YES_NO, token.offset, token.end)
        return self._nested()

    def _nested(self) -> Part:
        """Read what holds operands of its own: the only way down, so nests are counted here."""
        readers = {
            "(": self._bracket,
            "-": self._unary,
            "not": self._unary,
            "min": self._choice,
            "max": self._choice,
        }
        reader = readers.get(self._sign())
        if reader is None:
            raise self._unexpected(self._next)
        self.depth += 1
        token = self._take()
        if self.depth > MOST_NESTED:
            raise self._stop("X209", token.offset, token.end, {"most": MOST_NESTED})
        part = reader(token)
        self.depth -= 1
        return part

    def _name(self, token: Token) -> Part:
        known = self.catalogue.get(token.text)
        if known is None:
            hint = meant(token.text, self.catalogue) or Said("list-values")
            self.fitting.complain("X204", token.offset, token.end, {"name": token.text}, hint)
        kind = Kind(known.kind) if known else None
        root = Flag(token.text) if kind is Kind.YES_NO else Value(token.text)
        return Part(root, kind, token.offset, token.end)

    def _bracket(self, opened: Token) -> Part:
        part = self._expression(0)
        return replace(part, start=opened.offset, end=self._close(opened).end, sign=None)

    def _close(self, opened: Token) -> Token:
        if self._next.sort is Sort.END:
            raise self._stop("X211", opened.offset, opened.end)
        if self._sign() != ")":
            raise self._unexpected(self._next, is_after_operand=True)
        return self._take()

    def _unary(self, token: Token) -> Part:
        operator = OPERATORS[token.meaning]
        part = self._expression(_NOT if operator is Operator.NOT else _NEGATIVE)
        kind = self.fitting.need(token, part)
        return Part(Unary(operator, part.root), kind, token.offset, part.end)

    def _choice(self, token: Token) -> Part:
        """Read `min(a, b)` or `max(a, b, c)` as a chain of two at a time."""
        opened = self._next
        if self._sign() != "(":
            raise self._stop("X215", token.offset, token.end, {"name": token.meaning})
        self._take()
        parts = [self._expression(0)]
        while self._sign() == ",":
            self._take()
            parts.append(self._expression(0))
        closed = self._close(opened)
        if len(parts) < 2:
            self.fitting.complain("X215", token.offset, closed.end, {"name": token.meaning})
        kinds = [self.fitting.need(token, part) for part in parts]
        root = parts[0].root
        for part in parts[1:]:
            root = Binary(OPERATORS[token.meaning], root, part.root)
        return Part(root, None if None in kinds else Kind.NUMBER, token.offset, closed.end)

    def _unexpected(self, token: Token, *, is_after_operand: bool = False) -> _BrokeOff:
        if token.sort is Sort.END:
            last = self.tokens[self.reached - 1] if self.reached else token
            return self._stop("X212", last.offset, last.end)
        if token.sort is Sort.STRANGE:
            return self._stop("X201", token.offset, token.end, {"found": token.text})
        hint = None
        if is_after_operand:
            hint = Said({"(": "no-calls", ")": "bracket-not-opened"}.get(token.meaning, "join-with-and"))
        self.fitting.complain("X202", token.offset, token.end, {"found": token.text}, hint)
        return _BrokeOff()

    def _stop(self, code: str, start: int, end: int, args: Mapping[str, Arg] | None = None) -> _BrokeOff:
        self.fitting.complain(code, start, end, args)
        return _BrokeOff()
