"""Rows resolved: what they are known again by, and what none of them may be."""

import json
import re
from pathlib import Path
from typing import Any

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


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"perceptors": "ViT-B/33"}, r"perceptor 'ViT-B/33' does not exist \(did you mean ViT-B/32\?\)"),
        ({"perceptors": "tiny,ViT-L-14:opnai"}, r"ViT-L-14 has no weights 'opnai' \(did you mean openai\?\)"),
        ({"perceptors": "ViT-B-32:gone.pt"}, r"gone\.pt does not exist"),
        ({"drawer": "pixl"}, r"drawer 'pixl' does not exist \(did you mean pixel\?\)"),
        ({"losses": "symetry"}, r"loss 'symetry' does not exist \(did you mean symmetry\?\)"),
        ({"filters": "wallpapr"}, r"filter 'wallpapr' does not exist \(did you mean wallpaper\?\)"),
        ({"palette": "pico8x"}, r"pico8x.*did you mean pico-8\?"),
        ({"quality": "drft"}, r"quality='drft' does not exist.*did you mean draft\?"),
        ({"optimiser": "adamm"}, r"optimiser='adamm' does not exist.*did you mean Adam"),
        ({"device": "cudda"}, r"device='cudda' does not exist; use auto, cpu"),
        ({"drawer": "vqgan", "vqgan_model": "cocoo"}, r"vqgan_model 'cocoo' does not exist \(did you mean coco\?\)"),
        ({"drawer": "diffusion", "diffusion_model": "yfcc_3"}, r"'yfcc_3' does not exist \(did you mean yfcc_"),
        ({"drawer": "biggan", "biggan_model": "biggan-deep-25"}, r"'biggan-deep-25'.*did you mean biggan-deep-256\?"),
        ({"losses": "distill", "distill_model": "cc12m"}, r"'cc12m' does not exist \(did you mean cc12m_1"),
        ({"losses": "aesthetic", "aesthetic_head": "laion-vit"}, r"aesthetic_head=.laion-vit.: .*did you mean laion-"),
        ({"keep_best": 1, "rank": "smoothnes", "losses": "smoothness"}, r"rank=smoothnes:.*did you mean smoothness\?"),
        ({"vector_prompts": "textof"}, r"vector_prompts: textof: cannot be read.*did you mean textoff\?"),
        ({"init_image": "gone"}, r"init_image: gone: cannot be read"),
        ({"image_prompts": "*.gone"}, r"image_prompts='\*\.gone': there is no such file"),
    ],
    ids=lambda given: "-".join(given) if isinstance(given, dict) else "",
)
def test_a_wrong_name_is_told_before_anything_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: dict[str, Any], told: str
) -> None:
    def touched(*given: object, **named: object) -> None:
        raise AssertionError(f"asked for {given}")

    monkeypatch.chdir(tmp_path)
    for name in ("hub.fetch_file", "hub.fetch_folder", "download.download", "perceptors.load", "cache.ModelCache.get"):
        monkeypatch.setattr(f"pixdraw.models.{name}", touched)
    for name in ("aesthetic_heads", "biggan", "vqgan.catalog", "diffusion.catalog"):
        monkeypatch.setattr(f"pixdraw.models.{name}.download", touched)
    with pytest.raises(SettingsError, match=rf"list\.jsonl, line 2: .*{told}"):
        rows_of(written(tmp_path, f'"a fox"\n{json.dumps({"prompts": "a", **wrong})}\n'))


def test_all_bad_rows_are_told_at_once_each_mistake_once(tmp_path: Path) -> None:
    lines = ['{"sede": 1}', '"an owl"', '{"prompts": ""}', *['{"prompts": "a", "perceptors": "ViT-B/33"}'] * 7]
    with pytest.raises(SettingsError) as error:
        rows_of(written(tmp_path, "\n".join(lines)))
    first, second, third = re.split(r"; (?=lines? \d)", str(error.value))
    assert "line 1: setting sede=1 does not exist (did you mean seed?)" in first
    assert second.startswith("line 3: prompts='': empty prompt")
    assert third.startswith("lines 4, 5, 6, 7, 8 and 2 more: perceptor 'ViT-B/33'") and "mean ViT-B/32?" in third
    many = [f'{{"prompts": "a", "drawer": "pixel{number}"}}' for number in range(9)]
    with pytest.raises(SettingsError, match=r"line 5: .*; wrong as well: lines 6, 7, 8, 9$") as error:
        rows_of(written(tmp_path, "\n".join(many)))
    assert "\n" not in str(error.value) and str(error.value).count("did you mean pixel?") == 5


def test_shares_are_all_rows_and_none_twice(tmp_path: Path) -> None:
    rows = rows_of(written(tmp_path, "\n".join(map(str, "abcdefg")), "a.txt"))
    shares = [shard_of(rows, f"{number}/3") for number in (1, 2, 3)]
    assert sorted(row.line for share in shares for row in share) == [1, 2, 3, 4, 5, 6, 7]
    for wrong in ("0/3", "4/3", "x/3", "3", "/"):
        with pytest.raises(SettingsError, match=r"expected i/n"):
            shard_of(rows, wrong)
