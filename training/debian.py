"""Fetches packages of Debian's by name and pinned version."""

from __future__ import annotations

import subprocess
from pathlib import Path


def unpacked(package: str, version: str, work: Path) -> Path:
    """Return the folder of one package's files, fetching it once with apt-get."""
    folder = work / "debian" / package
    if not (folder / "usr").exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "download", f"{package}={version}"], cwd=folder, check=True, capture_output=True)
        subprocess.run(["dpkg-deb", "-x", next(folder.glob("*.deb")), folder], check=True)
    return folder
