"""A stand-in for torch's compiler, here for a module of the standard library."""

import sys
from collections.abc import Callable

import pytest

from pixdraw import late_compiler
from pixdraw.late_compiler import without_compiler


@pytest.fixture
def compiler(monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a package that is not imported, and stands for the compiler."""
    monkeypatch.setattr(late_compiler, "COMPILER", "wsgiref")
    monkeypatch.setattr(late_compiler, "UTILS", "wsgiref.util")
    for name in [name for name in sys.modules if name.partition(".")[0] == "wsgiref"]:
        monkeypatch.delitem(sys.modules, name)
    return "wsgiref"


def test_inside_a_few_functions_are_there_and_nothing_is_imported(compiler: str) -> None:
    def compiled() -> None: ...

    with without_compiler():
        import wsgiref
        from wsgiref.util import is_compile_supported  # type: ignore[attr-defined]

        disable: Callable[..., object] = wsgiref.disable  # type: ignore[attr-defined]
        assert disable(compiled) is compiled and disable()(compiled) is compiled  # type: ignore[operator]
        vars(compiled)["__dynamo_disable"] = compiled  # as torch does with what it got
        assert wsgiref.graph_break() is None and callable(is_compile_supported)  # type: ignore[attr-defined]
        assert not hasattr(wsgiref, "__file__")
    assert compiler not in sys.modules and "__dynamo_disable" not in vars(compiled)


def test_whoever_asks_for_more_gets_the_module_itself(compiler: str) -> None:
    with without_compiler():
        from wsgiref.util import guess_scheme

        assert guess_scheme({}) == "http"
        assert sys.modules[compiler].__file__ and sys.modules["wsgiref.util"].__file__
    assert compiler in sys.modules


def test_parts_that_have_no_stand_in_are_imported(compiler: str) -> None:
    with without_compiler():
        from wsgiref.headers import Headers
    assert Headers([("a", "b")])["a"] == "b" and sys.modules[compiler].__file__


def test_an_imported_compiler_stays(compiler: str) -> None:
    import wsgiref.util

    with without_compiler():
        assert sys.modules[compiler] is wsgiref and wsgiref.__file__
    assert sys.modules["wsgiref.util"] is wsgiref.util
