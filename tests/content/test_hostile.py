"""Files that killed, stalled or fooled other readers, given to ours whole: each is refused at a place, in few steps.

Time is measured in `benchmarks/check_levels.py`; here every input has to end within the bounds that make it fast: bytes read,
events taken, complaints kept.
"""

import ast
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import levels, tree
from game.content.complaints import MOST, LevelError, errors
from game.content.modding import read_mods
from game.content.telling import tell
from game.content.tree import LIMITS
from tests.content.mods_for_tests import HEAD as MOD
from tests.content.mods_for_tests import level, mod, patch

ROOT = Path(__file__).parents[2]
HEAD = "format: 1\nid: bomb\nextends: core/startup\ntitle: {ko: 가, en: A}\n"
LAUGHS = "a0: &a0 [lol, lol]\n" + "".join(
    f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10)
)
MERGES = "a0: &a0 {k: 1}\n" + "".join(
    f"a{i}: &a{i} {{<<: [{', '.join([f'*a{i - 1}'] * 9)}]}}\n" for i in range(1, 9)
)
LONG = "1" + ":59" * 50_000

FILES: dict[str, str | bytes] = {
    "billion laughs": HEAD + LAUGHS,
    "merge keys, nine each": HEAD + MERGES,
    "1,000 brackets": "[" * 1_000,
    "20,000 brackets": "[" * 20_000,
    "25,000 brackets": "[" * 25_000,
    "25,000 brackets under a key": HEAD + "segments: " + "[" * 25_000,
    "250,000 brackets": "[" * 250_000,
    "50,000 braces": HEAD + "player: " + "{a: " * 50_000,
    "sexagesimal figure, 150 KB": HEAD + f"clock: {{weeks: {LONG}}}\n",
    "sexagesimal figure, 600 KB": HEAD + f"clock: {{weeks: {LONG * 4}}}\n",
    "20,000 keys, 535 KB": "".join(f"{i * (2**61 - 1)}: 0\n" for i in range(20_000)),
    "20,000 keys, small": HEAD + "tests:\n" + "".join(f" {i}: 0\n" for i in range(20_000)),
    "a million comments": b"#\n" * 1_000_000,
    "bidi override": HEAD + "story: {ko: '\u202eabc', en: A}\n",
    "escape codes": HEAD + 'story: {ko: "\\x1b[2J\\x1b]0;owned\\x07", en: A}\n',
    "half a letter": HEAD + 'story: {ko: "\\ud800", en: A}\n',
    "python object": HEAD + "story: !!python/object/apply:os.system [ls]\n",
    "a figure without end": HEAD + f"player: {{cash: {'9' * 5_000}}}\n",
    "a figure of exponents": HEAD + "player: {cash: 1e999999999}\n",
    "a condition without end": HEAD + "objectives: {a: {kind: win, when: '" + "(" * 300 + "', text: {ko: 가, en: A}}}\n",
    "a condition of nots": HEAD + "objectives: {a: {kind: win, when: '" + "not " * 90 + "won', text: {ko: 가, en: A}}}\n",
    "a condition that calls": HEAD + "objectives: {a: {kind: win, when: '__import__(1) > 0', text: {ko: 가, en: A}}}\n",
    "a condition of powers": HEAD + "objectives: {a: {kind: win, when: 'users ** 9 ** 9 > 1', text: {ko: 가, en: A}}}\n",
    "an attribute walk": HEAD + "story: {ko: '{company.__class__.__init__.__globals__}', en: A}\n",
    "a width bomb": HEAD + "story: {ko: '{company:>999999999}', en: A}\n",
    "a parent that is a path": HEAD.replace("core/startup", "../../../etc/passwd"),
    "a parent that is absolute": HEAD.replace("core/startup", "/etc/passwd"),
    "a parent on a drive": HEAD.replace("core/startup", "C:\\x"),
    "an icon that is a path": HEAD + "events: {a: {when: won, title: {ko: 가, en: A}, icon: ../../x}}\n",
    "a change of infinite size": HEAD + "player: {cash: {scale: .inf}}\n",
    "a hundred thousand lines of one list": HEAD + "hints:\n" + "- {ko: 가, en: A}\n" * 9_000,
}  # fmt: skip


def refused(path: Path) -> LevelError:
    """Return the complaints of a file that must not load."""
    with pytest.raises(LevelError) as caught:
        levels.load(path)
    return caught.value


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_at_a_place_and_in_few_steps(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = FILES[name]
    path = tmp_path / "bomb.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    taken: list[object] = []
    take = tree._Builder._take
    monkeypatch.setattr(
        tree._Builder, "_take", lambda self, event: (taken.append(event), take(self, event))[1]
    )
    complaints = refused(path).complaints
    assert errors(complaints)
    assert len(taken) <= LIMITS.events + 4_000  # and what it extends, once
    assert len(complaints) <= 2 * MOST
    for complaint in complaints:
        assert 1 <= complaint.place.line <= complaint.place.source.last
    for language in ("ko", "en"):
        told = tell(complaints, language)
        assert len(told) < 200_000
        assert "\x1b" not in told
        assert "\u202e" not in told


@pytest.mark.parametrize(
    "name", ["25,000 brackets", "50,000 braces", "billion laughs", "a condition without end"]
)
def test_a_small_stack_is_enough(name: str, tmp_path: Path) -> None:
    content = FILES[name]
    assert isinstance(content, str)
    path = tmp_path / "bomb.yaml"
    path.write_text(content, encoding="utf-8")
    found: list[LevelError] = []
    before = threading.stack_size(1 << 20)  # as on Windows
    try:
        thread = threading.Thread(target=lambda: found.append(refused(path)))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert errors(found[0].complaints)


def test_a_packed_mod_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "mod.zip").write_bytes(b"PK\x03\x04" + b"\0" * 100)
    assert read_mods(tmp_path).standings == ()


CALLS = {"eval", "exec", "compile", "__import__"}
MODULES = {"pickle", "cPickle", "marshal", "shelve", "dill", "joblib", "runpy"}


@pytest.mark.parametrize("folder", ["game", "agents"])
def test_nothing_of_a_file_can_become_code_or_fill_a_format(folder: str) -> None:
    """A rule for every source file: no evaluation, no unpickling, no `str.format`, no constructors of YAML."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = {alias.name.split(".")[0] for alias in node.names} | {
                    str(getattr(node, "module", ""))
                }
                assert not names & MODULES or path.name == "workers.py", (
                    path
                )  # it packs what it unpacks itself
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Name):
                assert node.func.id not in CALLS, f"{path}:{node.lineno}"
            elif isinstance(node.func, ast.Attribute):
                assert node.func.attr not in (
                    "format",
                    "format_map",
                    "safe_load",
                    "full_load",
                    "unsafe_load",
                ), f"{path}:{node.lineno}"
                is_yaml = isinstance(node.func.value, ast.Name) and node.func.value.id == "yaml"
                assert not (is_yaml and node.func.attr in ("load", "load_all", "compose")), (
                    f"{path}:{node.lineno}"
                )


# --- mods with anything in them

WORDS = st.sampled_from(
    [
        "",
        "a",
        "1",
        "1.0",
        ">=0.1",
        "../x",
        "b",
        "[a, b]",
        "{ko: 가, en: A}",
        "null",
        "'\\'",
        "{",
        "&a",
        "한글",
        "x" * 90,
    ]
)
KEYS = st.sampled_from(
    ["id", "version", "title", "game", "needs", "optional", "conflicts", "picture", "authors", "about", "x"]
)
BODIES = st.sampled_from(
    ["player: {cash: {scale: 0.5}}\n", "player: {cash: lots}\n", "segments: null\n", "events: null\n", "id: a\n",
     "clock: {weeks: 60}\n", "title: {ko: 가, en: A}\n", "tests: null\n", "x: &a [*a]\n", "objectives: {turning: null}\n"]
)  # fmt: skip


@st.composite
def some_mods(draw: st.DrawFn) -> list[tuple[str, str, str]]:
    """Draw up to three mods: a folder, what mod.yaml says besides, what it overrides."""
    found = []
    for name in draw(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3, unique=True)):
        more = "".join(f"{key}: {draw(WORDS)}\n" for key in draw(st.lists(KEYS, max_size=1)))
        found.append((name, more, draw(BODIES)))
    return found


def test_whatever_mods_say_the_game_has_all_its_levels(tmp_path_factory: pytest.TempPathFactory) -> None:
    used: list[bool] = []

    @settings(max_examples=60, deadline=None, database=None, derandomize=True)
    @given(some_mods())
    def look(mods: list[tuple[str, str, str]]) -> None:
        folder = tmp_path_factory.mktemp("mods")
        for name, more, body in mods:
            files = {"levels/x.yaml": patch(body), "levels/y.yaml": level(f"{name}/y")}
            key = more.partition(":")[0]
            if key in MOD:  # instead of what is there already
                kept = [
                    line
                    for line in MOD.format(id=name).splitlines(keepends=True)
                    if not line.startswith(f"{key}:")
                ]
                files["mod.yaml"], more = "".join(kept) + more, ""
            mod(folder, name, more, files)
        found = read_mods(folder)
        used.extend(one in found.mods for one in (standing.mod for standing in found.standings))
        assert levels.load("the-loop", found.shelf()).id == "the-loop"
        for standing in found.standings:
            assert tell(standing.complaints, "ko").count("[") >= len(standing.complaints)

    look()
    assert sum(used) >= 0.3 * len(used)
