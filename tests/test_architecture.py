"""The one direction: app -> web -> letters -> representatives -> standard library; no circle; modules that stay small."""

import ast
import statistics
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from representatives.languages import PAGE_LANGUAGES

ROOT = Path(__file__).parents[1]
ORDER = ("app", "web", "letters", "representatives")
"""A package imports itself and what stands after it, but for the exceptions below."""
PRODUCT = ["app.py", "gunicorn.conf.py", "web", "letters", "representatives"]
BEFORE_FLASK = {"web/settings.py", "web/setting_readers.py"}
COMMANDS = {"representatives/commands.py", "letters/commands.py"}
FOLDERS = {*ORDER[1:], "templates", "static", "translations", "tests", "docs", "benchmarks", ".ci"}


LIBRARIES = {
    "representatives/live.py": {"cachetools", "requests"},
    "representatives/sources/fetching/fetcher.py": {"requests", "urllib3"},
    "representatives/sources/fetching/page_opener.py": {"requests"},  # opens the campaigns' sources, too
    "representatives/sources/postcodes/archives.py": {"openpyxl"},
    "representatives/sources/postcodes/polygons.py": {"shapely"},
    "representatives/sources/us/offices.py": {"yaml"},
}
"""What else of representatives needs more than the standard library."""


def modules() -> list[Path]:
    found = [ROOT / name for name in PRODUCT]
    return [file for path in found for file in ([path] if path.is_file() else sorted(path.rglob("*.py")))]


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, dotted."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_web(here: str) -> bool:
    """Whether a module may know Flask."""
    return here == "app.py" or here.startswith("web/") or here.endswith("/web.py")


@pytest.mark.parametrize("path", modules(), ids=name)
def test_imports_go_one_way(path: Path) -> None:
    here = name(path)
    own = here.partition("/")[0].removesuffix(".py")
    for module in imports(path):
        top = module.split(".")[0]
        assert top not in ("tests", "benchmarks"), module
        if own in ORDER and top in ORDER:
            assert ORDER.index(own) <= ORDER.index(top), module
        if not here.startswith("representatives/sources/") and here not in COMMANDS:
            assert not module.startswith("representatives.sources"), "the maintainers' tool serves no page"
        if not is_web(here) or here in BEFORE_FLASK:
            assert top not in ("flask", "flask_babel", "werkzeug"), module
            assert top != "click" or here in COMMANDS, module
        if not here.startswith(("representatives/sources/", "representatives/live.py")):
            assert top != "requests", module
        if here.startswith("letters/outputs/") and top in ("letters", "representatives"):
            # N_ marks what stands on the buttons for translation.
            assert module in ("letters.letter", "representatives.languages") or module.startswith(
                "letters.outputs"
            ), module


def graph() -> Mapping[str, set[str]]:
    """Each module of the product and those of them that it imports when it is read; packages are their own module."""
    dotted = {
        name(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__"): path for path in modules()
    }
    found: dict[str, set[str]] = {}
    for module, path in dotted.items():
        found[module] = set()
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ImportFrom) and node.module:
                names = {f"{node.module}.{alias.name}" for alias in node.names}
                found[module] |= {each if each in dotted else node.module for each in names} & dotted.keys()
            elif isinstance(node, ast.Import):
                found[module] |= {alias.name for alias in node.names} & dotted.keys()
    return found


def circle(edges: Mapping[str, set[str]]) -> list[str]:
    """The modules of one circle of imports; empty where there is none."""
    done: set[str] = set()

    def walk(module: str, way: list[str]) -> list[str]:
        if module in way:
            return way[way.index(module) :]
        if module in done:
            return []
        for each in sorted(edges[module]):
            if found := walk(each, [*way, module]):
                return found
        done.add(module)
        return []

    return next((found for module in sorted(edges) if (found := walk(module, []))), [])


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c"]
    assert circle(graph()) == []


def test_only_the_web_of_representatives_needs_more_than_the_standard_library() -> None:
    for path in modules():
        if (
            name(path).startswith("representatives/")
            and not is_web(name(path))
            and name(path) not in COMMANDS
        ):
            tops = {module.split(".")[0] for module in imports(path)}
            assert tops <= {*sys.stdlib_module_names, "representatives", *LIBRARIES.get(name(path), ())}, (
                name(path)
            )


def test_no_country_is_named_outside_its_files() -> None:
    """A branch on a country would compare with its id."""
    for path in modules():
        if "countries" in path.parts or "sources" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Compare):
                values = {c.value for c in ast.walk(node) if isinstance(c, ast.Constant)}
                assert not values & {"ca", "gb", "us", "au"}, f"{name(path)}:{node.lineno}"


def test_the_languages_of_the_pages_are_listed_in_one_place() -> None:
    for path in modules():
        if "countries" in path.parts or path.name == "languages.py":
            continue  # a country lists the languages of its letters
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            listed = {c.value for c in getattr(node, "elts", ()) if isinstance(c, ast.Constant)}
            assert not listed >= set(PAGE_LANGUAGES), f"{name(path)}:{node.lineno}"  # type: ignore[attr-defined]
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert "<any(en" not in node.value, f"{name(path)}:{node.lineno}"


def test_no_page_asks_the_clock_for_the_day() -> None:
    """The app's TODAY is the one that says it; only a caller from outside may leave it to the look-up."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("date.today", "datetime.now"):
                assert name(path) == "representatives/__init__.py", f"{name(path)}:{node.lineno}"


def test_functions_fit_in_view() -> None:
    lengths = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                assert length <= 40, f"{name(path)}:{node.name} has {length} lines"
                lengths.append(length)
    assert statistics.median(lengths) < 10


def test_there_is_no_other_folder_of_code() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in ROOT.rglob("*.py") if ".venv" not in path.parts}
    assert {part for part in found if not part.endswith(".py")} <= FOLDERS
    assert {part for part in found if part.endswith(".py")} == {"app.py", "gunicorn.conf.py"}


def test_a_folder_holds_about_a_dozen_modules() -> None:
    for folder in {path.parent for path in modules()}:
        assert len(list(folder.glob("*.py"))) <= 15, name(folder)
