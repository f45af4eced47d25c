"""What the built-in weights learned from, for the package: `python -m training.credits`.

Reads training/credits.tsv, the one table of sources with their versions, licences and authors, and writes what of it
belongs to the shipped weights to pixdraw/weights/credits.json.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

from pixdraw.models.built_in import FOLDER

TABLE = Path(__file__).with_name("credits.tsv")
OUT = FOLDER / "credits.json"
SHIPPED = {"perceptor", "vqgan", "sprites", "words"}


def rows() -> list[dict[str, str]]:
    """Return the table: source, version, licence, author, and the models it is used by, apart by blanks."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def shipped() -> list[str]:
    """Return a line for each source of the shipped weights: "twemoji 1.2.5, Twitter, Inc, CC-BY-4.0"."""
    return [
        f"{row['source']} ({row['version']}), {row['author']}, {row['licence']}"
        for row in rows()
        if SHIPPED & set(row["used_by"].split())
    ]


def main() -> None:
    """Write the file."""
    OUT.write_text(json.dumps(shipped(), indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{OUT}: {len(shipped())} sources")


if __name__ == "__main__":
    main()
