"""Rows resolved: what they are known again by, and what none of them may be."""

from pathlib import Path

import pytest
import torch

from pixdraw.errors import SettingsError
from pixdraw.imaging.files import save_png
from pixdraw.tools.many.rows import rows_of, shard_of


def written(folder: Path, text: str, name: str = "list.jsonl") -> Path:
    (folder / name).write_text(text)
    return folder / name


def test_a_key_follows_from_every_setting_and_from_nothing_else(tmp_path: Path) -> None:
    lines = [
        '{"prompts": "a fox", "seed": 1, "iterations": 3}',
        '{"iterations": 3, "prompts": ["a fox"]}',  # seed 1 is the default
        '{"prompt": "a fox", "max_iterations": 3, "drawer": "pixel"}',
        '{"prompts": "a fox", "iterations": 4}',
        '{"prompts": "a fox", "iterations": 3, "save_sprite": true}',
    ]
    keys = [row.key for row in rows_of(written(tmp_path, "\n".join(lines)))]
    assert len(set(keys[:3])) == 1 and len(set(keys)) == 3
    assert keys == [row.key for row in rows_of(written(tmp_path, "\n".join(lines), "other.jsonl"))]
    assert rows_of(written(tmp_path, "a fox", "a.txt"), {"iterations": "3"})[0].key == keys[0]


def test_a_file_counts_by_its_content_wherever_it_lies(tmp_path: Path) -> None:
    keys = []
    for folder, shade in (("one", 0.2), ("two", 0.2), ("three", 0.6)):
        (tmp_path / folder).mkdir()
        save_png(torch.full((3, 8, 8), shade), tmp_path / folder / "start.png")
        row = rows_of(written(tmp_path / folder, '{"prompts": "a fox", "init_image": "start.png"}'))[0]
        assert row.settings.init_image == str(tmp_path / folder / "start.png")
        keys.append(row.key)
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('{"prompts": "a", "sede": 1}', r"list\.jsonl, line 2: setting sede=1 does not exist \(did you mean seed\?\)"),
        ('{"prompts": "a", "seed": -1}', r"line 2: .*seed=-1"),
        ('{"prompts": "a", "init_image": "gone.png"}', r"line 2: init_image: gone\.png: cannot be read"),
        ('{"prompts": "a", "outdir": "x"}', r"line 2: outdir=x: a batch sees to this itself"),
        ('{"prompts": "a", "output": "../x"}', r"line 2: output='\.\./x': give a plain name"),
        ('{"seed": 1}', r"line 2: nothing to draw"),
        ('{"prompts": "a", "perceptors": "ViT-L-14:openai"}', r"line 2: model ViT-L-14:openai.* not on this machine"),
    ],
)
def test_a_bad_row_is_one_line_with_file_and_line(tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told) as error:
        rows_of(written(tmp_path, f'"a fox"\n{row}\n"an owl"\n'))
    assert "\n" not in str(error.value)


def test_of_several_bad_rows_the_others_are_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"line 1: .*; wrong as well: line 3$"):
        rows_of(written(tmp_path, '{"sede": 1}\n"an owl"\n{"prompts": ""}\n'))


def test_shares_are_all_rows_and_none_twice(tmp_path: Path) -> None:
    rows = rows_of(written(tmp_path, "\n".join(map(str, "abcdefg")), "a.txt"))
    shares = [shard_of(rows, f"{number}/3") for number in (1, 2, 3)]
    assert sorted(row.line for share in shares for row in share) == [1, 2, 3, 4, 5, 6, 7]
    for wrong in ("0/3", "4/3", "x/3", "3", "/"):
        with pytest.raises(SettingsError, match=r"expected i/n"):
            shard_of(rows, wrong)
