"""Lists of rows: four ways to write the same, and what is wrong with others told with file and line."""

from pathlib import Path

import pytest

from pixdraw.errors import FileError, SettingsError
from pixdraw.tools.many.lists import read_list

ROWS = [{"prompts": "a red heart, shining", "seed": "1"}, {"prompts": "a knight"}]
SAME = {
    "list.csv": 'Prompts,seed\n"a red heart, shining",1\n\na knight,\n'.replace("Prompts", "prompts"),
    "semicolons.csv": "\ufeffprompts;seed\na red heart, shining;1\na knight;\n",
    "tabs.tsv": "prompts\t--seed\r\na red heart, shining\t1\r\na knight\r\n",
    "list.jsonl": '{"prompts": "a red heart, shining", "seed": "1"}\n\n{"prompts": "a knight"}\n',
    "list.yaml": '- prompts: a red heart, shining\n  seed: "1"\n# more\n- {prompts: a knight}\n',
}


@pytest.mark.parametrize("name", SAME)
def test_the_same_rows_in_every_kind_of_list(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(SAME[name], encoding="utf-8", newline="")
    assert [row.values for row in read_list(path)] == ROWS


def test_lines_are_prompts_and_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("# animals\na fox, asleep\n\n  #pixelart owl \n")
    assert [(row.line, row.values) for row in read_list(path)] == [
        (2, {"prompts": ["a fox, asleep"]}),
        (4, {"prompts": ["#pixelart owl"]}),
    ]
    texts = tmp_path / "list.yml"
    texts.write_text("- a fox\n- an owl\n")
    assert [(row.line, row.values) for row in read_list(texts)] == [
        (1, {"prompts": ["a fox"]}),
        (2, {"prompts": ["an owl"]}),
    ]


def test_a_row_over_several_lines_is_where_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('prompts,seed\n"a fox\nasleep",1\nan owl,2\n')
    assert [row.line for row in read_list(path)] == [2, 4]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "prompts,sede\na,1\n", r"a\.csv, line 1: column 'sede' is not a setting \(did you mean seed\?\)"),
        ("a.csv", "prompts,seed\na,1\nb, c,2\n", r"a\.csv, line 3: 3 cells, and the first line names 2"),
        ("a.csv", "prompts,prompts\n", r"line 1: column prompts is there twice"),
        ("a.csv", 'prompts\n"a\n', r"a\.csv, line \d: not CSV"),
        ("a.jsonl", '"a fox"\n{"prompts": \n', r"a\.jsonl, line 2: not JSON"),
        ("a.jsonl", "[1]\n", r"a\.jsonl, line 1: expected settings"),
        ("a.jsonl", '{"seed": 1, "seed": 2}\n', r"line 1: 'seed' is given twice"),
        ("a.yaml", "prompts: a fox\n", r"a\.yaml: expected a list"),
        ("a.yaml", "- a fox\n- [1, 2]\n", r"a\.yaml, line 2: expected `name: value` lines, got a list"),
        ("a.yaml", "- seed: 1\n  seed: 2\n", r"'seed' is given twice, in lines 1 and 2"),
    ],
)
def test_a_wrong_row_is_told_with_file_and_line(tmp_path: Path, name: str, text: str, told: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(SettingsError, match=told) as error:
        read_list(path)
    assert "\n" not in str(error.value)


def test_a_list_without_rows_and_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("# nothing\n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\xff\xfe")
    for name, told in (("empty.txt", "has no rows"), ("picture.txt", "not text"), ("none.csv", "cannot be read")):
        with pytest.raises(FileError, match=told):
            read_list(tmp_path / name)
