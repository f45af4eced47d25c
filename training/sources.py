"""Which icon sets are drawn on, fetched by name from the npm registry, and their SVG bodies."""

from __future__ import annotations

import json
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training import clipart, glyphs


@dataclass(frozen=True)
class IconSet:
    """One package of icons: its name in the registry, pinned version and licence."""

    name: str
    version: str
    licence: str
    mono: bool = False
    """One ink, no colours of its own: always tinted."""
    drawings: bool = False
    """Debian's package of drawings (training/clipart.py): of any shape, with margins."""
    font: bool = False
    """Debian's package of a font (training/glyphs.py); where it is not `mono` there is paper within its lines."""

    @property
    def package(self) -> str:
        return f"@iconify-json/{self.name}"


TRAINING_SETS = (
    IconSet("noto", "1.2.9", "Apache-2.0"),
    IconSet("twemoji", "1.2.5", "CC-BY-4.0"),
    IconSet("fluent-emoji", "1.2.7", "MIT"),
    IconSet("fluent-emoji-flat", "1.2.6", "MIT"),
    IconSet("fluent-emoji-high-contrast", "1.2.6", "MIT", mono=True),
    IconSet("fxemoji", "1.2.2", "Apache-2.0"),
    IconSet("streamline-emojis", "1.2.4", "CC-BY-4.0"),
    IconSet("flat-color-icons", "1.2.3", "MIT"),
    IconSet("meteocons", "1.2.4", "MIT"),
    IconSet("game-icons", "1.2.4", "CC-BY-3.0", mono=True),
)
OUTLINE_SETS = (
    IconSet("akar-icons", "1.2.7", "MIT", mono=True),
    IconSet("basil", "1.2.4", "CC-BY-4.0", mono=True),
    IconSet("bi", "1.2.7", "MIT", mono=True),
    IconSet("bx", "1.2.3", "MIT", mono=True),
    IconSet("carbon", "1.2.29", "Apache-2.0", mono=True),
    IconSet("ci", "1.2.2", "CC-BY-4.0", mono=True),
    IconSet("cil", "1.2.3", "CC-BY-4.0", mono=True),
    IconSet("clarity", "1.2.4", "MIT", mono=True),
    IconSet("covid", "1.2.3", "CC-BY-4.0", mono=True),
    IconSet("duo-icons", "1.2.2", "MIT", mono=True),
    IconSet("ep", "1.2.4", "MIT", mono=True),
    IconSet("eva", "1.2.3", "MIT", mono=True),
    IconSet("f7", "1.2.2", "MIT", mono=True),
    IconSet("fluent-mdl2", "1.2.1", "MIT", mono=True),
    IconSet("gg", "1.2.2", "MIT", mono=True),
    IconSet("gis", "1.2.5", "CC-BY-4.0", mono=True),
    IconSet("guidance", "1.2.2", "CC-BY-4.0", mono=True),
    IconSet("healthicons", "1.2.13", "MIT", mono=True),
    IconSet("humbleicons", "1.2.20", "MIT", mono=True),
    IconSet("iconoir", "1.2.11", "MIT", mono=True),
    IconSet("ion", "1.2.7", "MIT", mono=True),
    IconSet("jam", "1.2.3", "MIT", mono=True),
    IconSet("lets-icons", "1.2.2", "CC-BY-4.0", mono=True),
    IconSet("mage", "1.2.4", "Apache-2.0", mono=True),
    IconSet("majesticons", "1.2.5", "MIT", mono=True),
    IconSet("maki", "1.2.5", "CC0-1.0", mono=True),
    IconSet("medical-icon", "1.2.0", "MIT", mono=True),
    IconSet("memory", "1.2.2", "Apache-2.0", mono=True),
    IconSet("mynaui", "1.2.19", "MIT", mono=True),
    IconSet("octicon", "1.2.36", "MIT", mono=True),
    IconSet("pepicons-pop", "1.2.4", "CC-BY-4.0", mono=True),
    IconSet("pixelarticons", "1.2.9", "MIT", mono=True),
    IconSet("proicons", "1.2.20", "MIT", mono=True),
    IconSet("ri", "1.2.10", "Apache-2.0", mono=True),
    IconSet("sidekickicons", "1.2.1", "MIT", mono=True),
    IconSet("solar", "1.2.13", "CC-BY-4.0", mono=True),
    IconSet("stash", "1.2.4", "MIT", mono=True),
    IconSet("subway", "1.2.0", "CC-BY-4.0", mono=True),
    IconSet("system-uicons", "1.2.4", "Unlicense", mono=True),
    IconSet("tdesign", "1.2.19", "MIT", mono=True),
    IconSet("teenyicons", "1.2.2", "MIT", mono=True),
    IconSet("temaki", "1.2.6", "CC0-1.0", mono=True),
    IconSet("uil", "1.2.3", "Apache-2.0", mono=True),
)
"""Of one ink; further pictures of what the sets above show (training/outlines.py). No judge learns from these."""
JUDGE_SETS = (
    IconSet("emojione", "1.2.3", "CC-BY-4.0"),
    IconSet("noto-v1", "1.2.5", "Apache-2.0"),
    IconSet("emojione-monotone", "1.2.1", "CC-BY-4.0", mono=True),
    IconSet("mdi", "1.2.3", "Apache-2.0", mono=True),
    IconSet("ph", "1.2.2", "MIT", mono=True),
    IconSet("fa6-solid", "1.2.4", "CC-BY-4.0", mono=True),
    IconSet("icon-park-solid", "1.2.4", "Apache-2.0", mono=True),
    IconSet("streamline-kameleon-color", "1.2.2", "CC-BY-4.0"),
    IconSet("streamline-plump-color", "1.2.2", "CC-BY-4.0"),
    IconSet("streamline-ultimate-color", "1.2.2", "CC-BY-4.0"),
    IconSet("streamline-flex-color", "1.2.2", "CC-BY-4.0"),
    IconSet("streamline-sharp-color", "1.2.2", "CC-BY-4.0"),
    IconSet("streamline-stickies-color", "1.2.2", "CC-BY-4.0"),
    IconSet("fluent-color", "1.2.21", "MIT"),
    IconSet("flat-ui", "1.2.3", "MIT"),
    IconSet("hugeicons", "1.2.35", "MIT", mono=True),
    IconSet("mingcute", "1.2.8", "Apache-2.0", mono=True),
    IconSet("tabler", "1.2.41", "MIT", mono=True),
    IconSet("lucide-lab", "1.2.3", "ISC", mono=True),
    IconSet("symbola", glyphs.VERSION, glyphs.LICENCE, mono=True, font=True),
    IconSet("symbola-filled", glyphs.VERSION, glyphs.LICENCE, font=True),
    IconSet(clipart.PACKAGE, clipart.VERSION, clipart.LICENCE, drawings=True),
)
"""Held out from training: only the judge, which never draws, learns from these."""
EMOJI_NAMES = ("emojibase-data", "17.0.0")


def fetch(package: str, version: str, work: Path) -> Path:
    """Return the unpacked folder of one npm package, fetching it once with the npm client."""
    folder = work / "npm" / f"{package.replace('/', '-').strip('@')}-{version}"
    if (folder / "package.json").exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    out = subprocess.run(
        ["npm", "pack", f"{package}@{version}", "--silent", "--pack-destination", str(folder)],
        check=True,
        capture_output=True,
        text=True,
    )
    archive = folder / Path(out.stdout.strip().splitlines()[-1]).name
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            member.name = member.name.split("/", 1)[-1]
            tar.extract(member, folder, filter="data")
    archive.unlink()
    return folder


def icons(icon_set: IconSet, work: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return {icon name: complete SVG} and {code points: icon name} (empty where the set has none).

    Where an icon has several names they are apart by slashes.
    """
    if icon_set.drawings:
        return clipart.drawings(work), {}
    if icon_set.font:
        return glyphs.drawings(work, filled=not icon_set.mono)
    folder = fetch(icon_set.package, icon_set.version, work)
    data = json.loads((folder / "icons.json").read_text())
    spdx = json.loads((folder / "info.json").read_text())["license"]["spdx"]
    if spdx != icon_set.licence:
        raise ValueError(
            f"{icon_set.package}: licence is {spdx}, expected {icon_set.licence}; look before training on it"
        )
    chars = folder / "chars.json"
    side = (data.get("width", 16), data.get("height", 16))
    svgs = {name: _svg(icon, *side) for name, icon in data["icons"].items() if not icon.get("hidden")}
    return svgs, json.loads(chars.read_text()) if chars.exists() else {}


def emoji_names(work: Path) -> list[dict[str, Any]]:
    """Return the CLDR names, keywords and groups of every emoji (English)."""
    folder = fetch(*EMOJI_NAMES, work)
    data: list[dict[str, Any]] = json.loads((folder / "en" / "data.json").read_text())
    return data


def _svg(icon: dict[str, Any], width: int, height: int) -> str:
    left, top = icon.get("left", 0), icon.get("top", 0)
    width, height = icon.get("width", width), icon.get("height", height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="{left} {top} {width} {height}">{icon["body"]}</svg>'
    )
