"""The folder a server writes to, while cleaners and strangers are at it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pixdraw.hosting.messages import public
from pixdraw.hosting.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "gettempdir", tempfile.gettempdir)
    (tmp_path / "tmp").mkdir()
    made = Workspace()
    made.adopt()
    yield made


@pytest.mark.parametrize("gone", ["inbox", "root", "base"])
def test_uploads_go_on_after_a_cleaner_removed_the_folder(workspace: Workspace, gone: str) -> None:
    shutil.rmtree({"inbox": workspace.inbox, "root": workspace.root, "base": workspace.root.parent}[gone])
    with tempfile.NamedTemporaryFile() as upload:
        assert Path(upload.name).parent == workspace.inbox
    assert tempfile.gettempdir() == str(workspace.inbox)
    assert tempfile.gettempdirb() == os.fsencode(workspace.inbox)
    outputs = workspace.renew()
    assert outputs.is_dir() and outputs.stat().st_mode & 0o77 == 0
    assert Path(tempfile.mkdtemp()).parent == workspace.inbox


@pytest.mark.parametrize("place", ["inbox", "root", "file in the inbox", "outputs"])
def test_a_link_is_removed_and_never_followed(workspace: Workspace, place: str, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "precious").write_text("x")
    outputs = workspace.renew()
    at = {"inbox": workspace.inbox, "root": workspace.root, "outputs": outputs}.get(place, workspace.inbox / "sent")
    if at.exists():
        shutil.rmtree(at)
    at.symlink_to(victim, target_is_directory=True)
    new = workspace.renew()
    with tempfile.NamedTemporaryFile(delete=False) as upload:
        upload.write(b"x")
    assert (victim / "precious").read_text() == "x"
    assert [path.name for path in victim.iterdir()] == ["precious"]
    assert not new.resolve().is_relative_to(victim) and not Path(upload.name).resolve().is_relative_to(victim)


def test_what_is_kept_stays_and_all_else_goes(workspace: Workspace) -> None:
    old = workspace.renew()
    kept, other = workspace.inbox / "kept", workspace.inbox / "other"
    for path in (kept, other, old / "picture.png"):
        path.write_text("x")
    workspace.renew(keep=kept)
    assert kept.exists() and not other.exists() and not old.exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/tmp/pixdraw-x/outputs-3/init_image.png: damaged", "init_image.png: damaged"),
        ("cannot read '/home/me/.cache/pixdraw/a.ckpt' (no space)", "cannot read 'a.ckpt' (no space)"),
        ("is not in /root/.cache/pixdraw, and more", "is not in pixdraw, and more"),
        ("~/models/a/b.yaml and C:\\Users\\me\\b.png", "b.yaml and b.png"),
        ("in /srv/app/: nothing", "in a folder: nothing"),
        (
            "prompt 'day/night and/or 1/2' at https://host/a/b?c=d/e",
            "prompt 'day/night and/or 1/2' at https://host/a/b?c=d/e",
        ),
        ("two\nlines", "two lines"),
    ],
)
def test_clients_are_not_told_where_things_lie(text: str, told: str) -> None:
    assert public(text) == told
