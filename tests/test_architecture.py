"""Who may import whom, read from the source."""

import ast
import re
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from pixdraw.registry import KINDS

ROOT = Path(__file__).parent.parent
ROWS = {
    "errors": 0, "rng": 0, "events": 0, "fields": 0, "web": 0, "plugin_files": 0, "interrupts": 0, "streams": 0,
    "deadline": 0, "claims": 0, "late_compiler": 0, "uncollected": 0,
    "text": 1, "imaging": 1, "formats": 1, "interfaces": 1, "registry": 1,
    "models": 2, "filters": 2, "guidance": 2,
    "proposals": 3, "stages": 3, "losses": 3,
    "settings": 4,
    "drawers": 5,
    "engine": 6,
    "assembly": 7,
    "sinks": 8, "testing": 8,
    "drawing": 9,
    "compat": 10, "tools": 10,
    "cli": 11, "commands": 11, "hosting": 11, "page": 11, "__main__": 11, "__init__": 11,
}  # fmt: skip
"""Room → its row; a module may import its own room and lower rows."""
LEAVES = {"drawers", "losses", "filters"}


def files() -> list[Path]:
    return sorted([*(ROOT / "pixdraw").rglob("*.py"), *(ROOT / "drawers").rglob("*.py")])


def part_of(module: str) -> str:
    """The row's name of a dotted module path."""
    pieces = module.split(".")
    return pieces[0] if pieces[0] == "drawers" else pieces[1] if len(pieces) > 1 else "__init__"


@cache
def nodes(path: Path) -> list[ast.AST]:
    """What of a file's syntax the tests look at, read once for all of them; all of it would fill the memory."""
    looked_at = (ast.Import, ast.ImportFrom, ast.Constant)
    found = ast.walk(ast.parse(path.read_text()))
    return [one for one in found if isinstance(one, looked_at) or is_text(one)]


def is_text(node: ast.AST) -> bool:
    """Whether it is a text by itself, as docstrings are."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def imports(path: Path) -> list[str]:
    found = []
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += names if node.module in ("pixdraw", "drawers") else [node.module]
    return [name for name in found if name.split(".")[0] in ("pixdraw", "drawers")]


def test_nothing_imports_a_higher_layer() -> None:
    for path in files():
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if module != "pixdraw":  # the public names, all lazy: see test_importing_pixdraw_is_light
            for name in imports(path):
                assert_may_import(module, name)


def assert_may_import(module: str, name: str) -> None:
    mine, other = part_of(module), part_of(name)
    if name == "pixdraw.__version__":
        return
    if other in ROWS:  # a name of the package itself, such as pixdraw.resolve, is lazy
        assert ROWS[other] <= ROWS[mine], f"{module} (row {ROWS[mine]}) imports {name} (row {ROWS[other]})"
    if mine in LEAVES and other in LEAVES:
        shared = name.split(".")[: 2 if mine == "drawers" else 3]
        private = any(piece.startswith("_") for piece in name.split("."))
        assert shared == module.split(".")[: len(shared)] or private, f"{module} imports its sibling {name}"
    if module.startswith("pixdraw"):
        assert not name.startswith("drawers"), f"{module} imports {name}: drawers are reached by name"


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("pixdraw.engine.session", "pixdraw.assembly.job"),
        ("pixdraw.text.prompts", "pixdraw.settings"),
        ("pixdraw.losses.tv", "pixdraw.losses.edge"),
        ("drawers.pixel", "drawers.clipdraw"),
        ("pixdraw.assembly.drawer", "drawers.pixel"),
    ],
)
def test_what_may_not_be_imported_is_seen(module: str, name: str) -> None:
    with pytest.raises(AssertionError, match=f"{module}.* imports .*{name}"):
        assert_may_import(module, name)


def test_every_room_says_what_belongs_there() -> None:
    for room in {part_of(".".join(path.relative_to(ROOT).with_suffix("").parts)) for path in files()} - {"__init__"}:
        assert room in ROWS, f"{room}: say in ROWS where it stands"
        home = ROOT / room if room == "drawers" else ROOT / "pixdraw" / room
        file = home / "__init__.py" if home.is_dir() else home.with_suffix(".py")
        assert ast.get_docstring(ast.parse(file.read_text())) or room == "__main__", f"{file} has no docstring"


WORDS = {
    "palette", "init",  # settings of all drawers
    "style", "edge",  # words of English
    "diffusion",  # a kind of dithering, and of model
    "biggan", "vqgan",  # kinds of models, which models/ knows by their files
}  # fmt: skip
"""Names of plug-ins that mean something else, too."""
NAMED = {
    "proposals/ruled/commonplace.py": {"pillow"},  # of a bed
    "proposals/ruled/indoors.py": {"tv"},  # a television
    "proposals/tiles.py": {"wallpaper"},  # of a room
    "imaging/craft.py": {
        "orphans",
        "jaggies",
        "doubled",
        "banding",
    },  # faults, and losses of that name
    "tools/inspect.py": {"orphans", "jaggies", "doubled", "banding", "pillow"},  # the same
    "settings/themes/colours.py": {"lookup"},  # a value of palette_mode; the filter's file says that it is meant
    # What is done to finished sprites is a run like a user's, with a drawer that has cells.
    "tools/refine.py": {"pixel", "tv"},
    "tools/tileset.py": {"pixel", "wallpaper"},
}
"""File → the names that it may say."""


@cache
def built_in_plugins() -> set[str]:
    return {name for registry in KINDS.values() for name in registry.names() if registry.is_built_in(name)}


def plugins_named(code: Sequence[ast.AST]) -> set[str]:
    """Return the names of built-in plug-ins, with or without a weight, that are written in code."""
    known = built_in_plugins()
    docs = {node.value for node in code if isinstance(node, ast.Expr)}
    texts = (
        node.value
        for node in code
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs
    )
    return {match[1] for text in texts if (match := re.fullmatch(r"(\w+)(:[-\d.]*)?", text)) and match[1] in known}


def test_plugins_are_found_in_code_and_not_in_docstrings() -> None:
    code = ast.parse('"""pixel"""\nx = ["tv:4", f"solid:{1}"]\ndef f(drawer="fft"):\n    """Draw."""')
    assert plugins_named(list(ast.walk(code))) == {"tv", "solid", "fft"}


def test_the_core_names_no_drawer_loss_or_filter() -> None:
    """A plug-in brings its own presets, costs and settings, so that one of another package is as good as ours."""
    for path in sorted((ROOT / "pixdraw").rglob("*.py")):
        name = path.relative_to(ROOT / "pixdraw").as_posix()
        if name.split("/")[0] not in LEAVES:
            found = plugins_named(nodes(path)) - WORDS
            assert found == NAMED.get(name, set()), f"{name} names plug-ins: ask the registry, or say why in NAMED"


def test_architecture_names_the_rows() -> None:
    """The table "Who may import whom" of ARCHITECTURE.md is this one."""
    text = (ROOT / "ARCHITECTURE.md").read_text()
    table = re.findall(r"^(\d+)  ([a-z_ ]+)$", text, re.M)
    told = {room: int(row) for row, rooms in table for room in rooms.split()}
    assert told == {room: row for room, row in ROWS.items() if not room.startswith("__")}


def test_what_architecture_sends_a_reader_to_is_there() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text()
    section = text.split("## Where is …?")[1].split("## Contracts")[0]
    full = re.findall(r"`((?:pixdraw|drawers)/[\w/.]*)`", section)
    short = re.findall(r"`((?:proposals|settings|assembly|models|engine|sinks|hosting|text)/[\w/.]+)`", section)
    assert len(full) > 15 and len(short) > 12
    for name in (*full, *(f"pixdraw/{one}" for one in short)):
        assert (ROOT / name).exists(), name


def test_importing_pixdraw_is_light_and_silent() -> None:
    code = "import sys, pixdraw; print(sorted({'torch', 'pydantic', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
    assert done.stderr == ""


def test_help_imports_no_torch() -> None:
    code = (
        "import sys\nfrom pixdraw.cli import app\n"
        "app(['draw', '--help'])\nprint('torch' in sys.modules, 'PIL' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("False False\n")
    assert "--pixel-size" in done.stdout


def test_no_globals_no_bare_except_no_unsafe_load() -> None:
    for path in files():
        for node in nodes(path):
            assert not forbidden(node), f"{path}:{getattr(node, 'lineno', 0)} {forbidden(node)}"


def forbidden(node: ast.AST) -> str:
    """What of a piece of code is not allowed; empty where it is."""
    if isinstance(node, ast.Global):
        return "global"
    if isinstance(node, ast.ExceptHandler) and node.type is None:
        return "bare except"
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "torch.load":
        weights_only = {word.arg: ast.unparse(word.value) for word in node.keywords}.get("weights_only")
        return "" if weights_only == "True" else "torch.load without weights_only=True"
    return ""


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("def f():\n    global x", "global"),
        ("try:\n    f()\nexcept:\n    pass", "bare except"),
        ("torch.load('x')", "weights_only=True"),
        ("torch.load('x', weights_only=False)", "weights_only=True"),
    ],
)
def test_what_is_forbidden_is_seen(code: str, what: str) -> None:
    assert any(what in forbidden(node) for node in ast.walk(ast.parse(code)))
