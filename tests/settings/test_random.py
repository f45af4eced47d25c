"""Whatever is set: it runs, and its file draws the same again, or it is refused in one line."""

import json
import math
import types
import typing
import warnings
from pathlib import Path
from typing import Any, Literal, Union

import pytest
import torch
import yaml
from annotated_types import Ge, Gt, Le, Lt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from pixdraw.drawing import again, draw
from pixdraw.errors import PixdrawError
from pixdraw.settings.catalog import every_setting
from pixdraw.settings.model import PLACES, resolve
from pixdraw.settings.yaml_text import read_text
from tests.fakes import Cache

BASE: dict[str, Any] = {
    "prompts": "red", "seed": 1, "size": "24x16", "iterations": 2, "num_cuts": 2, "perceptors": "colours",
    "device": "cpu", "init": "none", "pixel_size": [6, 4], "batches": 1,
}  # fmt: skip
OURS = {"losses": ("symmetry", "edge"), "filters": ("lookup", "tiler")}
TEXTS = {
    "palette": ("pico-8", "red->blue\\4", "[black, white]", "none"),
    "losses": ("symmetry", "symmetry:0.5,edge", "none"),
    "filters": ("tiler", "none"),
    "drawer": ("pixel", "clipdraw", "fft"),
}
"""Of some settings of no plain type, values that are right."""
JUNK = st.sampled_from(["", " ", "x", "é🐉", -1, 1e30, math.nan, [1, 2], [[1], [2]], True, {"a": 1}, "1:2:3", "a\nb"])


def values(field: FieldInfo) -> st.SearchStrategy[Any] | None:
    """Values of a field's type and range, small ones; None for types of no such kind."""
    kinds = typing.get_args(field.annotation) if _is_union(field.annotation) else (field.annotation,)
    (kind, *_) = [kind for kind in kinds if kind is not type(None)]
    least = max((_limit(mark, "ge", "gt") for mark in field.metadata), default=-math.inf)
    most = min((_limit(mark, "le", "lt", math.inf) for mark in field.metadata), default=math.inf)
    low = least if math.isfinite(least) else 0
    high = min(most, low + 4)
    if kind is bool:
        found: st.SearchStrategy[Any] = st.booleans()
    elif typing.get_origin(kind) is Literal:
        found = st.sampled_from(typing.get_args(kind))
    elif kind is int:
        found = st.integers(math.ceil(low), math.floor(high))
    elif kind is float:
        found = st.floats(low, high)
    else:
        return None
    return st.one_of(found, st.none()) if type(None) in kinds else found


def _is_union(annotation: Any) -> bool:
    return typing.get_origin(annotation) in (Union, types.UnionType)


def _limit(mark: object, closed: str, open_: str, other: float = -math.inf) -> float:
    """The bound that a mark sets, just inside of an open one."""
    inside = {"gt": 0.01, "lt": -0.01}
    for name, kind in (("ge", Ge), ("gt", Gt), ("le", Le), ("lt", Lt)):
        if isinstance(mark, kind) and name in (closed, open_):
            return float(getattr(mark, name)) + inside.get(name, 0)  # type: ignore[arg-type]
    return other


def _known() -> dict[str, st.SearchStrategy[Any]]:
    """The settings tried: common ones and those of a few plug-ins, but for files, places and what takes long."""
    left_out = {*BASE, *PLACES, "candidates", "keep_best", "loop_frames", "animation_frames"}
    found = {}
    for known in every_setting():
        mine = known.registry is None or known.plugin in (*TEXTS["drawer"], *OURS["losses"], *OURS["filters"])
        safe = known.name in TEXTS or not known.facts.opens
        if mine and known.is_built_in and known.name not in left_out and safe:
            right = st.sampled_from(TEXTS[known.name]) if known.name in TEXTS else values(known.field)
            if right is not None:
                found[known.name] = right
    return found


KNOWN = _known()
SOME = st.lists(st.sampled_from(sorted(KNOWN)), max_size=5, unique=True)
QUIET = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


def test_many_settings_are_tried() -> None:
    assert len(KNOWN) > 80 and {*TEXTS, "pixel_type", "symmetry_axis", "freedom", "zoom"} <= set(KNOWN)


@settings(QUIET, max_examples=12)
@given(st.data())
def test_random_settings_draw_the_same_again_or_are_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    chosen = {name: data.draw(KNOWN[name], name) for name in data.draw(SOME, "names")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            drawing = draw(**BASE, **chosen, cache=Cache())
        except PixdrawError as error:
            assert str(error).strip() and "\n" not in str(error)
            return
        (path, *_) = drawing.save(tmp_path_factory.mktemp("random") / "one.png")
        redrawn = again(path, cache=Cache())
    assert all(
        torch.equal(one, other) for one, other in zip(drawing.session.images(), redrawn.session.images(), strict=True)
    )


@settings(QUIET, max_examples=60)
@given(st.dictionaries(st.sampled_from(sorted(KNOWN)), JUNK, min_size=1, max_size=2))
def test_junk_is_taken_or_refused_in_one_line(chosen: dict[str, Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            resolve({**BASE, **chosen})
        except PixdrawError as error:
            assert str(error).strip() and "\n" not in str(error)


@settings(QUIET, max_examples=25)
@given(st.data())
def test_what_is_written_of_settings_reads_back(data: st.DataObject) -> None:
    chosen = {name: data.draw(KNOWN[name], name) for name in data.draw(SOME, "names")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            whole = resolve({**BASE, **chosen})
        except PixdrawError:
            return
        flat = json.loads(json.dumps(whole.flat()))
        assert resolve(flat).flat() == whole.flat()
        assert resolve(read_text(yaml.safe_dump(flat, allow_unicode=True), "text").values).flat() == whole.flat()
        words = {name: str(value) for name, value in flat.items() if isinstance(value, bool | int | float)}
        assert resolve({**flat, **words}).flat() == whole.flat(), "as words of a command line"


@settings(QUIET, max_examples=15)
@given(st.integers(8, 4096), st.integers(8, 4096), st.sampled_from(["{}x{}", "{}, {}", "{} {}"]))
def test_sizes_read_back(width: int, height: int, form: str) -> None:
    assert resolve({**BASE, "size": form.format(width, height)}).size == (width, height)


def test_the_file_is_what_again_reads(tmp_path: Path) -> None:
    drawing = draw(**BASE, cache=Cache())
    (path,) = drawing.save(tmp_path / "one.png")
    other = again(path, cache=Cache(), seed=2)
    assert not torch.equal(drawing.session.images(), other.session.images())
