"""What a soak finds wrong."""

import pytest

from benchmarks.soak import WARM, Broken, Report, Sample


def report(count: int, **last: int) -> Report:
    """A run of `count` requests after whose second half something is otherwise."""
    first = {"worker_mb": 700, "parent_mb": 90, "files": 2, "descriptors": 30}
    return Report(samples=[Sample(**(first | (last if at > count // 2 else {}))) for at in range(count)])


@pytest.mark.parametrize(
    "grown",
    [{"worker_mb": 740}, {"parent_mb": 130}, {"files": 31}, {"descriptors": 40}],
    ids=lambda one: next(iter(one)),
)
def test_what_grows_is_found(grown: dict[str, int]) -> None:
    report(4 * WARM).check()
    with pytest.raises(Broken):
        report(4 * WARM, **grown).check()


def test_memory_of_a_few_requests_is_not_judged_their_files_are() -> None:
    report(12, worker_mb=790, parent_mb=200).check()
    with pytest.raises(Broken):
        report(12, files=31).check()
