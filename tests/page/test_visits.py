"""Tabs, each with a gallery of its own."""

from pathlib import Path

import pytest

from pixdraw.errors import SettingsError
from pixdraw.page import visits as module
from pixdraw.page.visits import Picture, Visits, Work


def add(visit: module.Visit, names: str) -> None:
    folder = visit.new_folder()
    for name in names:
        (folder / name).write_text(name)
    visit.add(Work(folder, tuple(Picture(folder / name, name, {}) for name in names)))


@pytest.fixture
def visits() -> Visits:
    return Visits()


def test_two_tabs_never_share_a_folder_a_picture_or_a_stop(visits: Visits) -> None:
    one, other = visits.of("a"), visits.of("b")
    assert one is visits.of("a") and one.folder != other.folder
    first, second = one.ticket(), other.ticket()
    one.stop()
    assert one.is_stopped(first) and not other.is_stopped(second) and not one.is_stopped(one.ticket())
    add(one, "x")
    assert other.pictures() == [] and [picture.told for picture in one.pictures()] == ["x"]
    visits.end("a")
    assert not one.folder.exists() and other.folder.exists()
    visits.close()
    assert not visits.root.exists()


def test_a_request_without_a_session_is_refused(visits: Visits) -> None:
    for key in ("", None):
        with pytest.raises(SettingsError, match="session"):
            visits.of(key)


def test_a_gallery_shows_the_newest_first_and_forgets_the_oldest(
    visits: Visits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_WORKS", 2)
    visit = visits.of("a")
    with pytest.raises(SettingsError, match="no picture yet"):
        visit.taken()
    for names in ("ab", "cd", "e"):
        add(visit, names)
    assert [picture.told for picture in visit.pictures()] == ["e", "c", "d"]
    assert visit.choose(2).told == "d" == visit.taken().told
    assert len(list(visit.folder.iterdir())) == 2
    for place in (3, -1):
        with pytest.raises(SettingsError, match="gone"):
            visit.choose(place)


def test_the_visit_that_was_quiet_longest_ends_first(visits: Visits, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_VISITS", 2)
    first, _, _ = visits.of("a"), visits.of("b"), visits.of("a")
    visits.of("c")
    assert visits.of("a") is first and len(list(Path(visits.root).iterdir())) == 2
