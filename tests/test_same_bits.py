"""The rules use only arithmetic that gives the same bits on every machine, Python and NumPy.

The functions behind exp and its kin, float sums and products of arrays differ in their last bits between processors and versions;
a replay that differs in one bit is worthless. `agents/exact.py` has what the rules need instead. A sum of whole numbers is exact in
any order: such a line says so with the comment `# whole numbers`.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted([*(ROOT / "agents").rglob("*.py"), *(ROOT / "game" / "world").rglob("*.py")])

SUMS = {"sum", "nansum", "prod", "mean", "average", "std", "var", "median", "reduce", "reduceat", "trapezoid"}
CURVES = {
    "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "pow", "power", "float_power", "cbrt", "hypot", "logaddexp",
    "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos", "atan", "atan2", "arcsin", "arccos", "arctan", "arctan2",
    "erf", "erfc", "gamma", "lgamma",
}  # fmt: skip
PRODUCTS = {
    "dot",
    "vdot",
    "inner",
    "matmul",
    "einsum",
    "tensordot",
    "convolve",
    "correlate",
    "cov",
    "corrcoef",
}
LIBRARIES = {"linalg", "fft", "quantile", "percentile", "interp", "polyfit", "polyval", "gradient"}
MODULES = {"random", "time", "datetime", "os", "secrets", "uuid", "statistics", "cmath", "scipy"}
MATHS = {
    "fsum",
    "inf",
    "isfinite",
    "isinf",
    "isnan",
    "floor",
    "ceil",
    "sqrt",
    "trunc",
    "copysign",
    "frexp",
    "ldexp",
    "gcd",
    "isqrt",
}
WHOLE = "# whole numbers"


def complaints(source: str) -> list[str]:
    """Return what a source text does that might not give the same bits everywhere."""
    lines = source.splitlines()
    found = []
    for node in ast.walk(ast.parse(source)):
        for what in _wrong(node):
            place = node.iter if isinstance(node, ast.comprehension) else node
            first, last = getattr(place, "lineno", 1), getattr(place, "end_lineno", 1)
            if not (what.endswith("sum") and WHOLE in "\n".join(lines[first - 1 : last])):
                found.append(f"{first}: {what}")
    return found


def _wrong(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.BinOp):
        if isinstance(node.op, ast.MatMult):
            yield "@"
        whole = all(isinstance(n, ast.Constant) and type(n.value) is int for n in (node.left, node.right))
        if isinstance(node.op, ast.Pow) and not whole:
            yield "**"
    elif isinstance(node, ast.Import | ast.ImportFrom):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        yield from (f"import {name}" for name in names if name.split(".")[0] in MODULES)
    elif isinstance(node, ast.For | ast.comprehension) and isinstance(node.iter, ast.Set | ast.SetComp):
        yield "order of a set"
    elif isinstance(node, ast.Attribute):
        yield from _wrong_attribute(node)
    elif isinstance(node, ast.Call):
        yield from _wrong_call(node)


def _wrong_attribute(node: ast.Attribute) -> Iterator[str]:
    owner = node.value.id if isinstance(node.value, ast.Name) else ""
    if owner == "math" and node.attr not in MATHS:
        yield f"math.{node.attr}"
    if owner in ("np", "numpy") and node.attr in CURVES | PRODUCTS | LIBRARIES:
        yield f"np.{node.attr}"
    is_random = isinstance(node.value, ast.Attribute) and node.value.attr == "random"
    if is_random and node.attr not in ("Philox", "SeedSequence", "shuffle"):
        yield f"random.{node.attr}"


def _wrong_call(node: ast.Call) -> Iterator[str]:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    is_method = isinstance(node.func, ast.Attribute)
    if name in ("hash", "pow") and not is_method:
        yield name
    if name in SUMS and (is_method or name == "sum"):
        yield f"{name}: a sum"
    if name in PRODUCTS and is_method:
        yield name
    if (
        name in ("argsort", "lexsort")
        and not any(k.arg == "kind" for k in node.keywords)
        and name == "argsort"
    ):
        yield "an unstable sort"
    if (
        name in ("list", "tuple", "enumerate")
        and node.args
        and isinstance(node.args[0], ast.Set | ast.SetComp)
    ):
        yield "order of a set"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_rule_uses_only_arithmetic_that_is_the_same_everywhere(path):
    assert complaints(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "bad",
    [
        "x ** 2", "2 ** x", "a @ b", "sum(x)", "np.sum(x)", "x.sum()", "x.mean()", "np.add.reduce(x)", "np.exp(x)", "math.exp(x)",
        "math.log(x)", "np.dot(a, b)", "a.dot(b)", "np.einsum('i,i', a, b)", "np.argsort(x)", "x.argsort()", "hash(x)", "pow(x, 2)",
        "import random", "from time import time", "np.random.default_rng(1)", "rng.random.random()", "[i for i in {1, 2}]",
        "list({1, 2})", "np.linalg.norm(x)", "math.tanh(x)", "np.interp(x, a, b)",
    ],
)  # fmt: skip
def test_what_differs_between_machines_is_found(bad):
    assert complaints(bad)


@pytest.mark.parametrize(
    "good",
    [
        "10**6", "math.fsum(x)", "np.sqrt(x)", "exact.exp(x)", "np.cumsum(x)[-1]", "np.argsort(x, kind='stable')",
        "sum(ids)  # whole numbers", "np.random.Philox(key=k)", "sorted(x)", "x * y / z", "np.add.reduce(i)  # whole numbers",
    ],
)  # fmt: skip
def test_what_is_the_same_everywhere_passes(good):
    assert complaints(good) == []
