"""The ladder of folders, and the manners of the house: each promise is read from the source, none from memory.

`agents` -> `game.world` -> `game.content` -> `game.play` -> `game.study` -> `game.ui` -> `game.commands` -> `main`: a folder
imports only from folders before it, so that no rule can draw, no screen can roll dice, and levels are checked without a market.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LADDER = (
    "agents",
    "game.world",
    "game.content",
    "game.play",
    "game.study",
    "game.ui",
    "game.commands",
    "main",
)
MOST_LINES = 300

CLOCKS_AND_FILES = {"os", "time", "datetime", "pathlib", "io", "random", "platformdirs"}
FORBIDDEN = {
    "agents": {"game", "yaml", "pydantic", "pygame", "jinja2"} | CLOCKS_AND_FILES,
    "game.world": {"yaml", "pydantic", "pygame", "jinja2"} | CLOCKS_AND_FILES,
    "game.content": {"pygame", "mesa", "jinja2"},
    "game.play": {"pygame", "yaml", "pydantic"},
    "game.study": {"pygame", "yaml", "pydantic"},
    "game.ui": {
        "yaml",
        "pydantic",
        "mesa",
        "agents.columns",
        "agents.market",
        "agents.users",
        "game.world.model",
    },
    "game.commands": {"yaml", "pydantic"},
    "main": set(),
}
# Read before any market is built: arithmetic, messages, what is given, and all of the level reader.
LIGHT = (
    "agents.chance",
    "agents.exact",
    "agents.messages",
    "agents.luck",
    "game.world.catalogue",
    "game.world.level",
    "game.world.report",
    "game.content",
)
RECKONING = ("agents.exact", "agents.luck")  # of the light modules, those that need arrays


def name_of(path: Path) -> str:
    """Return the dotted name of a module."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


MODULES = {name_of(p): p for folder in ("agents", "game") for p in sorted((ROOT / folder).rglob("*.py"))}
MODULES["main"] = ROOT / "main.py"


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the parsed source of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def rung(module: str) -> str:
    """Return the rung of the ladder a module stands on."""
    return next((r for r in LADDER if module == r or module.startswith(r + ".")), "")


def imports(tree: ast.AST, *, typing_too: bool = True) -> Iterator[str]:
    """Yield the dotted names a module imports, those for type checkers included unless said otherwise."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path, so that a forbidden one is visible"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif typing_too or not (
            isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
        ):
            yield from imports(node, typing_too=typing_too)


def names_of(imported: str) -> Iterator[str]:
    """Yield the name and everything above it: a.b.c, a.b, a."""
    parts = imported.split(".")
    yield from (".".join(parts[:n]) for n in range(len(parts), 0, -1))


def module_of(imported: str) -> str | None:
    """Return our module that an imported name comes from."""
    return next((name for name in names_of(imported) if name in MODULES), None)


@pytest.mark.parametrize("module", [m for m in MODULES if rung(m)])
def test_a_module_imports_only_from_below_on_the_ladder(module):
    allowed = LADDER[: LADDER.index(rung(module)) + 1]
    for imported in imports(tree_of(MODULES[module])):
        found = rung(imported)
        assert not found or found in allowed, f"{module} imports {imported}"


@pytest.mark.parametrize("module", [m for m in MODULES if rung(m)])
def test_a_module_imports_nothing_its_folder_must_not_know(module):
    for imported in imports(tree_of(MODULES[module])):
        assert not FORBIDDEN[rung(module)] & set(names_of(imported)), f"{module} imports {imported}"


@pytest.mark.parametrize("module", [m for m in MODULES if m in LIGHT or m.startswith("game.content.")])
def test_what_is_read_before_play_brings_no_market_and_no_window_with_it(module):
    heavy = {"mesa", "pygame"} if module in RECKONING else {"mesa", "pygame", "numpy"}
    seen, waiting = set(), [module]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for imported in imports(tree_of(MODULES[name]), typing_too=False):
            assert not heavy & set(names_of(imported)), f"{module} reaches {imported} through {name}"
            below = module_of(imported)
            waiting += [below] if below else []


def test_every_folder_of_code_is_on_the_ladder():
    strangers = [m for m in MODULES if not rung(m) and MODULES[m].name != "__init__.py"]
    assert strangers == []


def test_package_files_are_empty():
    assert [
        p for p in ROOT.rglob("__init__.py") if "venv" not in str(p) and p.read_text(encoding="utf-8").strip()
    ] == []


@pytest.mark.parametrize("module", MODULES)
def test_a_file_can_be_read_in_one_sitting(module):
    lines = MODULES[module].read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MOST_LINES


@pytest.mark.parametrize("module", [m for m in MODULES if rung(m) not in ("", "game.commands")])
def test_only_the_command_line_prints(module):
    calls = (n for n in ast.walk(tree_of(MODULES[module])) if isinstance(n, ast.Call))
    names = {n.func.id for n in calls if isinstance(n.func, ast.Name)}
    assert "print" not in names
    assert not (
        rung(module) in ("agents", "game.world") and names & {"open", "input", "eval", "exec", "compile"}
    )


def undocumented(node: ast.AST, path: str) -> Iterator[str]:
    """Yield the public classes, functions and methods without a sentence."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(
            child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        ) or child.name.startswith("_"):
            continue
        is_setter = any(ast.unparse(d).endswith(".setter") for d in child.decorator_list)
        if not is_setter and not ast.get_docstring(child):
            yield f"{path}.{child.name}"
        if isinstance(child, ast.ClassDef):
            yield from undocumented(child, f"{path}.{child.name}")


@pytest.mark.parametrize("module", [m for m in MODULES if MODULES[m].name != "__init__.py"])
def test_every_public_name_says_what_it_is(module):
    tree = tree_of(MODULES[module])
    assert ast.get_docstring(tree)
    assert list(undocumented(tree, module)) == []


@pytest.mark.parametrize("module", [m for m in MODULES if m.startswith("agents")])
def test_agents_draw_luck_only_by_key(module):
    source = ast.unparse(tree_of(MODULES[module]))
    assert "np.random." not in source.replace("np.random.Philox", "")
