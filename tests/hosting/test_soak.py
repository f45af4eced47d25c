import sys

import pytest

from benchmarks import soak as module
from benchmarks.soak import KINDS, soak
from pixdraw.hosting.local import LocalServer


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_short_soak_leaves_the_server_as_it_was(server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    small = "size: 32x32\nnum_cuts: 1\ninit: none\npixel_parameters: cells"
    monkeypatch.setattr(module, "GOOD", {**module.GOOD, "settings": small})
    monkeypatch.setattr(module, "LONG", {**module.LONG, "settings": f"{small}\ntime_limit_s: 60"})
    report = soak(server, len(KINDS))
    assert set(report.counts) == set(KINDS)
    assert max(sample.files for sample in report.samples) <= 25
    assert report.samples[-1].worker_mb < report.samples[3].worker_mb + 100
    assert report.samples[-1].descriptors <= report.samples[3].descriptors + 8
